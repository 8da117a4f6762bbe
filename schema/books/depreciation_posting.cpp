#include "schema/books/depreciation_posting.h"

#include "schema/access/scope_condition.h"
#include "schema/books/senders_behind.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/storage_error.h"

#include <algorithm>
#include <deque>
#include <exception>
#include <iterator>
#include <mutex>
#include <thread>
#include <utility>

namespace guanwu {

namespace {

    using Month = std::chrono::year_month;
    constexpr std::chrono::months kOne {1};

} // namespace

/// Units in the order of their entries, for two connections: one takes them from the front, the other from
/// the back. Statements that change a range lock the entry behind it as well, so two that lay side by side
/// could block each other: one unit always stays between them, for who is left alone.
class DepreciationPosting::Shared {
public:
    explicit Shared(std::vector<UnitDue> units)
        : m_units(units.begin(), units.end())
    {
    }
    void share(bool isShared)
    {
        const std::lock_guard lock(m_mutex);
        m_isShared = isShared;
    }
    [[nodiscard]] std::optional<UnitDue> take(bool fromFront)
    {
        const std::lock_guard lock(m_mutex);
        if (m_units.empty() || (m_isShared && m_units.size() == 1))
            return std::nullopt;
        const UnitDue unit = fromFront ? m_units.front() : m_units.back();
        fromFront ? m_units.pop_front() : m_units.pop_back();
        return unit;
    }
    /// Nobody takes another one.
    void stop()
    {
        const std::lock_guard lock(m_mutex);
        m_units.clear();
    }
    void tell(PostingCommits::Pieces pieces)
    {
        const std::lock_guard lock(m_mutex);
        std::move(pieces.begin(), pieces.end(), std::back_inserter(m_told));
    }
    /// What the other connection has stored meanwhile.
    [[nodiscard]] PostingCommits::Pieces told()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_told, {});
    }

private:
    std::mutex m_mutex;
    std::deque<UnitDue> m_units;
    bool m_isShared = false;
    PostingCommits::Pieces m_told;
};

DepreciationPosting::DepreciationPosting(Session& session, const Scope& scope)
    : m_session(session)
    , m_scope(scope)
    , m_sync(session)
{
}

DepreciationPosting::~DepreciationPosting() = default;

Result<std::vector<DepreciationPosting::UnitPlan>> DepreciationPosting::plan(const Request& request)
{
    if (request.opening && *request.opening >= request.through)
        return fail(ErrorCode::InvalidArgument, "books.opening_late");
    struct Found {
        UnitPlan plan;
        std::int64_t lastPosted;
        std::int64_t begun; ///< the first month of a unit whose first posting was cut off
    };
    std::vector<Found> found;
    {
        Query query(m_session);
        query.add(
            "SELECT u.id, u.code, u.name, COALESCE((SELECT MAX(m.month) FROM depreciation_month m "
            "WHERE m.unit_id = u.id AND m.state = 'posted'), 0), COALESCE((SELECT b.first_month FROM "
            "book_unit b WHERE b.unit_id = u.id), 0) FROM registered_unit u WHERE (EXISTS "
            "(SELECT 1 FROM registered_asset a WHERE a.unit_id = u.id) OR EXISTS (SELECT 1 FROM "
            "book_entry e WHERE e.unit_id = u.id AND e.valid_until > COALESCE((SELECT MAX(p.month) FROM "
            "depreciation_month p WHERE p.unit_id = u.id AND p.state = 'posted'), 0)) OR EXISTS (SELECT 1 FROM "
            "asset_exit x WHERE x.unit_id = u.id AND x.to_unit_id IS NOT NULL AND CAST(SUBSTR(x.left_on, 1, 4) AS "
            "DECIMAL) * 12 + CAST(SUBSTR(x.left_on, 6, 2) AS DECIMAL) - 1 > COALESCE((SELECT MAX(p.month) FROM "
            "depreciation_month p WHERE p.unit_id = u.id AND p.state = 'posted'), 0)) OR (EXISTS (SELECT 1 FROM "
            "asset_exit x WHERE x.unit_id = u.id) AND NOT EXISTS (SELECT 1 FROM book_unit b WHERE "
            "b.unit_id = u.id AND b.complete = 1)))");
        query.add(ScopeCondition(m_scope, "u.id")).add(" ORDER BY u.id");
        while (query.next(5)) {
            const UnitId unit {query.integer(0)};
            if (request.units.empty()
                || std::find(request.units.begin(), request.units.end(), unit) != request.units.end())
                found.push_back(
                    {{unit, query.text(1), query.text(2), {}, false}, query.integer(3), query.integer(4)});
        }
    }
    std::vector<UnitPlan> out;
    for (auto& [plan, lastPosted, begun] : found) {
        if (lastPosted != 0) {
            if (request.opening && fromMonthColumn(lastPosted) > *request.opening && !request.units.empty())
                return fail(ErrorCode::Conflict, "books.opened_already", plan.code);
            plan.first = fromMonthColumn(lastPosted) + kOne;
        } else if (begun != 0) {
            plan.first = fromMonthColumn(begun);
        } else {
            plan.isOpening = true;
            auto opening = request.opening;
            if (!opening)
                opening = m_sync.openingOf(plan.unit);
            plan.first = opening ? *opening + kOne : request.through.year() / std::chrono::January;
        }
        if (plan.first <= request.through)
            out.push_back(std::move(plan));
    }
    if (const auto next = nextOf(out); !next.empty())
        if (auto sent = checkSenders(m_session, next, request.through, m_sync.nextMonths()); !sent)
            return fail(sent.error());
    return out;
}

