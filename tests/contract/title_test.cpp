#include "core/base/text_length.h"
#include "core/premises/title_gaps.h"
#include "core/premises/title_service.h"
#include "core/values/calendar.h"
#include "schema/documents/soci_document_store.h"
#include "schema/premises/soci_title_store.h"
#include "schema/premises/title_register.h"
#include "tests/contract/small_space.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using test::SmallSpace;

namespace {

constexpr Instant kEndOfJanuary
    = std::chrono::sys_days(std::chrono::year(2023) / 1 / 31) + std::chrono::hours(1);
const std::string kOld = "湘（2022）怀化市不动产权第0000001号";
const std::string kNew = "湘（2023）怀化市不动产权第0000002号";
const std::string kUnitNo = "431202001003GB00012F00010001";

struct Titles {
    Titles(Session& session, const Scope& scope)
        : store(session, scope)
        , service(store, scope, "space01", [] { return kEndOfJanuary; })
        , shelf(session, scope)
    {
    }
    std::vector<TitleGap> gaps(const Reference& chief)
    {
        return titleGaps(shelf.titles({}), shelf.buildings(), chief, day("2023-01-31"));
    }
    SociTitleStore store;
    TitleService service;
    TitleRegister shelf;
};

NewTitle transfer()
{
    NewTitle out;
    out.certNo = kNew;
    out.regKind = "200";
    out.holder = "U001";
    out.formerNos = {kOld, "怀房权证鹤城字第000123号"};
    out.unitNos = {kUnitNo};
    out.issuedOn = day("2023-01-10");
    out.issuer = "怀化市自然资源和规划局";
    return out;
}

void addCard(Session& session, std::int64_t id, const char* no, std::int64_t place, const char* area, const char* certNo)
{
    insertRow(session, "asset",
        {{"id", id}, {"asset_no", std::string(no)}, {"unit_id", std::int64_t {1}}, {"using_unit_id", std::int64_t {1}},
            {"place_id", place}, {"card_kind", std::string("building")}, {"class_edition", std::string("2022")},
            {"class_code", std::string("A01010100")}, {"name", std::string("办公楼")}, {"quantity", std::int64_t {1}},
            {"acquired_on", std::string("2010-06-01")}, {"acquisition_method", std::string("construction")},
            {"use_state", std::string("in_use")}});
    insertRow(session, "asset_estate",
        {{"asset_id", id}, {"floor_m2_x100", m2(area).hundredths()}, {"cert_no", SqlValue::textOrNull(certNo)}});
}

void addBuilding(Session& session, std::int64_t id, const char* code)
{
    insertRow(session, "place",
        {{"id", id}, {"code", std::string(code)}, {"kind", std::string("building")}, {"name", std::string(code)}});
}

} // namespace

TEST_CASE("Unified registration closes the old certificate and links both numbers", "[contract][title]")
{
    SmallSpace registry(GENERATE("sqlite", "mariadb"));
    Titles bureau(*registry.session, Scope::everything());
    const auto entered = bureau.service.enter(transfer());
    REQUIRE(entered);
    CHECK(entered->holder.code == "U001");
    CHECK(entered->formerHolders == std::vector<std::string> {"第3局"});
    CHECK(entered->formerNos.size() == 2);
    CHECK(entered->floor == m2("1410.00")); // what it replaces, unless it says otherwise
    CHECK(entered->buildings.size() == 1);
    CHECK_FALSE(bureau.shelf.find(kOld)->isCurrent());
    // A former number, also a paper of before the registry, leads to what it became.
    CHECK(bureau.shelf.find("怀房权证鹤城字第000123号")->certNo == kNew);
    TitleQuery current;
    current.onlyCurrent = true;
    CHECK(bureau.shelf.titles(current).size() == 1);
    NewTitle again = transfer();
    again.certNo = "湘（2023）怀化市不动产权第0000003号";
    CHECK(bureau.service.enter(again).error().subject == "title.not_current");
    again.formerNos.clear();
    again.landShare = m2("1");
    again.floor = m2("1");
    CHECK(bureau.service.enter(again).error().subject == "title.unit_taken");
    again.unitNos.clear();
    again.certNo = kNew;
    CHECK(bureau.service.enter(again).error().subject == "title.taken");
}

