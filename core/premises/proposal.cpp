#include "core/premises/proposal.h"

#include "core/rules/office_standard.h"
#include "core/values/ratio.h"

#include <algorithm>
#include <limits>
#include <map>

namespace guanwu {

namespace {

    using Cost = std::int64_t;

    // Each weight is greater than everything below it can add up to for kMostNeeds needs: areas of a room stay
    // below 10 000 m2.
    constexpr Cost kArea = 1;
    constexpr Cost kBuilding = 1'000'000 * static_cast<Cost>(kMostNeeds);
    constexpr Cost kPool = kBuilding * (kMostNeeds + 1);
    constexpr Cost kMove = kPool * (kMostNeeds + 1);
    constexpr Cost kUnmet = kMove * (kMostNeeds + 1);
    constexpr Area kMostArea = Area::fromHundredths(999'999);
    static_assert(kUnmet < std::numeric_limits<Cost>::max() / 4 / static_cast<Cost>(kMostNeeds));

    /// What the search looks at of a room: it goes over all of them for every need, so they lie close together.
    struct Slim {
        std::int64_t usable = 0;
        std::int64_t unit = 0;
        std::int64_t building = 0;
        std::int64_t room = 0;
    };

    std::vector<Slim> slimmed(std::span<const RoomOption> options)
    {
        std::vector<Slim> out;
        out.reserve(options.size());
        for (const RoomOption& option : options)
            out.push_back({option.usable.hundredths(), option.unit, option.building, option.room.id});
        return out;
    }

    bool fits(const RoomNeed& need, const Slim& room)
    {
        return room.usable >= need.least.hundredths() && room.usable <= need.most.hundredths()
            && room.usable <= kMostArea.hundredths()
            && (room.unit == 0 || room.unit == need.unit || room.room == need.present);
    }

    bool isSameBuilding(const RoomNeed& need, std::int64_t building)
    {
        return need.building == 0 || building == need.building;
    }

    Cost costOf(const RoomNeed& need, const Slim& room)
    {
        Cost cost = kArea * room.usable;
        if (!isSameBuilding(need, room.building))
            cost += kBuilding;
        if (room.unit == 0)
            cost += kPool;
        if (room.room != need.present)
            cost += kMove;
        return cost;
    }

    struct Candidate {
        Cost cost = 0;
        std::size_t room = 0;
    };

    /// The cheapest rooms of a need. With n needs no other room can be in a best answer: one of these n is
    /// always free.
    std::vector<Candidate> cheapest(const RoomNeed& need, const std::vector<Slim>& slim,
        std::span<const RoomOption> options, std::size_t most, std::int64_t& fitting)
    {
        std::vector<Candidate> heap;
        const auto before = [&](const Candidate& a, const Candidate& b) {
            return a.cost != b.cost ? a.cost < b.cost : options[a.room].room.code < options[b.room].room.code;
        };
        for (std::size_t i = 0; i < slim.size(); ++i) {
            if (!fits(need, slim[i]))
                continue;
            ++fitting;
            const Candidate one {costOf(need, slim[i]), i};
            if (heap.size() < most) {
                heap.push_back(one);
                std::push_heap(heap.begin(), heap.end(), before);
            } else if (before(one, heap.front())) {
                std::pop_heap(heap.begin(), heap.end(), before);
                heap.back() = one;
                std::push_heap(heap.begin(), heap.end(), before);
            }
        }
        std::sort_heap(heap.begin(), heap.end(), before);
        return heap;
    }

    /// Matches every row to a column at least cost by shortest augmenting paths; `cost[row][column]`. There
    /// are at least as many columns as rows.
    std::vector<std::size_t> assign(const std::vector<std::vector<Cost>>& cost)
    {
        constexpr Cost kFar = std::numeric_limits<Cost>::max() / 2;
        const std::size_t rows = cost.size();
        const std::size_t columns = rows == 0 ? 0 : cost.front().size();
        std::vector<Cost> ofRow(rows + 1);
        std::vector<Cost> ofColumn(columns + 1);
        std::vector<std::size_t> rowAt(columns + 1); // 0 = free; rows count from 1
        std::vector<std::size_t> cameFrom(columns + 1);
        for (std::size_t row = 1; row <= rows; ++row) {
            rowAt[0] = row;
            std::size_t at = 0;
            std::vector<Cost> distance(columns + 1, kFar);
            std::vector<bool> isDone(columns + 1);
            do {
                isDone[at] = true;
                const std::size_t current = rowAt[at];
                Cost step = kFar;
                std::size_t next = 0;
                for (std::size_t column = 1; column <= columns; ++column) {
                    if (isDone[column])
                        continue;
                    const Cost reduced
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

} // namespace

Result<Proposal> propose(std::span<const RoomNeed> needs, std::span<const RoomOption> options)
{
    if (needs.size() > kMostNeeds)
        return fail(ErrorCode::InvalidArgument, "space.too_many_needs", std::to_string(kMostNeeds));
    Proposal out;
    std::vector<std::int64_t> fitting(needs.size());
    const std::vector<Slim> slim = slimmed(options);
    std::vector<std::vector<Candidate>> candidates;
    std::map<std::size_t, std::size_t> columnOf; // of the rooms that matter
    std::vector<std::size_t> roomAt;
    for (std::size_t i = 0; i < needs.size(); ++i) {
        candidates.push_back(cheapest(needs[i], slim, options, needs.size(), fitting[i]));
        for (const Candidate& one : candidates.back())
            if (columnOf.try_emplace(one.room, roomAt.size()).second)
                roomAt.push_back(one.room);
    }
    // A column more for each need stands for "no room".
    std::vector<std::vector<Cost>> cost(
        needs.size(), std::vector<Cost>(roomAt.size() + needs.size(), kUnmet));
    for (std::size_t i = 0; i < needs.size(); ++i)
        for (const Candidate& one : candidates[i])
            cost[i][columnOf[one.room]] = one.cost;
    const auto columns = assign(cost);
    std::vector<std::int64_t> used;
    for (std::size_t i = 0; i < needs.size(); ++i) {
        if (columns[i] >= roomAt.size() || cost[i][columns[i]] == kUnmet) {
            out.unmet.push_back({i, fitting[i]});
            continue;
        }
        const RoomOption& room = options[roomAt[columns[i]]];
        const bool isMove = room.room.id != needs[i].present;
        out.rooms.push_back({i, room, isMove, room.unit == 0 ? RoomMeans::Pool : RoomMeans::Own,
            isSameBuilding(needs[i], room.building)});
        out.moves += isMove;
        out.usable += room.usable;
        used.push_back(room.room.id);
    }
    for (const RoomNeed& need : needs)
        if (need.present != 0 && std::find(used.begin(), used.end(), need.present) == used.end())
            for (const RoomOption& option : options)
                if (option.room.id == need.present
                    && std::find(out.givenBack.begin(), out.givenBack.end(), option.room)
                        == out.givenBack.end())
                    out.givenBack.push_back(option.room);
    return out;
}

std::string reasonZh(const RoomNeed& need, const ProposedRoom& proposed)
{
    std::string out = proposed.room.usable.toString() + " ㎡，不超过 " + std::to_string(need.people.size())
        + " 人标准之和 " + need.most.toString() + " ㎡";
    out += proposed.isMove ? "；" + std::string(tokenRow(kRoomMeans, proposed.means).nameZh) : "；保持现用，不搬迁";
    out += proposed.isSameBuilding ? "；与本单位同楼" : "；同楼无合适房间";
    return out;
}

std::string reasonEn(const RoomNeed& need, const ProposedRoom& proposed)
{
    std::string out = proposed.room.usable.toString() + " m2 within the " + need.most.toString()
        + " m2 of the limits of " + std::to_string(need.people.size()) + " people";
    out += proposed.isMove ? "; " + std::string(tokenRow(kRoomMeans, proposed.means).nameEn) : "; they stay";
    out += proposed.isSameBuilding ? "; in the building of the unit" : "; nothing fits in the building of the unit";
    return out;
}

std::string reasonZh(const RoomNeed& need, const UnmetNeed& unmet)
{
    return (unmet.fitting == 0 ? "没有 " + areasText(need) + " ㎡ 的可用房间"
                               : "合适房间仅 " + std::to_string(unmet.fitting) + " 间，已分给他人")
        + "：转置换、租用或建设";
}

std::string reasonEn(const RoomNeed& need, const UnmetNeed& unmet)
{
    return (unmet.fitting == 0 ? "no room of " + areasText(need) + " m2 is free"
                               : "only " + std::to_string(unmet.fitting) + " rooms fit, and others got them")
        + ": go on to exchange, renting or building";
}

Result<std::vector<RoomNeed>> needsOf(
    std::span<const SeatSeeker> people, int together, std::int64_t leastPercent)
{
    const OfficeStandard& standard = OfficeStandard::current();
    std::vector<RoomNeed> out;
    std::map<std::pair<std::int64_t, std::int64_t>, std::size_t> open; // unit and present room -> need
    std::map<std::int64_t, Area> limitsIn; // by present room
    for (const SeatSeeker& person : people)
        if (const auto limit = standard.limitOf(person.level, person.rank))
            limitsIn[person.present] += limit->limit;
    std::map<std::int64_t, std::size_t> kept; // present room -> need
    const auto add = [&](RoomNeed& need, const SeatSeeker& person, Area limit) {
        need.people.push_back(person.person);
        need.most += limit;
        need.least = Area::fromHundredths(roundedHalfUp(Int128 {need.most.hundredths()} * leastPercent, 100));
    };
    for (const SeatSeeker& person : people) {
        const auto limit = standard.limitOf(person.level, person.rank);
        if (!limit)
            return fail(limit.error());
        if (person.presentArea > Area() && person.presentArea <= limitsIn[person.present]) {
            const auto [known, isNew] = kept.try_emplace(person.present, out.size());
            if (isNew)
                out.push_back({person.unit, {}, {}, {}, person.present, person.building});
            RoomNeed& need = out[known->second];
            add(need, person, limit->limit);
            need.least = std::min(need.least, person.presentArea);
            continue;
        }
        const bool isLeader = limit->limit > standard.limitsOf(person.level).back().limit;
        const std::pair key {person.unit, person.present};
        const auto shared = open.find(key);
        if (!isLeader && shared != open.end()) {
            RoomNeed& need = out[shared->second];
            add(need, person, limit->limit);
            if (static_cast<int>(need.people.size()) >= together)
                open.erase(shared);
            continue;
        }
        RoomNeed need;
        need.unit = person.unit;
        need.present = person.present;
        need.building = person.building;
        add(need, person, limit->limit);
        if (!isLeader && together > 1)
            open[key] = out.size();
        out.push_back(std::move(need));
    }
    return out;
}

} // namespace guanwu
