#include "app/reporting/make_report.h"

#include "app/audit/anchored_report.h"
#include "app/books/book_report.h"
#include "app/campaign/inventory_report.h"
#include "app/documents/document_files.h"
#include "app/idle/idle_report.h"
#include "app/premises/premises_report.h"
#include "app/registers/register_report.h"
#include "app/reporting/report_preparer.h"
#include "app/system_clock.h"
#include "reports/overview/indicator_report.h"
#include "schema/documents/soci_document_store.h"
#include "schema/inventory/soci_inventory_store.h"
#include "schema/overview/indicator_items.h"
#include "schema/overview/overview_store.h"
#include "schema/premises/room_rows.h"
#include "schema/registers/soci_register_repository.h"
#include "schema/repositories/units.h"

#include <algorithm>

namespace guanwu {

namespace {

    bool isGiven(const ReportRequest& request, ReportParameter parameter)
    {
        switch (parameter) {
        case ReportParameter::Task:
            return !request.task.empty();
        case ReportParameter::Unit:
            return !request.units.empty();
        case ReportParameter::Month:
            return request.month.has_value();
        case ReportParameter::From:
            return request.from.has_value();
        case ReportParameter::Year:
            return request.year.has_value();
        case ReportParameter::Asset:
            return !request.asset.empty();
        case ReportParameter::Document:
            return !request.document.empty();
        case ReportParameter::AsOf:
        case ReportParameter::Subordinates:
        case ReportParameter::Findings:
            return true;
        }
        return false;
    }

    /// A card and a document say themselves whose they are.
    bool isOfOneThing(const ReportInfo& info)
    {
        return std::any_of(info.takes.begin(), info.takes.end(), [](const TakenParameter& taken) {
            return taken.parameter == ReportParameter::Asset || taken.parameter == ReportParameter::Document;
        });
    }

    Result<WrittenReport> formOf(
        Session& session, const Scope& scope, const ReportRequest& request, const ReportOutput& output)
    {
        const auto document = SociDocumentStore(session, scope).find(request.document);
        if (!document)
            return fail(document.error());
        const StreamedReport form = documentFormOf(session, scope, *document, request.asOf);
        return output(form.report, *form.rows);
    }

    Result<WrittenReport> overviewOf(
        Session& session, const Scope& scope, const ReportRequest& request, const ReportOutput& output)
    {
        const MoneyUnit money
            = request.moneyUnit.value_or(request.hasHead ? MoneyUnit::WanYuan : MoneyUnit::Yuan);
        const Overview overview = readOverview(session, scope, request.asOf);
        const StreamedReport report = request.name == kIndicatorReport.name
            ? indicatorReport(request.preparer, money, overview,
                [&](Indicator indicator) { return indicatorItems(session, scope, indicator, request.asOf); })
            : overviewReport(request.preparer, money, overview,
                [&](const std::string& unit) { return overviewItems(session, scope, unit); });
        return output(report.report, *report.rows);
    }

    /// The sheets of the count that was named, one at a time.
    class Counts {
    public:
        Counts(Session& session, const Scope& scope)
            : m_store(session, scope)
            , m_service(m_store, systemNow)
        {
        }
        [[nodiscard]] Result<void> open(const std::string& taskNo)
        {
            if (taskNo.empty())
                return {};
            auto task = m_store.findTask(taskNo);
            if (!task)
                return fail(task.error());
            m_task = std::move(*task);
            m_sheets = m_store.sheets(m_task.id);
            return {};
        }
        const CountedSheet* ofUnit(const std::string& unit)
        {
            const auto sheet = std::find_if(
                m_sheets.begin(), m_sheets.end(), [&](const CountSheet& of) { return of.unitCode == unit; });
            if (sheet == m_sheets.end())
                return nullptr;
            m_sheet = m_service.countedSheet(m_task, *sheet);
            return &m_sheet;
        }

    private:
        SociInventoryStore m_store;
        InventoryService m_service;
        InventoryTask m_task;
        std::vector<CountSheet> m_sheets;
        CountedSheet m_sheet;
    };

