#pragma once

#include "core/base/error.h"

#include <optional>
#include <string>
#include <string_view>

namespace guanwu {

/// 不动产权证号: 湘（2022）怀化市不动产权第0000001号. The form is strict for Huaihua; what other places print differently is
/// kept as typed and warned of. Certificates of before 2015 are another kind and do not match.
class CertificateNo {
public:
    /// Brackets become full-width. Errors: cert_no.syntax, cert_no.year (before 2015).
    [[nodiscard]] static Result<CertificateNo> parse(std::string_view text);

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] int year() const { return m_year; }
    /// cert_no.serial_digits (7 are usual), cert_no.other_place (not in Huaihua).
    [[nodiscard]] const std::optional<Error>& warning() const { return m_warning; }

private:
    CertificateNo() = default;
    std::string m_text;
    int m_year = 0;
    std::optional<Error> m_warning;
};

} // namespace guanwu
