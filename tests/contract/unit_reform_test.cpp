#include "core/base/text_length.h"
#include "schema/premises/title_register.h"
#include "schema/repositories/unit_reforms.h"
#include "tests/contract/paperwork.h"
#include "tests/support/values.h"

#include <random>

using namespace guanwu;
using namespace guanwu::test;

namespace {

struct City : Paperwork {
    using Paperwork::Paperwork;
    std::vector<std::string> numbersOf(const std::string& unit)
    {
        std::vector<std::string> out;
        for (const RegisteredCard& card : cards())
            if (card.unit.code == unit)
                out.push_back(card.card.assetNo);
        return out;
    }
    void transfer(const std::string& assetNo)
    {
        DocumentDesk clerk(*session, kClerk1);
        Document document
            = clerk.service.create({DocumentKind::Disposal, "allocate_free", "U001", "", "U003", "不再需要"})
                  .value();
        DocumentEdit edit;
        edit.assets = {assetNo};
        document = clerk.service.edit(document.no, document.revision, edit).value();
        for (const char* name : {"request", "transfer_agreement", "handover_list"})
            document = paper(document, name);
        document = file(document).value();
        for (const DocumentActor* who : {&kOfficer1, &kOfficer3, &kBureau})
            document = moved(*who, document, signature());
        document
            = moved(kClerk1, document, moveOf(DocumentAction::Execute, {{0, "executed_on", "2026-11-28"}}));
        moved(kClerk1, document,
            moveOf(DocumentAction::Close, {{0, "removed_on", "2026-11-28"}, {0, "voucher_no", "记-8"}}));
    }
    Result<ReformPlan> reform(ReformOrder order, bool dryRun = false)
    {
        order.paperNo = "怀编〔2026〕2号";
        order.on = std::chrono::year(2026) / 11 / 28;
        return UnitReforms(*session).carryOut(order, "bureau", kDeskNow, dryRun);
    }
};

ReformOrder orderOf(ReformKind kind, const std::string& successor)
{
    ReformOrder order;
    order.kind = kind;
    order.unit = "U001";
    order.successor = successor;
    return order;
}

} // namespace

