// The wall of a campaign, without a screen.
#include "app/client/campaign/campaign_desk.h"
#include "app/client/gallery/fake_calls.h"
#include "app/client/wall/forecast.h"
#include "app/client/wall/wall_model.h"
#include "app/client/wall/wall_words.h"
#include "tests/qml/client_support.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

/// A Tuesday, while people work.
const QDateTime kNow(QDate(2026, 11, 24), QTime(10, 0));

UnitProgress counting(qint64 lines, qint64 checked, qint64 last15, qint64 last60)
{
    UnitProgress unit;
    unit.unit = u"U001"_s;
    unit.name = u"怀化市教育局"_s;
    unit.state = u"counting"_s;
    unit.lines = lines;
    unit.checked = checked;
    unit.last15 = last15;
    unit.last60 = last60;
    unit.lastEventAt = kNow.addSecs(-60);
    return unit;
}

QByteArray unitJson(const QByteArray& code, const QByteArray& name, int checked, bool stuck)
{
    return R"({"unit":")" + code + R"(","name":")" + name
        + R"(","parent":null,"state":"counting","stale":false,"revision":1,"lines":100,"checked":)"
        + QByteArray::number(checked) + R"(,"results":{"match":)" + QByteArray::number(checked)
        + R"(},"match_rate":0,"findings":0,"quarantined":0,"last_event_at":"2026-11-20T02:00:00Z",)"
          R"("last_15_minutes":1,"last_60_minutes":4,"stuck":)"
        + (stuck ? "true}" : "false}");
}

QString textAt(const WallModel& wall, int row, int role)
{
    return wall.data(wall.index(row), role).toString();
}

} // namespace

