#include "schema/repositories/registry_index.h"

#include "schema/connection/session.h"

namespace guanwu {

namespace {

    constexpr std::size_t kAmbiguous = static_cast<std::size_t>(-1);
    const std::string kNothing;

    std::string nameKey(std::int64_t unit, std::string_view name)
    {
        return std::to_string(unit) + '/' + std::string(name);
    }

    void fill(RegistryTable& table, Bulk& bulk, std::string_view sql)
    {
        const auto rows = bulk.stream(sql, {});
        while (rows->next())
            table.add({rows->integer(0), std::string(rows->text(1)), std::string(rows->text(2)),
                rows->integer(3), rows->integer(4), std::string(rows->text(5))});
    }

} // namespace

void RegistryTable::add(RegistryEntry entry)
{
    const std::size_t index = m_entries.size();
    m_byId.emplace(entry.id, index);
    m_byCode.emplace(entry.code, index);
    const auto [found, fresh] = m_byName.emplace(nameKey(entry.unit, entry.name), index);
    if (!fresh)
        found->second = kAmbiguous;
    m_entries.push_back(std::move(entry));
}

const RegistryEntry* RegistryTable::byId(std::int64_t id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &m_entries[found->second];
}

const RegistryEntry* RegistryTable::byCode(std::string_view code) const
{
    const auto found = m_byCode.find(code);
    return found == m_byCode.end() ? nullptr : &m_entries[found->second];
}

const RegistryEntry* RegistryTable::byName(std::int64_t unit, std::string_view name) const
{
    const auto found = m_byName.find(nameKey(unit, name));
    return found == m_byName.end() || found->second == kAmbiguous ? nullptr : &m_entries[found->second];
}

const std::string& RegistryTable::codeOf(std::int64_t id) const
{
    const RegistryEntry* entry = byId(id);
    return entry ? entry->code : kNothing;
}

const std::string& RegistryTable::nameOf(std::int64_t id) const
{
    const RegistryEntry* entry = byId(id);
    return entry ? entry->name : kNothing;
}

RegistryIndex RegistryIndex::load(Session& session)
{
    RegistryIndex index;
    Bulk& bulk = session.bulk();
    fill(index.units, bulk, "SELECT id, code, name, 0, parent_id, org_type FROM registered_unit ORDER BY id");
    // A department has no code of its own; unit and name together stand for it.
    fill(index.departments, bulk, "SELECT id, '', name, unit_id, 0, '' FROM department ORDER BY id");
    fill(index.people, bulk, "SELECT id, code, name, unit_id, 0, '' FROM registered_person ORDER BY id");
    fill(index.places, bulk,
        "SELECT id, code, name, unit_id, parent_id, kind FROM registered_place ORDER BY id");
    return index;
}

std::vector<UnitId> unitsInInventory(Session& session)
{
    std::vector<UnitId> units;
    const auto rows
        = session.bulk().stream("SELECT id FROM registered_unit WHERE in_inventory = 1 ORDER BY code", {});
    while (rows->next())
        units.push_back(UnitId {rows->integer(0)});
    return units;
}

} // namespace guanwu
