// The review of a sheet, without a screen and without a server.
#include "app/client/gallery/campaign_answers.h"
#include "app/client/review/decision_desk.h"
#include "app/client/review/finding_evidence.h"
#include "app/client/review/recount_desk.h"
#include "app/client/review/sign_off.h"
#include "tests/qml/client_support.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

/// The sheet of the gallery, with everything that looks at it.
struct Desk {
    Desk()
    {
        answerCampaign(calls);
        sheet.setCalls(&calls);
        sheet.setTask(u"QC-2026-R"_s);
        sheet.setUnit(QLatin1StringView(kGalleryUnit));
        findings.setSheet(&sheet);
        desk.setProperty("findings", QVariant::fromValue(&findings));
        evidence.setFindings(&findings);
        REQUIRE(waitUntil([&] { return sheet.isLoaded() && !findings.isLoading(); }));
    }
    [[nodiscard]] QString word(const QString& key) const { return findings.find(key)->decisionText(); }
    [[nodiscard]] std::vector<Call> posts() const
    {
        std::vector<Call> out;
        for (const Call& call : calls.sent())
            if (call.method == "POST")
                out.push_back(call);
        return out;
    }

    FakeCalls calls;
    SheetView sheet;
    FindingList findings;
    DecisionDesk desk;
    FindingEvidence evidence;
};

const QString kDoubt = u"TY2020000310"_s;
const QString kDecided = u"TY2020000315"_s;

UnitProgress progressWith(const QHash<QString, qint64>& results)
{
    UnitProgress unit;
    unit.results = results;
    return unit;
}

} // namespace

TEST_CASE("Doubt stands in the way of a signature; the rest is told", "[client]")
{
    using Kind = Blocker::Kind;
    UnitProgress unit = progressWith({{u"doubt"_s, 2}, {u"not_checked"_s, 5}});
    unit.stale = true;
    unit.quarantined = 1;
    const auto all = blockersOf(unit, u"unit_checked"_s, 3);
    REQUIRE(all.size() == 5);
    CHECK(all.front() == Blocker {Kind::Doubt, 2, true});
    CHECK(std::count_if(all.begin(), all.end(), [](const Blocker& one) { return one.blocks; }) == 1);
    // A recount is asked for before the bureau signs, and unseen lines no more.
    const auto later = blockersOf(progressWith({{u"not_checked"_s, 5}}), u"bureau_checked"_s, 0);
    REQUIRE(later.size() == 1);
    CHECK(later.front().kind == Kind::Recount);
    CHECK(blockersOf(unit, {}, 3).empty());
}

TEST_CASE("The way of a sheet leads from counting to verified", "[client]")
{
    CHECK(stateAfter(u"frozen"_s) == u"unit_checked"_s);
    CHECK(stateAfter(u"counting"_s) == u"unit_checked"_s);
    CHECK(stateAfter(u"bureau_checked"_s) == u"verified"_s);
    CHECK(stateAfter(u"verified"_s).isEmpty());
}

TEST_CASE(
    "The work list has lines of every result but a match, surplus, and what others have seen", "[client]")
{
    Desk one;
    CHECK(one.findings.count() == 2 + 4 + 1 + 12 + 1);
    CHECK(one.findings.undecided() == 1 + 4 + 1 + 11);
    one.findings.setOpenOnly(true);
    CHECK(one.findings.count() == 17);
    one.findings.setOpenOnly(false);
    one.findings.setKind(u"doubt"_s);
    REQUIRE(waitUntil([&] { return !one.findings.isLoading(); }));
    CHECK(one.findings.count() == 4);
}

TEST_CASE("Book and sight stand side by side, and what nobody stated does not differ", "[client]")
{
    Desk one;
    one.evidence.setKey(kDoubt);
    REQUIRE(waitUntil([&] { return !one.evidence.isLoading(); }));
    const auto rows = one.evidence.comparison();
    const auto row = [&](const QString& label) {
        for (const QVariant& each : rows)
            if (each.toMap()[u"label"_s] == label)
                return each.toMap();
        return QVariantMap();
    };
    CHECK(row(u"Place"_s)[u"differs"_s].toBool());
    CHECK(row(u"Place"_s)[u"seen"_s].toString().contains(u"档案室"_s));
    CHECK_FALSE(row(u"User"_s)[u"differs"_s].toBool());
    CHECK(row(u"User"_s)[u"seen"_s].toString().isEmpty());
    CHECK(one.evidence.history().size() == 3);
    CHECK(one.evidence.photos().size() == 3);
}

TEST_CASE("A decision shows at once, and is sent with the version that was read", "[client]")
{
    Desk one;
    one.desk.decideLines(kDoubt, u"match"_s, u"现场复核"_s, {});
    CHECK_FALSE(one.word(kDoubt).isEmpty());
    REQUIRE(waitUntil([&] { return !one.desk.isBusy(); }));
    const auto posts = one.posts();
    REQUIRE(posts.size() == 1);
    CHECK(posts.front().path.endsWith(u"/decisions"_s));
    CHECK(posts.front().ifMatch == u"\"1\""_s);
    CHECK(posts.front().json[u"assets"_s].toArray() == QJsonArray {kDoubt});
}

TEST_CASE("Ticked lines of one kind are decided by one call", "[client]")
{
    Desk one;
    one.findings.tickSame(one.findings.rowOf(kDoubt));
    CHECK(one.findings.tickedCount() == 4);
    one.desk.decideLines(kDoubt, u"match"_s, u"现场复核"_s, u"补贴标签"_s);
    REQUIRE(waitUntil([&] { return !one.desk.isBusy(); }));
    REQUIRE(one.posts().size() == 1);
    CHECK(one.posts().front().json[u"assets"_s].toArray().size() == 4);
    CHECK(one.findings.tickedCount() == 0);
    // A surplus is not a line: ticking it begins anew.
    one.findings.tick(one.findings.rowOf(kDoubt));
    one.findings.tick(one.findings.rowOf(u"e-9"_s));
    CHECK(one.findings.tickedCount() == 1);
}

