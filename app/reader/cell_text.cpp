#include "app/reader/cell_text.h"

#include "core/base/text.h"
#include "core/values/calendar.h"

#include <charconv>
#include <cmath>

namespace guanwu {

namespace {

    constexpr std::size_t kShownDigits = 15;
    constexpr int kMaxExponent = 400; // a double ends at 308

    /// digits * 10^scale
    struct Decimal {
        bool negative = false;
        std::string digits;
        int scale = 0;
    };

    std::optional<Decimal> parseDecimal(std::string_view raw)
    {
        Decimal out;
        std::size_t i = 0;
        if (i < raw.size() && (raw[i] == '-' || raw[i] == '+'))
            out.negative = raw[i++] == '-';
        bool point = false;
        std::size_t seen = 0;
        for (; i < raw.size() && (isDigit(raw[i]) || (raw[i] == '.' && !point)); ++i) {
            if (raw[i] == '.') {
                point = true;
                continue;
            }
            ++seen;
            out.scale -= point ? 1 : 0;
            if (raw[i] != '0' || !out.digits.empty())
                out.digits += raw[i];
        }
        if (seen == 0 || seen > kMaxExponent)
            return std::nullopt;
        if (i < raw.size() && (raw[i] == 'e' || raw[i] == 'E')) {
            std::string_view rest = raw.substr(i + 1);
            if (rest.size() > 1 && rest[0] == '+' && isDigit(rest[1]))
                rest.remove_prefix(1);
            int exponent = 0;
            const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), exponent);
            if (error != std::errc() || end != rest.data() + rest.size() || std::abs(exponent) > kMaxExponent)
                return std::nullopt;
            out.scale += exponent;
            i = raw.size();
        }
        return i == raw.size() ? std::optional(std::move(out)) : std::nullopt;
    }

    void roundToShown(Decimal& value)
    {
        std::string& digits = value.digits;
        if (digits.size() > kShownDigits) {
            const bool up = digits[kShownDigits] >= '5';
            value.scale += static_cast<int>(digits.size() - kShownDigits);
            digits.resize(kShownDigits);
            std::size_t i = kShownDigits;
            while (up && i > 0 && ++digits[--i] > '9')
                digits[i] = '0';
            if (up && digits[0] == '0') { // 9.99… became 10.00…
                digits.insert(digits.begin(), '1');
            }
        }
        while (!digits.empty() && digits.back() == '0') {
            digits.pop_back();
            ++value.scale;
        }
    }

    std::string twoDigits(int value)
    {
        return {static_cast<char>('0' + value / 10 % 10), static_cast<char>('0' + value % 10)};
    }

    std::string timeText(std::int64_t seconds)
    {
        const std::int64_t hours = seconds / 3600;
        return (hours < 10 ? "0" : "") + std::to_string(hours) + ':'
            + twoDigits(static_cast<int>(seconds / 60 % 60)) + ':'
            + twoDigits(static_cast<int>(seconds % 60));
    }

    /// Nothing when no spreadsheet shows the number as a date.
    std::optional<std::string> dateText(double serial, NumberFormat::Kind kind, bool epoch1904)
    {
        constexpr double kLastDay = 2'958'466; // after 9999-12-31
        constexpr std::int64_t kSecondsADay = 86'400;
        if (!(serial >= 0) || serial >= kLastDay)
            return std::nullopt;
        const auto seconds
            = static_cast<std::int64_t>(std::llround(serial * static_cast<double>(kSecondsADay)));
        if (kind == NumberFormat::Kind::Time)
            return timeText(seconds);
        using namespace std::chrono;
        // Excel's 1900 has a 29 February, day 60; every day before it therefore counts from one day later.
        const std::int64_t dayNumber = kind == NumberFormat::Kind::DateTime
            ? seconds / kSecondsADay
            : static_cast<std::int64_t>(serial);
        if (!epoch1904 && (dayNumber < 1 || dayNumber == 60))
            return std::nullopt;
        const sys_days epoch = epoch1904 ? sys_days(1904y / January / 1)
                                         : sys_days(1899y / December / (dayNumber < 60 ? 31 : 30));
        const year_month_day day(epoch + days(dayNumber));
        if (kind == NumberFormat::Kind::Month && day.day() == std::chrono::day(1))
            return formatMonth(day.year() / day.month());
        const std::int64_t rest = seconds % kSecondsADay;
        if (kind == NumberFormat::Kind::DateTime && rest != 0)
            return formatDate(day) + ' ' + timeText(rest);
        return formatDate(day);
    }

} // namespace

Result<std::string> numberText(std::string_view raw)
{
    auto value = parseDecimal(raw);
    if (!value)
        return fail(ErrorCode::InvalidArgument, "table.damaged", std::string(raw));
    roundToShown(*value);
    if (value->digits.empty())
        return std::string("0");
    const auto whole
        = static_cast<std::int64_t>(value->digits.size()) + value->scale; // digits before the point
    if (whole > static_cast<std::int64_t>(kShownDigits))
        return fail(ErrorCode::InvalidArgument, "table.number_digits", std::string(raw));
    std::string out = value->negative ? "-" : "";
    if (value->scale >= 0)
        return out + value->digits + std::string(static_cast<std::size_t>(value->scale), '0');
    if (whole <= 0)
        return out + "0." + std::string(static_cast<std::size_t>(-whole), '0') + value->digits;
    return out + value->digits.substr(0, static_cast<std::size_t>(whole)) + '.'
        + value->digits.substr(static_cast<std::size_t>(whole));
}

Result<std::string> formattedNumber(std::string_view raw, NumberFormat format, bool epoch1904)
{
    if (format.kind != NumberFormat::Kind::Number) {
        double serial = 0;
        const auto [end, error] = std::from_chars(raw.data(), raw.data() + raw.size(), serial);
        if (error == std::errc() && end == raw.data() + raw.size())
            if (auto date = dateText(serial, format.kind, epoch1904))
                return std::move(*date);
    }
    auto text = numberText(raw);
    if (text && text->size() < format.padTo && text->find_first_of("-.") == std::string::npos)
        text->insert(0, format.padTo - text->size(), '0');
    return text;
}

std::string isoDateText(std::string_view iso)
{
    if (iso.ends_with('Z'))
        iso.remove_suffix(1);
    const auto gap = iso.find('T');
    std::string out(iso.substr(0, gap));
    if (gap == std::string_view::npos)
        return out;
    std::string_view time = iso.substr(gap + 1);
    time = time.substr(0, time.find('.'));
    if (time.find_first_not_of("0:") != std::string_view::npos)
        out.append(" ").append(time);
    return out;
}

std::string isoDurationText(std::string_view iso)
{
    if (!iso.starts_with("PT"))
        return std::string(iso);
    std::int64_t seconds = 0;
    std::string_view rest = iso.substr(2);
    for (const auto& [unit, factor] : {std::pair {'H', 3600}, std::pair {'M', 60}, std::pair {'S', 1}}) {
        std::int64_t count = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), count);
        const auto used = static_cast<std::size_t>(end - rest.data());
        const auto mark = rest.find(unit);
        if (error != std::errc() || mark == std::string_view::npos || count < 0 || count > 1'000'000
            || (used != mark && rest[used] != '.'))
            return std::string(iso);
        seconds += count * factor;
        rest.remove_prefix(mark + 1);
    }
    return timeText(seconds);
}

} // namespace guanwu
