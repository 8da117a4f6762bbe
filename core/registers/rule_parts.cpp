#include "core/registers/rule_parts.h"

#include "core/base/text.h"

#include <algorithm>

namespace guanwu {

Result<void> daysInOrder(
    const RegisterEntry& entry, Day today, std::initializer_list<std::string_view> fields)
{
    std::optional<Day> before;
    for (const std::string_view field : fields) {
        const auto day = entry.day(field);
        if (!day)
            continue;
        if (*day > today)
            return fail(ErrorCode::RuleViolated, "register.date_future", std::string(field));
        if (before && *day < *before)
            return fail(ErrorCode::RuleViolated, "register.date_order", std::string(field));
        before = day;
    }
    return {};
}

std::int64_t daysBetween(Day from, Day to)
{
    return (std::chrono::sys_days(to) - std::chrono::sys_days(from)).count();
}

std::string nameKey(std::string_view name)
{
    std::string out = normalized(name);
    std::erase(out, ' ');
    return out;
}

Error finding(std::string_view subject, std::string detail)
{
    return {ErrorCode::RuleViolated, std::string(subject), std::move(detail)};
}

} // namespace guanwu
