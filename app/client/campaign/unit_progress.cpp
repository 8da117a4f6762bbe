#include "app/client/campaign/unit_progress.h"

#include "app/client/campaign/campaign_words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    qint64 whole(const QJsonObject& json, QLatin1StringView key) { return json[key].toInteger(); }

} // namespace

UnitProgress UnitProgress::of(const QJsonObject& json)
{
    UnitProgress out;
    out.unit = json["unit"_L1].toString();
    out.name = json["name"_L1].toString();
    out.parent = json["parent"_L1].toString();
    out.state = json["state"_L1].toString();
    out.recount = json["recount"_L1].toString();
    out.stale = json["stale"_L1].toBool();
    out.stuck = json["stuck"_L1].toBool();
    out.revision = whole(json, "revision"_L1);
    out.lines = whole(json, "lines"_L1);
    out.checked = whole(json, "checked"_L1);
    out.matchRate = whole(json, "match_rate"_L1);
    out.findings = whole(json, "findings"_L1);
    out.quarantined = whole(json, "quarantined"_L1);
    out.last15 = whole(json, "last_15_minutes"_L1);
    out.last60 = whole(json, "last_60_minutes"_L1);
    out.lastEventAt = instantOf(json["last_event_at"_L1].toString());
    const QJsonObject forecast = json["forecast"_L1].toObject();
    out.forecast = forecast["kind"_L1].toString();
    out.forecastAt = instantOf(forecast["at"_L1].toString());
    const QJsonObject results = json["results"_L1].toObject();
    for (auto one = results.begin(); one != results.end(); ++one)
        out.results.insert(one.key(), one.value().toInteger());
    return out;
}

bool UnitProgress::isSigned() const { return stateRank(state) >= stateRank(u"unit_checked"_s); }

std::vector<UnitProgress> unitsOf(const QJsonObject& progress)
{
    std::vector<UnitProgress> out;
    const QJsonArray units = progress["units"_L1].toArray();
    out.reserve(static_cast<std::size_t>(units.size()));
    for (const QJsonValue& unit : units)
        out.push_back(UnitProgress::of(unit.toObject()));
    return out;
}

} // namespace guanwu
