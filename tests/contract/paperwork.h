#pragma once

#include "core/values/calendar.h"
#include "tests/contract/document_desk.h"

#include <catch2/catch.hpp>

namespace guanwu::test {

/// The class of desks: 15 years.
inline constexpr const char* kDesk = "A05010201";

inline const DocumentActor kClerk1 = person("clerk1", Role::UnitClerk, 1);

inline constexpr std::chrono::year_month kLastMonth = std::chrono::year(2026) / 10;

/// What the cards that count are worth at the end of the last month.
struct Totals {
    std::int64_t pieces = 0;
    Money original;
    Money accumulated;
    bool operator==(const Totals&) const = default;
};

template <class T> std::string refusalOf(const Result<T>& result)
{
    return result ? "" : result.error().subject + " " + result.error().detail;
}

/// U001 with people and rooms, and documents of any kind about what it has. The clerk applies and closes; the
/// officer and the bureau sign.
struct Paperwork : SmallRegistry {
    explicit Paperwork(const std::string& backEndName)
        : SmallRegistry(backEndName)
    {
    }
    std::string addCard(const std::string& classCode, const std::string& yuan, const std::string& acquired,
        std::vector<FieldValue> more = {})
    {
        SociCardRepository cards(*session, Scope::everything());
        CardService service(cards, Scope::everything(), [] { return kDeskNow; });
        std::vector<FieldValue> fields {{"unit", "U001"}, {"class_code", classCode}, {"name", "某资产"},
            {"brand", "某牌"}, {"model", "甲"}, {"original_yuan", yuan}, {"fiscal_yuan", yuan},
            {"acquired_on", acquired}, {"booked_on", acquired}, {"voucher_no", "记-1"},
            {"acquisition_method", "donation"}, {"unit_of_measure", "台"}};
        fields.insert(fields.end(), more.begin(), more.end());
        const auto made = service.create(fields, {"import", ""});
        INFO(refusalOf(made));
        REQUIRE(made.has_value());
        return made->card.assetNo;
    }
    RegisteredCard card(const std::string& no, Instant now = kDeskNow)
    {
        SociCardRepository cards(*session, Scope::everything());
        return CardService(cards, Scope::everything(), [now] { return now; }).find(no).value();
    }
    /// Every card that counts.
    std::vector<RegisteredCard> cards()
    {
        std::vector<std::string> numbers;
        {
            Query query(*session);
            query.add("SELECT asset_no FROM asset");
            while (query.next(1))
                numbers.push_back(query.text(0));
        }
        auto out = SociCardRepository(*session, Scope::everything()).findAll(numbers);
        std::erase_if(out, [](const RegisteredCard& card) { return !isCountable(card.card.useState); });
        return out;
    }
    Totals totals()
    {
        Totals out;
        for (const RegisteredCard& card : cards()) {
            out.pieces += card.card.quantity;
            out.original += card.card.original;
            out.accumulated += card.schedule.accumulatedAt(kLastMonth);
        }
        return out;
    }
    Document draft(DocumentKind kind, const std::string& method, std::vector<std::string> assets,
        std::vector<Fact> facts = {})
    {
        DocumentDesk desk(*session, kClerk1);
        const auto made = desk.service.create({kind, method, "U001", "", "", "因工作需要"});
        INFO(refusalOf(made));
        REQUIRE(made.has_value());
        DocumentEdit edit;
        if (!assets.empty())
            edit.assets = std::move(assets);
        edit.facts = std::move(facts);
        const auto edited = desk.service.edit(made->no, made->revision, edit);
        INFO(refusalOf(edited));
        REQUIRE(edited.has_value());
        return *edited;
    }
    Document paper(const Document& document, const std::string& name)
    {
        DocumentDesk desk(*session, kClerk1);
        const auto added = desk.service.addPaper(
            document.no, document.revision, {name, std::string(64, 'a'), name + ".pdf", "", {}});
        INFO(refusalOf(added));
        REQUIRE(added.has_value());
        return *added;
    }
    Result<Document> file(const Document& document, Instant now = kDeskNow)
    {
        return DocumentDesk(*session, kClerk1, DocumentStore::Commit::Yes, now)
            .service.file(document.no, document.revision);
    }
    Result<Document> move(
        const DocumentActor& who, const Document& document, const DocumentMove& move, Instant now = kDeskNow)
    {
        return DocumentDesk(*session, who, DocumentStore::Commit::Yes, now)
            .service.move(document.no, document.revision, move);
    }
    Document moved(
        const DocumentActor& who, const Document& document, const DocumentMove& move, Instant now = kDeskNow)
    {
        auto after = this->move(who, document, move, now);
        INFO(refusalOf(after));
        REQUIRE(after.has_value());
        return *after;
    }
    Document approved(const Document& draft, Instant now = kDeskNow)
    {
        const auto filed = file(draft, now);
        INFO(refusalOf(filed));
        REQUIRE(filed.has_value());
        Document document = *filed;
        for (const DocumentActor* who : {&kOfficer1, &kBureau})
            if (document.state == DocumentState::InReview)
                document = moved(*who, document, signature(), now);
        return document;
    }
    /// A slip through all its moves.
    Document slip(const std::string& method, std::vector<std::string> assets, std::vector<Fact> facts,
        Instant now = kDeskNow)
    {
        Document document
            = paper(draft(DocumentKind::Change, method, std::move(assets), std::move(facts)), "basis");
        if (method == "final_accounts")
            document = paper(document, "final_accounts");
        return moved(kClerk1, approved(document, now),
            moveOf(DocumentAction::Close,
                {{0, "effective_on", formatDate(chinaDate(now))}, {0, "voucher_no", "记-9"}}),
            now);
    }
};

} // namespace guanwu::test
