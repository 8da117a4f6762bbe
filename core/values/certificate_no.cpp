#include "core/values/certificate_no.h"

#include "core/base/text.h"
#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"

#include <charconv>

namespace guanwu {

namespace {

constexpr std::string_view kOpen = "（";
constexpr std::string_view kClose = "）";
constexpr std::string_view kMiddle = "不动产权第";
constexpr std::string_view kEnd = "号";
constexpr int kFirstYear = 2015;
constexpr std::size_t kUsualSerialDigits = 7;

/// Half-width everything but the brackets, which are full-width on a certificate.
std::string tidied(std::string_view text)
{
    std::string out;
    for (const char c : normalized(text)) {
        if (c == '(')
            out += kOpen;
        else if (c == ')')
            out += kClose;
        else if (c != ' ')
            out += c;
    }
    return out;
}

bool isPlaceInHuaihua(std::string_view place)
{
    const ReferenceTable divisions(embeddedTable("admin_divisions"));
    for (std::size_t row = 0; row < divisions.size(); ++row)
        if (divisions.cell(row, "name_zh") == place && divisions.cell(row, "kind") != "province")
            return true;
    return false;
}

} // namespace

Result<CertificateNo> CertificateNo::parse(std::string_view text)
{
    CertificateNo out;
    out.m_text = tidied(text);
    const auto syntax = [&] { return fail(ErrorCode::InvalidArgument, "cert_no.syntax", out.m_text); };
    const std::string_view number = out.m_text;
    const auto open = number.find(kOpen);
    const auto close = number.find(kClose);
    const auto middle = number.find(kMiddle);
    if (open == std::string_view::npos || open == 0 || close == std::string_view::npos || middle == std::string_view::npos
        || close < open || middle < close || !number.ends_with(kEnd))
        return syntax();
    const std::string_view province = number.substr(0, open);
    const std::string_view year = number.substr(open + kOpen.size(), close - open - kOpen.size());
    const std::string_view place = number.substr(close + kClose.size(), middle - close - kClose.size());
    const auto serialAt = middle + kMiddle.size();
    const std::string_view serial = number.substr(serialAt, number.size() - serialAt - kEnd.size());
    if (year.size() != 4 || std::from_chars(year.data(), year.data() + 4, out.m_year).ptr != year.data() + 4 || place.empty()
        || serial.empty() || serial.find_first_not_of("0123456789") != std::string_view::npos)
        return syntax();
    if (out.m_year < kFirstYear || out.m_year > 2099)
        return fail(ErrorCode::InvalidArgument, "cert_no.year", std::string(year));

    if (province == "湘" && isPlaceInHuaihua(place)) {
        if (serial.size() != kUsualSerialDigits)
            out.m_warning = Error{ErrorCode::InvalidArgument, "cert_no.serial_digits", std::string(serial)};
    } else {
        out.m_warning = Error{ErrorCode::InvalidArgument, "cert_no.other_place", std::string(place)};
    }
    return out;
}

} // namespace guanwu
