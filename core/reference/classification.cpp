#include "core/reference/classification.h"

#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"

#include <algorithm>

namespace guanwu {

Classification::Classification()
{
    const ReferenceTable table(embeddedTable("asset_classification"));
    for (std::size_t row = 0; row < table.size(); ++row) {
        ClassCode entry;
        entry.code = table.cell(row, "code");
        entry.parent = table.cell(row, "parent");
        entry.level = table.cell(row, "level").front() - '0';
        entry.nameZh = table.cell(row, "name_zh");
        entry.nameEn = table.cell(row, "name_en");
        entry.unitOfMeasure = table.cell(row, "unit_of_measure");
        const std::string code = entry.code;
        m_codes.emplace(code, std::move(entry));
    }
    for (auto& [code, entry] : m_codes)
        if (const auto parent = m_codes.find(entry.parent); parent != m_codes.end())
            parent->second.leaf = false;
}

const Classification& Classification::edition2022()
{
    static const Classification instance;
    return instance;
}

const ClassCode* Classification::find(std::string_view code) const
{
    const auto found = m_codes.find(code);
    return found == m_codes.end() ? nullptr : &found->second;
}

bool Classification::isUsable(std::string_view code) const
{
    const ClassCode* entry = find(code);
    return entry && (entry->leaf || entry->level >= 3);
}

bool hasFormOf(ClassEdition edition, std::string_view code)
{
    const auto digits = [](std::string_view text) {
        return !text.empty()
            && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    switch (edition) {
    case ClassEdition::Edition2022:
        return code.size() == 9 && code[0] == 'A' && digits(code.substr(1));
    case ClassEdition::Edition2010:
        return code.size() == 7 && digits(code);
    case ClassEdition::Edition1994:
        return code.size() >= 6 && code.size() <= 9 && digits(code);
    }
    return false;
}

} // namespace guanwu
