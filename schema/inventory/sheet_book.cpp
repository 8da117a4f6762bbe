// The frozen book of a sheet: how it is taken, and how it is read back.
#include "schema/access/scope_condition.h"
#include "schema/connection/column_types.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/inventory/line_names.h"
#include "schema/inventory/sheet_numbers.h"
#include "schema/inventory/soci_inventory_store.h"

#include <limits>

namespace guanwu {

namespace {

// Cards of the unit whose object exists and that were on the books at the end of the base date, in the order
// of ids.
#define GUANWU_BOOK_CARDS                                                                                    \
    " FROM registered_asset a JOIN asset_value v ON v.asset_id = a.id"                                       \
    " JOIN count_sheet s ON s.id = ? JOIN inventory_task t ON t.id = s.task_id"                              \
    " WHERE a.unit_id = s.unit_id AND a.id > s.freeze_cursor"                                                \
    " AND COALESCE(a.booked_on, a.acquired_on) <= t.base_date"                                               \
    " AND a.use_state IN ('in_stock', 'in_use', 'under_repair', 'idle', 'leased', 'lent', 'in_transfer',"    \
    " 'in_rebuild', 'disposal_pending', 'disposal_approved')"

    constexpr std::string_view kPieceEnd
        = "SELECT COALESCE(MAX(id), 0) FROM (SELECT a.id AS id" GUANWU_BOOK_CARDS
          " ORDER BY a.id LIMIT 5000) piece";

    constexpr std::string_view kFreezePiece
        = "INSERT INTO sheet_line (sheet_id, asset_id, asset_no, legacy_no, name, class_code, model, "
          "unit_of_measure, quantity,"
          " original_fen, depreciation_base_fen, depreciation_from, depreciation_months, "
          "depreciation_opening_fen, acquired_on,"
          " department_id, user_id, place_id, use_state)"
          " SELECT s.id, a.id, a.asset_no, a.legacy_no, a.name, a.class_code, a.model, a.unit_of_measure, "
          "a.quantity,"
          " v.original_fen, v.depreciation_base_fen, v.depreciation_from, v.depreciation_months, "
          "v.depreciation_opening_fen,"
          " a.acquired_on, a.department_id, a.user_id, a.place_id, a.use_state" GUANWU_BOOK_CARDS
          " AND a.id <= ? ORDER BY a.id";
#undef GUANWU_BOOK_CARDS

// What a fold and its counters need of a line, and the rest of it.
#define GUANWU_COUNTING_COLUMNS                                                                              \
    "l.asset_id, l.asset_no, l.legacy_no, l.quantity, l.original_fen, l.user_id, l.place_id, l.use_state"
#define GUANWU_OTHER_COLUMNS                                                                                 \
    ", l.name, l.class_code, l.model, l.unit_of_measure, l.depreciation_base_fen, l.depreciation_from, "     \
    "l.depreciation_months, l.depreciation_opening_fen, l.acquired_on, l.department_id"
#define GUANWU_OF_SHEET " FROM sheet_line l WHERE l.sheet_id = ?"

    constexpr std::string_view kCountingBook
        = "SELECT " GUANWU_COUNTING_COLUMNS GUANWU_OF_SHEET " AND l.asset_id > ? ORDER BY l.asset_id LIMIT ?";
    constexpr std::string_view kBook
        = "SELECT " GUANWU_COUNTING_COLUMNS GUANWU_OTHER_COLUMNS GUANWU_OF_SHEET " ORDER BY l.asset_no";
    const std::string kBookPage = "SELECT " GUANWU_COUNTING_COLUMNS GUANWU_OTHER_COLUMNS
                                  " FROM count_sheet s JOIN sheet_line l ON l.sheet_id = s.id WHERE s.id = ? "
                                  "AND l.asset_id > ?";
#undef GUANWU_COUNTING_COLUMNS
#undef GUANWU_OTHER_COLUMNS
#undef GUANWU_OF_SHEET

    /// Where a line points, until the stream has ended and the names can be asked for.
    struct LineIds {
        std::int64_t user = 0;
        std::int64_t place = 0;
        std::int64_t department = 0;
    };

    BookLine countingLine(const RowStream& rows)
    {
        BookLine line;
        line.assetNo = rows.text(1);
        line.legacyNo = rows.text(2);
        line.quantity = rows.integer(3);
        line.original = Money::fromFen(rows.integer(4));
        line.useState = storedToken(kUseStates, rows.text(7));
        return line;
    }

    BookLine wholeLine(const RowStream& rows)
    {
        BookLine line = countingLine(rows);
        line.name = rows.text(8);
        line.classCode = rows.text(9);
        line.model = rows.text(10);
        line.unitOfMeasure = rows.text(11);
        line.schedule.base = Money::fromFen(rows.integer(12));
        line.schedule.from = fromMonthColumn(rows.integer(13));
        line.schedule.months = static_cast<std::int32_t>(rows.integer(14));
        line.schedule.opening = Money::fromFen(rows.integer(15));
        line.acquiredOn = fromDayColumn(rows.text(16));
        return line;
    }

