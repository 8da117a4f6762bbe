#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

namespace guanwu {

/// 不动产单元号 (GB/T 37346-2019): 28 characters, of which the first 19 are the parcel code. It has no check digit: a
/// wrong digit cannot be seen, so it is compared with the certificate by eye.
class PropertyUnitNo {
public:
    /// Blanks and full-width forms are tidied first. Errors: unit_no.length, unit_no.parcel_code (19 characters: a parcel,
    /// not a unit), unit_no.syntax, unit_no.land_tail (W must be followed by zeros), unit_no.serial (parcel 00000).
    [[nodiscard]] static Result<PropertyUnitNo> parse(std::string_view text);

    [[nodiscard]] const std::string& text() const { return m_text; }
    /// In four groups: 310104 019001 GB00045 F00430086.
    [[nodiscard]] std::string display() const;
    [[nodiscard]] std::string_view parcelCode() const { return std::string_view(m_text).substr(0, 19); }
    [[nodiscard]] std::string_view division() const { return std::string_view(m_text).substr(0, 6); }
    [[nodiscard]] bool isLandOnly() const { return m_text[19] == 'W'; }
    /// Four digits each; only where the fixture is a building (F).
    [[nodiscard]] std::string_view building() const { return std::string_view(m_text).substr(20, 4); }
    [[nodiscard]] std::string_view unit() const { return std::string_view(m_text).substr(24, 4); }

private:
    explicit PropertyUnitNo(std::string text)
        : m_text(std::move(text))
    {
    }
    std::string m_text;
};

} // namespace guanwu