TEST_CASE("A seizure blocks transfer, cancellation and the disposal of what is named on it", "[contract][title]")
{
    SmallSpace registry(GENERATE("sqlite", "mariadb"));
    addCard(*registry.session, 9001, "FW2010000001", 1000, "1410.00", kOld.c_str());
    Titles bureau(*registry.session, Scope::everything());
    SociDocumentStore documents(*registry.session, Scope::everything());
    const std::vector<AssetId> building {AssetId {9001}};
    CHECK(documents.locks(building, {}).empty());
    REQUIRE(bureau.service.encumber(
        kOld, {0, EncumbranceKind::Seizure, "（2022）湘12执1号", "市中院", day("2022-07-01"), {}}));
    REQUIRE(documents.locks(building, {}).size() == 1);
    CHECK(documents.locks(building, {}).front().kind == AssetLockKind::Sealed);
    CHECK(bureau.service
              .encumber(kOld, {0, EncumbranceKind::Seizure, "（2022）湘12执1号", {}, day("2022-07-02"), {}})
              .error()
              .subject
        == "title.encumbered");
    CHECK(bureau.service.encumber(kOld, {0, EncumbranceKind::Mortgage, "抵1", {}, day("2023-02-01"), {}})
              .error()
              .subject
        == "title.day_ahead");
    CHECK(bureau.service.enter(transfer()).error().subject == "title.blocked");
    CHECK(bureau.service.cancel(kOld).error().subject == "title.blocked");
    CHECK(bureau.service.release(kOld, "other", day("2022-12-01"), {}).error().subject == "title.no_encumbrance");
    REQUIRE(bureau.service.release(kOld, "（2022）湘12执1号", day("2022-12-01"), "（2022）湘12执1号之一"));
    CHECK(documents.locks(building, {}).empty());
    CHECK(bureau.service.cancel(kOld)->state == "ended");
}

TEST_CASE("Missing papers say who owes them, and the last one makes it complete", "[contract][title]")
{
    SmallSpace registry(GENERATE("sqlite", "mariadb"));
    Titles bureau(*registry.session, Scope::everything());
    CHECK(bureau.service.addMissing(kOld, {0, "规划许可证", {}, day("2023-03-31"), {}}).error().subject
        == "title.owed_by");
    REQUIRE(bureau.service.addMissing(kOld, {0, "规划许可证", "市某局", day("2022-12-31"), {}}));
    const auto open = bureau.service.addMissing(kOld, {0, "划拨决定书", "市自然资源局", day("2023-03-31"), {}});
    REQUIRE(open);
    CHECK(open->isIncomplete);
    CHECK(bureau.service.addMissing(kOld, {0, "划拨决定书", "市某局", day("2023-05-31"), {}}).error().subject
        == "title.missing_twice");
    CHECK(bureau.service.supply(kOld, "划拨决定书", day("2023-02-01")).error().subject == "title.day_ahead");
    const auto gaps = bureau.gaps({});
    const auto near = titleGaps(bureau.shelf.titles({}), bureau.shelf.buildings(), {}, day("2023-03-20"));
    CHECK(std::count_if(near.begin(), near.end(), [](const TitleGap& gap) { return gap.isNear; }) == 1);
    CHECK(std::count_if(gaps.begin(), gaps.end(), [](const TitleGap& gap) { return gap.isNear; }) == 0);
    CHECK(std::count_if(gaps.begin(), gaps.end(), [](const TitleGap& gap) {
        return gap.kind == TitleGapKind::PapersDue && gap.isOverdue;
    }) == 1);
    REQUIRE(bureau.service.supply(kOld, "规划许可证", day("2023-01-05")));
    const auto done = bureau.service.supply(kOld, "划拨决定书", day("2023-01-06"));
    REQUIRE(done);
    CHECK_FALSE(done->isIncomplete);
    CHECK(bureau.service.supply(kOld, "划拨决定书", day("2023-01-07")).error().subject == "title.no_missing");
}

TEST_CASE("The paper is stored, issued and returned in this order", "[contract][title]")
{
    SmallSpace registry(GENERATE("sqlite", "mariadb"));
    Titles bureau(*registry.session, Scope::everything());
    const auto step = [](CustodyStep kind, const char* on, std::optional<Day> due = {}) {
        return TitleCustody {kind, "档案员", "一号柜", day(on), due, "办理抵押"};
    };
    CHECK(bureau.service.custody(kOld, step(CustodyStep::Issued, "2022-07-01", day("2022-07-10"))).error().subject
        == "title.custody_order");
    REQUIRE(bureau.service.custody(kOld, step(CustodyStep::Stored, "2022-06-02")));
    const auto refusal
        = [&](const TitleCustody& wrong) { return bureau.service.custody(kOld, wrong).error().subject; };
    CHECK(refusal(step(CustodyStep::Issued, "2022-06-01", day("2022-07-10"))) == "title.custody_day");
    CHECK(refusal(step(CustodyStep::Issued, "2022-07-01")) == "title.custody_due");
    CHECK(refusal(step(CustodyStep::Issued, "2022-07-01", day("2022-06-30"))) == "title.custody_due");
    CHECK(refusal(step(CustodyStep::Issued, "2023-02-01", day("2023-02-10"))) == "title.day_ahead");
    TitleCustody lengthy = step(CustodyStep::Issued, "2022-07-01", day("2022-07-10"));
    lengthy.reason = manyCharacters(kLongestNote + 1);
    CHECK(refusal(lengthy) == "text.too_long");
    TitleCustody nobody = step(CustodyStep::Issued, "2022-07-01", day("2022-07-10"));
    nobody.person.clear();
    CHECK(refusal(nobody) == "title.custody_person");
    REQUIRE(bureau.service.custody(kOld, step(CustodyStep::Issued, "2022-07-01", day("2022-07-10"))));
    CHECK_FALSE(bureau.service.custody(kOld, step(CustodyStep::Issued, "2022-07-02", day("2022-07-10"))));
    const auto gaps = bureau.gaps({});
    CHECK(gaps.back().kind == TitleGapKind::NotReturned);
    REQUIRE(bureau.service.custody(kOld, step(CustodyStep::Returned, "2022-07-20")));
    CHECK(bureau.shelf.custody(bureau.shelf.find(kOld)->id).size() == 3);
    CHECK_FALSE(bureau.service.custody(kOld, step(CustodyStep::Returned, "2022-07-21")));
}

