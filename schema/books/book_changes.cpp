#include "schema/books/book_changes.h"

#include "core/values/calendar.h"
#include "schema/access/scope_condition.h"
#include "schema/audit/audit_trail.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/stored_token.h"
#include "schema/connection/unit_of_work.h"

namespace guanwu {

namespace {

    Result<void> changedAlready(const BookChange& change)
    {
        return fail(ErrorCode::Conflict, "books.changed_already", formatMonth(change.effective));
    }

} // namespace

Result<void> BookChanges::check(const BookChange& change)
{
    UnitId unit;
    DepartmentId department;
    Money accumulated;
    std::int64_t lastPosted = 0;
    {
        Query query(m_session);
        query.add(
            "SELECT a.unit_id, COALESCE(a.department_id, 0), COALESCE(b.accumulated_fen, 0), "
            "COALESCE((SELECT MAX(m.month) FROM depreciation_month m WHERE m.unit_id = a.unit_id AND "
            "m.state = 'posted'), 0) FROM registered_asset a LEFT JOIN book_entry e ON e.asset_id = "
            "a.id AND e.valid_until = 119999 LEFT JOIN asset_book b ON b.entry_id = e.entry_id WHERE a.id = ",
            change.asset.value);
        query.add(ScopeCondition(m_scope, "a.unit_id", "a.department_id"));
        if (!query.next(4))
            return fail(ErrorCode::NotFound, "card.not_found");
        unit = UnitId {query.integer(0)};
        department = DepartmentId {query.integer(1)};
        accumulated = Money::fromFen(query.integer(2));
        lastPosted = query.integer(3);
    }
    if (!m_scope.mayChange(unit, department))
        return fail(ErrorCode::Forbidden, "access.forbidden");
    if (toMonthColumn(change.effective) <= lastPosted)
        return fail(
            ErrorCode::RuleViolated, "books.month_posted", formatMonth(fromMonthColumn(lastPosted + 1)));
    return checkChange(accumulated, change);
}

std::optional<BookChanges::Earlier> BookChanges::earlier(const BookChange& change)
{
    Query query(m_session);
    query.add("SELECT applied, document_no FROM book_change WHERE asset_id = ", change.asset.value);
    query.add(" AND effective_month = ", toMonthColumn(change.effective));
    query.add(" AND kind = ", tokenRow(kBookChangeKinds, change.kind).token);
    return query.next(2) ? std::optional(Earlier {query.integer(0) != 0, query.text(1)}) : std::nullopt;
}

Result<void> BookChanges::insert(const BookChange& change, const std::string& actor, Instant at)
{
    try {
        insertRow(m_session, "book_change",
            {{"asset_id", change.asset.value}, {"effective_month", toMonthColumn(change.effective)},
                {"kind", tokenRow(kBookChangeKinds, change.kind).token},
                {"original_fen", change.original ? SqlValue(change.original->fen()) : SqlValue()},
                {"months_left", change.monthsLeft ? SqlValue(std::int64_t {*change.monthsLeft}) : SqlValue()},
                {"method", SqlValue::textOrNull(change.method)},
                {"document_no", SqlValue::textOrNull(change.documentNo)},
                {"reason", SqlValue::textOrNull(change.reason)}, {"actor", actor},
                {"at", toInstantColumn(at)}, {"applied", std::int64_t {0}}});
    } catch (const DuplicateKey&) { // somebody else a moment ago
        return changedAlready(change);
    }
    m_session.audit().note({"book-changes/" + std::to_string(change.asset.value), {},
        formatMonth(change.effective) + ' ' + std::string(tokenRow(kBookChangeKinds, change.kind).token)});
    return {};
}

Result<void> BookChanges::record(const BookChange& change, const std::string& actor, Instant at)
{
    if (auto sound = check(change); !sound)
        return sound;
    if (earlier(change))
        return changedAlready(change);
    UnitOfWork work(m_session);
    if (auto inserted = insert(change, actor, at); !inserted)
        return inserted;
    work.commit();
    return {};
}

Result<void> BookChanges::replace(BookChange change, const std::string& actor, Instant at)
{
    if (auto sound = check(change); !sound)
        return sound;
    UnitOfWork work(m_session);
    if (const auto before = earlier(change)) {
        // The books follow it already, though its month was cut off before it was posted.
        if (before->isApplied)
            return changedAlready(change);
        Query query(m_session);
        query.add("DELETE FROM book_change WHERE applied = 0 AND asset_id = ", change.asset.value);
        query.add(" AND effective_month = ", toMonthColumn(change.effective));
        query.add(" AND kind = ", tokenRow(kBookChangeKinds, change.kind).token).run();
        // The column holds 64 characters; of more slips in a month the card's history tells.
        const std::string& number = before->documentNo;
        if (!number.empty() && number.size() + change.documentNo.size() < 60)
            change.documentNo = number + "、" + change.documentNo;
    }
    if (auto inserted = insert(change, actor, at); !inserted)
        return inserted;
    work.commit();
    return {};
}

std::vector<BookChange> BookChanges::of(AssetId asset)
{
    std::vector<BookChange> out;
    Query query(m_session);
    query.add("SELECT c.effective_month, c.kind, c.original_fen, c.months_left, c.method, c.document_no, "
              "c.reason FROM book_change c JOIN registered_asset a ON a.id = c.asset_id WHERE c.asset_id = ",
        asset.value);
    query.add(ScopeCondition(m_scope, "a.unit_id", "a.department_id"));
    query.add(" ORDER BY c.effective_month, c.kind");
    while (query.next(7)) {
        BookChange change {asset, fromMonthColumn(query.integer(0)),
            storedToken(kBookChangeKinds, query.text(1)), {}, {}, query.text(4), query.text(5),
            query.text(6)};
        if (const auto original = query.integerOrNone(2))
            change.original = Money::fromFen(*original);
        if (const auto months = query.integerOrNone(3))
            change.monthsLeft = static_cast<std::int32_t>(*months);
        out.push_back(std::move(change));
    }
    return out;
}

void noteForBooks(Session& session, AssetId asset, std::int64_t revision)
{
    insertRow(session, "book_stale", {{"asset_id", asset.value}, {"revision", revision}});
}

} // namespace guanwu