std::map<UnitId, Month> DepreciationPosting::nextOf(const std::vector<UnitPlan>& plan) const
{
    std::map<UnitId, Month> out;
    for (const UnitPlan& unit : plan)
        if (m_scope.mayChange(unit.unit, {}))
            out.emplace(unit.unit, unit.first);
    return out;
}

Result<std::int64_t> DepreciationPosting::run(const Request& request, const Listener& listener)
{
    // What was committed stands, and the next run goes on from there.
    try {
        return postAll(request, listener);
    } catch (const DuplicateKey&) { // somebody else opens entries of the same unit
        return fail(ErrorCode::Conflict, "books.busy");
    } catch (const TransientFailure&) { // their months lie side by side
        return fail(ErrorCode::Conflict, "books.busy");
    }
}

Result<std::int64_t> DepreciationPosting::postAll(const Request& request, const Listener& listener)
{
    if (m_scope.reach() == Scope::Reach::Nothing || m_scope.reach() == Scope::Reach::Department)
        return fail(ErrorCode::Forbidden, "access.forbidden");
    const auto planned = plan(request);
    if (!planned)
        return fail(planned.error());
    std::map<UnitId, Month> next = nextOf(*planned);
    if (next.empty())
        return 0;
    std::int64_t months = 0;
    const auto tell = [&](const PostingCommits::Pieces& pieces) {
        for (const auto& month : pieces) {
            listener.piece();
            if (month)
                listener.month(*month);
        }
    };
    const PostingRun posted {
        m_session.newId(), request.actor, request.at, request.through, request.rowsACommit};
    PostingCommits commits(m_session, posted, false, tell);
    UnitPoster poster(m_session, commits);
    m_sync.learnUnits();
    // A month that was cut off is finished as it was begun; what changed since is for the one after it.
    for (const auto& [unit, stopped] : unfinished()) {
        const auto found = next.find(unit);
        if (found == next.end() || found->second != stopped.month)
            continue;
        if (const auto done = poster.post({unit, m_sync.unitNumber(unit)}, stopped.month, stopped.entry);
            !done)
            return fail(done.error());
        found->second += kOne;
        ++months;
    }
    commits.commit();
    std::erase_if(next, [&](const auto& unit) { return unit.second > request.through; });
    if (next.empty())
        return months;

    const auto monthHere = [&](UnitId unit) -> std::optional<Month> {
        const auto found = next.find(unit);
        return found == next.end() ? std::nullopt : std::optional(found->second);
    };
    m_sync.noteBatches();
    for (const auto& [unit, month] : next)
        m_sync.admitLeavers(unit, month);
    for (const auto& [unit, month] : next)
        m_sync.admitUnit(unit, month);
    const Month first = std::min_element(next.begin(), next.end(), [](const auto& a, const auto& b) {
        return a.second < b.second;
    })->second;
    for (Month month = first; month <= request.through; month += kOne) {
        if (const auto followed = m_sync.followCards(monthHere); !followed)
            return fail(followed.error());
        if (const auto applied = m_sync.applyChanges(month, monthHere); !applied)
            return fail(applied.error());
        std::vector<UnitDue> due;
        for (const auto& [unit, nextMonth] : next)
            if (nextMonth == month)
                due.push_back({unit, m_sync.unitNumber(unit)});
        if (const auto done = postUnits(due, month, poster, commits, tell); !done)
            return fail(done.error());
        for (const UnitDue& unit : due)
            next[unit.unit] += kOne;
        months += static_cast<std::int64_t>(due.size());
        commits.commit(); // cards are followed on their own
    }
    return months;
}

