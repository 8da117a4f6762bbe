#include "core/base/text_length.h"
#include "core/cards/card_fields.h"
#include "core/cards/card_moves.h"
#include "core/cards/card_service.h"
#include "core/values/asset_tag.h"
#include "schema/cards/soci_card_repository.h"
#include "schema/connection/unit_of_work.h"
#include "tests/contract/small_registry.h"
#include "tests/support/refusal.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>
#include <thread>

using namespace guanwu;
using namespace guanwu::test;
using test::SmallRegistry;

namespace {

const CardChangeBy kClerk {"clerk01", "领用"};

/// What somebody with a scope does with cards.
struct Counter {
    Counter(Session& session, const Scope& scope)
        : repository(session, scope)
        , service(repository, scope, [] { return kNow; })
    {
    }
    SociCardRepository repository;
    CardService service;
};

std::vector<FieldValue> aDesk(const std::string& unit = "U001")
{
    return {{"unit", unit}, {"class_code", "A05010201"}, {"name", "办公桌"}, {"model", "1.4m"},
        {"original_yuan", "799.99"}, {"fiscal_yuan", "700"}, {"acquired_on", "2025-12-05"},
        {"acquisition_method", "donation"}, {"unit_of_measure", "张"}};
}

} // namespace

TEST_CASE("A new card gets a number of the registry, the life of its class and a history", "[contract][card]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    Counter clerk(*registry.session, Scope::ofUnit(UnitId {1}));
    auto fields = aDesk();
    fields.push_back({"place", "R-101"});
    fields.push_back({"department", "财务科"});
    const auto card = clerk.service.create(fields, kClerk);
    REQUIRE(refusal(card).empty());
    CHECK(card->card.assetNo == "JJ2026000001");
    CHECK(card->card.kind == CardKind::Furniture);
    CHECK(card->card.lifeMonths == 180);
    CHECK(card->card.accumulated == Money::fromFen(444 * 12));
    CHECK(card->card.otherFund == Money::fromFen(9999));
    CHECK(card->unit.name == "第1局");
    CHECK(card->usingUnit.code == "U001");
    CHECK(card->place == Reference {1101, "R-101", "档案室"});
    CHECK(card->department.id == 12);
    CHECK(card->card.useState == UseState::InStock);
    CHECK(card->card.madeBy == "clerk01");
    // The same by its tag, and in small letters.
    CHECK(clerk.service.find(AssetTag::of(AssetNo::parse("JJ2026000001").value()).text()).has_value());
    CHECK(clerk.service.create(aDesk(), kClerk)->card.assetNo == "JJ2026000002");

    const auto history = clerk.service.history("JJ2026000001", 0, 10);
    REQUIRE(history->size() == 1);
    const CardEvent& event = history->front();
    CHECK(event.kind == CardEventKind::Created);
    CHECK(event.actor == "clerk01");
    CHECK(event.at == kNow);
    CHECK(event.revision == 1);
    const FieldDifference place {"place", "", "R-101", "", "档案室"};
    CHECK(std::find(event.fields.begin(), event.fields.end(), place) != event.fields.end());
}

TEST_CASE("A change says what it changed, and only that is changed", "[contract][card]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    Counter clerk(*registry.session, Scope::ofUnit(UnitId {1}));
    const auto card = clerk.service.create(aDesk(), kClerk);
    REQUIRE(card);
    const std::string no = card->card.assetNo;
    const auto changed = clerk.service.change(no, 1,
        {{"use_state", "in_use"}, {"user", "P101"}, {"place", "R-102"}, {"remark", "100%_\\'是"}}, kClerk);
    REQUIRE(refusal(changed).empty());
    CHECK(changed->card.revision == 2);
    CHECK(changed->user.name == "张三");
    CHECK(changed->card.remark == "100%_\\'是");
    auto expected = card->card;
    expected.useState = UseState::InUse;
    expected.user = PersonId {101};
    expected.place = PlaceId {1102};
    expected.remark = "100%_\\'是";
    expected.revision = 2;
    CHECK(changed->card == expected);

    const auto history = clerk.service.history(no, 0, 10);
    REQUIRE(history->size() == 2);
    const std::vector<FieldDifference> differences {{"place", "", "R-102", "", "会议室"},
        {"remark", "", "100%_\\'是", "", ""}, {"use_state", "in_stock", "in_use", "", ""},
        {"user", "", "P101", "", "张三"}};
    CHECK(history->front().fields == differences);
    CHECK(history->front().reason == "领用");
    const auto older = clerk.service.history(no, history->front().id, 10);
    REQUIRE(older->size() == 1);
    CHECK(older->front().kind == CardEventKind::Created);
    // A change that changes nothing is none.
    CHECK(clerk.service.change(no, 2, {{"remark", "100%_\\'是"}}, kClerk)->card.revision == 2);
    CHECK(clerk.service.history(no, 0, 10)->size() == 2);
}

