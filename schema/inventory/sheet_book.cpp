// The frozen book of a sheet: how it is taken, and how it is read back.
#include "schema/connection/chunked_lookup.h"
#include "schema/connection/column_types.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"

#include "schema/inventory/soci_inventory_store.h"
#include <limits>
#include <unordered_map>

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

    constexpr std::string_view kCountingBook
        = "SELECT " GUANWU_COUNTING_COLUMNS GUANWU_OF_SHEET " AND asset_id > ? ORDER BY asset_id LIMIT ?";
    constexpr std::string_view kBook
        = "SELECT " GUANWU_COUNTING_COLUMNS
          ", name, class_code, model, unit_of_measure, depreciation_base_fen,"
          " depreciation_from, depreciation_months, depreciation_opening_fen, acquired_on,"
          " department_id" GUANWU_OF_SHEET " ORDER BY asset_no";
#undef GUANWU_COUNTING_COLUMNS
#undef GUANWU_OF_SHEET

    /// Codes and names of what the lines of a sheet point at. A sheet knows few people and places, a city
    /// many: only those of the sheet are held.
    class Names {
    public:
        void want(std::int64_t id)
        {
            if (id != 0)
                m_byId.try_emplace(id);
        }
        /// `select` ends in "IN " and gives id, code and name.
        void load(soci::session& sql, std::string_view select)
        {
            std::vector<std::int64_t> ids;
            for (const auto& [id, entry] : m_byId)
                ids.push_back(id);
            chunkedLookup(sql, select, std::move(ids),
                [&](std::int64_t id, const std::string& code, const std::string& name) {
                    m_byId[id] = {code, name};
                });
        }
        [[nodiscard]] const std::string& codeOf(std::int64_t id) const { return entry(id).first; }
        [[nodiscard]] const std::string& nameOf(std::int64_t id) const { return entry(id).second; }

    private:
        using Entry = std::pair<std::string, std::string>;
        [[nodiscard]] const Entry& entry(std::int64_t id) const
        {
            static const Entry nothing;
            const auto found = m_byId.find(id);
            return found == m_byId.end() ? nothing : found->second;
        }
        std::unordered_map<std::int64_t, Entry> m_byId;
    };

    constexpr std::string_view kPeople = "SELECT id, code, name FROM person WHERE id IN ";
    constexpr std::string_view kPlaces = "SELECT id, code, name FROM place WHERE id IN ";
    constexpr std::string_view kDepartments = "SELECT id, name, name FROM department WHERE id IN ";

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
    return countingBook(sheet, {}, std::numeric_limits<std::int64_t>::max());
}

LineNumbers SociInventoryStore::numbers(SheetId sheet)
{
    LineNumbers numbers;
    const auto rows = m_session.bulk().stream(
        "SELECT asset_no, legacy_no FROM sheet_line WHERE sheet_id = ? ORDER BY asset_id", {sheet.value});
    for (std::size_t line = 0; rows->next(); ++line)
        numbers.add(std::string(rows->text(0)), std::string(rows->text(1)), line);
    return numbers;
}

FrozenBook SociInventoryStore::countingBook(SheetId sheet, AssetId after, std::int64_t most)
{
    FrozenBook book;
    std::vector<LineIds> ids;
    Names people;
    Names places;
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
    people.load(m_session.sql(), kPeople);
    places.load(m_session.sql(), kPlaces);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        book.lines[i].user = people.codeOf(ids[i].user);
        book.lines[i].place = places.codeOf(ids[i].place);
    }
    return book;
}

FrozenBook SociInventoryStore::book(SheetId sheet)
{
    FrozenBook book;
    std::vector<LineIds> ids;
    Names people;
    Names places;
    Names departments;
    {
        const auto rows = m_session.bulk().stream(kBook, {sheet.value});
        while (rows->next()) {
            BookLine line = countingLine(*rows);
            line.name = rows->text(8);
            line.classCode = rows->text(9);
            line.model = rows->text(10);
            line.unitOfMeasure = rows->text(11);
            line.schedule.base = Money::fromFen(rows->integer(12));
            line.schedule.from = fromMonthColumn(rows->integer(13));
            line.schedule.months = static_cast<std::int32_t>(rows->integer(14));
            line.schedule.opening = Money::fromFen(rows->integer(15));
            line.acquiredOn = fromDayColumn(rows->text(16));
            book.assets.push_back(AssetId {rows->integer(0)});
            book.lines.push_back(std::move(line));
            ids.push_back({rows->integer(5), rows->integer(6), rows->integer(17)});
            people.want(ids.back().user);
            places.want(ids.back().place);
            departments.want(ids.back().department);
        }
    }
    people.load(m_session.sql(), kPeople);
    places.load(m_session.sql(), kPlaces);
    departments.load(m_session.sql(), kDepartments);
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

} // namespace guanwu
