#include "schema/connection/query.h"

#include "schema/access/scope_condition.h"
#include "schema/connection/mysql_statement.h"
#include "schema/connection/session.h"
#include "schema/connection/storage_error.h"

#include <charconv>
#include <exception>
#include <stdexcept>

namespace guanwu {

PreparedQuery::PreparedQuery() = default;
PreparedQuery::~PreparedQuery() = default;

Query::Query(Session& session, Lifetime lifetime)
    : m_session(session)
    , m_lifetime(lifetime)
    , m_parts(std::make_unique<PreparedQuery>())
{
}

Query::~Query()
{
    if (m_lifetime != Lifetime::Kept || (!m_parts->statement && !m_parts->mysql))
        return;
    try {
        giveBack();
    } catch (const std::exception&) {
        // It is prepared anew the next time; whoever uses the connection next hears what is wrong with it.
    }
}

/// Read to its end: a statement that is not would hold its snapshot of an SQLite store.
void Query::giveBack()
{
    if (std::uncaught_exceptions() > 0)
        return;
    if (m_parts->mysql)
        m_parts->mysql->forget();
    else
        while (m_isUnderWay)
            m_isUnderWay = m_parts->statement->fetch();
    m_session.keepPrepared(m_text, std::move(m_parts));
}

Query& Query::add(std::string_view text)
{
    m_text += text;
    return *this;
}

Query& Query::add(std::string_view text, SqlValue value)
{
    m_text += text;
    m_text += isKeptByMysql() ? "?" : ":v" + std::to_string(m_parts->values.size());
    m_parts->values.push_back(std::move(value));
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

bool Query::isKeptByMysql() const
{
    return m_lifetime == Lifetime::Kept && m_session.dialect() == Dialect::Mysql;
}

void Query::prepare()
{
    PreparedQuery& parts = *m_parts;
    if (isKeptByMysql()) {
        parts.mysql = std::make_unique<MysqlStatement>(m_session.sql(), m_text, parts.cells.size());
        return;
    }
    parts.statement = std::make_unique<soci::statement>(m_session.sql());
    soci::statement& statement = *parts.statement;
    for (std::size_t i = 0; i < parts.values.size(); ++i) {
        SqlValue& value = parts.values[i];
        const std::string name = "v" + std::to_string(i);
        soci::indicator& indicator
            = parts.indicators.emplace_back(value.m_isNull ? soci::i_null : soci::i_ok);
        if (value.m_isInteger)
            statement.exchange(soci::use(value.m_integer, indicator, name));
        else
            statement.exchange(soci::use(value.m_text, indicator, name));
    }
    for (std::size_t i = 0; i < parts.cells.size(); ++i)
        statement.exchange(soci::into(parts.cells[i], parts.cellIndicators[i]));
    statement.alloc();
    statement.prepare(m_text);
    statement.define_and_bind();
}

bool Query::takeKept(std::size_t columns)
{
    if (m_lifetime != Lifetime::Kept)
        return false;
    auto kept = m_session.takePrepared(m_text);
    if (!kept || kept->cells.size() != columns || kept->values.size() != m_parts->values.size())
        return false;
    for (std::size_t i = 0; i < kept->values.size(); ++i)
        if (kept->values[i].m_isInteger != m_parts->values[i].m_isInteger)
            return false;
    for (std::size_t i = 0; i < kept->values.size(); ++i) {
        kept->values[i] = std::move(m_parts->values[i]);
        kept->indicators[i] = kept->values[i].m_isNull ? soci::i_null : soci::i_ok;
    }
    m_parts = std::move(kept);
    return true;
}

void Query::execute()
{
    if (!m_parts->mysql) {
        m_parts->statement->execute(false);
        return;
    }
    std::vector<MysqlStatement::Value> values;
    values.reserve(m_parts->values.size());
    for (const SqlValue& value : m_parts->values)
        values.push_back({value.m_isNull, value.m_isInteger, value.m_integer, value.m_text});
    m_parts->mysql->execute(values);
}

bool Query::fetch()
{
    if (!m_parts->mysql)
        return m_parts->statement->fetch();
    if (!m_parts->mysql->fetch())
        return false;
    for (std::size_t i = 0; i < m_parts->cells.size(); ++i) {
        const auto cell = m_parts->mysql->cell(i);
        m_parts->cellIndicators[i] = cell ? soci::i_ok : soci::i_null;
        m_parts->cells[i] = cell.value_or(std::string_view());
    }
    return true;
}

std::int64_t Query::run()
{
    if (m_lifetime == Lifetime::Kept)
        throw std::logic_error("only what is read is kept");
    return guarded("change the registry", [&] {
        prepare();
        m_parts->statement->execute(true);
        return m_parts->statement->get_affected_rows();
    });
}

bool Query::next(std::size_t columns)
{
    return guarded("read the registry", [&] {
        if (!m_parts->statement && !m_parts->mysql) {
            if (!takeKept(columns)) {
                m_parts->cells.resize(columns);
                m_parts->cellIndicators.resize(columns, soci::i_ok);
                prepare();
            }
            m_isUnderWay = true;
            execute();
        }
        m_isUnderWay = fetch();
        return m_isUnderWay;
    });
}

bool Query::isNull(std::size_t column) const { return m_parts->cellIndicators.at(column) == soci::i_null; }

const std::string& Query::text(std::size_t column) const
{
    static const std::string nothing;
    return isNull(column) ? nothing : m_parts->cells[column];
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

std::string_view joinInThisOrder(Dialect dialect)
{
    return dialect == Dialect::Sqlite ? " CROSS JOIN " : " STRAIGHT_JOIN ";
}

} // namespace guanwu
