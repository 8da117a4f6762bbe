#include "core/premises/unit_space_use.h"

#include "core/premises/room_finding.h"
#include "core/values/ratio.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace guanwu {

namespace {

    /// Row of the level's limits that a rank falls under.
    std::size_t rowOf(const std::vector<OfficeLimit>& limits, OrganLevel level, std::string_view rank)
    {
        const auto limit = OfficeStandard::current().limitOf(level, rank);
        for (std::size_t row = 0; limit && row < limits.size(); ++row)
            if (limits[row].post == limit->post)
                return row;
        return limits.empty() ? 0 : limits.size() - 1;
    }

    void addPosts(std::vector<PostLine>& lines, const std::vector<OfficeLimit>& limits, OrganLevel level,
        const std::vector<RankCount>& counts)
    {
        for (const RankCount& one : counts)
            lines[rowOf(limits, level, one.rank)].posts += one.count;
    }

} // namespace

Result<SpaceCalculation> calculateSpace(const UnitFacts& unit, BuildingHeight height, Area ancillary)
{
    const OfficeStandard& standard = OfficeStandard::current();
    const std::vector<OfficeLimit>& limits = standard.limitsOf(unit.level);
    if (limits.empty())
        return fail(ErrorCode::NotFound, "office.no_limit", unit.unit.code);
    SpaceCalculation out;
    for (const OfficeLimit& limit : limits)
        out.posts.push_back({limit.post, 0, limit.limit});
    if (!unit.posts.empty()) {
        addPosts(out.posts, limits, unit.level, unit.posts);
    } else {
        addPosts(out.posts, limits, unit.level, unit.people);
        std::int64_t leaders = 0;
        for (std::size_t row = 0; row + 1 < out.posts.size(); ++row)
            leaders += out.posts[row].posts;
        out.posts.back().posts = std::max<std::int64_t>(0, unit.established - leaders);
    }
    std::vector<PostGroup> groups;
    for (const PostLine& line : out.posts)
        groups.push_back({line.limit, line.posts});
    auto space = unitSpace(groups, standard.ratesOf(unit.level, height), ancillary);
    if (!space)
        return fail(space.error());
    out.space = *space;
    return out;
}

Result<SpaceCalculation> calculateSpace(const UnitFacts& unit)
{
    return calculateSpace(
        unit, BuildingHeight::MultiStorey, OfficeStandard::current().canteenOf(unit.established));
}

Area UnitSpaceUse::totalArea() const { return std::accumulate(area.begin(), area.end(), Area()); }

std::int64_t UnitSpaceUse::totalRooms() const
{
    return std::accumulate(rooms.begin(), rooms.end(), std::int64_t {0});
}

UnitSpaceUse sumUp(const UnitFacts& unit, std::span<const RoomLine> rooms)
{
    UnitSpaceUse out;
    out.unit = unit;
    const auto& limits = OfficeStandard::current().limitsOf(unit.level);
    for (const RankCount& one : unit.people)
        out.ranks[std::min(rowOf(limits, unit.level, one.rank), out.ranks.size() - 1)] += one.count;
    std::set<std::int64_t> seated;
    for (const RoomLine& room : rooms) {
        if (room.state == RoomState::Removed)
            continue;
        // What is let or stands empty is told apart: it is not in the hands of the unit's people.
        if (room.state == RoomState::Leased) {
            out.leased += room.usable;
            continue;
        }
        if (room.state == RoomState::Idle)
            out.idle += room.usable;
        if (room.isRented)
            out.rented += room.usable;
        const auto kind = static_cast<std::size_t>(room.kind);
        out.area[kind] += room.usable;
        ++out.rooms[kind];
        for (const Seat& seat : room.seats) {
            out.seconded += seat.kind == SeatKind::Seconded;
            seated.insert(seat.person.id);
        }
        const RoomFinding finding = judged(room);
        out.unoccupied += finding.isUnoccupied;
        out.overRooms += finding.isOver();
        out.overInRooms += finding.over;
    }
    out.seated = static_cast<std::int64_t>(seated.size());
    if (auto limit = calculateSpace(unit)) {
        out.limit = std::move(*limit);
        out.overOffice = std::max(Area(), out.areaOf(RoomKind::Office) - out.limit->space.offices);
        out.overService = std::max(Area(), out.areaOf(RoomKind::Service) - out.limit->space.service);
    }
    return out;
}

std::int64_t peoplePerRoomHundredths(std::span<const RoomLine> rooms)
{
    std::int64_t offices = 0;
    std::int64_t people = 0;
    for (const RoomLine& room : rooms)
        if (room.kind == RoomKind::Office && !room.seats.empty()) {
            ++offices;
            people += static_cast<std::int64_t>(room.seats.size());
        }
    return offices == 0 ? 0 : roundedHalfUp(Int128 {people} * 100, offices);
}

} // namespace guanwu
