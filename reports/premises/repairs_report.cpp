#include "reports/catalog.h"
#include "reports/model/columns.h"
#include "reports/premises/premises_rows.h"

namespace guanwu {

namespace {

    std::string kindName(const RepairLine& line)
    {
        const auto parsed = parseToken(kRepairKinds, line.kind, "repair.kind");
        return parsed ? std::string(tokenRow(kRepairKinds, *parsed).nameZh) : line.kind;
    }

    std::string_view yesOrNo(const std::string& token)
    {
        return token == "yes" ? "是" : token == "no" ? "否" : "";
    }

} // namespace

StreamedReport repairsReport(const PremisesHead& head, const std::vector<RepairLine>& lines)
{
    Report report = reportOfPremises(kRepairsReport.titleZh, head);
    report.columns
        = {repeatedColumn("序号", CellKind::Integer, 5), repeatedColumn("申请号", CellKind::Text, 16),
            textColumn("单位", 16), textColumn("楼栋", 14), textColumn("部位", 12), textColumn("维修类别", 8),
            areaSumColumn("面积"), estimateColumn("概算"), dateColumn("查勘日期"), textColumn("查勘结论", 14),
            numberColumn("排序", 5), estimateColumn("批准金额"), textColumn("批准文号", 17),
            dateColumn("批准日期"), dateColumn("开工"), dateColumn("竣工"), dateColumn("验收"),
            estimateColumn("结算"), textColumn("是否资本化", 6), textColumn("备注", 14)};
    std::vector<ReportRow> rows;
    std::int64_t above = 0;
    for (const RepairLine& line : lines) {
        above += line.settled && line.approved && *line.settled > *line.approved;
        rows.push_back({{static_cast<std::int64_t>(rows.size()) + 1, textCell(line.applicationNo),
                            textCell(line.unit.name), textCell(line.building.name), textCell(line.parts),
                            textCell(kindName(line)), line.area, moneyCell(line.estimate),
                            dayCell(line.inspectedOn), textCell(line.finding),
                            line.rank ? Cell(*line.rank) : Cell(), moneyCell(line.approved),
                            textCell(line.approvalNo), dayCell(line.approvedOn), dayCell(line.startedOn),
                            dayCell(line.finishedOn), dayCell(line.acceptedOn), moneyCell(line.settled),
                            textCell(yesOrNo(line.capitalised)), textCell(line.remark)},
            RowRole::Line});
    }
    const auto count = rows.size();
    return {std::move(report), std::make_unique<HeldRows>(std::move(rows), [count, above](ReportEnd& end) {
                setText(end.totals[1], std::to_string(count) + " 项");
                end.checks.push_back({above == 0, "结算不超过批准金额：超出 " + std::to_string(above) + " 项"});
            })};
}

StreamedReport repairRankingReport(const PremisesHead& head, const std::vector<RankedRepair>& ranked)
{
    Report report = reportOfPremises(kRepairRankingReport.titleZh, head);
    report.columns = {repeatedColumn("建议排序", CellKind::Integer, 6),
        repeatedColumn("申请号", CellKind::Text, 16), textColumn("单位", 18), textColumn("楼栋", 14),
        textColumn("部位", 14), textColumn("维修类别", 8), areaSumColumn("面积"), estimateColumn("概算"),
        moneyColumn("排在前面的概算"), textColumn("理由", 24)};
    std::vector<ReportRow> rows;
    for (const RankedRepair& one : ranked)
        rows.push_back({{one.rank, textCell(one.line.applicationNo), textCell(one.line.unit.name),
                            textCell(one.line.building.name), textCell(one.line.parts),
                            textCell(kindName(one.line)), one.line.area, moneyCell(one.line.estimate),
                            one.before, textCell(one.reasonZh)},
            RowRole::Line});
    const auto count = rows.size();
    return {std::move(report), std::make_unique<HeldRows>(std::move(rows), [count](ReportEnd& end) {
                setText(end.totals[1], std::to_string(count) + " 项");
                end.totals[8] = Cell(); // a running sum is not added up
            })};
}

} // namespace guanwu
