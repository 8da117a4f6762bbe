#include "tests/contract/register_desk.h"

#include "core/registers/register_figures.h"
#include "schema/connection/unit_of_work.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using enum RegisterKind;

namespace {

const std::string kPhoto(64, 'b');

std::vector<FieldValue> anItem(const std::string& special = "一般物品")
{
    return {{"case_no", "怀纪〔2026〕9号"}, {"source_kind", "纪委监委移交"}, {"handed_by_org", "市纪委监委"},
        {"name", "手表"}, {"quantity", "1"}, {"special_kind", special}};
}

const std::vector<FieldValue> kHandOver {{"handed_over_on", "2026-01-10"}, {"giver", "甲"},
    {"receiver", "乙"}, {"witness", "丙"}, {"photos", kPhoto}, {"description", "机械表"},
    {"condition", "九成新"}};
const std::vector<FieldValue> kTakeIn {
    {"in_custody_on", "2026-01-12"}, {"custody_place", "一号库"}, {"keeper", "丁"}, {"seal_no", "F1"}};
const std::vector<FieldValue> kAppraise {
    {"appraised_yuan", "8000"}, {"appraised_on", "2026-01-20"}, {"appraiser", "某评估所"}};

std::vector<FieldValue> decision(const std::string& kind)
{
    return {{"decision_kind", kind}, {"decision_no", "怀财〔2026〕3号"}, {"decided_on", "2026-02-01"}};
}

/// An item up to the state before the decision.
std::string keptItem(RegisterDesk& desk, const std::string& special = "一般物品")
{
    const auto made = desk.add(SeizedGoods, {}, anItem(special));
    REQUIRE(refusal(made).empty());
    const std::string no = made->entry.entryNo;
    REQUIRE(refusal(desk.step(SeizedGoods, no, "hand_over", kHandOver)).empty());
    REQUIRE(refusal(desk.step(SeizedGoods, no, "take_in", kTakeIn)).empty());
    REQUIRE(refusal(desk.step(SeizedGoods, no, "appraise", kAppraise)).empty());
    return no;
}

} // namespace

TEST_CASE("Goods are handed over item by item, with photo, description, condition and three signatures",
    "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk desk(*registry.session, "2026-03-01");
    const std::string no = desk.add(SeizedGoods, {}, anItem())->entry.entryNo;
    for (std::size_t i = 0; i < kHandOver.size(); ++i) {
        auto fields = kHandOver;
        const std::string missing = fields[i].field;
        fields.erase(fields.begin() + static_cast<std::ptrdiff_t>(i));
        CHECK(refusal(desk.step(SeizedGoods, no, "hand_over", fields))
            == "register.step_needs seized_item." + missing);
    }
    auto same = kHandOver;
    same[3].value = " 乙 ";
    CHECK(refusal(desk.step(SeizedGoods, no, "hand_over", same)) == "seized.three_people ");
    same = kHandOver;
    same[4].value = "photo.jpg";
    CHECK(refusal(desk.step(SeizedGoods, no, "hand_over", same)) == "register.digest seized_item.photos");
    CHECK(refusal(desk.step(SeizedGoods, no, "hand_over", kHandOver)).empty());
    // Thirty days to bring it in: on the last of them it is in time.
    desk.on("2026-02-09");
    CHECK(subjectsOf(desk.service.find(SeizedGoods, no)).empty());
    desk.on("2026-02-10");
    CHECK(subjectsOf(desk.service.find(SeizedGoods, no)) == std::vector<std::string> {"seized.custody_late"});
}

