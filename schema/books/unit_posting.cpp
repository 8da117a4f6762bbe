#include "schema/books/unit_posting.h"

#include "core/values/calendar.h"
#include "schema/audit/audit_trail.h"
#include "schema/books/book_entries.h"
#include "schema/connection/column_types.h"
#include "schema/connection/session.h"
#include "schema/connection/storage_error.h"

#include <algorithm>
#include <utility>

namespace guanwu {

namespace {

    using Month = std::chrono::year_month;
    constexpr std::chrono::months kOneMonth {1};

// What is due: entries from their first month up to the one that takes what is left.
#define GUANWU_DUE " WHERE entry_id > ? AND entry_id <= ? AND from_month <= ? AND last_month >= ?"

#define GUANWU_LINES                                                                                                \
    "INSERT INTO depreciation_line (month, entry_id, taken_fen) SELECT ?, entry_id, CASE WHEN last_month = ? THEN " \
    "original_fen - accumulated_fen ELSE monthly_fen END FROM asset_book" GUANWU_DUE
    constexpr std::string_view kLines = GUANWU_LINES;
    // As many as a piece may have: to look for its end beforehand would read every card once more.
    constexpr std::string_view kLinesOfAPiece = GUANWU_LINES " ORDER BY entry_id LIMIT 5000";
#undef GUANWU_LINES
    constexpr std::string_view kValues
        = "UPDATE asset_book SET accumulated_fen = CASE WHEN last_month = ? THEN original_fen ELSE "
          "accumulated_fen + monthly_fen END, months_taken = months_taken + 1" GUANWU_DUE;
#undef GUANWU_DUE

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

