#include "tests/bench/benches.h"

#include "app/exchange/events/event_json.h"
#include "app/exchange/export_job.h"
#include "schema/connection/session.h"
#include "tests/bench/past_campaigns.h"
#include "tests/bench/raw_store.h"

#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <unistd.h>

namespace guanwu::bench {

namespace {

    /// Runs statements without measuring them.
    void runRaw(const std::string& url, const std::vector<std::string>& statements)
    {
        inChild([&] {
            const auto store = openRaw(url);
            for (const std::string& sql : statements)
                store->run(sql);
            return 0;
        });
    }

    std::string sheetsOf(const std::string& taskNo)
    {
        return "(SELECT id FROM inventory_task WHERE task_no = '" + taskNo + "')";
    }

    /// What a plain join makes of a line. It takes one sighting for another and knows no surplus, undo or
    /// doubt.
    constexpr const char* kJoinedResult
        = " CASE WHEN e.sheet_id IS NULL THEN 'not_checked' WHEN e.seen_condition = 'damaged' THEN 'damaged'"
          " WHEN e.place_id <> l.place_id THEN 'place_differs' WHEN e.user_id <> l.user_id THEN "
          "'user_differs' ELSE 'match' END ";
    const std::string kJoin
        = " FROM sheet_line l LEFT JOIN raw_scan e ON e.sheet_id = l.sheet_id AND e.asset_no = l.asset_no WHERE "
          "l.sheet_id IN "
        + std::string(BenchCity::kSheets);

    /// The events as the plain join likes them best: tags cut to asset numbers, codes turned into ids, an
    /// index over both.
    std::vector<std::string> rawScanStatements(bool sqlite)
    {
        std::vector<std::string> out {"DROP TABLE IF EXISTS raw_scan", "DROP TABLE IF EXISTS raw_result",
            "CREATE TABLE raw_result (sheet_id BIGINT, asset_id BIGINT, result VARCHAR(24), PRIMARY KEY "
            "(sheet_id, asset_id))",
            "CREATE TABLE raw_scan (sheet_id BIGINT, asset_no VARCHAR(64), place_id BIGINT, user_id BIGINT,"
            " seen_condition VARCHAR(16))",
            "INSERT INTO raw_scan SELECT e.sheet_id, substr(e.code, 1, 12), p.id, u.id, e.seen_condition "
            "FROM scan_event e"
            " LEFT JOIN place p ON p.code = e.place LEFT JOIN person u ON u.code = e.user_code WHERE e.kind "
            "= 'seen' AND e.sheet_id IN "
                + std::string(BenchCity::kSheets),
            "CREATE INDEX raw_scan_key ON raw_scan (sheet_id, asset_no)"};
        if (!sqlite)
            for (std::string& sql : out)
                if (sql.starts_with("CREATE TABLE"))
                    sql += " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
        out.emplace_back(sqlite ? "ANALYZE raw_scan" : "ANALYZE TABLE raw_scan");
        return out;
    }

    /// Every column that an export of cards shows, by the same joins.
    constexpr const char* kCardStream
        = "SELECT a.*, v.*, ve.*, es.*, u.code, uu.code, rh.code, d.name, pu.code, pk.code, pl.code FROM "
          "asset a "
          "JOIN asset_value v ON v.asset_id = a.id JOIN unit u ON u.id = a.unit_id JOIN unit uu ON uu.id = "
          "a.using_unit_id "
          "LEFT JOIN unit rh ON rh.id = a.right_holder_id LEFT JOIN department d ON d.id = a.department_id "
          "LEFT JOIN person pu ON pu.id = a.user_id LEFT JOIN person pk ON pk.id = a.keeper_id "
          "LEFT JOIN place pl ON pl.id = a.place_id LEFT JOIN asset_vehicle ve ON ve.asset_id = a.id "
          "LEFT JOIN asset_estate es ON es.asset_id = a.id ORDER BY a.id";

    void copyBytes(const std::filesystem::path& from, const std::filesystem::path& to)
    {
        std::FILE* in = std::fopen(from.c_str(), "rb");
        std::FILE* out = std::fopen(to.c_str(), "wb");
        if (!in || !out)
            throw std::runtime_error("benchmark: no file to copy");
        std::vector<char> piece(1 << 20);
        while (const std::size_t size = std::fread(piece.data(), 1, piece.size(), in))
            std::fwrite(piece.data(), 1, size, out);
        std::fflush(out);
        fsync(fileno(out));
        std::fclose(out);
        std::fclose(in);
    }

