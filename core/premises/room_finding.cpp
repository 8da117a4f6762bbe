#include "core/premises/room_finding.h"

#include "core/rules/office_standard.h"

#include <algorithm>

namespace guanwu {

namespace {

    bool hasOwnLimit(const Seat& seat) { return seat.kind != SeatKind::Seconded && seat.stays(); }

    void addGround(std::string& out, bool holds, const std::string& text, std::string_view separator)
    {
        if (holds)
            out.append(out.empty() ? "" : separator).append(text);
    }

} // namespace

RoomFinding judged(const RoomLine& room)
{
    RoomFinding out;
    out.isShared = room.seats.size() > 1;
    if (room.kind != RoomKind::Office)
        return out;
    out.isUnoccupied = room.seats.empty() && room.state == RoomState::Allocated;
    if (room.seats.empty())
        return out;
    const OfficeStandard& standard = OfficeStandard::current();
    OfficeUse use {room.usable, room.toilet, {}, false};
    bool isKnown = true;
    for (const Seat& seat : room.seats) {
        Area limit;
        if (hasOwnLimit(seat)) {
            const auto known = standard.limitOf(seat.level, seat.rank);
            isKnown = isKnown && known;
            limit = known ? known->limit : Area();
            use.toiletAllowed = use.toiletAllowed || standard.mayHaveToilet(seat.level, seat.rank);
            // Article 19: the second room is below the limit, not at it.
            out.secondTooLarge = out.secondTooLarge
                || (known && seat.kind == SeatKind::Second && !isSecondRoomWithin(room.usable, limit));
        }
        out.limits.push_back(limit);
    }
    if (!isKnown) {
        out.secondTooLarge = false;
        return out;
    }
    use.limits = out.limits;
    const OfficeFinding finding = assessOffice(use, standard.toiletLimit());
    out.limit = finding.limit;
    out.over = finding.over;
    out.toiletForbidden = finding.toiletForbidden;
    out.toiletOver = finding.toiletOver;
    out.isJudged = true;
    return out;
}

std::string overGroundsZh(const RoomFinding& finding)
{
    std::string out;
    addGround(out, finding.over > Area(), "超出核定面积 " + finding.over.toString() + " ㎡", "；");
    addGround(out, finding.toiletForbidden, "不得设卫生间", "；");
    addGround(out, finding.toiletOver > Area(), "卫生间超出 " + finding.toiletOver.toString() + " ㎡", "；");
    addGround(out, finding.secondTooLarge, "兼职用房未低于标准", "；");
    return out;
}

std::string overGroundsEn(const RoomFinding& finding)
{
    std::string out;
    addGround(out, finding.over > Area(), finding.over.toString() + " m2 above the limit", "; ");
    addGround(out, finding.toiletForbidden, "a toilet that the post may not have", "; ");
    addGround(out, finding.toiletOver > Area(), "toilet " + finding.toiletOver.toString() + " m2 too large", "; ");
    addGround(out, finding.secondTooLarge, "a second room not below the limit", "; ");
    return out;
}

} // namespace guanwu
