#include "schema/books/yearly_reasons.h"

#include "schema/access/scope_condition.h"
#include "schema/audit/audit_trail.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/unit_of_work.h"

namespace guanwu {

namespace {

    std::string nameOf(UnitId unit, int year, const std::string& classCode)
    {
        return "yearly-moves/" + std::to_string(year) + '/' + std::to_string(unit.value) + '/'
            + (classCode.empty() ? "-" : classCode);
    }

} // namespace

std::map<std::string, YearlyReason> YearlyReasons::of(UnitId unit, int year)
{
    std::map<std::string, YearlyReason> out;
    // Totals are those of the whole unit: a department has no part of them.
    if (m_scope.reach() == Scope::Reach::Department)
        return out;
    Query query(m_session);
    query.add(
        "SELECT r.class_code, r.reason, r.entered_by, r.entered_at FROM yearly_reason r WHERE r.unit_id = ",
        unit.value);
    query.add(" AND r.year = ", std::int64_t {year}).add(ScopeCondition(m_scope, "r.unit_id"));
    while (query.next(4))
        out[query.text(0)]
            = {query.text(0), query.text(1), query.text(2), fromInstantColumn(query.integer(3))};
    return out;
}

bool YearlyReasons::mayChange(UnitId unit) const
{
    return m_scope.reach() != Scope::Reach::Department && m_scope.mayChange(unit, {});
}

std::string YearlyReasons::stored(UnitId unit, int year, const std::string& classCode)
{
    const auto all = of(unit, year);
    const auto found = all.find(classCode);
    return found == all.end() ? std::string() : found->second.text;
}

bool YearlyReasons::remove(UnitId unit, int year, const std::string& classCode)
{
    Query query(m_session);
    query.add("DELETE FROM yearly_reason WHERE unit_id = ", unit.value);
    query.add(" AND year = ", std::int64_t {year}).add(" AND class_code = ", classCode);
    return query.run() != 0;
}

Result<void> YearlyReasons::enter(UnitId unit, int year, YearlyReason reason)
{
    if (!mayChange(unit))
        return fail(ErrorCode::Forbidden, "access.forbidden");
    const auto text = yearlyReasonText(reason.text);
    if (!text)
        return fail(text.error());
    retrying(m_session, [&] {
        UnitOfWork work(m_session);
        m_session.audit().note(
            {nameOf(unit, year, reason.classCode), stored(unit, year, reason.classCode), *text});
        static_cast<void>(remove(unit, year, reason.classCode));
        insertRow(m_session, "yearly_reason",
            {{"unit_id", unit.value}, {"year", std::int64_t {year}}, {"class_code", reason.classCode},
                {"reason", *text}, {"entered_by", reason.by}, {"entered_at", toInstantColumn(reason.at)}});
        work.commit();
    });
    return {};
}

Result<void> YearlyReasons::takeBack(UnitId unit, int year, const std::string& classCode)
{
    if (!mayChange(unit))
        return fail(ErrorCode::Forbidden, "access.forbidden");
    return retrying(m_session, [&]() -> Result<void> {
        UnitOfWork work(m_session);
        m_session.audit().note({nameOf(unit, year, classCode), stored(unit, year, classCode), {}});
        if (!remove(unit, year, classCode))
            return fail(ErrorCode::NotFound, "books.no_reason", classCode);
        work.commit();
        return {};
    });
}

} // namespace guanwu