TEST_CASE("Planted gaps of every kind are found, and nothing else", "[contract][title]")
{
    SmallSpace registry(GENERATE("sqlite", "mariadb"));
    Session& session = *registry.session;
    Titles bureau(session, Scope::everything());
    const Reference chief {1, "U001", "第1局"};
    addCard(session, 9001, "FW2010000001", 1000, "1410.00", kOld.c_str());
    REQUIRE(bureau.service.enter(transfer())); // sound: holder, area and building fit
    CHECK(bureau.gaps(chief).empty());

    addBuilding(session, 2001, "B-2"); // no papers at all
    addBuilding(session, 2002, "B-3"); // filed only: no gap
    addBuilding(session, 2003, "B-4"); // on a certificate with another area, holder and user
    addCard(session, 9003, "FW2010000003", 2003, "500.00", "");
    BuildingPapers filed {"B-3", StartSituation::Neither, "备〔2022〕1号", day("2022-05-01"), m2("300.00")};
    REQUIRE(bureau.service.setPapers(filed));
    REQUIRE(bureau.service.setPapers({"B-2", StartSituation::LandOnly, {}, {}, {}}));
    NewTitle differs;
    differs.certNo = "湘（2023）怀化市不动产权第0000004号";
    differs.holder = "U003";
    differs.buildings = {"B-4"};
    differs.users = {"U002"};
    differs.landShare = m2("100.00");
    differs.floor = m2("512.34");
    differs.issuedOn = day("2023-01-11");
    REQUIRE(bureau.service.enter(differs));
    NewTitle nothing = differs;
    nothing.certNo = "湘（2023）怀化市不动产权第0000005号";
    nothing.holder = "U001";
    nothing.users.clear();
    nothing.buildings.clear();
    REQUIRE(bureau.service.enter(nothing));

    addBuilding(session, 2004, "B-5"); // pulled down: its certificate is still there, and it needs no papers
    addBuilding(session, 2005, "B-6"); // pulled down with its certificate
    for (const std::int64_t place : {2004, 2005}) {
        addCard(session, 7000 + place, ("FW" + std::to_string(place)).c_str(), place, "90.00", "");
        Query(session).add("UPDATE asset SET use_state = 'written_off' WHERE place_id = ", place).run();
    }
    addBuilding(session, 2006, "B-7"); // built and not accepted yet: it is not gone
    addCard(session, 9006, "FW2006", 2006, "90.00", "");
    Query(session)
        .add("UPDATE asset SET use_state = 'pending_acceptance' WHERE id = ", std::int64_t {9006})
        .run();
    NewTitle gone = nothing;
    gone.certNo = "湘（2023）怀化市不动产权第0000006号";
    gone.buildings = {"B-5"};
    REQUIRE(bureau.service.enter(gone));
    const TitleCustody stored {CustodyStep::Stored, "档案员", "一号柜", day("2023-01-12"), {}, {}};
    REQUIRE(bureau.service.custody(gone.certNo, stored));
    REQUIRE(bureau.service.custody(
        gone.certNo, {CustodyStep::Issued, "王科员", {}, day("2023-01-13"), day("2023-01-20"), "查档"}));
    REQUIRE(bureau.service.addMissing(kNew, {0, "规划许可证", "市某局", day("2023-03-31"), {}}));
    for (const std::int64_t certificate :
        {bureau.shelf.find(kNew)->id, bureau.shelf.find(differs.certNo)->id})
        insertRow(session, "certificate_property_unit",
            {{"certificate_id", certificate}, {"position", std::int64_t {8}},
                {"unit_no", std::string("431202001003GB00012F00010099")}});

    std::vector<std::pair<TitleGapKind, std::string>> found;
    for (const TitleGap& gap : bureau.gaps(chief)) {
        found.emplace_back(gap.kind, gap.subject);
        CAPTURE(gap.text, gap.textEn);
        CHECK((gap.textEn != gap.text || gap.kind == TitleGapKind::TwiceCurrent)); // said in English too
        CHECK((gap.kind != TitleGapKind::TwiceCurrent || gap.name == "某路1号"));
    }
    // What is overdue goes first, buildings without papers last.
    CHECK(found
        == std::vector<std::pair<TitleGapKind, std::string>> {{TitleGapKind::NotReturned, gone.certNo},
            {TitleGapKind::NoBuilding, nothing.certNo}, {TitleGapKind::AreaDiffers, differs.certNo},
            {TitleGapKind::HolderNotChanged, differs.certNo}, {TitleGapKind::UserNotChanged, differs.certNo},
            {TitleGapKind::PapersDue, kNew}, {TitleGapKind::TwiceCurrent, "431202001003GB00012F00010099"},
            {TitleGapKind::NotCancelled, gone.certNo}, {TitleGapKind::NoPapers, "B-2"},
            {TitleGapKind::NoPapers, "B-7"}});
    for (const auto& kind : kTitleGapKinds) {
        CAPTURE(kind.token);
        CHECK(std::any_of(
            found.begin(), found.end(), [&](const auto& gap) { return gap.first == kind.value; }));
    }
    CHECK(bureau.shelf.chiefHolder().code == "U001");
    CHECK(bureau.service.setPapers({"B-2", {}, "备2", {}, {}}).error().subject == "title.filing");
    CHECK(bureau.service.setPapers({"R-101", {}, {}, {}, {}}).error().subject == "title.not_building");
}

