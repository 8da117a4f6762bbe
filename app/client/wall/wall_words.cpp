#include "app/client/wall/wall_words.h"

#include "app/client/campaign/campaign_words.h"
#include "app/client/wall/wall_model.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace guanwu {

QString shortStateWord(const QString& state)
{
    if (state == "frozen"_L1)
        return WallModel::tr("Not begun");
    if (state == "counting"_L1)
        return WallModel::tr("Counting");
    if (state == "unit_checked"_L1)
        return WallModel::tr("Signed by the unit");
    if (state == "dept_reviewed"_L1)
        return WallModel::tr("Reviewed");
    if (state == "bureau_checked"_L1)
        return WallModel::tr("Checked by the bureau");
    if (state == "verified"_L1)
        return WallModel::tr("Verified");
    return stateSign(state).word;
}

QString wholePercent(double share)
{
    int percent = static_cast<int>(std::lround(share * 100));
    if (share < 1 && percent == 100)
        percent = 99;
    if (share > 0 && percent == 0)
        percent = 1;
    return u"%1 %"_s.arg(percent);
}

QString paceText(const UnitProgress& unit)
{
    if (unit.last60 == 0)
        return WallModel::tr("no pace");
    return WallModel::tr("%1 in 15 min, %2 in 1 h").arg(unit.last15).arg(unit.last60);
}

QString agoText(const QDateTime& at, const QDateTime& now)
{
    if (!at.isValid())
        return WallModel::tr("never");
    const qint64 seconds = std::max<qint64>(0, at.secsTo(now));
    if (seconds < 10)
        return WallModel::tr("just now");
    if (seconds < 60)
        return WallModel::tr("%1 s ago").arg(seconds);
    if (seconds < 3600)
        return WallModel::tr("%1 min ago").arg(seconds / 60);
    if (seconds < 48 * 3600)
        return WallModel::tr("%1 h ago").arg(seconds / 3600);
    return WallModel::tr("%1 days ago").arg(seconds / 86400);
}

QString matchOfSeenText(qint64 match, qint64 checked)
{
    if (checked <= 0)
        return u"–"_s;
    return u"%1 %"_s.arg(static_cast<double>(match) * 100 / static_cast<double>(checked), 0, 'f', 1);
}

QString alarmText(const UnitProgress& unit)
{
    if (unit.stuck)
        return WallModel::tr("Stuck: nothing for two days");
    if (unit.quarantined > 0)
        return WallModel::tr("%n event(s) in quarantine", nullptr, static_cast<int>(unit.quarantined));
    return {};
}

QVariantMap totalOf(const std::vector<UnitProgress>& units)
{
    qint64 lines = 0, checked = 0, match = 0, surplus = 0, shortage = 0, last15 = 0, last60 = 0;
    int signedUnits = 0, stuck = 0, today = 0, begun = 0;
    for (const UnitProgress& unit : units) {
        lines += unit.lines;
        checked += unit.checked;
        match += unit.count(u"match"_s);
        surplus += unit.count(u"surplus"_s);
        shortage += unit.count(u"shortage"_s);
        last15 += unit.last15;
        last60 += unit.last60;
        signedUnits += unit.isSigned();
        stuck += unit.stuck;
        begun += !unit.isNotBegun();
        today += unit.forecast == "signed"_L1 || unit.forecast == "all_seen"_L1 || unit.forecast == "today"_L1;
    }
    const double share = lines == 0 ? 0 : double(checked) / double(lines);
    return {{u"units"_s, int(units.size())}, {u"signedUnits"_s, signedUnits}, {u"begunUnits"_s, begun},
        {u"stuckUnits"_s, stuck}, {u"throughToday"_s, today}, {u"share"_s, share},
        {u"percent"_s, wholePercent(share)},
        {u"figures"_s, u"%1 / %2"_s.arg(CampaignWords::count(checked), CampaignWords::count(lines))},
        {u"surplus"_s, surplus}, {u"shortage"_s, shortage}, {u"match"_s, matchOfSeenText(match, checked)},
        {u"pace"_s,
            WallModel::tr("%1 in 15 min, %2 in 1 h")
                .arg(CampaignWords::count(last15), CampaignWords::count(last60))}};
}

} // namespace guanwu
