#include "core/reference/class_list.h"

#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"

#include <algorithm>

namespace guanwu {

namespace {

    const std::vector<const ClassCode*>& allClasses()
    {
        static const std::vector<const ClassCode*> all = [] {
            std::vector<const ClassCode*> out;
            const ReferenceTable table(embeddedTable("asset_classification"));
            for (std::size_t row = 0; row < table.size(); ++row)
                if (const ClassCode* code = Classification::edition2022().find(table.cell(row, "code")))
                    out.push_back(code);
            std::sort(out.begin(), out.end(),
                [](const ClassCode* a, const ClassCode* b) { return a->code < b->code; });
            return out;
        }();
        return all;
    }

} // namespace

std::vector<const ClassCode*> classes2022(std::string_view parent, std::string_view text)
{
    std::vector<const ClassCode*> out;
    for (const ClassCode* code : allClasses()) {
        const bool isBelow = parent.empty() || code->parent == parent;
        const bool isMeant = code->code.starts_with(text) || code->nameZh.find(text) != std::string::npos;
        if (isBelow && isMeant)
            out.push_back(code);
    }
    return out;
}

} // namespace guanwu
