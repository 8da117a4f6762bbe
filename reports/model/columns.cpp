#include "reports/model/columns.h"

namespace guanwu {

namespace {

    constexpr double kDateWidth = 10;
    constexpr double kMoneyWidth = 13;
    constexpr double kAreaWidth = 10;

    Column column(
        std::string group, std::string heading, CellKind kind, double width, Total total = Total::None)
    {
        return {std::move(group), std::move(heading), {}, {}, kind, width, total, Repeat::Once};
    }

} // namespace

Column repeatedColumn(std::string heading, CellKind kind, double width)
{
    Column made = column({}, std::move(heading), kind, width);
    made.repeat = Repeat::EveryPage;
    return made;
}

Column textColumn(std::string heading, double width, std::string group)
{
    return column(std::move(group), std::move(heading), CellKind::Text, width);
}

Column dateColumn(std::string heading, std::string group)
{
    return column(std::move(group), std::move(heading), CellKind::Date, kDateWidth);
}

Column numberColumn(std::string heading, double width, std::string group)
{
    return column(std::move(group), std::move(heading), CellKind::Integer, width);
}

Column countColumn(std::string heading, double width, std::string group)
{
    return column(std::move(group), std::move(heading), CellKind::Integer, width, Total::Sum);
}

Column percentColumn(std::string heading, double width)
{
    return column({}, std::move(heading), CellKind::Percent, width);
}

Column moneyColumn(std::string heading, std::string group, std::string csvHeading)
{
    Column made = column(std::move(group), std::move(heading), CellKind::Money, kMoneyWidth, Total::Sum);
    made.csvHeading = std::move(csvHeading);
    return made;
}

Column areaSumColumn(std::string heading, std::string group, std::string csvHeading)
{
    Column made = column(std::move(group), std::move(heading), CellKind::Area, kAreaWidth, Total::Sum);
    made.csvHeading = std::move(csvHeading);
    made.unit = "㎡";
    return made;
}

Column estimateColumn(std::string heading)
{
    return column({}, std::move(heading), CellKind::Money, kMoneyWidth, Total::SumOfKnown);
}

} // namespace guanwu
