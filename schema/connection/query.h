#pragma once

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

/// What a row is to hold. The names are constant text; the same list inserts and updates.
using ColumnValues = std::vector<std::pair<std::string_view, SqlValue>>;

/// A statement of the ordinary road whose pieces depend on what is asked, such as filters that may be there
/// or not. The text is put together from constants; every value is bound (security X9).
class Query {
public:
    explicit Query(Session& session);
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
    void prepare();

    soci::session& m_sql;
    std::string m_text;
    std::deque<SqlValue> m_values; ///< SOCI keeps references to them
    std::deque<soci::indicator> m_indicators;
    std::deque<std::string> m_cells;
    std::deque<soci::indicator> m_cellIndicators;
    std::unique_ptr<soci::statement> m_statement;
};

/// INSERT INTO table with these columns.
void insertRow(Session& session, std::string_view table, const ColumnValues& columns);

} // namespace guanwu
