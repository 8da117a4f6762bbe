// Office space: rooms, who sits in them, the standard, what has to come back, and rooms for who has none.
#include "app/premises/plan_picture.h"
#include "app/premises/room_proposal.h"
#include "app/premises/space_json.h"
#include "app/premises/use_certificate_pdf.h"
#include "app/server/routes/paging.h"
#include "app/server/routes/routes.h"
#include "app/server/routes/write_once.h"
#include "app/server/server_context.h"
#include "core/base/text.h"
#include "core/premises/repair_rank.h"
#include "core/premises/seat_service.h"
#include "core/values/calendar.h"
#include "reports/premises/building_drawing.h"
#include "schema/premises/repair_rows.h"
#include "schema/premises/soci_seat_store.h"

#include <map>

namespace guanwu {

namespace space_routes {

    using Json = nlohmann::ordered_json;

    /// The unit that the query names within the scope; nullopt = none was named.
    Result<std::optional<std::int64_t>> unitOf(RouteCall& call, SpaceRegister& space)
    {
        const std::string code = call.queryValue("unit");
        if (code.empty())
            return std::optional<std::int64_t>();
        const auto found = space.units(code);
        return found ? Result<std::optional<std::int64_t>>(found->front().id) : fail(found.error());
    }

    Result<HttpResponse> rooms(RouteCall& call)
    {
        const auto limit = pageLimit(call);
        if (!limit)
            return fail(limit.error());
        SpaceRegister space(call.session, call.scope());
        RoomQuery query;
        const auto unit = unitOf(call, space);
        if (!unit)
            return fail(unit.error());
        query.unit = *unit;
        query.building = call.queryValue("building");
        query.afterRoom = call.queryValue("after");
        query.limit = *limit + 1;
        if (const std::string state = call.queryValue("state"); !state.empty()) {
            const auto parsed = parseToken(kRoomStates, state, "space.state");
            if (!parsed)
                return fail(parsed.error());
            query.state = *parsed;
        }
        const auto found = space.rooms(query);
        Json rows = Json::array();
        for (const RoomLine& room : found)
            if (rows.size() < static_cast<std::size_t>(*limit))
                rows.push_back(roomJson(room));
        const bool isMore = found.size() > rows.size();
        return jsonResponse({{"rooms", rows}, {"next", isMore ? rows.back()["room"] : Json()}});
    }

    Result<HttpResponse> room(RouteCall& call)
    {
        const auto found = SociSeatStore(call.session, call.scope()).room(call.pathValue("room"));
        if (!found)
            return fail(found.error());
        Json out = roomJson(*found);
        out["story"] = storyJson(readStory(call.session, call.scope(), found->room));
        return jsonResponse(out);
    }

    Result<BuildingPicture> pictureAsked(RouteCall& call)
    {
        SpaceRegister space(call.session, call.scope());
        const auto building = space.building(call.pathValue("building"));
        if (!building)
            return fail(building.error());
        RoomQuery query;
        query.building = building->code;
        BuildingPicture out = pictureOf(space.rooms(query), call.server.today());
        out.building = *building;
        FloorPlans(call.session, call.scope()).addTo(out);
        return out;
    }

    Result<HttpResponse> picture(RouteCall& call)
    {
        const auto made = pictureAsked(call);
        return made ? Result<HttpResponse>(jsonResponse(pictureJson(*made))) : fail(made.error());
    }

    Result<HttpResponse> pdfResponse(Result<std::string> pdf)
    {
        return pdf ? Result<HttpResponse>(fileResponse("application/pdf", std::move(*pdf))) : fail(pdf.error());
    }

    Result<HttpResponse> picturePdf(RouteCall& call)
    {
        const std::string asked = call.queryValue("colour");
        const auto colour = parseToken(kPictureColours, asked.empty() ? "unit" : asked, "space.colour");
        if (!colour)
            return fail(colour.error());
        const auto made = pictureAsked(call);
        if (!made)
            return fail(made.error());
        return pdfResponse(buildingPicturePdf(*made, *colour, {{}, call.server.today()},
            planGrounds(call.session, call.scope(), call.server.readerProgram)));
    }

    Result<HttpResponse> certificate(RouteCall& call)
    {
        return pdfResponse(useCertificatePdf(
            call.session, call.scope(), call.pathValue("certificate_no"), call.queryValue("issuer")));
    }

    Result<HttpResponse> buildings(RouteCall& call)
    {
        Json rows = Json::array();
        for (const BuildingLine& building : SpaceRegister(call.session, call.scope()).buildings())
            rows.push_back(buildingJson(building));
        return jsonResponse({{"buildings", rows}});
    }

