// The review of a sheet against a real server.
#include "app/client/campaign/campaign_desk.h"
#include "app/client/campaign/unit_list.h"
#include "app/client/review/decision_desk.h"
#include "app/client/review/finding_evidence.h"
#include "tests/api/city_server.h"
#include "tests/qml/client_support.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

/// Calls of somebody who is logged in, over plain HTTP: what the client would send.
class HttpCalls final : public Calls {
public:
    explicit HttpCalls(HttpClient client)
        : m_client(std::move(client))
    {
    }
    QFuture<CallAnswer> send(const Call& call) override
    {
        std::string target = "/api/v1" + call.path.toStdString();
        if (!call.query.isEmpty())
            target += "?" + call.query.toString(QUrl::FullyEncoded).toStdString();
        std::vector<std::string> headers;
        std::string body;
        if (!call.json.isEmpty()) {
            body = QJsonDocument(call.json).toJson(QJsonDocument::Compact).toStdString();
            headers.emplace_back("Content-Type: application/json");
        }
        if (!call.ifMatch.isEmpty())
            headers.push_back("If-Match: " + call.ifMatch.toStdString());
        HttpReply reply = m_client.send(call.method.toStdString(), target, body, headers);
        CallAnswer answer;
        answer.status = reply.status;
        answer.bytes = QByteArray::fromStdString(reply.body);
        answer.etag = QString::fromStdString(reply.headers["etag"]);
        if (reply.status >= 400) {
            answer.code = QString::fromStdString(reply.code());
            answer.problem = answer.code;
        }
        return QtFuture::makeReadyFuture(answer);
    }

private:
    HttpClient m_client;
};

/// The server folds every five seconds, and the sheet shows what it last read: so it is read until it has the figure.
bool waitForCount(SheetView& sheet, const QString& result, qint64 count)
{
    for (int i = 0; i < 60; ++i) {
        sheet.reload();
        if (waitUntil([&] { return !sheet.isStale() && sheet.progress().count(result) == count; }, 1))
            return true;
    }
    return false;
}

} // namespace

TEST_CASE("What is decided at the desk is in the figures, and the signed sheet moves on", "[client][server]")
{
    CityServer server("sqlite");
    HttpCalls section(server.client("section", Role::AssetSection));
    HttpCalls officer(server.client("officer", Role::AssetOfficer, UnitId {1}));

    CampaignDesk campaign;
    campaign.setProperty("calls", QVariant::fromValue<Calls*>(&section));
    const auto step = [&](const auto& work) {
        work();
        REQUIRE(waitUntil([&] { return !campaign.isBusy(); }));
        REQUIRE(campaign.problem() == QString());
    };
    step([&] { campaign.create(u"QC2026"_s, u"2026 年清查"_s, u"2022-09-30"_s, {}); });
    campaign.setTask(u"QC2026"_s);
    step([&] { campaign.issue(); });
    step([&] { campaign.freeze(); });
    server.see(1, CityServer::number(100));
    server.see(2, CityServer::number(101));

    SheetView sheet;
    sheet.setProperty("maySign", true);
    sheet.setProperty("ownUnit", u"U001"_s);
    sheet.setCalls(&officer);
    sheet.setTask(u"QC2026"_s);
    sheet.setUnit(u"U001"_s);
    FindingList findings;
    findings.setKind(u"not_checked"_s);
    findings.setSheet(&sheet);
    DecisionDesk desk;
    desk.setProperty("findings", QVariant::fromValue(&findings));
    REQUIRE(waitUntil([&] { return sheet.isLoaded() && findings.count() == 1 && !findings.isLoading(); }));

    FindingEvidence evidence;
    evidence.setFindings(&findings);
    evidence.setKey(findings.keyAt(0));
    REQUIRE(waitUntil([&] { return !evidence.isLoading(); }));
    CHECK(evidence.problem() == QString());
    CHECK(evidence.history().empty());

    desk.decideLines(findings.keyAt(0), u"shortage"_s, u"丢失"_s, u"报损"_s);
    REQUIRE(waitUntil([&] { return !desk.isBusy(); }));
    CHECK(desk.problem() == QString());
    CHECK(waitForCount(sheet, u"shortage"_s, 1));
    CHECK(sheet.progress().count(u"match"_s) == 2);

    CHECK(sheet.nextState() == u"unit_checked"_s);
    sheet.advance(sheet.nextState(), {});
    REQUIRE(waitUntil([&] { return sheet.sheetState() == u"unit_checked"_s; }));
    CHECK(sheet.nextState() == QString()); // what follows is the bureau's
}

