#pragma once

#include "core/base/error.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guanwu {

/// 不动产权证号: 湘（2022）怀化市不动产权第0000001号. Strict for Huaihua and its districts and counties; what
/// other places print is taken with a warning, and so are the numbers of the older kinds (房屋所有权证,
/// 国有土地使用证).
class CertificateNo {
public:
    /// Brackets become full-width, other full-width forms half-width; nothing else is changed: a short serial
    /// is not padded. Errors: cert_no.syntax, cert_no.province (no such short name), cert_no.year (before
    /// 2015, when these certificates began).
    [[nodiscard]] static Result<CertificateNo> parse(std::string_view text);
    /// As it is stored, so that a number is found however its brackets were typed; what is none as it stands.
    [[nodiscard]] static std::string written(std::string_view text);
    /// How parse() reads the text before it looks at it.
    [[nodiscard]] static std::string normalize(std::string_view text);

    [[nodiscard]] const std::string& text() const { return m_text; }
    /// nullopt for a number as Huaihua prints it; else what is unusual: cert_no.legacy (an older kind, store
    /// it under its own), cert_no.other_place (issued elsewhere), cert_no.serial_digits (not 7).
    [[nodiscard]] const std::optional<Error>& warning() const { return m_warning; }
    /// The year in the brackets, which cannot be after the year of issue; 0 for a legacy number without one.
    [[nodiscard]] std::int32_t year() const { return m_year; }

    bool operator==(const CertificateNo& other) const { return m_text == other.m_text; }
    auto operator<=>(const CertificateNo& other) const { return m_text <=> other.m_text; }

private:
    explicit CertificateNo(std::string text)
        : m_text(std::move(text))
    {
    }
    std::string m_text;
    std::optional<Error> m_warning;
    std::int32_t m_year = 0;
};

} // namespace guanwu