    /// Rooms of the unit that is asked for, else of the scope, unit after unit.
    template <class Work> Result<void> eachRoom(RouteCall& call, const Work& work)
    {
        SpaceRegister space(call.session, call.scope());
        const auto units = space.units(call.queryValue("unit"));
        if (!units)
            return fail(units.error());
        std::vector<std::int64_t> ids;
        // What nobody uses may be held by somebody: an ended body, or one that was told to go.
        if (call.queryValue("unit").empty() && call.scope().reach() == Scope::Reach::Everything)
            ids.push_back(0);
        for (const Reference& unit : *units)
            ids.push_back(unit.id);
        for (const std::int64_t unit : ids) {
            RoomQuery query;
            query.unit = unit;
            for (const RoomLine& room : space.rooms(query))
                work(room);
        }
        return {};
    }

    Result<HttpResponse> over(RouteCall& call)
    {
        Json rows = Json::array();
        const auto read = eachRoom(call, [&](const RoomLine& room) {
            if (judged(room).isOver())
                rows.push_back(roomJson(room));
        });
        return read ? Result<HttpResponse>(jsonResponse({{"rooms", rows}})) : fail(read.error());
    }

    Result<HttpResponse> due(RouteCall& call)
    {
        Json rows = Json::array();
        const auto read = eachRoom(call, [&](const RoomLine& room) {
            for (const TakeBack& item : takeBacksOf(room, call.server.today()))
                rows.push_back(takeBackJson(item));
        });
        return read ? Result<HttpResponse>(jsonResponse({{"due", rows}})) : fail(read.error());
    }

    Result<HttpResponse> unit(RouteCall& call)
    {
        SpaceRegister space(call.session, call.scope());
        const auto facts = space.facts(call.pathValue("unit"));
        if (!facts)
            return fail(facts.error());
        RoomQuery query;
        query.unit = facts->unit.id;
        return jsonResponse(unitSpaceJson(sumUp(*facts, space.rooms(query))));
    }

    Result<HttpResponse> proposalOf(RouteCall& call, std::vector<std::string> codes)
    {
        const ProposalQuestion asked {std::move(codes), call.queryValue("everybody") == "true",
            wholeNumber(call.queryValue("together"))};
        SpaceRegister space(call.session, call.scope());
        const auto answer = proposalFor(space, asked, call.server.today());
        return answer ? Result<HttpResponse>(jsonResponse(proposalJson(answer->needs, answer->proposal)))
                      : fail(answer.error());
    }

    Result<HttpResponse> proposal(RouteCall& call) { return proposalOf(call, {call.pathValue("unit")}); }

    /// Of several units at once: what a reform asks for.
    Result<HttpResponse> proposalOfMany(RouteCall& call)
    {
        return proposalOf(call, split(call.queryValue("units"), ','));
    }

    /// One change of a room, once for a key.
    template <class Work> Result<HttpResponse> change(RouteCall& call, const Work& work)
    {
        return writeOnce(call, [&]() -> Result<HttpResponse> {
            SociSeatStore store(call.session, call.scope());
            SeatService service(store, call.scope(), call.server.today());
            const auto room = work(service);
            return room ? Result<HttpResponse>(jsonResponse(roomJson(*room))) : fail(room.error());
        });
    }

    Result<HttpResponse> seat(RouteCall& call)
    {
        const auto kind = call.has("kind") ? parseToken(kSeatKinds, call.text("kind"), "space.seat_kind")
                                           : Result<SeatKind>(SeatKind::Main);
        const auto from = dayOrToday(call, "from");
        if (!kind || !from)
            return fail(!kind ? kind.error() : from.error());
        return change(call, [&](SeatService& service) {
            return service.seat({call.text("room"), call.text("person"), *kind, *from, call.text("approval_no")});
        });
    }

    Result<HttpResponse> endSeat(RouteCall& call)
    {
        const auto ground = parseToken(kSeatEnds, call.text("ground"), "space.seat_end");
        const auto on = dayOrToday(call, "on");
        if (!ground || !on)
            return fail(!ground ? ground.error() : on.error());
        return change(call, [&](SeatService& service) {
            return service.end(call.text("room"), call.text("person"), *ground, *on);
        });
    }

    Result<HttpResponse> giveBack(RouteCall& call)
    {
        const auto on = dayOrToday(call, "on");
        if (!on)
            return fail(on.error());
        return change(call, [&](SeatService& service) {
            return service.giveBack(call.text("room"), call.text("person"), *on);
        });
    }

