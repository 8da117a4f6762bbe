#include "app/exchange/tables/photo_reader.h"
#include "app/server/routes/routes.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"
#include "core/cards/card_number.h"
#include "schema/cards/attachments.h"

namespace guanwu {

namespace attachment_routes {

    using Json = nlohmann::ordered_json;

    Json attachmentJson(const Attachment& attachment)
    {
        return {{"hash", attachment.hash}, {"type", tokenRow(kMediaTypes, attachment.type).token},
            {"bytes", attachment.bytes}};
    }

    /// Needs no key: the same bytes are the same attachment. Of a photo only the picture is kept.
    Result<HttpResponse> store(RouteCall& call)
    {
        const auto type = inspectAttachment(call.content);
        if (!type)
            return fail(type.error());
        const auto content = *type == MediaType::Pdf ? Result<std::string>(call.content)
                                                     : readPhoto(call.content, call.server.readerProgram);
        if (!content)
            return fail(content.error());
        const auto stored = Attachments(call.session, call.scope())
                                .store(*content, call.caller.account.login, call.server.now());
        return stored ? Result<HttpResponse>(jsonResponse(attachmentJson(*stored), 201))
                      : fail(stored.error());
    }

    Result<HttpResponse> read(RouteCall& call)
    {
        auto content = Attachments(call.session, call.scope()).read(call.pathValue("hash"));
        if (!content)
            return fail(content.error());
        HttpResponse out;
        out.contentType = tokenRow(kMediaTypes, content->attachment.type).token;
        out.body = std::move(content->bytes);
        // A paper of strangers is kept, never opened in the window it came to.
        out.headers.add("Content-Disposition", "attachment");
        out.headers.add("Content-Security-Policy", "default-src 'none'; sandbox");
        return out;
    }

    Result<HttpResponse> attach(RouteCall& call)
    {
        const auto done = Attachments(call.session, call.scope())
                              .attach(assetNoOf(call.pathValue("no")), call.pathValue("hash"),
                                  call.caller.account.login, call.server.now());
        return done ? Result<HttpResponse>(emptyResponse()) : fail(done.error());
    }

    Result<HttpResponse> ofCard(RouteCall& call)
    {
        const auto found = Attachments(call.session, call.scope()).ofCard(assetNoOf(call.pathValue("no")));
        if (!found)
            return fail(found.error());
        Json all = Json::array();
        for (const Attachment& attachment : *found)
            all.push_back(attachmentJson(attachment));
        return jsonResponse({{"attachments", all}});
    }

    const Route kRoutes[] = {
        {"POST", "/attachments", Admission::Permitted, Permission::SignDocuments, Reach::Common,
            "Stores a JPEG, a PNG or a PDF by its content.", {AuditAction::StoreAttachment, store}, {},
            BodyKind::File, {}, kMostAttachmentBytes, Lane::Picture},
        {"GET", "/attachments/{hash}", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit,
            "The bytes of an attachment.", read},
        {"GET", "/assets/{no}/attachments", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit,
            "What hangs on a card.", ofCard},
        {"PUT", "/assets/{no}/attachments/{hash}", Admission::Permitted, Permission::EditCards,
            Reach::OwnUnit, "Hangs an attachment on a card; once is enough.",
            {AuditAction::AttachToCard, attach}},
    };

} // namespace attachment_routes

std::span<const Route> attachmentRoutes() { return attachment_routes::kRoutes; }

} // namespace guanwu
