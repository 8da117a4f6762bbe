#include "app/registers/quota_report.h"

#include "core/values/ratio.h"
#include "reports/model/columns.h"

#include <algorithm>

namespace guanwu {

namespace {

    using Line = std::pair<Fleet::Key, Fleet::Count>;

    class QuotaRows final : public RowSource {
    public:
        QuotaRows(std::vector<Line> lines, const RegisterField& use)
            : m_lines(std::move(lines))
            , m_use(use)
        {
        }
        bool next(ReportRow& row) override
        {
            if (m_at == m_lines.size())
                return false;
            const auto& [key, count] = m_lines[m_at++];
            row.cells[0] = static_cast<std::int64_t>(m_at);
            setText(row.cells[1], key.unit);
            setText(row.cells[2], key.unit.empty() ? std::string_view("登记在册的其他单位") : key.unitName);
            setText(
                row.cells[3], key.kind.empty() ? std::string("未填报") : shownText(m_use, key.kind, true));
            row.cells[4] = count.quota ? Cell(*count.quota) : Cell();
            row.cells[5] = count.vehicles;
            row.cells[6]
                = count.quota ? Cell(std::max<std::int64_t>(count.vehicles - *count.quota, 0)) : Cell();
            row.cells[7] = count.fitted;
            row.cells[8] = count.exempt;
            const std::string rate = percentText(count.fitted, count.vehicles);
            setText(row.cells[9], rate.empty() ? rate : rate + "%");
            return true;
        }

    private:
        std::vector<Line> m_lines;
        const RegisterField& m_use;
        std::size_t m_at = 0;
    };

} // namespace

StreamedReport quotaReport(Report head, const Fleet& fleet, const std::vector<std::string>& units)
{
    std::vector<Line> lines;
    for (const auto& [key, count] : fleet.counts())
        if (units.empty() || std::find(units.begin(), units.end(), key.unit) != units.end())
            lines.emplace_back(key, count);
    head.columns = {repeatedColumn("序号", CellKind::Integer, 5), textColumn("单位编码", 10),
        textColumn("单位", 22), textColumn("公务用车类别", 20), countColumn("编制数", 8),
        countColumn("实有数", 8), countColumn("超编数", 8), countColumn("已装定位终端", 9),
        countColumn("免装", 8), textColumn("安装率", 9)};
    return {std::move(head),
        std::make_unique<QuotaRows>(
            std::move(lines), *mainType(RegisterKind::Vehicles).field("official_use"))};
}

} // namespace guanwu
