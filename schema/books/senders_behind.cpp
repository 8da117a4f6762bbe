#include "schema/books/senders_behind.h"

#include "core/registry/use_state.h"
#include "core/values/calendar.h"
#include "schema/books/card_follower.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

namespace {

    using Month = std::chrono::year_month;

    /// What moved and is still on the books of who gave it, or on none.
    struct Moved {
        std::int64_t asset = 0;
        UnitId onBooksOf; ///< 0 = of nobody
        UnitId holder; ///< 0 = it left the registry
        Month entered {};
        std::vector<Handover> handovers;
    };

    /// Hears of each card in turn: there may be as many as ever left the registry.
    template <class Listener> void read(RowStream& rows, const Listener& look)
    {
        Moved moved;
        while (rows.next()) {
            const std::int64_t asset = rows.integer(0);
            if (moved.asset != asset) {
                if (moved.asset != 0)
                    look(moved);
                const bool isHeld = isCountable(storedToken(kUseStates, rows.text(3)));
                moved = {asset, UnitId {rows.integer(1)}, UnitId {isHeld ? rows.integer(2) : 0},
                    monthOfDayColumn(rows.text(4)).value_or(Month {}), {}};
            }
            moved.handovers.push_back({UnitId {rows.integer(5)}, UnitId {rows.integer(6)},
                monthOfDayColumn(rows.text(7)).value_or(Month {})});
        }
        if (moved.asset != 0)
            look(moved);
    }

    template <class Listener> void readMoved(Session& session, const Listener& look)
    {
        {
            // The few cards that changed come first, which SQLite does not see by itself: it would go over
            // all entries.
            const std::string join(joinInThisOrder(session.dialect()));
            const auto rows = session.bulk().stream(
                "SELECT a.id, e.unit_id, a.unit_id, a.use_state, '', x.unit_id, COALESCE(x.to_unit_id, 0), "
                "x.left_on FROM (SELECT DISTINCT asset_id FROM book_stale) s"
                    + join + "registered_asset a ON a.id = s.asset_id" + join
                    + "book_entry e ON e.asset_id = s.asset_id AND e.valid_until = 119999" + join
                    + "asset_exit x ON x.asset_id = s.asset_id ORDER BY a.id, x.left_on, x.document_id",
                {});
            read(*rows, look);
        }
        // What only ever left the registry went to nobody who would wait for it.
        const auto rows = session.bulk().stream(
            "SELECT a.id, 0, a.unit_id, a.use_state, COALESCE(a.booked_on, a.acquired_on), x.unit_id, "
            "COALESCE(x.to_unit_id, 0), x.left_on FROM asset_exit x JOIN registered_asset a ON a.id = x.asset_id "
            "WHERE EXISTS (SELECT 1 FROM asset_exit y WHERE y.asset_id = x.asset_id AND y.to_unit_id IS NOT NULL) "
            "AND NOT EXISTS (SELECT 1 FROM book_entry e WHERE e.asset_id = x.asset_id) ORDER BY a.id, x.left_on, "
            "x.document_id",
            {});
        read(*rows, look);
    }

    /// Which units have to post first, and the month after the last one that they have to.
    class Behind {
    public:
        Behind(const std::map<UnitId, Month>& next, Month through, const std::map<UnitId, Month>& stored)
            : m_next(next)
            , m_through(through)
            , m_stored(stored)
        {
        }
        void look(const Moved& moved)
        {
            const std::vector<Stay> stays = staysOf(moved);
            for (std::size_t to = 1; to < stays.size(); ++to) {
                const auto receiver = m_next.find(stays[to].unit);
                if (receiver == m_next.end())
                    continue;
                const Month from = std::max(stays[to].from, receiver->second);
                for (std::size_t giver = 0; from <= m_through && giver < to; ++giver)
                    if (const auto end
                        = missing(moved, stays[giver], stays[giver + 1], from, receiver->second)) {
                        Month& month = units.try_emplace(stays[giver].unit, *end).first->second;
                        month = std::max(month, *end);
                    }
            }
        }
        std::map<UnitId, Month> units;

    private:
        /// A unit that has a thing at the end of the months from `from` on.
        struct Stay {
            UnitId unit;
            Month from {};
        };

        [[nodiscard]] std::optional<Month> nextOf(UnitId unit) const
        {
            for (const auto* months : {&m_next, &m_stored})
                if (const auto found = months->find(unit); found != months->end())
                    return found->second;
            return std::nullopt;
        }
        /// From who has it on his books, or who gave it first, on. Units in between that keep no books are
        /// passed over.
        [[nodiscard]] std::vector<Stay> staysOf(const Moved& moved) const
        {
            const auto way = wayTo(moved.holder, moved.handovers);
            if (way.empty())
                return {};
            const bool isOnBooks = moved.onBooksOf != UnitId {};
            std::vector<Stay> out {{isOnBooks ? moved.onBooksOf : way.front().from,
                isOnBooks ? nextOf(moved.onBooksOf).value_or(Month {}) : moved.entered}};
            for (const Handover& one : way) {
                Month from = std::max(one.in, out.front().from);
                if (out.size() > 1 && (out.back().from == from || !nextOf(out.back().unit))) {
                    from = out.back().from; // it went on within the month
                    out.pop_back();
                }
                out.push_back({one.to, from});
            }
            return out;
        }
        /// The month up to which the giver has to post, where he has not.
        [[nodiscard]] std::optional<Month> missing(
            const Moved& moved, const Stay& giver, const Stay& taker, Month from, Month receiversNext) const
        {
            if (m_next.contains(giver.unit))
                return std::nullopt;
            const auto next = m_stored.find(giver.unit);
            if (moved.onBooksOf != UnitId {}) { // he has it up to the first month that neither has posted
                const Month end
                    = std::min(from, std::max(taker.from, nextOf(taker.unit).value_or(taker.from)));
                return next != m_stored.end() && next->second < end ? std::optional(end) : std::nullopt;
            }
            // What is on no books yet: he takes his share of the months before when he posts them, also where
            // his books have not begun.
            const bool isMissing = giver.from < taker.from
                && (next == m_stored.end() ? taker.from > receiversNext : next->second < taker.from);
            return isMissing ? std::optional(taker.from) : std::nullopt;
        }

        const std::map<UnitId, Month>& m_next;
        const Month m_through;
        const std::map<UnitId, Month>& m_stored;
    };

} // namespace

Result<void> checkSenders(Session& session, const std::map<UnitId, Month>& next, Month through,
    const std::map<UnitId, Month>& stored)
{
    Behind behind(next, through, stored);
    readMoved(session, [&](const Moved& moved) { behind.look(moved); });
    if (behind.units.empty())
        return {};
    std::vector<std::int64_t> ids;
    for (const auto& [unit, month] : behind.units)
        ids.push_back(unit.value);
    Query query(session);
    query.add("SELECT id, code FROM unit WHERE id IN ").addList(ids).add(" ORDER BY code LIMIT 1");
    if (!query.next(2))
        return {};
    const Month last = behind.units.at(UnitId {query.integer(0)}) - std::chrono::months(1);
    return fail(ErrorCode::Conflict, "books.sender_behind", query.text(1) + " " + formatMonth(last));
}

} // namespace guanwu