TEST_CASE("Who decides from an old version is told so, and reads the sheet again", "[client][server]")
{
    CityServer server("sqlite");
    const HttpClient section = server.client("section", Role::AssetSection);
    openTask(section);
    HttpCalls officer(server.client("officer", Role::AssetOfficer, UnitId {1}));
    SheetView sheet;
    sheet.setCalls(&officer);
    sheet.setTask(u"QC2026"_s);
    sheet.setUnit(u"U001"_s);
    FindingList findings;
    findings.setKind(u"not_checked"_s);
    findings.setSheet(&sheet);
    DecisionDesk desk;
    desk.setProperty("findings", QVariant::fromValue(&findings));
    REQUIRE(waitUntil([&] { return sheet.isLoaded() && findings.count() == 3; }));

    // Meanwhile the unit begins to count: the sheet is another than the one that was looked at.
    server.see(1, CityServer::number(101));

    desk.decideLines(findings.keyAt(0), u"match"_s, u"现场复核"_s, {});
    REQUIRE(waitUntil([&] { return !desk.isBusy() && !findings.isLoading() && findings.count() == 2; }));
    CHECK_FALSE(desk.problem().isEmpty());
    // Once more, from what is there now.
    desk.decideLines(findings.keyAt(0), u"match"_s, u"现场复核"_s, {});
    REQUIRE(waitUntil([&] { return !desk.isBusy(); }));
    CHECK(waitForCount(sheet, u"match"_s, 2));
}

TEST_CASE("The desk says who has changed a campaign before", "[client][server]")
{
    CityServer server("sqlite");
    HttpCalls section(server.client("section", Role::AssetSection));
    openTask(server.client("section2", Role::AssetSection));
    CampaignDesk campaign;
    campaign.setProperty("calls", QVariant::fromValue<Calls*>(&section));
    campaign.setTask(u"QC2026"_s);
    campaign.issue(); // it is frozen already
    REQUIRE(waitUntil([&] { return !campaign.isBusy(); }));
    CHECK(campaign.problem() == u"inventory.state"_s);
}

TEST_CASE("What was verified stays on the wall with its last figures", "[client][server]")
{
    CityServer server("sqlite");
    openTask(server.client("section2", Role::AssetSection));
    HttpCalls section(server.client("section", Role::AssetSection));
    CampaignDesk campaign;
    campaign.setProperty("calls", QVariant::fromValue<Calls*>(&section));
    campaign.setTask(u"QC2026"_s);
    const auto sheets = section.get(u"/tasks/QC2026/sheets"_s).result().json()["sheets"_L1].toArray();
    QStringList units;
    for (const QJsonValue& sheet : sheets)
        units.push_back(sheet["unit"_L1].toString());
    campaign.advance(u"verified"_s, units, {}); // nobody has counted anything: all of it is missing
    REQUIRE(waitUntil([&] { return !campaign.isBusy(); }));
    REQUIRE(campaign.problem() == QString());
    const auto total
        = [&] { return section.get(u"/tasks/QC2026/progress"_s).result().json()["total"_L1].toObject(); };
    REQUIRE(waitUntil([&] { return total()["stale_sheets"_L1].toInt(-1) == 0; }));
    CHECK(total()["lines"_L1].toInt() > 0);
    CHECK(total()["results"_L1]["shortage"_L1] == total()["lines"_L1]);
}

TEST_CASE("Where a surplus lies is told by the name of the room", "[client][server]")
{
    CityServer server("sqlite");
    insertRow(*server.session, "place",
        {{"id", std::int64_t {7}}, {"code", std::string("R-102")}, {"kind", std::string("room")},
            {"name", std::string("会议室")}, {"unit_id", std::int64_t {1}}});
    openTask(server.client("section", Role::AssetSection));
    server.see(1, "GW-OLD-0815", "U001", "R-102");
    HttpCalls officer(server.client("officer", Role::AssetOfficer, UnitId {1}));
    const auto surplus = [&] { return officer.get(u"/tasks/QC2026/sheets/U001/surplus"_s).result().json(); };
    REQUIRE(waitUntil([&] { return surplus()["surplus"_L1].toArray().size() == 1; }));
    CHECK(surplus()["place_names"_L1]["R-102"_L1] == u"会议室"_s);
    FindingList findings;
    SheetView sheet;
    sheet.setCalls(&officer);
    sheet.setTask(u"QC2026"_s);
    sheet.setUnit(u"U001"_s);
    findings.setKind(u"surplus"_s);
    findings.setSheet(&sheet);
    REQUIRE(waitUntil([&] { return findings.count() == 1; }));
    CHECK(findings.data(findings.index(0), FindingList::DetailRole).toString().contains(u"会议室"_s));
}
