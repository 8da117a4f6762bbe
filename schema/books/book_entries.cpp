#include "schema/books/book_entries.h"

#include "core/books/class_key.h"
#include "core/reference/useful_life.h"
#include "schema/connection/column_types.h"
#include "schema/connection/stored_token.h"

#include <algorithm>

namespace guanwu {

namespace {

    std::int64_t firstInteger(Bulk& bulk, std::string_view sql, std::initializer_list<std::int64_t> values)
    {
        const auto rows = bulk.stream(sql, values);
        return rows->next() ? rows->integer(0) : 0;
    }

} // namespace

BookEntry readEntry(const RowStream& rows, int first)
{
    const auto integer = [&](int column) { return rows.integer(first + column); };
    const auto small = [&](int column) { return static_cast<std::int32_t>(integer(column)); };
    const auto money = [&](int column) { return Money::fromFen(integer(column)); };
    BookEntry out;
    out.id = integer(0);
    out.asset = AssetId {integer(1)};
    out.unit = UnitId {integer(2)};
    out.classKey = integer(3);
    out.quantity = integer(4);
    out.original = money(5);
    out.lifeMonths = small(6);
    out.schedule = {money(7), fromMonthColumn(integer(8)), small(9), money(10)};
    out.monthsBefore = small(11);
    out.heldMonths = small(12);
    out.isStopped = integer(13) != 0;
    out.isAdded = integer(14) != 0;
    out.validFrom = fromMonthColumn(integer(15));
    out.validUntil = fromMonthColumn(integer(16));
    return out;
}

bool BookCardReader::neverDepreciates(std::int64_t classKey, std::string_view code)
{
    const auto [found, isNew] = m_never.try_emplace(classKey, false);
    if (isNew && code.starts_with('A'))
        if (const UsefulLife* life = UsefulLives::current().find(code))
            found->second = life->neverDepreciated;
    return found->second;
}

std::optional<BookCard> BookCardReader::read(const RowStream& rows, int first)
{
    if (rows.isNull(first))
        return std::nullopt;
    BookCard card;
    card.id = AssetId {rows.integer(first)};
    card.unit = UnitId {rows.integer(first + 1)};
    const ClassEdition edition = storedToken(kClassEditions, rows.text(first + 2));
    const std::string_view code = rows.text(first + 3);
    card.classKey = classKeyOf(edition, code);
    card.classNeverDepreciates = neverDepreciates(card.classKey, code);
    card.quantity = rows.integer(first + 4);
    card.state = storedToken(kUseStates, rows.text(first + 5));
    auto entered = fromDayColumn(rows.text(first + 6));
    if (!entered)
        entered = fromDayColumn(rows.text(first + 7));
    if (entered)
        card.entered = entered->year() / entered->month();
    card.original = Money::fromFen(rows.integer(first + 8));
    card.lifeMonths = static_cast<std::int32_t>(rows.integer(first + 9));
    card.schedule = {Money::fromFen(rows.integer(first + 10)), fromMonthColumn(rows.integer(first + 11)),
        static_cast<std::int32_t>(rows.integer(first + 12)), Money::fromFen(rows.integer(first + 13))};
    return card;
}

std::int64_t BookEntryWriter::unitNumber(UnitId unit)
{
    std::int64_t& number = m_units[unit.value];
    if (number == 0)
        number = firstInteger(m_bulk, "SELECT number FROM book_unit WHERE unit_id = ?", {unit.value});
    return number;
}

std::int64_t BookEntryWriter::classNumber(std::int64_t classKey)
{
    std::int64_t& number = m_classes[classKey];
    if (number == 0)
        number = firstInteger(m_bulk, "SELECT number FROM book_class WHERE class_key = ?", {classKey});
    if (number == 0) {
        number = firstInteger(m_bulk, "SELECT COALESCE(MAX(number), 0) + 1 FROM book_class", {});
        m_bulk.execute("INSERT INTO book_class (class_key, number) VALUES (?, ?)", {classKey, number});
    }
    return number;
}

std::int64_t BookEntryWriter::nextId(const BookEntry& entry)
{
    const std::int64_t first = firstEntryOf(unitNumber(entry.unit)) | classNumber(entry.classKey) << 24;
    std::int64_t& last = m_lastIds[first];
    if (last == 0)
        last = std::max(first,
            firstInteger(m_bulk, "SELECT MAX(entry_id) FROM book_entry WHERE entry_id > ? AND entry_id < ?",
                {first, first + (1 << 24)}));
    return ++last;
}

void BookEntryWriter::close(const std::vector<EntryChange>& changes)
{
    std::map<std::chrono::year_month, std::vector<std::int64_t>> byMonth;
    for (const EntryChange& change : changes)
        if (change.closed != 0)
            byMonth[change.closedIn].push_back(change.closed);
    for (const auto& [month, ids] : byMonth) {
        const std::int64_t until = toMonthColumn(month);
        executeForIds(m_bulk, "UPDATE book_entry SET valid_until = ? WHERE entry_id IN ", ids, {&until, 1});
        executeForIds(m_bulk, "DELETE FROM asset_book WHERE entry_id IN ", ids);
    }
}

/// The card says what the books say, so that its value of any later month is the same.
void BookEntryWriter::reschedule(const BookEntry& entry)
{
    m_bulk.execute(
        "UPDATE asset_value SET original_fen = ?, life_months = ?, depreciation_base_fen = ?, "
        "depreciation_from = ?, depreciation_months = ?, depreciation_opening_fen = ? WHERE asset_id = ?",
        {entry.original.fen(), entry.lifeMonths, entry.schedule.base.fen(),
            toMonthColumn(entry.schedule.from), entry.schedule.months, entry.schedule.opening.fen(),
            entry.asset.value});
}

void BookEntryWriter::write(std::vector<EntryChange>& changes)
{
    close(changes);
    m_lastIds.clear(); // others may have opened entries since
    std::vector<const EntryChange*> opened;
    for (EntryChange& change : changes)
        if (change.opened) {
            change.opened->id = nextId(*change.opened);
            opened.push_back(&change);
        }
    std::sort(opened.begin(), opened.end(),
        [](const EntryChange* a, const EntryChange* b) { return a->opened->id < b->opened->id; });
    {
        const auto entries = m_bulk.writer("book_entry",
            "entry_id, asset_id, unit_id, class_key, quantity, original_fen, life_months, base_fen, "
            "from_month, months, opening_fen, months_before, held_months, stopped, added, valid_from, "
            "valid_until");
        for (const EntryChange* change : opened) {
            const BookEntry& it = *change->opened;
            for (const std::int64_t value :
                {it.id, it.asset.value, it.unit.value, it.classKey, it.quantity, it.original.fen(),
                    std::int64_t {it.lifeMonths}, it.schedule.base.fen(), toMonthColumn(it.schedule.from),
                    std::int64_t {it.schedule.months}, it.schedule.opening.fen(),
                    std::int64_t {it.monthsBefore}, std::int64_t {it.heldMonths}, std::int64_t {it.isStopped},
                    std::int64_t {it.isAdded}, toMonthColumn(it.validFrom), toMonthColumn(it.validUntil)})
                entries->integer(value);
            entries->endRow();
        }
        entries->flush();
    }
    {
        const auto values = m_bulk.writer("asset_book",
            "entry_id, original_fen, accumulated_fen, months_taken, monthly_fen, from_month, last_month");
        for (const EntryChange* change : opened) {
            const BookEntry& it = *change->opened;
            const auto before = it.validFrom - std::chrono::months(1);
            const Money accumulated = it.accumulatedAt(before);
            const auto last = it.lastShare();
            for (const std::int64_t value :
                {it.id, it.original.fen(), accumulated.fen(), std::int64_t {it.monthsTakenAt(before)},
                    it.schedule.monthly().fen(), toMonthColumn(std::max(it.schedule.from, it.validFrom)),
                    last ? toMonthColumn(*last) : 0})
                values->integer(value);
            values->endRow();
        }
        values->flush();
    }
    for (const EntryChange* change : opened)
        if (change->isRescheduled)
            reschedule(*change->opened);
}

std::string marksFor(std::size_t count)
{
    std::string out;
    for (std::size_t i = 0; i < count; ++i)
        out += i == 0 ? "(?" : ",?";
    return out + ")";
}

void executeForIds(BulkWrites& bulk, std::string_view sql, std::span<const std::int64_t> ids,
    std::span<const std::int64_t> before)
{
    constexpr std::size_t kAStatement = 500;
    for (std::size_t from = 0; from < ids.size(); from += kAStatement) {
        const auto piece = ids.subspan(from, std::min(kAStatement, ids.size() - from));
        std::vector<std::int64_t> values(before.begin(), before.end());
        values.insert(values.end(), piece.begin(), piece.end());
        bulk.execute(std::string(sql) + marksFor(piece.size()), values);
    }
}

} // namespace guanwu
