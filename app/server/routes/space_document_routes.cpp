// What of office space goes on as documents: proposals that are taken over into drafts, and the use
// certificates that documents lead to.
#include "app/documents/proposal_documents.h"
#include "app/premises/space_json.h"
#include "app/server/routes/routes.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"
#include "core/base/text.h"
#include "schema/premises/use_certificates.h"

namespace guanwu {

namespace space_document_routes {

    using Json = nlohmann::ordered_json;

    Result<HttpResponse> planned(RouteCall& call)
    {
        const ProposalQuestion asked {split(call.queryValue("units"), ','),
            call.queryValue("everybody") == "true", wholeNumber(call.queryValue("together"))};
        const auto plan = planProposal(call.session, call.caller.account, call.server.today(), asked);
        return plan ? Result<HttpResponse>(jsonResponse(proposalDocumentsJson(*plan))) : fail(plan.error());
    }

    Result<HttpResponse> draft(RouteCall& call)
    {
        ProposalQuestion asked;
        for (const auto& code : call.body["units"]) {
            if (!code.is_string())
                return fail(ErrorCode::InvalidArgument, "request.type", "units");
            asked.units.push_back(code.get<std::string>());
        }
        asked.everybody = call.has("everybody") && call.body["everybody"].get<bool>();
        if (call.has("together"))
            asked.together = call.body["together"].get<std::int64_t>();
        const ProposalWords words {call.text("ground"), call.text("basis"), call.text("reason")};
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            const auto made = draftProposal(
                call.session, call.caller.account, call.server.now, asked, words, DocumentStore::Commit::Yes);
            if (!made)
                return fail(made.error());
            return jsonResponse(proposalDocumentsJson(*made), made->drafts.empty() ? 200 : 201);
        });
    }

    Result<HttpResponse> certificates(RouteCall& call)
    {
        const auto unit = SpaceRegister(call.session, call.scope()).units(call.pathValue("unit"));
        if (!unit)
            return fail(unit.error());
        Json rows = Json::array();
        for (const UseCertificateLine& line :
            readUseCertificates(call.session, call.scope(), call.pathValue("unit")))
            rows.push_back(useCertificateJson(line));
        return jsonResponse({{"certificates", rows}});
    }

    constexpr RouteField kPlanQuery[] = {{"units", FieldKind::Text, FieldNeed::Required,
                                             "Codes with commas between them; several are a reform."},
        {"everybody", FieldKind::Boolean, FieldNeed::Optional, "true: everybody in post is seated anew."},
        {"together", FieldKind::Integer, FieldNeed::Optional,
            "People at the lowest limit who share a room."}};
    constexpr RouteField kDraftBody[] = {
        {"units", FieldKind::List, FieldNeed::Required, "Codes; several are a reform."},
        {"everybody", FieldKind::Boolean, FieldNeed::Optional,
            "true: everybody in post is seated anew with the fewest moves; else those without a main room."},
        {"together", FieldKind::Integer, FieldNeed::Optional,
            "People at the lowest limit who share a room; default: the limit space_together."},
        {"ground", FieldKind::Text, FieldNeed::Optional, "Of allocations and adjustments."},
        {"basis", FieldKind::Text, FieldNeed::Optional,
            "Establishment paper or minutes; may be filled in later."},
        {"reason", FieldKind::Text, FieldNeed::Optional, "Of all of them."}};

    const Route kRoutes[] = {
        {"GET", "/space/proposal/documents", Admission::Permitted, Permission::FileDocuments, Reach::OwnUnit,
            "The drafts that a proposal leads to, before they are made.", planned, kPlanQuery, BodyKind::None,
            {}, 0, Lane::Long},
        {"POST", "/space/proposal/documents", Admission::Permitted, Permission::FileDocuments, Reach::OwnUnit,
            "Takes a proposal over into drafts, one a unit and means; done again it makes nothing twice.",
            {AuditAction::DraftDocuments, draft}, {}, BodyKind::Json, kDraftBody, 0, Lane::Long},
        {"GET", "/space/units/{unit}/use-certificates", Admission::Permitted, Permission::ReadRegistry,
            Reach::OwnUnit,
            "Use certificates of a unit: those that stand, those to be reissued, and what replaced which.",
            certificates},
    };

} // namespace space_document_routes

std::span<const Route> spaceDocumentRoutes() { return space_document_routes::kRoutes; }

} // namespace guanwu