TEST_CASE("A history follows the revisions, whatever the servers' clocks said", "[contract][card]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    Counter clerk(*registry.session, Scope::ofUnit(UnitId {1}));
    const std::string no = clerk.service.create(aDesk(), kClerk)->card.assetNo;
    const std::int64_t latest = registry.session->newId();
    // The clock of each server that changed the card was behind that of the one before.
    for (int change = 1; change <= 3; ++change) {
        auto card = *clerk.service.find(no);
        card.card.remark = std::to_string(change);
        const CardEvent event {latest - change, CardEventKind::Changed, kNow, "clerk01", "", 0, 0, {}};
        const ChangedCard changed = changeOf(*clerk.service.find(no), card, event);
        REQUIRE(clerk.repository.update({&changed, 1}));
    }
    const auto all = clerk.service.history(no, 0, 10);
    REQUIRE(all->size() == 4);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK((*all)[i].revision == static_cast<std::int64_t>(4 - i));
        CHECK((*all)[i].fields.at(0).after == std::to_string(3 - i));
    }
    const auto older = clerk.service.history(no, (*all)[1].id, 10);
    REQUIRE(older->size() == 2);
    CHECK(older->front().revision == 2);
    CHECK(older->back().kind == CardEventKind::Created);
}

TEST_CASE("Vehicles and buildings keep the fields of their kind", "[contract][card]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    Counter clerk(*registry.session, Scope::ofUnit(UnitId {1}));
    const auto car = clerk.service.create(
        {{"unit", "U001"}, {"class_code", "A02030501"}, {"name", "轿车"}, {"brand", "红旗"},
            {"original_yuan", "179800"}, {"fiscal_yuan", "179800"}, {"acquired_on", "2025-11-01"},
            {"acquisition_method", "transfer_in"}, {"plate_no", "湘N00001"}, {"vin", "LFV2A21K4D3000001"},
            {"engine_no", "E1"}, {"make_model", "CA7180"}, {"displacement_l", "1.8"}, {"on_platform", "true"},
            {"mileage_km", "120"}, {"quota_state", "funded"}},
        kClerk);
    REQUIRE(refusal(car).empty());
    CHECK(car->card.assetNo == "CL2026000001");
    CHECK(car->card.vehicle->plateNo == "湘N00001");
    CHECK(car->card.vehicle->onPlatform == true);
    CHECK(car->card.vehicle->quota == QuotaState::Funded);
    CHECK(clerk.service.change("CL2026000001", 1, {{"mileage_km", "350"}}, kClerk)->card.vehicle->mileageKm
        == 350);
    CHECK(refusal(clerk.service.change("CL2026000001", 2, {{"floors", "3"}}, kClerk))
        == "card.field_of_other_kind 3");

    const auto house = clerk.service.create(
        {{"unit", "U001"}, {"class_code", "A01010100"}, {"name", "办公楼"}, {"original_yuan", "12345678.90"},
            {"fiscal_yuan", "12345678.90"}, {"acquired_on", "2010-06-01"},
            {"acquisition_method", "construction"}, {"right_holder", "U001"}, {"address", "湖天大道1号"},
            {"structure", "reinforced_concrete"}, {"floor_m2", "1000.50"}, {"office_m2", "600"},
            {"area_self_m2", "1000.50"}, {"floors", "6"}, {"final_accounts", "done"}},
        kClerk);
    REQUIRE(refusal(house).empty());
    CHECK(house->card.lifeMonths == 600);
    CHECK(house->card.building->officeArea == Area::fromHundredths(60000));
    CHECK(house->card.building->uses.self == Area::fromHundredths(100050));
    CHECK(house->card.building->structure == Structure::ReinforcedConcrete);
}