    std::int64_t exportCards(const std::string& url, const std::filesystem::path& file)
    {
        const auto session = BenchCity::connect(url);
        const auto rows = exportFile(*session, ImportKind::Assets, file, [](std::int64_t, std::int64_t) {});
        return rows ? *rows : throw std::runtime_error("benchmark: export failed");
    }

} // namespace

std::vector<Job> importJobs(BenchCity& city)
{
    static std::string url;
    Job job {"import of cards, checked row by row, beside "
            + std::string(city.isSqlite() ? "the C API" : "LOAD DATA"),
        city.isSqlite() ? 0.7 : 0.6, {}, {}, {}, {}};
    job.prepareOurs = [&city] { url = city.registryWithoutCards(); };
    job.ours = [&city] { return city.importCards(url); };
    job.prepareRaw = [&city] {
        city.keepAsRegistry();
        if (!std::filesystem::exists(city.dumpOf(BenchCity::kCardTables[0])))
            city.dumpCards();
        url = city.emptyRegistry();
    };
    job.raw = [&city] {
        const auto store = openRaw(url);
        for (const char* table : BenchCity::kCardTables)
            store->load(table, city.dumpOf(table));
        return store->stream("SELECT 1 FROM asset");
    };
    return {job};
}

std::vector<Job> freezeJobs(BenchCity& city)
{
    const std::string url = city.withPast();
    const auto prepare = [&city, url] {
        inChild([&] {
            city.dropTask(url);
            BenchCity::issueTask(url, BenchCity::kTask);
            return 0;
        });
    };
    Job job {"freeze in pieces of 5,000 cards, beside one INSERT ... SELECT", 0.5, prepare, {}, prepare, {}};
    job.ours = [url] {
        BenchCity::freeze(url, BenchCity::kTask);
        measureToHere();
        return BenchCity::frozenLines(url, BenchCity::kTask);
    };
    job.raw = [url] { return openRaw(url)->run(bookLines("s.task_id = " + sheetsOf(BenchCity::kTask))); };
    return {job};
}

std::vector<Job> ingestJobs(BenchCity& city)
{
    const std::string url = city.frozen();
    city.makeEvents();
    const auto prepare = [&city, url] { city.empty(url, {"scan_event"}); };
    Job job {"ingest of events, beside decoding them and "
            + std::string(city.isSqlite() ? "the C API" : "LOAD DATA"),
        0, prepare, {}, {}, {}};
    job.prepareRaw = [&city, prepare] {
        city.dumpEvents();
        prepare();
    };
    job.ours = [&city, url] { return city.ingest(url); };
    job.raw = [&city, url] {
        EventDecoder decoder;
        for (const auto& file : city.eventFiles()) {
            std::ifstream in(file);
            for (std::string line; std::getline(in, line);)
                if (!decoder.decode(line))
                    throw std::runtime_error("benchmark: not an event");
        }
        openRaw(url)->load("scan_event", city.dumpOf("scan_event"));
        return city.events();
    };
    return {job};
}

std::vector<Job> foldJobs(BenchCity& city)
{
    const std::string url = city.counted();
    const auto prepareOurs = [&city, url] {
        city.empty(url, {"sheet_result", "surplus_line", "finding", "sheet_counter"});
        runRaw(url, {"UPDATE count_sheet SET stale = 1 WHERE task_id = " + sheetsOf(BenchCity::kTask)});
    };
    const auto ours = [&city, url] {
        BenchCity::project(url);
        return city.events();
    };
    Job stored {"fold of events, results stored, beside a join that stores a result a line", 0.5, prepareOurs,
        ours, [&city, url] { runRaw(url, rawScanStatements(city.isSqlite())); }, {}};
    stored.raw = [&city, url] {
        openRaw(url)->run(std::string(city.isSqlite() ? "INSERT OR IGNORE" : "INSERT IGNORE")
            + " INTO raw_result SELECT l.sheet_id, l.asset_id," + kJoinedResult + kJoin);
        return city.events();
    };
    Job counted {
        "fold of events, results stored, beside a join that only counts", 0.5, prepareOurs, ours, [] {}, {}};
    counted.raw = [&city, url] {
        openRaw(url)->stream(
            std::string("SELECT l.sheet_id,") + kJoinedResult + ", count(*)" + kJoin + " GROUP BY 1, 2");
        return city.events();
    };
    counted.isOursTold = true;
    return {stored, counted};
}

std::vector<Job> exportJobs(BenchCity& city)
{
    const std::string url = city.registry();
    const auto file = city.folder() / "export.csv";
    const auto copy = city.folder() / "copy.csv";
    Job job {"export of cards to CSV, beside the same stream and a write of the same bytes", 0.5, [] {}, {},
        [] {}, {}};
    job.ours = [url, file] { return exportCards(url, file); };
    job.raw = [url, file, copy] {
        const std::int64_t rows = openRaw(url)->stream(kCardStream);
        copyBytes(file, copy);
        return rows;
    };
    return {job};
}

} // namespace guanwu::bench