    Result<WrittenReport> booksOf(
        Session& session, const Scope& scope, const ReportRequest& request, const ReportOutput& output)
    {
        Counts counts(session, scope);
        if (const auto opened = counts.open(request.task); !opened)
            return fail(opened.error());
        return bookReport(session, scope, request, output,
            [&](const std::string& unit) { return counts.ofUnit(unit); });
    }

} // namespace

Result<ReportInfo> checkRequest(const ReportRequest& request)
{
    const auto info = findReport(request.name);
    if (!info)
        return info;
    for (const TakenParameter& taken : info->takes) {
        if (taken.isNeeded && !isGiven(request, taken.parameter))
            return fail(ErrorCode::InvalidArgument, "report.needs",
                std::string(tokenRow(kReportParameters, taken.parameter).token));
        if (taken.parameter == ReportParameter::Unit && !taken.isMany && request.units.size() > 1)
            return fail(ErrorCode::InvalidArgument, "report.one_unit");
    }
    if (request.withSubordinates && request.units.size() != 1)
        return fail(ErrorCode::InvalidArgument, "report.subordinates");
    if (request.month && request.from && *request.from > *request.month)
        return fail(ErrorCode::InvalidArgument, "report.months");
    return info;
}

Result<Scope> scopeOf(Session& session, const Scope& scope, const ReportRequest& request)
{
    const bool isWider
        = scope.reach() == Scope::Reach::Everything || scope.reach() == Scope::Reach::UnitAndSubordinates;
    std::optional<UnitId> one;
    for (const std::string& code : request.units) {
        const auto unit = findUnit(session, scope, code);
        if (!unit)
            return fail(unit.error());
        one = *unit;
    }
    if (!isWider || request.units.size() != 1)
        return scope;
    // Whoever reaches the units below his own does not reach those below them.
    const bool reachesBelow = scope.reach() == Scope::Reach::Everything || *one == scope.unit();
    return request.withSubordinates && reachesBelow ? Scope::ofUnitAndSubordinates(*one)
                                                    : Scope::ofUnit(*one);
}

Result<WrittenReport> makeReport(Session& session, const Scope& wholeScope, const RegisterUser& reader,
    const ReportRequest& asked, const ReportOutput& plainOutput, const ProgressCallback& progress)
{
    const auto info = checkRequest(asked);
    if (!info)
        return fail(info.error());
    ReportRequest request = asked;
    Scope scope = wholeScope;
    if (asked.withSubordinates || info->group == ReportGroup::Overview) {
        const auto narrowed = scopeOf(session, wholeScope, asked);
        if (!narrowed)
            return fail(narrowed.error());
        scope = *narrowed;
        request.units.clear();
    }
    if (!isOfOneThing(*info))
        request.preparer = preparerOf(session, scope, request);
    const bool isOfCount = !request.task.empty()
        && std::any_of(info->takes.begin(), info->takes.end(),
            [](const TakenParameter& taken) { return taken.parameter == ReportParameter::Task; });
    if (isOfCount && scope.reach() == Scope::Reach::Department)
        return fail(ErrorCode::Forbidden, "access.forbidden");
    const ReportOutput output = withAnchor(session, plainOutput);
    switch (info->group) {
    case ReportGroup::Overview:
        return overviewOf(session, scope, request, output);
    case ReportGroup::Inventory:
        return inventoryReport(session, scope, request, output, progress);
    case ReportGroup::Idle:
        return idleReport(session, scope, request, output);
    case ReportGroup::Documents:
        return formOf(session, scope, request, output);
    case ReportGroup::Books:
        return booksOf(session, scope, request, output);
    case ReportGroup::Premises:
        return premisesReport(session, scope, request, output);
    case ReportGroup::Registers: {
        SociRegisterRepository store(session, scope);
        RegisterService service(store, scope, reader, systemNow);
        return registerReport(service, request, output);
    }
    }
    return fail(ErrorCode::NotFound, "report.name", request.name);
}

} // namespace guanwu
