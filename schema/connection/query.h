#pragma once

#include "core/values/calendar.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <soci/soci.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guanwu {

enum class Dialect : std::uint8_t;
class MysqlStatement;
class ScopeCondition;
class Session;

/// A value to bind: nothing, an integer or a text.
class SqlValue {
public:
    SqlValue() = default; ///< NULL
    SqlValue(std::int64_t integer)
        : m_isInteger(true)
        , m_isNull(false)
        , m_integer(integer)
    {
    }
    SqlValue(std::string text)
        : m_isNull(false)
        , m_text(std::move(text))
    {
    }
    SqlValue(std::string_view text)
        : SqlValue(std::string(text))
    {
    }
    SqlValue(const std::optional<std::int64_t>& integer)
        : m_isInteger(true)
        , m_isNull(!integer)
        , m_integer(integer.value_or(0))
    {
    }
    /// ISO text, or NULL.
    [[nodiscard]] static SqlValue dayOrNull(const std::optional<std::chrono::year_month_day>& day)
    {
        return day ? SqlValue(formatDate(*day)) : SqlValue();
    }
    /// An empty text is stored as NULL.
    [[nodiscard]] static SqlValue textOrNull(std::string text)
    {
        return text.empty() ? SqlValue() : SqlValue(std::move(text));
    }

private:
    friend class Query;
    bool m_isInteger = false;
    bool m_isNull = true;
    long long m_integer = 0;
    std::string m_text;
};

/// A statement with what it is bound to. SOCI keeps references to all of it, so it stays where it is.
struct PreparedQuery {
    std::deque<SqlValue> values;
    std::deque<soci::indicator> indicators;
    std::deque<std::string> cells;
    std::deque<soci::indicator> cellIndicators;
    std::unique_ptr<soci::statement> statement; ///< last of these: it goes before what it refers to
    std::unique_ptr<MysqlStatement> mysql; ///< in its place, where the server can keep it

    PreparedQuery();
    ~PreparedQuery();
    PreparedQuery(const PreparedQuery&) = delete;
    PreparedQuery& operator=(const PreparedQuery&) = delete;
};

/// What a row is to hold. The names are constant text; the same list inserts and updates.
using ColumnValues = std::vector<std::pair<std::string_view, SqlValue>>;

/// A statement of the ordinary road whose pieces depend on what is asked, such as filters that may be there
/// or not. The text is put together from constants; every value is bound (security X9).
class Query {
public:
    /// Kept: its session keeps the statement prepared for the next query of the same text. For questions that
    /// are always put in the same words and have a row or few: either back end needs longer to plan the joins
    /// of a card than to follow them.
    enum class Lifetime : std::uint8_t { Once, Kept };

    explicit Query(Session& session, Lifetime lifetime = Lifetime::Once);
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    /// `text` is constant, never made of what somebody entered.
    Query& add(std::string_view text);
    Query& add(std::string_view text, SqlValue value);
    Query& add(const ScopeCondition& scope);
    /// "(:a, :b, :c)"; a list without values holds nothing.
    template <class Values> Query& addList(const Values& values)
    {
        add("(");
        if (values.empty())
            add("NULL");
        std::string_view separator;
        for (const auto& value : values) {
            add(separator, SqlValue(value));
            separator = ", ";
        }
        return add(")");
    }

    /// Runs it for its effect; returns the number of rows changed.
    std::int64_t run();

    /// Runs it for its rows when first asked; false at the end. Every column is read as text, because only
    /// then both back ends agree what it holds.
    [[nodiscard]] bool next(std::size_t columns);
    [[nodiscard]] bool isNull(std::size_t column) const;
    [[nodiscard]] std::int64_t integer(std::size_t column) const; ///< 0 for NULL
    [[nodiscard]] const std::string& text(std::size_t column) const; ///< empty for NULL
    [[nodiscard]] std::optional<std::int64_t> integerOrNone(std::size_t column) const;

private:
    [[nodiscard]] bool isKeptByMysql() const;
    void prepare();
    void execute();
    [[nodiscard]] bool fetch();
    /// Takes over the statement that the session kept, if it fits; its values become those of this query.
    [[nodiscard]] bool takeKept(std::size_t columns);
    void giveBack();

    Session& m_session;
    Lifetime m_lifetime;
    std::string m_text;
    std::unique_ptr<PreparedQuery> m_parts;
    bool m_isUnderWay = false; ///< a row may be left, or the last thing done to it failed
};

/// INSERT INTO table with these columns.
void insertRow(Session& session, std::string_view table, const ColumnValues& columns);

/// A join of tables in the order in which they are to be read. Left to choose, MariaDB begins with the
/// smaller table and sorts what the larger has, for each page.
[[nodiscard]] std::string_view joinInThisOrder(Dialect dialect);

} // namespace guanwu