    /// Lines with every field and every name. Names are asked for after the stream has ended: MariaDB takes
    /// one question at a time.
    FrozenBook wholeBook(Session& session, std::string_view sql, std::span<const std::int64_t> values)
    {
        FrozenBook book;
        std::vector<LineIds> ids;
        LineNames people;
        LineNames places;
        LineNames departments;
        {
            const auto rows = session.bulk().stream(sql, values);
            while (rows->next()) {
                book.assets.push_back(AssetId {rows->integer(0)});
                book.lines.push_back(wholeLine(*rows));
                ids.push_back({rows->integer(5), rows->integer(6), rows->integer(17)});
                people.want(ids.back().user);
                places.want(ids.back().place);
                departments.want(ids.back().department);
            }
        }
        people.loadPeople(session.sql());
        places.loadPlaces(session.sql());
        departments.loadDepartments(session.sql());
        for (std::size_t i = 0; i < ids.size(); ++i) {
            BookLine& line = book.lines[i];
            line.user = people.codeOf(ids[i].user);
            line.userName = people.nameOf(ids[i].user);
            line.place = places.codeOf(ids[i].place);
            line.placeName = places.nameOf(ids[i].place);
            line.department = departments.nameOf(ids[i].department);
        }
        return book;
    }

} // namespace

bool SociInventoryStore::freezePiece(const CountSheet& sheet)
{
    requireChange(sheet.id);
    Bulk& bulk = m_session.bulk();
    std::int64_t last = 0;
    if (const auto rows = bulk.stream(kPieceEnd, {sheet.id.value}); rows->next())
        last = rows->integer(0);
    if (last == 0)
        return false;
    BulkTransaction piece(bulk);
    bulk.execute(kFreezePiece, {sheet.id.value, last});
    // The cursor moves with the rows: a freeze that was cut off goes on behind the last piece that is there.
    bulk.execute(
        "UPDATE count_sheet SET freeze_cursor = ?, stale = stale + 1 WHERE id = ?", {last, sheet.id.value});
    piece.commit();
    return true;
}

ResultCounter SociInventoryStore::frozenTotals(SheetId sheet)
{
    ResultCounter totals;
    if (!seesWhole(sheet))
        return totals;
    const auto rows
        = m_session.bulk().stream("SELECT count(*), COALESCE(SUM(quantity), 0), COALESCE(SUM(original_fen), "
                                  "0) FROM sheet_line WHERE sheet_id = ?",
            {sheet.value});
    if (rows->next()) {
        totals.lines = rows->integer(0);
        totals.bookQuantity = rows->integer(1);
        totals.original = Money::fromFen(rows->integer(2));
    }
    return totals;
}

FrozenBook SociInventoryStore::countingBook(SheetId sheet)
{
    return countingBook(sheet, {}, std::numeric_limits<std::int64_t>::max());
}

LineNumbers SociInventoryStore::numbers(SheetId sheet)
{
    return seesWhole(sheet) ? lineNumbers(m_session, sheet, [](AssetId, DepartmentId) {}) : LineNumbers();
}

FrozenBook SociInventoryStore::countingBook(SheetId sheet, AssetId after, std::int64_t most)
{
    FrozenBook book;
    if (!seesWhole(sheet))
        return book;
    std::vector<LineIds> ids;
    LineNames people;
    LineNames places;
    {
        const auto rows = m_session.bulk().stream(kCountingBook, {sheet.value, after.value, most});
        while (rows->next()) {
            book.assets.push_back(AssetId {rows->integer(0)});
            book.lines.push_back(countingLine(*rows));
            ids.push_back({rows->integer(5), rows->integer(6), 0});
            people.want(ids.back().user);
            places.want(ids.back().place);
        }
    }
    people.loadPeople(m_session.sql());
    places.loadPlaces(m_session.sql());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        book.lines[i].user = people.codeOf(ids[i].user);
        book.lines[i].place = places.codeOf(ids[i].place);
    }
    return book;
}

FrozenBook SociInventoryStore::book(SheetId sheet)
{
    if (!seesWhole(sheet))
        return {};
    const std::int64_t values[] = {sheet.value};
    return wholeBook(m_session, kBook, values);
}

FrozenBook SociInventoryStore::bookPage(SheetId sheet, AssetId after, std::int64_t most)
{
    const ScopeCondition scope(m_scope, "s.unit_id", "l.department_id");
    auto values = scope.valuesBehind({sheet.value, after.value});
    values.push_back(most);
    return wholeBook(m_session, kBookPage + scope.positional() + " ORDER BY l.asset_id LIMIT ?", values);
}

} // namespace guanwu
