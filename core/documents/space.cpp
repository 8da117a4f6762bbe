// 办公用房: rooms are given to units, pass from one to another, and come back (lifecycle 4.2, 4.3). What own
// space and the pool cannot answer is exchanged, rented or built: those rooms are known when they are handed
// over. A certificate whose rooms changed is replaced by one with a number of its own.
#include "core/documents/document_rules.h"
#include "core/documents/room_seats.h"
#include "core/values/calendar.h"

#include <algorithm>

namespace guanwu {

namespace {

    void require(std::vector<Error>& out, bool holds, const char* subject, std::string detail)
    {
        if (!holds)
            out.push_back({ErrorCode::RuleViolated, subject, std::move(detail)});
    }

    bool isFree(const RoomLine& room)
    {
        return room.usedBy.id == 0 && room.heldBy.id == 0
            && (room.state == RoomState::Available || room.state == RoomState::Idle);
    }

    /// The rooms come from outside of the registry's own space.
    bool isFromElsewhere(const Document& document)
    {
        return document.method == "exchange" || document.method == "rent" || document.method == "build";
    }

    /// As it is when somebody has just entered it; nobody has it yet.
    bool isNew(const RoomLine& room)
    {
        return room.usedBy.id == 0 && room.heldBy.id == 0 && room.state == RoomState::Unregistered;
    }

    /// A certificate of a body that is no more is nobody's: then the room is of whoever uses it.
    bool isOf(const RoomLine& room, const Reference& unit)
    {
        const bool isHeld = room.heldBy.id != 0 && !room.holderEndedOn;
        return room.heldBy.id == unit.id || (!isHeld && room.usedBy.id == unit.id);
    }

    void checkRooms(std::vector<Error>& out, const Document& document, const RuleContext& context)
    {
        const auto codes = codeList(document.fact("rooms"));
        for (std::size_t i = 0; i < codes.size(); ++i) {
            require(out, std::find(codes.begin(), codes.begin() + std::ptrdiff_t(i), codes[i]) == codes.begin() + std::ptrdiff_t(i),
                "space.room_twice", codes[i]);
            const auto room = std::find_if(context.rooms.begin(), context.rooms.end(),
                [&](const RoomLine& one) { return one.room.code == codes[i]; });
            if (room == context.rooms.end()) {
                out.push_back({ErrorCode::NotFound, "space.room_not_found", codes[i]});
                continue;
            }
            if (document.method == "allocate")
                require(out, isFree(*room) || room->useCertificate == useCertificateNo(document.no),
                    "space.room_taken", codes[i]);
            else if (isFromElsewhere(document))
                require(out, isFree(*room) || isNew(*room), "space.room_taken", codes[i]);
            else
                require(out, isOf(*room, document.method == "adjust" ? document.counterpart : document.unit),
                    "space.room_of_other", codes[i]);
        }
    }

    /// Who is to sit where, of the rooms of the document only. The decision may name others: then nobody is
    /// seated there.
    void checkSeats(std::vector<Error>& out, const Document& document)
    {
        const auto seats = roomSeatsOf(document.fact(kSeatsFact));
        if (!seats) {
            out.push_back(seats.error());
            return;
        }
        auto codes = codeList(document.fact("rooms"));
        for (std::string& code : codeList(document.fact("proposed_rooms")))
            codes.push_back(std::move(code));
        for (const RoomSeats& one : *seats)
            require(out, std::find(codes.begin(), codes.end(), one.room) != codes.end(), "space.seats",
                roomSeatsText({&one, 1}));
    }

    /// What the unit has and what it gets are together within its limit: a maximum and no entitlement.
    void checkArea(std::vector<Error>& out, const Document& document, const RuleContext& context)
    {
        Area office;
        Area service;
        Area all;
        for (const RoomLine& room : context.rooms) {
            all += room.usable;
            if (room.usedBy.id == document.unit.id)
                continue;
            if (room.kind == RoomKind::Office)
                office += room.usable;
            if (room.kind == RoomKind::Service)
                service += room.usable;
        }
        if (const auto approved = Area::parse(document.fact("approved_m2")))
            require(out, all <= *approved, "space.approved_below", all.toString());
        if (!context.space || !context.space->limit)
            return;
        const UnitSpace& limit = context.space->limit->space;
        const Area offices = context.space->areaOf(RoomKind::Office) + office;
        const Area services = context.space->areaOf(RoomKind::Service) + service;
        require(out, office == Area() || offices <= limit.offices, "space.above_standard",
            offices.toString() + " > " + limit.offices.toString());
        require(out, service == Area() || services <= limit.service, "space.above_standard",
            services.toString() + " > " + limit.service.toString());
    }

    /// Nobody rents or builds more than the standard leaves to the unit: kinds of rooms are not known yet, so
    /// offices and service rooms count together.
    void checkWhatMayCome(std::vector<Error>& out, const Document& document, const RuleContext& context)
    {
        const auto approved = Area::parse(document.fact("approved_m2"));
        if (!approved || !context.space || !context.space->limit)
            return;
        const UnitSpace& limit = context.space->limit->space;
        const Area after
            = context.space->areaOf(RoomKind::Office) + context.space->areaOf(RoomKind::Service) + *approved;
        require(out, after <= limit.offices + limit.service, "space.above_standard",
            after.toString() + " > " + (limit.offices + limit.service).toString());
    }

