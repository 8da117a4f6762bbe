#include "tests/bench/past_campaigns.h"

#include "app/campaign/open_task.h"
#include "app/demo/city.h"
#include "app/system_clock.h"
#include "core/values/calendar.h"
#include "schema/bulk/bulk.h"
#include "schema/inventory/campaign_view.h"
#include "tests/bench/bench_city.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <vector>

namespace guanwu::bench {

namespace {

    /// What is seen of a line `l` hangs on the end of its number: 4 of 100 are damaged, of 40 the user is
    /// told, of 30 the state.
    constexpr const char* kIsDamaged
        = "l.use_state = 'in_use' AND substr(l.asset_no, 11, 2) IN ('07', '32', '57', '82')";
    constexpr const char* kSeenUser = "CASE WHEN substr(l.asset_no, 12, 1) < '4' THEN u.code END";
    constexpr const char* kWithNames
        = " LEFT JOIN place p ON p.id = l.place_id LEFT JOIN person u ON u.id = l.user_id";

    /// Of a line, behind its key.
    constexpr const char* kLineColumns
        = "asset_no, legacy_no, name, class_code, model, unit_of_measure, quantity, original_fen, "
          "depreciation_base_fen, depreciation_from, depreciation_months, depreciation_opening_fen, acquired_on, "
          "department_id, user_id, place_id, use_state";

    /// Columns of a sighting, in the order in which both statements give them.
    constexpr const char* kIntoEvents
        = "INSERT INTO scan_event (sheet_id, install_no, seq, event_id, at_ms, kind, code, place, user_code, "
          "seen_condition, entry, actor, quantity, digest) SELECT ";

    std::string hexOf(Dialect dialect, const std::string& value, int digits)
    {
        const std::string width = std::to_string(digits);
        return dialect == Dialect::Sqlite ? "printf('%0" + width + "x', " + value + ")"
                                          : "lower(lpad(hex(" + value + "), " + width + ", '0'))";
    }

    std::string seenCondition()
    {
        return std::string("CASE WHEN ") + kIsDamaged
            + " THEN 'damaged' WHEN l.use_state = 'in_use' AND substr(l.asset_no, 11, 1) < '3' THEN 'in_use' END";
    }

    /// When the line `l` was seen: the lines of a task, one after the other, fill fifteen days.
    std::string sightings(Dialect dialect, std::int64_t sheet, std::int64_t firstMs, std::int64_t stepMs)
    {
        const bool isSqlite = dialect == Dialect::Sqlite;
        const std::string at = "(" + std::to_string(firstMs) + " + l.n * " + std::to_string(stepMs) + ")";
        const std::string hex = hexOf(dialect, at, 12);
        const std::string chance = isSqlite ? "lower(hex(randomblob(16)))" : "md5(" + at + ")";
        const auto joined = [&](const std::vector<std::string>& parts) {
            std::string out;
            for (const std::string& part : parts)
                out += (out.empty() ? "" : isSqlite ? " || " : ", ") + part;
            return isSqlite ? out : "concat(" + out + ")";
        };
        const std::string id = joined({"substr(h, 1, 8)", "'-'", "substr(h, 9, 4)", "'-7'", "substr(r, 1, 3)",
            "'-8'", "substr(r, 4, 3)", "'-'", "substr(r, 7, 12)"});
        const std::string number = std::to_string(sheet);
        return kIntoEvents + number + ", " + number + ", n, " + id
            + ", at_ms, 'seen', asset_no, place, user_code, condition_seen, "
            + "'wedge', 'clerk01', quantity, digest FROM (SELECT l.n, l.asset_no, l.quantity, " + at
            + " AS at_ms, " + hex + " AS h, " + chance + " AS r, " + (isSqlite ? chance : "md5(l.asset_no)")
            + " AS digest, p.code AS place, " + kSeenUser + " AS user_code, " + seenCondition()
            + " AS condition_seen FROM (SELECT asset_no, quantity, use_state, place_id, user_id, "
              "row_number() OVER (ORDER BY asset_id) AS n FROM sheet_line WHERE sheet_id = "
            + number + ") l" + kWithNames + ") e ORDER BY n";
    }

