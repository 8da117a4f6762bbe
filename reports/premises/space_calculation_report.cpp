#include "reports/catalog.h"
#include "reports/model/columns.h"
#include "reports/premises/premises_rows.h"

namespace guanwu {

namespace {

    Column plainArea(std::string heading)
    {
        Column column = areaSumColumn(std::move(heading));
        column.total = Total::None; // lines, sums and floor area stand below each other
        return column;
    }

    std::vector<Column> calculationColumns()
    {
        return {repeatedColumn("单位名称", CellKind::Text, 20), textColumn("级别", 24),
            numberColumn("编制数", 7), plainArea("标准"), plainArea("面积"), textColumn("说明", 26)};
    }

    class CalculationRows final : public RowSource {
    public:
        explicit CalculationRows(UnitsFacts units)
            : m_units(std::move(units))
        {
        }

        bool next(ReportRow& row) override
        {
            while (m_next == m_lines.size()) {
                UnitFacts unit;
                if (!m_units(unit))
                    return false;
                calculate(unit);
            }
            row.cells = m_lines[m_next++];
            return true;
        }

        void close(ReportEnd& end) override
        {
            setText(end.totals[1], std::to_string(m_count) + " 个单位");
            end.checks.push_back(
                {m_differing == 0, "各级编制合计 = 编制数：不符 " + std::to_string(m_differing) + " 家"});
        }

    private:
        void add(const UnitFacts& unit, std::string_view name, Cell posts, Cell limit, Cell area,
            std::string_view note = {})
        {
            m_lines.push_back({textCell(unit.unit.name), textCell(name), std::move(posts), std::move(limit),
                std::move(area), textCell(note)});
        }

        void calculate(const UnitFacts& unit)
        {
            m_lines.clear();
            m_next = 0;
            ++m_count;
            const auto found = calculateSpace(unit);
            if (!found) {
                add(unit, "面积标准未定", unit.established, Cell(), Cell());
                return;
            }
            std::int64_t posts = 0;
            for (const PostLine& line : found->posts) {
                posts += line.posts;
                if (line.posts > 0)
                    add(unit, line.post, line.posts, line.limit, line.area());
            }
            m_differing += posts != unit.established;
            const UnitSpace& space = found->space;
            add(unit, "办公室小计", posts, Cell(), space.offices,
                unit.posts.empty() ? "领导按在职人数，其余按编制" : "按职级编制");
            add(unit, "服务用房", posts, Cell(), space.service);
            add(unit, "设备用房", Cell(), Cell(), space.equipment, "办公室与服务用房之和的 9%");
            add(unit, "基本办公用房使用面积", Cell(), Cell(), space.net);
            add(unit, "基本办公用房建筑面积", Cell(), Cell(), space.mainFloor, "多层建筑，K 不低于 0.65");
            add(unit, "附属用房建筑面积", Cell(), Cell(), space.ancillary, "食堂；车库等另计");
            add(unit, "建筑面积合计", Cell(), Cell(), space.floor);
        }

        UnitsFacts m_units;
        std::vector<std::vector<Cell>> m_lines;
        std::size_t m_next = 0;
        std::int64_t m_count = 0;
        std::int64_t m_differing = 0;
    };

} // namespace

StreamedReport spaceCalculationReport(const PremisesHead& head, UnitsFacts units)
{
    Report report = reportOfPremises(kSpaceCalculationReport.titleZh, head);
    report.notes.push_back("依据：发改投资〔2014〕2674号；各项为上限，面积逐项四舍五入一次");
    report.columns = calculationColumns();
    return {std::move(report), std::make_unique<CalculationRows>(std::move(units))};
}

} // namespace guanwu