    Result<HttpResponse> note(RouteCall& call)
    {
        std::optional<Day> deadline;
        if (call.has("deadline")) {
            const auto day = parseDate(call.text("deadline"));
            if (!day)
                return fail(day.error());
            deadline = *day;
        }
        return change(call, [&](SeatService& service) {
            return service.note(call.pathValue("room"), call.text("reason"), deadline);
        });
    }

    Result<HttpResponse> repairs(RouteCall& call)
    {
        std::optional<int> year;
        if (const auto number = wholeNumber(call.queryValue("year")))
            year = static_cast<int>(*number);
        const auto lines = readRepairs(call.session, call.scope(), year, call.queryValue("unit"));
        // The place of one among all that wait, whatever year is shown: the other years tell the last repair.
        std::map<std::string, RankedRepair> ranked;
        for (RankedRepair& one :
            rankRepairs(year ? readRepairs(call.session, call.scope(), std::nullopt, call.queryValue("unit"))
                             : lines))
            ranked.emplace(one.line.applicationNo, std::move(one));
        Json rows = Json::array();
        for (const RepairLine& line : lines) {
            Json suggested;
            if (const auto at = ranked.find(line.applicationNo); at != ranked.end())
                suggested = {{"rank", at->second.rank}, {"before_yuan", at->second.before.toYuanString()},
                    {"reason", at->second.reasonZh}, {"reason_en", at->second.reasonEn}};
            rows.push_back({{"application_no", line.applicationNo}, {"unit", line.unit.code},
                {"unit_name", line.unit.name}, {"building", line.building.code},
                {"building_name", line.building.name}, {"kind", line.kind}, {"parts", textOrNull(line.parts)},
                {"area_m2", line.area.toString()},
                {"estimate_yuan", line.estimate ? Json(line.estimate->toYuanString()) : Json()},
                {"inspected_on", dayJson(line.inspectedOn)}, {"finding", textOrNull(line.finding)},
                {"plan_year", line.planYear ? Json(*line.planYear) : Json()},
                {"rank", line.rank ? Json(*line.rank) : Json()},
                {"approved_yuan", line.approved ? Json(line.approved->toYuanString()) : Json()},
                {"approval_no", textOrNull(line.approvalNo)}, {"approved_on", dayJson(line.approvedOn)},
                {"accepted_on", dayJson(line.acceptedOn)},
                {"settled_yuan", line.settled ? Json(line.settled->toYuanString()) : Json()},
                {"capitalised", textOrNull(line.capitalised)}, {"state", line.state},
                {"hazard", textOrNull(line.hazard)},
                {"last_repair_year", line.lastRepairYear ? Json(*line.lastRepairYear) : Json()},
                {"suggested", suggested}});
        }
        return jsonResponse({{"repairs", rows}});
    }

    constexpr RouteField kUnitField {
        "unit", FieldKind::Text, FieldNeed::Optional, "Code of a unit; default: all of the scope."};
    constexpr RouteField kRoomsQuery[] = {kLimitField, kAfterField, kUnitField,
        {"building", FieldKind::Text, FieldNeed::Optional, "Code of a building."},
        {"state", FieldKind::Text, FieldNeed::Optional, "State of the room."}};
    constexpr RouteField kUnitQuery[] = {kUnitField};
    constexpr RouteField kProposalQuery[] = {
        {"everybody", FieldKind::Boolean, FieldNeed::Optional,
            "true: everybody in post is seated anew with the fewest moves; else those without a main room."},
        {"together", FieldKind::Integer, FieldNeed::Optional,
            "People at the lowest limit who share a room; default: the limit space_together."}};
    constexpr RouteField kProposalOfManyQuery[]
        = {{"units", FieldKind::Text, FieldNeed::Required, "Codes with commas between them."},
            kProposalQuery[0], kProposalQuery[1]};
    constexpr RouteField kRepairsQuery[] = {kUnitField,
        {"year", FieldKind::Integer, FieldNeed::Optional, "Of the approval, or of the plan; default: all."}};
    constexpr RouteField kSeatBody[] = {{"room", FieldKind::Text, FieldNeed::Required},
        {"person", FieldKind::Text, FieldNeed::Required},
        {"kind", FieldKind::Text, FieldNeed::Optional, "main, second or seconded."},
        {"from", FieldKind::Text, FieldNeed::Optional, "Default: today."},
        {"approval_no", FieldKind::Text, FieldNeed::Optional, "Of a second room."}};
    constexpr RouteField kEndBody[] = {{"room", FieldKind::Text, FieldNeed::Required},
        {"person", FieldKind::Text, FieldNeed::Required},
        {"ground", FieldKind::Text, FieldNeed::Required, "left, second_post or moved."},
        {"on", FieldKind::Text, FieldNeed::Optional, "Default: today."}};
    constexpr RouteField kGiveBackBody[] = {{"room", FieldKind::Text, FieldNeed::Required},
        {"person", FieldKind::Text, FieldNeed::Required},
        {"on", FieldKind::Text, FieldNeed::Optional, "Default: today."}};
    constexpr RouteField kNoteBody[] = {{"reason", FieldKind::Text, FieldNeed::Required},
        {"deadline", FieldKind::Text}};

