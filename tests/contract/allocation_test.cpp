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
    /// A request for things of several kinds, each with the facts of its line, after its search.
    std::string fileWishes(const std::vector<Wish>& wishes, const std::vector<Fact>& lineFacts = {},
        const std::vector<std::string>& searches = {"A02", "A05"})
    {
        DocumentDesk desk(*session, kClerk2);
        Document document = draft("purchase", 0, "0");
        DocumentEdit edit;
        edit.wishes = wishes;
        edit.facts = lineFacts;
        auto edited = desk.service.edit(document.no, document.revision, edit);
        INFO(refusal(edited));
        REQUIRE(edited.has_value());
        document = *edited;
        for (const std::string& classPrefix : searches)
            document = searched(document, classPrefix, 0);
        return refusal(file(document));
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

TEST_CASE("P8: a purchase lists the first thirty idle things of a search, and counts those beyond",
    "[contract][documents]") // kMostListed
{
    Wisher wisher(GENERATE("sqlite", "mariadb"));
    std::string listed;
    Document document = wisher.draft("purchase", 3, "4800");
    for (std::size_t things = 1; things <= 31; ++things) {
        const std::string idle
            = wisher.addCard("U003", "A02010105", {{"use_state", "idle"}, {"idle_since", "2026-01-01"}});
        if (things <= 30)
            listed += (listed.empty() ? "" : ",") + idle;
        if (things < 30)
            continue;
        document = wisher.searched(document, "A02010105", things);
        CHECK(document.fact("idle_search_list") == listed);
        CHECK(document.fact("idle_search_found") == std::to_string(things));
    }
}

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
    // Two for the money of three: within what was approved, but not within the standard.
    CHECK(refusal(desk.service.move(document.no, document.revision,
              moveOf(DocumentAction::Close,
                  {{0, "accepted_on", "2026-11-28"}, {0, "accepted_by", "验收小组"},
                      {0, "procurement_form", "dispersed"}, {1, "accepted_quantity", "2"},
                      {1, "price_yuan", "5000.01"}})))
        == "purchase.above_ceiling 台式电脑 5000.01 > 5000.00");
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
    CHECK(filed(9, "4000") == "purchase.above_quota 台式电脑 台式计算机 10 > 9");
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
    const DocumentMove accept
        = moveOf(DocumentAction::Close, {{0, "accepted_on", "2026-11-28"}, {0, "accepted_by", "验收小组"}});
    // What the unit before had on its disk is no business of the next.
    CHECK(refusal(DocumentDesk(*wisher.session, kClerk2).service.move(document.no, document.revision, accept))
        == "document.paper_missing allocation.reallocate.data_destruction");
    document = wisher.paper(document, "data_destruction");
    document = wisher.moved(kClerk2, document, accept);
    const auto card = desk.all.find(idle).value();
    CHECK(card.unit.code == "U002");
    CHECK(card.card.useState == UseState::InStock);
    CHECK(wisher.totalFen() == before);
}

TEST_CASE("What one line or one open request takes is not free for another", "[contract][documents]")
{
    Wisher wisher(GENERATE("sqlite", "mariadb")); // 9 people in post
    const auto desktops = [](std::int64_t quantity) {
        return Wish {"台式电脑", "A02010105", "某型", "台", quantity, Money::fromFen(4000'00)};
    };
    CHECK(wisher.fileWishes({desktops(5), desktops(5)}) == "purchase.above_quota 台式电脑 台式计算机 10 > 9");
    CHECK(wisher.fileWishes({desktops(5), desktops(3)}).empty());
    CHECK(wisher.fileWishes({desktops(2)}) == "purchase.above_quota 台式电脑 台式计算机 10 > 9");
    CHECK(wisher.fileWishes({desktops(1)}).empty());
    // Of nine people no 3 % is a colour printer; printers of all kinds are counted together.
    CHECK(wisher.fileWishes({Wish {"打印机", "A02021003", "", "台", 8, Money::fromFen(1000'00)}})
        == "purchase.above_quota 打印机 A4黑白打印机 8 > 7");
    CHECK(wisher.fileWishes({Wish {"打印机", "A02021003", "", "台", 7, Money::fromFen(1000'00)}}).empty());
    CHECK(wisher.fileWishes({Wish {"打印机", "A02021001", "", "台", 1, Money::fromFen(1000'00)}})
        == "purchase.above_quota 打印机 打印机(A3+A4合计) 8 > 7");
}

TEST_CASE("Furniture is counted by person and has the price of its level", "[contract][documents]")
{
    Wisher wisher(GENERATE("sqlite", "mariadb")); // 9 people in post
    const auto desk = [](std::int64_t quantity, std::int64_t yuan) {
        return std::vector {Wish {"办公桌", "A05010201", "", "张", quantity, Money::fromFen(yuan * 100)}};
    };
    CHECK(wisher.fileWishes(desk(10, 2000)) == "purchase.above_quota 办公桌 10 > 9");
    // Nobody who leaves the level out gets the price of the highest.
    CHECK(wisher.fileWishes(desk(1, 3001)) == "purchase.above_ceiling 办公桌 3001.00 > 3000.00");
    CHECK(wisher.fileWishes(desk(1, 4500), {{1, "price_condition", "厅局级以上"}})
        == "purchase.no_level 厅局级以上");
    CHECK(wisher.fileWishes(desk(1, 4500), {{1, "price_condition", "司局级"}}).empty());
    CHECK(wisher.fileWishes({Wish {"台式电脑", "A02010105", "", "台", 1, Money::fromFen(7400'00)}},
              {{1, "standard_item", "便携式计算机"}})
        == "purchase.other_item 便携式计算机");
}

TEST_CASE(
    "Only what is still counted and of the same kind makes room for what is new", "[contract][documents]")
{
    Wisher wisher(GENERATE("sqlite", "mariadb")); // 9 people in post
    const std::string chair = wisher.addCard("U002", "A05010301", {{"acquired_on", "2001-01-01"}});
    const std::vector one {Wish {"台式电脑", "A02010105", "", "台", 1, Money::fromFen(4000'00)}};
    CHECK(wisher.fileWishes(one, {{1, "replaces", chair}}) == "purchase.replaced_in_books 台式电脑 " + chair);
    CHECK(wisher.fileWishes(one, {{1, "replaces", "TY1999000001"}}) == "card.not_found TY1999000001");
}

TEST_CASE("Every class that is wished for is looked for among the idle things of the whole city",
    "[contract][documents]")
{
    Wisher wisher(GENERATE("sqlite", "mariadb"));
    const std::vector both {Wish {"台式电脑", "A02010105", "", "台", 1, Money::fromFen(4000'00)},
        Wish {"办公桌", "A05010201", "", "张", 1, Money::fromFen(2000'00)}};
    CHECK(wisher.fileWishes(both, {}, {"A02"}) == "document.class_not_searched 办公桌 A05010201");
    CHECK(wisher.fileWishes(both, {}, {"A02", "A05"}).empty());
    // What a narrow search does not find may well be there.
    Document document = wisher.draft("purchase", 1, "4000");
    IdleSearch narrow;
    narrow.classPrefix = "A02010105";
    narrow.acquiredSince = std::chrono::year(2026) / 11 / 1;
    CHECK(DocumentDesk(*wisher.session, kClerk2)
              .service.searchIdle(document.no, document.revision, narrow)
              .has_value());
    document = DocumentDesk(*wisher.session, kClerk2).store.find(document.no).value();
    CHECK(refusal(wisher.file(document)) == "document.no_idle_search " + document.no);
}
