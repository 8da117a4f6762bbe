#include "schema/leasing/soci_lease_store.h"

#include "core/values/calendar.h"
#include "schema/access/scope_condition.h"
#include "schema/audit/audit_trail.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/stored_token.h"
#include "schema/connection/unit_of_work.h"

namespace guanwu {

namespace {

    constexpr std::string_view kSelect
        = "SELECT l.id, l.contract_no, l.kind, l.unit_id, u.code, u.name, l.counterparty, l.telephone, "
          "l.approval_no, l.approved_on, l.first_day, l.last_day, l.rent_fen, l.period, l.due_day, l.state, "
          "l.ended_on, l.remark, l.revision FROM lease_contract l JOIN unit u ON u.id = l.unit_id WHERE ";
    constexpr std::size_t kColumns = 19;

    LeaseContract readContract(const Query& row)
    {
        LeaseContract contract;
        contract.id = row.integer(0);
        contract.contractNo = row.text(1);
        contract.kind = storedToken(kLeaseKinds, row.text(2));
        contract.unit = UnitId {row.integer(3)};
        contract.unitCode = row.text(4);
        contract.unitName = row.text(5);
        contract.counterparty = row.text(6);
        contract.telephone = row.text(7);
        contract.approvalNo = row.text(8);
        contract.approvedOn = fromDayColumn(row.text(9)).value_or(Day {});
        contract.from = fromDayColumn(row.text(10)).value_or(Day {});
        contract.to = fromDayColumn(row.text(11)).value_or(Day {});
        contract.rent = Money::fromFen(row.integer(12));
        contract.period = storedToken(kRentPeriods, row.text(13));
        contract.dueDay = static_cast<int>(row.integer(14));
        contract.state = storedToken(kLeaseStates, row.text(15));
        contract.endedOn = fromDayColumn(row.text(16));
        contract.remark = row.text(17);
        contract.revision = row.integer(18);
        return contract;
    }

} // namespace

void SociLeaseStore::readRent(WholeLease& lease)
{
    Query query(m_session);
    query.add("SELECT period_no, first_day, last_day, due_on, due_fen, paid_fen, paid_on, voucher_no FROM "
              "rent_due WHERE contract_id = ",
        lease.contract.id);
    query.add(" ORDER BY period_no");
    while (query.next(8)) {
        RentDue due;
        due.no = static_cast<int>(query.integer(0));
        due.from = fromDayColumn(query.text(1)).value_or(Day {});
        due.to = fromDayColumn(query.text(2)).value_or(Day {});
        due.dueOn = fromDayColumn(query.text(3)).value_or(Day {});
        due.due = Money::fromFen(query.integer(4));
        due.paid = Money::fromFen(query.integer(5));
        due.paidOn = fromDayColumn(query.text(6));
        due.voucherNo = query.text(7);
        lease.rent.push_back(std::move(due));
    }
}

Result<WholeLease> SociLeaseStore::find(const std::string& contractNo)
{
    Query query(m_session);
    query.add(kSelect).add("l.contract_no = ", contractNo).add(ScopeCondition(m_scope, "l.unit_id"));
    return whole(query, contractNo);
}

Result<WholeLease> SociLeaseStore::find(std::int64_t id)
{
    Query query(m_session);
    query.add(kSelect).add("l.id = ", id).add(ScopeCondition(m_scope, "l.unit_id"));
    return whole(query, std::to_string(id));
}

Result<WholeLease> SociLeaseStore::whole(Query& query, const std::string& named)
{
    if (!query.next(kColumns))
        return fail(ErrorCode::NotFound, "lease.not_found", named);
    WholeLease lease {readContract(query), {}, {}};
    if (query.next(kColumns)) // to its end: MariaDB takes one question at a time
        throw CorruptData("two contracts with one number");
    Query things(m_session);
    things.add("SELECT a.id, a.asset_no, a.name, l.before_state, l.before_idle_since FROM lease_asset l JOIN "
               "asset a ON a.id = l.asset_id WHERE l.contract_id = ",
        lease.contract.id);
    things.add(" ORDER BY a.asset_no");
    while (things.next(5))
        lease.assets.push_back({AssetId {things.integer(0)}, things.text(1), things.text(2),
            storedToken(kUseStates, things.text(3)), fromDayColumn(things.text(4))});
    readRent(lease);
    return lease;
}

std::vector<WholeLease> SociLeaseStore::list(std::int64_t after, int most)
{
    std::vector<WholeLease> out;
    {
        Query query(m_session);
        query.add(kSelect).add("l.id > ", after).add(ScopeCondition(m_scope, "l.unit_id"));
        query.add(" ORDER BY l.id LIMIT ", std::int64_t {most});
        while (query.next(kColumns))
            out.push_back({readContract(query), {}, {}});
    }
    for (WholeLease& lease : out)
        readRent(lease);
    return out;
}

void SociLeaseStore::storeRent(const WholeLease& lease)
{
    for (const RentDue& due : lease.rent)
        insertRow(m_session, "rent_due",
            {{"contract_id", lease.contract.id}, {"period_no", std::int64_t {due.no}},
                {"first_day", formatDate(due.from)}, {"last_day", formatDate(due.to)},
                {"due_on", formatDate(due.dueOn)}, {"due_fen", due.due.fen()}, {"paid_fen", due.paid.fen()},
                {"paid_on", SqlValue::dayOrNull(due.paidOn)}, {"voucher_no", SqlValue::textOrNull(due.voucherNo)}});
}

Result<void> SociLeaseStore::insert(const WholeLease& lease)
{
    const LeaseContract& contract = lease.contract;
    UnitOfWork work(m_session);
    m_session.audit().note(
        {"leases/" + contract.contractNo, {}, std::string(tokenRow(kLeaseStates, contract.state).token)});
    try {
        insertRow(m_session, "lease_contract",
            {{"id", contract.id}, {"contract_no", contract.contractNo},
                {"kind", tokenRow(kLeaseKinds, contract.kind).token}, {"unit_id", contract.unit.value},
                {"counterparty", contract.counterparty},
                {"telephone", SqlValue::textOrNull(contract.telephone)},
                {"approval_no", contract.approvalNo}, {"approved_on", formatDate(contract.approvedOn)},
                {"first_day", formatDate(contract.from)}, {"last_day", formatDate(contract.to)},
                {"rent_fen", contract.rent.fen()}, {"period", tokenRow(kRentPeriods, contract.period).token},
                {"due_day", std::int64_t {contract.dueDay}},
                {"state", tokenRow(kLeaseStates, contract.state).token},
                {"ended_on", SqlValue::dayOrNull(contract.endedOn)},
                {"remark", SqlValue::textOrNull(contract.remark)}, {"revision", contract.revision}});
    } catch (const DuplicateKey&) {
        return fail(ErrorCode::Conflict, "lease.number_taken", contract.contractNo);
    }
    for (const LeasedAsset& thing : lease.assets)
        try {
            insertRow(m_session, "lease_asset",
                {{"contract_id", contract.id}, {"asset_id", thing.asset.value},
                    {"open_asset_id", thing.asset.value},
                    {"before_state", tokenRow(kUseStates, thing.before).token},
                    {"before_idle_since", SqlValue::dayOrNull(thing.idleSince)}});
        } catch (const DuplicateKey&) {
            return fail(ErrorCode::Conflict, "lease.asset_let", thing.assetNo);
        }
    storeRent(lease);
    work.commit();
    return {};
}

Result<void> SociLeaseStore::update(const WholeLease& lease)
{
    const LeaseContract& contract = lease.contract;
    UnitOfWork work(m_session);
    m_session.audit().note({"leases/" + contract.contractNo, std::to_string(contract.revision),
        std::string(tokenRow(kLeaseStates, contract.state).token) + ' '
            + std::to_string(contract.revision + 1)});
    Query update(m_session);
    update.add("UPDATE lease_contract SET state = ", tokenRow(kLeaseStates, contract.state).token);
    update.add(", ended_on = ", SqlValue::dayOrNull(contract.endedOn)).add(", revision = revision + 1 WHERE id = ",
        contract.id);
    update.add(" AND revision = ", contract.revision);
    if (update.run() != 1)
        return fail(ErrorCode::StaleRevision, "lease.changed", contract.contractNo);
    if (contract.state == LeaseState::Ended)
        Query(m_session)
            .add("UPDATE lease_asset SET open_asset_id = NULL WHERE contract_id = ", contract.id)
            .run();
    Query(m_session).add("DELETE FROM rent_due WHERE contract_id = ", contract.id).run();
    storeRent(lease);
    work.commit();
    return {};
}

} // namespace guanwu
