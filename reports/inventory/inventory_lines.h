#pragma once

#include "core/inventory/sheet_line.h"
#include "core/values/area.h"
#include "reports/model/report.h"

#include <functional>
#include <optional>
#include <string>

namespace guanwu {

/// A line of the book with what the count made of it. Codes come with the names to print; a missing name
/// prints the code.
struct InventoryLine {
    BookLine book;
    CountOutcome outcome;
    std::string className; ///< printed for 分类 beside the code
    std::string seenPlaceName;
    std::string seenUserName;
    std::string seenDepartment;
    std::string counterName;
    std::string reason; ///< 差异原因
    std::string proposal; ///< 拟处理意见
    std::string review; ///< 复核结果
    std::string remark;
    std::optional<Area> area; ///< of land and buildings, for the idle area
};

/// An object without a card. `outcome` tells who saw it where and how many.
struct SurplusLine {
    std::string temporaryNo;
    std::string name;
    std::string classCode;
    std::string className;
    std::string model;
    std::string unitOfMeasure;
    CountOutcome outcome; ///< countedQuantity is the number found
    std::string placeName;
    std::string userName;
    std::string department;
    std::string finderName;
    std::optional<std::chrono::year_month_day> foundOn; ///< empty = the day of outcome.firstSeenAt in China
    std::string cause; ///< 形成原因
    std::string valueBasis;
    std::optional<Money> estimate; ///< 估价金额
    std::optional<Money> entryValue; ///< 拟入账原值
    std::optional<std::int64_t> monthsLeft;
    std::string attachments;
    std::string proposal;
    std::string review;
    std::string verification; ///< 核实意见
    std::string approvalNo; ///< 批复文号
    std::string remark;
};

/// A card whose object was not found, with what the unit says about it.
struct ShortageLine {
    BookLine book;
    std::string className;
    std::string cause;
    std::string responsibility;
    std::optional<Money> compensation;
    std::string evidence;
    std::string intermediaryNo; ///< 中介鉴证号
    std::string unitOpinion;
    std::string verification;
    std::string approvalNo;

    /// 申报损失金额: net value at the end of the base month less compensation.
    [[nodiscard]] Money declaredLoss(std::chrono::year_month baseMonth) const;
};

/// Which units the figures come from. A summary may only be built from units that have reported.
struct ReportingUnits {
    std::int64_t due = 0;
    std::int64_t reported = 0;
    struct Missing {
        std::string unit;
        std::string reason;
    };
    std::vector<Missing> missing;
};

/// What the head of an inventory report says.
struct InventoryHead {
    std::string preparer;
    std::chrono::year_month_day baseDate {};
    MoneyUnit moneyUnit = MoneyUnit::Yuan;
    std::optional<ReportingUnits> units;

    [[nodiscard]] std::chrono::year_month baseMonth() const { return baseDate.year() / baseDate.month(); }
};

/// Gives the next line; false = there is none. May throw what the store throws.
template <class Line> using LineSource = std::function<bool(Line&)>;

/// A line source over a list that is already in memory.
template <class Line> [[nodiscard]] LineSource<Line> linesOf(std::vector<Line> lines)
{
    return [lines = std::move(lines), next = std::size_t {0}](Line& line) mutable {
        if (next == lines.size())
            return false;
        line = lines[next++];
        return true;
    };
}

} // namespace guanwu
