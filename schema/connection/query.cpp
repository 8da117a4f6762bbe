#include "schema/connection/query.h"

#include "schema/access/scope_condition.h"
#include "schema/connection/session.h"
#include "schema/connection/storage_error.h"

#include <charconv>

namespace guanwu {

Query::Query(Session& session)
    : m_sql(session.sql())
{
}

Query& Query::add(std::string_view text)
{
    m_text += text;
    return *this;
}

Query& Query::add(std::string_view text, SqlValue value)
{
    m_text += text;
    m_text += ":v" + std::to_string(m_values.size());
    m_values.push_back(std::move(value));
    return *this;
}

Query& Query::add(const ScopeCondition& scope)
{
    auto value = scope.values().begin();
    for (const char c : scope.positional())
        if (c == '?')
            add({}, SqlValue(*value++));
        else
            m_text += c;
    return *this;
}

void Query::prepare()
{
    m_statement = std::make_unique<soci::statement>(m_sql);
    for (std::size_t i = 0; i < m_values.size(); ++i) {
        SqlValue& value = m_values[i];
        const std::string name = "v" + std::to_string(i);
        soci::indicator& indicator = m_indicators.emplace_back(value.m_isNull ? soci::i_null : soci::i_ok);
        if (value.m_isInteger)
            m_statement->exchange(soci::use(value.m_integer, indicator, name));
        else
            m_statement->exchange(soci::use(value.m_text, indicator, name));
    }
    for (std::size_t i = 0; i < m_cells.size(); ++i)
        m_statement->exchange(soci::into(m_cells[i], m_cellIndicators[i]));
    m_statement->alloc();
    m_statement->prepare(m_text);
    m_statement->define_and_bind();
}

std::int64_t Query::run()
{
    return guarded("change the registry", [&] {
        prepare();
        m_statement->execute(true);
        return m_statement->get_affected_rows();
    });
}

bool Query::next(std::size_t columns)
{
    return guarded("read the registry", [&] {
        if (!m_statement) {
            m_cells.resize(columns);
            m_cellIndicators.resize(columns, soci::i_ok);
            prepare();
            m_statement->execute(false);
        }
        return m_statement->fetch();
    });
}

bool Query::isNull(std::size_t column) const { return m_cellIndicators.at(column) == soci::i_null; }

const std::string& Query::text(std::size_t column) const
{
    static const std::string nothing;
    return isNull(column) ? nothing : m_cells[column];
}

std::int64_t Query::integer(std::size_t column) const
{
    const std::string& digits = text(column);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (!digits.empty() && (error != std::errc() || end != digits.data() + digits.size()))
        throw CorruptData("a stored integer is none");
    return value;
}

std::optional<std::int64_t> Query::integerOrNone(std::size_t column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

void insertRow(Session& session, std::string_view table, const ColumnValues& columns)
{
    Query insert(session);
    insert.add("INSERT INTO ").add(table).add(" (");
    std::string_view separator;
    for (const auto& [name, value] : columns) {
        insert.add(separator).add(name);
        separator = ", ";
    }
    insert.add(") VALUES (");
    separator = {};
    for (const auto& [name, value] : columns) {
        insert.add(separator, value);
        separator = ", ";
    }
    insert.add(")").run();
}

} // namespace guanwu
