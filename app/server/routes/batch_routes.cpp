// Many assets at once: drafts of one kind unit by unit, and cards of older editions coded anew.
#include "app/documents/recoding.h"
#include "app/server/routes/paging.h"
#include "app/server/routes/routes.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"

namespace guanwu {

namespace batch_routes {

    using Json = nlohmann::ordered_json;

    DocumentStore::Commit commitOf(const RouteCall& call)
    {
        return call.queryValue("dry_run") == "true" ? DocumentStore::Commit::No : DocumentStore::Commit::Yes;
    }

    /// A dry run is no write: it leaves neither an answer for its key nor an entry in the audit trail.
    template <class Work> Result<HttpResponse> madeOnce(RouteCall& call, const Work& work)
    {
        return commitOf(call) == DocumentStore::Commit::No ? work() : writeOnce(call, work);
    }

    Result<HttpResponse> drafted(const RouteCall& call, const Result<DraftedBatch>& batch)
    {
        if (!batch)
            return fail(batch.error());
        const bool isMade = commitOf(call) == DocumentStore::Commit::Yes && !batch->drafts.empty();
        return jsonResponse(batchJson(*batch), isMade ? 201 : 200);
    }

    Result<DraftBatch> batchOf(const RouteCall& call)
    {
        DraftBatch out;
        const auto kind = parseToken(kDocumentKinds, call.text("kind"), "document.kind");
        if (!kind)
            return fail(kind.error());
        out.kind = *kind;
        out.method = call.text("method");
        out.reason = call.text("reason");
        for (const auto& no : call.body["assets"]) {
            if (!no.is_string())
                return fail(ErrorCode::InvalidArgument, "request.type", "assets");
            out.lines.push_back({no.get<std::string>()});
        }
        if (call.has("facts"))
            for (const auto& [name, value] : call.body["facts"].items()) {
                if (!value.is_string())
                    return fail(ErrorCode::InvalidArgument, "request.type", name);
                out.facts.push_back({0, name, value.get<std::string>()});
            }
        return out;
    }

    Result<HttpResponse> draft(RouteCall& call)
    {
        const auto batch = batchOf(call);
        if (!batch)
            return fail(batch.error());
        return madeOnce(call, [&] {
            return drafted(
                call, draftBatch(call.session, call.caller.account, call.server.now, *batch, commitOf(call)));
        });
    }

    Result<HttpResponse> suggest(RouteCall& call)
    {
        ClassEdition edition = ClassEdition::Edition2022;
        if (const auto text = call.queryValue("edition"); !text.empty()) {
            const auto parsed = parseToken(kClassEditions, text, "class.edition");
            if (!parsed)
                return fail(parsed.error());
            edition = *parsed;
        }
        const auto limit = pageLimit(call, 5, 50);
        if (!limit)
            return fail(limit.error());
        return jsonResponse({{"suggestions",
            suggestionsJson(suggestClasses(call.queryValue("name"), edition, call.queryValue("code"),
                static_cast<std::size_t>(*limit)))}});
    }

    Result<HttpResponse> recoding(RouteCall& call)
    {
        const auto limit = pageLimit(call);
        const auto start = pageStart(call);
        if (!limit || !start)
            return fail(!limit ? limit.error() : start.error());
        const auto page
            = recodingOf(call.session, call.scope(), call.pathValue("code"), AssetId {*start}, *limit);
        if (!page)
            return fail(page.error());
        Json rows = Json::array();
        for (const RecodingLine& line : page->lines)
            rows.push_back(recodingJson(line));
        return jsonResponse(
            {{"cards", rows}, {"next", page->next ? Json(std::to_string(page->next->value)) : Json()}});
    }

    Result<HttpResponse> recode(RouteCall& call)
    {
        const int least = call.has("least_score") ? call.body["least_score"].get<int>() : 90;
        return madeOnce(call, [&] {
            return drafted(call,
                draftRecoding(call.session, call.caller.account, call.server.now, call.pathValue("code"),
                    least, commitOf(call)));
        });
    }

    constexpr RouteField kDryRun[] = {
        {"dry_run", FieldKind::Boolean, FieldNeed::Optional, "true: says what would be made."}};
    constexpr RouteField kBatchBody[] = {
        {"kind", FieldKind::Text, FieldNeed::Required, "Of the documents."},
        {"method", FieldKind::Text, FieldNeed::Required, "Of the documents."},
        {"assets", FieldKind::List, FieldNeed::Required, "Numbers or tags, of one unit or of many."},
        {"facts", FieldKind::Object, FieldNeed::Optional, "Texts by name, the same for every document."},
        {"reason", FieldKind::Text}};
    constexpr RouteField kSuggestQuery[] = {
        {"name", FieldKind::Text, FieldNeed::Required, "What the thing is called."},
        {"edition", FieldKind::Text, FieldNeed::Optional, "Of `code`: 2010 or 1994."},
        {"code", FieldKind::Text, FieldNeed::Optional, "Its class in that edition."}, kLimitField};
    constexpr RouteField kPageQuery[] = {kLimitField, kAfterField};
    constexpr RouteField kRecodeBody[] = {{"least_score", FieldKind::Integer, FieldNeed::Optional,
        "Only cards whose best suggestion has at least this score; 90 if not given."}};

    const Route kRoutes[] = {
        {"POST", "/document-batches", Admission::Permitted, Permission::FileDocuments, Reach::OwnUnit,
            "Drafts of one kind for many assets, a document a unit; done again it makes nothing twice.",
            {AuditAction::DraftDocuments, draft}, kDryRun, BodyKind::Json, kBatchBody, 0, Lane::Long},
        {"GET", "/class-suggestions", Admission::Permitted, Permission::ReadRegistry, Reach::Common,
            "Classes of 2022 that a thing of this name may belong to, the best first.", suggest, kSuggestQuery},
        {"GET", "/units/{code}/recoding", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit,
            "Cards under older editions with suggested classes.", recoding, kPageQuery, BodyKind::None, {}, 0,
            Lane::Long},
        {"POST", "/units/{code}/recoding", Admission::Permitted, Permission::FileDocuments, Reach::OwnUnit,
            "Slips for the cards whose best suggestion is sure enough.", {AuditAction::RecodeCards, recode}, kDryRun,
            BodyKind::Json, kRecodeBody, 0, Lane::Long},
    };

} // namespace batch_routes

std::span<const Route> batchRoutes() { return batch_routes::kRoutes; }

} // namespace guanwu