TEST_CASE("Who keeps or kept goods does not dispose of them", "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk keeper(*registry.session, "2026-03-01");
    RegisterDesk disposer(
        *registry.session, "2026-03-01", Scope::everything(), {"section02", Role::AssetSection});
    const std::string no = keptItem(keeper);
    REQUIRE(keeper.add(SeizedGoods, "custody_note",
        {{"noted_on", "2026-01-25"}, {"note_kind", "keeper"}, {"keeper", "戊"}, {"finding", "交接清楚"}}, "",
        no));
    REQUIRE(refusal(keeper.step(SeizedGoods, no, "decide", decision("sell"))).empty());
    const auto sale = [](const std::string& who) {
        return std::vector<FieldValue> {
            {"disposer", who}, {"executed_on", "2026-02-10"}, {"income_yuan", "7900"}};
    };
    for (const char* who : {"丁", " 丁", "戊"})
        CHECK(refusal(disposer.step(SeizedGoods, no, "sell", sale(who)))
            == "seized.keeper_disposes " + std::string(who).substr(who[0] == ' ' ? 1 : 0));
    // Not under another name either, for the account that took it in.
    CHECK(refusal(keeper.step(SeizedGoods, no, "sell", sale("己"))) == "seized.keeper_disposes section01");
    CHECK(refusal(
              disposer.step(SeizedGoods, no, "destroy", {{"disposer", "己"}, {"executed_on", "2026-02-10"}}))
        == "seized.other_decision sell");
    CHECK(refusal(disposer.step(SeizedGoods, no, "sell", sale("己"))).empty());
    CHECK(refusal(disposer.step(SeizedGoods, no, "close", {{"closed_on", "2026-02-20"}}))
        == "register.step_from seized_item.sold");
    CHECK(refusal(disposer.step(SeizedGoods, no, "settle_income", {{"paid_on", "2026-02-12"}}))
        == "register.step_needs seized_item.treasury_voucher");
    CHECK(refusal(disposer.step(SeizedGoods, no, "settle_income",
                      {{"paid_on", "2026-02-12"}, {"treasury_voucher", "JK2"}}))
              .empty());
    CHECK(refusal(disposer.step(SeizedGoods, no, "close", {{"closed_on", "2026-02-20"}})).empty());
}

TEST_CASE("Who moved or sealed goods does not dispose of them, who checked them may", "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk keeper(*registry.session, "2026-03-01");
    const auto desk = [&](const char* login) {
        return RegisterDesk(
            *registry.session, "2026-03-01", Scope::everything(), RegisterUser {login, Role::AssetSection});
    };
    RegisterDesk mover = desk("mover");
    RegisterDesk sealer = desk("sealer");
    RegisterDesk checker = desk("checker");
    const std::string no = keptItem(keeper);
    const auto note = [&](RegisterDesk& who, std::vector<FieldValue> fields) {
        fields.push_back({"noted_on", "2026-01-25"});
        return who.add(SeizedGoods, "custody_note", fields, "", no);
    };
    REQUIRE(note(mover, {{"note_kind", "move"}, {"custody_place", "二号库"}}));
    REQUIRE(note(sealer, {{"note_kind", "unseal"}, {"finding", "复核"}}));
    REQUIRE(note(checker, {{"note_kind", "check"}, {"finding", "完好"}}));
    REQUIRE(refusal(keeper.step(SeizedGoods, no, "decide", decision("sell"))).empty());
    const auto sell = [&](RegisterDesk& who) {
        return refusal(who.step(SeizedGoods, no, "sell",
            {{"disposer", "己"}, {"executed_on", "2026-02-10"}, {"income_yuan", "7900"}}));
    };
    CHECK(sell(mover) == "seized.keeper_disposes mover");
    CHECK(sell(sealer) == "seized.keeper_disposes sealer");
    CHECK(sell(checker).empty());
}

TEST_CASE(
    "Who took goods in does not dispose of them, however much was written since", "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk keeper(*registry.session, "2026-03-01");
    const std::string no = keptItem(keeper);
    REQUIRE(refusal(keeper.step(SeizedGoods, no, "decide", decision("sell"))).empty());
    const RegisterEntry item = keeper.service.find(SeizedGoods, no)->entry;
    {
        UnitOfWork work(*registry.session, UnitOfWork::Audit::Apart);
        for (int i = 0; i < 2'000; ++i) {
            RegisterEvent remark;
            remark.id = keeper.store.newId();
            remark.state = item.state;
            remark.at = keeper.now;
            remark.actor = "section02";
            remark.revision = item.revision;
            keeper.store.note(item.id, remark);
        }
        work.commit();
    }
    CHECK(refusal(keeper.step(SeizedGoods, no, "sell",
              {{"disposer", "己"}, {"executed_on", "2026-02-10"}, {"income_yuan", "7900"}}))
        == "seized.keeper_disposes section01");
}

