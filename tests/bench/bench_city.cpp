#include "tests/bench/bench_city.h"

#include "app/campaign/open_task.h"
#include "app/demo/campaign_script.h"
#include "app/exchange/events/event_ingest.h"
#include "app/exchange/events/event_json.h"
#include "app/exchange/import_job.h"
#include "schema/connection/query.h"
#include "schema/migrations/migrator.h"
#include "tests/bench/measure.h"
#include "tests/bench/past_campaigns.h"
#include "tests/bench/raw_store.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <stdexcept>
#include <utility>

namespace guanwu::bench {

namespace {

    /// Above it the folds of the past would take longer than what is measured.
    constexpr std::int64_t kMostFoldedAgain = 100'000;

    void require(bool done, const std::string& what)
    {
        if (!done)
            throw std::runtime_error("benchmark: " + what);
    }

    OpenTask openTask(const std::string& url, const std::string& taskNo)
    {
        auto task = OpenTask::open(BenchCity::connect(url), Scope::everything(), taskNo);
        require(task.has_value(), "no task " + taskNo);
        return std::move(*task);
    }

    std::int64_t importCityFile(const std::string& url, const CityFile& file)
    {
        ImportRequest request;
        request.kind = file.kind;
        request.file = file.path;
        request.today = CityOptions().baseDate;
        const auto session = BenchCity::connect(url);
        const auto outcome = importFile(
            *session, request, [](const ImportProblem&) {}, [](ImportStage, std::int64_t, std::int64_t) {});
        require(outcome && outcome->errors == 0, "import of " + file.path.string());
        return outcome->rows;
    }

} // namespace

BenchCity::BenchCity(const std::string& backEnd, std::int64_t cards, std::filesystem::path folder, int units,
    std::string registry, int years)
    : m_backEnd(backEnd)
    , m_cards(cards)
    , m_folder(std::move(folder))
    , m_registry(std::move(registry))
    , m_years(years)
{
    if (!m_registry.empty()) {
        if (!isSqlite())
            m_storeProcess = static_cast<int>(inChild([&] {
                const auto session = connect(m_registry);
                Query query(*session);
                query.add("SELECT @@pid_file");
                require(query.next(1), "no server");
                std::int64_t process = 0;
                std::ifstream(query.text(0)) >> process;
                return process;
            }).rows);
        return;
    }
    CityOptions options;
    options.assets = cards;
    options.units = units;
    const auto files = writeCity(options, m_folder);
    require(files.has_value(), "the city cannot be written");
    m_files = *files;
    if (!isSqlite())
        m_server = std::make_unique<test::MariadbServer>(
            std::vector<std::string> {"--innodb-buffer-pool-size=4G", "--innodb-log-file-size=2G"});
}

std::unique_ptr<Session> BenchCity::connect(const std::string& url)
{
    return std::make_unique<Session>(*parseDatabaseUrl(url), "");
}

std::string BenchCity::newRegistry()
{
    std::string url = isSqlite() ? "sqlite:" + (m_folder / (std::to_string(++m_registries) + ".db")).string()
                                 : m_server->newDatabase();
    inChild([&] {
        require(migrate(*connect(url)).has_value(), "migration");
        return 0;
    });
    return url;
}

const std::string& BenchCity::emptyRegistry()
{
    if (!m_scratch.empty() && isSqlite()) {
        for (const char* end : {"", "-wal", "-shm"})
            std::filesystem::remove(parseDatabaseUrl(m_scratch)->path + end);
    } else if (!m_scratch.empty()) {
        inChild(
            [&] { return openRaw(m_scratch)->run("DROP DATABASE " + parseDatabaseUrl(m_scratch)->name); });
    }
    return m_scratch = newRegistry();
}

const std::string& BenchCity::registryWithoutCards()
{
    fillRegisters(emptyRegistry());
    return m_scratch;
}

const std::string& BenchCity::registry()
{
    if (!m_registry.empty())
        return m_registry;
    m_registry = newRegistry();
    fillRegisters(m_registry);
    inChild([&] { return importCards(m_registry); });
    return m_registry;
}

void BenchCity::keepAsRegistry()
{
    if (!m_registry.empty())
        return;
    m_registry = std::exchange(m_scratch, {});
}

void BenchCity::dumpCards() const { dump({std::begin(kCardTables), std::end(kCardTables)}); }

void BenchCity::dump(const std::vector<std::string>& tables) const
{
    inChild([&] {
        for (const std::string& table : tables)
            openRaw(m_registry)->dump(table, dumpOf(table));
        return 0;
    });
}

const std::string& BenchCity::withPast()
{
    registry();
    if (std::exchange(m_hasPast, true))
        return m_registry;
    for (int year = 1; year < m_years; ++year) {
        const std::string taskNo = kPastTask + std::to_string(year);
        if (hasTask(taskNo)) // a registry that was handed over
            continue;
        const std::int64_t before = megabytes();
        const Measured made = inChild([&] {
            issueTask(m_registry, taskNo);
            const auto alike = year == 1 ? std::nullopt : std::optional(kPastTask + std::to_string(year - 1));
            closeAsCounted(m_registry, taskNo, m_years - year, alike);
            return m_cards;
        });
        inChild([&] {
            checkPast(m_registry, taskNo, m_cards, m_cards <= kMostFoldedAgain);
            return 0;
        });
        std::printf("earlier campaign %s: %.0f s, %lld MB on disk\n\n", taskNo.c_str(), made.seconds,
            static_cast<long long>(megabytes() - before));
        std::fflush(stdout);
    }
    return m_registry;
}

bool BenchCity::hasTask(const std::string& taskNo) const
{
    return inChild([&] {
        return OpenTask::open(connect(m_registry), Scope::everything(), taskNo).has_value() ? 1 : 0;
    }).rows
        == 1;
}

const std::string& BenchCity::frozen()
{
    if (std::exchange(m_frozen, true))
        return m_registry;
    withPast();
    inChild([&] {
        // A registry that was handed over, or the freeze that was measured, may have left it so.
        if (!isFrozen(m_registry)) {
            dropTask(m_registry);
            issueTask(m_registry, kTask);
            freeze(m_registry, kTask);
        }
        return 0;
    });
    return m_registry;
}

void BenchCity::empty(const std::string& url, const std::vector<std::string>& tables) const
{
    inChild([&] {
        const auto store = openRaw(url);
        for (const std::string& table : tables) {
            // MariaDB would look at every row for the condition of SQLite, but knows a whole table to be
            // thrown away.
            if (isSqlite())
                store->run("DELETE FROM " + table
                    + (m_years > 1 ? std::string(" WHERE sheet_id IN ") + kSheets : ""));
            else if (m_years > 1)
                store->run("DELETE x FROM inventory_task t JOIN count_sheet s ON s.task_id = t.id JOIN "
                    + table + " x ON x.sheet_id = s.id WHERE t.task_no = '" + kTask + "'");
            else
                store->run("TRUNCATE TABLE " + table);
        }
        if (isSqlite())
            store->run("PRAGMA wal_checkpoint(TRUNCATE)");
        return 0;
    });
}

void BenchCity::dropTask(const std::string& url) const
{
    empty(url, {"sheet_line"});
    const std::string ofTask = std::string(" WHERE task_no = '") + kTask + "'";
    openRaw(url)->run(
        "DELETE FROM count_sheet WHERE task_id = (SELECT id FROM inventory_task" + ofTask + ")");
    openRaw(url)->run("DELETE FROM inventory_task" + ofTask);
}

const std::string& BenchCity::counted()
{
    frozen();
    if (m_events > 0)
        return m_registry;
    m_events = inChild([&] {
        return openRaw(m_registry)
            ->stream(std::string("SELECT seq FROM scan_event WHERE sheet_id IN ") + kSheets);
    }).rows;
    if (m_events == 0) {
        makeEvents();
        m_events = inChild([&] { return ingest(m_registry); }).rows;
    }
    return m_registry;
}

void BenchCity::makeEvents()
{
    frozen();
    if (!std::filesystem::exists(m_folder / "events"))
        inChild([&] {
            writeEvents(m_registry);
            return 0;
        });
}

void BenchCity::dumpEvents()
{
    counted();
    if (!std::filesystem::exists(dumpOf("scan_event")))
        inChild([&] {
            openRaw(m_registry)
                ->dump(std::string("scan_event WHERE sheet_id IN ") + kSheets, dumpOf("scan_event"));
            return 0;
        });
}

void BenchCity::dropImportFiles()
{
    keepAsRegistry();
    emptyRegistry();
    for (const CityFile& file : m_files)
        std::filesystem::remove(file.path);
    for (const char* table : kCardTables)
        std::filesystem::remove(dumpOf(table));
}

void BenchCity::dropEventFiles()
{
    std::filesystem::remove(dumpOf("scan_event"));
    std::filesystem::remove_all(m_folder / "events");
}

std::int64_t BenchCity::megabytes() const
{
    if (m_registry.empty())
        return 0;
    if (isSqlite())
        return static_cast<std::int64_t>(
            std::filesystem::file_size(parseDatabaseUrl(m_registry)->path) >> 20);
    return inChild([&] {
        const auto session = connect(m_registry);
        Query query(*session);
        query.add(
            "SELECT sum(file_size) >> 20 FROM information_schema.innodb_sys_tablespaces WHERE name LIKE ",
            parseDatabaseUrl(m_registry)->name + "/%");
        return query.next(1) ? query.integer(0) : 0;
    }).rows;
}

void BenchCity::fillRegisters(const std::string& url) const
{
    inChild([&] {
        for (const CityFile& file : m_files)
            if (file.kind == ImportKind::Units || file.kind == ImportKind::Places
                || file.kind == ImportKind::People)
                importCityFile(url, file);
        return 0;
    });
}

std::int64_t BenchCity::importCards(const std::string& url) const
{
    const auto cards = std::find_if(
        m_files.begin(), m_files.end(), [](const CityFile& file) { return file.kind == ImportKind::Assets; });
    return importCityFile(url, *cards);
}

void BenchCity::issueTask(const std::string& url, const std::string& taskNo)
{
    const OpenTask opened = openTask(url, {});
    std::vector<UnitId> units;
    {
        const auto rows
            = opened.session->bulk().stream("SELECT id FROM unit WHERE in_inventory = 1 ORDER BY code", {});
        while (rows->next())
            units.push_back(UnitId {rows->integer(0)});
    }
    InventoryTask task;
    task.taskNo = taskNo;
    task.name = taskNo;
    task.baseDate = CityOptions().baseDate;
    require(opened.service->create(task, units) && opened.service->issue(taskNo), "task");
}

bool BenchCity::isFrozen(const std::string& url)
{
    const auto task = OpenTask::open(connect(url), Scope::everything(), kTask);
    return task && task->task.state >= SheetState::Frozen;
}

void BenchCity::freeze(const std::string& url, const std::string& taskNo)
{
    const OpenTask task = openTask(url, taskNo);
    require(task.service->freeze(taskNo, [](std::int64_t, std::int64_t) {}).has_value(), "freeze");
}

std::int64_t BenchCity::frozenLines(const std::string& url, const std::string& taskNo)
{
    const OpenTask task = openTask(url, taskNo);
    std::int64_t lines = 0;
    for (const CountSheet& sheet : task.store->sheets(task.task.id))
        lines += task.store->frozenTotals(sheet.id).lines;
    return lines;
}

void BenchCity::project(const std::string& url)
{
    const OpenTask task = openTask(url, kTask);
    task.service->project(task.task, [](std::int64_t, std::int64_t) {});
}

void BenchCity::writeEvents(const std::string& url) const
{
    const OpenTask task = openTask(url, kTask);
    std::filesystem::create_directories(m_folder / "events");
    // As they reach a server: all units count on the same days.
    std::map<std::chrono::sys_days, std::ofstream> days;
    int clerk = 1;
    for (const CountSheet& sheet : task.store->sheets(task.task.id)) {
        std::vector<ScriptAsset> assets;
        for (BookLine& line : task.store->book(sheet.id).lines)
            assets.push_back({line.assetNo, line.name, line.place, line.user, line.useState, line.quantity});
        const PlannedCount count = planCount({sheet.unitCode, assets, {}, clerk}, {});
        clerk += count.clerks;
        for (const ScanEvent& event : count.events) {
            const auto day = std::chrono::floor<std::chrono::days>(event.at);
            std::ofstream& out = days[day];
            if (!out.is_open())
                out.open(m_folder / "events" / (formatDate(day) + ".ndjson"));
            out << encodeEvent(event) << '\n';
        }
    }
}

std::vector<std::filesystem::path> BenchCity::eventFiles() const
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder / "events"))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::int64_t BenchCity::ingest(const std::string& url) const
{
    const OpenTask task = openTask(url, kTask);
    EventIngest ingest(*task.store, task.task, false);
    std::int64_t stored = 0;
    for (const auto& file : eventFiles()) {
        const auto counts = ingest.ingest(
            file, [](std::int64_t, const Error&) {}, [](std::int64_t, std::int64_t) {});
        require(counts && counts->rejected == 0 && counts->quarantined == 0, "events of " + file.string());
        stored += counts->stored;
    }
    return stored;
}

} // namespace guanwu::bench
