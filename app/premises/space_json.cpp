#include "app/premises/space_json.h"

#include "app/premises/plan_json.h"
#include "core/values/calendar.h"

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;

    Json referenceJson(const Reference& one)
    {
        return one.id == 0 ? Json() : Json {{"code", one.code}, {"name", one.name}};
    }

    Json listJson(const std::vector<Reference>& many)
    {
        Json out = Json::array();
        for (const Reference& one : many)
            out.push_back(referenceJson(one));
        return out;
    }

    Json findingJson(const RoomFinding& finding)
    {
        return {{"judged", finding.isJudged}, {"limit_m2", finding.limit.toString()},
            {"over", finding.isOver()}, {"over_m2", finding.over.toString()},
            {"grounds", textJson(overGroundsZh(finding))}, {"grounds_en", textJson(overGroundsEn(finding))},
            {"shared", finding.isShared}, {"unoccupied", finding.isUnoccupied}};
    }

} // namespace

nlohmann::ordered_json textJson(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json dayJson(const std::optional<Day>& day) { return day ? Json(formatDate(*day)) : Json(); }

Json roomJson(const RoomLine& room)
{
    const RoomFinding finding = judged(room);
    Json seats = Json::array();
    for (std::size_t i = 0; i < room.seats.size(); ++i) {
        const Seat& seat = room.seats[i];
        seats.push_back({{"person", seat.person.code}, {"name", seat.person.name}, {"rank", seat.rank},
            {"post", seat.post}, {"department", textJson(seat.department)}, {"in_post", seat.inPost},
            {"kind", tokenRow(kSeatKinds, seat.kind).token}, {"from", formatDate(seat.from)},
            {"ended_on", dayJson(seat.endedOn)},
            {"ground", seat.ground ? Json(tokenRow(kSeatEnds, *seat.ground).token) : Json()},
            {"limit_m2", i < finding.limits.size() ? Json(finding.limits[i].toString()) : Json()}});
    }
    return {{"room", room.room.code}, {"name", room.room.name}, {"floor", referenceJson(room.floor)},
        {"building", referenceJson(room.building)}, {"compound", referenceJson(room.compound)},
        {"kind", tokenRow(kRoomKinds, room.kind).token}, {"service_kind", textJson(room.serviceKind)},
        {"state", tokenRow(kRoomStates, room.state).token}, {"usable_m2", room.usable.toString()},
        {"toilet_m2", room.toilet.toString()}, {"rest_m2", room.rest.toString()},
        {"used_by", referenceJson(room.usedBy)}, {"held_by", referenceJson(room.heldBy)},
        {"holder_ended_on", dayJson(room.holderEndedOn)}, {"on_paper", listJson(room.onPaper)},
        {"certificates", room.certificates}, {"use_certificate", textJson(room.useCertificate)},
        {"rented", room.isRented}, {"allocated_on", dayJson(room.allocatedOn)},
        {"vacate_by", dayJson(room.vacateBy)}, {"seats", seats}, {"finding", findingJson(finding)},
        {"over_reason", textJson(room.overReason)}, {"over_deadline", dayJson(room.overDeadline)}};
}

Json unitSpaceJson(const UnitSpaceUse& use)
{
    Json kinds = Json::array();
    for (const auto& kind : kRoomKinds)
        kinds.push_back({{"kind", kind.token}, {"rooms", use.roomsOf(kind.value)},
            {"usable_m2", use.areaOf(kind.value).toString()}});
    Json out {{"unit", use.unit.unit.code}, {"name", use.unit.unit.name},
        {"posts_established", use.unit.established}, {"posts_filled", use.unit.filled},
        {"rooms", use.totalRooms()}, {"usable_m2", use.totalArea().toString()}, {"by_kind", kinds},
        {"seated", use.seated}, {"seconded", use.seconded}, {"unoccupied_offices", use.unoccupied},
        {"rooms_over", use.overRooms}, {"over_in_rooms_m2", use.overInRooms.toString()},
        {"idle_m2", use.idle.toString()}, {"leased_m2", use.leased.toString()},
        {"rented_m2", use.rented.toString()}, {"limit", Json()}};
    if (!use.limit)
        return out;
    Json posts = Json::array();
    for (const PostLine& line : use.limit->posts)
        posts.push_back({{"post", line.post}, {"posts", line.posts}, {"limit_m2", line.limit.toString()},
            {"area_m2", line.area().toString()}});
    const UnitSpace& space = use.limit->space;
    out["limit"] = {{"posts", posts}, {"offices_m2", space.offices.toString()},
        {"service_m2", space.service.toString()}, {"equipment_m2", space.equipment.toString()},
        {"net_m2", space.net.toString()}, {"main_floor_m2", space.mainFloor.toString()},
        {"ancillary_floor_m2", space.ancillary.toString()}, {"floor_m2", space.floor.toString()},
        {"over_office_m2", use.overOffice.toString()}, {"over_service_m2", use.overService.toString()}};
    return out;
}

Json takeBackJson(const TakeBack& item)
{
    return {{"ground", tokenRow(kTakeBackGrounds, item.ground).token},
        {"urgency", tokenRow(kUrgencies, item.urgency).token}, {"room", item.room.code},
        {"room_name", item.room.name}, {"unit", referenceJson(item.unit)},
        {"person", referenceJson(item.person)}, {"since", dayJson(item.since)}, {"due", dayJson(item.due)},
        {"area_m2", item.area.toString()}, {"grounds", textJson(overGroundsZh(item.finding))},
        {"grounds_en", textJson(overGroundsEn(item.finding))}, {"reason", textJson(item.reason)}};
}

Json proposalJson(const std::vector<RoomNeed>& needs, const Proposal& proposal)
{
    Json rooms = Json::array();
    for (const ProposedRoom& one : proposal.rooms) {
        const RoomNeed& need = needs[one.need];
        rooms.push_back({{"people", listJson(need.people)}, {"room", one.room.room.code},
            {"name", one.room.room.name}, {"usable_m2", one.room.usable.toString()},
            {"limit_m2", need.most.toString()}, {"move", one.movers > 0}, {"movers", one.movers},
            {"means", tokenRow(kRoomMeans, one.means).token},
            {"other_unit", one.room.unit != 0 && one.room.unit != need.unit},
            {"same_building", one.isSameBuilding}, {"reason", reasonZh(need, one)},
            {"reason_en", reasonEn(need, one)}});
    }
    Json unmet = Json::array();
    for (const UnmetNeed& one : proposal.unmet)
        unmet.push_back(
            {{"people", listJson(needs[one.need].people)}, {"least_m2", needs[one.need].least.toString()},
                {"most_m2", needs[one.need].most.toString()}, {"staying", one.isStaying},
                {"reason", reasonZh(needs[one.need], one)}, {"reason_en", reasonEn(needs[one.need], one)}});
    std::vector<Reference> givenBack;
    for (const RoomOption& one : proposal.givenBack)
        givenBack.push_back(one.room);
    return {{"complete", proposal.isComplete()}, {"moves", proposal.moves},
        {"usable_m2", proposal.usable.toString()}, {"rooms", rooms}, {"unmet", unmet},
        {"given_back", listJson(givenBack)}};
}

Json publicationJson(const PublishedSpace& space)
{
    return {{"unit", space.unit.code}, {"unit_name", space.unit.name}, {"rooms", space.rooms},
        {"usable_m2", space.usable.toString()}, {"published", space.published},
        {"published_on", dayJson(space.publishedOn)}};
}

Json buildingJson(const BuildingLine& building)
{
    return {{"building", building.building.code}, {"name", building.building.name},
        {"rooms", building.rooms}, {"usable_m2", building.usable.toString()}, {"units", building.units},
        {"available", building.available}};
}

Json pictureJson(const BuildingPicture& picture)
{
    Json floors = Json::array();
    for (const PictureFloor& floor : picture.floors) {
        Json rooms = Json::array();
        for (const PictureRoom& room : floor.rooms)
            rooms.push_back({{"room", room.room.code}, {"name", room.room.name}, {"label", room.label},
                {"kind", tokenRow(kRoomKinds, room.kind).token},
                {"state", tokenRow(kRoomStates, room.state).token}, {"usable_m2", room.usable.toString()},
                {"unit", textJson(room.unit.code)}, {"unit_name", textJson(room.unit.name)},
                {"people", room.people}, {"judged", room.isJudged}, {"over", room.isOver},
                {"over_m2", room.over.toString()}, {"unoccupied", room.isUnoccupied},
                {"urgency", room.urgency ? Json(tokenRow(kUrgencies, *room.urgency).token) : Json()},
                {"due", dayJson(room.due)}, {"mark", room.mark.empty() ? Json() : cornersJson(room.mark)}});
        floors.push_back({{"floor", textJson(floor.floor.code)}, {"name", textJson(floor.floor.name)},
            {"label", textJson(floor.label)}, {"usable_m2", floor.usable.toString()},
            {"plan", planJson(floor.plan)}, {"rooms", rooms}});
    }
    return {{"building", picture.building.code}, {"name", picture.building.name}, {"floors", floors}};
}

Json useCertificateJson(const UseCertificateLine& line)
{
    return {{"certificate_no", line.no}, {"unit", line.unit.code}, {"unit_name", line.unit.name},
        {"rooms", line.rooms}, {"usable_m2", line.usable.toString()},
        {"from", line.replacedBy.empty() ? Json(formatDate(line.from)) : Json()},
        {"current", line.isCurrent()}, {"changed", line.isChanged()}, {"given_back", line.givenBack},
        {"remeasured", line.remeasured}, {"replaces", line.replaces}, {"ground", textJson(line.ground)},
        {"replaced_by", textJson(line.replacedBy)}, {"replaced_on", dayJson(line.replacedOn)}};
}

Json storyJson(const RoomStory& story)
{
    Json holds = Json::array();
    for (const RoomHold& hold : story.holds)
        holds.push_back({{"certificate_no", hold.certificateNo}, {"current_no", hold.currentNo},
            {"unit", referenceJson(hold.unit)}, {"approval_no", textJson(hold.approvalNo)},
            {"approved_on", formatDate(hold.approvedOn)}, {"handed_over_on", dayJson(hold.handedOverOn)},
            {"vacated_on", dayJson(hold.vacatedOn)}});
    Json seats = Json::array();
    for (const PastSeat& seat : story.seats)
        seats.push_back({{"person", referenceJson(seat.person)}, {"kind", tokenRow(kSeatKinds, seat.kind).token},
            {"from", formatDate(seat.from)}, {"to", formatDate(seat.to)}});
    Json documents = Json::array();
    for (const RoomDocument& document : story.documents)
        documents.push_back({{"document_no", document.no}, {"method", document.method},
            {"state", document.state}, {"unit", referenceJson(document.unit)}});
    Json changes = Json::array();
    for (const PastChange& change : story.changes)
        changes.push_back({{"field", change.field}, {"was", textJson(change.was)},
            {"became", textJson(change.became)}, {"reason", change.reason}, {"actor", change.actor},
            {"on", formatDate(chinaDate(change.at))}});
    return {{"holds", holds}, {"past_seats", seats}, {"documents", documents}, {"changes", changes}};
}

} // namespace guanwu
