#include "app/server/routes/routes.h"

#include "app/exchange/events/event_json.h"
#include "app/security/openssl_signatures.h"
#include "app/server/server_context.h"
#include "core/access/device_service.h"
#include "schema/access/soci_device_store.h"

namespace guanwu {

namespace device_routes {

    using Json = nlohmann::ordered_json;

    struct Devices {
        SociDeviceStore store;
        OpensslSignatures signatures;
        DeviceService service;

        explicit Devices(RouteCall& call)
            : store(call.session)
            , service(store, call.server.secrets, signatures, call.server.now)
        {
        }
    };

    Result<DeviceId> deviceId(const RouteCall& call)
    {
        const std::string& text = call.pathValue("device");
        const auto id = wholeNumber(text);
        return id ? Result<DeviceId>(DeviceId {*id}) : fail(ErrorCode::NotFound, "device.not_found", text);
    }

    Json deviceJson(const Device& device)
    {
        return {{"device", std::to_string(device.id.value)}, {"name", device.name},
            {"offered_by", device.offeredBy}, {"enrolled_at", formatInstant(device.enrolledAt)},
            {"revoked_at", device.revokedAt ? Json(formatInstant(*device.revokedAt)) : Json()}};
    }

    Result<HttpResponse> offer(RouteCall& call)
    {
        const auto text
            = Devices(call).service.offer(call.caller, {call.text("address"), call.server.caFingerprint});
        return text ? Result<HttpResponse>(jsonResponse({{"enrolment", *text}}, 201)) : fail(text.error());
    }

    Result<HttpResponse> enrol(RouteCall& call)
    {
        const auto device
            = Devices(call).service.enrol(call.text("code"), call.text("name"), call.text("public_key"));
        if (!device)
            return fail(device.error());
        return jsonResponse({{"device", std::to_string(device->id.value)}, {"name", device->name}}, 201);
    }

    Result<HttpResponse> list(RouteCall& call)
    {
        const auto all = Devices(call).service.devices(call.caller);
        if (!all)
            return fail(all.error());
        Json out = Json::array();
        for (const Device& device : *all)
            out.push_back(deviceJson(device));
        return jsonResponse({{"devices", out}});
    }

    Result<HttpResponse> revoke(RouteCall& call)
    {
        const auto id = deviceId(call);
        if (!id)
            return fail(id.error());
        const auto done = Devices(call).service.revoke(call.caller, *id);
        return done ? Result<HttpResponse>(emptyResponse()) : fail(done.error());
    }

    Result<HttpResponse> rename(RouteCall& call)
    {
        const auto id = deviceId(call);
        if (!id)
            return fail(id.error());
        const auto done = Devices(call).service.rename(call.caller, *id, call.text("name"));
        return done ? Result<HttpResponse>(emptyResponse()) : fail(done.error());
    }

    constexpr RouteField kOfferBody[] = {
        {"address", FieldKind::Text, FieldNeed::Required,
            "https://HOST:PORT, as handhelds reach this server."},
    };
    constexpr RouteField kEnrolBody[] = {
        {"code", FieldKind::Text, FieldNeed::Required, "From the QR code; good once, for 15 minutes."},
        {"name", FieldKind::Text, FieldNeed::Required},
        {"public_key", FieldKind::Text, FieldNeed::Required, "ed25519:BASE64URL"},
    };

    constexpr RouteField kNameBody[] = {{"name", FieldKind::Text, FieldNeed::Required}};

    const Route kRoutes[] = {
        {"POST", "/enrolments", Admission::Permitted, Permission::ManageDevices, Reach::Common,
            "Offers to let one handheld in; answers the text of its QR code.",
            {AuditAction::OfferEnrolment, offer}, {}, BodyKind::Json, kOfferBody},
        {"POST", "/devices", Admission::Everybody, {}, Reach::Common, "Enrols a handheld by its code.",
            {AuditAction::EnrolDevice, enrol}, {}, BodyKind::Json, kEnrolBody},
        {"GET", "/devices", Admission::Permitted, Permission::ManageDevices, Reach::Common, "All handhelds.",
            list},
        {"PUT", "/devices/{device}/name", Admission::Permitted, Permission::ManageDevices, Reach::Common,
            "Calls a handheld something else.", {AuditAction::RenameDevice, rename}, {}, BodyKind::Json,
            kNameBody},
        {"DELETE", "/devices/{device}", Admission::Permitted, Permission::ManageDevices, Reach::Common,
            "Revokes a handheld: its log-ins end at once and it never comes back.",
            {AuditAction::RevokeDevice, revoke}},
    };

} // namespace device_routes

std::span<const Route> deviceRoutes() { return device_routes::kRoutes; }

} // namespace guanwu
