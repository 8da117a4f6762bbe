#include "core/reference/classification.h"

#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"

#include <algorithm>
#include <vector>

namespace guanwu {

namespace {

    using LegacyTable = std::vector<LegacyClass>;

    /// The first code of the 2022 edition that a note names.
    std::string successorIn(std::string_view note)
    {
        for (std::size_t at = note.find('A'); at != std::string_view::npos; at = note.find('A', at + 1))
            if (hasFormOf(ClassEdition::Edition2022, note.substr(at, 9)))
                return std::string(note.substr(at, 9));
        return {};
    }

    LegacyTable legacyTable(std::string_view edition)
    {
        const ReferenceTable csv(embeddedTable("asset_classification_legacy"));
        LegacyTable out;
        for (std::size_t row = 0; row < csv.size(); ++row)
            if (csv.cell(row, "edition").starts_with(edition))
                out.push_back({std::string(csv.cell(row, "code")), std::string(csv.cell(row, "name_zh")),
                    successorIn(csv.cell(row, "note")), std::string(csv.cell(row, "note"))});
        return out;
    }

    const LegacyClass* findIn(const LegacyTable& table, std::string_view code)
    {
        const auto found = std::find_if(
            table.begin(), table.end(), [&](const LegacyClass& entry) { return entry.code == code; });
        return found == table.end() ? nullptr : &*found;
    }

} // namespace

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

std::string_view Classification::nameOf(std::string_view code) const
{
    const ClassCode* entry = find(code);
    return entry ? std::string_view(entry->nameZh) : std::string_view();
}

const ClassCode* Classification::topClassOf(std::string_view code) const
{
    const ClassCode* entry = find(code);
    while (entry && entry->level > 1)
        entry = find(entry->parent);
    return entry;
}

const LegacyClass* findClass2010(std::string_view code)
{
    static const LegacyTable table = legacyTable("GB/T 14885-2010");
    if (!hasFormOf(ClassEdition::Edition2010, code))
        return nullptr;
    return findIn(table, std::string(code.substr(0, 3)) + "0000");
}

const LegacyClass* findClass2013(std::string_view code)
{
    static const LegacyTable table = legacyTable("Procurement catalogue 2013");
    return findIn(table, code);
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
