#include "core/registers/register_entry.h"

#include "core/values/calendar.h"

#include <charconv>

namespace guanwu {

std::optional<Day> RegisterEntry::day(std::string_view field) const
{
    const auto parsed = parseDate(text(field));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

std::optional<Money> RegisterEntry::money(std::string_view field) const
{
    const auto parsed = Money::parseYuan(text(field));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

std::int64_t RegisterEntry::whole(std::string_view field) const
{
    const std::string value = text(field);
    std::int64_t out = 0;
    std::from_chars(value.data(), value.data() + value.size(), out);
    return out;
}

void RegisterEntry::set(std::string_view field, std::string value)
{
    if (value.empty()) {
        if (const auto found = values.find(field); found != values.end())
            values.erase(found);
        return;
    }
    values.insert_or_assign(std::string(field), std::move(value));
}

} // namespace guanwu