    constexpr RouteField kPictureQuery[] = {{"colour", FieldKind::Text, FieldNeed::Optional,
        "unit, state, standard or vacate; default: unit."}};
    constexpr RouteField kCertificateQuery[] = {
        {"issuer", FieldKind::Text, FieldNeed::Optional, "Who issues it, as it shall say."}};

    const Route kRoutes[] = {
        {"GET", "/space/rooms", Admission::Permitted, Permission::ReadRegistry, Reach::OwnRows,
            "Rooms with who holds, uses and is on paper of them, their seats and what the standard says.",
            rooms, kRoomsQuery},
        {"GET", "/space/rooms/{room}", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit,
            "A room with its story: who held it, who sat there, which documents moved it.", room},
        {"GET", "/space/buildings", Admission::Permitted, Permission::ReadRegistry, Reach::Common,
            "Buildings with the rooms that the caller sees in them.", buildings},
        {"GET", "/space/buildings/{building}/picture", Admission::Permitted, Permission::ReadRegistry,
            Reach::OwnRows,
            "The floors of a building, the highest first, with the rooms that the caller sees.", picture},
        {"GET", "/space/buildings/{building}/picture.pdf", Admission::Permitted, Permission::ReadRegistry,
            Reach::Common, "The same drawn to area, a page a floor.", picturePdf, kPictureQuery,
            BodyKind::None, {}, 0, Lane::Long},
        {"GET", "/space/use-certificates/{certificate_no}/form.pdf", Admission::Permitted,
            Permission::ReadRegistry, Reach::OwnUnit, "A use certificate, to be printed.", certificate,
            kCertificateQuery},
        {"GET", "/space/over", Admission::Permitted, Permission::ReadRegistry, Reach::OwnRows,
            "Rooms above the standard, with the reason and the deadline.", over, kUnitQuery, BodyKind::None,
            {}, 0, Lane::Long},
        {"GET", "/space/due", Admission::Permitted, Permission::ReadRegistry, Reach::OwnRows,
            "What has to come back: ground, since when, until when, and how urgent.", due, kUnitQuery,
            BodyKind::None, {}, 0, Lane::Long},
        {"GET", "/space/units/{unit}", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit,
            "What a unit uses beside what it may have.", unit},
        {"GET", "/space/units/{unit}/proposal", Admission::Permitted, Permission::ReadRegistry,
            Reach::OwnUnit,
            "Rooms for people of a unit within the standard, and why; the bureau's go to the pool too.",
            proposal, kProposalQuery, BodyKind::None, {}, 0, Lane::Long},
        {"GET", "/space/proposal", Admission::Permitted, Permission::ReadRegistry, Reach::OwnUnit,
            "The same for several units at once, as a reform asks for it.", proposalOfMany,
            kProposalOfManyQuery, BodyKind::None, {}, 0, Lane::Long},
        {"GET", "/repairs", Admission::Permitted, Permission::ReadRegistry, Reach::OwnRows,
            "The ledger of repairs; of those that wait, the rank that safety, age and cost suggest.", repairs,
            kRepairsQuery},
        {"POST", "/space/seats", Admission::Permitted, Permission::FileDocuments, Reach::OwnUnit,
            "Gives somebody a seat in a room.", {AuditAction::GiveSeat, seat}, {}, BodyKind::Json, kSeatBody},
        {"POST", "/space/seats/end", Admission::Permitted, Permission::FileDocuments, Reach::OwnUnit,
            "The ground of a seat is gone: the room is due back.", {AuditAction::EndSeat, endSeat}, {},
            BodyKind::Json, kEndBody},
        {"POST", "/space/seats/return", Admission::Permitted, Permission::FileDocuments, Reach::OwnUnit,
            "Somebody gave a room back.", {AuditAction::ReturnSeat, giveBack}, {}, BodyKind::Json,
            kGiveBackBody},
        {"POST", "/space/rooms/{room}/note", Admission::Permitted, Permission::FileDocuments, Reach::OwnUnit,
            "Why a room is still above the standard, and until when.", {AuditAction::NoteRoom, note}, {},
            BodyKind::Json, kNoteBody},
    };

} // namespace space_routes

std::span<const Route> spaceRoutes() { return space_routes::kRoutes; }

} // namespace guanwu
