#include "core/premises/place_names.h"
#include "core/premises/room_finding.h"
#include "core/values/ratio.h"
#include "reports/catalog.h"
#include "reports/model/columns.h"
#include "reports/premises/premises_rows.h"

namespace guanwu {

namespace {

    std::vector<Column> peopleColumns()
    {
        return {repeatedColumn("序号", CellKind::Integer, 5), textColumn("院落", 12), textColumn("楼栋", 10),
            textColumn("楼层", 6), repeatedColumn("房号", CellKind::Text, 10), textColumn("使用单位", 16),
            textColumn("科室", 10), repeatedColumn("姓名", CellKind::Text, 8), textColumn("职务", 10),
            textColumn("职级", 11), areaSumColumn("使用面积"), numberColumn("同室人数", 6),
            areaSumColumn("核定面积"), textColumn("是否超标", 6), areaSumColumn("超标面积"),
            textColumn("兼职用房", 6), textColumn("未整改原因", 13), textColumn("备注", 12)};
    }

    class PeopleRows final : public RowSource {
    public:
        explicit PeopleRows(RoomLines rooms)
            : m_rooms(std::move(rooms))
        {
        }

        bool next(ReportRow& row) override
        {
            if (m_next == m_room.seats.size() && !nextRoom())
                return false;
            const Seat& seat = m_room.seats[m_next];
            const bool isFirst = m_next == 0;
            std::size_t at = 0;
            const auto put = [&](Cell cell) { row.cells[at++] = std::move(cell); };
            put(++m_serial);
            put(textCell(m_place.compound));
            put(textCell(m_place.building));
            put(textCell(m_place.floor));
            put(textCell(m_place.room));
            put(textCell(m_room.usedBy.name));
            put(textCell(seat.department));
            put(textCell(seat.person.name));
            put(textCell(seat.post));
            put(textCell(seat.rank));
            put(isFirst ? Cell(m_room.usable) : Cell());
            put(static_cast<std::int64_t>(m_room.seats.size()));
            put(m_finding.isJudged ? Cell(m_finding.limits[m_next]) : Cell());
            put(textCell(!m_finding.isJudged ? "标准未定" : m_finding.isOver() ? "是" : "否"));
            put(isFirst && m_finding.isJudged ? Cell(m_finding.over) : Cell());
            put(textCell(seat.kind == SeatKind::Second ? "是" : ""));
            put(textCell(isFirst ? m_room.overReason : ""));
            put(textCell(remarkOf(seat, isFirst)));
            ++m_next;
            return true;
        }

        void close(ReportEnd& end) override
        {
            const std::int64_t each = m_offices == 0 ? 0 : roundedHalfUp(Int128 {m_serial} * 100, m_offices);
            setText(end.totals[1],
                std::to_string(m_offices) + " 间，" + std::to_string(m_serial) + " 人次，平均每间 "
                    + Area::fromHundredths(each).toString() + " 人");
        }

    private:
        bool nextRoom()
        {
            do {
                if (!m_rooms(m_room)) {
                    m_room.seats.clear();
                    m_next = 0;
                    return false;
                }
            } while (m_room.kind != RoomKind::Office || m_room.seats.empty());
            m_finding = judged(m_room);
            m_place = placeOf(m_room);
            m_next = 0;
            ++m_offices;
            return true;
        }

        std::string remarkOf(const Seat& seat, bool isFirst) const
        {
            std::vector<std::string> out;
            if (m_finding.isShared)
                out.emplace_back("共用");
            if (seat.kind == SeatKind::Seconded)
                out.emplace_back("借调聘用");
            if (!seat.inPost)
                out.emplace_back("已不在职");
            if (isFirst && m_finding.isOver())
                out.push_back(overGroundsZh(m_finding));
            return listed(out);
        }

        RoomLines m_rooms;
        RoomLine m_room;
        RoomFinding m_finding;
        RoomPlace m_place;
        std::size_t m_next = 0;
        std::int64_t m_serial = 0;
        std::int64_t m_offices = 0;
    };

} // namespace

StreamedReport spacePeopleReport(const PremisesHead& head, RoomLines rooms)
{
    Report report = reportOfPremises(kSpacePeopleReport.titleZh, head);
    report.notes.push_back("一室多人的面积记在首行；核定面积为上限，不是应得");
    report.columns = peopleColumns();
    return {std::move(report), std::make_unique<PeopleRows>(std::move(rooms))};
}

} // namespace guanwu
