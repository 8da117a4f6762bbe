#include "app/showcase/showcase.h"

#include "app/campaign/inventory_report.h"
#include "app/campaign/task_result.h"
#include "app/demo/fill_registry.h"
#include "app/showcase/demo_accounts.h"
#include "app/showcase/demo_count.h"
#include "app/showcase/demo_documents.h"
#include "app/showcase/demo_idle.h"
#include "app/showcase/running_count.h"
#include "app/system_clock.h"
#include "reports/catalog.h"
#include "schema/migrations/migrator.h"
#include "schema/repositories/registry_index.h"

namespace guanwu {

namespace {

    constexpr Text kReportStep {"生成报表", "write reports"};
    constexpr Text kPaperStep {"办理一年的单据", "do the paperwork of a year"};
    constexpr Text kFreezeStep {"冻结账面", "freeze the books"};

    Text fillStep(ImportKind kind)
    {
        const auto& row = tokenRow(kImportKinds, kind);
        return {row.nameZh, row.nameEn};
    }

    DatabaseUrl sqliteAt(const std::filesystem::path& path)
    {
        DatabaseUrl url;
        url.dialect = Dialect::Sqlite;
        url.path = path.string();
        return url;
    }

    /// The registry is filled under another name: a run that was cut off leaves nothing that looks whole.
    Result<void> makeRegistry(const ShowcaseOptions& options, const std::filesystem::path& registry,
        const ShowcaseProgress& progress)
    {
        const auto unfinished = options.folder / "unfinished";
        std::filesystem::remove_all(unfinished);
        std::filesystem::create_directories(unfinished);
        {
            Session session(sqliteAt(unfinished / "registry.db"), {});
            if (const auto migrated = migrate(session); !migrated)
                return fail(migrated.error());
            const auto filled = fillRegistry(session, options.city, unfinished,
                [&](ImportKind kind, std::int64_t done, std::int64_t total) {
                    progress(fillStep(kind), done, total);
                });
            if (!filled)
                return fail(filled.error());
            const auto books = options.folder / "books";
            std::filesystem::create_directories(books);
            for (const CityFile& file : *filled)
                std::filesystem::rename(file.path, books / file.path.filename());
        }
        std::filesystem::rename(unfinished / "registry.db", registry);
        std::filesystem::remove_all(unfinished);
        return {};
    }

    /// The campaign over the city of a finished year, which the headline figures come from.
    InventoryTask finishedTask(const CityOptions& city)
    {
        const std::string year = std::to_string(int(city.baseDate.year()));
        InventoryTask task;
        task.taskNo = "QC" + year;
        task.name = year + "年度国有资产清查";
        task.baseDate = city.baseDate;
        return task;
    }

    /// The campaign of this year, which is under way: its books are those of the end of the last month.
    InventoryTask runningTask(Instant now)
    {
        using namespace std::chrono;
        const year_month_day today(floor<days>(now + 8h)); // in Huaihua
        const std::string year = std::to_string(int(today.year()));
        InventoryTask task;
        task.taskNo = "QC-" + year + "-R";
        task.name = year + "年度国有资产清查（进行中）";
        task.baseDate = sys_days(today.year() / today.month() / 1) - days(1);
        return task;
    }

    /// The campaign, made and frozen if it is not there yet.
    Result<OpenTask> frozenTask(
        const std::filesystem::path& registry, const InventoryTask& task, const ShowcaseProgress& progress)
    {
        auto opened = OpenTask::open(
            std::make_unique<Session>(sqliteAt(registry), std::string()), Scope::everything(), {});
        if (!opened)
            return opened;
        if (!opened->store->findTask(task.taskNo)) {
            if (const auto created
                = opened->service->create(task, unitsInInventory(*opened->session, Scope::everything()));
                !created)
                return fail(created.error());
        }
        auto found = opened->store->findTask(task.taskNo);
        if (found && found->state == SheetState::Draft)
            if (const auto issued = opened->service->issue(task.taskNo); !issued)
                return fail(issued.error());
        found = opened->store->findTask(task.taskNo);
        if (found && found->state == SheetState::Issued) {
            const auto frozen = opened->service->freeze(task.taskNo,
                [&](std::int64_t done, std::int64_t total) { progress(kFreezeStep, done, total); });
            if (!frozen)
                return fail(frozen.error());
            found = opened->store->findTask(task.taskNo);
        }
        if (!found)
            return fail(found.error());
        opened->task = *found;
        return opened;
    }

