#pragma once

#include "reports/overview/overview_report.h"

namespace guanwu {

/// Opens the things that an indicator counts.
using IndicatorItems = std::function<std::function<bool(IndicatorItem& item)>(Indicator)>;

/// Key of the row of an indicator, here and in the yearly report.
[[nodiscard]] std::string indicatorKey(Indicator indicator);
/// The indicator of such a key; nullopt for another.
[[nodiscard]] std::optional<Indicator> indicatorOfKey(std::string_view key);
/// The figure that opens what an indicator counts, as cellKeyText() says it.
[[nodiscard]] std::string indicatorCell(Indicator indicator);
/// What an indicator counts as the lines behind its rate.
[[nodiscard]] CellLines linesOfRate(Indicator indicator, std::function<bool(IndicatorItem& item)> items);

/// 资产管理五项指标表 (ours): each indicator with how it is computed, how many things and what value fulfil
/// it, of how many. Nothing is added up across indicators.
[[nodiscard]] StreamedReport indicatorReport(
    const std::string& preparer, MoneyUnit moneyUnit, const Overview& overview, IndicatorItems items);

} // namespace guanwu
