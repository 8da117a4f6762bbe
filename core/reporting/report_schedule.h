#pragma once

#include "core/reporting/kept_report.h"

#include <vector>

namespace guanwu {

/// What a scheduled report is of: the period that is over when it is due.
enum class SchedulePeriod : std::uint8_t { Month, Quarter, Year };

inline constexpr TokenTable<SchedulePeriod, 3> kSchedulePeriods {{
    {SchedulePeriod::Month, "month", "每月", "Every month"},
    {SchedulePeriod::Quarter, "quarter", "每季度", "Every quarter"},
    {SchedulePeriod::Year, "year", "每年", "Every year"},
}};
static_assert(isDense(kSchedulePeriods));

/// What became of a day on which a schedule was due.
enum class RunState : std::uint8_t { Running, Done, Failed, Missed };

inline constexpr TokenTable<RunState, 4> kRunStates {{
    {RunState::Running, "running", "生成中", "Being made"},
    {RunState::Done, "done", "已存档", "Kept"},
    {RunState::Failed, "failed", "未能生成，稍后重试", "Could not be made; tried again later"},
    {RunState::Missed, "missed", "已错过", "Missed"},
}};
static_assert(isDense(kRunStates));

/// Who may have reports made by themselves, and while he may.
inline constexpr Permission kSchedulePermission = Permission::SignDocuments;

/// A report that is made and kept by itself.
struct ReportSchedule {
    std::int64_t id = 0;
    std::string report;
    ReportFormat format {};
    std::string parameters; ///< besides those of the period, JSON
    Scope::Reach reach {}; ///< whose records it holds
    UnitId unit; ///< 0 = none
    DepartmentId department; ///< 0 = none
    std::string unitName; ///< read, not written
    SchedulePeriod period {};
    int dueMonth = 0; ///< of a year, 1 to 12; 0 else
    int dueDay = 1; ///< of the month
    std::chrono::year_month_day from {}; ///< nothing is due before
    /// Whether it is of a month or a year, which can still be told when the day is over. What shows how
    /// things stand is made for the last day that is due; those before are missed.
    bool isOfPeriod = false;
    std::string madeBy;
    Instant madeAt {};
    std::string endedBy; ///< empty = it goes on

    [[nodiscard]] Scope scope() const;
};

inline constexpr int kLatestDueDay = 28; ///< which every month has

/// Errors: schedule.day, schedule.month.
[[nodiscard]] Result<void> checkSchedule(const ReportSchedule& schedule);

/// The days on which it is due, behind its beginning and up to `through`, the first first.
[[nodiscard]] std::vector<std::chrono::year_month_day> dueDays(
    const ReportSchedule& schedule, std::chrono::year_month_day through);

/// The months that are over on a day it is due.
struct SchedulePast {
    std::chrono::year_month first;
    std::chrono::year_month last;
};
[[nodiscard]] SchedulePast pastOf(SchedulePeriod period, std::chrono::year_month_day due);

} // namespace guanwu
