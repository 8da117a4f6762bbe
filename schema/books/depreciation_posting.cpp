#include "schema/books/depreciation_posting.h"

#include "schema/access/scope_condition.h"
#include "schema/audit/audit_trail.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"

#include <algorithm>
#include <utility>

namespace guanwu {

namespace {

    using Month = std::chrono::year_month;
    constexpr std::chrono::months kOne {1};

// What is due: entries from their first month up to the one that takes what is left.
#define GUANWU_DUE " WHERE entry_id > ? AND entry_id <= ? AND from_month <= ? AND last_month >= ?"

    constexpr std::string_view kLines
        = "INSERT INTO depreciation_line (month, entry_id, taken_fen) SELECT ?, entry_id, CASE WHEN last_month "
          "= ? THEN original_fen - accumulated_fen ELSE monthly_fen END FROM asset_book" GUANWU_DUE;
    constexpr std::string_view kValues
        = "UPDATE asset_book SET accumulated_fen = CASE WHEN last_month = ? THEN original_fen ELSE "
          "accumulated_fen + monthly_fen END, months_taken = months_taken + 1" GUANWU_DUE;
#undef GUANWU_DUE

    /// The shares of a month by class of the unit. Grouping by an expression would make SQLite sort.
    std::map<std::int64_t, Money> sharesByClass(
        Session& session, std::int64_t month, std::int64_t first, std::int64_t last)
    {
        std::map<std::int64_t, Money> out;
        const bool isSqlite = session.dialect() == Dialect::Sqlite;
        const auto rows = session.bulk().stream(isSqlite
                ? "SELECT entry_id, taken_fen FROM depreciation_line WHERE month = ? AND entry_id >= ? AND "
                  "entry_id <= ?"
                : "SELECT MIN(entry_id), SUM(taken_fen) FROM depreciation_line WHERE month = ? AND entry_id >= "
                  "? AND entry_id <= ? GROUP BY entry_id DIV 16777216",
            {month, first, last});
        std::int64_t current = -1;
        Money* sum = nullptr;
        while (rows->next()) {
            if (const std::int64_t of = rows->integer(0) >> 24; of != current) {
                current = of;
                sum = &out[of & 0xFFFF];
            }
            *sum += Money::fromFen(rows->integer(1));
        }
        return out;
    }

    std::map<std::int64_t, ClassTotal> classTotals(Bulk& bulk, std::int64_t unit, std::int64_t month)
    {
        std::map<std::int64_t, ClassTotal> out;
        const auto rows = bulk.stream(
            "SELECT class_key, cards, quantity, original_fen, accumulated_fen FROM depreciation_total WHERE "
            "unit_id = ? AND month = ?",
            {unit, month});
        while (rows->next()) {
            ClassTotal& total = out[rows->integer(0)];
            total.classKey = rows->integer(0);
            total.cards = rows->integer(1);
            total.quantity = rows->integer(2);
            total.original = Money::fromFen(rows->integer(3));
            total.accumulated = Money::fromFen(rows->integer(4));
        }
        return out;
    }

    void writeTotals(
        Bulk& bulk, std::int64_t unit, std::int64_t month, const std::map<std::int64_t, ClassTotal>& totals)
    {
        const auto writer = bulk.writer("depreciation_total",
            "unit_id, month, class_key, cards, quantity, original_fen, taken_fen, accumulated_fen, "
            "added_cards, added_before_fen");
        for (const auto& [key, total] : totals) {
            if (total.cards == 0 && total.taken == Money())
                continue;
            for (const std::int64_t value :
                {unit, month, key, total.cards, total.quantity, total.original.fen(), total.taken.fen(),
                    total.accumulated.fen(), total.addedCards, total.addedBefore.fen()})
                writer->integer(value);
            writer->endRow();
        }
        writer->flush();
    }

} // namespace

/// Pieces on their way to the disk, and whom to tell when they are there. The first commit takes the run with it
/// and the entry of whoever posts: a run that posts nothing leaves neither.
class DepreciationPosting::Commits {
public:
    Commits(Session& session, const Request& request, const Listener& listener)
        : m_session(session)
        , m_bulk(session.bulk())
        , m_request(request)
        , m_listener(listener)
        , m_run(session.newId())
    {
    }
    [[nodiscard]] std::int64_t run() const { return m_run; }
    void begin()
    {
        if (!m_open)
            m_open.emplace(m_bulk);
    }
    /// A piece is written; `month` is the one that it ends.
    void wrote(std::int64_t rows, std::optional<PostedMonth> month)
    {
        m_rows += rows;
        m_pieces.push_back(std::move(month));
        if (m_rows >= m_request.rowsACommit)
            commit();
    }
    void commit()
    {
        if (!m_open)
            return;
        const bool isFirst = !std::exchange(m_isRunStored, true);
        if (isFirst)
            storeRun();
        m_open->commit();
        if (isFirst && m_isAudited)
            m_session.audit().committed();
        m_open.reset();
        m_rows = 0;
        for (const auto& month : std::exchange(m_pieces, {})) {
            m_listener.piece();
            if (month)
                m_listener.month(*month);
        }
    }
    void rollBack()
    {
        m_open.reset();
        m_pieces.clear();
        m_rows = 0;
    }

private:
    void storeRun()
    {
        const auto row = m_bulk.writer("book_run", "id, actor, at");
        row->integer(m_run);
        row->text(m_request.actor);
        row->integer(toInstantColumn(m_request.at));
        row->endRow();
        row->flush();
        AuditTrail& audit = m_session.audit();
        m_isAudited = audit.isDue();
        if (!m_isAudited)
            return;
        // Of all that is posted by it: each month names its run.
        audit.note({"depreciation/" + std::to_string(m_run), {}, formatMonth(m_request.through)});
        audit.write(m_bulk);
    }

