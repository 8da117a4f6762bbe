#include "core/premises/proposal.h"

#include "core/premises/room_supply.h"

#include <algorithm>
#include <limits>
#include <map>

namespace guanwu {

namespace {

    /// Matches every row to a column at least cost by shortest augmenting paths; `cost[row][column]`. There
    /// are at least as many columns as rows.
    std::vector<std::size_t> assign(const std::vector<std::vector<RoomCost>>& cost)
    {
        constexpr RoomCost kFar = std::numeric_limits<RoomCost>::max() / 2;
        const std::size_t rows = cost.size();
        const std::size_t columns = rows == 0 ? 0 : cost.front().size();
        std::vector<RoomCost> ofRow(rows + 1);
        std::vector<RoomCost> ofColumn(columns + 1);
        std::vector<std::size_t> rowAt(columns + 1); // 0 = free; rows count from 1
        std::vector<std::size_t> cameFrom(columns + 1);
        for (std::size_t row = 1; row <= rows; ++row) {
            rowAt[0] = row;
            std::size_t at = 0;
            std::vector<RoomCost> distance(columns + 1, kFar);
            std::vector<bool> isDone(columns + 1);
            do {
                isDone[at] = true;
                const std::size_t current = rowAt[at];
                RoomCost step = kFar;
                std::size_t next = 0;
                for (std::size_t column = 1; column <= columns; ++column) {
                    if (isDone[column])
                        continue;
                    const RoomCost reduced
                        = cost[current - 1][column - 1] - ofRow[current] - ofColumn[column];
                    if (reduced < distance[column]) {
                        distance[column] = reduced;
                        cameFrom[column] = at;
                    }
                    if (distance[column] < step) {
                        step = distance[column];
                        next = column;
                    }
                }
                for (std::size_t column = 0; column <= columns; ++column) {
                    if (isDone[column]) {
                        ofRow[rowAt[column]] += step;
                        ofColumn[column] -= step;
                    } else {
                        distance[column] -= step;
                    }
                }
                at = next;
            } while (rowAt[at] != 0);
            while (at != 0) {
                rowAt[at] = rowAt[cameFrom[at]];
                at = cameFrom[at];
            }
        }
        std::vector<std::size_t> out(rows);
        for (std::size_t column = 1; column <= columns; ++column)
            if (rowAt[column] != 0)
                out[rowAt[column] - 1] = column - 1;
        return out;
    }

    std::string areasText(const RoomNeed& need) { return need.least.toString() + "–" + need.most.toString(); }

    bool contains(const std::vector<std::int64_t>& rooms, std::int64_t room)
    {
        return std::find(rooms.begin(), rooms.end(), room) != rooms.end();
    }

    /// Rooms that people had and have no longer. Whoever got nothing keeps his, unless others got it.
    std::vector<RoomOption> givenBackOf(
        const Proposal& proposal, std::span<const RoomNeed> needs, std::span<const RoomOption> options)
    {
        std::vector<std::int64_t> taken;
        for (const ProposedRoom& room : proposal.rooms)
            taken.push_back(room.room.room.id);
        for (const UnmetNeed& unmet : proposal.unmet)
            taken.insert(taken.end(), needs[unmet.need].present.begin(), needs[unmet.need].present.end());
        std::vector<std::int64_t> left;
        for (const ProposedRoom& room : proposal.rooms)
            for (const std::int64_t had : needs[room.need].present)
                if (had != 0 && !contains(taken, had) && !contains(left, had))
                    left.push_back(had);
        std::vector<RoomOption> out;
        for (const std::int64_t had : left)
            for (const RoomOption& option : options)
                if (option.room.id == had)
                    out.push_back(option);
        return out;
    }