TEST_CASE(
    "Special goods go to the competent body: they are neither sold nor destroyed", "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk desk(*registry.session, "2026-03-01");
    RegisterDesk other(
        *registry.session, "2026-03-01", Scope::everything(), {"section02", Role::AssetSection});
    const std::string no = keptItem(desk, "文物");
    for (const char* kind : {"sell", "destroy"})
        CHECK(refusal(desk.step(SeizedGoods, no, "decide", decision(kind))) == "seized.special_goods 手表");
    CHECK(refusal(desk.step(SeizedGoods, no, "decide", decision("transfer"))).empty());
    CHECK(refusal(other.step(SeizedGoods, no, "transfer",
                      {{"disposer", "己"}, {"executed_on", "2026-02-10"}, {"receiving_body", "市文物局"}}))
              .empty());
}

TEST_CASE("The custody log is only added to, and says where the goods are and under which seal",
    "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk desk(*registry.session, "2026-03-01");
    const std::string no = desk.add(SeizedGoods, {}, anItem())->entry.entryNo;
    const auto note = [&](const std::vector<FieldValue>& fields) {
        return desk.add(SeizedGoods, "custody_note", fields, "", no);
    };
    CHECK(refusal(note({{"noted_on", "2026-01-11"}, {"note_kind", "check"}, {"finding", "完好"}}))
        == "register.parent_state " + no);
    REQUIRE(desk.step(SeizedGoods, no, "hand_over", kHandOver));
    REQUIRE(desk.step(SeizedGoods, no, "take_in", kTakeIn));
    CHECK(refusal(note({{"noted_on", "2026-01-15"}, {"note_kind", "move"}}))
        == "register.step_needs custody_note.custody_place");
    const auto moved = note({{"noted_on", "2026-01-15"}, {"note_kind", "move"}, {"custody_place", "二号库"}});
    REQUIRE(refusal(moved).empty());
    CHECK(desk.service.find(SeizedGoods, no)->entry.text("custody_place") == "二号库");
    CHECK(refusal(note({{"noted_on", "2026-01-14"}, {"note_kind", "check"}, {"finding", "x"}}))
        == "register.date_order custody_note.noted_on");
    REQUIRE(note({{"noted_on", "2026-01-16"}, {"note_kind", "unseal"}, {"finding", "送检"}}));
    CHECK(subjectsOf(desk.service.find(SeizedGoods, no)) == std::vector<std::string> {"seized.unsealed"});
    REQUIRE(note({{"noted_on", "2026-01-17"}, {"note_kind", "seal"}, {"seal_no", "F2"}}));
    CHECK(desk.service.find(SeizedGoods, no)->entry.text("seal_no") == "F2");
    const std::string line = moved->entry.entryNo;
    CHECK(refusal(desk.service.change(SeizedGoods, line, 1, {{"finding", "改"}}, "x"))
        == "register.closed custody_note.noted");
    CHECK(refusal(desk.step(SeizedGoods, line, "void", {}, "x")) == "seized.log_kept " + line);
    CHECK(moved->entry.text("former_keeper") == "丁");
}

