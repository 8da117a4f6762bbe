#include "app/idle/idle_report.h"

#include "core/documents/disposal.h"
#include "core/rules/limits.h"
#include "reports/catalog.h"
#include "reports/idle/idle_reports.h"
#include "schema/documents/live_documents.h"
#include "schema/documents/soci_document_store.h"
#include "schema/idle/idle_assets.h"
#include "schema/inventory/soci_inventory_store.h"
#include "schema/leasing/soci_lease_store.h"
#include "schema/premises/title_register.h"

#include <set>

namespace guanwu {

namespace {

    /// Real estate first, then what can be carried: the two parts of the list.
    IdleLines estateFirst(IdleAssets& assets, const IdleQuery& query)
    {
        IdleQuery part = query;
        part.isEstate = true;
        IdleQuery rest = query;
        rest.isEstate = false;
        return [lines = assets.lines(part), &assets, rest, isRest = false](IdleLine& line) mutable {
            if (lines(line))
                return true;
            if (isRest)
                return false;
            isRest = true;
            lines = assets.lines(rest);
            return lines(line);
        };
    }

    /// The current certificates: each, and what they come to.
    IdleTitles titlesOf(
        Session& session, const Scope& scope, const std::string& unitCode, std::vector<IdleTitle>& each)
    {
        TitleQuery query;
        query.unitCode = unitCode;
        query.onlyCurrent = true;
        IdleTitles out;
        std::set<std::int64_t> buildings;
        for (const TitleLine& title : TitleRegister(session, scope).titles(query)) {
            each.push_back({title.certNo, title.holder.name, title.buildings, title.isIncomplete,
                title.landShare, title.floor});
            ++out.certificates;
            out.incomplete += title.isIncomplete ? 1 : 0;
            out.landShare += title.landShare;
            out.floorArea += title.floor;
            for (const Reference& building : title.buildings)
                buildings.insert(building.id);
        }
        out.buildings = static_cast<std::int64_t>(buildings.size());
        return out;
    }

    /// The last count that was based on the day or one before it. A department has no sheet of its own.
    std::optional<IdleCount> countOf(
        Session& session, const Scope& scope, const std::string& unitCode, Day asOf)
    {
        if (scope.reach() == Scope::Reach::Department)
            return {};
        SociInventoryStore store(session, scope);
        std::optional<InventoryTask> last;
        for (InventoryTask& task : store.tasks())
            if (task.baseDate <= asOf && task.state != SheetState::Draft
                && (!last || task.baseDate >= last->baseDate))
                last = std::move(task);
        if (!last)
            return {};
        IdleCount out {last->taskNo, last->name, last->baseDate, 0, 0, {}, {}};
        for (const CountSheet& sheet : store.sheets(last->id)) {
            if (!unitCode.empty() && sheet.unitCode != unitCode)
                continue;
            ++out.due;
            const bool isDone = sheet.state >= SheetState::UnitChecked;
            out.done += isDone ? 1 : 0;
            (isDone ? out.checked : out.open)
                .push_back({sheet.unitName, std::string(tokenRow(kSheetStates, sheet.state).nameZh)});
        }
        if (out.due == 0)
            return {};
        return out;
    }

    /// Running leases of more months than leases should have.
    std::vector<IdleLease> longLeasesOf(
        Session& session, const Scope& scope, const std::string& unitCode, Day on, int mostMonths)
    {
        constexpr int kPage = 500;
        std::vector<IdleLease> out;
        SociLeaseStore store(session, scope);
        std::int64_t after = 0;
        for (auto page = store.list(after, kPage); !page.empty(); page = store.list(after, kPage))
            for (const WholeLease& lease : page) {
                const LeaseContract& contract = lease.contract;
                after = contract.id;
                if (contract.kind != LeaseKind::Lease || contract.from > on
                    || (contract.endedOn && *contract.endedOn <= on) || contract.to < on
                    || (!unitCode.empty() && contract.unitCode != unitCode))
                    continue;
                // The last day counts: 2020-01-01 to 2024-12-31 are 60 months.
                const Day behind(std::chrono::sys_days(contract.to) + std::chrono::days(1));
                const auto months
                    = (behind.year() / behind.month() - contract.from.year() / contract.from.month()).count();
                const bool isOver
                    = months > mostMonths || (months == mostMonths && behind.day() > contract.from.day());
                if (isOver)
                    out.push_back({contract.contractNo, contract.unitName, contract.counterparty,
                        contract.from, contract.to, months});
            }
        return out;
    }

    /// Since the beginning of the year.
    Result<std::vector<IdleDisposed>> disposedOf(
        Session& session, const Scope& scope, const std::string& unitCode, Day asOf)
    {
        std::vector<IdleDisposed> out;
        SociDocumentStore documents(session, scope);
        const Day newYear = asOf.year() / std::chrono::January / 1;
        for (const std::string& no : disposalsOfIdle(session, scope, unitCode, newYear, asOf)) {
            const auto document = documents.find(no);
            if (!document)
                return fail(document.error());
            IdleDisposed one;
            one.approvalNo = document->approvalNo;
            const DocumentMethod* method
                = DocumentData::current().findMethod(document->kind, document->method);
            one.wayName = method ? method->nameZh : document->method;
            for (const DocumentLine& line : document->lines)
                if (line.before == UseState::Idle) {
                    ++one.things;
                    one.original += line.original;
                }
            const DisposalIncome income = incomeOf(*document);
            one.due = income.due();
            one.paid = income.paid;
            out.push_back(std::move(one));
        }
        return out;
    }

} // namespace

Result<WrittenReport> idleReport(
    Session& session, const Scope& scope, const ReportRequest& request, const ReportOutput& output)
{
    IdleAssets assets(session, scope);
    IdleQuery query;
    query.on = request.asOf;
    query.unitCode = request.oneUnit();
    IdleHead head;
    head.preparer = request.preparer;
    head.asOf = request.asOf;
    head.moneyUnit = request.moneyUnit.value_or(MoneyUnit::Yuan);
    const Limit term = limitOn("idle_term_months", request.asOf);
    head.termMonths = static_cast<int>(term.value);
    head.termBasis = term.basisZh;
    head.totals = assets.totals(query);
    if (request.name == kIdleListReport.name) {
        StreamedReport report = idleListReport(head, [&assets, query] { return estateFirst(assets, query); });
        return output(report.report, *report.rows);
    }
    auto disposed = disposedOf(session, scope, query.unitCode, request.asOf);
    if (!disposed)
        return fail(disposed.error());
    IdleDisposal input;
    input.head = std::move(head);
    input.lines = [&assets, query] { return assets.lines(query); };
    input.count = countOf(session, scope, query.unitCode, request.asOf);
    input.titles = titlesOf(session, scope, query.unitCode, input.certificates);
    const Limit leaseTerm = limitOn("lease_term_months", request.asOf);
    input.leaseTermMonths = static_cast<int>(leaseTerm.value);
    input.leaseTermBasis = leaseTerm.basisZh;
    input.longLeases = longLeasesOf(session, scope, query.unitCode, request.asOf, input.leaseTermMonths);
    input.disposed = std::move(*disposed);
    StreamedReport report = idleDisposalReport(std::move(input));
    return output(report.report, *report.rows);
}

} // namespace guanwu