    std::string results()
    {
        return std::string("INSERT INTO sheet_result (sheet_id, asset_id, result, seen_place, seen_user, "
                           "seen_condition) SELECT l.sheet_id, l.asset_id, 'damaged', p.code, ")
            + kSeenUser + ", 'damaged' FROM sheet_line l" + kWithNames + " WHERE l.sheet_id = ? AND "
            + kIsDamaged;
    }

    constexpr std::string_view kCounters
        = "INSERT INTO sheet_counter (sheet_id, result, line_count, book_quantity, counted_quantity, original_fen, "
          "idle_count, idle_original_fen) SELECT l.sheet_id, coalesce(r.result, 'match'), count(*), "
          "sum(l.quantity), sum(l.quantity), sum(l.original_fen), sum(CASE l.use_state WHEN 'idle' THEN 1 ELSE 0 "
          "END), sum(CASE l.use_state WHEN 'idle' THEN l.original_fen ELSE 0 END) FROM sheet_line l LEFT JOIN "
          "sheet_result r ON r.sheet_id = l.sheet_id AND r.asset_id = l.asset_id WHERE l.sheet_id = ? GROUP BY 1, 2";
    // The second `?` is the same sheet a year before.
    const std::string kLaterLines = std::string("INSERT INTO sheet_line (sheet_id, asset_id, ") + kLineColumns
        + ") SELECT ?, asset_id, " + kLineColumns + " FROM sheet_line WHERE sheet_id = ? ORDER BY asset_id";
    constexpr std::string_view kLaterResults
        = "INSERT INTO sheet_result SELECT ?, asset_id, result, seen_place, seen_user, seen_condition FROM "
          "sheet_result WHERE sheet_id = ? ORDER BY asset_id";
    constexpr std::string_view kLaterCounters
        = "INSERT INTO sheet_counter SELECT ?, result, line_count, book_quantity, counted_quantity, original_fen, "
          "idle_count, idle_original_fen FROM sheet_counter WHERE sheet_id = ?";

    std::string laterSightings(Dialect dialect, std::int64_t sheet)
    {
        const bool isSqlite = dialect == Dialect::Sqlite;
        const std::string at
            = "at_ms + " + std::to_string(std::chrono::milliseconds(std::chrono::years(1)).count());
        const std::string hex = hexOf(dialect, at, 12);
        const std::string id = isSqlite
            ? "substr(h, 1, 8) || '-' || substr(h, 9, 4) || substr(event_id, 14)"
            : "concat(substr(h, 1, 8), '-', substr(h, 9, 4), substr(event_id, 14))";
        const std::string number = std::to_string(sheet);
        return kIntoEvents + number + ", " + number + ", seq, " + id + ", " + at
            + ", kind, code, place, user_code, seen_condition, entry, actor, quantity, digest FROM (SELECT e.*, "
            + hex + " AS h FROM scan_event e WHERE sheet_id = ?) e ORDER BY install_no, seq";
    }

    constexpr std::string_view kClose
        = "UPDATE count_sheet SET state = 'closed', stale = 0, revision = 9, freeze_cursor = (SELECT max(l.asset_id) "
          "FROM sheet_line l WHERE l.sheet_id = count_sheet.id) WHERE id = ?";

    void require(bool holds, const std::string& what)
    {
        if (!holds)
            throw std::runtime_error("benchmark: " + what);
    }

    OpenTask open(const std::string& url, const std::string& taskNo)
    {
        auto task = OpenTask::open(BenchCity::connect(url), Scope::everything(), taskNo);
        require(task.has_value(), "no task " + taskNo);
        return std::move(*task);
    }