TEST_CASE("The case number is shown to the named roles only: in no list, history, search or figure to others",
    "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    RegisterDesk section(*registry.session, "2026-03-01");
    const auto made = section.add(SeizedGoods, {}, anItem());
    REQUIRE(refusal(made).empty());
    const std::string no = made->entry.entryNo;
    const std::string secret = "怀纪〔2026〕9号";
    CHECK(made->entry.text("case_no") == secret);
    REQUIRE(
        refusal(section.service.change(SeizedGoods, no, 1, {{"case_no", secret + "之二"}}, "更正")).empty());

    const auto sees = [&](std::optional<Role> role, const Scope& scope) {
        RegisterDesk desk(*registry.session, "2026-03-01", scope, {"x", role});
        std::string all = desk.service.find(SeizedGoods, no)->entry.text("case_no");
        const auto page = desk.service.page(SeizedGoods, {}, 0, 10);
        REQUIRE(page->size() == 1);
        all += page->front().entry.text("case_no");
        const auto history = desk.service.history(SeizedGoods, no, 0, 10);
        for (const RegisterEvent& event : *history)
            for (const FieldDifference& field : event.fields)
                all += field.before + field.after;
        RegisterFilter search;
        search.text = "怀纪";
        const bool found = !desk.service.page(SeizedGoods, search, 0, 10)->empty();
        CHECK(found == (all.find("怀纪") != std::string::npos));
        return found;
    };
    CHECK(sees(Role::AssetSection, Scope::everything()));
    CHECK(sees(Role::Auditor, Scope::everything()));
    CHECK_FALSE(sees(Role::SpaceSection, Scope::everything()));
    CHECK_FALSE(sees(Role::Finance, Scope::everything()));
    CHECK_FALSE(sees(Role::UnitClerk, Scope::ofUnit(UnitId {1})));
    CHECK_FALSE(sees(Role::AssetOfficer, Scope::ofUnitAndSubordinates(UnitId {1})));
    CHECK_FALSE(sees(std::nullopt, Scope::everything()));

    // At the machine it is shown for a reason, and that is noted.
    RegisterDesk machine(*registry.session, "2026-03-01", Scope::everything(), {"root", {}});
    CHECK(refusal(machine.service.reveal(SeizedGoods, no, {})) == "register.reason ");
    CHECK(machine.service.reveal(SeizedGoods, no, "核对案卷")->entry.text("case_no") == secret + "之二");
    CHECK(machine.service.history(SeizedGoods, no, 0, 1)->front().kind == RegisterEventKind::Read);
    // What is covered does not come back as its cover.
    CHECK(refusal(machine.service.change(SeizedGoods, no, 2, {{"case_no", "***"}}, {}))
        == "register.restricted seized_item.case_no");
    RegisterDesk space(*registry.session, "2026-03-01", Scope::everything(), {"x", Role::SpaceSection});
    CHECK(refusal(space.service.reveal(SeizedGoods, no, "x")) == "register.restricted " + no);
}

TEST_CASE("Goods handed over, gifts and low-value items are in no total and no count of assets",
    "[contract][registers]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    insertRow(*registry.session, "asset",
        {{"id", std::int64_t {9'001}}, {"asset_no", std::string("TY2020000001")},
            {"unit_id", std::int64_t {1}}, {"using_unit_id", std::int64_t {1}},
            {"card_kind", std::string("equipment")}, {"class_edition", std::string("2022")},
            {"class_code", std::string("A02010105")}, {"name", std::string("台式计算机")},
            {"quantity", std::int64_t {1}}, {"acquired_on", std::string("2020-05-01")},
            {"acquisition_method", std::string("purchase")}, {"use_state", std::string("in_use")}});
    insertRow(*registry.session, "asset_value",
        {{"asset_id", std::int64_t {9'001}}, {"original_fen", std::int64_t {500'000}},
            {"life_months", std::int64_t {72}}, {"depreciation_base_fen", std::int64_t {500'000}},
            {"depreciation_from", std::int64_t {2020 * 12}}, {"depreciation_months", std::int64_t {72}},
            {"depreciation_opening_fen", std::int64_t {0}}});
    const auto books = [&] {
        Query query(*registry.session);
        query.add("SELECT COUNT(*), SUM(a.quantity), SUM(v.original_fen), COUNT(DISTINCT a.class_code) FROM "
                  "registered_asset a JOIN asset_value v ON v.asset_id = a.id");
        REQUIRE(query.next(4));
        return query.text(0) + " " + query.text(1) + " " + query.text(2) + " " + query.text(3);
    };
    const std::string before = books();
    RegisterDesk desk(*registry.session, "2026-03-01");
    for (int i = 0; i < 5; ++i) {
        static_cast<void>(keptItem(desk));
        REQUIRE(desk.add(Gifts, {}, aGift()));
        const auto item = desk.add(
            LowValue, {}, {{"name", "订书机"}, {"unit_of_measure", "个"}, {"unit_price_yuan", "20"}});
        REQUIRE(desk.add(LowValue, "movement",
            {{"moved_on", "2026-02-01"}, {"direction", "in"}, {"cause", "purchase"}, {"quantity", "7"}}, "",
            item->entry.entryNo));
    }
    CHECK(books() == before);
    CHECK(desk.store.vehicleCards(0, 10).empty());
}
