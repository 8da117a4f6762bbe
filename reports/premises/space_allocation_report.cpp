#include "core/premises/place_names.h"
#include "reports/catalog.h"
#include "reports/model/columns.h"
#include "reports/premises/premises_rows.h"

#include <set>

namespace guanwu {

namespace {

    /// Units, rooms and usable area are counted once each (reports 13.1).
    std::function<void(ReportEnd&)> countsOf(const std::set<std::int64_t>& units,
        const std::set<std::int64_t>& rooms, std::size_t lines)
    {
        return [units = units.size(), rooms = rooms.size(), lines](ReportEnd& end) {
            setText(end.totals[1], std::to_string(units) + " 个单位");
            setText(end.totals[3], std::to_string(rooms) + " 间");
            end.checks.push_back({rooms == lines,
                "房间不重复：" + std::to_string(lines) + " 行 " + std::to_string(rooms) + " 间"});
        };
    }

} // namespace

StreamedReport spaceAllocationReport(const PremisesHead& head, const std::vector<AllocationLine>& lines)
{
    Report report = reportOfPremises(kSpaceAllocationReport.titleZh, head);
    report.columns
        = {repeatedColumn("序号", CellKind::Integer, 5), repeatedColumn("使用单位", CellKind::Text, 18),
            textColumn("楼栋", 16), repeatedColumn("房号", CellKind::Text, 10), areaSumColumn("面积"),
            areaSumColumn("核定面积"), textColumn("原使用单位", 18), dateColumn("腾退日期"),
            textColumn("审批文号", 13), dateColumn("审批日期"), textColumn("使用凭证号", 13),
            textColumn("协议号", 13), dateColumn("交接日期"), dateColumn("公示日期"), textColumn("备注", 8)};
    std::vector<ReportRow> rows;
    std::set<std::int64_t> units;
    std::set<std::int64_t> rooms;
    for (const AllocationLine& line : lines) {
        units.insert(line.unit.id);
        rooms.insert(line.room.id);
        rows.push_back({{static_cast<std::int64_t>(rows.size()) + 1, textCell(line.unit.name),
                            textCell(line.building.name), textCell(roomNumber(line.room, line.building)),
                            line.usable, areaCell(line.approved), textCell(line.before.name),
                            dayCell(line.vacatedOn), textCell(line.approvalNo), line.approvedOn,
                            textCell(line.certificateNo), textCell(line.agreementNo),
                            dayCell(line.handedOverOn), dayCell(line.publishedOn), textCell(line.remark)},
            RowRole::Line});
    }
    return {
        std::move(report), std::make_unique<HeldRows>(std::move(rows), countsOf(units, rooms, lines.size()))};
}

StreamedReport spaceVacatedReport(const PremisesHead& head, const std::vector<VacatedLine>& lines)
{
    Report report = reportOfPremises(kSpaceVacatedReport.titleZh, head);
    report.columns = {repeatedColumn("序号", CellKind::Integer, 5),
        repeatedColumn("腾退单位", CellKind::Text, 18), textColumn("楼栋", 12),
        repeatedColumn("房号", CellKind::Text, 12), areaSumColumn("面积"), dateColumn("腾退日期"),
        textColumn("接收单位", 18), textColumn("使用凭证号", 18), textColumn("备注", 14)};
    std::vector<ReportRow> rows;
    std::set<std::int64_t> units;
    std::set<std::int64_t> rooms;
    for (const VacatedLine& line : lines) {
        units.insert(line.unit.id);
        rooms.insert(line.room.id);
        rows.push_back(
            {{static_cast<std::int64_t>(rows.size()) + 1, textCell(line.unit.name),
                 textCell(line.building.name), textCell(roomNumber(line.room, line.building)), line.usable,
                 line.vacatedOn, textCell(line.next.id == 0 ? std::string("收回待分配") : line.next.name),
                 textCell(line.nextCertificateNo), textCell(line.remark)},
                RowRole::Line});
    }
    return {std::move(report),
        std::make_unique<HeldRows>(
            std::move(rows), [units = units.size(), rooms = rooms.size()](ReportEnd& end) {
                setText(end.totals[1], std::to_string(units) + " 个单位");
                setText(end.totals[3], std::to_string(rooms) + " 间");
            })};
}

} // namespace guanwu
