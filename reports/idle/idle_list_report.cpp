#include "reports/idle/idle_reports.h"

#include "core/reference/classification.h"
#include "core/values/calendar.h"
#include "reports/catalog.h"
#include "reports/inventory/inventory_head.h"
#include "reports/model/columns.h"

#include <algorithm>
#include <array>
#include <map>

namespace guanwu {

namespace {

    Column areaColumn(std::string heading)
    {
        Column column = moneyColumn(std::move(heading));
        column.kind = CellKind::Area;
        column.unit = "㎡";
        column.width = 10;
        return column;
    }

    /// Where the columns stand that a line of the summary has.
    enum Place : std::size_t {
        GroupedBy = 1, ///< 使用单位
        Entity = 2,
        Name = 4,
        Class = 5,
        Quantity = 7,
        FloorArea,
        LandShare,
        Original,
        Accumulated,
        Net,
        Way = 20,
        Remark = 22
    };

    std::vector<Column> idleColumns()
    {
        return {repeatedColumn("序号", CellKind::Integer, 5), textColumn("使用单位", 16),
            textColumn("会计主体", 16), repeatedColumn("资产编号", CellKind::Text, 13),
            repeatedColumn("资产名称", CellKind::Text, 16), textColumn("分类", 14),
            textColumn("规格型号或坐落", 16), countColumn("数量", 6), areaColumn("建筑面积"),
            areaColumn("土地分摊面积"), moneyColumn("原值"), moneyColumn("累计折旧"), moneyColumn("净值"),
            dateColumn("闲置起始日"), numberColumn("闲置月数", 8), textColumn("闲置原因", 12),
            textColumn("现状", 8), textColumn("安全等级", 8), textColumn("权属状况", 20),
            textColumn("抵押查封", 8), textColumn("拟处置方式", 12), textColumn("责任单位", 14),
            textColumn("备注", 14)};
    }

    /// Certificate number, 容缺, or that there is none; nothing for movable goods.
    std::string titleText(const IdleLine& line)
    {
        if (!line.isEstate())
            return {};
        if (line.certificateNo.empty())
            return "无";
        return line.certificateNo + (line.isCertificateIncomplete ? "（容缺）" : "");
    }

    void setArea(Cell& cell, Area area)
    {
        if (area > Area())
            cell = area;
        else
            cell = std::monostate();
    }

    enum Sheet : std::uint32_t { EstateSheet, MovablesSheet, SummarySheet };

    /// What the lines of a unit, a class or a way come to.
    struct Group {
        std::int64_t things = 0;
        std::int64_t quantity = 0;
        Area floorArea;
        Area landShare;
        Money original;
        Money accumulated;

        void add(const IdleLine& line, Money accumulatedOfLine)
        {
            ++things;
            quantity += line.quantity;
            floorArea += line.floorArea;
            landShare += line.landShare;
            original += line.original;
            accumulated += accumulatedOfLine;
        }
    };

    class IdleRows final : public RowSource {
    public:
        IdleRows(const IdleHead& head, std::function<IdleLines()> lines)
            : m_head(head)
            , m_open(std::move(lines))
            , m_lines(m_open())
        {
        }

        bool next(ReportRow& row) override
        {
            if (!m_isRead && m_lines(m_line)) {
                writeLine(row);
                return true;
            }
            if (!m_isRead) {
                m_isRead = true;
                m_next = m_groups.cbegin();
            }
            if (m_next == m_groups.cend())
                return false;
            writeGroup(row, m_next->first, m_next->second);
            ++m_next;
            return true;
        }

        void close(ReportEnd& end) override
        {
            end.checks.push_back({m_serial == m_head.totals.things && m_original == m_head.totals.original,
                "明细 " + countText(m_serial) + " 项 " + yuanText(m_original) + " = 台账 "
                    + countText(m_head.totals.things) + " 项 " + yuanText(m_head.totals.original)});
        }

        std::optional<CellLines> linesOf(const CellKey& cell) override
        {
            if (cell.column < Quantity || cell.column > Net)
                return std::nullopt;
            return CellLines {[lines = m_open(), asOf = m_head.asOf, cell](CellLine& out) {
                for (IdleLine line; lines(line);) {
                    const auto keys = keysOf(line);
                    const bool isIn = cell.row == kTotalKey
                        || std::any_of(keys.begin(), keys.end(),
                            [&](const Key& key) { return textOf(key) == cell.row; });
                    if (!isIn)
                        continue;
                    Group one;
                    one.add(line, line.schedule.accumulatedAt(asOf.year() / asOf.month()));
                    std::vector<Cell> cells(Remark + 1);
                    writeFigures(cells, one);
                    out = {line.assetNo, line.name, line.unitName, "闲置始于 " + formatDate(line.idleSince),
                        std::move(cells[cell.column]), {}};
                    if (!addsNothing(out))
                        return true;
                }
                return false;
            }};
        }

    private:
        enum class By : std::uint8_t { Unit, Class, Way };
        using Key = std::pair<By, std::string>;

