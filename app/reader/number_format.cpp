#include "app/reader/cell_text.h"

#include <algorithm>
#include <iterator>

namespace guanwu {

namespace {

    using Kind = NumberFormat::Kind;

    constexpr long kDates[] = {14, 15, 16, 28, 29, 30, 31, 51, 53, 54, 58};
    constexpr long kMonths[] = {17, 27, 36, 50, 52, 57};
    constexpr long kTimes[] = {18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56};
    constexpr long kDateTime = 22;

    /// What of a date and a time the letters of a format code ask for.
    struct Letters {
        bool year = false;
        bool monthOrMinute = false;
        bool day = false;
        bool time = false;

        void take(char letter, char following)
        {
            switch (letter) {
            case 'y':
                year = true;
                break;
            case 'e': // a year of an era, unless it is the exponent of 0.00E+00
                year |= following != '+' && following != '-';
                break;
            case 'm':
                monthOrMinute = true;
                break;
            case 'd':
                day = true;
                break;
            case 'h':
            case 's':
                time = true;
                break;
            default:
                break;
            }
        }
        [[nodiscard]] Kind kind() const
        {
            const bool date = year || day || (monthOrMinute && !time);
            if (time)
                return date ? Kind::DateTime : Kind::Time;
            if (!date)
                return Kind::Number;
            return year && monthOrMinute && !day ? Kind::Month : Kind::Date;
        }
    };

    char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

} // namespace

NumberFormat builtInFormat(long id)
{
    const auto isOneOf
        = [id](const auto& ids) { return std::find(std::begin(ids), std::end(ids), id) != std::end(ids); };
    if (isOneOf(kDates))
        return {Kind::Date};
    if (isOneOf(kMonths))
        return {Kind::Month};
    if (isOneOf(kTimes))
        return {Kind::Time};
    return {id == kDateTime ? Kind::DateTime : Kind::Number};
}

NumberFormat parseFormat(std::string_view code)
{
    if (code.size() >= 2 && std::all_of(code.begin(), code.end(), [](char c) { return c == '0'; }))
        return {Kind::Number, std::min<std::size_t>(code.size(), 30)};
    if (code.starts_with("General") || code.starts_with("@"))
        return {};
    Letters letters;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') { // a colour, a condition, a language; or hours that go on after 24: [h]
            const auto close = std::min(code.find(']', i), code.size());
            const std::string_view inside = code.substr(i + 1, close - i - 1);
            letters.time |= !inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos;
            i = close;
        } else {
            letters.take(lower(c), i + 1 < code.size() ? code[i + 1] : '\0');
        }
    }
    return {letters.kind()};
}

} // namespace guanwu