TEST_CASE("A forecast is told in words that promise no more than can be known", "[client]")
{
    UnitProgress unit = counting(200, 110, 15, 60);
    const auto told = [&](const QString& kind, const QDateTime& at = {}) {
        unit.forecast = kind;
        unit.forecastAt = at;
        return forecastText(unit, kNow);
    };
    CHECK(told(u"today"_s, kNow.addSecs(5'400)) == u"done about 11:30 today"_s);
    CHECK(told(u"later"_s, kNow.addDays(1)) == u"done tomorrow morning"_s);
    CHECK(told(u"later"_s, kNow.addDays(2)).contains(u"Thursday"_s));
    CHECK(told(u"later"_s, kNow.addDays(9)).contains(u"2026-12-03"_s));
    CHECK(told(u"too_far"_s) == u"not at this pace"_s);
    CHECK(told(u"signed"_s).isEmpty());
}

TEST_CASE("The wall sorts by unit, progress, who is stuck and pace", "[client]")
{
    std::vector<UnitProgress> units {counting(100, 90, 5, 20), counting(100, 10, 9, 30),
        counting(100, 50, 0, 0), counting(100, 100, 0, 0)};
    units[2].stuck = true;
    units[2].lastEventAt = kNow.addDays(-3);
    units[3].state = u"unit_checked"_s;
    using Order = std::vector<std::size_t>;
    CHECK(wallOrder(units, WallSort::ByUnit, {}) == Order {0, 1, 2, 3});
    CHECK(wallOrder(units, WallSort::ByProgress, {}) == Order {1, 2, 0, 3});
    CHECK(wallOrder(units, WallSort::StuckFirst, {}).front() == 2);
    CHECK(wallOrder(units, WallSort::ByPace, {}).front() == 1);
    CHECK(wallOrder(units, WallSort::ByUnit, {u"stuck"_s, {}}) == Order {2});
    CHECK(wallOrder(units, WallSort::ByUnit, {u"unit_checked"_s, {}}) == Order {3});
    CHECK(wallOrder(units, WallSort::ByUnit, {{}, u"u001"_s}).size() == 4);
    CHECK(wallOrder(units, WallSort::ByUnit, {{}, u"财政"_s}).empty());
}

TEST_CASE("A short name leaves out what all names begin with", "[client]")
{
    std::vector<UnitProgress> units(3);
    units[0].name = u"怀化市教育局"_s;
    units[1].name = u"怀化市委办公室"_s;
    units[2].name = u"怀化市财政局"_s;
    CHECK(shortNames(units) == std::vector<QString> {u"教育局"_s, u"市委办公室"_s, u"财政局"_s});
    units[1].name = u"怀化市人民检察院"_s;
    units[2].name = u"怀化市人力资源和社会保障局"_s;
    CHECK(shortNames(units)
        == std::vector<QString> {u"教育局"_s, u"市人民检察院"_s, u"人力资源和社会保障局"_s});
    units.resize(1);
    CHECK(shortNames(units).front() == u"怀化市教育局"_s);
}

TEST_CASE("A share is never rounded to all or to nothing", "[client]")
{
    CHECK(wholePercent(0.9999) == u"99 %"_s);
    CHECK(wholePercent(0.0001) == u"1 %"_s);
    CHECK(wholePercent(1) == u"100 %"_s);
    CHECK(wholePercent(0) == u"0 %"_s);
}

TEST_CASE("The wall reads all units in one call, and says what stands in the way of reading them", "[client]")
{
    FakeCalls calls;
    calls.answer("GET", u"/tasks/QC/progress"_s,
        R"({"units":[)" + unitJson("U001", "甲局", 20, false) + "," + unitJson("U002", "乙局", 80, true)
            + "]}");
    WallModel wall;
    wall.setCalls(&calls);
    wall.setTask(u"QC"_s);
    REQUIRE(waitUntil([&] { return wall.isLoaded(); }));
    CHECK(calls.requests() == QStringList {u"GET /tasks/QC/progress"_s});
    REQUIRE(wall.rowCount() == 2);
    CHECK(textAt(wall, 1, WallModel::FiguresRole) == u"80 / 100"_s);
    CHECK(textAt(wall, 1, WallModel::AlarmRole).contains(u"Stuck"_s));
    CHECK(wall.total()[u"percent"_s].toString() == u"50 %"_s);
    CHECK(wall.total()[u"stuckUnits"_s].toInt() == 1);

    wall.setSort(WallModel::Sort::StuckFirst);
    CHECK(textAt(wall, 0, WallModel::UnitRole) == u"U002"_s);
    wall.setSearch(u"甲"_s);
    CHECK(wall.rowCount() == 1);

    calls.setOffline(true);
    wall.refresh();
    REQUIRE(waitUntil([&] { return !wall.problem().isEmpty(); }));
    CHECK(wall.isLoaded()); // the old figures stay, with their age
    CHECK(wall.rowCount() == 1);
}

TEST_CASE("A freeze says in percent how many units are done, and nothing once it is over", "[client]")
{
    FakeCalls calls;
    calls.answer("GET", u"/tasks/QC2026"_s, R"({"task":"QC2026","state":"issued","revision":1})");
    calls.answer("POST", u"/tasks/QC2026/freeze"_s, R"({"task":"QC2026","state":"frozen","revision":2})");
    calls.answer("GET", u"/tasks/QC2026/sheets"_s,
        R"({"sheets":[{"unit":"U1","state":"frozen"},{"unit":"U2","state":"issued"},{"unit":"U3","state":"issued"},
            {"unit":"U4","state":"issued"}]})");
    calls.hold("POST", u"/freeze"_s);
    CampaignDesk desk;
    desk.setProperty("calls", QVariant::fromValue<Calls*>(&calls));
    desk.setTask(u"QC2026"_s);
    CHECK(desk.progress() < 0);
    desk.freeze();
    REQUIRE(waitUntil([&] { return desk.progress() >= 0; }));
    CHECK(desk.progress() == 0.25);
    CHECK(desk.progressText() == u"25 %, 1 of 4 units"_s);
    calls.release();
    REQUIRE(waitUntil([&] { return !desk.isBusy(); }));
    CHECK(desk.problem() == QString());
    CHECK(desk.progress() < 0);
    CHECK(desk.progressText() == QString());
}
