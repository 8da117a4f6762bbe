#pragma once

#include "core/base/error.h"

#include <compare>
#include <string>
#include <string_view>

namespace guanwu {

/// 不动产单元号 (GB/T 37346-2019): 28 characters without a check digit; a wrong digit cannot be seen, so
/// compare with the certificate. The first 19 are the parcel code (宗地代码), the last 9 the fixture on it.
class PropertyUnitNo {
public:
    /// Takes the number with blanks, hyphens, full-width forms and small letters. Errors: unit_no.parcel_code
    /// (19 characters: a parcel, not a unit), unit_no.length, unit_no.digits, unit_no.parcel_feature,
    /// unit_no.serial (00000), unit_no.fixture_feature, unit_no.land_tail (W stands before zeros only).
    [[nodiscard]] static Result<PropertyUnitNo> parse(std::string_view text);
    /// How parse() reads the text before it looks at it.
    [[nodiscard]] static std::string normalize(std::string_view text);

    /// 28 characters without blanks: how it is stored.
    [[nodiscard]] const std::string& text() const { return m_text; }
    /// In four groups, 6-6-7-9, as certificates print it.
    [[nodiscard]] std::string display() const;

    [[nodiscard]] std::string_view division() const { return part(0, 6); }
    [[nodiscard]] std::string_view cadastralArea() const { return part(6, 3); }
    [[nodiscard]] std::string_view cadastralSubarea() const { return part(9, 3); }
    [[nodiscard]] std::string_view parcelFeature() const { return part(12, 2); }
    [[nodiscard]] std::string_view parcelSerial() const { return part(14, 5); }
    /// The first 19 characters; equal for all units of a parcel.
    [[nodiscard]] std::string_view parcelCode() const { return part(0, 19); }
    /// F building, L forest, Q other, W none.
    [[nodiscard]] char fixtureFeature() const { return m_text[19]; }
    [[nodiscard]] bool isLandOnly() const { return fixtureFeature() == 'W'; }
    /// Four digits each; of buildings (F) only, else empty.
    [[nodiscard]] std::string_view building() const
    {
        return fixtureFeature() == 'F' ? part(20, 4) : part(0, 0);
    }
    [[nodiscard]] std::string_view unit() const { return fixtureFeature() == 'F' ? part(24, 4) : part(0, 0); }

    auto operator<=>(const PropertyUnitNo&) const = default;

private:
    explicit PropertyUnitNo(std::string text)
        : m_text(std::move(text))
    {
    }
    [[nodiscard]] std::string_view part(std::size_t from, std::size_t size) const
    {
        return std::string_view(m_text).substr(from, size);
    }
    std::string m_text;
};

} // namespace guanwu
