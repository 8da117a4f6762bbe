// What the bureau keeps of office space for the whole city: new rooms, posts by rank, the yearly publication,
// and which papers there are of a building.
#include "app/premises/space_json.h"
#include "app/premises/title_json.h"
#include "app/server/routes/routes.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"
#include "core/premises/seat_service.h"
#include "core/premises/title_service.h"
#include "core/values/calendar.h"
#include "schema/premises/room_entry.h"
#include "schema/premises/soci_seat_store.h"
#include "schema/premises/soci_title_store.h"
#include "schema/premises/space_register.h"
#include "schema/premises/title_register.h"

namespace guanwu {

namespace space_keeping_routes {

    using Json = nlohmann::ordered_json;

    /// An area of the body that may be left out.
    Result<std::optional<Area>> areaOf(const RouteCall& call, std::string_view name)
    {
        if (call.text(name).empty())
            return std::optional<Area>();
        const auto area = Area::parse(call.text(name));
        return area ? Result<std::optional<Area>>(*area) : fail(area.error());
    }

    /// Whoever sees the place and is not of the bureau is told so; to others it is not there.
    Result<void> mayKeep(RouteCall& call, const std::string& place)
    {
        if (call.scope().reach() == Scope::Reach::Everything)
            return {};
        return SpaceRegister(call.session, call.scope()).reaches(place)
            ? fail(ErrorCode::Forbidden, "space.not_yours", place)
            : fail(ErrorCode::NotFound, "place.not_found", place);
    }