TEST_CASE("R3 values and papers are not changed by an edit, and states only as far as no document moves them",
    "[contract][card]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    Counter clerk(*registry.session, Scope::ofUnit(UnitId {1}));
    const std::string no = clerk.service.create(aDesk(), kClerk)->card.assetNo;
    const auto change = [&](const std::string& field, const std::string& value) {
        return refusal(clerk.service.change(no, 1, {{field, value}}, kClerk));
    };
    CHECK(change("original_yuan", "1") == "card.needs_slip original_yuan");
    CHECK(change("quantity", "2") == "card.needs_slip quantity");
    CHECK(change("life_months", "300") == "card.needs_slip life_months");
    CHECK(change("booked_on", "2026-01-01") == "card.needs_slip booked_on");
    CHECK(change("asset_no", "JJ2026000099") == "card.field_fixed asset_no");
    CHECK(change("use_state", "written_off") == "card.state_needs_document written_off");
    CHECK(change("use_state", "leased") == "card.state_needs_document leased");
    CHECK(change("use_state", "idle") == "card.idle_since idle_since");
    CHECK(change("use_state", "broken") == "card.value broken");
    CHECK(change("remark", std::string(501, 'x')) == "card.value_long remark");
    CHECK(change("remark", "a\x01") == "card.value ");
    CHECK(change("name", "") == "card.name name");
    for (const char* column :
        {"id", "unit_id", "revision", "batch_id", "original_fen", "asset_id", "no_such"})
        CHECK(change(column, "1") == std::string("card.field_unknown ") + column);
    CHECK(clerk.service.find(no)->card.revision == 1);
}

TEST_CASE("X2 nothing moves from or to where the scope does not reach, and what is foreign is not there",
    "[contract][card]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    Counter one(*registry.session, Scope::ofUnit(UnitId {1}));
    Counter three(*registry.session, Scope::ofUnit(UnitId {3}));
    const std::string no = one.service.create(aDesk(), kClerk)->card.assetNo;
    CHECK(refusal(one.service.create(aDesk("U003"), kClerk)) == "unit.not_found U003");
    CHECK(refusal(three.service.find(no)) == "card.not_found " + no);
    CHECK(refusal(three.service.history(no, 0, 10)) == "card.not_found " + no);
    CHECK(refusal(three.service.change(no, 1, {{"remark", "x"}}, kClerk)) == "card.not_found " + no);
    const auto change = [&](Counter& who, const std::string& field, const std::string& value) {
        return refusal(who.service.change(no, 1, {{field, value}}, kClerk));
    };
    CHECK(change(one, "place", "R-301") == "place.not_found R-301");
    CHECK(change(one, "place", "nowhere") == "place.not_found nowhere");
    CHECK(change(one, "user", "P301") == "person.not_found P301");
    CHECK(change(one, "using_unit", "U003") == "unit.not_found U003");
    CHECK(change(one, "department", "没有") == "department.not_found 没有");
    CHECK(change(one, "unit", "U003") == "unit.not_found U003");

    // Who also sees the units below him does not change what is theirs.
    const std::string below = Counter(*registry.session, Scope::ofUnit(UnitId {2}))
                                  .service.create(aDesk("U002"), kClerk)
                                  ->card.assetNo;
    Counter officer(*registry.session, Scope::ofUnitAndSubordinates(UnitId {1}));
    CHECK(officer.service.find(below).has_value());
    CHECK(refusal(officer.service.change(below, 1, {{"remark", "x"}}, kClerk)) == "access.forbidden ");
    CHECK(refusal(officer.service.create(aDesk("U002"), kClerk)) == "access.forbidden ");

    // A department keeps to itself, and gives nothing away either.
    Counter office(*registry.session, Scope::ofDepartment(UnitId {1}, DepartmentId {11}));
    CHECK(refusal(office.service.find(no)) == "card.not_found " + no);
    CHECK(refusal(office.service.create(aDesk(), kClerk)) == "access.forbidden ");
    auto own = aDesk();
    own.push_back({"department", "办公室"});
    const auto card = office.service.create(own, kClerk);
    REQUIRE(refusal(card).empty());
    const auto give = [&](const std::string& department) {
        return refusal(office.service.change(card->card.assetNo, 1, {{"department", department}}, kClerk));
    };
    CHECK(give("财务科") == "department.not_found 财务科");
    CHECK(give("") == "access.forbidden ");
}

