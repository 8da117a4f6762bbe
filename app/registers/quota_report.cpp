#include "app/registers/quota_report.h"

#include "core/values/ratio.h"
#include "reports/model/columns.h"

#include <algorithm>

namespace guanwu {

namespace {

    using Line = std::pair<Fleet::Key, Fleet::Count>;

    class QuotaRows final : public RowSource {
    public:
        QuotaRows(std::vector<Line> lines, const RegisterField& use, VisitVehicles visit, Day today)
            : m_lines(std::move(lines))
            , m_use(use)
            , m_visit(std::move(visit))
            , m_today(today)
        {
        }
        bool next(ReportRow& row) override
        {
            if (m_at == m_lines.size())
                return false;
            const auto& [key, count] = m_lines[m_at++];
            row.key = keyOf(key);
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
            row.cells[kRate] = rateOf(count.fitted, count.vehicles);
            return true;
        }

        void close(ReportEnd& end) override
        {
            std::int64_t fitted = 0;
            std::int64_t vehicles = 0;
            for (const auto& [key, count] : m_lines) {
                fitted += count.fitted;
                vehicles += count.vehicles;
            }
            if (!end.totals.empty())
                end.totals[kRate] = rateOf(fitted, vehicles);
        }

        std::optional<CellLines> linesOf(const CellKey& cell) override
        {
            std::vector<CellLine> out;
            const bool isOver = cell.column == kOver;
            for (const auto& [key, count] : m_lines) {
                if (cell.row != kTotalKey && cell.row != keyOf(key))
                    continue;
                if (cell.column == kQuota && count.quota)
                    out.push_back({key.unit, "登记的编制数", key.unitName, kindName(key), *count.quota, {}});
                if (isOver && count.quota && count.vehicles > *count.quota) {
                    addVehicles(out, cell, &key, kVehicles);
                    out.push_back({key.unit, "登记的编制数", key.unitName, "减", -*count.quota, {}});
                }
            }
            if (cell.column != kQuota && !isOver)
                addVehicles(out, cell, nullptr, cell.column);
            return heldLines(std::move(out));
        }

    private:
        static constexpr std::size_t kQuota = 4;
        static constexpr std::size_t kVehicles = 5;
        static constexpr std::size_t kOver = 6;
        static constexpr std::size_t kFitted = 7;
        static constexpr std::size_t kRate = 9;

        static Cell rateOf(std::int64_t part, std::int64_t whole)
        {
            const auto percent = percentOf(part, whole);
            return percent ? Cell(Percent {*percent}) : Cell();
        }

        static std::string keyOf(const Fleet::Key& key)
        {
            return key.unit + "/" + key.unitName + "/" + key.kind;
        }
        [[nodiscard]] std::string kindName(const Fleet::Key& key) const
        {
            return key.kind.empty() ? std::string("未填报") : shownText(m_use, key.kind, true);
        }

        /// The vehicles of one line of the report, or of all of them, as each counts on its own.
        void addVehicles(
            std::vector<CellLine>& out, const CellKey& cell, const Fleet::Key* only, std::size_t column) const
        {
            m_visit([&](const RegisterEntry& vehicle) {
                Fleet alone(m_today);
                alone.addVehicle(vehicle);
                if (alone.counts().empty())
                    return;
                const auto& [key, count] = *alone.counts().begin();
                const bool isShown = std::any_of(m_lines.begin(), m_lines.end(),
                    [&key = key](const Line& line) { return line.first == key; });
                if (!isShown || (only && !(key == *only))
                    || (cell.row != kTotalKey && cell.row != keyOf(key)))
                    return;
                out.push_back({vehicle.entryNo, vehicle.text("plate_no"), key.unitName, kindName(key),
                    column == kVehicles                        ? count.vehicles
                        : column == kFitted || column == kRate ? count.fitted
                                                               : count.exempt,
                    column == kRate ? Cell(count.vehicles) : Cell()});
            });
        }

        std::vector<Line> m_lines;
        const RegisterField& m_use;
        VisitVehicles m_visit;
        Day m_today;
        std::size_t m_at = 0;
    };

} // namespace

StreamedReport quotaReport(
    Report head, const Fleet& fleet, const std::vector<std::string>& units, VisitVehicles visit, Day today)
{
    std::vector<Line> lines;
    for (const auto& [key, count] : fleet.counts())
        if (units.empty() || std::find(units.begin(), units.end(), key.unit) != units.end())
            lines.emplace_back(key, count);
    head.columns = {repeatedColumn("序号", CellKind::Integer, 5), textColumn("单位编码", 10),
        textColumn("单位", 22), textColumn("公务用车类别", 20), countColumn("编制数", 8),
        countColumn("实有数", 8), countColumn("超编数", 8), countColumn("已装定位终端", 9),
        countColumn("免装", 8), percentColumn("安装率", 9)};
    return {std::move(head),
        std::make_unique<QuotaRows>(std::move(lines), *mainType(RegisterKind::Vehicles).field("official_use"),
            std::move(visit), today)};
}

} // namespace guanwu
