#include "core/reference/useful_life.h"

#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"

#include <charconv>

namespace guanwu {

namespace {

    constexpr std::string_view kDefaultStructure = "钢筋混凝土结构";

    int numberOf(std::string_view text)
    {
        int value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    }

    /// "业务及管理用房-砖混结构" → "砖混结构"; other classes have no structure.
    std::string structureOf(std::string_view className)
    {
        const auto dash = className.find('-');
        return dash == std::string_view::npos ? std::string() : std::string(className.substr(dash + 1));
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
            m_rows.push_back({std::string(prefixes.substr(0, end)), structureOf(life.className), life});
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
    const std::string_view wanted = structure.empty() ? kDefaultStructure : structure;
    const Row* best = nullptr;
    bool bestHasStructure = false;
    for (const Row& row : m_rows) {
        if (!classCode.starts_with(row.prefix) || (best && row.prefix.size() < best->prefix.size()))
            continue;
        const bool structureFits = !row.structure.empty() && row.structure == wanted;
        if (!best || row.prefix.size() > best->prefix.size() || (structureFits && !bestHasStructure)) {
            best = &row;
            bestHasStructure = structureFits;
        }
    }
    return best ? &best->life : nullptr;
}

} // namespace guanwu
