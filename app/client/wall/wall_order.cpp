#include "app/client/wall/wall_order.h"

#include "app/client/campaign/campaign_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace guanwu {

bool WallFilter::shows(const UnitProgress& unit) const
{
    if (state == "stuck"_L1 ? !unit.stuck : !state.isEmpty() && unit.state != state)
        return false;
    return text.isEmpty() || unit.name.contains(text, Qt::CaseInsensitive)
        || unit.unit.contains(text, Qt::CaseInsensitive) || unit.parent.contains(text, Qt::CaseInsensitive);
}

std::vector<std::size_t> wallOrder(
    const std::vector<UnitProgress>& units, WallSort sort, const WallFilter& filter)
{
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < units.size(); ++i)
        if (filter.shows(units[i]))
            out.push_back(i);
    const auto by = [&](const auto& key) {
        std::stable_sort(out.begin(), out.end(),
            [&](std::size_t a, std::size_t b) { return key(units[a]) < key(units[b]); });
    };
    switch (sort) {
    case WallSort::ByUnit:
        break;
    case WallSort::ByProgress: // who is behind comes first
        by([](const UnitProgress& unit) { return std::pair(stateRank(unit.state), unit.share()); });
        break;
    case WallSort::StuckFirst: // whom nobody has heard of for longest, then who has not begun
        by([](const UnitProgress& unit) {
            const int group = unit.stuck ? 0 : unit.isSigned() ? 3 : unit.isNotBegun() ? 1 : 2;
            return std::tuple(group, unit.lastEventAt.toSecsSinceEpoch());
        });
        break;
    case WallSort::ByPace:
        by([](const UnitProgress& unit) { return std::pair(-unit.last15, -unit.last60); });
        break;
    }
    return out;
}

std::vector<QString> shortNames(const std::vector<UnitProgress>& units)
{
    std::vector<QString> out;
    for (const UnitProgress& unit : units)
        out.push_back(unit.name);
    if (out.size() < 2)
        return out;
    const auto [least, most] = std::minmax_element(out.begin(), out.end());
    qsizetype same = 0;
    while (same < least->size() && (*least)[same] == (*most)[same])
        ++same;
    static const QString kinds = u"省市县区州盟旗"_s;
    if (same > 0 && kinds.contains((*least)[same - 1]))
        --same;
    for (QString& name : out)
        if (name.size() - same >= 2) {
            name.remove(0, same);
            // 市委 is the committee of a city, 市教育局 its bureau: only the first needs the sign, and so do
            // 市人大 and 市人民政府.
            const QStringView rest = QStringView(name).mid(1);
            const bool needsSign
                = rest.startsWith(u'委') || rest.startsWith(u"人大"_s) || rest.startsWith(u"人民"_s);
            if (name.size() > 3 && kinds.contains(name[0]) && !needsSign)
                name.remove(0, 1);
        }
    return out;
}

} // namespace guanwu
