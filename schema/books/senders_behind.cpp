#include "schema/books/senders_behind.h"

#include "core/values/calendar.h"
#include "schema/cards/countable_states.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"

#include <algorithm>
#include <string>

namespace guanwu {

namespace {

    using Month = std::chrono::year_month;

    /// Who gave it has to post the months before `month` first.
    Result<void> behind(const std::string& code, Month month)
    {
        const Month through = month - std::chrono::months(1);
        return fail(ErrorCode::Conflict, "books.sender_behind", code + " " + formatMonth(through));
    }

} // namespace

Result<void> checkSenders(Session& session, const std::map<UnitId, Month>& next, Month through)
{
    const auto isPosted = [&](UnitId unit) { return next.contains(unit); };
    {
        // What the books still have where it no longer is. The few cards that changed come first, which
        // SQLite does not see by itself: it would go over all entries; and their exits are few, those of a
        // unit many.
        Query query(session);
        const auto join = joinInThisOrder(session.dialect());
        query
            .add(
                "SELECT DISTINCT e.unit_id, u.code, COALESCE((SELECT MAX(m.month) + 1 FROM depreciation_month m "
                "WHERE m.unit_id = e.unit_id), b.first_month), a.unit_id, (SELECT MAX(x.left_on) FROM asset_exit x "
                "WHERE x.asset_id = a.id AND x.unit_id + 0 = e.unit_id) FROM book_stale s")
            .add(join);
        query.add("registered_asset a ON a.id = s.asset_id").add(join);
        query.add(
            "book_entry e ON e.asset_id = s.asset_id AND e.valid_until = 119999 JOIN book_unit b ON b.unit_id = "
            "e.unit_id JOIN unit u ON u.id = e.unit_id WHERE a.unit_id <> e.unit_id AND a.use_state IN ");
        query.addList(countableStates()).add(" ORDER BY u.code");
        while (query.next(5)) {
            const auto receiver = next.find(UnitId {query.integer(3)});
            if (receiver == next.end() || isPosted(UnitId {query.integer(0)}))
                continue;
            Month from = receiver->second;
            if (const auto leftOn = fromDayColumn(query.text(4)))
                from = std::max(from, monthOf(*leftOn));
            if (from <= through && fromMonthColumn(query.integer(2)) < from)
                return behind(query.text(1), from);
        }
    }
    // What is on no books yet: who gave it takes its share of the months before when he posts them, also
    // where his books have not begun.
    Query query(session);
    query.add(
        "SELECT DISTINCT x.unit_id, u.code, a.unit_id, x.left_on, COALESCE(a.booked_on, a.acquired_on), "
        "COALESCE((SELECT MAX(m.month) + 1 FROM depreciation_month m WHERE m.unit_id = x.unit_id), "
        "b.first_month) FROM asset_exit x JOIN registered_asset a ON a.id = x.asset_id AND a.unit_id = "
        "x.to_unit_id JOIN unit u ON u.id = x.unit_id LEFT JOIN book_unit b ON b.unit_id = x.unit_id WHERE "
        "NOT EXISTS (SELECT 1 FROM book_entry e WHERE e.asset_id = x.asset_id) ORDER BY u.code, x.left_on");
    while (query.next(6)) {
        const auto receiver = next.find(UnitId {query.integer(2)});
        if (receiver == next.end() || isPosted(UnitId {query.integer(0)}))
            continue;
        const Month month = monthOf(*fromDayColumn(query.text(3)));
        const auto entered = fromDayColumn(query.text(4));
        if (std::max(month, receiver->second) > through || (entered && monthOf(*entered) >= month))
            continue;
        const auto sender = query.integerOrNone(5);
        if (sender ? fromMonthColumn(*sender) < month : month > receiver->second)
            return behind(query.text(1), month);
    }
    return {};
}

} // namespace guanwu
