#include "schema/repositories/unit_reforms.h"

#include "core/cards/card_moves.h"
#include "core/inventory/sheet_state.h"
#include "core/values/calendar.h"
#include "schema/audit/audit_trail.h"
#include "schema/cards/countable_states.h"
#include "schema/cards/soci_card_repository.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/connection/unit_of_work.h"
#include "schema/documents/final_states.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::size_t kCardsAPiece = 250;

    std::vector<std::int64_t> idsOf(const std::vector<Reference>& references)
    {
        std::vector<std::int64_t> out;
        for (const Reference& one : references)
            out.push_back(one.id);
        return out;
    }

    Result<Reference> unitOf(Session& session, const std::string& code)
    {
        Query query(session);
        query.add("SELECT id, code, name FROM registered_unit WHERE code = ", code);
        if (!query.next(3))
            return fail(ErrorCode::NotFound, "unit.not_found", code);
        return Reference {query.integer(0), query.text(1), query.text(2)};
    }

    std::vector<Reference> departmentsOf(Session& session, std::int64_t unit)
    {
        std::vector<Reference> out;
        Query query(session);
        query.add("SELECT id, name FROM department WHERE unit_id = ", unit).add(" ORDER BY id");
        while (query.next(2))
            out.push_back({query.integer(0), query.text(1), query.text(1)});
        return out;
    }

    std::int64_t count(Query& query) { return query.next(1) ? query.integer(0) : 0; }

    std::vector<std::string> texts(Query& query)
    {
        std::vector<std::string> out;
        while (query.next(1))
            out.push_back(query.text(0));
        return out;
    }

} // namespace

struct UnitReforms::Work {
    const ReformOrder& order;
    const ReformPlan& plan;
    std::int64_t id = 0;
    std::string by;
    Instant at {};

    [[nodiscard]] bool isSplit() const { return order.kind == ReformKind::Split; }
};

std::optional<UnitEnd> UnitReforms::endOf(UnitId unit)
{
    Query query(m_session);
    query.add(
        "SELECT r.kind, s.id, s.code, s.name, r.reformed_on FROM unit_reform r "
        "LEFT JOIN unit s ON s.id = r.successor_id WHERE r.kind IN ('merge', 'abolish') AND r.unit_id = ",
        unit.value);
    if (!query.next(5))
        return std::nullopt;
    return UnitEnd {storedToken(kReformKinds, query.text(0)),
        {query.integer(1), query.text(2), query.text(3)}, fromDayColumn(query.text(4)).value_or(Day {})};
}

Result<ReformPlan> UnitReforms::plan(const ReformOrder& order)
{
    ReformPlan out;
    auto unit = unitOf(m_session, order.unit);
    if (!unit)
        return fail(unit.error());
    out.unit = std::move(*unit);
    if (!order.successor.empty()) {
        auto successor = unitOf(m_session, order.successor);
        if (!successor)
            return fail(successor.error());
        out.successor = std::move(*successor);
    }
    const std::int64_t from = out.unit.id;
    out.ended = endOf(UnitId {from}).has_value();
    out.successorEnded = out.successor.id != 0 && endOf(UnitId {out.successor.id}).has_value();
    if (order.kind == ReformKind::Rename)
        return out;

    const bool isSplit = order.kind == ReformKind::Split;
    const auto isNamed = [&](const std::string& name) {
        return std::find(order.departments.begin(), order.departments.end(), name) != order.departments.end();
    };
    const auto there = departmentsOf(m_session, out.successor.id);
    const auto here = departmentsOf(m_session, from);
    for (Reference department : here) {
        if (isSplit && !isNamed(department.name))
            continue;
        // Two offices of the same name go on beside each other, each with its people and things.
        if (std::any_of(there.begin(), there.end(),
                [&](const Reference& one) { return one.name == department.name; }))
            department.name += "（" + out.unit.name + "）";
        out.departments.push_back(std::move(department));
    }
    for (const std::string& name : order.departments)
        if (std::none_of(here.begin(), here.end(), [&](const Reference& one) { return one.name == name; }))
            out.unknownDepartments.push_back(name);

    const auto departments = idsOf(out.departments);
    const auto onlyThose = [&](Query& query, std::string_view column) -> Query& {
        if (isSplit)
            query.add(column).addList(departments);
        return query;
    };
    {
        Query query(m_session);
        query.add("SELECT count(*), sum(a.quantity), sum(v.original_fen) FROM registered_asset a "
                  "JOIN asset_value v ON v.asset_id = a.id WHERE a.unit_id = ",
            from);
        query.add(" AND a.use_state IN ").addList(countableStates());
        onlyThose(query, " AND a.department_id IN ");
        if (query.next(3)) {
            out.cards = query.integer(0);
            out.pieces = query.integer(1);
            out.original = Money::fromFen(query.integer(2));
        }
    }
    {
        Query query(m_session);
        query.add("SELECT count(*) FROM person WHERE unit_id = ", from);
        out.people = count(onlyThose(query, " AND department_id IN "));
    }
    if (!isSplit) {
        Query places(m_session);
        out.places = count(places.add("SELECT count(*) FROM place WHERE unit_id = ", from));
        Query units(m_session);
        out.subordinates = count(units.add("SELECT count(*) FROM unit WHERE parent_id = ", from));
        Query leases(m_session);
        leases.add("SELECT count(*) FROM lease_contract WHERE ended_on IS NULL AND unit_id = ", from);
        out.leases = count(leases);
    }
    {
        Query query(m_session);
        query.add("SELECT login FROM account WHERE disabled = 0 AND unit_id = ", from);
        onlyThose(query, " AND department_id IN ").add(" ORDER BY login");
        out.accounts = texts(query);
    }
    {
        Query query(m_session);
        query.add("SELECT document_no FROM document WHERE state NOT IN ").addList(finalStates());
        query.add(" AND (unit_id = ", from);
        query.add(" OR counterpart_id = ", from).add(") ORDER BY id");
        out.openDocuments = texts(query);
    }
    {
        Query query(m_session);
        query.add("SELECT t.task_no FROM count_sheet s JOIN inventory_task t ON t.id = s.task_id "
                  "WHERE s.unit_id = ",
            from);
        query.add(" AND s.state <> ", tokenRow(kSheetStates, SheetState::Closed).token)
            .add(" ORDER BY t.task_no");
        out.openSheets = texts(query);
    }
    return out;
}

