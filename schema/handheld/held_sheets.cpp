// The sheets of a handheld and their books.
#include "core/values/calendar.h"
#include "schema/connection/column_types.h"
#include "schema/connection/stored_token.h"
#include "schema/handheld/handheld_store.h"
#include "schema/handheld/write_lock.h"

namespace guanwu {

namespace {

    constexpr long long kNever = -1;

    std::optional<Instant> instantOrNever(long long column)
    {
        return column == kNever ? std::optional<Instant>() : fromInstantColumn(column);
    }

} // namespace

std::vector<HeldSheet> HandheldStore::sheets()
{
    return guarded("read the sheets", [&] {
        std::vector<HeldSheet> out;
        HeldSheet row;
        long long id = 0;
        long long complete = 0;
        long long closed = kNever;
        long long proved = kNever;
        long long purged = 0;
        std::string state;
        soci::statement query = (sqlOf(m_session).prepare
                << "SELECT id, task, task_name, unit, unit_name, state, COALESCE(book_after, ''), "
                   "book_complete, COALESCE(others_after, ''), COALESCE(closed_at, -1), "
                   "COALESCE(proved_at, -1), purged FROM sheet ORDER BY task, unit",
            soci::into(id), soci::into(row.task), soci::into(row.taskName), soci::into(row.unit),
            soci::into(row.unitName), soci::into(state), soci::into(row.bookAfter), soci::into(complete),
            soci::into(row.othersAfter), soci::into(closed), soci::into(proved), soci::into(purged));
        query.execute();
        while (query.fetch()) {
            row.id = id;
            row.state = storedToken(kSheetStates, state);
            row.bookComplete = complete != 0;
            row.closedAt = instantOrNever(closed);
            row.provedAt = instantOrNever(proved);
            row.purged = purged != 0;
            out.push_back(row);
        }
        return out;
    });
}

void HandheldStore::putSheet(const HeldSheet& sheet, Instant now)
{
    guarded("write a sheet", [&] {
        // When a sheet is opened again, its proof and its 30 days begin anew.
        const SqlValue closed
            = sheet.state == SheetState::Closed ? SqlValue(toInstantColumn(now)) : SqlValue();
        Query(m_session)
            .add("INSERT INTO sheet (id, task, task_name, unit, unit_name, state, closed_at) VALUES (",
                m_session.newId())
            .add(", ", sheet.task)
            .add(", ", sheet.taskName)
            .add(", ", sheet.unit)
            .add(", ", sheet.unitName)
            .add(", ", tokenRow(kSheetStates, sheet.state).token)
            .add(", ", closed)
            .add(") ON CONFLICT (task, unit) DO UPDATE SET task_name = excluded.task_name, "
                 "unit_name = excluded.unit_name, state = excluded.state, "
                 "closed_at = CASE WHEN excluded.closed_at IS NULL THEN NULL ELSE "
                 "COALESCE(closed_at, excluded.closed_at) END, "
                 "proved_at = CASE WHEN excluded.closed_at IS NULL THEN NULL ELSE proved_at END")
            .run();
    });
}

void HandheldStore::addBookPage(
    std::int64_t sheet, const std::vector<BookLine>& lines, const std::string& after)
{
    guarded("keep a page of the book", [&] {
        soci::session& sql = sqlOf(m_session);
        WriteLock lock(m_session);
        BookLine line;
        long long quantity = 0;
        std::string useState;
        soci::statement add = (sql.prepare
                << "INSERT INTO book_line (sheet_id, asset_no, legacy_no, name, class_code, model, "
                   "unit_of_measure, quantity, department, user_code, user_name, place, place_name, "
                   "use_state) VALUES (:sheet, :asset_no, NULLIF(:legacy_no, ''), :name, :class_code, "
                   "NULLIF(:model, ''), NULLIF(:unit_of_measure, ''), :quantity, NULLIF(:department, ''), "
                   "NULLIF(:user_code, ''), NULLIF(:user_name, ''), NULLIF(:place, ''), "
                   "NULLIF(:place_name, ''), :use_state) ON CONFLICT (sheet_id, asset_no) DO NOTHING",
            soci::use(sheet, "sheet"), soci::use(line.assetNo, "asset_no"),
            soci::use(line.legacyNo, "legacy_no"), soci::use(line.name, "name"),
            soci::use(line.classCode, "class_code"), soci::use(line.model, "model"),
            soci::use(line.unitOfMeasure, "unit_of_measure"), soci::use(quantity, "quantity"),
            soci::use(line.department, "department"), soci::use(line.user, "user_code"),
            soci::use(line.userName, "user_name"), soci::use(line.place, "place"),
            soci::use(line.placeName, "place_name"), soci::use(useState, "use_state"));
        for (const BookLine& each : lines) {
            line = each;
            quantity = each.quantity;
            useState = tokenRow(kUseStates, each.useState).token;
            add.execute(true);
        }
        Query(m_session)
            .add("UPDATE sheet SET book_after = ", SqlValue::textOrNull(after))
            .add(", book_complete = ", std::int64_t {after.empty()})
            .add(" WHERE id = ", sheet)
            .run();
        lock.commit();
    });
}

std::vector<BookLine> HandheldStore::book(std::int64_t sheet)
{
    return guarded("read the book", [&] {
        std::vector<BookLine> out;
        BookLine line;
        long long quantity = 0;
        std::string useState;
        soci::statement query = (sqlOf(m_session).prepare
                << "SELECT asset_no, COALESCE(legacy_no, ''), name, class_code, COALESCE(model, ''), "
                   "COALESCE(unit_of_measure, ''), quantity, COALESCE(department, ''), "
                   "COALESCE(user_code, ''), COALESCE(user_name, ''), COALESCE(place, ''), "
                   "COALESCE(place_name, ''), use_state FROM book_line WHERE sheet_id = :sheet "
                   "ORDER BY asset_no",
            soci::use(sheet, "sheet"), soci::into(line.assetNo), soci::into(line.legacyNo),
            soci::into(line.name), soci::into(line.classCode), soci::into(line.model),
            soci::into(line.unitOfMeasure), soci::into(quantity), soci::into(line.department),
            soci::into(line.user), soci::into(line.userName), soci::into(line.place),
            soci::into(line.placeName), soci::into(useState));
        query.execute();
        while (query.fetch()) {
            line.quantity = quantity;
            line.useState = storedToken(kUseStates, useState);
            out.push_back(line);
        }
        return out;
    });
}

std::int64_t HandheldStore::bookLines(std::int64_t sheet)
{
    return guarded("count the book", [&] {
        Query query(m_session);
        query.add("SELECT count(*) FROM book_line WHERE sheet_id = ", sheet);
        return query.next(1) ? query.integer(0) : 0;
    });
}

void HandheldStore::keepAnchor(const SignedAnchor& anchor)
{
    guarded("keep an anchor", [&] {
        WriteLock lock(m_session);
        Query(m_session)
            .add("INSERT INTO audit_anchor (day, line) VALUES (", formatDate(chinaDate(anchor.at)))
            .add(", ", anchorLine(anchor))
            .add(") ON CONFLICT (day) DO NOTHING")
            .run();
        Query(m_session)
            .add(
                "DELETE FROM audit_anchor WHERE day NOT IN (SELECT day FROM audit_anchor ORDER BY day DESC LIMIT ",
                kMostAnchors)
            .add(")")
            .run();
        lock.commit();
    });
}

std::vector<std::string> HandheldStore::anchors()
{
    return guarded("read the anchors", [&] {
        std::vector<std::string> out;
        std::string line;
        soci::statement query
            = (sqlOf(m_session).prepare << "SELECT line FROM audit_anchor ORDER BY day", soci::into(line));
        query.execute();
        while (query.fetch())
            out.push_back(line);
        return out;
    });
}

void HandheldStore::setProved(std::int64_t sheet, std::optional<Instant> at)
{
    guarded("note a proof", [&] {
        Query(m_session)
            .add("UPDATE sheet SET proved_at = ", at ? SqlValue(toInstantColumn(*at)) : SqlValue())
            .add(" WHERE id = ", sheet)
            .run();
    });
}

} // namespace guanwu
