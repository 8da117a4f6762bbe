#pragma once

#include "reports/model/columns.h"

#include <functional>

namespace guanwu::test {

/// Rows made by a function from their index; `count` of them.
class MadeRows final : public RowSource {
public:
    MadeRows(std::int64_t count, std::function<void(std::int64_t, ReportRow&)> fill)
        : m_count(count)
        , m_fill(std::move(fill))
    {
    }
    bool next(ReportRow& row) override
    {
        if (m_next == m_count)
            return false;
        m_fill(m_next++, row);
        return true;
    }

private:
    std::int64_t m_count;
    std::function<void(std::int64_t, ReportRow&)> m_fill;
    std::int64_t m_next = 0;
};

/// Serial number, name, amount, remark.
[[nodiscard]] inline Report smallReport()
{
    Report report;
    report.title = "样表";
    report.preparer = "某单位";
    report.period = "基准日：2022-09-30";
    report.asOf = std::chrono::year(2022) / 9 / 30;
    report.columns = {repeatedColumn("序号", CellKind::Integer, 5), textColumn("名称", 20),
        moneyColumn("金额"), textColumn("备注", 20)};
    report.signatures = {"填表人"};
    return report;
}

inline void fillSmallRow(std::int64_t index, ReportRow& row)
{
    row.cells[0] = index + 1;
    setText(row.cells[1], "台式计算机 " + std::to_string(index));
    row.cells[2] = Money::fromFen(index * 100 + 5);
    setText(row.cells[3], "一号楼305室，\"靠窗\"");
}

} // namespace guanwu::test