    void writeTotals(Bulk& bulk, const std::vector<UnitTotals>& units)
    {
        const auto writer = bulk.writer("depreciation_total",
            "unit_id, month, class_key, cards, quantity, original_fen, taken_fen, accumulated_fen, "
            "added_cards, added_before_fen");
        for (const auto& [unit, month, totals] : units)
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

PostingCommits::PostingCommits(Session& session, const PostingRun& run, bool isRunStored, Told told)
    : m_session(session)
    , m_bulk(session.bulk())
    , m_run(run)
    , m_told(std::move(told))
    , m_isRunStored(isRunStored)
{
}

void PostingCommits::begin()
{
    if (!m_open)
        m_open.emplace(m_bulk);
}

void PostingCommits::add(UnitTotals totals)
{
    m_rows += static_cast<std::int64_t>(totals.byClass.size());
    m_totals.push_back(std::move(totals));
}

void PostingCommits::wrote(std::int64_t rows, std::optional<PostedMonth> month)
{
    m_rows += rows;
    m_pieces.push_back(std::move(month));
    if (m_rows >= m_run.rowsACommit)
        commit();
}

void PostingCommits::commit()
{
    if (!m_open)
        return;
    if (!m_totals.empty())
        writeTotals(m_bulk, m_totals);
    m_totals.clear();
    const bool isFirst = !m_isRunStored;
    if (isFirst)
        storeRun();
    m_open->commit();
    if (isFirst && m_isAudited)
        m_session.audit().committed();
    m_isRunStored = true;
    m_open.reset();
    m_rows = 0;
    m_told(std::exchange(m_pieces, {}));
}

void PostingCommits::rollBack()
{
    m_open.reset();
    m_pieces.clear();
    m_totals.clear();
    m_rows = 0;
}

void PostingCommits::storeRun()
{
    const auto row = m_bulk.writer("book_run", "id, actor, at");
    row->integer(m_run.id);
    row->text(m_run.actor);
    row->integer(toInstantColumn(m_run.at));
    row->endRow();
    row->flush();
    AuditTrail& audit = m_session.audit();
    m_isAudited = audit.isDue();
    if (!m_isAudited)
        return;
    // Of all that is posted by it: each month names its run.
    audit.note({"depreciation/" + std::to_string(m_run.id), {}, formatMonth(m_run.through)});
    audit.write(m_bulk);
}

UnitPoster::UnitPoster(Session& session, PostingCommits& commits)
    : m_session(session)
    , m_bulk(session.bulk())
    , m_commits(commits)
{
}

bool UnitPoster::isOnePiece(UnitId unit, std::int64_t month)
{
    // What it had a month ago, and what came since: no more can take a share.
    const auto rows
        = m_bulk.stream("SELECT COALESCE((SELECT cards FROM depreciation_month WHERE unit_id = ? AND month "
                        "= ?), 0) + (SELECT COUNT(*) FROM book_entry WHERE unit_id = ? AND valid_from = ?)",
            {unit.value, month - 1, unit.value, month});
    return rows->next() && rows->integer(0) <= kPieceRows;
}

UnitPoster::Piece UnitPoster::writePiece(
    std::int64_t month, std::int64_t after, std::int64_t last, bool isLast)
{
    Piece piece {
        m_bulk.execute(isLast ? kLines : kLinesOfAPiece, {month, month, after, last, month, month}), last};
    if (!isLast && piece.lines == kPieceRows) {
        const auto rows
            = m_bulk.stream("SELECT MAX(entry_id) FROM depreciation_line WHERE month = ? AND entry_id "
                            "> ? AND entry_id <= ?",
                {month, after, last});
        if (rows->next())
            piece.to = rows->integer(0);
    }
    m_bulk.execute(kValues, {month, after, piece.to, month, month});
    return piece;
}

const std::map<std::int64_t, std::int64_t>& UnitPoster::classNumbers(const Totals& totals)
{
    const bool isKnown = std::all_of(
        totals.begin(), totals.end(), [&](const auto& one) { return m_classNumbers.contains(one.first); });
    if (!isKnown) {
        const auto rows = m_bulk.stream("SELECT class_key, number FROM book_class", {});
        while (rows->next())
            m_classNumbers[rows->integer(0)] = rows->integer(1);
    }
    return m_classNumbers;
}

void UnitPoster::addShares(const UnitDue& due, std::int64_t month, Totals& totals)
{
    const auto& numbers = classNumbers(totals);
    const auto add = [](ClassTotal& total, std::int64_t fen) {
        total.taken += Money::fromFen(fen);
        total.accumulated += Money::fromFen(fen);
    };
    if (m_session.dialect() == Dialect::Sqlite) {
        // A class lies side by side. Grouping by an expression would sort, and to take each line out costs
        // twice as much as to add it up inside.
        for (auto& [key, total] : totals) {
            const std::int64_t first = firstEntryOf(due.number) | numbers.at(key) << 24;
            const auto rows
                = m_bulk.stream("SELECT SUM(taken_fen) FROM depreciation_line WHERE month = ? AND entry_id "
                                ">= ? AND entry_id < ?",
                    {month, first, first + (1 << 24)});
            if (rows->next())
                add(total, rows->integer(0));
        }
        return;
    }
    std::map<std::int64_t, ClassTotal*> byNumber;
    for (auto& [key, total] : totals)
        byNumber[numbers.at(key)] = &total;
    const auto rows
        = m_bulk.stream("SELECT entry_id >> 24, SUM(taken_fen) FROM depreciation_line WHERE month = ? AND "
                        "entry_id >= ? AND entry_id <= ? GROUP BY entry_id >> 24",
            {month, firstEntryOf(due.number), lastEntryOf(due.number)});
    while (rows->next())
        add(*byNumber.at(rows->integer(0) & 0xFFFF), rows->integer(1));
}

PostedMonth UnitPoster::addUp(const UnitDue& due, std::int64_t month)
{
    const std::int64_t unit = due.unit.value;
    const std::int64_t first = firstEntryOf(due.number);
    const std::int64_t last = lastEntryOf(due.number);
    PostedMonth out;
    out.unit = due.unit;
    out.month = fromMonthColumn(month);
    out.isPosted = true;
    const Month before = out.month - kOneMonth;
    auto totals = classTotals(m_bulk, unit, month - 1);
    Money accumulatedBefore;
    for (const auto& [key, total] : totals)
        accumulatedBefore += total.accumulated;
    // What came onto the books and what left them; the next entry of a card is both.
    Money continuedBefore;
    {
        const std::string columns(kEntryColumns);
        const auto rows = m_bulk.stream("SELECT 1, " + columns
                + " FROM book_entry e WHERE e.unit_id = ? AND e.valid_from = ? UNION ALL SELECT 0, " + columns
                + " FROM book_entry e WHERE e.unit_id = ? AND e.valid_until = ?",
            {unit, month, unit, month});
        while (rows->next()) {
            const bool isOpening = rows->integer(0) != 0;
            const BookEntry entry = readEntry(*rows, 1);
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
    addShares(due, month, totals);
    for (const auto& [key, total] : totals) {
        out.cards += total.cards;
        out.quantity += total.quantity;
        out.original += total.original;
        out.taken += total.taken;
        out.accumulated += total.accumulated;
        out.addedCards += total.addedCards;
        out.addedBefore += total.addedBefore;
    }
    m_commits.add({unit, month, std::move(totals)});
    // Against the values themselves, which the lines were not added up from. What comes onto the books later
    // has its value there already.
    Money values;
    const auto rows = m_bulk.stream(
        "SELECT (SELECT COALESCE(SUM(accumulated_fen), 0) FROM asset_book WHERE entry_id >= ? AND entry_id <= ?) - "
        "(SELECT COALESCE(SUM(b.accumulated_fen), 0) FROM book_entry e JOIN asset_book b ON b.entry_id = "
        "e.entry_id WHERE e.unit_id = ? AND e.valid_from > ?)",
        {first, last, unit, month});
    if (rows->next())
        values = Money::fromFen(rows->integer(0));
    out.difference = values - accumulatedBefore - out.addedBefore + out.removedAccumulated - out.taken;
    return out;
}

Result<void> UnitPoster::post(const UnitDue& due, Month month, std::optional<std::int64_t> stopped)
{
    try {
        auto posted = postPieces(due, month, stopped);
        if (!posted)
            m_commits.rollBack();
        return posted;
    } catch (const DuplicateKey&) { // somebody else began the month a moment ago
        m_commits.rollBack();
        return fail(ErrorCode::Conflict, "books.busy");
    }
}

Result<void> UnitPoster::postPieces(const UnitDue& due, Month posted, std::optional<std::int64_t> stopped)
{
    const std::int64_t unit = due.unit.value;
    const std::int64_t month = toMonthColumn(posted);
    const std::int64_t last = lastEntryOf(due.number);
    bool isBegun = stopped.has_value();
    const bool isWhole = isOnePiece(due.unit, month); // to count the lines of a piece costs
    for (std::int64_t after = stopped.value_or(firstEntryOf(due.number)); after < last;) {
        m_commits.begin();
        // The row is taken first: whoever posts the same month at the same time waits here and then sees it.
        // As if the piece were the last one, as it is in most units.
        if (!isBegun)
            m_bulk.execute(
                "INSERT INTO depreciation_month (unit_id, month, state, cursor_entry, cards, "
                "quantity, original_fen, taken_fen, accumulated_fen, added_cards, "
                "added_before_fen, removed_cards, removed_accumulated_fen, difference_fen, run_id) "
                "VALUES (?, ?, 'posting', ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?)",
                {unit, month, last, m_commits.run().id});
        else if (m_bulk.execute(
                     "UPDATE depreciation_month SET cursor_entry = ?, run_id = ? WHERE unit_id = ? "
                     "AND month = ? AND state = 'posting' AND cursor_entry = ?",
                     {last, m_commits.run().id, unit, month, after})
            == 0)
            return fail(ErrorCode::Conflict, "books.busy");
        isBegun = true;
        const Piece piece = writePiece(month, after, last, isWhole);
        std::optional<PostedMonth> total;
        if (piece.to < last) {
            m_bulk.execute("UPDATE depreciation_month SET cursor_entry = ? WHERE unit_id = ? AND month = ?",
                {piece.to, unit, month});
        } else {
            total = addUp(due, month);
            m_bulk.execute(
                "UPDATE depreciation_month SET state = 'posted', cards = ?, quantity = ?, original_fen = ?, "
                "taken_fen = ?, accumulated_fen = ?, added_cards = ?, added_before_fen = ?, removed_cards = "
                "?, removed_accumulated_fen = ?, difference_fen = ? WHERE unit_id = ? AND month = ?",
                {total->cards, total->quantity, total->original.fen(), total->taken.fen(),
                    total->accumulated.fen(), total->addedCards, total->addedBefore.fen(),
                    total->removedCards, total->removedAccumulated.fen(), total->difference.fen(), unit,
                    month});
        }
        m_commits.wrote(piece.lines, std::move(total));
        after = piece.to;
    }
    return {};
}

} // namespace guanwu
