// Contracts by which assets are let or lent, and their rent.
#include "app/server/routes/paging.h"
#include "app/server/routes/routes.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"
#include "core/leasing/lease_service.h"
#include "core/values/calendar.h"
#include "schema/cards/soci_card_repository.h"
#include "schema/leasing/soci_lease_store.h"

namespace guanwu {

namespace lease_routes {

    using Json = nlohmann::ordered_json;

    Json leaseJson(const WholeLease& lease, Day on)
    {
        const LeaseContract& contract = lease.contract;
        return {{"lease", std::to_string(contract.id)}, {"contract_no", contract.contractNo},
            {"kind", tokenRow(kLeaseKinds, contract.kind).token}, {"unit", contract.unitCode},
            {"unit_name", contract.unitName}, {"counterparty", contract.counterparty},
            {"telephone", textOrNull(contract.telephone)}, {"approval_no", contract.approvalNo},
            {"approved_on", formatDate(contract.approvedOn)}, {"from", formatDate(contract.from)},
            {"to", formatDate(contract.to)}, {"rent_yuan", contract.rent.toYuanString()},
            {"period", tokenRow(kRentPeriods, contract.period).token}, {"due_day", contract.dueDay},
            {"state", tokenRow(kLeaseStates, contract.state).token},
            {"ended_on", contract.endedOn ? Json(formatDate(*contract.endedOn)) : Json()},
            {"remark", textOrNull(contract.remark)}, {"due_yuan", lease.due().toYuanString()},
            {"paid_yuan", lease.paidSoFar().toYuanString()},
            {"overdue_yuan", lease.overdueOn(on).toYuanString()}};
    }

    Json wholeJson(const WholeLease& lease, Day on)
    {
        Json out = leaseJson(lease, on);
        Json things = Json::array();
        for (const LeasedAsset& thing : lease.assets)
            things.push_back({{"asset_no", thing.assetNo}, {"name", thing.name}});
        Json rent = Json::array();
        for (const RentDue& due : lease.rent)
            rent.push_back({{"no", due.no}, {"from", formatDate(due.from)}, {"to", formatDate(due.to)},
                {"due_on", formatDate(due.dueOn)}, {"due_yuan", due.due.toYuanString()},
                {"paid_yuan", due.paid.toYuanString()}, {"gap_yuan", due.gap().toYuanString()},
                {"paid_on", due.paidOn ? Json(formatDate(*due.paidOn)) : Json()},
                {"voucher_no", textOrNull(due.voucherNo)}, {"overdue", due.isOverdueOn(on)}});
        out["assets"] = std::move(things);
        out["rent"] = std::move(rent);
        return out;
    }

    /// The use cases over the session that the call was lent.
    struct Leases {
        explicit Leases(RouteCall& call)
            : store(call.session, call.scope())
            , cards(call.session, call.scope())
            , service(store, cards, call.scope(), call.server.now)
            , by {call.caller.account.login, isCityWide(call.caller.account.role.value_or(Role::UnitClerk))}
        {
        }
        SociLeaseStore store;
        SociCardRepository cards;
        LeaseService service;
        LeaseBy by;
    };

    Result<WholeLease> named(const RouteCall& call, SociLeaseStore& store)
    {
        const std::string& text = call.pathValue("lease");
        const auto id = wholeNumber(text);
        return id ? store.find(*id) : fail(ErrorCode::NotFound, "lease.not_found", text);
    }

    Result<HttpResponse> list(RouteCall& call)
    {
        const auto limit = pageLimit(call);
        const auto start = pageStart(call);
        if (!limit || !start)
            return fail(!limit ? limit.error() : start.error());
        Json rows = Json::array();
        const auto page = Leases(call).store.list(*start, *limit + 1);
        for (const WholeLease& lease : page)
            if (rows.size() < static_cast<std::size_t>(*limit))
                rows.push_back(leaseJson(lease, call.server.today()));
        const bool isMore = page.size() > rows.size();
        return jsonResponse({{"leases", rows}, {"next", isMore ? rows.back()["lease"] : Json()}});
    }

    Result<HttpResponse> one(RouteCall& call)
    {
        Leases leases(call);
        const auto lease = named(call, leases.store);
        return lease ? Result<HttpResponse>(jsonResponse(wholeJson(*lease, call.server.today())))
                     : fail(lease.error());
    }

