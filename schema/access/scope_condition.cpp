#include "schema/access/scope_condition.h"

namespace guanwu {

ScopeCondition::ScopeCondition(
    const Scope& scope, std::string_view unitColumn, std::string_view departmentColumn)
    : m_reach(scope.reach())
    , m_unit(scope.unit().value)
    , m_department(scope.department().value)
{
    build(unitColumn, departmentColumn);
}

ScopeCondition::ScopeCondition(const Scope& scope, std::string_view unitColumn)
    : m_reach(scope.reach() == Scope::Reach::Department ? Scope::Reach::Unit : scope.reach())
    , m_unit(scope.unit().value)
    , m_department(0)
{
    build(unitColumn, {});
}

ScopeCondition ScopeCondition::ofPlaces(const Scope& scope, std::string_view place)
{
    const std::string name(place);
    ScopeCondition own(scope, name + ".unit_id");
    if (own.m_reach == Scope::Reach::Nothing || own.m_reach == Scope::Reach::Everything)
        return own;
    // " AND own" becomes " AND (own OR shared)".
    constexpr std::size_t kAnd = 5;
    for (std::string* text : {&own.m_named, &own.m_positional}) {
        text->insert(kAnd, "(");
        *text += " OR (" + name + ".unit_id IS NULL AND " + name + ".kind <> 'room'))";
    }
    return own;
}

void ScopeCondition::build(std::string_view unitColumn, std::string_view departmentColumn)
{
    switch (m_reach) {
    case Scope::Reach::Nothing:
        return add(" AND 1 = 0");
    case Scope::Reach::Everything:
        return;
    case Scope::Reach::Department:
        add(" AND ");
        add(departmentColumn);
        add(" = ");
        addValue("scope_department", m_department);
        [[fallthrough]];
    case Scope::Reach::Unit:
        add(" AND ");
        add(unitColumn);
        add(" = ");
        return addValue("scope_unit", m_unit);
    case Scope::Reach::UnitAndSubordinates:
        add(" AND ");
        add(unitColumn);
        add(" IN (SELECT s.id FROM unit s WHERE s.id = ");
        addValue("scope_unit", m_unit);
        add(" OR s.parent_id = ");
        addValue("scope_unit", m_unit);
        return add(")");
    }
}

void ScopeCondition::add(std::string_view text)
{
    m_named += text;
    m_positional += text;
}

void ScopeCondition::addValue(std::string_view name, std::int64_t value)
{
    m_named += ':';
    m_named += name;
    m_positional += '?';
    m_values.push_back(value);
}

} // namespace guanwu
