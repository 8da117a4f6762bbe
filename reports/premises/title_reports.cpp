#include "core/reference/certificate_types.h"
#include "core/values/calendar.h"
#include "reports/catalog.h"
#include "reports/model/columns.h"
#include "reports/premises/premises_rows.h"

#include <algorithm>
#include <array>
#include <set>

namespace guanwu {

namespace {

    // Columns of the register that hold totals which are no sums.
    constexpr std::size_t kNumber = 1;
    constexpr std::size_t kLandShare = 13;
    constexpr std::size_t kFloor = 14;
    constexpr std::size_t kBuildings = 15;

    Column unsummed(Column column)
    {
        column.total = Total::None;
        return column;
    }

    std::vector<Column> certificateColumns()
    {
        return {repeatedColumn("序号", CellKind::Integer, 5),
            repeatedColumn("不动产权证号", CellKind::Text, 26), textColumn("证书类型", 10),
            textColumn("权利人", 16), textColumn("原权利人", 14), textColumn("原证号", 18),
            textColumn("使用单位", 18), textColumn("坐落", 20), textColumn("不动产单元号", 22),
            textColumn("权利类型", 16), textColumn("权利性质", 10), textColumn("用途", 12),
            unsummed(areaSumColumn("宗地面积")), unsummed(areaSumColumn("土地使用权分摊面积")),
            unsummed(areaSumColumn("建筑面积")), numberColumn("楼栋数", 6), textColumn("楼栋清单", 16),
            textColumn("使用期限", 14), dateColumn("登记日期"), textColumn("容缺标志", 6), textColumn("缺件", 18),
            dateColumn("补齐期限"), textColumn("抵押", 12), textColumn("查封", 12), textColumn("保管人", 8),
            textColumn("存放处", 10), textColumn("对应资产编号", 16), textColumn("状态", 6),
            textColumn("备注", 14)};
    }

    std::string stateName(const TitleLine& title)
    {
        for (const CertificateState& state : kCertificateStates)
            if (title.state == state.token)
                return std::string(state.nameZh);
        return title.state;
    }

    /// What is still missing: the list that says who owes it, or the text that was imported.
    std::string missingText(const TitleLine& title)
    {
        if (title.missing.empty())
            return title.isIncomplete ? title.missingText : std::string();
        std::vector<std::string> out;
        for (const MissingPaper& paper : title.missing)
            if (!paper.suppliedOn)
                out.push_back(paper.name + (paper.owedBy.empty() ? "" : "（" + paper.owedBy + "）"));
        return listed(out);
    }

    std::optional<Day> missingDue(const TitleLine& title)
    {
        std::optional<Day> out;
        for (const MissingPaper& paper : title.missing)
            if (!paper.suppliedOn && paper.dueOn && (!out || *paper.dueOn < *out))
                out = paper.dueOn;
        return out;
    }

    std::string encumbranceText(const TitleLine& title, EncumbranceKind kind)
    {
        std::vector<std::string> out;
        for (const Encumbrance& one : title.encumbrances)
            if (one.kind == kind)
                out.push_back(one.paperNo);
        return listed(out);
    }

    std::string termText(const TitleLine& title)
    {
        std::string out;
        if (title.termFrom)
            out += formatDate(*title.termFrom) + "起";
        if (title.termTo)
            out += formatDate(*title.termTo) + "止";
        return out;
    }

    ReportRow certificateRow(const TitleLine& title, std::int64_t serial)
    {
        return {
            {serial, textCell(title.certNo), textCell(certificateTypeName(title.kind)),
                textCell(title.holder.name), textCell(listed(title.formerHolders)),
                textCell(listed(title.formerNos)), textCell(joinedNames(title.users)),
                textCell(title.location), textCell(listed(title.unitNos)), textCell(title.rightType),
                textCell(title.rightNature), textCell(title.use), title.parcel ? Cell(*title.parcel) : Cell(),
                title.landShare, title.floor, static_cast<std::int64_t>(title.buildings.size()),
                textCell(joinedNames(title.buildings)), textCell(termText(title)), title.issuedOn,
                textCell(title.isIncomplete ? "容缺" : ""), textCell(missingText(title)),
                dayCell(missingDue(title)), textCell(encumbranceText(title, EncumbranceKind::Mortgage)),
                textCell(encumbranceText(title, EncumbranceKind::Seizure)),
                textCell(title.custody ? title.custody->person : ""),
                textCell(title.custody ? title.custody->place : ""), textCell(listed(title.assets)),
                textCell(stateName(title)), textCell(title.remark)},
            RowRole::Line};
    }

    /// Buildings by starting situation: how many and how large, all of them and by what became of them.
    class ProgressRows final : public RowSource {
    public:
        explicit ProgressRows(std::vector<BuildingTitle> buildings)
            : m_buildings(std::move(buildings))
        {
            for (const BuildingTitle& building : m_buildings)
                for (const std::size_t at : {std::size_t {0}, stateOf(building)}) {
                    Sums& sums = m_sums.at(rowOf(building));
                    ++sums.count.at(at);
                    sums.area.at(at) += areaOf(building);
                }
        }

