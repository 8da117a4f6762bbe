#include "core/reference/useful_life.h"

#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"

#include <charconv>

namespace guanwu {

namespace {

    constexpr std::string_view kUnstated = "钢混";
    constexpr std::string_view kLowestPermanent = "砖木";
    constexpr std::string_view kSimple = "简易房";

    int numberOf(std::string_view text)
    {
        int value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    }

    /// 钢筋混凝土结构, 钢混结构 and 钢混 are one: the shortest form.
    std::string_view shortForm(std::string_view structure)
    {
        constexpr std::string_view suffix = "结构";
        if (structure.ends_with(suffix))
            structure.remove_suffix(suffix.size());
        if (structure == "钢筋混凝土")
            return "钢混";
        return structure == "简易" ? kSimple : structure;
    }

    /// "业务及管理用房-砖混结构" is for 砖混, 简易房 for itself; other classes have no structure.
    std::string_view structureOf(std::string_view className)
    {
        if (className == kSimple)
            return kSimple;
        const auto dash = className.find('-');
        return dash == std::string_view::npos ? std::string_view() : shortForm(className.substr(dash + 1));
    }

} // namespace

UsefulLives::UsefulLives()
{
    const ReferenceTable table(embeddedTable("depreciation"));
    for (std::size_t i = 0; i < table.size(); ++i) {
        UsefulLife life;
        life.className = table.cell(i, "class_zh");
        life.neverDepreciated = table.cell(i, "group_zh") == "不提折旧";
        life.minMonths = numberOf(table.cell(i, "min_years")) * 12;
        if (const auto most = table.cell(i, "max_years"); !most.empty())
            life.maxMonths = numberOf(most) * 12;
        life.source = table.cell(i, "source");
        std::string_view prefixes = table.cell(i, "gbt14885_2022_prefix");
        while (!prefixes.empty()) {
            const auto end = prefixes.find(';');
            m_rows.push_back(
                {std::string(prefixes.substr(0, end)), std::string(structureOf(life.className)), life});
            prefixes.remove_prefix(end == std::string_view::npos ? prefixes.size() : end + 1);
        }
    }
}

const UsefulLives& UsefulLives::current()
{
    static const UsefulLives instance;
    return instance;
}

const UsefulLife* UsefulLives::find(std::string_view classCode, std::string_view structure) const
{
    const Row* longest = nullptr;
    for (const Row& row : m_rows)
        if (classCode.starts_with(row.prefix) && (!longest || row.prefix.size() > longest->prefix.size()))
            longest = &row;
    if (!longest || longest->structure.empty())
        return longest ? &longest->life : nullptr;

    const auto ofStructure = [&](std::string_view wanted) -> const UsefulLife* {
        for (const Row& row : m_rows)
            if (row.prefix == longest->prefix && row.structure == wanted)
                return &row.life;
        return nullptr;
    };
    const UsefulLife* stated = ofStructure(structure.empty() ? kUnstated : shortForm(structure));
    return stated ? stated : ofStructure(kLowestPermanent);
}

std::string_view lifeProblem(const UsefulLife& life, int months, bool approved)
{
    if (life.neverDepreciated)
        return months > 0 ? "life.never_depreciated" : std::string_view();
    if (months < life.minMonths && !approved)
        return "life.below_minimum";
    if (life.maxMonths && months > *life.maxMonths)
        return "life.above_maximum";
    return {};
}

} // namespace guanwu