TEST_CASE("A unit sees the certificates it holds or uses, and changes what it holds", "[contract][title]")
{
    SmallSpace registry(GENERATE("sqlite", "mariadb"));
    insertRow(*registry.session, "certificate_user",
        {{"certificate_id", std::int64_t {6001}}, {"position", std::int64_t {0}}, {"unit_id", std::int64_t {2}}});
    CHECK(Titles(*registry.session, Scope::ofUnit(UnitId {3})).shelf.titles({}).size() == 1);
    Titles user(*registry.session, Scope::ofUnit(UnitId {2}));
    CHECK(user.shelf.titles({}).size() == 1);
    CHECK(user.service.cancel(kOld).error().subject == "title.not_yours");
    Titles stranger(*registry.session, Scope::ofUnit(UnitId {1}));
    CHECK(stranger.shelf.titles({}).empty());
    CHECK(stranger.service.cancel(kOld).error().subject == "title.not_found");
}

TEST_CASE(
    "A certificate says what its paper says, and keeps what the paper before it said", "[contract][title]")
{
    SmallSpace registry(GENERATE("sqlite", "mariadb"));
    Titles bureau(*registry.session, Scope::everything());
    NewTitle first;
    first.certNo = "湘（2023）怀化市不动产权第0000007号";
    first.holder = "U001";
    first.landShare = m2("505.00");
    first.floor = m2("1410.00");
    first.issuedOn = day("2023-01-10");
    first.issuer = "怀化市自然资源和规划局";
    first.rightType = "国有建设用地使用权/房屋（构筑物）所有权";
    first.rightNature = "划拨/自建房";
    first.use = "机关团体用地/办公";
    first.parcel = m2("9000");
    first.termFrom = day("2023-01-10");
    first.termTo = day("2022-01-10");
    first.users = {"U002", "U003"};
    CHECK(bureau.service.enter(first).error().subject == "title.term");
    first.termTo = day("2073-01-09");
    const auto entered = bureau.service.enter(first);
    REQUIRE(entered);
    NewTitle next = first;
    next.certNo = "湘（2023）怀化市不动产权第0000008号";
    next.formerNos = {first.certNo};
    next.rightType.clear();
    next.rightNature.clear();
    next.use = "机关团体用地/其它";
    next.parcel.reset();
    next.termFrom.reset();
    next.termTo.reset();
    next.users.clear();
    const auto changed = bureau.service.enter(next);
    REQUIRE(changed);
    for (const TitleLine& title : {*entered, *changed}) {
        CHECK(title.rightType == "国有建设用地使用权/房屋（构筑物）所有权");
        CHECK(title.rightNature == "划拨/自建房");
        CHECK(title.parcel == m2("9000"));
        CHECK(title.termFrom == day("2023-01-10"));
        CHECK(title.termTo == day("2073-01-09"));
        REQUIRE(title.users.size() == 2);
        CHECK(title.users[1].code == "U003");
    }
    CHECK(changed->use == "机关团体用地/其它");
}
