#pragma once

#include "reports/premises/premises_reports.h"

#include <functional>
#include <string_view>
#include <vector>

namespace guanwu {

/// The head that these reports share.
[[nodiscard]] Report reportOfPremises(std::string_view title, const PremisesHead& head);

[[nodiscard]] Cell dayCell(const std::optional<Day>& day);
[[nodiscard]] Cell areaCell(Area area); ///< empty for none
[[nodiscard]] Cell moneyCell(const std::optional<Money>& money);

/// Rows that are few enough to be held, with what closes them.
class HeldRows final : public RowSource {
public:
    HeldRows(std::vector<ReportRow> rows, std::function<void(ReportEnd&)> close)
        : m_rows(std::move(rows))
        , m_close(std::move(close))
    {
    }
    bool next(ReportRow& row) override;
    void close(ReportEnd& end) override;

private:
    std::vector<ReportRow> m_rows;
    std::function<void(ReportEnd&)> m_close;
    std::size_t m_next = 0;
};

/// Many texts or names as a cell shows them.
[[nodiscard]] std::string listed(const std::vector<std::string>& texts);
[[nodiscard]] std::string joinedNames(const std::vector<Reference>& many);

} // namespace guanwu
