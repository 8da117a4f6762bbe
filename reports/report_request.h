#pragma once

#include "core/registry/asset_card.h"
#include "reports/model/cell.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace guanwu {

/// What somebody asks a report for. A report reads of it what its entry in the catalogue takes.
struct ReportRequest {
    std::string name; ///< of the catalogue
    std::vector<std::string> units; ///< codes; empty = every unit of the scope
    bool withSubordinates
        = false; ///< the one unit that is named, and those below it: a department and its units
    std::string task; ///< number of a count
    std::string document; ///< number
    std::string asset; ///< asset number
    Day asOf {}; ///< day the report stands for; today where nobody said another
    std::optional<std::chrono::year_month> month;
    std::optional<std::chrono::year_month> from; ///< first month; default: `month`
    std::optional<int> year;
    bool onlyFindings = false; ///< those of which something is to be said: late, overdue, above a limit
    std::string preparer; ///< 编制单位
    std::string bureau; ///< who makes the reports of the city, as configured; empty = as the records tell
    std::optional<MoneyUnit> moneyUnit; ///< default: yuan; a city summary with a head in 万元
    /// Whether what is made says in a head what its figures mean; a CSV does not, so there amounts are yuan and
    /// groups have no sums.
    bool hasHead = true;

    [[nodiscard]] std::string oneUnit() const { return units.empty() ? std::string() : units.front(); }
};

} // namespace guanwu
