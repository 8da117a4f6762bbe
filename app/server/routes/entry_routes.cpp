// The registers beside the assets. Not to be confused with register_routes.cpp: units, places and people.
#include "app/server/api_error.h"
#include "app/server/routes/paging.h"
#include "app/server/routes/routes.h"
#include "app/server/routes/versions.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"

#include "app/registers/register_json.h"
#include "core/registers/register_figures.h"
#include "schema/registers/soci_register_repository.h"

namespace guanwu {

namespace entry_routes {

    using Json = nlohmann::ordered_json;

    struct Registers {
        SociRegisterRepository store;
        RegisterService service;

        explicit Registers(RouteCall& call)
            : store(call.session, call.scope())
            , service(
                  store, call.scope(), {call.caller.account.login, call.caller.account.role}, call.server.now)
        {
        }
    };

    Result<RegisterKind> kindOf(const RouteCall& call)
    {
        const auto kind = parseToken(kRegisterKinds, call.pathValue("kind"), "register.kind");
        return kind ? kind : fail(ErrorCode::NotFound, "register.kind", kind.error().detail);
    }

    Result<std::vector<FieldValue>> fieldsOf(const RouteCall& call)
    {
        std::vector<FieldValue> out;
        if (!call.has("fields"))
            return out;
        for (const auto& [name, value] : call.body["fields"].items()) {
            if (!value.is_string() && !value.is_null())
                return fail(ErrorCode::InvalidArgument, "request.type", name);
            out.push_back({name, value.is_null() ? std::string() : value.get<std::string>()});
        }
        return out;
    }

    Result<RegisterFilter> filterOf(const RouteCall& call, RegisterKind kind, RegisterService& service)
    {
        RegisterFilter filter;
        filter.type = call.queryValue("type");
        filter.unit = call.queryValue("unit");
        filter.state = call.queryValue("state");
        filter.text = call.queryValue("q");
        const std::string parent = call.queryValue("parent");
        if (parent.empty())
            return filter;
        const auto found = service.find(kind, parent);
        if (!found)
            return fail(found.error());
        filter.parent = found->entry.id;
        return filter;
    }

    HttpResponse entryResponse(const RouteCall& call, const ShownEntry& shown, int status = 200)
    {
        return withRevision(
            jsonResponse(registerEntryJson(shown, call.language), status), shown.entry.revision);
    }

    Result<HttpResponse> kinds(RouteCall&)
    {
        Json out = Json::array();
        for (const RegisterType& type : registerTypes())
            out.push_back(registerTypeJson(type));
        return jsonResponse({{"types", std::move(out)}});
    }

    Result<HttpResponse> list(RouteCall& call)
    {
        Registers registers(call);
        const auto kind = kindOf(call);
        const auto limit = pageLimit(call);
        const auto start = pageStart(call);
        if (!kind || !limit || !start)
            return fail(!kind ? kind.error() : !limit ? limit.error() : start.error());
        const auto filter = filterOf(call, *kind, registers.service);
        if (!filter)
            return fail(filter.error());
        const auto page = registers.service.page(*kind, *filter, *start, *limit + 1);
        if (!page)
            return fail(page.error());
        Json rows = Json::array();
        Json next;
        for (std::size_t i = 0; i < page->size(); ++i) {
            if (i == static_cast<std::size_t>(*limit)) {
                next = std::to_string((*page)[i - 1].entry.id.value);
                break;
            }
            rows.push_back(registerEntryJson((*page)[i], call.language));
        }
        return jsonResponse({{"entries", std::move(rows)}, {"next", std::move(next)}});
    }

    Result<HttpResponse> figures(RouteCall& call)
    {
        Registers registers(call);
        const auto kind = kindOf(call);
        if (!kind)
            return fail(kind.error());
        RegisterFilter filter;
        filter.unit = call.queryValue("unit");
        Json rows = Json::array();
        for (const RegisterFigure& figure : registerFigures(registers.service, *kind, filter))
            rows.push_back({{"token", figure.token},
                {"name", call.language == Language::ZhCn ? figure.nameZh : figure.nameEn},
                {"value", figure.value}});
        return jsonResponse({{"figures", std::move(rows)}});
    }

    Result<HttpResponse> one(RouteCall& call)
    {
        const auto kind = kindOf(call);
        if (!kind)
            return fail(kind.error());
        const auto entry = Registers(call).service.find(*kind, call.pathValue("no"));
        return entry ? Result<HttpResponse>(entryResponse(call, *entry)) : fail(entry.error());
    }

    Result<HttpResponse> history(RouteCall& call)
    {
        const auto kind = kindOf(call);
        const auto limit = pageLimit(call);
        const auto start = pageStart(call);
        if (!kind || !limit || !start)
            return fail(!kind ? kind.error() : !limit ? limit.error() : start.error());
        const auto events = Registers(call).service.history(*kind, call.pathValue("no"), *start, *limit + 1);
        if (!events)
            return fail(events.error());
        Json rows = Json::array();
        for (const RegisterEvent& event : *events)
            if (rows.size() < static_cast<std::size_t>(*limit))
                rows.push_back(registerEventJson(event));
        const bool isMore = events->size() > rows.size();
        return jsonResponse({{"events", rows}, {"next", isMore ? rows.back()["id"] : Json()}});
    }

