#include "app/books/reconcile.h"
#include "core/books/class_key.h"
#include "core/reference/accounts.h"
#include "schema/books/book_reader.h"
#include "schema/books/depreciation_posting.h"
#include "schema/connection/column_types.h"
#include "schema/connection/session.h"
#include "tests/bench/benches.h"
#include "tests/bench/raw_store.h"

#include <map>
#include <stdexcept>
#include <utility>

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

    /// A ledger for every unit that posted: the totals of its cards, and in every tenth unit one thing more than they
    /// say, so that there is something to find.
    std::int64_t keepLedgers(const std::string& url, Month month)
    {
        const auto session = BenchCity::connect(url);
        BookReader reader(*session, Scope::everything());
        std::map<std::pair<std::int64_t, std::string>, std::pair<Money, Money>> sums;
        std::int64_t units = 0;
        for (const BookUnit& unit : reader.units(month)) {
            for (const ClassTotal& total : reader.totals(unit.id, month)) {
                auto& [original, accumulated] = sums[{unit.id.value, bookClassOf(total.classKey)}];
                original += total.original;
                accumulated += total.accumulated;
            }
            ++units;
        }
        BulkTransaction piece(session->bulk());
        const auto rows = session->bulk().writer(
            "ledger_balance", "id, unit_id, month, account, class_code, balance_fen");
        const auto add = [&](std::int64_t unit, const std::string& account, const std::string& classCode,
                             std::int64_t fen) {
            for (const std::int64_t value : {session->newId(), unit, toMonthColumn(month)})
                rows->integer(value);
            rows->text(account);
            rows->text(classCode);
            rows->integer(fen);
            rows->endRow();
        };
        for (const auto& [key, value] : sums) {
            const auto& [unit, classCode] = key;
            const ClassAccounts& accounts = accountsOf(classCode);
            add(unit, accounts.asset.account, classCode, value.first.fen() + (unit % 10 == 0 ? 80'000 : 0));
            add(unit, accounts.depreciation.account, classCode, value.second.fen());
        }
        rows->flush();
        piece.commit();
        return units;
    }

    std::int64_t reconcileAll(const std::string& url, Month month)
    {
        const auto session = BenchCity::connect(url);
        std::int64_t units = 0;
        for (const BookUnit& unit : BookReader(*session, Scope::everything()).units(month)) {
            const auto table = reconcile(*session, Scope::everything(), unit.id, month, std::nullopt);
            if (!table)
                throw std::runtime_error("benchmark: reconciliation failed");
            units += table->lines.empty() ? 0 : 1;
        }
        return units;
    }

} // namespace

std::vector<Job> reconcileJobs(BenchCity& city)
{
    const std::string url = city.registry();
    constexpr Month month = kOpening + std::chrono::months(1);
    inChild([&] { return post(url, month); });
    inChild([&] { return keepLedgers(url, month); });
    Job job {"ledgers of all units against their cards, line by line with the reasons, beside the bare join of the ledger "
             "with the cards added up by unit and class",
        1 / 2.0, [] {}, {}, [] {}, {}};
    job.ours = [&city, url] {
        static_cast<void>(reconcileAll(url, month));
        return city.cards();
    };
    job.raw = [&city, url] {
        openRaw(url)->stream("SELECT l.unit_id, l.account, l.class_code, l.balance_fen, c.class_key, c.original_fen, "
                             "c.accumulated_fen FROM ledger_balance l JOIN (SELECT e.unit_id, e.class_key, "
                             "SUM(b.original_fen) AS original_fen, SUM(b.accumulated_fen) AS accumulated_fen FROM "
                             "book_entry e JOIN asset_book b ON b.entry_id = e.entry_id WHERE e.valid_until = 119999 "
                             "GROUP BY e.unit_id, e.class_key) c ON c.unit_id = l.unit_id WHERE l.month = "
            + std::to_string(toMonthColumn(month)));
        return city.cards();
    };
    return {job};
}

std::vector<Job> depreciateJobs(BenchCity& city)
{
    const std::string url = city.registry();
    static Month month = kOpening;
    // The first month brings the cards onto the books: that is once, and not what is measured.
    month += std::chrono::months(1);
    inChild([&] { return post(url, month); });
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
        {}, {}, {}};
    job.prepareRaw = [&city, url, prepare, isFirst = true]() mutable {
        if (std::exchange(isFirst, false))
            inChild([&] {
                const auto store = openRaw(url);
                for (const std::string& sql : rawTables(city.isSqlite(), month))
                    store->run(sql);
                return 0;
            });
        prepare();
    };
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
