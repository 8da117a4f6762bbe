#include "schema/repositories/registry_lists.h"

#include "schema/access/scope_condition.h"
#include "schema/connection/query.h"
#include "schema/connection/stored_token.h"

namespace guanwu {

namespace {

    // t is the list, u the unit that a row belongs to, o what stands above it.
    constexpr std::string_view kUnits
        = "SELECT t.id, t.code, t.name, t.uscc, t.org_type, t.organ_level, t.division, t.posts_established, "
          "t.posts_filled, t.in_inventory, t.parent_id, o.code FROM registered_unit t "
          "LEFT JOIN unit o ON o.id = t.parent_id WHERE t.code > ";
    constexpr std::size_t kUnitColumns = 12;

    constexpr std::string_view kPeople
        = "SELECT t.code, t.name, u.id, u.code, u.name, d.name, t.grade, t.post, t.in_post "
          "FROM registered_person t JOIN unit u ON u.id = t.unit_id "
          "LEFT JOIN department d ON d.id = t.department_id WHERE t.code > ";
    constexpr std::size_t kPersonColumns = 9;

    constexpr std::string_view kPlaces
        = "SELECT t.id, t.code, t.kind, t.name, t.parent_id, t.unit_id, t.usable_m2_x100, t.room_kind, o.code, "
          "u.id, u.code, u.name FROM registered_place t LEFT JOIN unit u ON u.id = t.unit_id "
          "LEFT JOIN place o ON o.id = t.parent_id WHERE t.code > ";
    constexpr std::size_t kPlaceColumns = 12;

    Reference readReference(const Query& row, std::size_t column)
    {
        return {row.integer(column), row.text(column + 1), row.text(column + 2)};
    }

    UnitRow readUnit(const Query& row)
    {
        UnitRow out;
        out.unit.id = UnitId {row.integer(0)};
        out.unit.code = row.text(1);
        out.unit.name = row.text(2);
        out.unit.uscc = row.text(3);
        out.unit.orgType = storedToken(kOrgTypes, row.text(4));
        out.unit.organLevel = storedToken(kOrganLevels, row.text(5));
        out.unit.division = row.text(6);
        out.unit.postsEstablished = row.integer(7);
        out.unit.postsFilled = row.integer(8);
        out.unit.inInventory = row.integer(9) != 0;
        if (!row.isNull(10))
            out.unit.parent = UnitId {row.integer(10)};
        out.parentCode = row.text(11);
        return out;
    }

    PersonRow readPerson(const Query& row)
    {
        return {row.text(0), row.text(1), readReference(row, 2), row.text(5), row.text(6), row.text(7),
            row.integer(8) != 0};
    }

    PlaceRow readPlace(const Query& row)
    {
        PlaceRow out;
        out.place.id = PlaceId {row.integer(0)};
        out.place.code = row.text(1);
        out.place.kind = storedToken(kPlaceKinds, row.text(2));
        out.place.name = row.text(3);
        if (!row.isNull(4))
            out.place.parent = PlaceId {row.integer(4)};
        if (!row.isNull(5))
            out.place.unit = UnitId {row.integer(5)};
        if (!row.isNull(6))
            out.place.usableArea = Area::fromHundredths(row.integer(6));
        out.place.roomKind = storedTokenOrNone(kRoomKinds, row.text(7));
        out.parentCode = row.text(8);
        out.unit = readReference(row, 9);
        return out;
    }

    const std::string& codeOf(const UnitRow& row) { return row.unit.code; }
    const std::string& codeOf(const PersonRow& row) { return row.code; }
    const std::string& codeOf(const PlaceRow& row) { return row.place.code; }
    const std::string& codeOf(const DepartmentRow& row) { return row.name; }

    void addText(Query& query, const ListFilter& filter)
    {
        // INSTR and not LIKE: a name may hold % or _.
        if (!filter.text.empty())
            query.add(" AND (INSTR(t.name, ", filter.text)
                .add(") > 0 OR INSTR(t.code, ", filter.text)
                .add(") > 0)");
    }

    template <class Row>
    ListPage<Row> readPage(
        Query& query, const ListFilter& filter, std::size_t columns, Row (*read)(const Query&))
    {
        ListPage<Row> page;
        query.add(" LIMIT ", std::int64_t {filter.limit} + 1);
        while (query.next(columns)) {
            if (page.rows.size() == static_cast<std::size_t>(filter.limit)) {
                page.next = codeOf(page.rows.back());
                break;
            }
            page.rows.push_back(read(query));
        }
        return page;
    }

} // namespace

ListPage<UnitRow> RegistryLists::units(const ListFilter& filter)
{
    Query query(m_session);
    query.add(kUnits, filter.after).add(ScopeCondition(m_scope, "t.id"));
    addText(query, filter);
    if (!filter.parent.empty())
        query.add(" AND o.code = ", filter.parent);
    query.add(" ORDER BY t.code");
    return readPage(query, filter, kUnitColumns, readUnit);
}

Result<UnitRow> RegistryLists::unit(const std::string& code)
{
    Query query(m_session);
    query.add(kUnits, std::string()).add(" AND t.code = ", code).add(ScopeCondition(m_scope, "t.id"));
    if (!query.next(kUnitColumns))
        return fail(ErrorCode::NotFound, "unit.not_found", code);
    return readUnit(query);
}

Result<ListPage<DepartmentRow>> RegistryLists::departments(const ListFilter& filter)
{
    if (const auto known = unit(filter.unit); !known)
        return fail(known.error());
    Query query(m_session);
    query.add(
        "SELECT t.name, u.id, u.code, u.name FROM department t JOIN unit u ON u.id = t.unit_id WHERE u.code = ",
        filter.unit);
    query.add(" AND t.name > ", filter.after).add(ScopeCondition(m_scope, "t.unit_id", "t.id"));
    if (!filter.text.empty())
        query.add(" AND INSTR(t.name, ", filter.text).add(") > 0");
    query.add(" ORDER BY t.name");
    return readPage<DepartmentRow>(query, filter, 4, [](const Query& row) {
        return DepartmentRow {row.text(0), readReference(row, 1)};
    });
}

ListPage<PersonRow> RegistryLists::people(const ListFilter& filter)
{
    Query query(m_session);
    query.add(kPeople, filter.after).add(ScopeCondition(m_scope, "t.unit_id"));
    addText(query, filter);
    if (!filter.unit.empty())
        query.add(" AND u.code = ", filter.unit);
    query.add(" ORDER BY t.code");
    return readPage(query, filter, kPersonColumns, readPerson);
}

ListPage<PlaceRow> RegistryLists::places(const ListFilter& filter)
{
    Query query(m_session);
    query.add(kPlaces, filter.after).add(ScopeCondition::ofPlaces(m_scope, "t"));
    addText(query, filter);
    if (!filter.unit.empty())
        query.add(" AND u.code = ", filter.unit);
    if (!filter.parent.empty())
        query.add(" AND o.code = ", filter.parent);
    query.add(" ORDER BY t.code");
    return readPage(query, filter, kPlaceColumns, readPlace);
}

} // namespace guanwu
