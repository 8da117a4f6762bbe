#include "schema/books/book_reader.h"

#include "core/values/calendar.h"
#include "schema/access/scope_condition.h"
#include "schema/books/book_entries.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"

#include <algorithm>
#include <map>

namespace guanwu {

namespace {

    using Month = std::chrono::year_month;
    constexpr Month kFirstMonth = std::chrono::year(1) / 1;

} // namespace

PostedLines::PostedLines(std::unique_ptr<RowStream> rows, Month month)
    : m_rows(std::move(rows))
    , m_month(month)
{
}

PostedLines::~PostedLines() = default;
PostedLines::PostedLines(PostedLines&&) noexcept = default;

bool PostedLines::next(PostedLine& line)
{
    if (!m_rows || !m_rows->next())
        return false;
    line.entry = readEntry(*m_rows, 0);
    line.taken = Money::fromFen(m_rows->integer(kEntryColumnCount));
    line.accumulated = line.entry.accumulatedAt(m_month);
    line.monthsTaken = line.entry.monthsTakenAt(m_month);
    line.state = standingAt(line.entry, m_month);
    line.assetNo = m_rows->text(kEntryColumnCount + 1);
    line.name = m_rows->text(kEntryColumnCount + 2);
    line.fiscal = m_rows->isNull(kEntryColumnCount + 3)
        ? std::nullopt
        : std::optional(Money::fromFen(m_rows->integer(kEntryColumnCount + 3)));
    line.department = m_rows->text(kEntryColumnCount + 4);
    return true;
}

std::vector<BookUnit> BookReader::units(Month month)
{
    std::vector<BookUnit> out;
    Query query(m_session);
    query.add("SELECT u.id, u.code, u.name FROM depreciation_month m JOIN registered_unit u ON u.id = "
              "m.unit_id WHERE m.state = 'posted' AND m.month = ",
        toMonthColumn(month));
    query.add(ScopeCondition(m_scope, "u.id")).add(" ORDER BY u.code");
    while (query.next(3))
        out.push_back({UnitId {query.integer(0)}, query.text(1), query.text(2)});
    return out;
}

std::vector<BookUnit> BookReader::unitsDue()
{
    std::vector<BookUnit> out;
    Query query(m_session);
    query.add("SELECT u.id, u.code, u.name FROM registered_unit u WHERE (EXISTS (SELECT 1 FROM registered_asset a WHERE "
              "a.unit_id = u.id) OR EXISTS (SELECT 1 FROM book_unit b WHERE b.unit_id = u.id))");
    query.add(ScopeCondition(m_scope, "u.id")).add(" ORDER BY u.code");
    while (query.next(3))
        out.push_back({UnitId {query.integer(0)}, query.text(1), query.text(2)});
    return out;
}

bool BookReader::sees(UnitId unit)
{
    Query query(m_session);
    query.add("SELECT u.id FROM registered_unit u WHERE u.id = ", unit.value)
        .add(ScopeCondition(m_scope, "u.id"));
    return query.next(1);
}

std::vector<PostedMonth> BookReader::readMonths(UnitId unit, Month from, Month to, std::int64_t most)
{
    std::vector<PostedMonth> out;
    Query query(m_session);
    query.add("SELECT m.month, m.cards, m.quantity, m.original_fen, m.taken_fen, m.accumulated_fen, "
              "m.added_cards, m.added_before_fen, m.removed_cards, m.removed_accumulated_fen, "
              "m.difference_fen, r.at, r.actor FROM depreciation_month m JOIN registered_unit u ON u.id = "
              "m.unit_id LEFT JOIN book_run r ON r.id = m.run_id WHERE m.state = 'posted' AND m.unit_id = ",
        unit.value);
    query.add(" AND m.month >= ", toMonthColumn(from)).add(" AND m.month <= ", toMonthColumn(to));
    query.add(ScopeCondition(m_scope, "u.id")).add(" ORDER BY m.month DESC LIMIT ", most);
    while (query.next(13)) {
        PostedMonth month;
        month.unit = unit;
        month.month = fromMonthColumn(query.integer(0));
        month.isPosted = true;
        month.cards = query.integer(1);
        month.quantity = query.integer(2);
        month.original = Money::fromFen(query.integer(3));
        month.taken = Money::fromFen(query.integer(4));
        month.accumulated = Money::fromFen(query.integer(5));
        month.addedCards = query.integer(6);
        month.addedBefore = Money::fromFen(query.integer(7));
        month.removedCards = query.integer(8);
        month.removedAccumulated = Money::fromFen(query.integer(9));
        month.difference = Money::fromFen(query.integer(10));
        month.at = fromInstantColumn(query.integer(11));
        month.actor = query.text(12);
        out.push_back(std::move(month));
    }
    return out;
}

Result<PostedMonth> BookReader::find(UnitId unit, Month month)
{
    if (!sees(unit))
        return fail(ErrorCode::NotFound, "unit.not_found");
    auto found = readMonths(unit, month, month, 1);
    if (found.empty())
        return fail(ErrorCode::NotFound, "books.not_posted", formatMonth(month));
    return std::move(found.front());
}

Result<void> BookReader::posted(UnitId unit, Month month)
{
    if (const auto found = find(unit, month); !found)
        return fail(found.error());
    return {};
}

Result<PostedMonth> BookReader::month(UnitId unit, Month month)
{
    auto found = find(unit, month);
    if (found && !seesTotals())
        return fail(ErrorCode::Forbidden, "access.forbidden");
    return found;
}

std::vector<PostedMonth> BookReader::months(UnitId unit, Month before, std::int64_t most)
{
    return seesTotals() ? readMonths(unit, kFirstMonth, before - std::chrono::months(1), most)
                        : std::vector<PostedMonth>();
}

std::vector<ClassTotal> BookReader::totals(UnitId unit, Month month)
{
    std::vector<ClassTotal> out;
    if (!seesTotals() || !sees(unit))
        return out;
    const auto rows = m_session.bulk().stream(
        "SELECT t.class_key, t.cards, t.quantity, t.original_fen, t.taken_fen, t.accumulated_fen, "
        "t.added_cards, t.added_before_fen FROM depreciation_month m JOIN depreciation_total t ON t.unit_id "
        "= m.unit_id AND t.month = m.month WHERE m.unit_id = ? AND m.month = ? AND m.state = 'posted' ORDER "
        "BY t.class_key",
        {unit.value, toMonthColumn(month)});
    while (rows->next())
        out.push_back({rows->integer(0), rows->integer(1), rows->integer(2), Money::fromFen(rows->integer(3)),
            Money::fromFen(rows->integer(4)), Money::fromFen(rows->integer(5)), rows->integer(6),
            Money::fromFen(rows->integer(7))});
    return out;
}

std::unique_ptr<RowStream> BookReader::readLines(
    UnitId unit, Month month, std::string_view rest, std::initializer_list<std::int64_t> restValues)
{
    const ScopeCondition scope(m_scope, "e.unit_id", "a.department_id");
    const std::int64_t column = toMonthColumn(month);
    auto values = scope.valuesBehind({column, unit.value, column, column, column});
    values.insert(values.end(), restValues);
    return m_session.bulk().stream("SELECT " + std::string(kEntryColumns)
            + ", COALESCE(l.taken_fen, 0), a.asset_no, a.name, v.fiscal_fen, d.name FROM "
              "depreciation_month m JOIN book_entry e ON e.unit_id = m.unit_id LEFT JOIN "
              "depreciation_line l ON l.month = ? AND l.entry_id = e.entry_id LEFT JOIN asset a ON "
              "a.id = e.asset_id LEFT JOIN asset_value v ON v.asset_id = e.asset_id LEFT JOIN "
              "department d ON d.id = a.department_id WHERE m.unit_id = ? AND m.month = ? AND "
              "m.state = 'posted' AND e.valid_from <= ? AND e.valid_until > ?"
            + scope.positional() + std::string(rest),
        values);
}

PostedLines BookReader::lines(UnitId unit, Month month)
{
    return {readLines(unit, month, " ORDER BY e.class_key, a.asset_no", {}), month};
}

BookReader::LinePage BookReader::page(
    UnitId unit, Month month, std::int64_t after, int most, std::optional<std::int64_t> classKey)
{
    LinePage out;
    std::int64_t number = 0;
    {
        const auto rows = m_session.bulk().stream(
            "SELECT number FROM book_unit WHERE unit_id = ?", {unit.value});
        if (!rows->next())
            return out;
        number = rows->integer(0);
    }
    // The entries of a unit lie side by side: a page reads no more of them than it tells.
    const std::int64_t from = std::max(after, firstEntryOf(number));
    const std::int64_t to = lastEntryOf(number);
    PostedLines lines(classKey
            ? readLines(unit, month,
                " AND e.entry_id > ? AND e.entry_id <= ? AND e.class_key = ? ORDER BY e.entry_id LIMIT ?",
                {from, to, *classKey, most + 1})
            : readLines(unit, month, " AND e.entry_id > ? AND e.entry_id <= ? ORDER BY e.entry_id LIMIT ?",
                {from, to, most + 1}),
        month);
    for (PostedLine line; lines.next(line);) {
        if (out.lines.size() == static_cast<std::size_t>(most)) {
            out.next = out.lines.back().entry.id;
            break;
        }
        out.lines.push_back(line);
    }
    return out;
}

std::vector<BookMovement> BookReader::movements(UnitId unit, Month from, Month to)
{
    std::vector<BookMovement> out;
    if (!seesTotals() || !sees(unit))
        return out;
    for (const bool isOpening : {false, true}) {
        const auto rows = m_session.bulk().stream("SELECT " + std::string(kEntryColumns)
                + ", a.acquisition_method, COALESCE((SELECT MAX(c.method) FROM book_change c WHERE c.asset_id = "
                  "e.asset_id AND c.kind = 'left'), (SELECT MAX(x.way) FROM asset_exit x WHERE x.asset_id = "
                  "e.asset_id AND x.unit_id = e.unit_id)), (SELECT n.unit_id FROM book_entry n WHERE n.asset_id = "
                  "e.asset_id AND n.valid_until = 119999), (SELECT MAX(p.unit_id) FROM book_entry p WHERE "
                  "p.asset_id = e.asset_id AND p.unit_id <> e.unit_id AND p.valid_until <= e.valid_from), a.asset_no, a.name "
                  "FROM book_entry e LEFT JOIN asset a ON a.id = "
                  "e.asset_id WHERE e.unit_id = ? AND "
                + (isOpening ? "e.valid_from > ? AND e.valid_from <= ?"
                             : "e.valid_until > ? AND e.valid_until <= ?")
                + " AND e.valid_from < e.valid_until",
            {unit.value, toMonthColumn(from), toMonthColumn(to)});
        while (rows->next())
            out.push_back({readEntry(*rows, 0), isOpening, std::string(rows->text(kEntryColumnCount)),
                std::string(rows->text(kEntryColumnCount + 1)), UnitId {rows->integer(kEntryColumnCount + 2)},
                UnitId {rows->integer(kEntryColumnCount + 3)}, std::string(rows->text(kEntryColumnCount + 4)),
                std::string(rows->text(kEntryColumnCount + 5))});
    }
    return out;
}

BookReader::CardBooks BookReader::ofCard(AssetId asset)
{
    CardBooks out;
    {
        Query query(m_session);
        query.add("SELECT a.id FROM registered_asset a WHERE a.id = ", asset.value);
        query.add(ScopeCondition(m_scope, "a.unit_id", "a.department_id"));
        if (!query.next(1))
            return out;
    }
    {
        const auto rows = m_session.bulk().stream("SELECT " + std::string(kEntryColumns)
                + " FROM book_entry e WHERE e.asset_id = ? AND e.valid_from < e.valid_until ORDER BY "
                  "e.valid_from, e.entry_id",
            {asset.value});
        while (rows->next())
            out.entries.push_back(readEntry(*rows, 0));
    }
    std::map<int, Money> years;
    for (const BookEntry& entry : out.entries) {
        // Only months that are posted; there is a line where a share was taken.
        const auto rows = m_session.bulk().stream(
            "SELECT l.month, l.taken_fen FROM depreciation_month m JOIN depreciation_line l ON l.month = "
            "m.month AND l.entry_id = ? WHERE m.unit_id = ? AND m.state = 'posted' AND m.month >= ? AND "
            "m.month < ?",
            {entry.id, entry.unit.value, toMonthColumn(entry.validFrom), toMonthColumn(entry.validUntil)});
        while (rows->next())
            years[static_cast<int>(fromMonthColumn(rows->integer(0)).year())]
                += Money::fromFen(rows->integer(1));
    }
    out.byYear.assign(years.begin(), years.end());
    return out;
}

} // namespace guanwu
