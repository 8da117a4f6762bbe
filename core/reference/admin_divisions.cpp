#include "core/reference/admin_divisions.h"

#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"

namespace guanwu {

namespace {

    constexpr std::string_view kHuaihuaCode = "431200";

    const ReferenceTable& divisions()
    {
        static const ReferenceTable table(embeddedTable("admin_divisions"));
        return table;
    }

    /// "洪江管理区(洪江区)" goes by both names.
    bool goesBy(std::string_view entry, std::string_view name)
    {
        const auto open = entry.find('(');
        if (open == std::string_view::npos)
            return entry == name;
        return entry == name || entry.substr(0, open) == name
            || entry.substr(open + 1, entry.find(')') - open - 1) == name;
    }

} // namespace

bool isHuaihua(std::string_view name)
{
    const ReferenceTable& table = divisions();
    for (std::size_t row = 0; row < table.size(); ++row) {
        const bool inside
            = table.cell(row, "code") == kHuaihuaCode || table.cell(row, "parent") == kHuaihuaCode;
        if (inside && table.cell(row, "kind") != "heading" && goesBy(table.cell(row, "name_zh"), name))
            return true;
    }
    return false;
}

std::string_view divisionName(std::string_view code)
{
    const ReferenceTable& table = divisions();
    for (std::size_t row = 0; row < table.size(); ++row)
        if (!code.empty() && table.cell(row, "code") == code)
            return table.cell(row, "name_zh");
    return {};
}

} // namespace guanwu
