#include "core/rules/limits.h"

#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"
#include "core/values/calendar.h"

#include <charconv>
#include <stdexcept>

namespace guanwu {

namespace {

    const ReferenceTable& limits()
    {
        static const ReferenceTable table(embeddedTable("limits"));
        return table;
    }

    /// Whether the row is in force; an empty end is open.
    bool isInForce(std::size_t row, std::string_view on)
    {
        const std::string_view from = limits().cell(row, "in_force_from");
        const std::string_view to = limits().cell(row, "in_force_to");
        return (from.empty() || from <= on) && (to.empty() || on <= to);
    }

} // namespace

Limit limitOn(std::string_view name, std::chrono::year_month_day on)
{
    const std::string day = formatDate(on);
    for (std::size_t row = 0; row < limits().size(); ++row) {
        if (limits().cell(row, "name") != name || !isInForce(row, day))
            continue;
        Limit limit;
        const std::string_view text = limits().cell(row, "value");
        std::from_chars(text.data(), text.data() + text.size(), limit.value);
        limit.unit = limits().cell(row, "unit");
        limit.basisZh = limits().cell(row, "basis_zh");
        return limit;
    }
    throw std::logic_error("no limit " + std::string(name) + " on " + day);
}

} // namespace guanwu
