#pragma once

#include "tests/contract/document_desk.h"
#include "tests/support/refusal.h"

#include <catch2/catch.hpp>

namespace guanwu::test {

/// U002 with desks and computers, and documents about them.
struct Unit2 : SmallRegistry {
    explicit Unit2(const std::string& backEndName)
        : SmallRegistry(backEndName)
    {
    }
    std::string addCard(const std::string& classCode, const std::string& yuan, const std::string& acquired,
        const std::string& unit = "U002", std::vector<FieldValue> more = {})
    {
        SociCardRepository cards(*session, Scope::everything());
        CardService service(cards, Scope::everything(), [] { return kDeskNow; });
        std::vector<FieldValue> fields {{"unit", unit}, {"class_code", classCode}, {"name", "某资产"},
            {"brand", "某牌"}, {"model", "甲"}, {"original_yuan", yuan}, {"fiscal_yuan", yuan},
            {"acquired_on", acquired}, {"booked_on", acquired}, {"voucher_no", "记-1"},
            {"acquisition_method", "donation"}, {"unit_of_measure", "台"}};
        fields.insert(fields.end(), more.begin(), more.end());
        const auto made = service.create(fields, {"import", ""});
        INFO(refusal(made));
        REQUIRE(made.has_value());
        return made->card.assetNo;
    }
    RegisteredCard card(const std::string& no)
    {
        SociCardRepository cards(*session, Scope::everything());
        return CardService(cards, Scope::everything(), [] { return kDeskNow; }).find(no).value();
    }
    UseState stateOf(const std::string& no) { return card(no).card.useState; }

    Document draft(const std::string& method, std::vector<std::string> assets, std::vector<Fact> facts = {})
    {
        DocumentDesk desk(*session, kClerk2);
        const auto made = desk.service.create({DocumentKind::Disposal, method, "U002", "", "", "已不能使用"});
        INFO(refusal(made));
        REQUIRE(made.has_value());
        DocumentEdit edit;
        edit.assets = std::move(assets);
        edit.facts = std::move(facts);
        const auto edited = desk.service.edit(made->no, made->revision, edit);
        INFO(refusal(edited));
        REQUIRE(edited.has_value());
        return *edited;
    }
    Document paper(const Document& document, const std::string& name)
    {
        DocumentDesk desk(*session, kClerk2);
        const auto added = desk.service.addPaper(
            document.no, document.revision, {name, std::string(64, 'a'), name + ".pdf", "", {}});
        INFO(refusal(added));
        REQUIRE(added.has_value());
        return *added;
    }
    Result<Document> file(const Document& document, Instant now = kDeskNow)
    {
        return DocumentDesk(*session, kClerk2, DocumentStore::Commit::Yes, now)
            .service.file(document.no, document.revision);
    }
    Result<Document> move(const DocumentActor& who, const Document& document, const DocumentMove& move)
    {
        return DocumentDesk(*session, who).service.move(document.no, document.revision, move);
    }
    Document moved(const DocumentActor& who, const Document& document, const DocumentMove& move)
    {
        auto after = this->move(who, document, move);
        INFO(refusal(after));
        REQUIRE(after.has_value());
        return *after;
    }
    Document approved(Document document)
    {
        for (const DocumentActor* who : {&kOfficer2, &kOfficer1, &kBureau, &kBureau2, &kBureau3})
            if (document.state == DocumentState::InReview)
                document = moved(*who, document, signature());
        CHECK(document.state == DocumentState::Approved);
        return document;
    }
};

} // namespace guanwu::test
