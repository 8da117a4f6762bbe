// Documents: what an account sees of them, and what it does with them.
#include "app/documents/document_files.h"
#include "app/documents/document_json.h"
#include "app/documents/document_work.h"
#include "app/server/api_error.h"
#include "app/server/routes/paging.h"
#include "app/server/routes/routes.h"
#include "app/server/routes/versions.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"
#include "core/values/calendar.h"
#include "schema/access/soci_account_store.h"
#include "schema/cards/attachments.h"

#include <charconv>

namespace guanwu {

namespace document_routes {

    using Json = nlohmann::ordered_json;

    DocumentWork workOf(RouteCall& call) { return {call.session, call.caller.account, call.server.now}; }

    Result<HttpResponse> shown(RouteCall& call, const std::string& no, int status = 200)
    {
        auto look = workOf(call).service().find(no);
        if (!look)
            return fail(look.error());
        return withRevision(jsonResponse(lookJson(*look, call.language), status), look->document.revision);
    }

    /// {"name": "value"} of the body as facts of a line; null takes a value away.
    Result<void> addFactsOf(const nlohmann::json& object, int line, std::vector<Fact>& out)
    {
        for (const auto& [name, value] : object.items()) {
            if (!value.is_string() && !value.is_null())
                return fail(ErrorCode::InvalidArgument, "request.type", name);
            out.push_back({line, name, value.is_null() ? std::string() : value.get<std::string>()});
        }
        return {};
    }

    /// `facts` of the document and `line_facts` by the numbers of the lines.
    Result<std::vector<Fact>> factsOf(const RouteCall& call)
    {
        std::vector<Fact> out;
        if (call.has("facts"))
            if (auto added = addFactsOf(call.body["facts"], 0, out); !added)
                return fail(added.error());
        if (call.has("line_facts"))
            for (const auto& [line, facts] : call.body["line_facts"].items()) {
                const auto number = wholeNumber(line);
                if (!number || !facts.is_object())
                    return fail(ErrorCode::InvalidArgument, "request.type", line);
                if (auto added = addFactsOf(facts, static_cast<int>(*number), out); !added)
                    return fail(added.error());
            }
        return out;
    }