    Session& m_session;
    Bulk& m_bulk;
    const Request& m_request;
    const Listener& m_listener;
    std::int64_t m_run; ///< who posts, for all of its months
    bool m_isRunStored = false;
    bool m_isAudited = false;
    std::optional<BulkTransaction> m_open;
    std::int64_t m_rows = 0;
    std::vector<std::optional<PostedMonth>> m_pieces;
};

Result<std::vector<DepreciationPosting::UnitPlan>> DepreciationPosting::plan(const Request& request)
{
    if (request.opening && *request.opening >= request.through)
        return fail(ErrorCode::InvalidArgument, "books.opening_late");
    struct Found {
        UnitPlan plan;
        std::int64_t lastPosted;
        std::int64_t begun; ///< the first month of a unit whose first posting was cut off
    };
    std::vector<Found> found;
    {
        Query query(m_session);
        query.add("SELECT u.id, u.code, u.name, COALESCE((SELECT MAX(m.month) FROM depreciation_month m "
                  "WHERE m.unit_id = u.id AND m.state = 'posted'), 0), COALESCE((SELECT b.first_month FROM "
                  "book_unit b WHERE b.unit_id = u.id), 0) FROM registered_unit u WHERE (EXISTS "
                  "(SELECT 1 FROM registered_asset a WHERE a.unit_id = u.id) OR EXISTS (SELECT 1 FROM "
                  "book_entry e WHERE e.unit_id = u.id AND e.valid_until = 119999))");
        query.add(ScopeCondition(m_scope, "u.id")).add(" ORDER BY u.id");
        while (query.next(5)) {
            const UnitId unit {query.integer(0)};
            if (request.units.empty()
                || std::find(request.units.begin(), request.units.end(), unit) != request.units.end())
                found.push_back(
                    {{unit, query.text(1), query.text(2), {}, false}, query.integer(3), query.integer(4)});
        }
    }
    std::vector<UnitPlan> out;
    for (auto& [plan, lastPosted, begun] : found) {
        if (lastPosted != 0) {
            if (request.opening && fromMonthColumn(lastPosted) > *request.opening && !request.units.empty())
                return fail(ErrorCode::Conflict, "books.opened_already", plan.code);
            plan.first = fromMonthColumn(lastPosted) + kOne;
        } else if (begun != 0) {
            plan.first = fromMonthColumn(begun);
        } else {
            plan.isOpening = true;
            auto opening = request.opening;
            if (!opening)
                opening = m_sync.openingOf(plan.unit);
            plan.first = opening ? *opening + kOne : request.through.year() / std::chrono::January;
        }
        if (plan.first <= request.through)
            out.push_back(std::move(plan));
    }
    return out;
}

Result<std::int64_t> DepreciationPosting::run(const Request& request, const Listener& listener)
{
    if (m_scope.reach() == Scope::Reach::Nothing || m_scope.reach() == Scope::Reach::Department)
        return fail(ErrorCode::Forbidden, "access.forbidden");
    const auto planned = plan(request);
    if (!planned)
        return fail(planned.error());
    std::map<UnitId, Month> next;
    for (const UnitPlan& unit : *planned) {
        if (!m_scope.mayChange(unit.unit, {}))
            continue;
        next.emplace(unit.unit, unit.first);
    }
    if (next.empty())
        return 0;
    std::int64_t months = 0;
    Commits commits(m_session, request, listener);
    const auto post = [&](UnitId unit, Month& month) -> Result<void> {
        if (auto posted = postMonth(unit, month, commits); !posted)
            return posted;
        month += kOne;
        ++months;
        return {};
    };
    // A month that was cut off is finished as it was begun; what changed since is for the one after it.
    for (auto& [unit, month] : next)
        if (unfinished(unit, month))
            if (const auto posted = post(unit, month); !posted)
                return fail(posted.error());
    commits.commit();
    std::erase_if(next, [&](const auto& unit) { return unit.second > request.through; });
    if (next.empty())
        return months;

    const auto nextOf = [&](UnitId unit) -> std::optional<Month> {
        const auto found = next.find(unit);
        return found == next.end() ? std::nullopt : std::optional(found->second);
    };
    m_sync.noteBatches();
    for (const auto& [unit, month] : next)
        m_sync.admitUnit(unit, month);
    const Month first = std::min_element(next.begin(), next.end(), [](const auto& a, const auto& b) {
        return a.second < b.second;
    })->second;
    for (Month month = first; month <= request.through; month += kOne) {
        m_sync.followCards(nextOf);
        m_sync.applyChanges(month, nextOf);
        for (auto& [unit, nextMonth] : next)
            if (nextMonth == month)
                if (const auto posted = post(unit, nextMonth); !posted)
                    return fail(posted.error());
        commits.commit(); // cards are followed on their own
    }
    return months;
}

std::optional<std::int64_t> DepreciationPosting::unfinished(UnitId unit, Month month)
{
    const auto rows
        = m_session.bulk().stream("SELECT cursor_entry FROM depreciation_month WHERE unit_id = ? AND month = "
                                  "? AND state = 'posting'",
            {unit.value, toMonthColumn(month)});
    return rows->next() ? std::optional(rows->integer(0)) : std::nullopt;
}

std::int64_t DepreciationPosting::pieceEnd(std::int64_t after, std::int64_t last)
{
    const auto rows = m_session.bulk().stream("SELECT entry_id FROM asset_book WHERE entry_id > ? AND "
                                              "entry_id <= ? ORDER BY entry_id LIMIT 1 OFFSET 4999",
        {after, last});
    return rows->next() ? rows->integer(0) : last;
}

std::int64_t DepreciationPosting::writePiece(std::int64_t month, std::int64_t after, std::int64_t to)
{
    Bulk& bulk = m_session.bulk();
    const auto lines = bulk.execute(kLines, {month, month, after, to, month, month});
    bulk.execute(kValues, {month, after, to, month, month});
    return static_cast<std::int64_t>(lines);
}

PostedMonth DepreciationPosting::addUp(UnitId unit, std::int64_t month, const EntryRange& range)
{
    Bulk& bulk = m_session.bulk();
    PostedMonth out;
    out.unit = unit;
    out.month = fromMonthColumn(month);
    out.isPosted = true;
    const Month before = out.month - kOne;
    auto totals = classTotals(bulk, unit.value, month - 1);
    Money accumulatedBefore;
    for (const auto& [key, total] : totals)
        accumulatedBefore += total.accumulated;
    std::map<std::int64_t, std::int64_t> classOfNumber;
    {
        const auto rows = bulk.stream("SELECT number, class_key FROM book_class", {});
        while (rows->next())
            classOfNumber[rows->integer(0)] = rows->integer(1);
    }
    // What came onto the books and what left them; the next entry of a card is both.
    Money continuedBefore;
    for (const bool isOpening : {true, false}) {
        const auto rows = bulk.stream("SELECT " + std::string(kEntryColumns)
                + (isOpening ? " FROM book_entry e WHERE e.unit_id = ? AND e.valid_from = ?"
                             : " FROM book_entry e WHERE e.unit_id = ? AND e.valid_until = ?"),
            {unit.value, month});
        while (rows->next()) {
            const BookEntry entry = readEntry(*rows, 0);
            if (entry.validFrom == entry.validUntil)
                continue; // replaced before a month of it was posted
            const Money accumulated = entry.accumulatedAt(before);
            ClassTotal& total = totals[entry.classKey];
            total.classKey = entry.classKey;
            if (!isOpening) {
                --total.cards;
                total.quantity -= entry.quantity;
                total.original -= entry.original;
                total.accumulated -= accumulated;
                ++out.removedCards;
                out.removedAccumulated += accumulated;
                continue;
            }
            ++total.cards;
            total.quantity += entry.quantity;
            total.original += entry.original;
            total.accumulated += accumulated;
            if (entry.isAdded) {
                ++total.addedCards;
                total.addedBefore += accumulated;
            } else {
                --out.removedCards; // it only went on
                continuedBefore += accumulated;
            }
        }
    }
    out.removedAccumulated -= continuedBefore;
    for (const auto& [number, taken] : sharesByClass(m_session, month, range.first, range.last)) {
        ClassTotal& total = totals[classOfNumber[number]];
        total.taken += taken;
        total.accumulated += taken;
    }
    writeTotals(bulk, unit.value, month, totals);
    for (const auto& [key, total] : totals) {
        out.cards += total.cards;
        out.quantity += total.quantity;
        out.original += total.original;
        out.taken += total.taken;
        out.accumulated += total.accumulated;
        out.addedCards += total.addedCards;
        out.addedBefore += total.addedBefore;
    }
    // Against the values themselves, which the lines were not added up from. What comes onto the books later
    // has its value there already.
    Money values;
    {
        const auto rows = bulk.stream(
            "SELECT COALESCE(SUM(accumulated_fen), 0) FROM asset_book WHERE entry_id >= ? AND entry_id <= ?",
            {range.first, range.last});
        if (rows->next())
            values = Money::fromFen(rows->integer(0));
    }
    const auto rows = bulk.stream("SELECT COALESCE(SUM(b.accumulated_fen), 0) FROM book_entry e JOIN "
                                  "asset_book b ON b.entry_id = e.entry_id WHERE e.unit_id = ? AND "
                                  "e.valid_from > ?",
        {unit.value, month});
    if (rows->next())
        values -= Money::fromFen(rows->integer(0));
    out.difference = values - accumulatedBefore - out.addedBefore + out.removedAccumulated - out.taken;
    return out;
}

Result<void> DepreciationPosting::postMonth(UnitId unit, Month month, Commits& commits)
{
    try {
        auto posted = postPieces(unit, month, commits);
        if (!posted)
            commits.rollBack();
        return posted;
    } catch (const DuplicateKey&) { // somebody else began the month a moment ago
        commits.rollBack();
        return fail(ErrorCode::Conflict, "books.busy");
    }
}

Result<void> DepreciationPosting::postPieces(UnitId unit, Month posted, Commits& commits)
{
    Bulk& bulk = m_session.bulk();
    const std::int64_t month = toMonthColumn(posted);
    const std::int64_t number = m_sync.unitNumber(unit);
    const EntryRange range {firstEntryOf(number), lastEntryOf(number)};
    const auto stopped = unfinished(unit, posted);
    bool isBegun = stopped.has_value();
    for (std::int64_t after = stopped.value_or(range.first); after < range.last;) {
        commits.begin();
        const std::int64_t to = pieceEnd(after, range.last);
        // The row is taken first: whoever posts the same month at the same time waits here and then sees it.
        if (!isBegun)
            bulk.execute("INSERT INTO depreciation_month (unit_id, month, state, cursor_entry, cards, "
                         "quantity, original_fen, taken_fen, accumulated_fen, added_cards, "
                         "added_before_fen, removed_cards, removed_accumulated_fen, difference_fen, run_id) "
                         "VALUES (?, ?, 'posting', ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?)",
                {unit.value, month, to, commits.run()});
        else if (bulk.execute("UPDATE depreciation_month SET cursor_entry = ?, run_id = ? WHERE unit_id = ? "
                              "AND month = ? AND state = 'posting' AND cursor_entry = ?",
                     {to, commits.run(), unit.value, month, after})
            == 0)
            return fail(ErrorCode::Conflict, "books.busy");
        isBegun = true;
        const std::int64_t rows = writePiece(month, after, to);
        std::optional<PostedMonth> total;
        if (to == range.last) {
            total = addUp(unit, month, range);
            bulk.execute(
                "UPDATE depreciation_month SET state = 'posted', cards = ?, quantity = ?, original_fen = ?, "
                "taken_fen = ?, accumulated_fen = ?, added_cards = ?, added_before_fen = ?, removed_cards = "
                "?, removed_accumulated_fen = ?, difference_fen = ? WHERE unit_id = ? AND month = ?",
                {total->cards, total->quantity, total->original.fen(), total->taken.fen(),
                    total->accumulated.fen(), total->addedCards, total->addedBefore.fen(),
                    total->removedCards, total->removedAccumulated.fen(), total->difference.fen(), unit.value,
                    month});
        }
        commits.wrote(rows, std::move(total));
        after = to;
    }
    return {};
}

} // namespace guanwu
