#include "app/campaign/inventory_report.h"

#include "app/campaign/sheet_lines.h"
#include "app/system_clock.h"
#include "reports/catalog.h"
#include "reports/inventory/gain_and_loss.h"
#include "reports/inventory/inventory_detail.h"
#include "reports/inventory/inventory_summary.h"
#include "schema/access/soci_account_store.h"
#include "schema/inventory/recounts.h"
#include "schema/inventory/soci_inventory_store.h"
#include "schema/repositories/estate_areas.h"
#include "schema/repositories/registry_index.h"

#include <algorithm>

namespace guanwu {

namespace {

    class InventoryReportJob {
    public:
        InventoryReportJob(Session& session, const Scope& scope, InventoryService& service,
            InventoryTask task, std::vector<CountSheet> sheets, const ReportRequest& request,
            const ReportOutput& output, const ProgressCallback& progress)
            : m_session(session)
            , m_scope(scope)
            , m_recounts(session, scope)
            , m_service(service)
            , m_task(std::move(task))
            , m_request(request)
            , m_output(output)
            , m_sheets(std::move(sheets))
            , m_progress(progress)
            , m_index(RegistryIndex::load(session, scope))
            , m_lines(m_index, accountNames(session))
        {
        }

        Result<WrittenReport> write()
        {
            if (m_request.name == kInventoryDetailReport.name)
                return written(inventoryDetailReport(head(), lines(), surplus()));
            if (m_request.name == kSurplusReport.name)
                return written(surplusReport(head(), surplus()));
            if (m_request.name == kShortageReport.name)
                return written(shortageReport(head(), shortages()));
            return written(m_sheets.size() == 1 ? unitSummary() : citySummary());
        }

    private:
        Result<WrittenReport> written(StreamedReport report)
        {
            return m_output(report.report, *report.rows);
        }

        [[nodiscard]] InventoryHead head() const
        {
            InventoryHead head;
            head.preparer = m_request.preparer;
            head.baseDate = m_task.baseDate;
            head.moneyUnit = m_request.moneyUnit.value_or(MoneyUnit::Yuan);
            return head;
        }

        PrintedSheet load(const CountSheet& sheet)
        {
            m_progress(++m_sheetsRead, static_cast<std::int64_t>(m_sheets.size()));
            PrintedSheet out {sheet, m_service.countedSheet(m_task, sheet), estateAreas(m_session, sheet.id),
                recountsOf(sheet)};
            if (m_request.name == kShortageReport.name)
                out.losses = lossRecords(m_session, m_scope, out.counted);
            if (m_request.name == kSurplusReport.name)
                out.entries = surplusRecords(m_session, m_scope, sheet.id);
            return out;
        }

        /// What the last recount that looked at a line said of it.
        std::unordered_map<std::int64_t, std::string> recountsOf(const CountSheet& sheet)
        {
            std::unordered_map<std::int64_t, std::string> out;
            for (const Recount& recount : m_recounts.ofSheet(sheet.id))
                for (const RecountLine& line : m_recounts.lines(recount))
                    if (line.outcome)
                        out.emplace(line.asset.value,
                            "抽查：" + std::string(tokenRow(kRecountOutcomes, *line.outcome).nameZh)
                                + (line.note.empty() ? "" : "，" + line.note));
            return out;
        }

        /// Gives what `make` makes of item i of each sheet, sheet after sheet; `count` tells how many items a
        /// sheet has, and `make` answers false to leave one out.
        template <class Line, class Count, class Make>
        LineSource<Line> overSheets(Count count, Make make, const std::string& onlyUnit = {})
        {
            struct Position {
                std::size_t sheet = 0;
                std::size_t item = 0;
                std::size_t items = 0;
                PrintedSheet loaded;
            };
            m_sheetsRead = 0;
            return [this, count, make, onlyUnit, at = std::make_shared<Position>()](Line& line) {
                for (;;) {
                    while (at->item < at->items)
                        if (make(at->loaded, at->item++, line))
                            return true;
                    while (at->sheet < m_sheets.size() && !onlyUnit.empty()
                        && m_sheets[at->sheet].unitCode != onlyUnit)
                        ++at->sheet;
                    if (at->sheet == m_sheets.size())
                        return false;
                    at->loaded = {};
                    at->loaded = load(m_sheets[at->sheet++]);
                    at->item = 0;
                    at->items = count(at->loaded);
                }
            };
        }

        static std::size_t lineCount(const PrintedSheet& sheet) { return sheet.counted.book.lines.size(); }
        static std::size_t surplusCount(const PrintedSheet& sheet)
        {
            return sheet.counted.outcome.surplus.size();
        }

        LineSource<InventoryLine> lines()
        {
            return overSheets<InventoryLine>(
                lineCount, [this](const PrintedSheet& sheet, std::size_t i, InventoryLine& line) {
                    line = m_lines.line(sheet, i);
                    return true;
                });
        }

