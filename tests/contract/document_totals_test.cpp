// Whatever is tried with documents, in whatever order: what the city owns changes with their effect only.
#include "tests/contract/document_desk.h"

#include <catch2/catch.hpp>
#include <map>
#include <random>

using namespace guanwu;
using namespace guanwu::test;

namespace {

struct City : SmallRegistry {
    std::vector<std::string> documents;
    std::map<std::string, std::int64_t> effect; ///< fen that a document adds when it is closed

    explicit City(const std::string& backEndName)
        : SmallRegistry(backEndName)
    {
    }

    std::string addCard(std::int64_t fen)
    {
        SociCardRepository cards(*session, Scope::everything());
        CardService service(cards, Scope::everything(), [] { return kDeskNow; });
        return service
            .create({{"unit", "U002"}, {"class_code", "A05010201"}, {"name", "办公桌"}, {"model", "甲"},
                        {"original_yuan", Money::fromFen(fen).toYuanString()},
                        {"fiscal_yuan", Money::fromFen(fen).toYuanString()}, {"acquired_on", "2010-12-05"},
                        {"acquisition_method", "donation"}, {"unit_of_measure", "张"}},
                {"import", ""})
            .value()
            .card.assetNo;
    }
    void addDocument(DocumentKind kind, const std::string& method, const DocumentEdit& edit, std::int64_t fen)
    {
        DocumentDesk desk(*session, kClerk2);
        Document made
            = desk.service.create({kind, method, "U002", "", method == "allocate_free" ? "U003" : "", "因故"})
                  .value();
        made = desk.service.edit(made.no, made.revision, edit).value();
        for (const char* paper : {"request", "transfer_agreement", "handover_list", "recycling_receipt",
                 "donation_agreement", "acceptance"}) {
            const auto added
                = desk.service.addPaper(made.no, made.revision, {paper, std::string(64, 'c'), paper, "", {}});
            if (added)
                made = *added;
        }
        documents.push_back(made.no);
        effect[made.no] = fen;
    }
    [[nodiscard]] std::int64_t owned()
    {
        Query query(*session);
        query.add("SELECT sum(v.original_fen) FROM asset a JOIN asset_value v ON v.asset_id = a.id "
                  "WHERE a.use_state <> 'written_off'");
        return query.next(1) ? query.integer(0) : 0;
    }
};

DocumentMove aMove(std::mt19937_64& random, DocumentState state)
{
    // Mostly what fits, or nothing would ever end.
    const bool isUnderWay = state == DocumentState::Approved || state == DocumentState::Executing
        || state == DocumentState::IncomeSettled;
    if (!isUnderWay && random() % 8 != 0)
        return signature();
    DocumentMove move = moveOf(kDocumentActions[random() % kDocumentActions.size()].value);
    if (!isUnderWay)
        return move;
    const bool isDisposal = random() % 2 == 0;
    switch (random() % 3) {
    case 0:
        move.action = DocumentAction::Execute;
        move.facts.push_back({0, isDisposal ? "executed_on" : "arrived_on", "2026-11-28"});
        break;
    case 1:
        move.action = DocumentAction::SettleIncome;
        move.facts.push_back({0, "gross_yuan", "0"});
        move.facts.push_back({0, "paid_yuan", "0"});
        break;
    default:
        move.action = DocumentAction::Close;
        move.facts.push_back({0, isDisposal ? "removed_on" : "accepted_on", "2026-11-28"});
        move.facts.push_back({0, isDisposal ? "voucher_no" : "accepted_by", "验收小组"});
    }
    return move;
}

} // namespace

TEST_CASE(
    "What the city owns changes with the effect of a document and never before", "[contract][documents]")
{
    City city(GENERATE("sqlite", "mariadb"));
    std::mt19937_64 random(20261128);
    const std::vector<Fact> scrap {{0, "ground", "technical"}};
    for (int i = 0; i < 3; ++i) {
        DocumentEdit edit;
        edit.assets = std::vector {city.addCard(100'01 + i)};
        edit.facts = scrap;
        city.addDocument(DocumentKind::Disposal, "scrap", edit, -(100'01 + i));
        edit.assets = std::vector {city.addCard(200'02 + i)};
        edit.facts.clear();
        city.addDocument(DocumentKind::Disposal, "allocate_free", edit, 0);
        edit.assets.reset();
        edit.wishes = std::vector {Wish {"椅", "A05010301", "甲", "把", 2, Money::fromFen(300'03)}};
        edit.facts = {{0, "need", "新增人员"}};
        city.addDocument(DocumentKind::Allocation, "accept_gift", edit, 2 * 300'03);
    }
    const std::vector<DocumentActor> people {
        kClerk2, kOfficer2, kOfficer1, kOfficer3, kBureau, kBureau2, kBureau3};
    std::int64_t expected = city.owned();
    int closed = 0;
    for (int i = 0; i < 700 && closed < 6; ++i) {
        const std::string& no = city.documents[random() % city.documents.size()];
        DocumentDesk desk(*city.session, people[random() % people.size()]);
        const auto before = desk.store.find(no);
        if (!before || isFinal(before->state))
            continue;
        const auto after = isEditable(before->state)
            ? desk.service.file(no, before->revision)
            : desk.service.move(no, before->revision, aMove(random, before->state));
        CAPTURE(i, no, desk.actor.login);
        if (after && after->state == DocumentState::Closed) {
            ++closed;
            expected += city.effect[no];
        }
        REQUIRE(city.owned() == expected);
    }
    CHECK(closed >= 3);
}