/// Written-off cards stay where they ended: they are history of the old unit.
Result<void> UnitReforms::moveCards(const Work& work)
{
    const std::int64_t from = work.plan.unit.id;
    std::vector<std::string> numbers;
    {
        Query query(m_session);
        query.add("SELECT a.asset_no FROM registered_asset a WHERE (a.unit_id = ", from);
        query.add(" OR a.using_unit_id = ", from).add(" OR a.right_holder_id = ", from);
        query.add(") AND a.use_state IN ").addList(countableStates());
        if (work.isSplit())
            query.add(" AND a.department_id IN ").addList(idsOf(work.plan.departments));
        query.add(" ORDER BY a.id");
        numbers = texts(query);
    }
    SociCardRepository cards(m_session, Scope::everything());
    const std::string reason
        = work.order.paperNo + " " + std::string(tokenRow(kReformKinds, work.order.kind).nameZh);
    const auto month = work.order.on.year() / work.order.on.month();
    for (std::size_t at = 0; at < numbers.size(); at += kCardsAPiece) {
        const std::vector<std::string> piece(numbers.begin() + static_cast<std::ptrdiff_t>(at),
            numbers.begin() + static_cast<std::ptrdiff_t>(std::min(numbers.size(), at + kCardsAPiece)));
        std::vector<ChangedCard> changes;
        for (const RegisteredCard& card : cards.findAll(piece)) {
            RegisteredCard after = taken(card, work.plan.unit, work.plan.successor);
            if (card.unit.id == from)
                insertRow(m_session, "asset_exit",
                    {{"asset_id", card.card.id.value}, {"document_id", work.id}, {"unit_id", from},
                        {"to_unit_id", work.plan.successor.id}, {"left_on", formatDate(work.order.on)},
                        {"way", "unit_" + std::string(tokenRow(kReformKinds, work.order.kind).token)},
                        {"original_fen", card.card.original.fen()},
                        {"accumulated_fen", card.schedule.accumulatedOnLeaving(month).fen()},
                        {"voucher_no", SqlValue()}});
            changes.push_back(changeOf(card, std::move(after),
                {m_session.newId(), CardEventKind::Changed, work.at, work.by, reason, work.id, 0, {}}));
        }
        if (auto moved = cards.update(changes); !moved)
            return moved;
    }
    return {};
}

