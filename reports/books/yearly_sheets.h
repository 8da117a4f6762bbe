#pragma once

#include "reports/books/yearly_figures.h"
#include "reports/books/yearly_text.h"

#include <array>
#include <string_view>
#include <utility>

namespace guanwu {

/// The sheets behind the text of the yearly report, in their order; the text names them and their rows.
enum class YearlySheet : std::uint8_t { Text, Scope, Classes, Increases, Decreases, Use, OpenUnits, Sources };
inline constexpr std::array<std::string_view, 8> kYearlySheets {
    "正文", "报送情况", "按类别", "本年增加", "本年减少", "使用情况", "未报送单位", "数字出处"};

/// Where the columns of the sheets stand; the figures of a class lie side by side, in their order.
enum class YearlyColumn : std::uint8_t { Serial, Item, Count, Figures, Words = Figures + kYearlyFigures };
[[nodiscard]] constexpr YearlyColumn columnOf(YearlyFigure figure)
{
    return static_cast<YearlyColumn>(static_cast<int>(YearlyColumn::Figures) + static_cast<int>(figure));
}

inline constexpr std::string_view kYearlyIdleKey = "use:idle";
inline constexpr std::string_view kYearlyDueKey = "scope:due";
inline constexpr std::string_view kYearlyReportedKey = "scope:reported";
inline constexpr std::string_view kYearlyMissingKey = "scope:missing";
[[nodiscard]] inline std::string yearlyClassKey(const MovementRow& row) { return "class:" + row.classCode; }
[[nodiscard]] inline std::string yearlyKindKey(MovementKind kind)
{
    return "kind:" + std::string(tokenRow(kMovementKinds, kind).token);
}

/// What the text and its sheets are made of, added up once.
struct YearlySheets {
    explicit YearlySheets(YearlyPaper from);
    void takeText(const ReportDocument& document);

    using OfKind = std::pair<MovementKind, MovementFigures>;
    YearlyPaper paper;
    MovementRow all; ///< every class together
    std::vector<OfKind> increases; ///< the kinds that there were
    std::vector<OfKind> decreases;
    std::vector<std::pair<std::string, std::string>> text; ///< heading and paragraph
    std::vector<CitedFigure> sources;
};

[[nodiscard]] std::vector<Column> yearlyColumns();
[[nodiscard]] std::unique_ptr<RowSource> yearlyRows(std::unique_ptr<YearlySheets> sheets);

} // namespace guanwu
