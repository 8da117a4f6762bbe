#pragma once

#include "core/access/scope.h"

#include <cstdint>
#include <soci/soci.h>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// A scope as a condition of a query: the one place where it becomes SQL (security X1). The text is constant
/// for each reach and begins with " AND", to stand behind another condition; a scope of everything adds
/// nothing, so that no index is spoilt by a test that is always true.
///
/// Reading only. Whether a record may be changed, Scope::mayChange() says.
class ScopeCondition {
public:
    /// For records that have a unit and a department, named by the columns, such as "a.unit_id".
    ScopeCondition(const Scope& scope, std::string_view unitColumn, std::string_view departmentColumn);
    /// For what all departments of a unit share: its places, its people, itself.
    ScopeCondition(const Scope& scope, std::string_view unitColumn);
    /// For places, under their name in the query, such as "p". Compounds, buildings and floors that several
    /// units share belong to none and are there for all of them; a room belongs to its unit.
    [[nodiscard]] static ScopeCondition ofPlaces(const Scope& scope, std::string_view place);

    /// With the names that bindTo() binds.
    [[nodiscard]] const std::string& named() const { return m_named; }
    /// The values of those names, for a prepared SOCI query. They are kept by reference: this condition has
    /// to outlive the query.
    template <class Prepared> void bindTo(Prepared& prepared) const
    {
        if (m_reach == Scope::Reach::Nothing || m_reach == Scope::Reach::Everything)
            return;
        prepared, soci::use(m_unit, "scope_unit");
        if (m_reach == Scope::Reach::Department)
            prepared, soci::use(m_department, "scope_department");
    }

    /// With question marks and their values, for Bulk.
    [[nodiscard]] const std::string& positional() const { return m_positional; }
    [[nodiscard]] const std::vector<std::int64_t>& values() const { return m_values; }
    /// Those of the query's own question marks before it, and its own.
    [[nodiscard]] std::vector<std::int64_t> valuesBehind(std::vector<std::int64_t> first) const
    {
        first.insert(first.end(), m_values.begin(), m_values.end());
        return first;
    }

private:
    void build(std::string_view unitColumn, std::string_view departmentColumn);
    void add(std::string_view text);
    void addValue(std::string_view name, std::int64_t value);

    Scope::Reach m_reach;
    long long m_unit;
    long long m_department;
    std::string m_named;
    std::string m_positional;
    std::vector<std::int64_t> m_values;
};

} // namespace guanwu
