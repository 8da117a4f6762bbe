#include "app/documents/document_files.h"
#include "core/registry/older_card_kinds.h"
#include "tests/contract/paperwork.h"

#include <random>

using namespace guanwu;
using namespace guanwu::test;

TEST_CASE("A change of value stands with before and after, and no past month is computed again",
    "[contract][change]")
{
    Paperwork unit(GENERATE("sqlite", "mariadb"));
    const std::string desk = unit.addCard(kDesk, "1800.00", "2026-01-05");
    // The counter refuses it: the slip is the way.
    {
        SociCardRepository cards(*unit.session, Scope::everything());
        CardService service(cards, Scope::everything(), [] { return kDeskNow; });
        CHECK(refusalOf(service.change(desk, 1, {{"original_yuan", "2000.00"}}, {"clerk1", ""}))
            == "card.needs_slip original_yuan");
    }
    const Document document = unit.slip("value", {desk}, {{1, "original_yuan", "2140.00"}});
    CHECK(document.no == "BD-2026-000001");
    CHECK(document.state == DocumentState::Closed);
    const auto card = unit.card(desk);
    // Ten months of 10.00 stand; the rest runs over the 170 months that are left.
    CHECK(card.schedule
        == DepreciationSchedule {
            Money::fromFen(2040'00), std::chrono::year(2026) / 11, 170, Money::fromFen(100'00)});
    CHECK(card.card.original == Money::fromFen(2140'00));
    CHECK(card.card.fiscalFund == Money::fromFen(2140'00));
    SociCardRepository cards(*unit.session, Scope::everything());
    const auto event = cards.history(card.card.id, 0, 1).at(0);
    CHECK(event.change == document.id.value);
    REQUIRE(event.fields.size() == 2);
    CHECK(event.fields[1].field == "original_yuan");
    CHECK(event.fields[1].before == "1800.00");
    CHECK(event.fields[1].after == "2140.00");
}

TEST_CASE("A slip tells before its end what it will change, and after it what it changed, field by field",
    "[contract][change]")
{
    Paperwork unit(GENERATE("sqlite", "mariadb"));
    const std::string desk = unit.addCard(kDesk, "1800.00", "2026-01-05");
    using Told = std::vector<std::array<std::string, 3>>;
    const auto told = [&](const Document& document) {
        Told out;
        const DocumentLook look = DocumentDesk(*unit.session, kClerk1).service.find(document.no).value();
        for (const CardChange& one : look.changes)
            out.push_back({one.field.field, one.field.before, one.field.after});
        return out;
    };
    const Document draft
        = unit.draft(DocumentKind::Change, "value", {desk}, {{1, "original_yuan", "2140.00"}});
    const Told expected {{"original_yuan", "1800.00", "2140.00"}, {"fiscal_yuan", "1800.00", "2140.00"}};
    CHECK(told(draft) == expected);
    const Document closed = unit.slip("value", {desk}, {{1, "original_yuan", "2140.00"}});
    // What the card says by now is neither of both.
    unit.slip("value", {desk}, {{1, "original_yuan", "2500.00"}});
    CHECK(told(closed) == expected);
    CHECK(told(unit.slip("split", {desk}, {{1, "part_count", "2"}}))
        == Told {{"use_state", "in_stock", "written_off"}});
    // While it does not say enough to be carried out, it tells what it says.
    const std::string other = unit.addCard(kDesk, "1800.00", "2016-01-05");
    CHECK(told(unit.draft(DocumentKind::Change, "value", {other}, {{1, "original_yuan", "1000.00"}}))
        == Told {{"original_yuan", "1800.00", "1000.00"}});
}

TEST_CASE("A slip that says nothing new, or what cannot be, is not filed", "[contract][change]")
{
    Paperwork unit(GENERATE("sqlite", "mariadb"));
    const std::string desk = unit.addCard(kDesk, "1800.00", "2016-01-05");
    const auto refusal = [&](const std::string& method, std::vector<Fact> facts) {
        return refusalOf(unit.file(
            unit.paper(unit.draft(DocumentKind::Change, method, {desk}, std::move(facts)), "basis")));
    };
    CHECK(refusal("value", {{1, "original_yuan", "1800"}}) == "document.nothing_changes " + desk);
    CHECK(refusal("value", {{1, "original_yuan", "1000"}}) == "document.below_accumulated " + desk);
    CHECK(refusal("life", {{1, "life_months", "100"}}) == "document.months_left " + desk);
    CHECK(refusal("class", {{1, "class_code", "A02010105"}}) == "document.class_other_kind " + desk);
    CHECK(refusal("correction", {{1, "ends", "void"}}) == "document.earlier_no " + desk);
    CHECK(refusal("merge", {}) == "document.merge_one BD-2026-000006");
    CHECK(refusal("split", {{1, "part_count", "1"}}) == "document.part_count " + desk + " 1");
    CHECK(refusal("split", {{1, "part_count", "2"}, {1, "part_values", "1800;1"}})
        == "document.part_values " + desk + " 1800;1");
    CHECK(refusal("rename", {}) == "document.fact_missing change.rename.name");
}

TEST_CASE("Life, class, name and what was entered wrongly change by their slips", "[contract][change]")
{
    Paperwork unit(GENERATE("sqlite", "mariadb"));
    const std::string desk = unit.addCard(kDesk, "1800.00", "2026-01-05");
    unit.slip("life", {desk}, {{1, "life_months", "210"}});
    CHECK(unit.card(desk).card.lifeMonths == 210);
    CHECK(unit.card(desk).schedule
        == DepreciationSchedule {
            Money::fromFen(1700'00), std::chrono::year(2026) / 11, 200, Money::fromFen(100'00)});
    const auto schedule = unit.card(desk).schedule;
    unit.slip("class", {desk}, {{1, "class_code", "A05010301"}});
    CHECK(unit.card(desk).card.classCode == "A05010301");
    unit.slip("rename", {desk}, {{1, "name", "会议桌"}});
    CHECK(unit.card(desk).card.name == "会议桌");
    unit.slip(
        "correction", {desk}, {{1, "acquired_on", "2025-12-31"}, {1, "acquisition_method", "allotment"}});
    const auto card = unit.card(desk);
    CHECK(card.card.acquiredOn == Day(std::chrono::year(2025) / 12 / 31));
    CHECK(card.card.acquisition == AcquisitionMethod::Allotment);
    CHECK(card.schedule == schedule);
}

TEST_CASE("A card under an older class comes to the kind of its new one, where no part of it says otherwise",
    "[contract][change]")
{
    Paperwork unit(GENERATE("sqlite", "mariadb"));
    const std::string cabinet = unit.addCard("A02010105", "600.00", "2026-01-05");
    const auto refused = [&](const char* classCode) {
        return refusalOf(unit.file(unit.paper(
            unit.draft(DocumentKind::Change, "class", {cabinet}, {{1, "class_code", classCode}}), "basis")));
    };
    CHECK(refused("A05010502") == "document.class_other_kind " + cabinet);
    Query(*unit.session)
        .add("UPDATE asset SET class_edition = '2010', class_code = '6010500' WHERE asset_no = ", cabinet)
        .run();
    CHECK(refused("A02030501") == "document.class_other_kind " + cabinet); // a car has a part of its own
    unit.slip("class", {cabinet}, {{1, "class_code", "A05010502"}, {1, "life_months", "180"}});
    const auto card = unit.card(cabinet);
    CHECK(card.card.kind == CardKind::Furniture);
    CHECK(card.card.classEdition == ClassEdition::Edition2022);
    CHECK(card.card.assetNo == cabinet); // its number is for life
    for (const auto& [code, kind] : {std::pair {"1010000", CardKind::Land}, {"1020000", CardKind::Building},
             {"2030500", CardKind::Vehicle}, {"2010104", CardKind::Equipment},
             {"4010000", CardKind::RelicBook}, {"5010000", CardKind::RelicBook},
             {"6010500", CardKind::Furniture}})
        CHECK(cardKindOf2010(code) == kind);
}

TEST_CASE("Final accounts replace an estimate as the worked example says", "[contract][change]")
{
    Paperwork unit(GENERATE("sqlite", "mariadb"));
    // 500,000.00 over 360 months, after 10 months 520,000.00: 1,446.03 a month, 1,446.63 in the last.
    const std::string house = unit.addCard("A01010200", "500000.00", "2026-01-05",
        {{"value_type", "estimated"}, {"structure", "brick_concrete"}, {"floor_m2", "100"},
            {"area_self_m2", "100"}, {"right_holder", "U001"}, {"life_months", "360"},
            {"final_accounts", "open"}, {"address", "某路1号"}});
    unit.slip("final_accounts", {house}, {{1, "original_yuan", "520000"}});
    const auto card = unit.card(house);
    CHECK(card.schedule.accumulatedAt(kLastMonth) == Money::fromFen(13'888'90));
    CHECK(card.schedule.monthly() == Money::fromFen(1'446'03));
    CHECK(card.schedule.takenIn(card.schedule.lastMonth()) == Money::fromFen(1'446'63));
    CHECK(card.schedule.months == 350);
    CHECK(card.card.valueType == ValueType::Original);
    CHECK(card.card.building->finalAccounts == FinalAccounts::Done);
}

TEST_CASE("A rebuild stops depreciation and ends with a new base and a new life", "[contract][change]")
{
    Paperwork unit(GENERATE("sqlite", "mariadb"));
    const std::string house = unit.addCard("A01010200", "1000000.00", "2016-11-05",
        {{"structure", "brick_concrete"}, {"floor_m2", "100"}, {"area_self_m2", "100"},
            {"right_holder", "U001"}, {"life_months", "360"}, {"address", "某路1号"}});
    Document document
        = unit.approved(unit.paper(unit.draft(DocumentKind::Change, "rebuild", {house}), "basis"));
    CHECK(document.state == DocumentState::Approved);
    CHECK(refusalOf(unit.move(
              kClerk1, document, moveOf(DocumentAction::Execute, {{0, "started_on", "2026-10-31"}})))
        == "document.effective_on 2026-10-31");
    document
        = unit.moved(kClerk1, document, moveOf(DocumentAction::Execute, {{0, "started_on", "2026-11-28"}}));
    CHECK(unit.card(house).card.useState == UseState::InRebuild);
    // Half a year later, 120 months stand and nothing came to them.
    const Instant later = std::chrono::sys_days(std::chrono::year(2027) / 5 / 20);
    CHECK(unit.card(house, later).card.accumulated == Money::fromFen(333'333'60));
    document = unit.paper(document, "acceptance");
    document = unit.moved(kClerk1, document,
        moveOf(DocumentAction::Close,
            {{0, "effective_on", "2027-05-20"}, {0, "voucher_no", "记-5"}, {1, "added_yuan", "200000"},
                {1, "months_left", "300"}}),
        later);
    const auto card = unit.card(house, later);
    CHECK(card.card.useState == UseState::InStock);
    CHECK(card.card.original == Money::fromFen(1'200'000'00));
    CHECK(card.card.lifeMonths == 420);
    CHECK(card.schedule
        == DepreciationSchedule {
            Money::fromFen(866'666'40), std::chrono::year(2027) / 5, 300, Money::fromFen(333'333'60)});
    CHECK(card.schedule.monthly() == Money::fromFen(2'888'89));
    CHECK(card.schedule.takenIn(card.schedule.lastMonth()) == Money::fromFen(2'888'29));
}

TEST_CASE("The parts of a split add up, the last takes the remainder, and the old number is never used again",
    "[contract][change]")
{
    Paperwork unit(GENERATE("sqlite", "mariadb"));
    const std::string batch = unit.addCard(kDesk, "1000.00", "2022-03-05", {{"quantity", "3"}});
    const Totals before = unit.totals();
    const Document split
        = unit.slip("split", {batch}, {{1, "part_count", "3"}, {1, "part_names", "甲桌;乙桌"}});
    CHECK(unit.totals() == before);
    const auto old = unit.card(batch);
    CHECK(old.card.useState == UseState::WrittenOff);
    CHECK(old.leftOn == Day(std::chrono::year(2026) / 11 / 28));
    DocumentDesk desk(*unit.session, kBureau);
    const auto parts = desk.store.cardsOf(split.id);
    REQUIRE(parts.size() == 3);
    // Whoever signs for it on paper sees what each part has of the old one.
    CHECK(documentFormOf(*unit.session, Scope::everything(), split, chinaDate(kDeskNow)).report.notes.back()
        == "所建卡片：" + parts[0] + "（1台，333.33 元）、" + parts[1] + "（1台，333.34 元）、" + parts[2]
            + "（1台，333.33 元）");
    CHECK(unit.card(parts[0]).card.original == Money::fromFen(333'33));
    CHECK(unit.card(parts[2]).card.original == Money::fromFen(333'33));
    CHECK(unit.card(parts[1]).card.original == Money::fromFen(333'34));
    CHECK(unit.card(parts[0]).card.name == "甲桌");
    CHECK(unit.card(parts[2]).card.name == "某资产");
    CHECK(unit.card(parts[0]).schedule.lastMonth() == old.schedule.lastMonth());
    const Document merge = unit.slip("merge", parts, {{0, "merged_name", "桌子"}});
    CHECK(unit.totals() == before);
    const auto whole = unit.card(desk.store.cardsOf(merge.id).at(0));
    CHECK(whole.card.quantity == 3);
    CHECK(whole.card.name == "桌子");
    CHECK(whole.card.assetNo > parts[2]);
    CHECK(parts[0] > batch);
    CHECK(whole.schedule.lastMonth() == old.schedule.lastMonth());
}

TEST_CASE("What was disposed of before, or entered twice, ends with the approval that says so",
    "[contract][change]")
{
    Paperwork unit(GENERATE("sqlite", "mariadb"));
    const std::string gone = unit.addCard(kDesk, "1000.00", "2022-03-05");
    const std::string twice = unit.addCard(kDesk, "1000.00", "2022-03-05");
    unit.slip("correction", {gone, twice},
        {{1, "ends", "written_off"}, {1, "earlier_no", "怀机管〔2020〕3号"}, {2, "ends", "void"},
            {2, "earlier_no", gone}});
    CHECK(unit.card(gone).card.useState == UseState::WrittenOff);
    CHECK(unit.card(twice).card.useState == UseState::Void);
    CHECK(unit.card(gone).leftOn.has_value());
}

TEST_CASE(
    "Whatever is split, merged and moved, the city has as much as before", "[contract][change][property]")
{
    Paperwork unit(GENERATE("sqlite", "mariadb"));
    std::mt19937 random(20261128);
    const auto below
        = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    std::vector<std::string> cards;
    for (int i = 0; i < 5; ++i)
        cards.push_back(unit.addCard(kDesk,
            std::to_string(100 + below(900)) + ".0" + std::to_string(below(10)),
            "20" + std::to_string(10 + below(16)) + "-03-05", {{"quantity", std::to_string(6 + below(9))}}));
    const Totals before = unit.totals();
    DocumentDesk desk(*unit.session, kBureau);
    for (int step = 0; step < 8; ++step) {
        const std::size_t at = below(cards.size());
        if (below(2) == 0 || cards.size() < 3) {
            if (unit.card(cards[at]).card.quantity < 2)
                continue;
            const auto parts = std::min<std::int64_t>(
                unit.card(cards[at]).card.quantity, static_cast<std::int64_t>(2 + below(3)));
            const auto split = unit.slip("split", {cards[at]}, {{1, "part_count", std::to_string(parts)}});
            cards.erase(cards.begin() + static_cast<std::ptrdiff_t>(at));
            for (const std::string& part : desk.store.cardsOf(split.id))
                cards.push_back(part);
        } else {
            std::swap(cards[at], cards.back());
            const auto merge = unit.slip("merge", {cards.back(), cards.front()}, {{0, "months_left", "24"}});
            cards.pop_back();
            cards.front() = desk.store.cardsOf(merge.id).at(0);
        }
        INFO(step);
        REQUIRE(unit.totals() == before);
    }
}