TEST_CASE(
    "When the sheet has changed meanwhile, the decision goes back and everything is read again", "[client]")
{
    Desk one;
    one.calls.refuse("POST", u"*/decisions"_s, u"request.old_revision"_s, u"old"_s, 409);
    one.desk.decideLines(kDoubt, u"match"_s, u"现场复核"_s, {});
    REQUIRE(waitUntil([&] { return !one.desk.isBusy() && !one.findings.isLoading(); }));
    CHECK(one.word(kDoubt).isEmpty());
    CHECK_FALSE(one.desk.problem().isEmpty());
    CHECK(one.findings.count() == 20);
}

TEST_CASE("A decision over an earlier one is undone by deciding as before", "[client]")
{
    Desk one;
    one.desk.decideLines(kDecided, u"shortage"_s, u"再次查找未见"_s, {});
    REQUIRE(waitUntil([&] { return !one.desk.isBusy(); }));
    one.desk.undo();
    REQUIRE(waitUntil([&] { return !one.desk.isBusy(); }));
    const auto posts = one.posts();
    REQUIRE(posts.size() == 2);
    CHECK(posts.back().json[u"result"_s] == u"place_differs"_s);
    CHECK(posts.back().json[u"reason"_s] == u"科室调整，未办手续"_s);
    CHECK_FALSE(posts.back().json.contains(u"decided_by"_s));
}

TEST_CASE("A first decision is undone by taking it back", "[client]")
{
    Desk one;
    one.desk.decideLines(kDoubt, u"match"_s, u"现场复核"_s, {});
    one.desk.undo();
    CHECK(one.word(kDoubt).isEmpty());
    REQUIRE(waitUntil([&] { return !one.desk.isBusy(); }));
    const auto posts = one.posts();
    REQUIRE(posts.size() == 2);
    CHECK(posts[1].path.endsWith(u"/decisions/withdrawal"_s));
    CHECK(posts[1].json == QJsonObject {{u"assets"_s, QJsonArray {kDoubt}}});
}

TEST_CASE("A surplus goes into the books with its value, or is dismissed without one", "[client]")
{
    Desk one;
    one.desk.decideSurplus(u"e-9"_s, true, u"1200.00"_s, u"发票"_s, 24, u"同意入账"_s);
    REQUIRE(waitUntil([&] { return !one.desk.isBusy(); }));
    one.desk.decideSurplus(u"e-9"_s, false, {}, {}, -1, u"误扫"_s);
    REQUIRE(waitUntil([&] { return !one.desk.isBusy(); }));
    const auto posts = one.posts();
    REQUIRE(posts.size() == 2);
    CHECK(posts[0].json[u"months_left"_s].toInt() == 24);
    CHECK_FALSE(posts[1].json.contains(u"value_yuan"_s));
    CHECK(DecisionDesk::problemOfAmount(u"12.345"_s) != QString());
    CHECK(DecisionDesk::problemOfAmount(u"12.30"_s) == QString());
}

TEST_CASE("What a recount proves is said as one sentence", "[client]")
{
    const auto recount = [](const char* json) { return QJsonDocument::fromJson(json).object(); };
    CHECK(boundSentence(
              recount(R"({"answered":30,"confidence_percent":"95.0","most_wrong":{"percent":"3.20"}})"))
        == u"With 95 % confidence at most 3.2 % of the lines are wrong."_s);
    CHECK(boundSentence(
        recount(R"({"answered":0,"confidence_percent":"95.0","most_wrong":{"percent":"100.0"}})"))
              .contains(u"proves nothing"_s));
}

TEST_CASE("An answer of a recount goes on to the next line that has none", "[client]")
{
    Desk one;
    RecountDesk recount;
    recount.setSheet(&one.sheet);
    REQUIRE(waitUntil([&] { return recount.rowCount() == 24; }));
    const QModelIndex first = recount.index(recount.current());
    CHECK(first.data(RecountDesk::OutcomeRole).toString().isEmpty());
    recount.answer(u"agrees"_s);
    CHECK(recount.data(first, RecountDesk::OutcomeRole) == u"agrees"_s);
    CHECK(recount.data(recount.index(recount.current()), RecountDesk::OutcomeRole).toString().isEmpty());
    REQUIRE(waitUntil([&] { return one.calls.requests().last().startsWith(u"PUT"_s); }));
}

TEST_CASE("Where a surplus and a foreign card lie is told by the names of rooms", "[client]")
{
    Desk one;
    const auto detail = [&](const QString& key) {
        return one.findings.data(one.findings.index(one.findings.rowOf(key)), FindingList::DetailRole)
            .toString();
    };
    CHECK(detail(u"e-9"_s).contains(u"一号楼二层204室"_s));
    one.findings.setKind(u"told"_s);
    REQUIRE(waitUntil([&] { return !one.findings.isLoading() && one.findings.count() > 0; }));
    CHECK(detail(one.findings.keyAt(0)).contains(u"七号楼一层102室"_s));
    FindingEvidence evidence;
    evidence.setFindings(&one.findings);
    evidence.setKey(one.findings.keyAt(0));
    CHECK(evidence.comparison()[1].toMap()[u"seen"_s].toString().contains(u"七号楼一层102室"_s));
}