    std::int64_t number(Session& session, std::string_view sql)
    {
        const auto rows = session.bulk().stream(sql, {});
        return rows->next() ? rows->integer(0) : 0;
    }

} // namespace

std::string bookLines(const std::string& which)
{
    return std::string("INSERT INTO sheet_line (sheet_id, asset_id, ") + kLineColumns
        + ")"
          " SELECT s.id, a.id, a.asset_no, a.legacy_no, a.name, a.class_code, a.model, "
          "a.unit_of_measure, a.quantity,"
          " v.original_fen, v.depreciation_base_fen, v.depreciation_from, v.depreciation_months, "
          "v.depreciation_opening_fen,"
          " a.acquired_on, a.department_id, a.user_id, a.place_id, a.use_state"
          " FROM count_sheet s JOIN asset a ON a.unit_id = s.unit_id JOIN asset_value v ON v.asset_id = "
          "a.id WHERE "
        + which;
}

void closeAsCounted(
    const std::string& url, const std::string& taskNo, int yearsAgo, const std::optional<std::string>& alike)
{
    using namespace std::chrono;
    const OpenTask task = open(url, taskNo);
    Session& session = *task.session;
    Bulk& bulk = session.bulk();
    const auto year = CityOptions().baseDate.year() - years(yearsAgo);
    const std::int64_t id = task.task.id.value;
    if (session.dialect() == Dialect::Mysql)
        bulk.execute("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED", {});
    bulk.execute(std::string("INSERT INTO scan_install (id, install_id) SELECT id, ")
            + hexOf(session.dialect(), "id", 32) + " FROM count_sheet WHERE task_id = ?",
        {id});
    milliseconds at = sys_days(year / October / 10).time_since_epoch();
    const std::int64_t step = std::max<std::int64_t>(
        1, milliseconds(days(15)).count() / (number(session, "SELECT count(*) FROM asset") + 1));
    const auto sheets = task.store->sheets(task.task.id);
    const auto models = alike ? task.store->sheets(open(url, *alike).task.id) : std::vector<CountSheet>();
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::int64_t one = sheets[i].id.value;
        BulkTransaction piece(bulk);
        if (alike) {
            const std::int64_t model = models.at(i).id.value;
            require(models[i].unitCode == sheets[i].unitCode, "other units");
            const std::int64_t lines = bulk.execute(kLaterLines, {one, model});
            require(bulk.execute(laterSightings(session.dialect(), one), {model}) == lines, "sightings");
            bulk.execute(kLaterResults, {one, model});
            bulk.execute(kLaterCounters, {one, model});
        } else {
            const std::int64_t lines = bulk.execute(bookLines("s.id = ? ORDER BY a.id"), {one});
            require(
                bulk.execute(sightings(session.dialect(), one, at.count(), step), {}) == lines, "sightings");
            bulk.execute(results(), {one});
            bulk.execute(kCounters, {one});
            at += milliseconds(lines * step);
        }
        bulk.execute(kClose, {one});
        piece.commit();
    }
    bulk.execute("UPDATE inventory_task SET state = 'closed', base_date = '"
            + formatDate(year / December / 31) + "' WHERE id = ?",
        {id});
}

void checkPast(const std::string& url, const std::string& taskNo, std::int64_t cards, bool isFolded)
{
    const OpenTask task = open(url, taskNo);
    require(task.task.state == SheetState::Closed, taskNo + " is not closed");
    CampaignView view(*task.session, Scope::everything());
    const CampaignProgress progress = view.progress(task.task, systemNow());
    for (const SheetProgress& one : progress.sheets)
        require(one.sheet.state == SheetState::Closed && one.sheet.stale == 0,
            taskNo + ", " + one.sheet.unitCode + ": not closed");
    const ResultCounter& match = progress.total.of(LineResult::Match);
    const ResultCounter& damaged = progress.total.of(LineResult::Damaged);
    require(match.lines + damaged.lines == cards && damaged.lines * 20 > cards / 2, taskNo + ": other lines");
    require((match.original + damaged.original).fen()
            == number(*task.session, "SELECT sum(original_fen) FROM asset_value"),
        taskNo + ": other value");
    if (isFolded)
        require(task.service->differing(task.task).empty(), taskNo + ": folded again it is another");
}

} // namespace guanwu::bench
