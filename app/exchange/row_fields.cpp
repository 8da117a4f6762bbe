#include "app/exchange/row_fields.h"

#include "core/base/text.h"
#include "core/values/calendar.h"
#include "reports/writers/csv_writer.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace guanwu {

namespace {

    constexpr std::size_t kLongestTotal = 16; ///< bytes, blanks between the characters counted

    /// What offices sign below a table.
    constexpr std::array<std::string_view, 14> kFooters {"制表人", "填表人", "填报人", "审核人", "复核人",
        "经办人", "负责人", "单位负责人", "财务负责人", "制表日期", "填表日期", "填报日期", "联系电话",
        "说明"};

    bool isPlainAscii(std::string_view text)
    {
        return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
    }

    /// "62,114" as spreadsheet programs show it is 62114; commas anywhere else stay, and are an error.
    std::string withoutThousands(std::string text)
    {
        const std::size_t first = text.find(',');
        if (first == std::string::npos || first == 0 || first > 3)
            return text;
        for (std::size_t i = first; i < text.size(); i += 4)
            if (text[i] != ',' || i + 3 >= text.size())
                return text;
        std::erase(text, ',');
        return text;
    }

    /// "￥ 8,600.00 元" as spreadsheet programs show an amount of money is 8,600.00.
    std::string withoutCurrency(std::string_view text)
    {
        std::string out = normalized(text);
        for (const std::string_view sign : {"￥", "¥"})
            if (out.starts_with(sign))
                out.erase(0, sign.size());
        if (constexpr std::string_view yuan = "元"; out.ends_with(yuan))
            out.resize(out.size() - yuan.size());
        return out;
    }

} // namespace

RowFields::RowFields(std::span<const ColumnSpec> columns, const HeadingMap& headings, ProblemSink& problems)
    : m_columns(columns)
    , m_headings(headings)
    , m_problems(problems)
{
}

void RowFields::setRow(std::int64_t row, std::span<const std::string_view> cells)
{
    m_row = row;
    m_cells = cells;
    m_errors = false;
    m_unguarded.clear();
}

bool RowFields::isBlank() const
{
    return std::all_of(
        m_cells.begin(), m_cells.end(), [](std::string_view cell) { return trimmed(cell).empty(); });
}

bool RowFields::isTotal()
{
    const auto first = std::find_if(
        m_cells.begin(), m_cells.end(), [](std::string_view cell) { return !trimmed(cell).empty(); });
    if (first == m_cells.end() || trimmed(*first).size() > kLongestTotal)
        return false;
    std::string word(trimmed(*first));
    std::erase(word, ' ');
    if (word.starts_with("本页"))
        word.erase(0, std::string_view("本页").size());
    if (word != "合计" && word != "小计" && word != "总计")
        return false;
    m_problems.report(
        {Severity::Warning, m_row, {}, word, {ErrorCode::InvalidArgument, "import.total_row", {}}});
    return true;
}

bool RowFields::isFooter()
{
    const auto first = std::find_if(
        m_cells.begin(), m_cells.end(), [](std::string_view cell) { return !trimmed(cell).empty(); });
    if (first == m_cells.end())
        return false;
    const std::string text = normalized(*first);
    const std::string_view label = std::string_view(text).substr(0, text.find(':'));
    if (label.size() == text.size() || std::find(kFooters.begin(), kFooters.end(), label) == kFooters.end())
        return false;
    m_problems.report(
        {Severity::Warning, m_row, {}, text, {ErrorCode::InvalidArgument, "import.footer_row", {}}});
    return true;
}

std::string_view RowFields::raw(int column) const
{
    const int cell = m_headings.cellOf(column);
    if (cell == HeadingMap::kNoCell || static_cast<std::size_t>(cell) >= m_cells.size())
        return {};
    return m_cells[static_cast<std::size_t>(cell)];
}

