#include "core/documents/allocation.h"
#include "tests/contract/document_desk.h"
#include "tests/support/refusal.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

struct Wisher : SmallRegistry {
    explicit Wisher(const std::string& backEndName)
        : SmallRegistry(backEndName)
    {
    }
    std::string addCard(const std::string& unit, const std::string& classCode, std::vector<FieldValue> more)
    {
        SociCardRepository cards(*session, Scope::everything());
        CardService service(cards, Scope::everything(), [] { return kDeskNow; });
        std::vector<FieldValue> fields {{"unit", unit}, {"class_code", classCode}, {"name", "某资产"},
            {"brand", "某牌"}, {"model", "甲"}, {"original_yuan", "4000"}, {"fiscal_yuan", "4000"},
            {"acquired_on", "2024-12-05"}, {"acquisition_method", "donation"}, {"unit_of_measure", "台"}};
        fields.insert(fields.end(), more.begin(), more.end());
        const auto made = service.create(fields, {"import", ""});
        INFO(refusal(made));
        REQUIRE(made.has_value());
        return made->card.assetNo;
    }
    Document draft(const std::string& method, std::int64_t quantity, const char* price,
        const std::string& counterpart = {})
    {
        DocumentDesk desk(*session, kClerk2);
        auto made
            = desk.service.create({DocumentKind::Allocation, method, "U002", "", counterpart, "办公需要"});
        INFO(refusal(made));
        REQUIRE(made.has_value());
        DocumentEdit edit;
        if (quantity > 0)
            edit.wishes
                = {Wish {"台式电脑", "A02010105", "某型", "台", quantity, Money::parseYuan(price).value()}};
        edit.facts = {{0, "need", "新增人员"}};
        auto edited = desk.service.edit(made->no, made->revision, edit);
        INFO(refusal(edited));
        REQUIRE(edited.has_value());
        return paper(*edited, "request");
    }
    Document paper(const Document& document, const std::string& name)
    {
        auto added = DocumentDesk(*session, kClerk2)
                         .service.addPaper(document.no, document.revision,
                             {name, std::string(64, 'b'), name + ".pdf", "", {}});
        INFO(refusal(added));
        REQUIRE(added.has_value());
        return *added;
    }
    Result<Document> file(const Document& document)
    {
        return DocumentDesk(*session, kClerk2).service.file(document.no, document.revision);
    }
    Document searched(const Document& document, const std::string& classPrefix, std::size_t expected)
    {
        DocumentDesk desk(*session, kClerk2);
        IdleSearch search;
        search.classPrefix = classPrefix;
        const auto found = desk.service.searchIdle(document.no, document.revision, search);
        REQUIRE(refusal(found).empty());
        CHECK(found->size() == expected);
        return desk.store.find(document.no).value();
    }
    Document moved(const DocumentActor& who, const Document& document, const DocumentMove& move)
    {
        auto after = DocumentDesk(*session, who).service.move(document.no, document.revision, move);
        INFO(refusal(after));
        REQUIRE(after.has_value());
        return *after;
    }
    Document approved(Document document)
    {
        for (const DocumentActor* who : {&kOfficer2, &kOfficer3, &kOfficer1, &kBureau, &kBureau2, &kBureau3})
            if (document.state == DocumentState::InReview
                && mayDo(document, *who, DocumentAction::Approve).has_value())
                document = moved(*who, document, signature());
        CHECK(document.state == DocumentState::Approved);
        return document;
    }
    std::int64_t totalFen()
    {
        Query query(*session);
        query.add("SELECT sum(v.original_fen) FROM asset_value v JOIN asset a ON a.id = v.asset_id");
        return query.next(1) ? query.integer(0) : 0;
    }
};

} // namespace