        bool next(ReportRow& row) override
        {
            if (m_next == m_sums.size())
                return false;
            row.key = keyOf(m_next);
            row.cells[0] = textCell(nameOf(m_next));
            const Sums& sums = m_sums.at(m_next++);
            for (std::size_t at = 0; at < sums.count.size(); ++at) {
                row.cells[1 + 2 * at] = sums.count.at(at);
                row.cells[2 + 2 * at] = sums.area.at(at);
            }
            return true;
        }

        std::optional<CellLines> linesOf(const CellKey& cell) override
        {
            if (cell.column == 0)
                return std::nullopt;
            const std::size_t at = (cell.column - 1) / 2;
            std::vector<CellLine> out;
            for (const BuildingTitle& building : m_buildings) {
                if (cell.row != kTotalKey && cell.row != keyOf(rowOf(building)))
                    continue;
                if (at != 0 && at != stateOf(building))
                    continue;
                out.push_back({building.building.code, building.building.name, listed(building.certificates),
                    std::string(nameOf(rowOf(building))),
                    cell.column % 2 == 1 ? Cell(std::int64_t {1}) : Cell(areaOf(building)), {}});
            }
            return heldLines(std::move(out));
        }

    private:
        struct Sums {
            std::array<std::int64_t, 4> count {}; // all, registered, filed, open
            std::array<Area, 4> area {};
        };
        static std::size_t rowOf(const BuildingTitle& building)
        {
            return building.situation ? static_cast<std::size_t>(*building.situation)
                                      : kStartSituations.size();
        }
        static std::string_view nameOf(std::size_t row)
        {
            return row < kStartSituations.size() ? kStartSituations[row].nameZh : "起点未登记";
        }
        static std::string keyOf(std::size_t row)
        {
            return row < kStartSituations.size() ? std::string(kStartSituations[row].token) : "none";
        }
        static std::size_t stateOf(const BuildingTitle& building)
        {
            return !building.certificates.empty() ? 1 : building.isFiledOnly ? 2 : 3;
        }
        static Area areaOf(const BuildingTitle& building)
        {
            return stateOf(building) == 2 && building.filed > Area() ? building.filed : building.floor;
        }

        std::vector<BuildingTitle> m_buildings;
        std::array<Sums, kStartSituations.size() + 1> m_sums;
        std::size_t m_next = 0;
    };

} // namespace

StreamedReport certificatesReport(const PremisesHead& head, const std::vector<TitleLine>& titles)
{
    Report report = reportOfPremises(kCertificatesReport.titleZh, head);
    report.notes.push_back(
        "合计只计现势证书：本数、不重复栋数、分摊面积、建筑面积；宗地面积有重叠，不合计");
    report.columns = certificateColumns();
    std::vector<ReportRow> rows;
    std::set<std::int64_t> buildings;
    std::set<std::string> units;
    std::int64_t current = 0;
    std::int64_t named = 0;
    Area share;
    Area floor;
    for (const TitleLine& title : titles) {
        rows.push_back(certificateRow(title, static_cast<std::int64_t>(rows.size()) + 1));
        if (!title.isCurrent())
            continue;
        ++current;
        share += title.landShare;
        floor += title.floor;
        for (const Reference& building : title.buildings)
            buildings.insert(building.id);
        named += static_cast<std::int64_t>(title.unitNos.size());
        units.insert(title.unitNos.begin(), title.unitNos.end());
    }
    const std::int64_t repeated = named - static_cast<std::int64_t>(units.size());
    const auto count = static_cast<std::int64_t>(buildings.size());
    return {std::move(report),
        std::make_unique<HeldRows>(std::move(rows), [=](ReportEnd& end) {
            setText(end.totals[kNumber], std::to_string(current) + " 本");
            end.totals[kLandShare] = share;
            end.totals[kFloor] = floor;
            end.totals[kBuildings] = count;
            // One current certificate a property unit (lifecycle 5.5).
            end.checks.push_back(
                {repeated == 0, "同一不动产单元只有一本现势证书：重复 " + std::to_string(repeated) + " 个"});
        })};
}

StreamedReport certificateProgressReport(
    const PremisesHead& head, const std::vector<BuildingTitle>& buildings)
{
    Report report = reportOfPremises(kCertificateProgressReport.titleZh, head);
    report.notes.push_back("已登记与仅备案分列，不相加为已登记面积");
    std::vector<BuildingTitle> standing;
    std::copy_if(buildings.begin(), buildings.end(), std::back_inserter(standing),
        [](const BuildingTitle& building) { return !building.isGone; });
    if (const auto gone = buildings.size() - standing.size(); gone > 0)
        report.notes.push_back("已处置的 " + std::to_string(gone) + " 栋不计");
    report.columns = {
        repeatedColumn("起点", CellKind::Text, 22), countColumn("栋数", 6), areaSumColumn("建筑面积")};
    for (const char* block : {"已登记", "仅备案", "未办"}) {
        report.columns.push_back(countColumn("栋数", 6, block));
        report.columns.back().csvHeading = std::string(block) + "栋数";
        report.columns.push_back(areaSumColumn("面积", block, std::string(block) + "面积"));
    }
    return {std::move(report), std::make_unique<ProgressRows>(std::move(standing))};
}

} // namespace guanwu
