#pragma once

#include "core/premises/allocation_line.h"
#include "core/premises/repair_rank.h"
#include "core/premises/room_line.h"
#include "core/premises/title_line.h"
#include "core/premises/unit_space_use.h"
#include "reports/model/report.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace guanwu {

/// What the head of these reports says.
struct PremisesHead {
    std::string preparer; ///< 编制单位
    Day asOf {};
    std::optional<int> year; ///< of what happens in the course of a year
    MoneyUnit moneyUnit = MoneyUnit::Yuan;
};

/// Each gives the next line, false at the end.
using UnitUses = std::function<bool(UnitSpaceUse& use)>;
using RoomLines = std::function<bool(RoomLine& room)>;
/// The rooms of a unit, for the lines behind a figure.
using RoomsOfUnit = std::function<std::vector<RoomLine>(const Reference& unit)>;
using UnitsFacts = std::function<bool(UnitFacts& unit)>;

/// 办公用房使用情况表 (reports 7.1): a row a unit.
[[nodiscard]] StreamedReport spaceUsageReport(
    const PremisesHead& head, UnitUses uses, RoomsOfUnit rooms = {});
/// 办公室使用明细表 (reports 7.2): a row a person; the area of a shared room stands on its first row, so that
/// the total is that of the rooms.
[[nodiscard]] StreamedReport spacePeopleReport(const PremisesHead& head, RoomLines rooms);
/// 办公用房面积核算表 (reports 7.3).
[[nodiscard]] StreamedReport spaceCalculationReport(const PremisesHead& head, UnitsFacts units);
/// The yearly summary of reports 7.4; the form of one request is that of its document.
[[nodiscard]] StreamedReport spaceAllocationReport(
    const PremisesHead& head, const std::vector<AllocationLine>& lines);
/// 办公用房维修审批台账 (reports 7.5).
[[nodiscard]] StreamedReport repairsReport(const PremisesHead& head, const std::vector<RepairLine>& lines);
/// What waits, in the order in which it should come into the plan (lifecycle 4.4, 统一规划).
[[nodiscard]] StreamedReport repairRankingReport(
    const PremisesHead& head, const std::vector<RankedRepair>& ranked);
/// Sheets of the register (reports 7.6): facts and function of every room, what is let, what was given back.
[[nodiscard]] StreamedReport spaceRegisterReport(
    const PremisesHead& head, std::string_view title, RoomLines rooms);
[[nodiscard]] StreamedReport spaceVacatedReport(
    const PremisesHead& head, const std::vector<VacatedLine>& lines);
/// 不动产权证台账 (reports 8). Only current certificates are added up, and parcels never.
[[nodiscard]] StreamedReport certificatesReport(
    const PremisesHead& head, const std::vector<TitleLine>& titles);
/// 权属登记进度表: buildings by starting situation; registered and filed areas apart.
[[nodiscard]] StreamedReport certificateProgressReport(
    const PremisesHead& head, const std::vector<BuildingTitle>& buildings);

} // namespace guanwu
