#include "schema/repositories/registry_index.h"

#include "schema/access/scope_condition.h"
#include "schema/connection/session.h"

namespace guanwu {

namespace {

    constexpr std::size_t kAmbiguous = static_cast<std::size_t>(-1);
    const std::string kNothing;

    std::string nameKey(std::int64_t unit, std::string_view name)
    {
        return std::to_string(unit) + '/' + std::string(name);
    }

    /// `sql` ends in a condition.
    void fill(IndexedTable& table, Bulk& bulk, std::string_view sql, const ScopeCondition& scope)
    {
        const auto rows
            = bulk.stream(std::string(sql) + scope.positional() + " ORDER BY t.id", scope.values());
        while (rows->next())
            table.add({rows->integer(0), std::string(rows->text(1)), std::string(rows->text(2)),
                rows->integer(3), rows->integer(4), std::string(rows->text(5))});
    }

} // namespace

void IndexedTable::add(RegistryEntry entry)
{
    const std::size_t index = m_entries.size();
    m_byId.emplace(entry.id, index);
    m_byCode.emplace(entry.code, index);
    const auto [found, fresh] = m_byName.emplace(nameKey(entry.unit, entry.name), index);
    if (!fresh)
        found->second = kAmbiguous;
    m_entries.push_back(std::move(entry));
}

const RegistryEntry* IndexedTable::byId(std::int64_t id) const
{
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &m_entries[found->second];
}

const RegistryEntry* IndexedTable::byCode(std::string_view code) const
{
    const auto found = m_byCode.find(code);
    return found == m_byCode.end() ? nullptr : &m_entries[found->second];
}

const RegistryEntry* IndexedTable::byName(std::int64_t unit, std::string_view name) const
{
    const auto found = m_byName.find(nameKey(unit, name));
    return found == m_byName.end() || found->second == kAmbiguous ? nullptr : &m_entries[found->second];
}

const std::string& IndexedTable::codeOf(std::int64_t id) const
{
    const RegistryEntry* entry = byId(id);
    return entry ? entry->code : kNothing;
}

const std::string& IndexedTable::nameOf(std::int64_t id) const
{
    const RegistryEntry* entry = byId(id);
    return entry ? entry->name : kNothing;
}

RegistryIndex RegistryIndex::load(Session& session, const Scope& scope)
{
    RegistryIndex index;
    Bulk& bulk = session.bulk();
    fill(index.units, bulk,
        "SELECT t.id, t.code, t.name, 0, t.parent_id, t.org_type FROM registered_unit t WHERE t.id > 0",
        ScopeCondition(scope, "t.id"));
    // A department has no code of its own; unit and name together stand for it.
    fill(index.departments, bulk,
        "SELECT t.id, '', t.name, t.unit_id, 0, '' FROM department t WHERE t.id > 0",
        ScopeCondition(scope, "t.unit_id", "t.id"));
    fill(index.people, bulk,
        "SELECT t.id, t.code, t.name, t.unit_id, 0, '' FROM registered_person t WHERE t.id > 0",
        ScopeCondition(scope, "t.unit_id"));
    fill(index.places, bulk,
        "SELECT t.id, t.code, t.name, t.unit_id, t.parent_id, t.kind FROM registered_place t WHERE t.id > 0",
        ScopeCondition::ofPlaces(scope, "t"));
    return index;
}

std::vector<UnitId> unitsInInventory(Session& session, const Scope& scope)
{
    std::vector<UnitId> units;
    const ScopeCondition ownUnits(scope, "u.id");
    const auto rows = session.bulk().stream("SELECT u.id FROM registered_unit u WHERE u.in_inventory = 1"
            + ownUnits.positional() + " ORDER BY u.code",
        ownUnits.values());
    while (rows->next())
        units.push_back(UnitId {rows->integer(0)});
    return units;
}

} // namespace guanwu