    /// Does it under the revision that the caller has seen, and shows what became of the document.
    template <class Work> Result<HttpResponse> change(RouteCall& call, Work&& work)
    {
        const auto revision = seenRevision(call);
        if (!revision)
            return fail(revision.error());
        const std::string& no = call.pathValue("no");
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            if (const auto done = work(no, *revision); !done)
                return fail(done.error());
            return shown(call, no);
        });
    }

    Result<HttpResponse> moveIt(RouteCall& call, DocumentMove move)
    {
        auto facts = factsOf(call);
        if (!facts)
            return fail(facts.error());
        move.facts = std::move(*facts);
        return change(call, [&](const std::string& no, std::int64_t revision) {
            return workOf(call).service().move(no, revision, move);
        });
    }

    Result<HttpResponse> list(RouteCall& call)
    {
        const auto limit = pageLimit(call);
        const auto start = pageStart(call);
        if (!limit || !start)
            return fail(!limit ? limit.error() : start.error());
        DocumentFilter filter;
        if (const auto kind = call.queryValue("kind"); !kind.empty()) {
            const auto found = parseToken(kDocumentKinds, kind, "document.kind");
            if (!found)
                return fail(found.error());
            filter.kind = *found;
        }
        if (const auto state = call.queryValue("state"); !state.empty()) {
            const auto found = parseToken(kDocumentStates, state, "document.state");
            if (!found)
                return fail(found.error());
            filter.state = *found;
        }
        if (const auto due = call.queryValue("due_by"); !due.empty()) {
            const auto day = parseDate(due);
            if (!day)
                return fail(day.error());
            filter.dueBy = *day;
        }
        filter.unit = call.queryValue("unit");
        filter.assetNo = call.queryValue("asset");
        filter.onlyOpen = call.queryValue("open") == "true";
        DocumentWork work = workOf(call);
        if (const auto concern = call.queryValue("concern"); concern == "mine")
            filter.applicant = work.actor().login;
        else if (concern == "waits")
            filter.waitsFor = &work.actor();
        else if (!concern.empty())
            return fail(ErrorCode::InvalidArgument, "document.concern", concern);
        const auto page = work.store().list(filter, *start, *limit);
        if (!page)
            return fail(page.error());
        Json rows = Json::array();
        for (const DocumentSummary& document : page->documents)
            rows.push_back(summaryJson(document));
        return jsonResponse(
            {{"documents", rows}, {"next", page->next ? Json(std::to_string(*page->next)) : Json()}});
    }

    Result<HttpResponse> one(RouteCall& call) { return shown(call, call.pathValue("no")); }

    Result<HttpResponse> kinds(RouteCall&) { return jsonResponse(kindsJson()); }

    Result<HttpResponse> create(RouteCall& call)
    {
        const auto kind = parseToken(kDocumentKinds, call.text("kind"), "document.kind");
        if (!kind)
            return fail(kind.error());
        const NewDocument wanted {*kind, call.text("method"), call.text("unit"), call.text("department"),
            call.text("counterpart"), call.text("reason")};
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            const auto made = workOf(call).service().create(wanted);
            return made ? shown(call, made->no, 201) : fail(made.error());
        });
    }

    Result<std::vector<Wish>> wishesOf(const nlohmann::json& list)
    {
        std::vector<Wish> out;
        for (const auto& item : list) {
            if (!item.is_object())
                return fail(ErrorCode::InvalidArgument, "request.type", "wishes");
            const auto text = [&](const char* name) {
                const auto found = item.find(name);
                return found != item.end() && found->is_string() ? found->get<std::string>() : std::string();
            };
            const auto price = Money::parseYuan(text("unit_price_yuan"));
            if (!price)
                return fail(price.error());
            const auto quantity = item.find("quantity");
            if (quantity == item.end() || !quantity->is_number_integer())
                return fail(ErrorCode::InvalidArgument, "request.type", "quantity");
            out.push_back({text("name"), text("class_code"), text("model"), text("unit_of_measure"),
                quantity->get<std::int64_t>(), *price});
        }
        return out;
    }

    Result<HttpResponse> edit(RouteCall& call)
    {
        DocumentEdit edit;
        if (call.has("reason"))
            edit.reason = call.text("reason");
        if (call.has("counterpart"))
            edit.counterpart = call.text("counterpart");
        if (call.has("assets")) {
            edit.assets.emplace();
            for (const auto& number : call.body["assets"]) {
                if (!number.is_string())
                    return fail(ErrorCode::InvalidArgument, "request.type", "assets");
                edit.assets->push_back(number.get<std::string>());
            }
        }
        if (call.has("wishes")) {
            auto wishes = wishesOf(call.body["wishes"]);
            if (!wishes)
                return fail(wishes.error());
            edit.wishes = std::move(*wishes);
        }
        auto facts = factsOf(call);
        if (!facts)
            return fail(facts.error());
        edit.facts = std::move(*facts);
        return change(call, [&](const std::string& no, std::int64_t revision) {
            return workOf(call).service().edit(no, revision, edit);
        });
    }

    Result<HttpResponse> addPaper(RouteCall& call)
    {
        const std::string& hash = call.pathValue("hash");
        return change(call, [&](const std::string& no, std::int64_t revision) -> Result<Document> {
            // A paper that the caller cannot read he cannot hang on anything either.
            if (const auto found = Attachments(call.session, call.scope()).find(hash); !found)
                return fail(found.error());
            return workOf(call).service().addPaper(
                no, revision, {call.pathValue("paper"), hash, call.text("title"), {}, {}});
        });
    }

    Result<HttpResponse> searchIdle(RouteCall& call)
    {
        IdleSearch search;
        search.classPrefix = call.text("class");
        search.placeCode = call.text("place");
        if (const auto since = call.text("acquired_since"); !since.empty()) {
            const auto day = parseDate(since);
            if (!day)
                return fail(day.error());
            search.acquiredSince = *day;
        }
        const auto revision = seenRevision(call);
        if (!revision)
            return fail(revision.error());
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            const auto found = workOf(call).service().searchIdle(call.pathValue("no"), *revision, search);
            if (!found)
                return fail(found.error());
            Json rows = Json::array();
            for (const IdleAsset& asset : *found)
                rows.push_back(idleJson(asset));
            return withRevision(jsonResponse({{"idle", rows}}), *revision + 1);
        });
    }

    Result<HttpResponse> file(RouteCall& call)
    {
        return change(call, [&](const std::string& no, std::int64_t revision) {
            return workOf(call).service().file(no, revision);
        });
    }

    DocumentMove moveOf(const RouteCall& call, DocumentAction action)
    {
        DocumentMove move;
        move.action = action;
        move.opinion = call.text("opinion");
        move.paperNo = call.text("paper_no");
        move.meeting = call.text("meeting");
        move.minutesNo = call.text("minutes_no");
        return move;
    }

    Result<HttpResponse> withdraw(RouteCall& call)
    {
        return moveIt(call, moveOf(call, DocumentAction::Withdraw));
    }
    Result<HttpResponse> giveOpinion(RouteCall& call)
    {
        return moveIt(call, moveOf(call, DocumentAction::Opinion));
    }
    Result<HttpResponse> execute(RouteCall& call)
    {
        return moveIt(call, moveOf(call, DocumentAction::Execute));
    }
    Result<HttpResponse> settle(RouteCall& call)
    {
        return moveIt(call, moveOf(call, DocumentAction::SettleIncome));
    }

    Result<HttpResponse> decide(RouteCall& call)
    {
        const auto action = parseToken(kDocumentActions, call.text("decision"), "document.decision");
        if (!action
            || (*action != DocumentAction::Approve && *action != DocumentAction::Reject
                && *action != DocumentAction::Return && *action != DocumentAction::AskCounterSign
                && *action != DocumentAction::CounterSign))
            return fail(ErrorCode::InvalidArgument, "document.decision", call.text("decision"));
        DocumentMove move = moveOf(call, *action);
        if (const auto step = call.text("to_step"); !step.empty()) {
            const auto kind = parseToken(kStepKinds, step, "document.to_step");
            if (!kind)
                return fail(kind.error());
            move.toStep = *kind;
        }
        if (*action == DocumentAction::AskCounterSign) {
            const auto asked = SociAccountStore(call.session).findAccount(call.text("counter_signer"));
            if (!asked || asked->disabled || !asked->role)
                return fail(ErrorCode::RuleViolated, "document.counter_signer", call.text("counter_signer"));
            move.counterSigner = asked->login;
            move.counterSignerName = asked->name;
        }
        return moveIt(call, std::move(move));
    }

    Result<HttpResponse> close(RouteCall& call)
    {
        DocumentMove move = moveOf(call, DocumentAction::Close);
        if (call.has("cards"))
            for (const auto& item : call.body["cards"]) {
                if (!item.is_object() || !item.contains("line") || !item["line"].is_number_integer()
                    || !item.contains("fields") || !item["fields"].is_object())
                    return fail(ErrorCode::InvalidArgument, "request.type", "cards");
                CardToMake card {item["line"].get<int>(), {}};
                for (const auto& [name, value] : item["fields"].items()) {
                    if (!value.is_string())
                        return fail(ErrorCode::InvalidArgument, "request.type", name);
                    card.fields.push_back({name, value.get<std::string>()});
                }
                move.cards.push_back(std::move(card));
            }
        return moveIt(call, std::move(move));
    }

    Result<HttpResponse> pdfResponse(Result<std::string> pdf)
    {
        return pdf ? Result<HttpResponse>(fileResponse("application/pdf", std::move(*pdf))) : fail(pdf.error());
    }

    Result<HttpResponse> print(RouteCall& call)
    {
        const auto document = workOf(call).store().find(call.pathValue("no"));
        if (!document)
            return fail(document.error());
        return pdfResponse(documentFormPdf(call.session, call.scope(), *document, call.server.today()));
    }

    Result<HttpResponse> handOut(RouteCall& call)
    {
        const auto document = workOf(call).store().find(call.pathValue("no"));
        if (!document)
            return fail(document.error());
        return pdfResponse(
            dossierPdf(call.session, call.scope(), *document, call.caller.account.login, call.server.now()));
    }

    constexpr auto kText = FieldKind::Text;
    constexpr auto kMay = FieldNeed::Optional;
    constexpr auto kMust = FieldNeed::Required;

    constexpr RouteField kListQuery[] = {
        {"kind", kText, kMay, "Token of a kind."},
        {"state", kText, kMay, "Token of a state."},
        {"unit", kText, kMay, "Code of the unit that applied."},
        {"asset", kText, kMay, "Number of an asset that it is about."},
        {"due_by", kText, kMay, "Those whose open step is due by this day: reminders."},
        {"open", FieldKind::Boolean, kMay, "Only those that are not at their end."},
        {"concern", kText, kMay, "mine: what the caller applied for; waits: what the caller can move on."},
        kLimitField,
        kAfterField,
    };
    constexpr RouteField kNewBody[] = {
        {"kind", kText, kMust, "allocation or disposal."},
        {"method", kText, kMust, "Token of a method of the kind."},
        {"unit", kText, kMust, "Code."},
        {"department", kText, kMay, "Name."},
        {"counterpart", kText, kMay, "Code of the other unit of a transfer."},
        {"reason", kText, kMay, ""},
    };
    constexpr RouteField kFacts {
        "facts", FieldKind::Object, kMay, "Name to value, of the document; see /document-kinds."};
    constexpr RouteField kLineFacts {
        "line_facts", FieldKind::Object, kMay, "Number of a line to an object of names and values."};
    constexpr RouteField kEditBody[] = {
        {"reason", kText, kMay, ""},
        {"counterpart", kText, kMay, "Code; empty for none."},
        {"assets", FieldKind::List, kMay, "Numbers or tags: all lines anew."},
        {"wishes", FieldKind::List, kMay,
            "Objects of name, class_code, model, unit_of_measure, quantity, unit_price_yuan: all lines anew."},
        kFacts,
        kLineFacts,
    };
    constexpr RouteField kPaperBody[] = {{"title", kText, kMay, "Name of the file."}};
    constexpr RouteField kSearchBody[] = {
        {"class", kText, kMay, "Beginning of a class code."},
        {"place", kText, kMay, "Code; what is inside it counts."},
        {"acquired_since", kText, kMay, "Not older than this day."},
    };
    constexpr RouteField kOpinion {"opinion", kText, kMay, "Or why."};
    constexpr RouteField kOpinionBody[] = {kOpinion};
    constexpr RouteField kDecisionBody[] = {
        {"decision", kText, kMust, "approve, reject, return, ask_counter_sign or counter_sign."},
        kOpinion,
        {"paper_no", kText, kMay, "Of the decision."},
        {"meeting", kText, kMay, "Of a collective decision."},
        {"minutes_no", kText, kMay, "Of a collective decision."},
        {"to_step", kText, kMay, "Of a return; left out = to the applicant."},
        {"counter_signer", kText, kMay, "Login of who is asked."},
        kFacts,
        kLineFacts,
    };
    constexpr RouteField kSettleBody[] = {kOpinion, kFacts, kLineFacts};
    constexpr RouteField kCloseBody[] = {
        kOpinion,
        kFacts,
        kLineFacts,
        {"cards", FieldKind::List, kMay,
            "Objects of line and fields: what the cards of an acceptance hold; one for all pieces of a line or "
            "one a piece."},
    };

    constexpr auto kPermitted = Admission::Permitted;

    const Route kRoutes[] = {
        {"GET", "/documents", kPermitted, Permission::ReadRegistry, Reach::OwnRows,
            "Documents, the newest first.", list, kListQuery},
        {"GET", "/documents/{no}", kPermitted, Permission::ReadRegistry, Reach::OwnUnit,
            "A document with what the account may do next and what stands in the way.", one},
        {"GET", "/documents/{no}/form.pdf", kPermitted, Permission::ReadRegistry, Reach::OwnUnit,
            "The document as a form for print.", print, {}, BodyKind::None, {}, 0, Lane::Long},
        {"POST", "/documents/{no}/dossier", kPermitted, Permission::ReadRegistry, Reach::OwnUnit,
            "Its papers by their digests, as a PDF that can be verified later.",
            {AuditAction::HandOutDossier, handOut}, {}, BodyKind::None, {}, 0, Lane::Long},
        {"GET", "/document-kinds", kPermitted, Permission::ReadRegistry, Reach::Common,
            "Kinds, methods and what each asks for: forms are made of it.", kinds},
        {"POST", "/documents", kPermitted, Permission::FileDocuments, Reach::OwnUnit, "A draft.",
            {AuditAction::DraftDocument, create}, {}, BodyKind::Json, kNewBody},
        {"PATCH", "/documents/{no}", kPermitted, Permission::FileDocuments, Reach::OwnUnit,
            "Changes a draft; If-Match.", {AuditAction::EditDocument, edit}, {}, BodyKind::Json, kEditBody},
        {"PUT", "/documents/{no}/papers/{paper}/{hash}", kPermitted, Permission::SignDocuments,
            Reach::OwnUnit, "Hangs an attachment on the check-list; If-Match.",
            {AuditAction::AddPaper, addPaper}, {}, BodyKind::Json, kPaperBody},
        {"POST", "/documents/{no}/idle-search", kPermitted, Permission::FileDocuments, Reach::OwnUnit,
            "Looks for idle things of the city and notes what was found; If-Match.",
            {AuditAction::SearchIdle, searchIdle}, {}, BodyKind::Json, kSearchBody},
        {"POST", "/documents/{no}/filing", kPermitted, Permission::FileDocuments, Reach::OwnUnit,
            "Files a draft on its route; If-Match.", {AuditAction::FileDocument, file}},
        {"POST", "/documents/{no}/withdrawal", kPermitted, Permission::FileDocuments, Reach::OwnUnit,
            "Takes a document back; If-Match.", {AuditAction::WithdrawDocument, withdraw}, {}, BodyKind::Json,
            kOpinionBody},
        {"POST", "/documents/{no}/decisions", kPermitted, Permission::SignDocuments, Reach::OwnUnit,
            "Signs the open step, or sends the document back; If-Match.",
            {AuditAction::DecideDocument, decide}, {}, BodyKind::Json, kDecisionBody},
        {"POST", "/documents/{no}/opinions", kPermitted, Permission::SignDocuments, Reach::OwnUnit,
            "An opinion that decides nothing; If-Match.", {AuditAction::GiveOpinion, giveOpinion}, {},
            BodyKind::Json, kOpinionBody},
        {"POST", "/documents/{no}/execution", kPermitted, Permission::SettleDocuments, Reach::OwnUnit,
            "What was approved is done; If-Match.", {AuditAction::ExecuteDocument, execute}, {},
            BodyKind::Json, kSettleBody},
        {"POST", "/documents/{no}/income", kPermitted, Permission::SettleDocuments, Reach::OwnUnit,
            "Income and its payment to the treasury; If-Match.", {AuditAction::SettleIncome, settle}, {},
            BodyKind::Json, kSettleBody},
        {"POST", "/documents/{no}/closing", kPermitted, Permission::SettleDocuments, Reach::OwnUnit,
            "The end: cards and books together; If-Match.", {AuditAction::CloseDocument, close}, {},
            BodyKind::Json, kCloseBody},
    };

} // namespace document_routes

std::span<const Route> documentRoutes() { return document_routes::kRoutes; }

} // namespace guanwu
