#pragma once

#include "reports/model/report.h"

namespace guanwu {

/// The usual columns, so that a report says no more than heading, width and block. Widths are digits of the
/// body font.

/// Printed again on every page that the columns go on to: serial number, number and name of the thing.
[[nodiscard]] Column repeatedColumn(std::string heading, CellKind kind, double width);
[[nodiscard]] Column textColumn(std::string heading, double width, std::string group = {});
[[nodiscard]] Column dateColumn(std::string heading, std::string group = {});
/// A whole number that is not added up, for example months left.
[[nodiscard]] Column numberColumn(std::string heading, double width, std::string group = {});
/// A whole number with its sum in the total row.
[[nodiscard]] Column countColumn(std::string heading, double width, std::string group = {});
/// A share, which is not added up: its total is up to the report.
[[nodiscard]] Column percentColumn(std::string heading, double width);
/// An amount with its sum in the total row.
[[nodiscard]] Column moneyColumn(std::string heading, std::string group = {}, std::string csvHeading = {});
/// An area in square metres with its sum in the total row.
[[nodiscard]] Column areaSumColumn(std::string heading, std::string group = {}, std::string csvHeading = {});
/// An amount that may be unknown: the total row stays empty when none is known.
[[nodiscard]] Column estimateColumn(std::string heading);

} // namespace guanwu
