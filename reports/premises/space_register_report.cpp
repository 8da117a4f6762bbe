#include "core/premises/place_names.h"
#include "core/premises/room_finding.h"
#include "reports/model/columns.h"
#include "reports/premises/premises_rows.h"

namespace guanwu {

namespace {

    std::vector<Column> registerColumns()
    {
        return {repeatedColumn("序号", CellKind::Integer, 5), textColumn("院落", 12), textColumn("楼栋", 10),
            textColumn("楼层", 6), repeatedColumn("房号", CellKind::Text, 10), textColumn("房间类别", 8),
            textColumn("服务用房细类", 8), areaSumColumn("使用面积"), areaSumColumn("分摊建筑面积"),
            textColumn("状态", 8), textColumn("持有单位", 16), textColumn("使用单位", 16),
            textColumn("证载权利人", 16), textColumn("使用凭证号", 16), countColumn("人数", 5),
            areaSumColumn("超标面积"), dateColumn("腾退期限")};
    }

    class RegisterRows final : public RowSource {
    public:
        explicit RegisterRows(RoomLines rooms)
            : m_rooms(std::move(rooms))
        {
        }

        bool next(ReportRow& row) override
        {
            RoomLine room;
            if (!m_rooms(room))
                return false;
            std::size_t at = 0;
            const auto put = [&](Cell cell) { row.cells[at++] = std::move(cell); };
            put(++m_serial);
            const RoomPlace place = placeOf(room);
            put(textCell(place.compound));
            put(textCell(place.building));
            put(textCell(place.floor));
            put(textCell(place.room));
            put(textCell(tokenRow(kRoomKinds, room.kind).nameZh));
            put(textCell(room.serviceKind));
            put(room.usable);
            put(areaCell(room.floorShare));
            put(textCell(tokenRow(kRoomStates, room.state).nameZh));
            put(textCell(room.heldBy.name));
            put(textCell(room.usedBy.name));
            put(textCell(joinedNames(room.onPaper)));
            put(textCell(room.useCertificate));
            put(static_cast<std::int64_t>(room.seats.size()));
            put(areaCell(judged(room).over));
            put(dayCell(room.vacateBy));
            return true;
        }

    private:
        RoomLines m_rooms;
        std::int64_t m_serial = 0;
    };

} // namespace

StreamedReport spaceRegisterReport(const PremisesHead& head, std::string_view title, RoomLines rooms)
{
    Report report = reportOfPremises(title, head);
    report.columns = registerColumns();
    return {std::move(report), std::make_unique<RegisterRows>(std::move(rooms))};
}

} // namespace guanwu
