#include "app/text/initials.h"
#include "core/cards/card_service.h"
#include "core/values/asset_tag.h"
#include "schema/cards/soci_card_repository.h"
#include "schema/cards/soci_card_search.h"
#include "schema/connection/unit_of_work.h"
#include "schema/premises/room_entry.h"
#include "schema/repositories/registry_lists.h"
#include "tests/contract/small_registry.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>
#include <set>
#include <tuple>

using namespace guanwu;
using namespace guanwu::test;
using test::SmallRegistry;

namespace {

using Numbers = std::vector<std::string>;

struct Shelf : SmallRegistry {
    explicit Shelf(const std::string& backEndName)
        : SmallRegistry(backEndName)
    {
        // People and places come in files, and that is how their names are learnt.
        addBatch(1, "places", 1000, 1999);
        addBatch(2, "people", 100, 999);
    }

    void addBatch(std::int64_t id, const std::string& kind, std::int64_t first, std::int64_t last)
    {
        const std::int64_t none = 0;
        insertRow(*session, "import_batch",
            {{"id", id}, {"kind", kind}, {"file_name", kind}, {"state", std::string("applied")},
                {"row_count", none}, {"warning_count", none}, {"owner", std::string("test")},
                {"first_id", first}, {"last_id", last}, {"started_at", none}, {"heartbeat_at", none},
                {"finished_at", none}});
        Query rows(*session);
        rows.add(kind == "places" ? "UPDATE place SET batch_id = " : "UPDATE person SET batch_id = ", id)
            .run();
    }
    /// Further cards like one that is there.
    void addLike(const std::string& no, const std::string& name, std::int64_t from, std::int64_t count)
    {
        Query query(*session);
        query.add("SELECT id FROM asset WHERE asset_no = ", no);
        REQUIRE(query.next(1));
        const std::int64_t id = query.integer(0);
        Bulk& bulk = session->bulk();
        BulkTransaction piece(bulk);
        const auto cards = bulk.writer("asset",
            "id, asset_no, unit_id, using_unit_id, card_kind, class_edition, class_code, name, quantity, acquired_on, "
            "acquisition_method, use_state");
        for (std::int64_t i = from; i < from + count; ++i) {
            const std::string number = "LIKE" + std::to_string(i); // until the row is written
            cards->integer(id + i);
            cards->text(number);
            cards->integer(1 + i % 3);
            cards->integer(1 + i % 3);
            for (const char* text : {"furniture", "2022", "A05010201"})
                cards->text(text);
            cards->text(name);
            cards->integer(1);
            for (const char* text : {"2026-01-05", "donation", "in_stock"})
                cards->text(text);
            cards->endRow();
        }
        cards->flush();
        const auto values = bulk.writer("asset_value",
            "asset_id, original_fen, life_months, depreciation_base_fen, depreciation_from, depreciation_months, "
            "depreciation_opening_fen");
        for (std::int64_t i = from; i < from + count; ++i) {
            values->integer(id + i);
            values->integer(10'000 + i % 7);
            for (int field = 0; field < 5; ++field)
                values->integer(0);
            values->endRow();
        }
        values->flush();
        piece.commit();
    }

    std::string add(const std::string& unit, const std::string& name, std::vector<FieldValue> more = {})
    {
        SociCardRepository repository(*session, Scope::everything());
        CardService service(repository, Scope::everything(), [] { return kNow; });
        more.insert(more.begin(),
            {{"unit", unit}, {"class_code", "A05010201"}, {"name", name}, {"original_yuan", "800"},
                {"acquired_on", "2026-01-05"}, {"acquisition_method", "donation"}});
        const auto card = service.create(more, {"clerk01", ""});
        if (!card)
            FAIL(card.error().subject + " " + card.error().detail);
        return card->card.assetNo;
    }
    void rename(const std::string& no, const std::string& name)
    {
        SociCardRepository repository(*session, Scope::everything());
        CardService service(repository, Scope::everything(), [] { return kNow; });
        REQUIRE(service.change(no, 1, {{"name", name}}, {"clerk01", ""}));
    }
    CardPage page(const CardFilter& filter, const std::optional<CardMark>& after = {}, int limit = 50)
    {
        return SociCardSearch(*session, scope, std::ref(initials)).find(filter, after, limit).value();
    }
    Numbers find(const CardFilter& filter)
    {
        Numbers out;
        for (const CardSummary& card : page(filter).cards)
            out.push_back(card.assetNo);
        return out;
    }
    Numbers find(const std::string& text) { return find(CardFilter {text, "", "", "", "", {}}); }

    Scope scope = Scope::everything();
    PinyinInitials initials;
};

} // namespace

TEST_CASE("Initials are those of the pinyin, and Latin letters stay", "[contract][card]")
{
    const PinyinInitials initials;
    CHECK(initials("办公桌") == "bgz");
    CHECK(initials("HP 激光打印机M15") == "hpjgdyjm15");
    CHECK(initials("绿女") == "ln");
    CHECK(initials("") == "");
    CHECK(initials("𠀀%_。") == initials("𠀀"));
}

TEST_CASE("A card is found by its number, tag and older number, and those come first", "[contract][card]")
{
    Shelf shelf(GENERATE("sqlite", "mariadb"));
    const std::string desk = shelf.add("U001", "办公桌", {{"legacy_no", "旧-1"}});
    const std::string other = shelf.add("U001", "办公椅 " + desk);
    CHECK(shelf.find(desk) == Numbers {desk, other});
    CHECK(shelf.find(AssetTag::of(AssetNo::parse(desk).value()).text()) == Numbers {desk});
    CHECK(shelf.find("旧-1") == Numbers {desk});
    CHECK(shelf.find("JJ2026") == Numbers {desk, other});
    CHECK(shelf.find("JJ2026999999").empty());
}

TEST_CASE(
    "A card is found by parts of names, initials, places, people and serial numbers", "[contract][card]")
{
    Shelf shelf(GENERATE("sqlite", "mariadb"));
    const std::string desk = shelf.add("U001", "办公桌", {{"place", "R-101"}});
    const std::string chair = shelf.add("U001", "转椅", {{"user", "P101"}, {"use_state", "in_use"}});
    const std::string lamp
        = shelf.add("U003", "台灯100%_\\新", {{"serial_no", "SN-77x"}, {"keeper", "P301"}});
    CHECK(shelf.find("公桌") == Numbers {desk});
    CHECK(shelf.find("bgz") == Numbers {desk});
    CHECK(shelf.find("BGZ") == Numbers {desk});
    CHECK(shelf.find("档案室") == Numbers {desk});
    CHECK(shelf.find("R-101") == Numbers {desk});
    CHECK(shelf.find("张三") == Numbers {chair});
    CHECK(shelf.find("P101") == Numbers {chair});
    CHECK(shelf.find("王五") == Numbers {lamp});
    CHECK(shelf.find("SN-77x") == Numbers {lamp});
    CHECK(shelf.find("0%_\\") == Numbers {lamp});
    CHECK(shelf.find("%_").size() == 1);
    CHECK(shelf.find("%%").empty());
    CHECK(shelf.find("' OR 1=1 --").empty());
    CHECK(shelf.find("桌").empty());
    // A name that a card got later is known as well.
    shelf.rename(lamp, "吊灯");
    CHECK(shelf.find("吊灯") == Numbers {lamp});
    CHECK(shelf.find("台灯").empty());
}

TEST_CASE(
    "A card is found by part of the code of its place, whether that came in a file or was entered by hand",
    "[contract][card]")
{
    Shelf shelf(GENERATE("sqlite", "mariadb"));
    const std::string desk = shelf.add("U001", "办公桌", {{"place", "R-101"}});
    const auto inRoom = [&](const std::string& no, const std::string& code) {
        Query(*shelf.session)
            .add("UPDATE asset SET place_id = (SELECT id FROM place WHERE code = ", code)
            .add(") WHERE asset_no = ", no)
            .run();
    };
    const auto enter = [&](const std::string& code) {
        NewRoom room;
        room.code = code;
        room.name = "库房";
        room.parent = "B-1";
        room.usable = Area::fromHundredths(2000);
        UnitOfWork work(*shelf.session);
        REQUIRE(enterRoom(*shelf.session, room));
        work.commit();
    };
    // Before anybody searched, as a program entered it that learnt no codes, and afterwards.
    insertRow(*shelf.session, "place",
        {{"id", std::int64_t {1900}}, {"code", std::string("附楼-7")}, {"kind", std::string("room")},
            {"name", std::string("库房")}});
    const std::string chair = shelf.add("U001", "转椅");
    inRoom(chair, "附楼-7");
    CHECK(shelf.find("楼-7") == Numbers {chair});
    enter("综合楼-301");
    const std::string lamp = shelf.add("U001", "台灯");
    inRoom(lamp, "综合楼-301");
    CHECK(shelf.find("楼-3") == Numbers {lamp});
    CHECK(shelf.find("楼-") == Numbers {chair, lamp});
    CHECK(shelf.find("-10") == Numbers {desk});
    CHECK(shelf.find("合楼-302").empty());
}

TEST_CASE("Filters narrow by unit, place and what is in it, class, user and state", "[contract][card]")
{
    Shelf shelf(GENERATE("sqlite", "mariadb"));
    const std::string one
        = shelf.add("U001", "办公桌", {{"place", "R-101"}, {"user", "P102"}, {"use_state", "in_use"}});
    const std::string two = shelf.add("U002", "办公桌", {{"place", "R-201"}});
    const std::string three = shelf.add("U003", "办公桌");
    const auto by = [&](CardFilter filter) { return shelf.find(filter); };
    CHECK(by({"", "U002", "", "", "", {}}) == Numbers {two});
    CHECK(by({"", "", "R-101", "", "", {}}) == Numbers {one});
    CHECK(by({"", "", "B-1", "", "", {}}) == Numbers {one, two});
    CHECK(by({"", "", "", "A05", "", {}}) == Numbers {one, two, three});
    CHECK(by({"", "", "", "A06", "", {}}).empty());
    CHECK(by({"", "", "", "", "P102", {}}) == Numbers {one});
    CHECK(by({"办公", "", "", "A05", "", UseState::InStock}) == Numbers {two, three});
}

TEST_CASE("A list goes by key: every card once, in the order of ids", "[contract][card]")
{
    Shelf shelf(GENERATE("sqlite", "mariadb"));
    Numbers all;
    for (int i = 0; i < 7; ++i)
        all.push_back(shelf.add("U001", "办公桌"));
    for (const std::string text : {"", "办公"}) {
        Numbers seen;
        std::optional<CardMark> after;
        int pages = 0;
        do {
            const CardPage page = shelf.page({text, "", "", "", "", {}}, after, 3);
            for (const CardSummary& card : page.cards)
                seen.push_back(card.assetNo);
            after = page.next;
            ++pages;
        } while (after);
        CHECK(seen == all);
        CHECK(pages == 3);
    }
}

TEST_CASE("A text that few bear and one that many bear show the same cards", "[contract][card]")
{
    Shelf shelf(GENERATE("sqlite", "mariadb"));
    const std::string desk = shelf.add("U001", "办公桌");
    const auto all = [&](CardOrder order) {
        CardFilter filter {"公桌", "", "", "", "", {}, order};
        Numbers out;
        std::optional<CardMark> after;
        do {
            const CardPage page = shelf.page(filter, after, 500);
            for (const CardSummary& card : page.cards)
                out.push_back(card.assetNo);
            after = page.next;
        } while (after);
        return out;
    };
    const auto expected = [&](std::int64_t count, CardOrder order) {
        std::vector<std::tuple<std::int64_t, std::int64_t, std::string>> rows;
        if (order == CardOrder::Original)
            rows.emplace_back(80'000, 0, desk);
        else
            rows.emplace_back(1, 0, desk);
        for (std::int64_t i = 1; i < count; ++i)
            rows.emplace_back(order == CardOrder::Original ? 10'000 + i % 7
                    : order == CardOrder::Unit             ? 1 + i % 3
                                                           : 1,
                i, "LIKE" + std::to_string(i));
        std::sort(rows.begin(), rows.end());
        Numbers out;
        for (auto& row : rows)
            out.push_back(std::get<2>(row));
        return out;
    };
    constexpr std::int64_t kGathered = 5'000; // so many are gathered, one more is walked for
    std::int64_t there = 1;
    for (const std::int64_t count : {kGathered, kGathered + 1}) {
        shelf.addLike(desk, "办公桌", there, count - there);
        there = count;
        for (const CardOrder order : {CardOrder::Oldest, CardOrder::Original, CardOrder::Unit})
            CHECK(all(order) == expected(count, order));
        CHECK(shelf.find(CardFilter {"办公桌", "", "", "", "", UseState::InUse}).empty());
        CHECK(shelf.page({"办公桌", "U002", "", "", "", {}}).cards.front().assetNo == "LIKE1");
    }
}

TEST_CASE("A name is found by any two characters of it, also where many hold one of them", "[contract][card]")
{
    Shelf shelf(GENERATE("sqlite", "mariadb"));
    CHECK(bigramsOf("办公桌") == std::set<std::string> {"办公", "公桌"});
    CHECK(bigramsOf("桌").empty());
    CHECK(bigramsOf("a  b") == std::set<std::string> {"a ", " b"});
    const std::string spaced = shelf.add("U001", "双  空格");
    const std::string rare = shelf.add("U001", "𠀀𠀁桌");
    CHECK(shelf.find("双  空") == Numbers {spaced});
    CHECK(shelf.find("𠀀𠀁") == Numbers {rare});
    CHECK(shelf.find("空双").empty());
    CHECK(shelf.find(" 桌").empty()); // one character
    // The same name is a card's and a person's; either is known by itself.
    const std::string statue = shelf.add("U003", "张三");
    const std::string chair = shelf.add("U001", "转椅", {{"user", "P101"}, {"use_state", "in_use"}});
    CHECK(shelf.find("张三") == Numbers {statue, chair});
    CHECK(shelf.find("zs") == Numbers {statue, chair});
}

TEST_CASE("P8: a long text is found by its first pairs of characters, and told from what is like it in those",
    "[contract][card]")
{
    Shelf shelf(GENERATE("sqlite", "mariadb"));
    constexpr std::size_t kMostCompared = 8; // pairs, of the sorted ones
    const std::string pairs = "abcdefghijklmnopqrs";
    for (const std::size_t characters : {kMostCompared + 1, kMostCompared + 2, pairs.size()}) {
        CAPTURE(characters);
        const std::string name = pairs.substr(0, characters) + "桌";
        const std::string card = shelf.add("U001", name);
        CHECK(shelf.find(name) == Numbers {card});
        CHECK(shelf.find(pairs.substr(0, characters) + "椅").empty()); // the last pair, which is not compared
    }
}

TEST_CASE("P8: a text stands for 500 names at most, and of one more the search says nothing wrong",
    "[contract][card]")
{
    Shelf shelf(GENERATE("sqlite", "mariadb"));
    constexpr std::int64_t kMostMeanings = 500;
    for (std::int64_t i = 1; i <= kMostMeanings; ++i)
        shelf.add("U001", "会议桌" + std::to_string(1000 + i));
    const auto found = [&] {
        std::set<std::string> out;
        std::optional<CardMark> after;
        do {
            const CardPage page = shelf.page({"会议桌", "", "", "", "", {}}, after, 200);
            for (const CardSummary& card : page.cards)
                out.insert(card.assetNo);
            after = page.next;
        } while (after);
        return out;
    };
    CHECK(std::ssize(found()) == kMostMeanings);
    const std::string further = shelf.add("U001", "会议桌甲");
    CHECK(std::ssize(found()) == kMostMeanings);
    CHECK(shelf.find("议桌甲") == Numbers {further}); // who says more finds it
}

TEST_CASE("P6 a search and a list show nothing of other units", "[contract][card]")
{
    Shelf shelf(GENERATE("sqlite", "mariadb"));
    const std::string one = shelf.add("U001", "办公桌");
    const std::string two = shelf.add("U002", "办公桌");
    const std::string three = shelf.add("U003", "办公桌", {{"user", "P301"}, {"use_state", "in_use"}});
    const CardFilter everything {};
    shelf.scope = Scope::ofUnit(UnitId {1});
    CHECK(shelf.find(everything) == Numbers {one});
    CHECK(shelf.find("办公桌") == Numbers {one});
    CHECK(shelf.find(three).empty());
    CHECK(shelf.find("王五").empty());
    SociCardSearch search(*shelf.session, shelf.scope, std::ref(shelf.initials));
    CHECK(search.find({"", "U003", "", "", "", {}}, {}, 50).error().subject == "unit.not_found");
    CHECK(search.find({"", "", "R-301", "", "", {}}, {}, 50).error().subject == "place.not_found");
    CHECK(search.find({"", "", "", "", "P301", {}}, {}, 50).error().subject == "person.not_found");
    shelf.scope = Scope::ofUnitAndSubordinates(UnitId {1});
    CHECK(shelf.find("办公桌") == Numbers {one, two});
    shelf.scope = Scope();
    CHECK(shelf.find("办公桌").empty());

    const auto codes = [](const auto& page, auto code) {
        Numbers out;
        for (const auto& row : page.rows)
            out.push_back(code(row));
        return out;
    };
    const auto ofUnit = [](const UnitRow& row) { return row.unit.code; };
    const auto ofPlace = [](const PlaceRow& row) { return row.place.code; };
    const auto ofPerson = [](const PersonRow& row) { return row.code; };
    const auto ofDepartment = [](const DepartmentRow& row) { return row.name; };
    RegistryLists all(*shelf.session, Scope::everything());
    CHECK(codes(all.units({}), ofUnit) == Numbers {"U001", "U002", "U003"});
    ListFilter below;
    below.parent = "U001";
    CHECK(codes(all.units(below), ofUnit) == Numbers {"U002"});
    ListFilter small;
    small.limit = 2;
    CHECK(all.units(small).next == "U002");
    small.after = "U002";
    CHECK(codes(all.units(small), ofUnit) == Numbers {"U003"});
    CHECK_FALSE(all.units(small).next);
    CHECK(codes(all.people({}), ofPerson) == Numbers {"P101", "P102", "P301"});

    RegistryLists own(*shelf.session, Scope::ofUnit(UnitId {1}));
    CHECK(codes(own.units({}), ofUnit) == Numbers {"U001"});
    CHECK(own.unit("U003").error().subject == "unit.not_found");
    CHECK(own.unit("U001")->unit.name == "第1局");
    CHECK(codes(own.people({}), ofPerson) == Numbers {"P101", "P102"});
    CHECK(codes(own.places({}), ofPlace) == Numbers {"B-1", "R-101", "R-102"});
    ListFilter inside;
    inside.parent = "B-1";
    inside.text = "会议";
    CHECK(codes(own.places(inside), ofPlace) == Numbers {"R-102"});
    ListFilter ofOne;
    ofOne.unit = "U001";
    CHECK(codes(own.departments(ofOne).value(), ofDepartment).size() == 2);
    ofOne.unit = "U003";
    CHECK(own.departments(ofOne).error().subject == "unit.not_found");
}

TEST_CASE("A list is sorted as an index is, page by page in both directions", "[contract][card]")
{
    Shelf shelf(GENERATE("sqlite", "mariadb"));
    Numbers desks;
    for (int i = 0; i < 3; ++i)
        desks.push_back(shelf.add("U001", "办公桌"));
    const std::string chair = shelf.add("U001", "办公椅",
        {{"class_code", "A05010301"}, {"original_yuan", "1200"}, {"acquired_on", "2025-12-31"}});
    const std::string other = shelf.add("U002", "办公桌");
    const auto sorted = [&](CardOrder order, const std::string& unit, int limit) {
        CardFilter filter {"", unit, "", "", "", {}, order};
        Numbers out;
        std::optional<CardMark> after;
        do {
            const CardPage page = shelf.page(filter, after, limit);
            for (const CardSummary& card : page.cards)
                out.push_back(card.assetNo);
            after = page.next;
        } while (after);
        return out;
    };
    const int limit = GENERATE(1, 2, 50);
    const Numbers byAge {desks[0], desks[1], desks[2], chair, other};
    Numbers byNumber = byAge;
    std::sort(byNumber.begin(), byNumber.end());
    CHECK(sorted(CardOrder::Oldest, "", limit) == byAge);
    CHECK(sorted(CardOrder::Newest, "", limit) == Numbers(byAge.rbegin(), byAge.rend()));
    CHECK(sorted(CardOrder::Number, "", limit) == byNumber);
    CHECK(sorted(CardOrder::NumberDown, "", limit) == Numbers(byNumber.rbegin(), byNumber.rend()));
    const Numbers byClass {desks[0], desks[1], desks[2], chair};
    CHECK(sorted(CardOrder::Class, "U001", limit) == byClass);
    CHECK(sorted(CardOrder::ClassDown, "U001", limit) == Numbers(byClass.rbegin(), byClass.rend()));
    const auto andBack = [&](CardOrder order, CardOrder down, const Numbers& expected) {
        CHECK(sorted(order, "", limit) == expected);
        CHECK(sorted(down, "", limit) == Numbers(expected.rbegin(), expected.rend()));
    };
    andBack(
        CardOrder::Name, CardOrder::NameDown, {desks[0], desks[1], desks[2], other, chair}); // 桌 before 椅
    andBack(CardOrder::Original, CardOrder::OriginalDown, {desks[0], desks[1], desks[2], other, chair});
    andBack(CardOrder::Acquired, CardOrder::AcquiredDown, {chair, desks[0], desks[1], desks[2], other});
    andBack(CardOrder::Unit, CardOrder::UnitDown, {desks[0], desks[1], desks[2], chair, other});
    CHECK(sorted(CardOrder::Unit, "U002", limit) == Numbers {other});
    CHECK(sorted(CardOrder::Original, "U001", limit) == Numbers {desks[0], desks[1], desks[2], chair});
    SociCardSearch search(*shelf.session, shelf.scope, std::ref(shelf.initials));
    CHECK(search.find({"", "", "", "", "", {}, CardOrder::Class}, {}, 5).error().subject == "card.sort_unit");
    // Those that the text numbers stand first, and a page that they fill is followed by the others.
    const auto named = search.find({"办公桌", "", "", "", "", {}, CardOrder::NameDown}, {}, 1);
    CHECK(named->cards.at(0).assetNo == other);
    CHECK(named->cards.at(0).acquiredOn == day("2026-01-05"));
    const auto numbered = search.find({desks[1], "", "", "", "", {}, CardOrder::Original}, {}, 1);
    CHECK(numbered->cards.at(0).assetNo == desks[1]);
    // A mark of another order is none, and one of a card that one may not see leads to nothing but one's own.
    const AssetId foreign = shelf.page({"", "U002", "", "", "", {}}).cards.at(0).id;
    SociCardSearch own(*shelf.session, Scope::of(Role::UnitClerk, UnitId {1}, {}), std::ref(shelf.initials));
    for (const CardOrder order :
        {CardOrder::Number, CardOrder::Name, CardOrder::Original, CardOrder::Acquired, CardOrder::Unit}) {
        if (order != CardOrder::Unit)
            CHECK(own.find({"", "", "", "", "", {}, order}, CardMark {"", foreign}, 5).error().subject
                == "request.after");
        CHECK(own.find({"", "", "", "", "", {}, order}, {}, 5)->cards.size() == 4);
    }
    CHECK(own.find({"", "", "", "", "", {}, CardOrder::Class}, {}, 5)->cards.size() == 4);
    CHECK(
        own.find({"", "", "", "", "", {}, CardOrder::Name}, CardMark {"一", foreign}, 5)->cards.size() == 4);
    CHECK(own.find({"", "", "", "", "", {}, CardOrder::Original}, CardMark {"1x", foreign}, 5).error().subject
        == "request.after");
    CHECK(
        own.find({"", "", "", "", "", {}, CardOrder::Acquired}, CardMark {"2026", foreign}, 5).error().subject
        == "request.after");
}

TEST_CASE("Cards that are valued or named anew between two pages leave nobody else out", "[contract][card]")
{
    Shelf shelf(GENERATE("sqlite", "mariadb"));
    Numbers desks;
    for (const char* name : {"桌一", "桌丁", "桌七", "桌万"}) // in the order of their characters
        desks.push_back(shelf.add("U001", name,
            {{"original_yuan", std::to_string(1000 + 100 * desks.size())},
                {"acquired_on", "2026-01-0" + std::to_string(1 + desks.size())}}));
    // The last card of the first page moves to the end before the second is read.
    const auto turned = [&](const CardFilter& filter, const std::function<void()>& meanwhile) {
        Numbers out;
        std::optional<CardMark> after;
        do {
            const CardPage page = shelf.page(filter, after, 2);
            for (const CardSummary& card : page.cards)
                out.push_back(card.assetNo);
            if (!after)
                meanwhile();
            after = page.next;
        } while (after);
        return out;
    };
    const Numbers withTheMovedOneTwice {desks[0], desks[1], desks[2], desks[3], desks[1]};
    CHECK(turned({"", "", "", "", "", {}, CardOrder::Original}, [&] {
        Query(*shelf.session)
            .add(
                "UPDATE asset_value SET original_fen = 999900 WHERE asset_id = (SELECT id FROM asset WHERE asset_no = ",
                desks[1])
            .add(")")
            .run();
    }) == withTheMovedOneTwice);
    CHECK(turned({"", "", "", "", "", {}, CardOrder::Acquired}, [&] {
        Query(*shelf.session)
            .add("UPDATE asset SET acquired_on = '2026-09-09' WHERE asset_no = ", desks[1])
            .run();
    }) == withTheMovedOneTwice);
    CHECK(turned({"", "", "", "", "", {}, CardOrder::Name}, [&] { shelf.rename(desks[1], "桌龙"); })
        == withTheMovedOneTwice);
}
