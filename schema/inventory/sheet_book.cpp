// The frozen book of a sheet: how it is taken, and how it is read back.
#include "schema/connection/column_types.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/inventory/soci_inventory_store.h"

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

// What a fold and its counters need of a line.
#define GUANWU_COUNTING_COLUMNS                                                                              \
    "asset_id, asset_no, legacy_no, quantity, original_fen, user_id, place_id, use_state"
#define GUANWU_OF_SHEET " FROM sheet_line WHERE sheet_id = ?"

    constexpr std::string_view kCountingBook = "SELECT " GUANWU_COUNTING_COLUMNS GUANWU_OF_SHEET;
    constexpr std::string_view kBook
        = "SELECT " GUANWU_COUNTING_COLUMNS
          ", name, class_code, model, unit_of_measure, depreciation_base_fen,"
          " depreciation_from, depreciation_months, depreciation_opening_fen, acquired_on,"
          " department_id" GUANWU_OF_SHEET " ORDER BY asset_no";
#undef GUANWU_COUNTING_COLUMNS
#undef GUANWU_OF_SHEET

    BookLine countingLine(const RowStream& rows, const RegistryIndex& names)
    {
        BookLine line;
        line.assetNo = rows.text(1);
        line.legacyNo = rows.text(2);
        line.quantity = rows.integer(3);
        line.original = Money::fromFen(rows.integer(4));
        line.user = names.people.codeOf(rows.integer(5));
        line.place = names.places.codeOf(rows.integer(6));
        line.useState = storedToken(kUseStates, rows.text(7));
        return line;
    }

} // namespace

bool SociInventoryStore::freezePiece(const CountSheet& sheet)
{
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
    const RegistryIndex& names = index();
    FrozenBook book;
    const auto rows = m_session.bulk().stream(kCountingBook, {sheet.value});
    while (rows->next()) {
        book.assets.push_back(AssetId {rows->integer(0)});
        book.lines.push_back(countingLine(*rows, names));
    }
    return book;
}

FrozenBook SociInventoryStore::book(SheetId sheet)
{
    const RegistryIndex& names = index();
    FrozenBook book;
    const auto rows = m_session.bulk().stream(kBook, {sheet.value});
    while (rows->next()) {
        BookLine line = countingLine(*rows, names);
        line.userName = names.people.nameOf(rows->integer(5));
        line.placeName = names.places.nameOf(rows->integer(6));
        line.name = rows->text(8);
        line.classCode = rows->text(9);
        line.model = rows->text(10);
        line.unitOfMeasure = rows->text(11);
        line.schedule.base = Money::fromFen(rows->integer(12));
        line.schedule.from = fromMonthColumn(rows->integer(13));
        line.schedule.months = static_cast<std::int32_t>(rows->integer(14));
        line.schedule.opening = Money::fromFen(rows->integer(15));
        line.acquiredOn = fromDayColumn(rows->text(16));
        line.department = names.departments.nameOf(rows->integer(17));
        book.assets.push_back(AssetId {rows->integer(0)});
        book.lines.push_back(std::move(line));
    }
    return book;
}

} // namespace guanwu
