#include "app/exchange/events/event_json.h"

#include "core/values/calendar.h"

#include <array>
#include <cstdio>

namespace guanwu {

namespace {

    /// The two digits at `at`; -1 when they are not digits.
    int twoDigits(std::string_view text, std::size_t at)
    {
        const auto isDigit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
        if (text.size() < at + 2 || !isDigit(at) || !isDigit(at + 1))
            return -1;
        return (text[at] - '0') * 10 + (text[at + 1] - '0');
    }

    /// "2026-10-08" at the front, nothing shorter: this is a format of programs, not of people.
    std::optional<std::chrono::sys_days> dayAtFront(std::string_view text)
    {
        const int century = twoDigits(text, 0);
        const int year = twoDigits(text, 2);
        const int month = twoDigits(text, 5);
        const int day = twoDigits(text, 8);
        if (century < 0 || year < 0 || month < 0 || day < 0 || text[4] != '-' || text[7] != '-')
            return std::nullopt;
        const auto ymd = std::chrono::year(century * 100 + year) / month / day;
        return ymd.ok() ? std::optional<std::chrono::sys_days>(ymd) : std::nullopt;
    }

    /// "Z" or "+08:00" as minutes east of UTC.
    std::optional<int> zoneMinutes(std::string_view text)
    {
        if (text == "Z" || text == "z")
            return 0;
        if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':')
            return std::nullopt;
        const int hours = twoDigits(text, 1);
        const int minutes = twoDigits(text, 4);
        if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
            return std::nullopt;
        return (text[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
    }

} // namespace

std::string formatInstant(Instant at)
{
    const Instant local = at + kChinaOffset;
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss time(local - day);
    std::array<char, 64> text {};
    const int size = std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d.%03d+08:00",
        static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
        static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()));
    return formatDate(std::chrono::year_month_day(day)).append(text.data(), static_cast<std::size_t>(size));
}

Result<Instant> parseInstant(std::string_view text)
{
    const auto error = [&] { return fail(ErrorCode::InvalidArgument, "event.time", std::string(text)); };
    if (text.size() < 20 || (text[10] != 'T' && text[10] != 't' && text[10] != ' ') || text[13] != ':'
        || text[16] != ':')
        return error();
    const auto day = dayAtFront(text);
    const int hour = twoDigits(text, 11);
    const int minute = twoDigits(text, 14);
    const int second = twoDigits(text, 17);
    if (!day || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60)
        return error();

    std::string_view rest = text.substr(19);
    int milliseconds = 0;
    if (rest.starts_with('.')) {
        rest.remove_prefix(1);
        std::size_t digits = 0;
        for (int unit = 100; digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9';
             ++digits, unit /= 10)
            milliseconds += (rest[digits] - '0') * unit;
        if (digits == 0 || digits > 9)
            return error();
        rest.remove_prefix(digits);
    }
    const auto zone = zoneMinutes(rest);
    if (!zone)
        return error();
    return Instant(*day) + std::chrono::hours(hour) + std::chrono::minutes(minute - *zone)
        + std::chrono::seconds(second) + std::chrono::milliseconds(milliseconds);
}

} // namespace guanwu
