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

    std::vector<Column> usageColumns()
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
        return listed(out);
    }

    // Columns that are told apart when the lines behind them are looked for.
    constexpr std::size_t kFirstRank = 4;
    constexpr std::size_t kSeconded = 9;
    constexpr std::size_t kOfficeArea = 12;
    constexpr std::size_t kServiceArea = 14;
    constexpr std::size_t kLimitOffice = 19;
    constexpr std::size_t kOverOffice = 22;
    constexpr std::size_t kOverService = 23;
    constexpr std::size_t kRentedArea = 26;

    /// Every figure of a unit, in the order of the columns.
    std::vector<Cell> usageFigures(const UnitSpaceUse& use)
    {
        std::vector<Cell> out {use.unit.established, use.unit.filled};
        for (const std::int64_t people : use.ranks)
            out.emplace_back(people);
        for (Cell cell : std::initializer_list<Cell> {use.seconded, use.totalArea(), use.totalRooms(),
                 use.areaOf(RoomKind::Office), use.roomsOf(RoomKind::Office), use.areaOf(RoomKind::Service),
                 use.roomsOf(RoomKind::Service), use.areaOf(RoomKind::Equipment),
                 use.areaOf(RoomKind::Ancillary), use.areaOf(RoomKind::Technical),
                 use.limit ? Cell(use.limit->space.offices) : Cell(),
                 use.limit ? Cell(use.limit->space.service) : Cell(),
                 use.limit ? Cell(use.limit->space.equipment) : Cell(),
                 use.limit ? Cell(use.overOffice) : Cell(), use.limit ? Cell(use.overService) : Cell(),
                 use.idle, use.leased, use.rented})
            out.push_back(std::move(cell));
        return out;
    }

    class UsageRows final : public RowSource {
    public:
        UsageRows(UnitUses uses, RoomsOfUnit rooms)
            : m_uses(std::move(uses))
            , m_rooms(std::move(rooms))
        {
        }

        bool next(ReportRow& row) override
        {
            UnitSpaceUse use;
            if (!m_uses(use))
                return false;
            row.key = m_rooms ? use.unit.unit.code : std::string();
            std::size_t at = 0;
            const auto put = [&](Cell cell) { row.cells[at++] = std::move(cell); };
            put(++m_serial);
            put(textCell(use.unit.unit.name));
            for (Cell& figure : usageFigures(use))
                put(std::move(figure));
            put(textCell(remarkOf(use)));
            if (m_rooms)
                m_seen.push_back(std::move(use));
            return true;
        }

        std::optional<CellLines> linesOf(const CellKey& cell) override
        {
            if (!m_rooms || cell.column < 2)
                return std::nullopt;
            std::vector<CellLine> out;
            for (const UnitSpaceUse& use : m_seen)
                if (cell.column <= kRentedArea && (cell.row == kTotalKey || cell.row == use.unit.unit.code))
                    addLines(out, use, cell.column);
            return heldLines(std::move(out));
        }

    private:
        void addLines(std::vector<CellLine>& out, const UnitSpaceUse& use, std::size_t column) const
        {
            const std::string& unit = use.unit.unit.name;
            const auto tell = [&](std::string name, std::string note, Cell value) {
                out.push_back({{}, std::move(name), unit, std::move(note), std::move(value), {}});
            };
            const Cell whole = usageFigures(use)[column - 2];
            if (column < kFirstRank)
                return tell("登记的人数", {}, whole);
            if (column < kSeconded) {
                for (const RankCount& one : use.unit.people) {
                    UnitFacts alone;
                    alone.level = use.unit.level;
                    alone.people = {one};
                    tell(one.rank, "在职", sumUp(alone, {}).ranks.at(column - kFirstRank));
                }
                return;
            }
            if (column >= kLimitOffice && column < kOverOffice) {
                if (!use.limit)
                    return;
                if (column != kLimitOffice)
                    return tell("按标准计算", "编制 " + std::to_string(use.unit.established) + " 人", whole);
                for (const PostLine& post : use.limit->posts)
                    tell(post.post, std::to_string(post.posts) + " × " + post.limit.toString() + " ㎡",
                        post.area());
                return;
            }
            const bool isOver = column == kOverOffice || column == kOverService;
            if (isOver && amountOf(whole) == 0)
                return;
            const std::size_t ofRooms = column == kOverOffice ? kOfficeArea
                : column == kOverService                      ? kServiceArea
                                                              : column;
            UnitFacts alone;
            alone.level = use.unit.level;
            for (const RoomLine& room : m_rooms(use.unit.unit)) {
                const Cell value = usageFigures(sumUp(alone, std::span(&room, 1)))[ofRooms - 2];
                out.push_back({room.room.code, room.building.name + " " + room.room.name, unit,
                    std::string(tokenRow(kRoomKinds, room.kind).nameZh), value, {}});
            }
            if (isOver)
                tell("核定面积", "减", Area::fromHundredths(-amountOf(usageFigures(use)[column - 2 - 3])));
        }

        UnitUses m_uses;
        RoomsOfUnit m_rooms;
        std::vector<UnitSpaceUse> m_seen;
        std::int64_t m_serial = 0;
    };

} // namespace

StreamedReport spaceUsageReport(const PremisesHead& head, UnitUses uses, RoomsOfUnit rooms)
{
    Report report = reportOfPremises(kSpaceUsageReport.titleZh, head);
    report.notes.push_back("面积均为使用面积；借调、聘用、离退休人员不计入核定面积");
    report.columns = usageColumns();
    return {std::move(report), std::make_unique<UsageRows>(std::move(uses), std::move(rooms))};
}

} // namespace guanwu