    struct ReportFile {
        const ReportInfo& report;
        const char* file;
        bool oneUnit = false;
    };

    constexpr ReportFile kReportFiles[] = {
        {kInventorySummaryReport, "inventory-summary.xlsx"},
        {kInventorySummaryReport, "inventory-summary.csv"},
        {kInventorySummaryReport, "inventory-summary.pdf"},
        {kInventoryDetailReport, "inventory-detail.xlsx"},
        {kInventoryDetailReport, "inventory-detail.csv"},
        {kSurplusReport, "surplus.xlsx"},
        {kSurplusReport, "surplus.csv"},
        {kSurplusReport, "surplus.pdf"},
        {kShortageReport, "shortage.xlsx"},
        {kShortageReport, "shortage.csv"},
        {kShortageReport, "shortage.pdf"},
        {kInventorySummaryReport, "U001-inventory-summary.pdf", true},
        {kInventoryDetailReport, "U001-inventory-detail.pdf", true},
    };

    Result<void> writeReports(const OpenTask& task, const std::filesystem::path& folder,
        const ShowcaseProgress& progress, std::vector<std::filesystem::path>& files)
    {
        std::filesystem::create_directories(folder);
        const auto total = static_cast<std::int64_t>(std::size(kReportFiles)) + 1;
        const auto nothing = [](std::int64_t, std::int64_t) {};
        const auto bureau = task.sheets(std::vector {std::string(kDemoBureau)});
        if (!bureau)
            return fail(bureau.error());
        for (const ReportFile& wanted : kReportFiles) {
            progress(kReportStep, static_cast<std::int64_t>(files.size()), total);
            ReportRequest request;
            request.name = wanted.report.name;
            request.task = task.task.taskNo;
            if (wanted.oneUnit)
                request.units.emplace_back(kDemoBureau);
            request.preparer = bureau->front().unitName;
            files.push_back(folder / wanted.file);
            request.hasHead = printsHead(files.back());
            const auto written = inventoryReport(
                *task.session, Scope::everything(), request, toFile(files.back()), nothing);
            if (!written)
                return fail(written.error());
        }
        files.push_back(folder / "result.csv");
        const auto written = writeTaskResult(task, {}, files.back(), nothing);
        return written ? Result<void> {} : fail(written.error());
    }

    void addUp(const OpenTask& task, ShowcaseResult& result)
    {
        for (const CountSheet& sheet : task.store->sheets(task.task.id)) {
            ++result.units;
            const CountedSheet counted = task.service->countedSheet(task.task, sheet);
            result.counters += counted.counters();
            for (const BookLine& line : counted.book.lines)
                if (line.useState == UseState::Idle) {
                    ++result.bookIdle.lines;
                    result.bookIdle.original += line.original;
                }
        }
    }

} // namespace

Result<ShowcaseResult> runShowcase(const ShowcaseOptions& options, const ShowcaseProgress& progress)
{
    std::filesystem::create_directories(options.folder);
    const auto registry = options.folder / "registry.db";
    if (!std::filesystem::exists(registry))
        if (const auto made = makeRegistry(options, registry, progress); !made)
            return fail(made.error());
    const auto task = frozenTask(registry, finishedTask(options.city), progress);
    if (!task)
        return fail(task.error());

    ShowcaseResult result;
    if (task->task.state < SheetState::Verified) {
        DemoCount count(*task, options, progress);
        if (const auto counted = count.run(); !counted)
            return fail(counted.error());
        result.countedNow = true;
        result.circle = count.circle();
        result.events = count.events();
    }
    addUp(*task, result);
    if (const auto written = writeReports(*task, options.folder / "reports", progress, result.files);
        !written)
        return fail(written.error());
    const Instant now = systemNow();
    progress(kPaperStep, 0, 1);
    if (const auto added = addDemoDocuments(*task->session, now); !added)
        return fail(added.error());
    if (const auto noted = noteDemoIdle(*task->session, now); !noted)
        return fail(noted.error());
    const auto running = frozenTask(registry, runningTask(now), progress);
    if (!running)
        return fail(running.error());
    if (const auto counted = runUnfinishedCount(*running, options, now, progress); !counted)
        return fail(counted.error());
    auto accounts = demoAccounts(*task->session, registry.string() + ".key", std::string(kDemoBureau));
    if (!accounts)
        return fail(accounts.error());
    result.accounts = std::move(*accounts);
    result.registry = registry;
    return result;
}

} // namespace guanwu