    void checkHandedOver(
        std::vector<Error>& out, const Document& document, DocumentStage stage, const RuleContext& context)
    {
        const auto on = document.dayFact("handed_over_on");
        if (stage == DocumentStage::Closing && on)
            require(out, *on <= context.today && (!document.approvedOn || *on >= *document.approvedOn),
                "document.handed_on", formatDate(*on));
    }

    /// Only what stands and covers rooms of the unit is replaced, once.
    void checkReplaced(std::vector<Error>& out, const Document& document, const RuleContext& context)
    {
        const auto numbers = codeList(document.fact("certificates"));
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const std::string& no = numbers[i];
            const auto end = numbers.begin() + static_cast<std::ptrdiff_t>(i);
            require(out, std::find(numbers.begin(), end, no) == end, "space.certificate_twice", no);
            const auto known = std::find_if(context.useCertificates.begin(), context.useCertificates.end(),
                [&](const UseCertificateLine& line) { return line.no == no; });
            if (known == context.useCertificates.end())
                out.push_back({ErrorCode::NotFound, "space.no_certificate", no});
            else if (!known->replacedBy.empty())
                require(out, false, "space.certificate_replaced", no + " → " + known->replacedBy);
            else
                require(out, known->isCurrent(), "space.certificate_over", no);
        }
    }

    std::vector<Error> problems(const Document& document, DocumentStage stage, const RuleContext& context)
    {
        std::vector<Error> out;
        if (document.method == "reissue") {
            checkReplaced(out, document, context);
            checkHandedOver(out, document, stage, context);
            return out;
        }
        if (stage == DocumentStage::Filing && document.method == "adjust") {
            require(out, document.counterpart.id != 0, "document.counterpart", document.no);
            require(out, document.counterpart.id != document.unit.id, "document.same_unit", document.unit.code);
        }
        if (stage == DocumentStage::Filing)
            checkSeats(out, document);
        const bool namesRooms = isFromElsewhere(document) ? stage == DocumentStage::Closing
            : document.method == "allocate"
            ? stage == DocumentStage::Decision
            : stage == DocumentStage::Filing || stage == DocumentStage::Decision;
        if (namesRooms)
            checkRooms(out, document, context);
        if (stage == DocumentStage::Decision && isFromElsewhere(document))
            checkWhatMayCome(out, document, context);
        else if (stage == DocumentStage::Decision
                ? document.method != "take_back"
                : stage == DocumentStage::Closing && isFromElsewhere(document))
            checkArea(out, document, context);
        checkHandedOver(out, document, stage, context);
        return out;
    }

    /// What was suggested is what the decision begins with; it may decide otherwise. A certificate is only
    /// made out anew: nothing is carried out.
    Result<Document> settled(Document after, DocumentAction action, const DocumentActor&, Instant)
    {
        if (action == DocumentAction::File && after.method == "allocate" && after.fact("rooms").empty())
            after.setFact("rooms", std::string(after.fact("proposed_rooms")));
        if (action == DocumentAction::Approve && after.method == "reissue"
            && after.state == DocumentState::Approved)
            after.state = DocumentState::Executing;
        return after;
    }

    std::optional<SpaceMove> moveAt(const Document& document, DocumentMoment moment)
    {
        if (document.method == "reissue")
            return moment == DocumentMoment::Closed ? std::optional(SpaceMove::Reissue) : std::nullopt;
        if (isFromElsewhere(document))
            return moment == DocumentMoment::Closed ? std::optional(SpaceMove::HandOver) : std::nullopt;
        switch (moment) {
        case DocumentMoment::Approved:
            return document.method == "allocate" ? SpaceMove::Reserve : SpaceMove::Vacate;
        case DocumentMoment::Undone:
        case DocumentMoment::Reopened:
            return SpaceMove::Release;
        case DocumentMoment::Closed:
            return document.method == "take_back" ? SpaceMove::TakeBack : SpaceMove::HandOver;
        default:
            return std::nullopt;
        }
    }

    Result<DocumentEffect> effect(const Document& document, DocumentMoment moment, const RuleContext& context)
    {
        DocumentEffect out;
        const auto move = moveAt(document, moment);
        if (!move || (context.rooms.empty() && *move != SpaceMove::Reissue))
            return out;
        SpaceEffect space;
        space.move = *move;
        space.rooms = context.rooms;
        space.unit = UnitId {document.unit.id};
        space.certificateNo = useCertificateNo(document.no);
        space.agreementNo = document.fact("agreement_no");
        space.approvalNo = document.approvalNo;
        space.approvedOn = document.approvedOn.value_or(context.today);
        space.termFrom = document.dayFact("term_from");
        space.termTo = document.dayFact("term_to");
        space.vacateBy = document.dayFact("vacate_by");
        space.on = document.dayFact("handed_over_on");
        if (moment == DocumentMoment::Closed)
            if (std::string users = formerUsersText(context.rooms); !users.empty())
                out.noted.push_back({0, kFormerUsers, std::move(users)});
        if (*move == SpaceMove::Reissue) {
            space.replaced = codeList(document.fact("certificates"));
            space.ground = document.fact("ground");
        }
        out.space = std::move(space);
        return out;
    }

} // namespace

const DocumentRules& spaceRules()
{
    static const DocumentRules rules {problems, settled, effect};
    return rules;
}

} // namespace guanwu
