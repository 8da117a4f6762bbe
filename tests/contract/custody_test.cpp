#include "tests/contract/paperwork.h"

using namespace guanwu;
using namespace guanwu::test;

namespace {

DocumentMove handedOver()
{
    return moveOf(DocumentAction::Close,
        {{0, "handed_on", "2026-11-28"}, {0, "giver_signed_on", "2026-11-28"},
            {0, "receiver_signed_on", "2026-11-28"}});
}

struct Counter : Paperwork {
    using Paperwork::Paperwork;
    Document handed(const std::string& method, std::vector<std::string> assets, std::vector<Fact> facts)
    {
        const Document document
            = approved(draft(DocumentKind::Custody, method, std::move(assets), std::move(facts)));
        return moved(kClerk1, paper(document, "handover_record"), handedOver());
    }
    std::vector<HeldAsset> heldBy(std::int64_t person)
    {
        return DocumentDesk(*session, kBureau).store.heldBy(PersonId {person});
    }
};

} // namespace

TEST_CASE("A thing is drawn, handed over and given back, and each time both sign", "[contract][custody]")
{
    Counter unit(GENERATE("sqlite", "mariadb"));
    const std::string desk = unit.addCard(kDesk, "799.99", "2020-12-05");
    Document document = unit.draft(DocumentKind::Custody, "draw", {desk},
        {{0, "receiver", "P101"}, {0, "receiver_department", "办公室"}, {0, "receiver_place", "R-101"}});
    CHECK(document.no == "LY-2026-000001");
    document = unit.approved(document);
    // The officer of the unit was enough, without a meeting and without the bureau.
    CHECK(document.steps.size() == 1);
    CHECK(document.approvalNo == "怀机管〔2026〕1号");
    CHECK(document.state == DocumentState::Executing);
    CHECK(unit.card(desk).card.useState == UseState::InStock);
    CHECK(refusalOf(unit.move(kClerk1, document, handedOver()))
        == "document.paper_missing custody.draw.handover_record");
    document = unit.paper(document, "handover_record");
    auto unsigned_ = handedOver();
    unsigned_.facts.pop_back();
    CHECK(refusalOf(unit.move(kClerk1, document, unsigned_))
        == "document.fact_missing custody.draw.receiver_signed_on");
    document = unit.moved(kClerk1, document, handedOver());
    auto card = unit.card(desk);
    CHECK(card.card.useState == UseState::InUse);
    CHECK(card.user.code == "P101");
    CHECK(card.department.name == "办公室");
    CHECK(card.place.code == "R-101");
    SociCardRepository cards(*unit.session, Scope::everything());
    const auto history = cards.history(card.card.id, 0, 1);
    CHECK(history[0].reason == document.no + " 办结");
    CHECK(history[0].fields.size() == 4);

    unit.handed(
        "handover", {desk}, {{0, "giver", "P101"}, {0, "receiver", "P102"}, {1, "line_place", "R-102"}});
    card = unit.card(desk);
    CHECK(card.user.code == "P102");
    CHECK(card.place.code == "R-102");

    const Document back = unit.handed("give_back", {desk}, {{0, "giver", "P102"}, {1, "condition", "worn"}});
    CHECK(back.fact("condition", 1) == "worn");
    card = unit.card(desk);
    CHECK(card.card.useState == UseState::InStock);
    CHECK(card.user.id == 0);
    CHECK(card.card.original == Money::fromFen(799'99));
}

TEST_CASE("What is nobody's to give, or goes nowhere, is not handed over", "[contract][custody]")
{
    Counter unit(GENERATE("sqlite", "mariadb"));
    const std::string desk = unit.addCard(kDesk, "799.99", "2020-12-05");
    const auto refusal = [&](const std::string& method, std::vector<Fact> facts) {
        return refusalOf(unit.file(unit.draft(DocumentKind::Custody, method, {desk}, std::move(facts))));
    };
    CHECK(refusal("draw", {}) == "document.no_receiver " + desk);
    CHECK(
        refusal("handover", {{0, "giver", "P101"}, {0, "receiver", "P102"}}) == "document.not_held " + desk);
    CHECK(refusal("give_back", {{1, "condition", "good"}}) == "document.asset_state " + desk);
    // Nobody names whom his scope does not reach.
    DocumentDesk clerk(*unit.session, kClerk1);
    const auto made = clerk.service.create({DocumentKind::Custody, "draw", "U001", "", "", ""}).value();
    DocumentEdit edit;
    edit.facts = {{0, "receiver", "P301"}};
    CHECK(refusalOf(clerk.service.edit(made.no, made.revision, edit)) == "person.not_found P301");
    // Drawn for a room, a thing is used by all.
    unit.handed("draw", {desk}, {{0, "receiver_place", "R-102"}});
    CHECK(unit.card(desk).card.publicUse);
}

TEST_CASE("Who leaves hands over all there is, and nothing is outstanding at the end", "[contract][custody]")
{
    Counter unit(GENERATE("sqlite", "mariadb"));
    std::vector<std::string> desks;
    for (int i = 0; i < 4; ++i)
        desks.push_back(unit.addCard(kDesk, "799.99", "2020-12-05"));
    unit.handed("draw", {desks[0], desks[1]}, {{0, "receiver", "P101"}});
    Document document = unit.draft(DocumentKind::Custody, "leaving", {}, {{0, "giver", "P101"}});
    REQUIRE(document.lines.size() == 2);
    CHECK(document.lines[1].assetNo == desks[1]);
    DocumentDesk clerk(*unit.session, kClerk1);
    DocumentEdit edit;
    edit.facts = {{2, "line_user", "P102"}};
    document = clerk.service.edit(document.no, document.revision, edit).value();
    // What comes into his hands before it is filed comes onto it, and what was said of a thing stays with it.
    unit.handed("draw", {desks[2]}, {{0, "receiver", "P101"}});
    document = unit.approved(document);
    REQUIRE(document.lines.size() == 3);
    CHECK(document.fact("line_user", 2) == "P102");
    const auto held = unit.heldBy(101);
    REQUIRE(held.size() == 3);
    CHECK(held[0].document == document.no);
    document = unit.paper(document, "handover_record");
    // What comes later is not.
    unit.handed("draw", {desks[3]}, {{0, "receiver", "P101"}});
    CHECK(refusalOf(unit.move(kClerk1, document, handedOver())) == "document.outstanding " + desks[3]);
    unit.handed("give_back", {desks[3]}, {{0, "giver", "P101"}, {1, "condition", "good"}});
    document = unit.moved(kClerk1, document, handedOver());
    CHECK(unit.heldBy(101).empty());
    CHECK(unit.card(desks[0]).card.useState == UseState::InStock);
    CHECK(unit.card(desks[1]).user.code == "P102");
    CHECK(unit.card(desks[1]).card.useState == UseState::InUse);
}