TEST_CASE(
    "P8: why a card is entered or changed has its most characters, and one more is refused with its code",
    "[contract][card]") // kLongestNote
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    Counter clerk(*registry.session, Scope::ofUnit(UnitId {1}));
    const CardChangeBy atLimit {"clerk01", manyCharacters(kLongestNote)};
    const CardChangeBy above {"clerk01", manyCharacters(kLongestNote + 1)};
    CHECK(refusal(clerk.service.create(aDesk(), above)) == "text.too_long 500");
    const auto made = clerk.service.create(aDesk(), atLimit);
    REQUIRE(refusal(made).empty());
    const std::string no = made->card.assetNo;
    CHECK(refusal(clerk.service.change(no, 1, {{"remark", "x"}}, above)) == "text.too_long 500");
    CHECK(refusal(clerk.service.change(no, 1, {{"remark", "x"}}, atLimit)).empty());
    CHECK(clerk.service.history(no, 0, 10)->front().reason == atLimit.reason);
}

TEST_CASE(
    "A text that MariaDB has no room for is told from a store that cannot be reached", "[contract][card]")
{
    SmallRegistry registry("mariadb");
    CHECK_THROWS_AS(
        insertRow(*registry.session, "unit",
            {{"id", std::int64_t {99}}, {"code", manyCharacters(100)}, {"name", std::string("x")},
                {"org_type", std::string("administrative")}, {"organ_level", std::string("municipal")},
                {"division", std::string("431200")}, {"posts_established", std::int64_t {1}},
                {"posts_filled", std::int64_t {1}}, {"in_inventory", std::int64_t {1}}}),
        TextTooLong);
}

TEST_CASE("P5 of many who change a card at the same time, no change is lost", "[contract][card]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    const Scope scope = Scope::ofUnit(UnitId {1});
    const std::string no = Counter(*registry.session, scope).service.create(aDesk(), kClerk)->card.assetNo;
    // Two to sixteen by the dice of --rng-seed: tests/reliability/release tries many.
    const auto howMany = static_cast<std::size_t>(GENERATE(take(1, random(2, 16))));
    CAPTURE(howMany);
    constexpr int kEdits = 50;
    std::vector<int> accepted(howMany, 0);
    std::vector<std::string> unexpected(howMany);
    std::vector<std::thread> editors;
    for (std::size_t editor = 0; editor < howMany; ++editor)
        editors.emplace_back([&, editor] {
            const auto session = registry.backEnd.connect();
            Counter own(*session, scope);
            for (int edit = 0; edit < kEdits; ++edit) {
                const auto seen = own.service.find(no);
                // As the server does: a node that certifies another's change first says so at the commit.
                const auto changed = retrying(*session, [&] {
                    return own.service.change(no, seen->card.revision,
                        {{"remark", std::to_string(editor) + "/" + std::to_string(edit)}}, kClerk);
                });
                if (changed)
                    ++accepted[editor];
                else if (changed.error().code != ErrorCode::StaleRevision)
                    unexpected[editor] = changed.error().subject;
            }
        });
    for (std::thread& editor : editors)
        editor.join();
    std::int64_t all = 0;
    for (const int count : accepted)
        all += count;
    CHECK(unexpected == std::vector<std::string>(howMany));
    Counter reader(*registry.session, scope);
    CHECK(all >= kEdits);
    CHECK(reader.service.find(no)->card.revision == 1 + all);
    const auto history = reader.service.history(no, 0, 1000);
    REQUIRE(history->size() == static_cast<std::size_t>(1 + all));
    // Each began where the one before had ended: nothing was overwritten unseen.
    for (std::size_t i = 0; i + 2 < history->size(); ++i)
        CHECK((*history)[i].fields.at(0).before == (*history)[i + 1].fields.at(0).after);
}

TEST_CASE("Cards entered at the same time get different numbers", "[contract][card]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    const Scope scope = Scope::ofUnit(UnitId {1});
    std::vector<std::vector<std::string>> numbers(4);
    std::vector<std::thread> clerks;
    for (auto& given : numbers)
        clerks.emplace_back([&] {
            const auto session = registry.backEnd.connect();
            Counter own(*session, scope);
            for (int i = 0; i < 10; ++i)
                if (const auto card = own.service.create(aDesk(), kClerk))
                    given.push_back(card->card.assetNo);
        });
    for (std::thread& clerk : clerks)
        clerk.join();
    std::vector<std::string> all;
    for (const auto& given : numbers)
        all.insert(all.end(), given.begin(), given.end());
    std::sort(all.begin(), all.end());
    CHECK(all.size() == 40);
    CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
}