void UnitReforms::moveTheRest(const Work& work)
{
    const std::int64_t from = work.plan.unit.id;
    const std::int64_t to = work.plan.successor.id;
    for (const Reference& department : work.plan.departments) {
        Query query(m_session);
        query.add("UPDATE department SET unit_id = ", to).add(", name = ", department.name);
        query.add(" WHERE id = ", department.id).run();
    }
    {
        Query query(m_session);
        query.add("UPDATE person SET revision = revision + 1, unit_id = ", to).add(" WHERE unit_id = ", from);
        if (work.isSplit())
            query.add(" AND department_id IN ").addList(idsOf(work.plan.departments));
        query.run();
    }
    {
        Query query(m_session);
        query.add("UPDATE register_entry SET revision = revision + 1, unit_id = ", to)
            .add(" WHERE unit_id = ", from);
        if (work.isSplit())
            query.add(" AND department_id IN ").addList(idsOf(work.plan.departments));
        query.run();
    }
    if (work.isSplit()) // rooms, subordinates and contracts stay with who goes on under the old name
        return;
    // Whoever stood below the unit and takes it over comes to where the unit stood.
    Query(m_session)
        .add("UPDATE unit SET revision = revision + 1, parent_id = "
             "(SELECT p FROM (SELECT parent_id AS p FROM unit WHERE id = ",
            from)
        .add(") AS above) WHERE id = ", to)
        .add(" AND parent_id = ", from)
        .run();
    Query(m_session)
        .add("UPDATE unit SET revision = revision + 1, parent_id = ", to)
        .add(" WHERE parent_id = ", from)
        .run();
    Query(m_session)
        .add("UPDATE place SET revision = revision + 1, unit_id = ", to)
        .add(" WHERE unit_id = ", from)
        .run();
    Query(m_session)
        .add("UPDATE lease_contract SET revision = revision + 1, unit_id = ", to)
        .add(" WHERE ended_on IS NULL AND unit_id = ", from)
        .run();
    // Whoever was merged goes on in the other, and so do its use certificates. Those of a body that is no
    // more end with it: its rooms come back (lifecycle 4.3). What was given back before is history of the old
    // unit.
    if (work.order.kind == ReformKind::Merge)
        Query(m_session)
            .add("UPDATE room_allocation SET unit_id = ", to)
            .add(" WHERE vacated_on IS NULL AND unit_id = ", from)
            .run();
    // Where both used what a certificate covers, the one that goes on stands there once.
    Query(m_session)
        .add("DELETE FROM certificate_user WHERE unit_id = ", from)
        .add(
            " AND certificate_id IN (SELECT b.certificate_id FROM (SELECT certificate_id FROM certificate_user "
            "WHERE unit_id = ",
            to)
        .add(") b)")
        .run();
    Query(m_session).add("UPDATE certificate_user SET unit_id = ", to).add(" WHERE unit_id = ", from).run();
}

void UnitReforms::note(const Work& work)
{
    const std::int64_t to = work.plan.successor.id;
    m_session.audit().note({"unit-reforms/" + std::to_string(work.id), work.plan.unit.name,
        std::string(tokenRow(kReformKinds, work.order.kind).token)});
    insertRow(m_session, "unit_reform",
        {{"id", work.id}, {"kind", tokenRow(kReformKinds, work.order.kind).token},
            {"unit_id", work.plan.unit.id}, {"successor_id", to == 0 ? SqlValue() : SqlValue(to)},
            {"old_name", work.plan.unit.name}, {"new_name", SqlValue::textOrNull(work.order.newName)},
            {"paper_no", work.order.paperNo}, {"reason", SqlValue::textOrNull(work.order.reason)},
            {"reformed_on", formatDate(work.order.on)}, {"done_by", work.by},
            {"done_at", toInstantColumn(work.at)}});
    // What is no more is counted no more.
    if (endsUnit(work.order.kind))
        Query(m_session)
            .add("UPDATE unit SET revision = revision + 1, in_inventory = 0 WHERE id = ", work.plan.unit.id)
            .run();
    if (work.order.kind == ReformKind::Rename)
        Query(m_session)
            .add("UPDATE unit SET revision = revision + 1, name = ", work.order.newName)
            .add(" WHERE id = ", work.plan.unit.id)
            .run();
}

Result<ReformPlan> UnitReforms::carryOut(
    const ReformOrder& order, const std::string& by, Instant at, bool dryRun)
{
    return retrying(m_session, [&]() -> Result<ReformPlan> {
        UnitOfWork transaction(m_session);
        auto plan = this->plan(order);
        if (!plan)
            return plan;
        const Day today = chinaDate(at);
        if (auto problems = problemsOf(order, *plan, today); !problems.empty())
            return fail(problems.front());
        const Work work {order, *plan, m_session.newId(), by, at};
        if (order.kind != ReformKind::Rename && plan->successor.id != 0) {
            if (auto moved = moveCards(work); !moved)
                return fail(moved.error());
            moveTheRest(work);
        }
        note(work);
        if (!dryRun)
            transaction.commit();
        return plan;
    });
}

} // namespace guanwu