TEST_CASE("A unit that is merged goes over with all it has, and its code stays with its history",
    "[contract][reform]")
{
    City city(GENERATE("sqlite", "mariadb"));
    const std::string desk = city.addCard(kDesk, "799.99", "2020-12-05", {{"department", "办公室"}});
    const Totals before = city.totals();
    // Two certificates: one for both units, one for the first alone.
    for (const std::int64_t id : {6001, 6002}) {
        insertRow(*city.session, "certificate",
            {{"id", id}, {"cert_no", "湘（2022）怀化市不动产权第000" + std::to_string(id) + "号"},
                {"cert_kind", std::string("BDCQZS")}, {"reg_kind", std::string("100")},
                {"right_holder_id", std::int64_t {2}}, {"location", std::string("某路1号")},
                {"land_share_m2_x100", std::int64_t {50500}}, {"floor_m2_x100", std::int64_t {141000}},
                {"issued_on", std::string("2022-06-01")}, {"issuer", std::string("某局")},
                {"incomplete", std::int64_t {0}}, {"state", std::string("current")}});
        for (const std::int64_t unit : {1, 3})
            if (id == 6001 || unit == 1)
                insertRow(*city.session, "certificate_user",
                    {{"certificate_id", id}, {"position", unit - 1}, {"unit_id", unit}});
    }
    const auto order = orderOf(ReformKind::Merge, "U003");
    const auto plan = city.reform(order, true);
    INFO(refusalOf(plan));
    REQUIRE(plan.has_value());
    CHECK(plan->cards == 1);
    CHECK(plan->original == Money::fromFen(799'99));
    CHECK(plan->people == 2);
    CHECK(plan->places == 2);
    CHECK(plan->subordinates == 1);
    REQUIRE(plan->departments.size() == 2);
    CHECK(plan->departments[0].name == "办公室（第1局）");
    CHECK(plan->departments[1].name == "财务科");
    CHECK(city.card(desk).unit.code == "U001");

    REQUIRE(city.reform(order));
    const auto card = city.card(desk);
    CHECK(card.unit.code == "U003");
    CHECK(card.usingUnit.code == "U003");
    CHECK(card.department.name == "办公室（第1局）");
    CHECK_FALSE(card.leftOn);
    CHECK(city.totals() == before);
    for (const TitleLine& title : TitleRegister(*city.session, Scope::everything()).titles({})) {
        REQUIRE(title.users.size() == 1);
        CHECK(title.users[0].code == "U003");
    }
    SociCardRepository cards(*city.session, Scope::everything());
    const auto event = cards.history(card.card.id, 0, 1).at(0);
    CHECK(event.reason == "怀编〔2026〕2号 合并");
    CHECK(event.fields.size() == 2);
    CHECK(cards.person("P101")->name == "张三");
    const auto end = UnitReforms(*city.session).endOf(UnitId {1});
    REQUIRE(end);
    CHECK(end->successor.code == "U003");
    // The code is there and takes nothing new.
    CHECK(refusalOf(city.reform(order)) == "unit.ended U001");
    CHECK(refusalOf(cards.unit("U001")) == "unit.ended U001");
    DocumentDesk bureau(*city.session, kBureau);
    CHECK(bureau.store.unit("U002")->supervising.code == "U003");
}

TEST_CASE("Nothing is reformed while a document or a sheet of the unit is open", "[contract][reform]")
{
    City city(GENERATE("sqlite", "mariadb"));
    const std::string desk = city.addCard(kDesk, "799.99", "2020-12-05");
    const Document open = city.draft(DocumentKind::Change, "rename", {desk}, {{1, "name", "桌"}});
    CHECK(refusalOf(city.reform(orderOf(ReformKind::Merge, "U003"))) == "unit.open_document " + open.no);
    city.moved(kClerk1, open, moveOf(DocumentAction::Withdraw));
    insertRow(*city.session, "inventory_task",
        {{"id", std::int64_t {5}}, {"task_no", std::string("QC")}, {"name", std::string("清查")},
            {"base_date", std::string("2026-10-31")}, {"state", std::string("counting")},
            {"created_at", std::int64_t {0}}});
    insertRow(*city.session, "count_sheet",
        {{"id", std::int64_t {6}}, {"task_id", std::int64_t {5}}, {"unit_id", std::int64_t {1}},
            {"state", std::string("verified")}});
    CHECK(refusalOf(city.reform(orderOf(ReformKind::Merge, "U003"))) == "unit.open_sheet QC");
    // Another name moves nothing.
    auto rename = orderOf(ReformKind::Rename, "");
    CHECK(refusalOf(city.reform(rename)) == "unit.new_name 第1局");
    rename.newName = "新一局";
    CHECK(refusalOf(city.reform(rename)).empty());
    CHECK(city.card(desk).unit.name == "新一局");
    CHECK(city.card(desk).unit.code == "U001");
}

TEST_CASE("An order that cannot be is refused", "[contract][reform]")
{
    City city(GENERATE("sqlite", "mariadb"));
    CHECK(refusalOf(city.reform(orderOf(ReformKind::Merge, "U001"))) == "unit.same U001");
    CHECK(refusalOf(city.reform(orderOf(ReformKind::Abolish, ""))) == "unit.successor U001");
    CHECK(refusalOf(city.reform(orderOf(ReformKind::Merge, "U009"))) == "unit.not_found U009");
    auto explained = orderOf(ReformKind::Merge, "U003");
    explained.reason = manyCharacters(kLongestNote + 1);
    CHECK(refusalOf(city.reform(explained)) == "text.too_long 500");
    auto split = orderOf(ReformKind::Split, "U003");
    CHECK(refusalOf(city.reform(split)) == "unit.departments U001");
    split.departments = {"没有科"};
    CHECK(refusalOf(city.reform(split)) == "unit.departments 没有科");
}

namespace {

/// What was done, by kind.
struct Done {
    int transfers = 0;
    int splits = 0;
    int merges = 0;
    int renames = 0;
    int splitsOff = 0;
};

/// Any sequence of what moves cards and units; nothing is lost and nothing comes to be by it.
void runSequence(const std::string& backEnd, unsigned seed, Done& done)
{
    CAPTURE(backEnd, seed);
    City city(backEnd);
    std::mt19937 random(seed);
    const auto below
        = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    for (std::size_t i = 0; i < 6; ++i)
        city.addCard(kDesk, std::to_string(100 + below(900)) + ".0" + std::to_string(below(10)),
            "20" + std::to_string(10 + below(16)) + "-03-05",
            {{"quantity", std::to_string(6 + below(9))}, {"department", i % 2 == 0 ? "办公室" : "财务科"}});
    const Totals before = city.totals();
    bool isSplitOff = false;
    for (int step = 0; step < 9; ++step) {
        const auto numbers = city.numbersOf("U001");
        if (numbers.empty())
            break;
        const std::string& one = numbers[below(numbers.size())];
        const std::size_t choice = below(5);
        CAPTURE(step, choice);
        if (choice == 0) {
            city.transfer(one);
            ++done.transfers;
        } else if (choice == 1 && !isSplitOff) {
            auto order = orderOf(ReformKind::Split, "U003");
            order.departments = {"财务科"};
            REQUIRE(city.reform(order));
            isSplitOff = true;
            ++done.splitsOff;
        } else if (choice == 2) {
            auto order = orderOf(ReformKind::Rename, "");
            order.newName = "新局" + std::to_string(step);
            REQUIRE(city.reform(order));
            ++done.renames;
        } else if (choice == 3 && numbers.size() > 1) {
            city.slip("merge", {numbers[0], numbers[1]}, {{0, "months_left", "24"}});
            ++done.merges;
        } else if (city.card(one).card.quantity > 1) {
            city.slip("split", {one}, {{1, "part_count", "2"}});
            ++done.splits;
        }
        REQUIRE(city.totals() == before);
    }
    REQUIRE(city.reform(orderOf(seed % 2 == 0 ? ReformKind::Merge : ReformKind::Abolish, "U003")));
    CHECK(city.totals() == before);
    CHECK(city.numbersOf("U001").empty());
}

} // namespace

TEST_CASE("Whatever is transferred, split, merged and reformed, the city has as much as before",
    "[contract][reform][property]")
{
    Done done;
    for (const unsigned seed : {1U, 2U, 3U, 4U, 5U, 6U})
        runSequence("sqlite", seed, done);
    for (const unsigned seed : {738U, 739U})
        runSequence("mariadb", seed, done);
    // The sequences have something of everything.
    for (const int times : {done.transfers, done.splits, done.merges, done.renames, done.splitsOff})
        CHECK(times > 0);
}
