// 领用交接: things go into the hands of people and come back. Every asset has a user and a manager, and every
// change of hands a record (Decree 738, article 15).
#include "core/cards/card_fields.h"
#include "core/documents/document_rules.h"
#include "core/documents/document_terms.h"
#include "core/registry/new_problems.h"
#include "core/values/calendar.h"

#include <algorithm>

namespace guanwu {

namespace {

    bool isFree(UseState state)
    {
        return state == UseState::InStock || state == UseState::Idle || state == UseState::InUse
            || state == UseState::UnderRepair;
    }

    bool mayBe(const std::string& method, UseState state)
    {
        if (method == "draw")
            return state == UseState::InStock || state == UseState::Idle;
        if (method == "give_back")
            return state == UseState::InUse;
        if (method == "leaving") // what is let or lent stays where it is, and its keeper changes
            return isCountable(state) && !isUnderDocument(state);
        return isFree(state);
    }

    int lineNoOf(const Document& document, const RegisteredCard& card)
    {
        const DocumentLine* line = document.lineOf(card.card.id);
        return line ? line->no : 0;
    }

    /// What a line says goes before what the whole document says.
    const Reference* said(
        const RuleContext& context, std::string_view ofLine, std::string_view ofDocument, int line)
    {
        const Reference* one = context.find(ofLine, line);
        return one ? one : context.find(ofDocument);
    }

    void point(RegisteredCard& card, const char* field, const Reference* target)
    {
        setReference(card, *findCardField(field), target ? *target : Reference {});
    }

    RegisteredCard handed(const Document& document, RegisteredCard card, const RuleContext& context)
    {
        const int line = lineNoOf(document, card);
        const Reference* user = said(context, "line_user", "receiver", line);
        const Reference* giver = context.find("giver");
        const bool isLeaving = document.method == "leaving";
        if (const Reference* place = said(context, "line_place", "receiver_place", line))
            point(card, "place", place);
        if (const Reference* department = said(context, "line_department", "receiver_department", line))
            point(card, "department", department);
        if (isLeaving && giver && card.keeper.id == giver->id)
            point(card, "keeper", user);
        if (isLeaving && giver && card.user.id != giver->id)
            return card; // only kept by him
        const bool comesBack = document.method == "give_back" || (isLeaving && !user);
        if (comesBack) {
            point(card, "user", nullptr);
            card.card.publicUse = false;
            if (card.card.useState == UseState::InUse)
                card.card.useState = UseState::InStock;
            return card;
        }
        if (user) {
            point(card, "user", user);
            card.card.publicUse = false;
        } else if (document.method == "draw") {
            card.card.publicUse = true; // a room draws for whoever is in it
        }
        const bool isIssued = document.method == "draw" || user;
        if (isIssued && (card.card.useState == UseState::InStock || card.card.useState == UseState::Idle)) {
            card.card.useState = UseState::InUse;
            card.card.idleSince.reset();
        }
        return card;
    }

    std::vector<Error> problemsAtFiling(const Document& document, const RuleContext& context)
    {
        std::vector<Error> out;
        const auto require = [&](bool holds, const char* subject, const std::string& detail) {
            if (!holds)
                out.push_back({ErrorCode::RuleViolated, subject, detail});
        };
        require(!document.lines.empty(), "document.no_lines", document.no);
        const Reference* giver = context.find("giver");
        for (const RegisteredCard& card : context.cards) {
            const int line = lineNoOf(document, card);
            const std::string& no = card.card.assetNo;
            require(card.unit.id == document.unit.id, "document.other_unit", no);
            require(mayBe(document.method, card.card.useState), "document.asset_state", no);
            if (giver)
                require(card.user.id == giver->id
                        || (document.method == "leaving" && card.keeper.id == giver->id),
                    "document.not_held", no);
            const bool goesSomewhere = said(context, "line_user", "receiver", line)
                || said(context, "line_place", "receiver_place", line)
                || said(context, "line_department", "receiver_department", line);
            require(goesSomewhere || document.method == "give_back" || document.method == "leaving",
                "document.no_receiver", no);
            const Reference* user = said(context, "line_user", "receiver", line);
            require(!giver || !user || user->id != giver->id, "document.to_himself", no);
        }
        return out;
    }

    std::vector<Error> problemsAtClosing(const Document& document, const RuleContext& context)
    {
        std::vector<Error> out;
        const auto handedOn = document.dayFact("handed_on");
        if (handedOn
            && (*handedOn > context.today || (document.approvedOn && *handedOn < *document.approvedOn)))
            out.push_back({ErrorCode::RuleViolated, "document.handed_on", formatDate(*handedOn)});
        for (const char* fact : {"giver_signed_on", "receiver_signed_on"})
            if (const auto day = document.dayFact(fact); day && *day > context.today)
                out.push_back({ErrorCode::RuleViolated, "document.handed_on", formatDate(*day)});
        if (document.method == "leaving" && context.find("receiver")
            && document.fact("receiver_signed_on").empty())
            out.push_back({ErrorCode::RuleViolated, "document.fact_missing",
                termOf(document.kind, document.method, "receiver_signed_on")});
        // Nothing is outstanding: what came into his hands since is on no line.
        for (const std::string& no : context.held)
            if (std::none_of(document.lines.begin(), document.lines.end(),
                    [&](const DocumentLine& line) { return line.assetNo == no; }))
                out.push_back({ErrorCode::RuleViolated, "document.outstanding", no});
        return out;
    }

    std::vector<Error> problems(const Document& document, DocumentStage stage, const RuleContext& context)
    {
        if (stage == DocumentStage::Execution || stage == DocumentStage::Decision)
            return {};
        auto out = stage == DocumentStage::Closing ? problemsAtClosing(document, context)
                                                   : problemsAtFiling(document, context);
        for (const RegisteredCard& card : context.cards)
            for (Error& error : newProblems(card.card, handed(document, card, context).card,
                     {card.orgType, context.today, card.source})) {
                error.detail = card.card.assetNo + " " + error.detail;
                out.push_back(std::move(error));
            }
        return out;
    }

    /// Once it is allowed nothing is left but the handing over.
    Result<Document> settled(Document after, DocumentAction action, const DocumentActor&, Instant)
    {
        if (action == DocumentAction::Approve && after.state == DocumentState::Approved)
            after.state = DocumentState::Executing;
        return after;
    }

    Result<DocumentEffect> effect(const Document& document, DocumentMoment moment, const RuleContext& context)
    {
        DocumentEffect out;
        if (moment == DocumentMoment::Closed)
            for (const RegisteredCard& card : context.cards)
                out.changed.push_back(handed(document, card, context));
        return out;
    }

} // namespace

const DocumentRules& custodyRules()
{
    static const DocumentRules rules {problems, settled, effect};
    return rules;
}

} // namespace guanwu