    Result<HttpResponse> enter(RouteCall& call)
    {
        if (const auto may = mayKeep(call, call.text("parent")); !may)
            return fail(may.error());
        NewRoom room;
        room.code = call.text("room");
        room.name = call.text("name");
        room.parent = call.text("parent");
        room.serviceKind = call.text("service_kind");
        room.isForPool = call.text("state") != "unregistered";
        const auto kind = parseToken(kRoomKinds, call.text("kind"), "place.room_kind");
        const auto usable = Area::parse(call.text("usable_m2"));
        const auto toilet = areaOf(call, "toilet_m2");
        const auto rest = areaOf(call, "rest_m2");
        if (!kind || !usable)
            return fail(!kind ? kind.error() : usable.error());
        if (!toilet || !rest)
            return fail(!toilet ? toilet.error() : rest.error());
        room.kind = *kind;
        room.usable = *usable;
        room.toilet = *toilet;
        room.rest = *rest;
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            const auto entered = enterRoom(call.session, room);
            return entered ? Result<HttpResponse>(jsonResponse(roomJson(*entered), 201))
                           : fail(entered.error());
        });
    }

    /// The value of the body by its table; nullopt where it is left out.
    template <class Enum, std::size_t Size>
    Result<std::optional<Enum>> tokenOf(
        const RouteCall& call, std::string_view name, const TokenTable<Enum, Size>& table, const char* rule)
    {
        if (call.text(name).empty())
            return std::optional<Enum>();
        const auto value = parseToken(table, call.text(name), rule);
        return value ? Result<std::optional<Enum>>(*value) : fail(value.error());
    }

    Result<HttpResponse> changeOne(RouteCall& call)
    {
        const std::string room = call.pathValue("room");
        if (const auto may = mayKeep(call, room); !may)
            return fail(may.error());
        RoomChange change;
        change.reason = call.text("reason");
        if (call.has("service_kind"))
            change.serviceKind = call.text("service_kind");
        const auto state = tokenOf(call, "state", kRoomStates, "space.state");
        const auto kind = tokenOf(call, "kind", kRoomKinds, "place.room_kind");
        if (!state || !kind)
            return fail(!state ? state.error() : kind.error());
        change.state = *state;
        change.kind = *kind;
        for (const auto& [name, part] : {std::pair("usable_m2", &RoomChange::usable),
                 std::pair("toilet_m2", &RoomChange::toilet), std::pair("rest_m2", &RoomChange::rest)}) {
            const auto area = areaOf(call, name);
            if (!area)
                return fail(area.error());
            change.*part = *area;
        }
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            const auto changed
                = changeRoom(call.session, room, change, call.caller.account.login, call.server.now());
            return changed ? Result<HttpResponse>(jsonResponse(roomJson(*changed))) : fail(changed.error());
        });
    }

    Result<HttpResponse> setPosts(RouteCall& call)
    {
        std::vector<RankCount> posts;
        for (const auto& one : call.body["posts"]) {
            if (!one.is_object() || one.size() != 2 || !one.contains("rank") || !one["rank"].is_string()
                || !one.contains("posts") || !one["posts"].is_number_integer())
                return fail(ErrorCode::InvalidArgument, "request.type", "posts");
            posts.push_back({one["rank"].get<std::string>(), one["posts"].get<std::int64_t>()});
        }
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            SociSeatStore store(call.session, call.scope());
            const auto facts = SeatService(store, call.scope(), call.server.today())
                                   .setPosts(call.pathValue("unit"), posts);
            if (!facts)
                return fail(facts.error());
            RoomQuery ofUnit;
            ofUnit.unit = facts->unit.id;
            return jsonResponse(unitSpaceJson(sumUp(*facts, readRooms(call.session, call.scope(), ofUnit))));
        });
    }

    Result<HttpResponse> publication(RouteCall& call)
    {
        Json rows = Json::array();
        for (const PublishedSpace& one :
            SpaceRegister(call.session, call.scope()).publication(call.server.today()))
            rows.push_back(publicationJson(one));
        return jsonResponse({{"units", rows}});
    }

    Result<HttpResponse> publish(RouteCall& call)
    {
        SpaceRegister space(call.session, call.scope());
        const std::string unit = call.text("unit");
        if (!unit.empty())
            if (const auto found = space.units(unit); !found)
                return fail(found.error());
        if (call.scope().reach() != Scope::Reach::Everything)
            return fail(ErrorCode::Forbidden, "space.not_yours", unit);
        const auto on = dayOrToday(call, "on");
        if (!on)
            return fail(on.error());
        if (*on > call.server.today())
            return fail(ErrorCode::InvalidArgument, "space.published_on", formatDate(*on));
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            const std::int64_t count = space.publish(*on, unit);
            return jsonResponse({{"published", count}, {"on", formatDate(*on)}});
        });
    }

    Result<HttpResponse> buildingPapers(RouteCall& call)
    {
        Json rows = Json::array();
        for (const BuildingTitle& building : TitleRegister(call.session, call.scope()).buildings())
            rows.push_back(buildingPapersJson(building));
        return jsonResponse({{"buildings", rows}});
    }

    Result<HttpResponse> notePapers(RouteCall& call)
    {
        BuildingPapers papers;
        papers.building = call.pathValue("building");
        if (const auto may = mayKeep(call, papers.building); !may)
            return fail(may.error());
        papers.filingNo = call.text("filing_no");
        if (call.has("situation")) {
            const auto situation = parseToken(kStartSituations, call.text("situation"), "title.situation");
            if (!situation)
                return fail(situation.error());
            papers.situation = *situation;
        }
        const auto filed = areaOf(call, "filed_m2");
        const auto on = dayOrToday(call, "filed_on");
        if (!filed || !on)
            return fail(!filed ? filed.error() : on.error());
        papers.filed = *filed;
        if (!papers.filingNo.empty())
            papers.filedOn = *on;
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            SociTitleStore store(call.session, call.scope());
            TitleService service(store, call.scope(), call.caller.account.login, call.server.now);
            if (const auto set = service.setPapers(papers); !set)
                return fail(set.error());
            for (const BuildingTitle& building : TitleRegister(call.session, call.scope()).buildings())
                if (building.building.code == papers.building)
                    return jsonResponse(buildingPapersJson(building));
            return fail(ErrorCode::NotFound, "place.not_found", papers.building);
        });
    }

    constexpr RouteField kRoomBody[]
        = {{"room", FieldKind::Text, FieldNeed::Required, "Code of the new room."},
            {"name", FieldKind::Text, FieldNeed::Required},
            {"parent", FieldKind::Text, FieldNeed::Required, "Code of its floor or building."},
            {"kind", FieldKind::Text, FieldNeed::Required,
                "office, service, equipment, ancillary, technical or other."},
            {"service_kind", FieldKind::Text},
            {"usable_m2", FieldKind::Text, FieldNeed::Required, "Measured inside the room."},
            {"toilet_m2", FieldKind::Text}, {"rest_m2", FieldKind::Text},
            {"state", FieldKind::Text, FieldNeed::Optional,
                "unregistered: it waits for the document that hands it over; else it is in the pool."}};
    constexpr RouteField kChangeBody[] = {
        {"state", FieldKind::Text, FieldNeed::Optional,
            "repair, unsafe, idle, leased, converted or removed, and back: allocated or available."},
        {"kind", FieldKind::Text, FieldNeed::Optional,
            "office, service, equipment, ancillary, technical or other."},
        {"service_kind", FieldKind::Text},
        {"usable_m2", FieldKind::Text, FieldNeed::Optional, "Measured anew."}, {"toilet_m2", FieldKind::Text},
        {"rest_m2", FieldKind::Text}, {"reason", FieldKind::Text, FieldNeed::Required}};
    constexpr RouteField kPostsBody[] = {{"posts", FieldKind::List, FieldNeed::Required,
        "All of the establishment: {rank, posts}; empty: computed from who is in post."}};
    constexpr RouteField kPublishBody[] = {{"on", FieldKind::Text, FieldNeed::Optional, "Default: today."},
        {"unit", FieldKind::Text, FieldNeed::Optional, "Code; default: all units."}};
    constexpr RouteField kPapersBody[] = {
        {"situation", FieldKind::Text, FieldNeed::Optional, "a, b, c or d: which papers there are."},
        {"filing_no", FieldKind::Text, FieldNeed::Optional, "Of what cannot be registered and is filed."},
        {"filed_m2", FieldKind::Text}, {"filed_on", FieldKind::Text, FieldNeed::Optional, "Default: today."}};

    const Route kRoutes[] = {
        {"POST", "/space/rooms", Admission::Permitted, Permission::FileDocuments, Reach::OwnUnit,
            "Enters a room that the registry does not have yet; for the bureau.",
            {AuditAction::EnterRoom, enter}, {}, BodyKind::Json, kRoomBody},
        {"POST", "/space/rooms/{room}/change", Admission::Permitted, Permission::FileDocuments,
            Reach::OwnUnit,
            "Puts a room right outside of documents: its areas, kind and side states; for the bureau.",
            {AuditAction::ChangeRoom, changeOne}, {}, BodyKind::Json, kChangeBody},
        {"POST", "/space/units/{unit}/posts", Admission::Permitted, Permission::FileDocuments, Reach::OwnUnit,
            "The established posts of a unit by rank: what its limit is computed from.",
            {AuditAction::SetPosts, setPosts}, {}, BodyKind::Json, kPostsBody},
        {"GET", "/space/publication", Admission::Permitted, Permission::ReadRegistry, Reach::OwnRows,
            "What units hold by use certificates, and what of it was made public this year.", publication},
        {"POST", "/space/publication", Admission::Permitted, Permission::FileDocuments, Reach::OwnUnit,
            "Notes the yearly publication of what was not made public this year; for the bureau.",
            {AuditAction::PublishSpace, publish}, {}, BodyKind::Json, kPublishBody},
        {"GET", "/title-buildings", Admission::Permitted, Permission::ReadRegistry, Reach::OwnRows,
            "Buildings with their starting situation: registered, filed only, open, or gone (disposed of).",
            buildingPapers, {}, BodyKind::None, {}, 0, Lane::Long},
        {"POST", "/title-buildings/{building}/papers", Admission::Permitted, Permission::FileDocuments,
            Reach::OwnUnit,
            "Which papers there are of a building, and the filing of what cannot be registered; for the bureau.",
            {AuditAction::NotePapers, notePapers}, {}, BodyKind::Json, kPapersBody},
    };

} // namespace space_keeping_routes

std::span<const Route> spaceKeepingRoutes() { return space_keeping_routes::kRoutes; }

} // namespace guanwu
