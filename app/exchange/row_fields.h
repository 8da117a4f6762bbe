#pragma once

#include "app/exchange/heading_map.h"
#include "core/base/token_table.h"
#include "core/values/area.h"
#include "core/values/money.h"

#include <chrono>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace guanwu {

/// One row of a file, read column by column as what the column means. Whatever is wrong is reported with row,
/// heading and value; the call then answers nullopt, as for an empty cell. hasErrors() tells the two apart.
class RowFields {
public:
    RowFields(std::span<const ColumnSpec> columns, const HeadingMap& headings, ProblemSink& problems);

    /// Points at the next row; views of `cells` must live until the next call.
    void setRow(std::int64_t row, std::span<const std::string_view> cells);
    [[nodiscard]] std::int64_t row() const { return m_row; }
    [[nodiscard]] bool hasErrors() const { return m_errors; }
    /// Whether every cell of the row is blank.
    [[nodiscard]] bool isBlank() const;
    /// Whether the row adds others up: its first filled cell says 合计, 小计 or 总计. Then it is told as a
    /// warning.
    [[nodiscard]] bool isTotal();
    /// Whether the row stands below the table: its first filled cell is the label of a signature, such as
    /// 制表人：. Then it is told as a warning.
    [[nodiscard]] bool isFooter();

    /// Trimmed text, empty when the cell is; checked for length and for characters that may not enter.
    std::string_view text(int column);
    /// As text(); an empty cell is an error.
    std::string_view requiredText(int column);
    std::optional<Money> money(int column);
    std::optional<Area> area(int column);
    std::optional<std::chrono::year_month_day> date(int column);
    std::optional<std::chrono::year_month> month(int column);
    std::optional<std::int64_t> integer(int column, std::int64_t least, std::int64_t most);
    std::optional<bool> boolean(int column);
    template <class Enum, std::size_t N>
    std::optional<Enum> token(int column, const TokenTable<Enum, N>& table)
    {
        const std::string_view value = text(column);
        if (value.empty())
            return std::nullopt;
        const auto parsed = parseToken(table, value, "import.token");
        if (!parsed) {
            report(column, Error {ErrorCode::InvalidArgument, "import.token", allowedTokens(table)});
            return std::nullopt;
        }
        return *parsed;
    }

    void report(int column, Error error) { report(Severity::Error, column, std::move(error)); }
    void warn(int column, Error error) { report(Severity::Warning, column, std::move(error)); }
    void require(int column, bool present);

private:
    template <class Enum, std::size_t N> static std::string allowedTokens(const TokenTable<Enum, N>& table)
    {
        std::string out;
        for (const auto& row : table)
            out.append(out.empty() ? "" : " ").append(row.token).append("/").append(row.nameZh);
        return out;
    }
    void report(Severity severity, int column, Error error);
    [[nodiscard]] std::string_view raw(int column) const;

    std::span<const ColumnSpec> m_columns;
    const HeadingMap& m_headings;
    ProblemSink& m_problems;
    std::span<const std::string_view> m_cells;
    std::deque<std::string> m_unguarded; ///< what views of this row point into
    std::int64_t m_row = 0;
    bool m_errors = false;
};

} // namespace guanwu