TEST_CASE("A purchase shows first what is idle in the city, and its acceptance makes the cards",
    "[contract][documents]")
{
    Wisher wisher(GENERATE("sqlite", "mariadb"));
    const std::string idle
        = wisher.addCard("U003", "A02010105", {{"use_state", "idle"}, {"idle_since", "2026-01-01"}});
    const std::int64_t before = wisher.totalFen();
    Document document = wisher.draft("purchase", 3, "4800");
    CHECK(document.no == "PZ-2026-000001");
    CHECK(refusal(wisher.file(document)) == "document.no_idle_search " + document.no);
    document = wisher.searched(document, "A02010105", 1);
    CHECK(document.fact("idle_search_list") == idle);
    CHECK(refusal(wisher.file(document)) == "document.idle_not_answered 1");
    DocumentDesk desk(*wisher.session, kClerk2);
    DocumentEdit edit;
    edit.facts = {{0, "idle_answer", "配置过低"}};
    document = desk.service.edit(document.no, document.revision, edit).value();
    document = wisher.approved(wisher.file(document).value());
    CHECK(wisher.totalFen() == before); // nothing is there yet
    document = wisher.moved(kClerk2, document,
        moveOf(DocumentAction::Execute,
            {{0, "arrived_on", "2026-11-28"}, {0, "supplier", "某公司"}, {0, "contract_no", "HT-1"},
                {0, "invoice_no", "FP-1"}}));
    for (const char* name : {"contract", "invoice", "acceptance"})
        document = wisher.paper(document, name);
    DocumentMove accept = moveOf(DocumentAction::Close,
        {{0, "accepted_on", "2026-11-28"}, {0, "accepted_by", "验收小组"},
            {0, "procurement_form", "dispersed"}, {1, "price_yuan", "4700.01"}, {1, "brand", "某牌"}});
    accept.cards = {{1, {{"serial_no", "SN1"}}}, {1, {{"serial_no", "SN2"}}}, {1, {{"serial_no", "SN3"}}}};
    document = wisher.moved(kClerk2, document, accept);
    CHECK(document.state == DocumentState::Closed);
    const auto made = desk.store.cardsOf(document.id);
    REQUIRE(made.size() == 3);
    CHECK(wisher.totalFen() == before + 3 * 4700'01);
    const auto card = desk.own.find(made[1]).value();
    CHECK(card.unit.code == "U002");
    CHECK(card.card.serialNo == "SN2");
    CHECK(card.card.original == Money::fromFen(4700'01));
    CHECK(card.card.acquisition == AcquisitionMethod::Purchase);
    CHECK(card.card.supplier == "某公司");
    CHECK(card.card.useState == UseState::InStock);
    CHECK(card.card.tag == TagState::NotPrinted);
    CHECK(card.card.minUseYears == 6);
    CHECK(desk.own.history(card.card.id, 0, 5).front().reason == document.no + " 办结");
}

TEST_CASE("A batch of small things is one card when it is asked for", "[contract][documents]")
{
    Wisher wisher(GENERATE("sqlite", "mariadb"));
    Document document = wisher.draft("accept_gift", 4, "4000");
    document = wisher.approved(wisher.file(document).value());
    document
        = wisher.moved(kClerk2, document, moveOf(DocumentAction::Execute, {{0, "arrived_on", "2026-11-28"}}));
    for (const char* name : {"donation_agreement", "acceptance"})
        document = wisher.paper(document, name);
    document = wisher.moved(kClerk2, document,
        moveOf(DocumentAction::Close,
            {{0, "accepted_on", "2026-11-28"}, {0, "accepted_by", "验收小组"}, {1, "card_mode", "batch"},
                {1, "accepted_quantity", "3"}}));
    DocumentDesk desk(*wisher.session, kClerk2);
    const auto made = desk.store.cardsOf(document.id);
    REQUIRE(made.size() == 1);
    const auto card = desk.own.find(made[0]).value();
    CHECK(card.card.quantity == 3);
    CHECK(card.card.original == Money::fromFen(12'000'00));
    CHECK(card.card.acquisition == AcquisitionMethod::Donation);
}

TEST_CASE("A request above the standard in number, price or age is refused", "[contract][documents]")
{
    Wisher wisher(GENERATE("sqlite", "mariadb")); // 9 people in post
    const std::string old = wisher.addCard("U002", "A02010105", {});
    const auto filed = [&](std::int64_t quantity, const char* price, const char* replaces = "") {
        Document document = wisher.searched(wisher.draft("purchase", quantity, price), "A02010105", 0);
        DocumentDesk desk(*wisher.session, kClerk2);
        DocumentEdit edit;
        edit.facts = {{1, "replaces", replaces}};
        document = desk.service.edit(document.no, document.revision, edit).value();
        return refusal(wisher.file(document));
    };
    CHECK(filed(9, "4000") == "purchase.above_quota 台式电脑 10 > 9");
    CHECK(filed(1, "5000.01") == "purchase.above_ceiling 台式电脑 5000.01 > 5000.00");
    CHECK(filed(1, "4000", old.c_str()) == "purchase.replaced_too_young 台式电脑 " + old);
    CHECK(filed(8, "4000").empty());
}

TEST_CASE(
    "An idle thing of another unit is asked for, agreed to by its holder, and moves", "[contract][documents]")
{
    Wisher wisher(GENERATE("sqlite", "mariadb"));
    const std::string idle
        = wisher.addCard("U003", "A02010105", {{"use_state", "idle"}, {"idle_since", "2026-01-01"}});
    const std::string busy = wisher.addCard("U003", "A02010105", {});
    const std::int64_t before = wisher.totalFen();
    Document document = wisher.draft("reallocate", 0, "0", "U003");
    DocumentDesk desk(*wisher.session, kClerk2);
    DocumentEdit edit;
    edit.assets = {busy};
    CHECK(refusal(desk.service.edit(document.no, document.revision, edit)) == "card.not_found " + busy);
    edit.assets = {idle};
    document = desk.service.edit(document.no, document.revision, edit).value();
    document = wisher.file(document).value();
    REQUIRE(document.steps.size() == 4);
    CHECK(document.steps[1].kind == StepKind::CounterpartConsent);
    document = wisher.approved(document);
    CHECK(desk.all.find(idle)->card.useState == UseState::InTransfer);
    document
        = wisher.moved(kClerk2, document, moveOf(DocumentAction::Execute, {{0, "arrived_on", "2026-11-28"}}));
    document = wisher.moved(kClerk2, document,
        moveOf(DocumentAction::Close, {{0, "accepted_on", "2026-11-28"}, {0, "accepted_by", "验收小组"}}));
    const auto card = desk.all.find(idle).value();
    CHECK(card.unit.code == "U002");
    CHECK(card.card.useState == UseState::InStock);
    CHECK(wisher.totalFen() == before);
}
