#include "schema/registers/soci_register_repository.h"

#include "schema/access/scope_condition.h"
#include "schema/cards/card_rows.h"
#include "schema/cards/soci_card_repository.h"
#include "schema/connection/chunked_lookup.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/registers/register_writes.h"

#include <algorithm>
#include <unordered_map>

namespace guanwu {

namespace {

    constexpr std::size_t kColumns = 13;
    constexpr std::string_view kSelect
        = "SELECT e.id, e.kind, e.type, e.entry_no, e.parent_id, p.entry_no, u.id, u.code, u.name, d.id, "
          "d.name, e.state, e.revision FROM register_entry e LEFT JOIN register_entry p ON p.id = e.parent_id "
          "LEFT JOIN unit u ON u.id = e.unit_id LEFT JOIN department d ON d.id = e.department_id WHERE ";

    ScopeCondition reached(const Scope& scope) { return {scope, "e.unit_id", "e.department_id"}; }

    Result<RegisterEntry> onlyOne(std::vector<RegisterEntry> found, const std::string& named)
    {
        if (found.empty())
            return fail(ErrorCode::NotFound, "register.not_found", named);
        return std::move(found.front());
    }

} // namespace

std::vector<RegisterEntry> SociRegisterRepository::read(Query& query)
{
    std::vector<RegisterEntry> out;
    while (query.next(kColumns)) {
        RegisterEntry entry;
        entry.id = RegisterEntryId {query.integer(0)};
        entry.kind = storedToken(kRegisterKinds, query.text(1));
        entry.type = query.text(2);
        entry.entryNo = query.text(3);
        entry.parent = RegisterEntryId {query.integer(4)};
        entry.parentNo = query.text(5);
        entry.unit = {query.integer(6), query.text(7), query.text(8)};
        entry.department = {query.integer(9), query.text(10), query.text(10)};
        entry.state = query.text(11);
        entry.revision = query.integer(12);
        out.push_back(std::move(entry));
    }
    return out;
}

void SociRegisterRepository::readValues(std::vector<RegisterEntry>& entries)
{
    std::unordered_map<std::int64_t, RegisterEntry*> byId;
    std::vector<std::int64_t> ids;
    for (RegisterEntry& entry : entries) {
        byId.emplace(entry.id.value, &entry);
        ids.push_back(entry.id.value);
    }
    inPieces(std::span<const std::int64_t>(ids), [&](std::span<const std::int64_t> piece) {
        Query query(m_session);
        query.add("SELECT v.entry_id, v.field, v.value FROM register_value v WHERE v.entry_id IN ");
        query.addList(piece);
        while (query.next(3))
            byId.at(query.integer(0))->set(query.text(1), query.text(2));
    });
}

Result<RegisterEntry> SociRegisterRepository::find(RegisterKind kind, const std::string& entryNo)
{
    std::vector<RegisterEntry> found;
    {
        Query query(m_session, Query::Lifetime::Kept);
        query.add(kSelect).add("e.entry_no = ", entryNo);
        query.add(" AND e.kind = ", tokenRow(kRegisterKinds, kind).token).add(reached(m_scope));
        found = read(query);
    }
    readValues(found);
    return onlyOne(std::move(found), entryNo);
}

Result<RegisterEntry> SociRegisterRepository::find(RegisterEntryId id)
{
    std::vector<RegisterEntry> found;
    {
        Query query(m_session, Query::Lifetime::Kept);
        query.add(kSelect).add("e.id = ", id.value).add(reached(m_scope));
        found = read(query);
    }
    readValues(found);
    return onlyOne(std::move(found), std::to_string(id.value));
}

std::vector<RegisterEntry> SociRegisterRepository::page(
    const RegisterFilter& filter, std::int64_t after, int limit)
{
    std::vector<RegisterEntry> found;
    {
        Query query(m_session);
        query.add(kSelect).add("e.type = ", std::string_view(filter.type));
        query.add(" AND e.id > ", after);
        if (!filter.unit.empty())
            query.add(" AND u.code = ", filter.unit);
        if (!filter.state.empty())
            query.add(" AND e.state = ", filter.state);
        if (filter.parent.value != 0)
            query.add(" AND e.parent_id = ", filter.parent.value);
        if (!filter.text.empty()) {
            query.add(" AND (e.entry_no = ", filter.text);
            query.add(" OR EXISTS (SELECT 1 FROM register_value v WHERE v.entry_id = e.id");
            query.add(" AND INSTR(v.value, ", filter.text).add(") > 0");
            if (!filter.restricted.empty())
                query.add(" AND v.field NOT IN ").addList(filter.restricted);
            query.add("))");
        }
        query.add(reached(m_scope)).add(" ORDER BY e.id LIMIT ", std::int64_t {limit});
        found = read(query);
    }
    readValues(found);
    return found;
}

std::vector<RegisterEntry> SociRegisterRepository::parts(RegisterEntryId parent)
{
    std::vector<RegisterEntry> found;
    {
        Query query(m_session);
        query.add(kSelect).add("e.parent_id = ", parent.value).add(reached(m_scope)).add(" ORDER BY e.id");
        found = read(query);
    }
    readValues(found);
    return found;
}

bool SociRegisterRepository::isTaken(
    std::string_view type, std::string_view field, const std::string& value, RegisterEntryId except)
{
    Query query(m_session);
    query.add(
        "SELECT 1 FROM register_value v JOIN register_entry e ON e.id = v.entry_id WHERE v.field = ", field);
    query.add(" AND v.value = ", value).add(" AND e.type = ", type);
    query.add(" AND e.state <> 'void' AND e.id <> ", except.value).add(" LIMIT 1");
    return query.next(1);
}

Result<void> SociRegisterRepository::store(std::span<const RegisterWrite> writes)
{
    return storeRegisterWrites(m_session, writes);
}

void SociRegisterRepository::note(RegisterEntryId entry, const RegisterEvent& event)
{
    storeRegisterEvent(m_session, entry, event);
}

std::vector<RegisterEvent> SociRegisterRepository::events(
    RegisterEntryId entry, std::int64_t before, int limit)
{
    return readRegisterEvents(m_session, entry, before, limit);
}

std::string SociRegisterRepository::greatestNumber(const std::string& prefix)
{
    Query query(m_session);
    query.add("SELECT MAX(e.entry_no) FROM register_entry e WHERE e.entry_no >= ", prefix + "000000");
    query.add(" AND e.entry_no <= ", prefix + "999999");
    return query.next(1) ? query.text(0) : std::string();
}

Result<Reference> SociRegisterRepository::unit(const std::string& code)
{
    const auto found = SociCardRepository(m_session, m_scope).unit(code);
    return found ? Result<Reference>(found->unit) : fail(found.error());
}

Result<Reference> SociRegisterRepository::department(UnitId unit, const std::string& name)
{
    return SociCardRepository(m_session, m_scope).department(unit, name);
}

Result<RegisteredCard> SociRegisterRepository::card(const std::string& assetNo)
{
    return SociCardRepository(m_session, m_scope).find(assetNo);
}

bool SociRegisterRepository::hasVehicleCard(const std::string& plateNo)
{
    Query query(m_session);
    query.add(
        "SELECT 1 FROM registered_asset a JOIN asset_vehicle v ON v.asset_id = a.id WHERE v.plate_no = ",
        plateNo);
    query.add(" AND a.use_state NOT IN ('written_off', 'void') LIMIT 1");
    return query.next(1);
}

std::vector<RegisteredCard> SociRegisterRepository::vehicleCards(std::int64_t after, int limit)
{
    std::vector<RegisteredCard> out;
    Query query(m_session);
    query.add(selectCards()).add("AND a.card_kind = 'vehicle'");
    query.add(" AND a.use_state NOT IN ('written_off', 'void') AND a.id > ", after);
    query.add(ScopeCondition(m_scope, "a.unit_id", "a.department_id"));
    query.add(" ORDER BY a.id LIMIT ", std::int64_t {limit});
    while (query.next(kCardColumns))
        out.push_back(readCard(query));
    return out;
}

std::int64_t SociRegisterRepository::newId() { return m_session.newId(); }

} // namespace guanwu
