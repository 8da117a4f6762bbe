#pragma once

#include "app/books/reconcile.h"
#include "reports/writers/report_writer.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace guanwu {

struct BookReportRequest {
    std::string name; ///< depreciation, movements, reconciliation or card
    std::vector<std::string> units; ///< codes; empty = every unit of the scope that posted the month
    std::chrono::year_month month {};
    std::optional<std::chrono::year_month> from; ///< first month of the movements; default: `month`
    std::string assetNo; ///< of the card
    std::string preparer;
    std::optional<MoneyUnit> moneyUnit;
    std::filesystem::path out;
};

/// What a count made of a unit, for the reconciliation; null = nothing was counted. The sheet has to live
/// until the next one is asked for.
using CountOfUnit = std::function<const CountedSheet*(const std::string& unitCode)>;

/// Writes one of the reports of the books, a unit at a time. Errors: report.name, unit.not_found,
/// books.not_posted, card.not_found, those of writeReport().
[[nodiscard]] Result<WrittenReport> writeBookReport(Session& session, const Scope& scope,
    const BookReportRequest& request, const std::string& taskNo, const CountOfUnit& counted);

} // namespace guanwu
