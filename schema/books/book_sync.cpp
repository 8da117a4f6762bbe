#include "schema/books/book_sync.h"

#include "core/registry/asset_card.h"
#include "core/values/calendar.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"

#include <algorithm>
#include <utility>

namespace guanwu {

namespace {

    using Month = std::chrono::year_month;
    constexpr std::string_view kCard
        = " FROM registered_asset a JOIN asset_value v ON v.asset_id = a.id LEFT JOIN book_entry e ON "
          "e.asset_id = a.id AND e.valid_until = 119999 ";

    /// What left before this day had no part in a month of the books that begin with `first`.
    std::string firstDayAfter(Month first)
    {
        return formatDate(Day(std::chrono::sys_days((first + std::chrono::months(1)) / 1)));
    }

} // namespace

BookSync::BookSync(Session& session)
    : m_session(session)
    , m_bulk(session.bulk())
    , m_writer(m_bulk)
{
}

std::optional<Month> BookSync::openingOf(UnitId unit)
{
    // Of a unit that has none left, those that were its own.
    for (const char* cards :
        {"WHERE a.unit_id = ?", "JOIN asset_exit x ON x.asset_id = a.id WHERE x.unit_id = ?"}) {
        const auto rows = m_bulk.stream(
            "SELECT MAX(v.given_through) FROM registered_asset a JOIN asset_value v ON v.asset_id = "
            "a.id "
                + std::string(cards),
            {unit.value});
        if (rows->next() && !rows->isNull(0))
            return fromMonthColumn(rows->integer(0));
    }
    return std::nullopt;
}

void BookSync::noteBatches()
{
    struct Batch {
        std::int64_t id;
        std::int64_t firstId;
        std::int64_t lastId;
    };
    std::vector<Batch> found;
    {
        const auto rows = m_bulk.stream(
            "SELECT i.id, i.first_id, i.last_id FROM import_batch i LEFT JOIN book_batch b ON b.batch_id = "
            "i.id WHERE i.kind = 'assets' AND i.state = 'applied' AND b.batch_id IS NULL ORDER BY i.id",
            {});
        while (rows->next())
            found.push_back({rows->integer(0), rows->integer(1), rows->integer(2)});
    }
    for (const Batch& batch : found)
        noteBatch(batch.id, batch.firstId, batch.lastId);
}

/// Units that are not on the books yet will be read whole; the others have to hear of these cards.
void BookSync::noteBatch(std::int64_t batch, std::int64_t firstId, std::int64_t lastId)
{
    bool isFirst = true;
    {
        const auto rows = m_bulk.stream("SELECT 1 FROM book_unit LIMIT 1", {});
        isFirst = !rows->next();
    }
    for (std::int64_t from = firstId - 1; !isFirst;) {
        std::int64_t to = 0;
        if (const auto rows
            = m_bulk.stream("SELECT COALESCE(MAX(id), 0) FROM (SELECT id FROM asset WHERE id > ? AND id <= ? "
                            "AND batch_id = ? ORDER BY id LIMIT 5000) piece",
                {from, lastId, batch});
            rows->next())
            to = rows->integer(0);
        if (to == 0)
            break;
        BulkTransaction piece(m_bulk);
        beAlone();
        m_bulk.execute(
            "INSERT INTO book_stale (asset_id, revision) SELECT a.id, 0 FROM asset a JOIN "
            "book_unit u ON u.unit_id = a.unit_id LEFT JOIN book_stale s ON s.asset_id = a.id AND "
            "s.revision = 0 WHERE a.id > ? AND a.id <= ? AND a.batch_id = ? AND s.asset_id IS NULL",
            {from, to, batch});
        piece.commit();
        from = to;
    }
    BulkTransaction piece(m_bulk);
    beAlone();
    m_bulk.execute(
        "INSERT INTO book_batch (batch_id) SELECT b.id FROM import_batch b WHERE b.id = ? AND NOT EXISTS "
        "(SELECT 1 FROM book_batch k WHERE k.batch_id = b.id)",
        {batch});
    piece.commit();
}

void BookSync::learnUnits()
{
    const auto rows = m_bulk.stream("SELECT unit_id, number FROM book_unit WHERE complete = 1", {});
    while (rows->next()) {
        m_complete.insert(UnitId {rows->integer(0)});
        m_writer.learnUnit(UnitId {rows->integer(0)}, rows->integer(1));
    }
}

void BookSync::beginUnit(UnitId unit, Month first)
{
    m_bulk.execute(
        "INSERT INTO book_unit (unit_id, number, first_month, cursor_asset, complete) SELECT ?, "
        "n.number, ?, 0, 0 FROM (SELECT COALESCE(MAX(number), 0) + 1 AS number FROM book_unit) n WHERE NOT "
        "EXISTS (SELECT 1 FROM book_unit b WHERE b.unit_id = ?)",
        {unit.value, toMonthColumn(first), unit.value});
}

std::vector<BookSync::Leaver> BookSync::leavers(UnitId unit, Month first, std::int64_t after)
{
    // Parts and what they were made of: the parts stand for both, with what had been taken of it. Of what
    // moved on and on, the unit that had it when its books begin has it.
    const std::string since = firstDayAfter(first);
    std::vector<Leaver> out;
    Query query(m_session);
    query.add("SELECT x.asset_id, x.left_on FROM asset_exit x WHERE x.unit_id = ", unit.value);
    query.add(" AND x.left_on >= ", since)
        .add(" AND x.way NOT IN ('split', 'merge') AND x.asset_id > ", after);
    query
        .add(" AND NOT EXISTS (SELECT 1 FROM asset_exit y WHERE y.asset_id = x.asset_id AND y.left_on >= ",
            since)
        .add(
            " AND (y.left_on < x.left_on OR (y.left_on = x.left_on AND y.document_id < x.document_id))) AND NOT "
            "EXISTS (SELECT 1 FROM book_entry e WHERE e.asset_id = x.asset_id) ORDER BY x.asset_id LIMIT ",
            std::int64_t {kPieceRows});
    while (query.next(2))
        out.push_back({query.integer(0), monthOf(*fromDayColumn(query.text(1)))});
    return out;
}

void BookSync::admitLeavers(UnitId unit, Month first)
{
    if (m_complete.contains(unit))
        return;
    std::int64_t cursor = 0;
    for (bool isMore = true; isMore;) {
        BulkTransaction piece(m_bulk);
        beAlone();
        const std::vector<Leaver> leavers = this->leavers(unit, first, cursor);
        isMore = leavers.size() == kPieceRows;
        if (leavers.empty())
            return;
        cursor = leavers.back().asset;
        std::map<std::int64_t, Month> leftIn;
        std::vector<std::int64_t> ids;
        for (const Leaver& one : leavers) {
            leftIn.emplace(one.asset, one.month);
            ids.push_back(one.asset);
        }
        std::vector<EntryChange> fresh;
        std::vector<std::int64_t> admittedIds;
        {
            const auto rows = m_bulk.stream("SELECT " + std::string(kBookCardColumns)
                    + " FROM registered_asset a JOIN asset_value v ON v.asset_id = a.id WHERE a.id IN "
                    + marksFor(ids.size()),
                ids);
            while (rows->next()) {
                auto card = m_reader.read(*rows, 0);
                card->unit = unit;
                card->state = UseState::InUse;
                BookEntry entry = admitted(*card, first);
                if (entry.validFrom >= leftIn.at(card->id.value))
                    continue; // came and left within a month
                admittedIds.push_back(card->id.value);
                fresh.push_back({0, {}, std::move(entry), false});
            }
        }
        if (fresh.empty())
            continue;
        beginUnit(unit, first);
        m_writer.write(fresh);
        // They are followed until their month.
        noteAgain(admittedIds);
        piece.commit();
    }
}

std::set<AssetId> BookSync::arrivals(UnitId unit, Month first)
{
    std::set<AssetId> out;
    Query query(m_session);
    query.add("SELECT DISTINCT asset_id FROM asset_exit WHERE to_unit_id = ", unit.value);
    query.add(" AND left_on >= ", firstDayAfter(first));
    while (query.next(1))
        out.insert(AssetId {query.integer(0)});
    return out;
}

std::map<AssetId, Month> BookSync::released(UnitId unit, Month first)
{
    std::map<AssetId, Month> out;
    Query query(m_session);
    query.add(
        "SELECT e.asset_id, MAX(e.valid_until) FROM asset a JOIN book_entry e ON e.asset_id = a.id WHERE "
        "a.unit_id = ",
        unit.value);
    query.add(" AND e.valid_until < 119999 AND e.valid_until > ", toMonthColumn(first))
        .add(" GROUP BY e.asset_id");
    while (query.next(2))
        out.emplace(AssetId {query.integer(0)}, fromMonthColumn(query.integer(1)));
    return out;
}

void BookSync::noteAgain(const std::vector<std::int64_t>& assets)
{
    executeForIds(m_bulk, "DELETE FROM book_stale WHERE revision = 0 AND asset_id IN ", assets);
    executeForIds(
        m_bulk, "INSERT INTO book_stale (asset_id, revision) SELECT id, 0 FROM asset WHERE id IN ", assets);
}

void BookSync::admitUnit(UnitId unit, Month first)
{
    if (m_complete.contains(unit))
        return;
    const std::string sql = "SELECT " + std::string(kBookCardColumns) + ", " + std::string(kEntryColumns)
        + std::string(kCard) + "WHERE a.unit_id = ? AND a.id > ? ORDER BY a.id LIMIT 5000";
    std::int64_t cursor = 0;
    if (const auto rows
        = m_bulk.stream("SELECT cursor_asset, complete FROM book_unit WHERE unit_id = ?", {unit.value});
        rows->next()) {
        if (rows->integer(1) != 0)
            return;
        cursor = rows->integer(0);
    }
    const std::set<AssetId> arrived = arrivals(unit, first);
    const std::map<AssetId, Month> released = this->released(unit, first);
    for (bool isMore = true; isMore;) {
        BulkTransaction piece(m_bulk);
        beAlone();
        std::vector<EntryChange> fresh;
        std::vector<std::int64_t> later;
        int read = 0;
        {
            const auto rows = m_bulk.stream(sql, {unit.value, cursor});
            for (; rows->next(); ++read) {
                const auto card = m_reader.read(*rows, 0);
                cursor = card->id.value;
                // A card that another unit has in its books comes when the changes are followed.
                if (!rows->isNull(kBookCardColumnCount))
                    continue;
                auto change = entryChange(std::nullopt, *card, first);
                if (!change)
                    continue;
                const auto since = released.find(card->id);
                if (since != released.end()) {
                    change->opened->validFrom = std::max(change->opened->validFrom, since->second);
                } else if (arrived.contains(card->id)) {
                    later.push_back(cursor); // who gave it may begin its books before that month
                    continue;
                }
                fresh.push_back(std::move(*change));
            }
        }
        isMore = read == kPieceRows;
        beginUnit(unit, first);
        m_writer.write(fresh);
        noteAgain(later);
        m_bulk.execute("UPDATE book_unit SET cursor_asset = ?, complete = ? WHERE unit_id = ?",
            {cursor, isMore ? 0 : 1, unit.value});
        piece.commit();
    }
}

std::map<UnitId, Month> BookSync::nextMonths()
{
    std::map<UnitId, Month> out;
    // A month that was cut off is finished as it was begun.
    const auto rows = m_bulk.stream("SELECT b.unit_id, b.first_month, (SELECT MAX(m.month) FROM "
                                    "depreciation_month m WHERE m.unit_id = b.unit_id) FROM book_unit b",
        {});
    while (rows->next())
        out.emplace(UnitId {rows->integer(0)},
            fromMonthColumn(rows->isNull(2) ? rows->integer(1) : rows->integer(2) + 1));
    return out;
}

void BookSync::beAlone()
{
    // Two that look at the same card would both carry it on, and two that begin units give them one number.
    // There is no batch 0: its row is held by whoever is at it. SQLite has one writer anyway.
    if (m_session.dialect() == Dialect::Mysql)
        m_bulk.execute(
            "INSERT INTO book_batch (batch_id) VALUES (0) ON DUPLICATE KEY UPDATE batch_id = batch_id", {});
}

bool BookSync::areStillNext(const std::map<UnitId, Month>& months)
{
    // The rows that are not there are locked: whoever posts one of them now waits for this transaction.
    const std::string sql
        = std::string("SELECT month FROM depreciation_month WHERE unit_id = ? AND month >= ?")
        + (m_session.dialect() == Dialect::Mysql ? " FOR UPDATE" : "");
    return std::none_of(months.begin(), months.end(), [&](const auto& unit) {
        return m_bulk.stream(sql, {unit.first.value, toMonthColumn(unit.second)})->next();
    });
}

StaleCard BookSync::readStale(const RowStream& rows)
{
    constexpr int kFirst = 4;
    StaleCard out;
    out.asset = AssetId {rows.integer(0)};
    out.revision = rows.integer(1);
    out.card = m_reader.read(rows, kFirst);
    if (!rows.isNull(kFirst + kBookCardColumnCount))
        out.entry = readEntry(rows, kFirst + kBookCardColumnCount);
    out.isLeaving = !rows.isNull(2);
    // Values, lives and rebuilds that a document changed wait for their month.
    if (out.entry && out.card && rows.integer(3) > 0) {
        out.card->original = out.entry->original;
        if (isOnTheBooks(out.card->state))
            out.card->state = out.entry->isStopped ? UseState::InRebuild : UseState::InUse;
    }
    return out;
}

std::vector<StaleCard> BookSync::staleCards(std::int64_t after)
{
    std::vector<StaleCard> out;
    {
        const auto rows = m_bulk.stream(
            "SELECT s.asset_id, s.revision, (SELECT MIN(c.effective_month) FROM book_change c WHERE "
            "c.asset_id = s.asset_id AND c.kind = 'left' AND c.applied = 0), (SELECT COUNT(*) FROM book_change c "
            "WHERE c.asset_id = s.asset_id AND c.kind <> 'left' AND c.applied = 0), "
                + std::string(kBookCardColumns) + ", " + std::string(kEntryColumns)
                + " FROM (SELECT asset_id, MAX(revision) AS revision FROM book_stale WHERE asset_id > ? GROUP BY "
                  "asset_id ORDER BY asset_id LIMIT 5000) s LEFT JOIN registered_asset a ON a.id = s.asset_id LEFT "
                  "JOIN asset_value v ON v.asset_id = a.id LEFT JOIN book_entry e ON e.asset_id = s.asset_id AND "
                  "e.valid_until = 119999 ORDER BY s.asset_id",
            {after});
        while (rows->next())
            out.push_back(readStale(*rows));
    }
    if (out.empty())
        return out;
    const auto rows = m_bulk.stream(
        "SELECT x.asset_id, x.unit_id, COALESCE(x.to_unit_id, 0), x.left_on FROM (SELECT DISTINCT asset_id FROM "
        "book_stale WHERE asset_id >= ? AND asset_id <= ?) s JOIN asset_exit x ON x.asset_id = s.asset_id ORDER BY "
        "x.asset_id, x.left_on, x.document_id",
        {out.front().asset.value, out.back().asset.value});
    for (auto at = out.begin(); rows->next();) {
        const AssetId asset {rows->integer(0)};
        while (at != out.end() && at->asset < asset)
            ++at;
        if (at != out.end() && at->asset == asset)
            at->handovers.push_back({UnitId {rows->integer(1)}, UnitId {rows->integer(2)},
                monthOfDayColumn(rows->text(3)).value_or(Month {})});
    }
    return out;
}

void BookSync::settle(const std::map<std::int64_t, std::vector<std::int64_t>>& byRevision)
{
    for (const auto& [revision, assets] : byRevision)
        executeForIds(
            m_bulk, "DELETE FROM book_stale WHERE revision <= ? AND asset_id IN ", assets, {&revision, 1});
}

Result<void> BookSync::followCards(const NextMonth& next)
{
    std::int64_t cursor = 0;
    for (bool isMore = true; isMore;) {
        BulkTransaction piece(m_bulk);
        beAlone();
        const std::vector<StaleCard> cards = staleCards(cursor);
        isMore = cards.size() == kPieceRows;
        if (cards.empty())
            return {};
        cursor = cards.back().asset.value;
        const CardFollower follower(next, nextMonths());
        std::vector<EntryChange> changes;
        std::map<std::int64_t, std::vector<std::int64_t>> settled; ///< what changed later is looked at again
        std::map<UnitId, Month> units;
        for (const StaleCard& stale : cards) {
            FollowedCard card = follower.follow(stale);
            if (card.isSettled)
                settled[stale.revision].push_back(stale.asset.value);
            if (card.change)
                changes.push_back(*std::move(card.change));
            units.merge(card.units);
        }
        if (settled.empty() && changes.empty())
            continue;
        // Without them the other units of the piece would be posted as if nothing had changed.
        if (!areStillNext(units))
            return fail(ErrorCode::Conflict, "books.busy");
        m_writer.write(changes);
        settle(settled);
        piece.commit();
    }
    return {};
}

Result<void> BookSync::applyChanges(Month month, const NextMonth& next)
{
    const std::string sql = "SELECT c.effective_month, c.kind, c.original_fen, c.months_left, "
        + std::string(kEntryColumns)
        + " FROM (SELECT DISTINCT asset_id FROM book_change WHERE applied = 0 AND effective_month <= ? AND "
          "asset_id > ? ORDER BY asset_id LIMIT 5000) d JOIN book_change c ON c.asset_id = d.asset_id JOIN "
          "book_entry e ON e.asset_id = c.asset_id AND e.valid_until = 119999 WHERE c.applied = 0 AND "
          "c.effective_month <= ? ORDER BY c.asset_id, c.effective_month, c.at";
    const std::int64_t column = toMonthColumn(month);
    std::int64_t cursor = 0;
    for (;;) {
        BulkTransaction piece(m_bulk);
        beAlone();
        std::vector<EntryChange> changes;
        std::vector<std::int64_t> ids;
        std::map<UnitId, Month> units;
        std::int64_t lastRead = cursor;
        {
            const auto rows = m_bulk.stream(sql, {column, cursor, column});
            while (rows->next()) {
                const BookEntry entry = readEntry(*rows, 4);
                lastRead = entry.asset.value;
                if (next(entry.unit) != month || entry.validFrom > month)
                    continue;
                units.emplace(entry.unit, month);
                BookChange change;
                change.effective = fromMonthColumn(rows->integer(0));
                change.kind = storedToken(kBookChangeKinds, rows->text(1));
                if (!rows->isNull(2))
                    change.original = Money::fromFen(rows->integer(2));
                if (!rows->isNull(3))
                    change.monthsLeft = static_cast<std::int32_t>(rows->integer(3));
                // Several of one card follow each other.
                if (ids.empty() || ids.back() != lastRead) {
                    ids.push_back(lastRead);
                    changes.push_back({entry.id, month, changed(entry, change, month), false});
                } else if (changes.back().opened) {
                    changes.back().opened = changed(*changes.back().opened, change, month);
                }
                const auto& opened = changes.back().opened;
                changes.back().isRescheduled = opened && !opened->isStopped;
            }
        }
        if (lastRead == cursor)
            return {};
        cursor = lastRead;
        if (ids.empty())
            continue;
        if (!areStillNext(units))
            return fail(ErrorCode::Conflict, "books.busy");
        m_writer.write(changes);
        executeForIds(m_bulk,
            "UPDATE book_change SET applied = 1 WHERE applied = 0 AND effective_month <= ? AND asset_id IN ",
            ids, {&column, 1});
        piece.commit();
    }
}

} // namespace guanwu