        LineSource<SurplusLine> surplus()
        {
            return overSheets<SurplusLine>(
                surplusCount, [this](const PrintedSheet& sheet, std::size_t i, SurplusLine& line) {
                    line = m_lines.surplus(sheet, i);
                    return true;
                });
        }

        LineSource<ShortageLine> shortages()
        {
            return overSheets<ShortageLine>(
                lineCount, [this](const PrintedSheet& sheet, std::size_t i, ShortageLine& line) {
                    if (sheet.counted.outcome.lines[i].result != LineResult::Shortage)
                        return false;
                    line = m_lines.shortage(sheet, i);
                    return true;
                });
        }

        /// Everything of the sheets, or of the sheet of one unit, for the lines behind a figure.
        CountedItems items()
        {
            return [this](const std::string& unitCode) {
                return overSheets<CountedItem>(
                    [](const PrintedSheet& sheet) { return lineCount(sheet) + surplusCount(sheet); },
                    [this](const PrintedSheet& sheet, std::size_t i, CountedItem& item) {
                        item.unitName = sheet.sheet.unitName;
                        if (i < lineCount(sheet))
                            item.thing = m_lines.line(sheet, i);
                        else
                            item.thing = m_lines.surplus(sheet, i - lineCount(sheet));
                        return true;
                    },
                    unitCode);
            };
        }

        /// Adds up one sheet; anything with add() and addSurplus() can be the sum.
        template <class Sum, class Add> void addUp(const PrintedSheet& sheet, Sum& sum, Add add)
        {
            for (std::size_t i = 0; i < lineCount(sheet); ++i)
                add(m_lines.line(sheet, i));
            for (std::size_t i = 0; i < surplusCount(sheet); ++i)
                sum.addSurplus(m_lines.surplus(sheet, i));
        }

        StreamedReport unitSummary()
        {
            const PrintedSheet sheet = load(m_sheets.front());
            InventorySummary summary(m_task.baseMonth());
            addUp(sheet, summary, [&](const InventoryLine& line) { summary.add(line); });
            return inventorySummaryReport(head(), summary, items());
        }

        /// Units under their supervising department; those that have not signed their count are named in the
        /// head instead.
        StreamedReport citySummary()
        {
            InventoryHead cityHead = head();
            if (!m_request.moneyUnit && m_request.hasHead)
                cityHead.moneyUnit = MoneyUnit::WanYuan;
            cityHead.units = ReportingUnits {};
            cityHead.units->due = static_cast<std::int64_t>(m_sheets.size());
            for (const CountSheet& sheet : m_sheets)
                if (sheet.state < SheetState::UnitChecked)
                    cityHead.units->missing.push_back(
                        {sheet.unitName, std::string(tokenRow(kSheetStates, sheet.state).nameZh)});
            std::erase_if(
                m_sheets, [](const CountSheet& sheet) { return sheet.state < SheetState::UnitChecked; });
            cityHead.units->reported = static_cast<std::int64_t>(m_sheets.size());
            std::stable_sort(m_sheets.begin(), m_sheets.end(),
                [](const CountSheet& a, const CountSheet& b) { return departmentOf(a) < departmentOf(b); });

            return citySummaryReport(
                cityHead,
                [this, next = std::size_t {0}](UnitSummary& unit) mutable {
                    if (next == m_sheets.size())
                        return false;
                    const PrintedSheet sheet = load(m_sheets[next++]);
                    unit = {departmentOf(sheet.sheet), sheet.sheet.unitName, {}, sheet.sheet.unitCode};
                    addUp(sheet, unit.figures, [&](const InventoryLine& line) {
                        unit.figures.add(line, line.book.schedule.accumulatedAt(m_task.baseMonth()));
                    });
                    return true;
                },
                items());
        }

        /// A unit that nobody supervises stands under itself.
        static const std::string& departmentOf(const CountSheet& sheet)
        {
            return sheet.parentName.empty() ? sheet.unitName : sheet.parentName;
        }

        Session& m_session;
        Scope m_scope;
        Recounts m_recounts;
        InventoryService& m_service;
        InventoryTask m_task;
        const ReportRequest& m_request;
        const ReportOutput& m_output;
        std::vector<CountSheet> m_sheets;
        const ProgressCallback& m_progress;
        RegistryIndex m_index;
        SheetLines m_lines;
        std::int64_t m_sheetsRead = 0;
    };

} // namespace

Result<WrittenReport> inventoryReport(Session& session, const Scope& scope,
    const ReportRequest& request, const ReportOutput& output, const ProgressCallback& progress)
{
    SociInventoryStore store(session, scope);
    InventoryService service(store, systemNow);
    auto task = store.findTask(request.task);
    if (!task)
        return fail(task.error());
    if (task->state < SheetState::Frozen)
        return fail(ErrorCode::RuleViolated, "inventory.not_frozen", task->taskNo);
    auto sheets = store.sheets(task->id);
    if (const auto kept = keepUnits(sheets, request.units); !kept)
        return fail(kept.error());
    return InventoryReportJob(
        session, scope, service, std::move(*task), std::move(sheets), request, output, progress)
        .write();
}

} // namespace guanwu
