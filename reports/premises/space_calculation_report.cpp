#include "core/values/ratio.h"
#include "reports/catalog.h"
#include "reports/model/columns.h"
#include "reports/premises/premises_rows.h"

#include <map>

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
            row.cells = std::move(m_lines[m_next].cells);
            row.key = std::move(m_lines[m_next++].key);
            return true;
        }

        void close(ReportEnd& end) override
        {
            setText(end.totals[1], std::to_string(m_count) + " 个单位");
            end.checks.push_back(
                {m_differing == 0, "各级编制合计 = 编制数：不符 " + std::to_string(m_differing) + " 家"});
        }

        std::optional<CellLines> linesOf(const CellKey& cell) override
        {
            const auto found = m_behind.find(cell.row);
            return found == m_behind.end() ? std::nullopt : std::optional(heldLines(found->second));
        }

    private:
        struct Line {
            std::vector<Cell> cells;
            std::string key;
        };
        /// What a sum is made of.
        struct Part {
            std::string name;
            Area area;
            std::string note {};
        };

        void add(const UnitFacts& unit, std::string_view name, Cell posts, Cell limit, Cell area,
            std::string_view note = {})
        {
            m_lines.push_back({{textCell(unit.unit.name), textCell(name), std::move(posts), std::move(limit),
                                   std::move(area), textCell(note)},
                {}});
        }

        /// The same for a sum, whose figure opens its parts.
        void addSum(const UnitFacts& unit, std::string_view name, Cell posts, Area area,
            std::vector<Part> parts, std::string_view note = {})
        {
            add(unit, name, std::move(posts), Cell(), area, note);
            std::string& key = m_lines.back().key;
            key = unit.unit.code + "/" + std::to_string(m_lines.size());
            for (Part& part : parts)
                m_behind[key].push_back(
                    {{}, std::move(part.name), unit.unit.name, std::move(part.note), part.area, {}});
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
            std::vector<Part> offices;
            for (const PostLine& line : found->posts)
                offices.push_back({line.post, line.area(),
                    std::to_string(line.posts) + " × " + line.limit.toString() + " ㎡"});
            addSum(unit, "办公室小计", posts, space.offices, std::move(offices),
                unit.posts.empty() ? "领导按在职人数，其余按编制" : "按职级编制");
            const std::string ofPosts = "编制 " + std::to_string(posts) + " 人，按标准计算";
            addSum(unit, "服务用房", posts, space.service, {{"服务用房", space.service, ofPosts}});
            // Rounded once for both together: the second takes what the first leaves.
            const Area equipped = Area::fromHundredths((space.offices + space.service).hundredths() == 0
                    ? 0
                    : roundedHalfUp(Int128 {space.equipment.hundredths()} * space.offices.hundredths(),
                        (space.offices + space.service).hundredths()));
            addSum(unit, "设备用房", Cell(), space.equipment,
                {{"办公室小计 " + space.offices.toString() + " ㎡", equipped, "× 9%"},
                    {"服务用房 " + space.service.toString() + " ㎡", space.equipment - equipped,
                        "× 9%，两项合计四舍五入一次"}},
                "办公室与服务用房之和的 9%");
            addSum(unit, "基本办公用房使用面积", Cell(), space.net,
                {{"办公室小计", space.offices}, {"服务用房", space.service}, {"设备用房", space.equipment}});
            addSum(unit, "基本办公用房建筑面积", Cell(), space.mainFloor,
                {{"基本办公用房使用面积", space.net},
                    {"结构、走道等", space.mainFloor - space.net, "使用面积 ÷ K − 使用面积"}},
                "多层建筑，K 不低于 0.65");
            addSum(unit, "附属用房建筑面积", Cell(), space.ancillary,
                {{"食堂", space.ancillary, "编制 " + std::to_string(unit.established) + " 人，按标准计算"}},
                "食堂；车库等另计");
            addSum(unit, "建筑面积合计", Cell(), space.floor,
                {{"基本办公用房建筑面积", space.mainFloor}, {"附属用房建筑面积", space.ancillary}});
        }

        UnitsFacts m_units;
        std::vector<Line> m_lines; ///< of the unit that is being read
        std::map<std::string, std::vector<CellLine>> m_behind; ///< by the key of the row
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
