#include "schema/books/depreciation_posting.h"
#include "schema/connection/column_types.h"
#include "schema/connection/session.h"
#include "tests/bench/benches.h"
#include "tests/bench/raw_store.h"

#include <stdexcept>

namespace guanwu::bench {

namespace {

    using Month = std::chrono::year_month;
    constexpr Month kOpening = std::chrono::year(2022) / 8;

    std::int64_t post(const std::string& url, Month through)
    {
        const auto session = BenchCity::connect(url);
        std::int64_t cards = 0;
        DepreciationPosting::Listener listener;
        listener.month = [&](const PostedMonth& month) {
            if (!month.ties())
                throw std::runtime_error("benchmark: a month does not tie");
            cards += month.cards;
        };
        const auto done = DepreciationPosting(*session, Scope::everything())
                              .run({through, kOpening, {}, "bench", {}}, listener);
        return done ? cards : throw std::runtime_error("benchmark: depreciation failed");
    }

    /// What a month needs at the very least: a line of card, month and amount, and a value of five integers,
    /// the share worked out beforehand. No units, classes, states, totals or pieces.
    std::vector<std::string> rawTables(bool sqlite, Month month)
    {
        const std::string integer = sqlite ? "INTEGER" : "BIGINT";
        return {"DROP TABLE IF EXISTS raw_line", "DROP TABLE IF EXISTS raw_value",
            "CREATE TABLE raw_line (month " + integer + " NOT NULL, asset_id " + integer
                + " NOT NULL, taken_fen " + integer + " NOT NULL, PRIMARY KEY (month, asset_id))"
                + (sqlite ? " WITHOUT ROWID" : ""),
            "CREATE TABLE raw_value (asset_id " + integer + " NOT NULL PRIMARY KEY, original_fen " + integer
                + " NOT NULL, accumulated_fen " + integer + " NOT NULL, net_fen " + integer
                + " NOT NULL, months " + integer + " NOT NULL, monthly_fen " + integer + " NOT NULL)",
            "INSERT INTO raw_value SELECT e.asset_id, b.original_fen, b.accumulated_fen, b.original_fen - b.accumulated_fen, b.months_taken, "
            "CASE WHEN b.last_month > "
                + std::to_string(toMonthColumn(month))
                + " THEN b.monthly_fen ELSE 0 "
                  "END FROM asset_book b JOIN book_entry e ON e.entry_id = b.entry_id ORDER BY e.asset_id"};
    }

} // namespace

std::vector<Job> depreciateJobs(BenchCity& city)
{
    const std::string url = city.registry();
    static Month month = kOpening;
    // The first month brings the cards onto the books: that is once, and not what is measured.
    month += std::chrono::months(1);
    inChild([&] { return post(url, month); });
    inChild([&] {
        const auto store = openRaw(url);
        for (const std::string& sql : rawTables(city.isSqlite(), month))
            store->run(sql);
        if (city.isSqlite())
            store->run("PRAGMA wal_checkpoint(TRUNCATE)");
        return 0;
    });
    const auto prepare = [&city, url] {
        if (city.isSqlite())
            inChild([&] { return openRaw(url)->run("PRAGMA wal_checkpoint(TRUNCATE)"); });
    };
    Job job {
        "one month of depreciation, posted, beside the bare INSERT ... SELECT of the lines and UPDATE of "
        "a narrow value table",
        1 / 1.5,
        [prepare] {
            prepare();
            month += std::chrono::months(1);
        },
        {}, prepare, {}};
    job.ours = [&city, url] {
        post(url, month);
        return city.cards();
    };
    job.raw = [&city, url] {
        const auto store = openRaw(url);
        const std::string now = std::to_string(toMonthColumn(month));
        store->run("BEGIN");
        store->run("INSERT INTO raw_line SELECT " + now
            + ", asset_id, monthly_fen FROM raw_value WHERE monthly_fen > 0");
        store->run(
            "UPDATE raw_value SET accumulated_fen = accumulated_fen + monthly_fen, net_fen = net_fen - "
            "monthly_fen, months = months + 1 WHERE monthly_fen > 0");
        store->run("COMMIT");
        return city.cards();
    };
    return {job};
}

} // namespace guanwu::bench
