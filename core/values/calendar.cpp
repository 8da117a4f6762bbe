#include "core/values/calendar.h"

#include "core/base/text.h"

namespace guanwu {

namespace {

    /// Takes up to `most` digits off the front; -1 when there are fewer than `least`.
    int takeNumber(std::string_view& text, std::size_t least, std::size_t most)
    {
        int value = 0;
        std::size_t digits = 0;
        while (digits < most && digits < text.size() && isDigit(text[digits]))
            value = value * 10 + (text[digits++] - '0');
        text.remove_prefix(digits);
        return digits >= least ? value : -1;
    }

    /// Takes one of the marks that stand between the parts of a date.
    bool takeMark(std::string_view& text, std::string_view chinese)
    {
        if (text.starts_with(chinese)) {
            text.remove_prefix(chinese.size());
            return true;
        }
        if (!text.empty() && (text[0] == '-' || text[0] == '/' || text[0] == '.')) {
            text.remove_prefix(1);
            return true;
        }
        return false;
    }

    bool allDigits(std::string_view text, std::size_t size)
    {
        return text.size() >= size
            && text.substr(0, size).find_first_not_of("0123456789") == std::string_view::npos
            && (text.size() == size || !isDigit(text[size]));
    }

    /// What may stand behind a date and is dropped: nothing, or a blank or T and a time of day.
    bool isTimeOrNothing(std::string_view text)
    {
        return text.empty()
            || ((text[0] == ' ' || text[0] == 'T') && text.size() > 1
                && text.find_first_not_of("0123456789:.+-Z ", 1) == std::string_view::npos);
    }

} // namespace

Result<std::chrono::year_month_day> parseDate(std::string_view text)
{
    const std::string tidy = normalized(text);
    std::string_view rest = tidy;
    const auto syntax = [&] { return fail(ErrorCode::InvalidArgument, "date.syntax", std::string(text)); };
    int month = 0;
    int day = 0;
    const bool compact = allDigits(rest, 8);
    const int year = takeNumber(rest, 4, 4);
    if (compact) {
        month = takeNumber(rest, 2, 2);
        day = takeNumber(rest, 2, 2);
    } else {
        if (year < 0 || !takeMark(rest, "年") || (month = takeNumber(rest, 1, 2)) < 0 || !takeMark(rest, "月")
            || (day = takeNumber(rest, 1, 2)) < 0)
            return syntax();
        if (rest.starts_with("日"))
            rest.remove_prefix(std::string_view("日").size());
    }
    if (!isTimeOrNothing(rest))
        return syntax();
    const auto value = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month))
        / std::chrono::day(static_cast<unsigned>(day));
    if (!value.ok() || year < 1000)
        return fail(ErrorCode::InvalidArgument, "date.not_a_day", std::string(text));
    return value;
}

std::string formatDate(std::chrono::year_month_day day)
{
    const int year = static_cast<int>(day.year());
    std::string text
        = year >= 0 && year < 1000 ? std::to_string(10000 + year).substr(1) : std::to_string(year);
    for (const unsigned part : {static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day())}) {
        text += '-';
        text += static_cast<char>('0' + part / 10 % 10);
        text += static_cast<char>('0' + part % 10);
    }
    return text;
}

Result<std::chrono::year_month> parseMonth(std::string_view text)
{
    const std::string tidy = normalized(text);
    std::string_view rest = tidy;
    const bool compact = allDigits(rest, 6);
    const int year = takeNumber(rest, 4, 4);
    const bool marked = compact || takeMark(rest, "年");
    const int month = takeNumber(rest, 1, 2);
    if (rest == "月")
        rest = {};
    if (year < 1000 || !marked || month < 1 || month > 12 || !rest.empty())
        return fail(ErrorCode::InvalidArgument, "month.syntax", std::string(text));
    return std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month));
}

std::string formatMonth(std::chrono::year_month month)
{
    return formatDate(month / std::chrono::day(1)).substr(0, 7);
}

std::chrono::year_month_day addMonths(std::chrono::year_month_day day, int months)
{
    const auto moved = day + std::chrono::months(months);
    return moved.ok() ? moved : std::chrono::year_month_day(moved.year() / moved.month() / std::chrono::last);
}

std::int64_t fullMonthsBetween(std::chrono::year_month_day from, std::chrono::year_month_day to)
{
    if (to < from)
        return 0;
    const auto months = (to.year() / to.month() - from.year() / from.month()).count();
    return addMonths(from, static_cast<int>(months)) <= to ? months : months - 1;
}

std::int64_t monthsBetween(std::chrono::year_month from, std::chrono::year_month to)
{
    return to < from ? 0 : (to - from).count() + 1;
}

bool hasTermPassed(std::chrono::year_month_day since, int months, std::chrono::year_month_day on)
{
    return addMonths(since, months) <= on;
}

} // namespace guanwu