void RowFields::report(Severity severity, int column, Error error)
{
    m_errors |= severity == Severity::Error;
    m_problems.report(
        {severity, m_row, m_headings.headingOf(column), std::string(raw(column)), std::move(error)});
}

std::string_view RowFields::text(int column)
{
    const std::string_view cell = raw(column);
    std::string_view value = cell.empty() ? cell : trimmed(cell);
    // Our own exports guard text that a spreadsheet would take for a formula.
    if (value.starts_with('\''))
        value = m_unguarded.emplace_back(unguardedText(value));
    const int limit = m_columns[static_cast<std::size_t>(column)].maxLength;
    if (isPlainAscii(value)) {
        if (value.size() <= static_cast<std::size_t>(limit))
            return value;
    } else if (!isValidText(value)) {
        report(column, {ErrorCode::InvalidArgument, "import.text", {}});
        return {};
    }
    if (characterCount(value) > static_cast<std::size_t>(limit)) {
        report(column, {ErrorCode::InvalidArgument, "import.too_long", std::to_string(limit)});
        return {};
    }
    return value;
}

std::string_view RowFields::requiredText(int column)
{
    const bool errorsBefore = std::exchange(m_errors, false);
    const std::string_view value = text(column);
    if (value.empty() && !m_errors)
        report(column, {ErrorCode::InvalidArgument, "import.empty", {}});
    m_errors |= errorsBefore;
    return value;
}

void RowFields::require(int column, bool present)
{
    if (!present && trimmed(raw(column)).empty())
        report(column, {ErrorCode::InvalidArgument, "import.empty", {}});
}

std::optional<Money> RowFields::money(int column)
{
    const std::string_view value = text(column);
    if (value.empty())
        return std::nullopt;
    auto parsed = Money::parseYuan(value);
    if (!parsed)
        parsed = Money::parseYuan(withoutCurrency(value));
    if (!parsed) {
        report(column, parsed.error());
        return std::nullopt;
    }
    return *parsed;
}

std::optional<Area> RowFields::area(int column)
{
    const std::string_view value = text(column);
    if (value.empty())
        return std::nullopt;
    const auto parsed = Area::parse(value);
    if (!parsed) {
        report(column, parsed.error());
        return std::nullopt;
    }
    return *parsed;
}

std::optional<std::chrono::year_month_day> RowFields::date(int column)
{
    const std::string_view value = text(column);
    if (value.empty())
        return std::nullopt;
    const auto parsed = parseDate(value);
    if (!parsed) {
        report(column, parsed.error());
        return std::nullopt;
    }
    return *parsed;
}

std::optional<std::chrono::year_month> RowFields::month(int column)
{
    const std::string_view value = text(column);
    if (value.empty())
        return std::nullopt;
    const auto parsed = parseMonth(value);
    if (!parsed) {
        report(column, parsed.error());
        return std::nullopt;
    }
    return *parsed;
}

std::optional<std::int64_t> RowFields::integer(int column, std::int64_t least, std::int64_t most)
{
    const std::string_view cell = text(column);
    if (cell.empty())
        return std::nullopt;
    std::int64_t value = 0;
    const std::string digits = withoutThousands(normalized(cell));
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc {} || end != digits.data() + digits.size()) {
        report(column, {ErrorCode::InvalidArgument, "import.integer", {}});
        return std::nullopt;
    }
    if (value < least || value > most) {
        report(column,
            {ErrorCode::InvalidArgument, "import.range",
                std::to_string(least) + " - " + std::to_string(most)});
        return std::nullopt;
    }
    return value;
}

std::optional<bool> RowFields::boolean(int column)
{
    const std::string value = upper(text(column));
    if (value.empty())
        return std::nullopt;
    if (value == "TRUE" || value == "1" || value == "是" || value == "Y" || value == "YES")
        return true;
    if (value == "FALSE" || value == "0" || value == "否" || value == "N" || value == "NO")
        return false;
    report(column, {ErrorCode::InvalidArgument, "import.boolean", {}});
    return std::nullopt;
}

} // namespace guanwu
