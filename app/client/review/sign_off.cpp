#include "app/client/review/sign_off.h"

#include "app/client/campaign/campaign_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace guanwu {

std::vector<Blocker> blockersOf(const UnitProgress& unit, const QString& next, qint64 undecided)
{
    using enum Blocker::Kind;
    std::vector<Blocker> out;
    if (next.isEmpty())
        return out;
    const auto add = [&](Blocker::Kind kind, qint64 count, bool blocks) {
        if (count > 0)
            out.push_back({kind, count, blocks});
    };
    add(Doubt, unit.count(u"doubt"_s), true);
    add(Stale, unit.stale ? 1 : 0, false);
    add(Quarantine, unit.quarantined, false);
    if (next == "unit_checked"_L1)
        add(Unseen, unit.count(u"not_checked"_s), false);
    add(Undecided, undecided, false);
    add(Elsewhere, unit.findings, false);
    if (next == "bureau_checked"_L1)
        add(Recount, unit.recount == "complete"_L1 ? 0 : 1, false);
    std::stable_sort(
        out.begin(), out.end(), [](const Blocker& a, const Blocker& b) { return a.blocks && !b.blocks; });
    return out;
}

QString stateAfter(const QString& state)
{
    static const QStringList order {
        u"counting"_s, u"unit_checked"_s, u"dept_reviewed"_s, u"bureau_checked"_s, u"verified"_s};
    if (state == "frozen"_L1) // a unit without anything to count signs at once
        return order[1];
    const auto place = order.indexOf(state);
    return place < 0 || place + 1 >= order.size() ? QString() : order[place + 1];
}

} // namespace guanwu