        /// The groups that a line is in. Ways are ordered as their table is.
        static std::array<Key, 3> keysOf(const IdleLine& line)
        {
            return {{{By::Unit, line.unitName}, {By::Class, line.classCode.substr(0, kTopClassLength)},
                {By::Way, std::string(1, static_cast<char>(line.note.way))}}};
        }
        static std::string textOf(const Key& key)
        {
            switch (key.first) {
            case By::Unit:
                return "unit:" + key.second;
            case By::Class:
                return "class:" + key.second;
            case By::Way:
                break;
            }
            return "way:" + std::string(kProposedWays[static_cast<std::size_t>(key.second.front())].token);
        }

        void writeLine(ReportRow& row)
        {
            row.role = RowRole::Line;
            row.sheet = m_line.isEstate() ? EstateSheet : MovablesSheet;
            const Money accumulated
                = m_line.schedule.accumulatedAt(m_head.asOf.year() / m_head.asOf.month());
            const bool isNoted = m_line.note.revision > 0;
            for (const Key& key : keysOf(m_line))
                m_groups[key].add(m_line, accumulated);
            row.key.clear();
            std::size_t at = 0;
            const auto text = [&](std::string_view value) { setText(row.cells[at++], value); };
            row.cells[at++] = ++m_serial;
            text(m_line.usingUnitName);
            text(m_line.unitName);
            text(m_line.assetNo);
            text(m_line.name);
            text(classText(m_line.classCode, std::string(Classification::edition2022().nameOf(m_line.classCode))));
            text(m_line.isEstate() ? m_line.location : m_line.model);
            row.cells[at++] = m_line.quantity;
            setArea(row.cells[at++], m_line.floorArea);
            setArea(row.cells[at++], m_line.landShare);
            row.cells[at++] = m_line.original;
            m_original += m_line.original;
            row.cells[at++] = accumulated;
            row.cells[at++] = m_line.original - accumulated;
            row.cells[at++] = m_line.idleSince;
            row.cells[at++] = fullMonthsBetween(m_line.idleSince, m_head.asOf);
            text(isNoted ? tokenRow(kIdleReasons, m_line.note.reason).nameZh : std::string_view());
            text(isNoted ? tokenRow(kIdleConditions, m_line.note.condition).nameZh : std::string_view());
            text(m_line.safety ? tokenRow(kSafetyGrades, *m_line.safety).nameZh : std::string_view());
            text(titleText(m_line));
            text(m_line.isSealed ? (m_line.isMortgaged ? "抵押、查封" : "查封") : m_line.isMortgaged ? "抵押" : "");
            text(tokenRow(kProposedWays, m_line.note.way).nameZh);
            text(m_line.note.responsible);
            text(m_line.note.remark);
        }

        /// 其中 of the lines above: the columns that name one thing are empty.
        static void writeGroup(ReportRow& row, const Key& key, const Group& group)
        {
            row.role = RowRole::OfWhich;
            row.sheet = SummarySheet;
            row.key = textOf(key);
            row.cells.assign(row.cells.size(), Cell());
            switch (key.first) {
            case By::Unit:
                setText(row.cells[GroupedBy], "按单位");
                setText(row.cells[Entity], key.second);
                break;
            case By::Class:
                setText(row.cells[GroupedBy], "按分类");
                setText(row.cells[Class],
                    classText(key.second, std::string(Classification::edition2022().nameOf(key.second + "000000"))));
                break;
            case By::Way:
                setText(row.cells[GroupedBy], "按拟处置方式");
                setText(row.cells[Way],
                    kProposedWays[static_cast<std::size_t>(key.second.front())].nameZh);
                break;
            }
            writeFigures(row.cells, group);
            setText(row.cells[Name], "共 " + countText(group.things) + " 项");
        }

        static void writeFigures(std::vector<Cell>& cells, const Group& group)
        {
            cells[Quantity] = group.quantity;
            setArea(cells[FloorArea], group.floorArea);
            setArea(cells[LandShare], group.landShare);
            cells[Original] = group.original;
            cells[Accumulated] = group.accumulated;
            cells[Net] = group.original - group.accumulated;
        }

        static constexpr std::size_t kTopClassLength = 3; ///< A02

        IdleHead m_head;
        std::function<IdleLines()> m_open;
        IdleLines m_lines;
        IdleLine m_line;
        std::int64_t m_serial = 0;
        Money m_original;
        std::map<Key, Group> m_groups;
        std::map<Key, Group>::const_iterator m_next;
        bool m_isRead = false;
    };

} // namespace

StreamedReport idleListReport(const IdleHead& head, std::function<IdleLines()> lines)
{
    Report report;
    report.title = std::string(kIdleListReport.titleZh);
    report.preparer = head.preparer;
    report.period = "基准日：" + formatDate(head.asOf);
    report.asOf = head.asOf;
    report.moneyUnit = head.moneyUnit;
    report.notes.push_back(
        "闲置满 " + std::to_string(head.termMonths) + " 个月列入处置（依据：" + head.termBasis + "）");
    report.columns = idleColumns();
    report.sheets = {"不动产", "动产", "按单位、分类和方式汇总"};
    report.signatures = {"单位负责人", "财务负责人", "资产管理员", "复核人", "填表日期", "联系电话"};
    return {std::move(report), std::make_unique<IdleRows>(head, std::move(lines))};
}

} // namespace guanwu