Result<void> DepreciationPosting::postUnits(std::vector<UnitDue> due, Month month, UnitPoster& poster,
    PostingCommits& commits, const PostingCommits::Told& tell)
{
    // As their entries lie.
    std::sort(due.begin(), due.end(), [](const UnitDue& a, const UnitDue& b) { return a.number < b.number; });
    Shared shared(std::move(due));
    Result<void> othersEnd;
    std::exception_ptr broken;
    std::optional<std::jthread> other;
    bool isShared = false;
    Result<void> end;
    try {
        while (end) {
            const auto unit = shared.take(true);
            if (!unit && !other)
                break;
            if (!unit) {
                commits.commit();
                other.reset();
                shared.share(false);
                continue;
            }
            end = poster.post(*unit, month, std::nullopt);
            tell(shared.told());
            // A statement of MariaDB keeps one core busy. The run has to be there before another connection
            // posts for it, and SQLite has one writer.
            if (end && !other && !isShared && m_session.dialect() == Dialect::Mysql
                && commits.isRunStored()) {
                isShared = true;
                commits.commit();
                shared.share(true);
                other.emplace([&] {
                    try {
                        othersEnd = postFromBack(shared, month, commits.run());
                    } catch (...) {
                        broken = std::current_exception();
                    }
                    if (broken || !othersEnd)
                        shared.stop();
                });
            }
        }
    } catch (...) {
        commits.rollBack();
        shared.stop();
        throw; // joins what refers to what is here
    }
    shared.stop();
    other.reset();
    if (broken)
        std::rethrow_exception(broken);
    tell(shared.told());
    return end ? othersEnd : end;
}

Result<void> DepreciationPosting::postFromBack(Shared& shared, Month month, const PostingRun& run)
{
    if (!m_other)
        m_other = m_session.another();
    PostingCommits commits(
        *m_other, run, true, [&](PostingCommits::Pieces pieces) { shared.tell(std::move(pieces)); });
    UnitPoster poster(*m_other, commits);
    while (const auto unit = shared.take(false))
        if (auto posted = poster.post(*unit, month, std::nullopt); !posted)
            return posted;
    commits.commit();
    return {};
}

std::map<UnitId, DepreciationPosting::Stopped> DepreciationPosting::unfinished()
{
    std::map<UnitId, Stopped> out;
    const auto rows = m_session.bulk().stream(
        "SELECT unit_id, month, cursor_entry FROM depreciation_month WHERE state = 'posting'", {});
    while (rows->next())
        out[UnitId {rows->integer(0)}] = {fromMonthColumn(rows->integer(1)), rows->integer(2)};
    return out;
}

} // namespace guanwu
