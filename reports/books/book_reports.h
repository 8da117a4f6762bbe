#pragma once

#include "core/books/book_entry.h"
#include "core/books/movement.h"
#include "core/books/reconciliation.h"
#include "reports/model/report.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace guanwu {

/// What the reports of the books have in their heads.
struct BookHead {
    std::string preparer;
    std::string period; ///< as printed: 会计期间：2022-09
    std::chrono::year_month_day asOf {};
    MoneyUnit moneyUnit = MoneyUnit::Yuan;
    std::vector<std::string> notes;
};

/// A line of 固定资产折旧明细表, or the sum of a class.
struct DepreciationRow {
    bool isClassSum = false; ///< repeats the lines above it, so it is no part of the total
    std::string assetNo;
    std::string name;
    std::string classText;
    Money original;
    std::optional<std::int64_t> lifeMonths;
    std::string start; ///< 起始年月
    std::optional<std::int64_t> monthsTaken;
    Money taken;
    Money accumulated;
    std::string standing;
    std::string funding;
    std::string department;
    std::string unit; ///< whose books it is in
    std::string key; ///< of the sum of a class
};
using DepreciationRows = std::function<bool(DepreciationRow&)>;

/// Report 9. `next` gives the rows one at a time, `checks` is asked behind the last of them; `behind` reads
/// the cards of a sum anew, of kTotalKey all of them.
[[nodiscard]] StreamedReport depreciationReport(const BookHead& head, DepreciationRows next,
    std::function<std::vector<CheckLine>()> checks,
    std::function<DepreciationRows(const std::string& key)> behind = {});

/// Report 10.2. Opening + increase − decrease = closing, in number and in value, or the report says so.
[[nodiscard]] StreamedReport movementReport(
    const BookHead& head, std::vector<MovementRow> rows, MovementLines lines = {});

/// What the yearly report says of moves: from how many percent a class asks for a reason, and the reasons
/// that were entered, by class code.
struct YearlyMoves {
    std::int64_t limitPercent = 0;
    std::map<std::string, std::string> reasons;
};

/// By how many hundredths of a percent the original value of a class moved; nullopt = there was none before.
[[nodiscard]] std::optional<std::int64_t> moveOf(const MovementRow& row);
/// Whether a class asks for a reason: it moved by more than so many percent, or is new.
[[nodiscard]] bool isLargeMove(const MovementRow& row, std::int64_t limitPercent);

/// What a card has to do with a yearly figure: 年初, 年末, or why it came or went.
[[nodiscard]] std::string movementNote(const MovementLine& line);
/// Whether every class that asks for a reason has one, with those that have none.
[[nodiscard]] CheckLine reasonsCheck(std::span<const MovementRow> rows, const YearlyMoves& moves);

/// Yearly report (reports 11): where the classes stood at both ends of a year. What moved by more than the
/// limit asks for a reason; one that is missing is said on the face of the report.
[[nodiscard]] StreamedReport yearlyReport(
    const BookHead& head, std::vector<MovementRow> rows, const YearlyMoves& moves, MovementLines lines = {});

/// The lines behind a figure of the reconciliation: of which line, and in which column.
enum class ReconcileColumn : std::uint8_t { Ledger, Detail, Cards, Objects, CardArea, TitleArea };
struct ReconcileLines {
    std::vector<std::string> keys; ///< of each line
    std::function<std::vector<CellLine>(std::size_t line, ReconcileColumn column)> of;
};

/// Report 10.3, with each difference item by item below its line. What nothing explains fails the report.
[[nodiscard]] StreamedReport reconciliationReport(const BookHead& head, const Reconciliation& table,
    const std::function<std::string(const std::string& classCode)>& className, ReconcileLines lines = {});

/// Which texts of a line of a card are amounts with two decimals. The others are words, also of digits only.
enum class CardAmount : std::uint8_t { None, Content, After, BeforeAndAfter };

/// A line of 固定资产卡片: on the front an item and what it says, on the back what became of it.
struct CardRow {
    std::string part;
    std::string item;
    std::string content;
    std::string before;
    std::string after;
    std::string date;
    std::string by; ///< who did it, or the number of the document that says so
    CardAmount amount = CardAmount::None;
};

/// The parts of a card: blocks of fields on its front, and what became of it on its back.
inline constexpr std::string_view kCardFront = "正面：";
inline constexpr std::string_view kCardChanges = "背面：变动记录";
inline constexpr std::string_view kCardValues = "背面：价值变动";
inline constexpr std::string_view kCardRepairs = "背面：维修记录";
inline constexpr std::string_view kCardDepreciation = "背面：折旧记录";
inline constexpr std::string_view kCardDisposals = "背面：处置记录";

/// The symbol of its tag, as modules; see LabelSymbol.
struct CardTag {
    std::string code;
    std::vector<std::vector<bool>> symbol;
};

/// Report 10.1, front and back: rows part by part, and on paper two fields in a row.
[[nodiscard]] StreamedReport cardReport(
    const BookHead& head, const std::string& name, std::vector<CardRow> rows, CardTag tag);

} // namespace guanwu