    Result<LeaseContract> contractOf(const RouteCall& call)
    {
        LeaseContract contract;
        Result<void> sound;
        const auto take = [&](auto& into, auto value) {
            if (value)
                into = *value;
            else if (sound)
                sound = fail(value.error());
        };
        contract.contractNo = call.text("contract_no");
        contract.unitCode = call.text("unit");
        contract.counterparty = call.text("counterparty");
        contract.telephone = call.text("telephone");
        contract.approvalNo = call.text("approval_no");
        contract.remark = call.text("remark");
        take(contract.kind, parseToken(kLeaseKinds, call.text("kind"), "lease.kind"));
        take(contract.approvedOn, parseDate(call.text("approved_on")));
        take(contract.from, parseDate(call.text("from")));
        take(contract.to, parseDate(call.text("to")));
        if (call.has("rent_yuan"))
            take(contract.rent, Money::parseYuan(call.text("rent_yuan")));
        if (call.has("period"))
            take(contract.period, parseToken(kRentPeriods, call.text("period"), "lease.period"));
        if (call.has("due_day"))
            contract.dueDay = static_cast<int>(
                std::clamp<std::int64_t>(call.body["due_day"].get<std::int64_t>(), -1, 1'000));
        return sound ? Result<LeaseContract>(std::move(contract)) : fail(sound.error());
    }

    Result<HttpResponse> open(RouteCall& call)
    {
        const auto contract = contractOf(call);
        if (!contract)
            return fail(contract.error());
        std::vector<std::string> numbers;
        for (const auto& number : call.body["assets"]) {
            if (!number.is_string())
                return fail(ErrorCode::InvalidArgument, "request.type", "assets");
            numbers.push_back(number.get<std::string>());
        }
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            Leases leases(call);
            const auto lease = leases.service.open(*contract, numbers, leases.by);
            return lease ? Result<HttpResponse>(jsonResponse(wholeJson(*lease, call.server.today()), 201))
                         : fail(lease.error());
        });
    }

    /// Does something with the contract that the path names, once for a key.
    template <class Work> Result<HttpResponse> change(RouteCall& call, const Work& work)
    {
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            Leases leases(call);
            const auto found = named(call, leases.store);
            if (!found)
                return fail(found.error());
            const auto lease = work(leases, found->contract.contractNo);
            return lease ? Result<HttpResponse>(jsonResponse(wholeJson(*lease, call.server.today())))
                         : fail(lease.error());
        });
    }

    Result<HttpResponse> pay(RouteCall& call)
    {
        const auto amount = Money::parseYuan(call.text("amount_yuan"));
        const auto on = parseDate(call.text("paid_on"));
        if (!amount || !on)
            return fail(!amount ? amount.error() : on.error());
        return change(call, [&](Leases& leases, const std::string& contractNo) {
            return leases.service.pay(contractNo, *amount, *on, call.text("voucher_no"));
        });
    }

    Result<HttpResponse> end(RouteCall& call)
    {
        const auto on = parseDate(call.text("last_day"));
        if (!on)
            return fail(on.error());
        return change(call, [&](Leases& leases, const std::string& contractNo) {
            return leases.service.end(contractNo, *on, call.text("reason"), leases.by);
        });
    }

    constexpr RouteField kListQuery[] = {kLimitField, kAfterField};
    constexpr RouteField kOpenBody[] = {
        {"contract_no", FieldKind::Text, FieldNeed::Required},
        {"kind", FieldKind::Text, FieldNeed::Required, "lease or loan."},
        {"unit", FieldKind::Text, FieldNeed::Required, "Code of the unit that lets."},
        {"assets", FieldKind::List, FieldNeed::Required, "Asset numbers."},
        {"counterparty", FieldKind::Text, FieldNeed::Required},
        {"telephone", FieldKind::Text},
        {"approval_no", FieldKind::Text, FieldNeed::Required},
        {"approved_on", FieldKind::Text, FieldNeed::Required},
        {"from", FieldKind::Text, FieldNeed::Required},
        {"to", FieldKind::Text, FieldNeed::Required},
        {"rent_yuan", FieldKind::Text, FieldNeed::Optional, "Of one whole period; a loan has none."},
        {"period", FieldKind::Text, FieldNeed::Optional, "month, quarter, half_year or year."},
        {"due_day", FieldKind::Integer, FieldNeed::Optional, "Days after the first of a period."},
        {"remark", FieldKind::Text},
    };
    constexpr RouteField kPayBody[] = {
        {"amount_yuan", FieldKind::Text, FieldNeed::Required},
        {"paid_on", FieldKind::Text, FieldNeed::Required},
        {"voucher_no", FieldKind::Text, FieldNeed::Required},
    };
    constexpr RouteField kEndBody[] = {
        {"last_day", FieldKind::Text, FieldNeed::Required, "Rent is due until then."},
        {"reason", FieldKind::Text},
    };

    const Route kRoutes[] = {
        {"GET", "/leases", Admission::Permitted, Permission::ReadRegistry, Reach::OwnRows,
            "Contracts by which assets are let or lent.", list, kListQuery},
        {"GET", "/leases/{lease}", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit,
            "A contract with its things and its rent.", one},
        {"POST", "/leases", Admission::Permitted, Permission::FileDocuments, Reach::OwnUnit,
            "Enters an approved contract; its things are let from now on.", {AuditAction::OpenLease, open},
            {}, BodyKind::Json, kOpenBody},
        {"POST", "/leases/{lease}/payments", Admission::Permitted, Permission::SettleDocuments,
            Reach::OwnUnit, "Books rent received, the oldest first.", {AuditAction::BookRent, pay}, {},
            BodyKind::Json, kPayBody},
        {"POST", "/leases/{lease}/end", Admission::Permitted, Permission::FileDocuments, Reach::OwnUnit,
            "Ends a contract; its things go back to what they were.", {AuditAction::EndLease, end}, {},
            BodyKind::Json, kEndBody},
    };

} // namespace lease_routes

std::span<const Route> leaseRoutes() { return lease_routes::kRoutes; }

} // namespace guanwu