    /// Of how many rooms the people come.
    std::size_t roomsNow(const RoomNeed& need)
    {
        std::vector<std::int64_t> rooms;
        for (const std::int64_t room : need.present)
            if (room != 0 && !contains(rooms, room))
                rooms.push_back(room);
        return rooms.size();
    }

} // namespace

Result<Proposal> propose(std::span<const RoomNeed> needs, std::span<const RoomOption> options)
{
    if (needs.size() > kMostNeeds)
        return fail(ErrorCode::InvalidArgument, "space.too_many_needs", std::to_string(kMostNeeds));
    std::size_t people = 0;
    for (const RoomNeed& need : needs)
        people += need.people.size();
    if (people > kMostSeekers)
        return fail(ErrorCode::InvalidArgument, "space.too_many_seekers", std::to_string(kMostSeekers));
    Proposal out;
    std::vector<std::int64_t> fitting(needs.size());
    const RoomSupply supply(needs, options);
    std::vector<std::vector<RoomSupply::Candidate>> candidates;
    std::map<std::size_t, std::size_t> columnOf; // of the rooms that matter
    std::vector<std::size_t> roomAt;
    for (std::size_t i = 0; i < needs.size(); ++i) {
        candidates.push_back(supply.cheapest(needs[i], needs.size(), fitting[i]));
        for (const RoomSupply::Candidate& one : candidates.back())
            if (columnOf.try_emplace(one.room, roomAt.size()).second)
                roomAt.push_back(one.room);
    }
    // A column more for each need stands for "no room".
    std::vector<std::vector<RoomCost>> cost(
        needs.size(), std::vector<RoomCost>(roomAt.size() + needs.size(), room_cost::kUnmet));
    for (std::size_t i = 0; i < needs.size(); ++i)
        for (const RoomSupply::Candidate& one : candidates[i])
            cost[i][columnOf[one.room]] = one.cost;
    const auto columns = assign(cost);
    std::vector<std::int64_t> used;
    for (std::size_t i = 0; i < needs.size(); ++i) {
        if (columns[i] >= roomAt.size() || cost[i][columns[i]] == room_cost::kUnmet) {
            out.unmet.push_back({i, fitting[i]});
            continue;
        }
        const RoomOption& room = options[roomAt[columns[i]]];
        const std::int64_t movers = moversTo(needs[i], room.room.id);
        out.rooms.push_back({i, room, movers, room.unit == 0 ? RoomMeans::Pool : RoomMeans::Own,
            isSameBuilding(needs[i], room.building)});
        out.moves += movers;
        out.usable += room.usable;
        used.push_back(room.room.id);
    }
    for (UnmetNeed& unmet : out.unmet) {
        const auto& present = needs[unmet.need].present;
        unmet.isStaying = !present.empty()
            && std::none_of(present.begin(), present.end(),
                [&](std::int64_t room) { return room == 0 || contains(used, room); });
    }
    out.givenBack = givenBackOf(out, needs, options);
    return out;
}

std::string reasonZh(const RoomNeed& need, const ProposedRoom& proposed)
{
    const auto stayers = static_cast<std::int64_t>(need.people.size()) - proposed.movers;
    std::string out = proposed.room.usable.toString() + " ㎡，不超过 " + std::to_string(need.people.size())
        + " 人标准之和 " + need.most.toString() + " ㎡";
    out += proposed.movers == 0 ? "；保持现用，不搬迁"
                                : "；" + std::string(tokenRow(kRoomMeans, proposed.means).nameZh);
    if (roomsNow(need) > 1)
        out += "；原分坐 " + std::to_string(roomsNow(need)) + " 间均超标，合用一间";
    if (proposed.movers != 0 && stayers != 0)
        out += "，" + std::to_string(stayers) + " 人不动";
    out += proposed.isSameBuilding ? "；与本单位同楼"
        : proposed.movers == 0     ? "；不在本单位主要办公楼"
                                   : "；同楼无合适房间";
    return out;
}

std::string reasonEn(const RoomNeed& need, const ProposedRoom& proposed)
{
    const auto stayers = static_cast<std::int64_t>(need.people.size()) - proposed.movers;
    std::string out = proposed.room.usable.toString() + " m2 within the " + need.most.toString()
        + " m2 of the limits of " + std::to_string(need.people.size()) + " people";
    out += proposed.movers == 0 ? "; they stay"
                                : "; " + std::string(tokenRow(kRoomMeans, proposed.means).nameEn);
    if (roomsNow(need) > 1)
        out += "; one room instead of " + std::to_string(roomsNow(need)) + ", each above the limit";
    if (proposed.movers != 0 && stayers != 0)
        out += ", " + std::to_string(stayers) + " stay";
    out += proposed.isSameBuilding ? "; in the building of the unit"
        : proposed.movers == 0     ? "; not in the building of the unit"
                                   : "; nothing fits in the building of the unit";
    return out;
}

std::string reasonZh(const RoomNeed& need, const UnmetNeed& unmet)
{
    return (unmet.fitting == 0 ? "没有 " + areasText(need) + " ㎡ 的可用房间"
                               : "合适房间仅 " + std::to_string(unmet.fitting) + " 间，已分给他人")
        + (unmet.isStaying ? "：暂留现用房间，待隔断、合用或调剂整改" : "：转置换、租用或建设");
}

std::string reasonEn(const RoomNeed& need, const UnmetNeed& unmet)
{
    return (unmet.fitting == 0 ? "no room of " + areasText(need) + " m2 is free"
                               : "only " + std::to_string(unmet.fitting) + " rooms fit, and others got them")
        + (unmet.isStaying ? ": they stay where they are until it is divided, shared or exchanged"
                           : ": go on to exchange, renting or building");
}

} // namespace guanwu
