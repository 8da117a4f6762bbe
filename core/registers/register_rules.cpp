#include "core/registers/register_rules.h"

#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"
#include "core/values/calendar.h"

#include <charconv>

namespace guanwu {

namespace {

    std::optional<Day> dayOf(std::string_view text)
    {
        const auto parsed = parseDate(text);
        return parsed ? std::optional(*parsed) : std::nullopt;
    }

} // namespace

RegisterRules::RegisterRules(std::string_view csv)
{
    const ReferenceTable table(csv);
    for (std::size_t i = 0; i < table.size(); ++i)
        m_rules.push_back({std::string(table.cell(i, "register")), std::string(table.cell(i, "rule")),
            std::string(table.cell(i, "key")), std::string(table.cell(i, "value")),
            dayOf(table.cell(i, "in_force_from")), dayOf(table.cell(i, "in_force_to")),
            std::string(table.cell(i, "source"))});
}

const RegisterRules& RegisterRules::current()
{
    static const RegisterRules instance(embeddedTable("register_rules"));
    return instance;
}

const RegisterRule* RegisterRules::find(
    std::string_view registerToken, std::string_view rule, std::string_view key, Day on) const
{
    for (const RegisterRule& row : m_rules)
        if (row.registerToken == registerToken && row.rule == rule && row.key == key
            && (!row.from || *row.from <= on) && (!row.to || on <= *row.to))
            return &row;
    return nullptr;
}

std::optional<Money> RegisterRules::money(
    std::string_view registerToken, std::string_view rule, std::string_view key, Day on) const
{
    const RegisterRule* row = find(registerToken, rule, key, on);
    const auto parsed = row ? Money::parseYuan(row->value) : fail(ErrorCode::NotFound, "register.value");
    return parsed ? std::optional(*parsed) : std::nullopt;
}

std::optional<int> RegisterRules::whole(
    std::string_view registerToken, std::string_view rule, std::string_view key, Day on) const
{
    const RegisterRule* row = find(registerToken, rule, key, on);
    int value = 0;
    if (!row
        || std::from_chars(row->value.data(), row->value.data() + row->value.size(), value).ec != std::errc())
        return std::nullopt;
    return value;
}

} // namespace guanwu
