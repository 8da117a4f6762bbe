#include "reports/catalog.h"
#include "reports/model/columns.h"
#include "reports/premises/premises_rows.h"

namespace guanwu {

namespace {

    Column named(Column column, const char* csvHeading)
    {
        column.csvHeading = csvHeading;
        return column;
    }

    std::vector<Column> columns()
    {
        const char* ranks = "其中";
        const char* used = "实际使用";
        const char* limit = "核定";
        const char* over = "超出";
        return {repeatedColumn("序号", CellKind::Integer, 5), repeatedColumn("单位名称", CellKind::Text, 18),
            countColumn("定编人数", 6), countColumn("实有人数", 6), countColumn("市级正职", 5, ranks),
            countColumn("市级副职", 5, ranks), countColumn("正处", 5, ranks), countColumn("副处", 5, ranks),
            countColumn("处级以下", 5, ranks), countColumn("借调聘用人数", 6), areaSumColumn("面积合计", used),
            countColumn("间数合计", 6, used), areaSumColumn("办公室", used, "办公室面积"),
            named(countColumn("间数", 5, used), "办公室间数"), areaSumColumn("服务用房", used, "服务用房面积"),
            named(countColumn("间数", 5, used), "服务用房间数"),
            areaSumColumn("设备用房", used, "设备用房面积"), areaSumColumn("附属用房", used, "附属用房面积"),
            areaSumColumn("技术业务用房", used, "技术业务用房面积"),
            areaSumColumn("办公室", limit, "核定办公室"), areaSumColumn("服务用房", limit, "核定服务用房"),
            areaSumColumn("设备用房", limit, "核定设备用房"), areaSumColumn("办公室", over, "超出办公室"),
            areaSumColumn("服务用房", over, "超出服务用房"), areaSumColumn("闲置面积"),
            areaSumColumn("出租出借面积"), areaSumColumn("租用面积"), textColumn("备注", 16)};
    }

    std::string remarkOf(const UnitSpaceUse& use)
    {
        std::vector<std::string> out;
        if (!use.limit)
            out.emplace_back("面积标准未定");
        if (use.overRooms > 0)
            out.push_back("超标房间 " + std::to_string(use.overRooms) + " 间");
        if (use.unoccupied > 0)
            out.push_back("未登记使用人 " + std::to_string(use.unoccupied) + " 间");
        return joined(out);
    }

    class UsageRows final : public RowSource {
    public:
        explicit UsageRows(UnitUses uses)
            : m_uses(std::move(uses))
        {
        }

        bool next(ReportRow& row) override
        {
            UnitSpaceUse use;
            if (!m_uses(use))
                return false;
            std::size_t at = 0;
            const auto put = [&](Cell cell) { row.cells[at++] = std::move(cell); };
            put(++m_serial);
            put(textCell(use.unit.unit.name));
            put(use.unit.established);
            put(use.unit.filled);
            for (const std::int64_t people : use.ranks)
                put(people);
            put(use.seconded);
            put(use.totalArea());
            put(use.totalRooms());
            put(use.areaOf(RoomKind::Office));
            put(use.roomsOf(RoomKind::Office));
            put(use.areaOf(RoomKind::Service));
            put(use.roomsOf(RoomKind::Service));
            put(use.areaOf(RoomKind::Equipment));
            put(use.areaOf(RoomKind::Ancillary));
            put(use.areaOf(RoomKind::Technical));
            put(use.limit ? Cell(use.limit->space.offices) : Cell());
            put(use.limit ? Cell(use.limit->space.service) : Cell());
            put(use.limit ? Cell(use.limit->space.equipment) : Cell());
            put(use.limit ? Cell(use.overOffice) : Cell());
            put(use.limit ? Cell(use.overService) : Cell());
            put(use.idle);
            put(use.leased);
            put(Cell()); // the registry holds nothing that is rented from others
            put(textCell(remarkOf(use)));
            return true;
        }

    private:
        UnitUses m_uses;
        std::int64_t m_serial = 0;
    };

} // namespace

StreamedReport spaceUsageReport(const PremisesHead& head, UnitUses uses)
{
    Report report = reportOfPremises(kSpaceUsageReport.titleZh, head);
    report.notes.push_back("面积均为使用面积；借调、聘用、离退休人员不计入核定面积");
    report.columns = columns();
    return {std::move(report), std::make_unique<UsageRows>(std::move(uses))};
}

} // namespace guanwu