    Result<HttpResponse> create(RouteCall& call)
    {
        const auto kind = kindOf(call);
        const auto fields = fieldsOf(call);
        if (!kind || !fields)
            return fail(!kind ? kind.error() : fields.error());
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            const auto entry = Registers(call).service.create(*kind,
                {call.text("type"), call.text("unit"), call.text("department"), call.text("parent"), *fields},
                call.text("reason"));
            return entry ? Result<HttpResponse>(entryResponse(call, *entry, 201)) : fail(entry.error());
        });
    }

    /// A change of what was read; one that another came before is answered with both versions.
    template <class Work> Result<HttpResponse> changeOf(RouteCall& call, RegisterKind kind, Work work)
    {
        const auto revision = seenRevision(call);
        if (!revision)
            return fail(revision.error());
        auto response = writeOnce(call, [&]() -> Result<HttpResponse> {
            Registers registers(call);
            const auto entry = work(registers.service, *revision);
            return entry ? Result<HttpResponse>(entryResponse(call, *entry)) : fail(entry.error());
        });
        if (response || response.error().code != ErrorCode::StaleRevision)
            return response;
        const auto current = Registers(call).service.find(kind, call.pathValue("no"));
        if (!current)
            return fail(current.error());
        return conflictResponse(
            response.error(), call.language, Json(call.body), registerEntryJson(*current, call.language));
    }

    Result<HttpResponse> change(RouteCall& call)
    {
        const auto kind = kindOf(call);
        const auto fields = fieldsOf(call);
        if (!kind || !fields)
            return fail(!kind ? kind.error() : fields.error());
        return changeOf(call, *kind, [&](RegisterService& service, std::int64_t revision) {
            return service.change(*kind, call.pathValue("no"), revision, *fields, call.text("reason"));
        });
    }

    Result<HttpResponse> step(RouteCall& call)
    {
        const auto kind = kindOf(call);
        const auto fields = fieldsOf(call);
        if (!kind || !fields)
            return fail(!kind ? kind.error() : fields.error());
        return changeOf(call, *kind, [&](RegisterService& service, std::int64_t revision) {
            return service.step(
                *kind, call.pathValue("no"), revision, call.text("step"), *fields, call.text("reason"));
        });
    }

    constexpr RouteField kUnit {"unit", FieldKind::Text, FieldNeed::Optional, "Code of a unit."};
    constexpr RouteField kFields {
        "fields", FieldKind::Object, FieldNeed::Optional, "Texts by field; null clears one."};
    constexpr RouteField kReason {
        "reason", FieldKind::Text, FieldNeed::Optional, "Why; stands in the history."};
    constexpr RouteField kListQuery[] = {
        {"q", FieldKind::Text, FieldNeed::Optional, "A number, or part of a value."},
        {"type", FieldKind::Text, FieldNeed::Optional, "Type of entry; the main one when left out."},
        kUnit,
        {"state", FieldKind::Text, FieldNeed::Optional, "A state of the type."},
        {"parent", FieldKind::Text, FieldNeed::Optional, "Number of the entry around."},
        kLimitField,
        kAfterField,
    };
    constexpr RouteField kFiguresQuery[] = {kUnit};
    constexpr RouteField kPageQuery[] = {kLimitField, kAfterField};
    constexpr RouteField kCreateBody[] = {
        {"type", FieldKind::Text, FieldNeed::Optional, "Type of entry; the main one when left out."},
        {"unit", FieldKind::Text, FieldNeed::Optional, "Code; none for a body outside the registry."},
        {"department", FieldKind::Text, FieldNeed::Optional, "Name of a department of the unit."},
        {"parent", FieldKind::Text, FieldNeed::Optional, "Number of the entry that it is part of."},
        kFields,
        kReason,
    };
    constexpr RouteField kChangeBody[] = {kFields, kReason};
    constexpr RouteField kStepBody[]
        = {{"step", FieldKind::Text, FieldNeed::Required, "A step of the type, or void."}, kFields, kReason};

    const Route kRoutes[] = {
        {"GET", "/register-types", Admission::Permitted, Permission::ReadRegistry, Reach::Common,
            "Fields, states and steps of every register.", kinds},
        {"GET", "/register-figures/{kind}", Admission::Permitted, Permission::ReadRegistry, Reach::Common,
            "Counts and rates of a register within the caller's scope.", figures, kFiguresQuery,
            BodyKind::None, {}, 0, Lane::Long},
        {"GET", "/registers/{kind}", Admission::Permitted, Permission::ReadRegistry, Reach::OwnRows,
            "Entries of a register within the caller's scope.", list, kListQuery},
        {"POST", "/registers/{kind}", Admission::Permitted, Permission::FileDocuments, Reach::OwnUnit,
            "Enters something into a register, which gives its number.", {AuditAction::EnterRegister, create},
            {}, BodyKind::Json, kCreateBody},
        {"GET", "/registers/{kind}/{no}", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit,
            "An entry, with what there is to say of it.", one},
        {"PATCH", "/registers/{kind}/{no}", Admission::Permitted, Permission::FileDocuments, Reach::OwnUnit,
            "Corrects fields of an entry; needs If-Match.", {AuditAction::CorrectEntry, change}, {},
            BodyKind::Json, kChangeBody},
        {"POST", "/registers/{kind}/{no}/steps", Admission::Permitted, Permission::FileDocuments,
            Reach::OwnUnit, "Takes a step; needs If-Match.", {AuditAction::StepEntry, step}, {},
            BodyKind::Json, kStepBody},
        {"GET", "/registers/{kind}/{no}/history", Admission::Permitted, Permission::ReadRegistry,
            Reach::OwnUnit, "What happened to an entry, the newest first.", history, kPageQuery},
    };

} // namespace entry_routes

std::span<const Route> entryRoutes() { return entry_routes::kRoutes; }

} // namespace guanwu
