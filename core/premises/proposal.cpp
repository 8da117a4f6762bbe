#include "core/premises/proposal.h"

#include <algorithm>
#include <limits>
#include <map>

namespace guanwu {

namespace {

    using Cost = std::int64_t;

    // Each weight is greater than everything below it can add up to for kMostNeeds needs of kMostSeekers
    // people: areas of a room stay below 10 000 m2.
    constexpr Cost kArea = 1;
    constexpr Cost kBuilding = 1'000'000 * static_cast<Cost>(kMostNeeds);
    constexpr Cost kPool = kBuilding * (kMostNeeds + 1);
    constexpr Cost kMove = kPool * (kMostNeeds + 1);
    constexpr Cost kUnmet = kMove * (kMostSeekers + 1);
    constexpr Area kMostArea = Area::fromHundredths(999'999);
    static_assert(kUnmet < std::numeric_limits<Cost>::max() / 4 / static_cast<Cost>(kMostNeeds));

    /// How many of them have the room now.
    std::int64_t stayersIn(const RoomNeed& need, std::int64_t room)
    {
        return std::count(need.present.begin(), need.present.end(), room);
    }

    std::int64_t moversTo(const RoomNeed& need, std::int64_t room)
    {
        return static_cast<std::int64_t>(need.people.size()) - stayersIn(need, room);
    }

    bool isSameBuilding(const RoomNeed& need, std::int64_t building)
    {
        return need.building == 0 || building == need.building;
    }

    Cost costOf(const RoomNeed& need, const RoomOption& room)
    {
        Cost cost = kArea * room.usable.hundredths() + kMove * moversTo(need, room.room.id);
        if (!isSameBuilding(need, room.building))
            cost += kBuilding;
        if (room.unit == 0)
            cost += kPool;
        return cost;
    }

    struct Candidate {
        Cost cost = 0;
        std::size_t room = 0;
    };

    /// What a set holds, each once and in order: few of them are looked up for very many rooms.
    class Ids {
    public:
        void add(std::int64_t id) { m_ids.push_back(id); }
        void close()
        {
            std::sort(m_ids.begin(), m_ids.end());
            m_ids.erase(std::unique(m_ids.begin(), m_ids.end()), m_ids.end());
        }
        /// Where it stands; size() = it is not there.
        [[nodiscard]] std::size_t find(std::int64_t id) const
        {
            const auto at = std::lower_bound(m_ids.begin(), m_ids.end(), id);
            return at != m_ids.end() && *at == id ? static_cast<std::size_t>(at - m_ids.begin()) : size();
        }
        [[nodiscard]] std::size_t size() const { return m_ids.size(); }

    private:
        std::vector<std::int64_t> m_ids;
    };

    /// The rooms that could be had, read once for all needs of a proposal: by who has them, and of these
    /// those in a building where somebody wants to be, the smallest first. So a need looks at a few rooms
    /// only.
    class Supply {
    public:
        Supply(std::span<const RoomNeed> needs, std::span<const RoomOption> options)
            : m_options(options)
        {
            std::int64_t least = kMostArea.hundredths();
            std::int64_t most = 0;
            m_units.add(0);
            for (const RoomNeed& need : needs) {
                m_units.add(need.unit);
                m_buildings.add(need.building);
                for (const std::int64_t room : need.present)
                    m_presents.add(room);
                least = std::min(least, need.least.hundredths());
                most = std::max(most, std::min(need.most, kMostArea).hundredths());
            }
            m_units.close();
            m_buildings.close();
            m_presents.close();
            m_ofUnit.resize(m_units.size());
            m_inBuilding.resize(m_units.size() * m_buildings.size());
            m_present.resize(m_presents.size(), options.size());
            for (std::size_t i = 0; i < options.size(); ++i)
                read(i, least, most);
            const auto isSmaller = [](const Sized& a, const Sized& b) {
                return a.usable != b.usable ? a.usable < b.usable : a.room < b.room;
            };
            for (Rooms& rooms : m_ofUnit)
                std::sort(rooms.begin(), rooms.end(), isSmaller);
            for (Rooms& rooms : m_inBuilding)
                std::sort(rooms.begin(), rooms.end(), isSmaller);
        }

        /// The cheapest rooms of a need. With n needs no other room can be in a best answer: one of these n
        /// is always free.
        [[nodiscard]] std::vector<Candidate> cheapest(
            const RoomNeed& need, std::size_t most, std::int64_t& fitting) const
        {
            std::vector<Candidate> out;
            const auto add = [&](std::size_t room) { out.push_back({costOf(need, m_options[room]), room}); };
            Ids present;
            for (const std::int64_t room : need.present)
                present.add(room);
            present.close();
            for (std::size_t i = 0; i < m_present.size(); ++i) {
                if (m_present[i] == m_options.size())
                    continue;
                const RoomOption& room = m_options[m_present[i]];
                if (present.find(room.room.id) == present.size() || room.usable < need.least
                    || room.usable > need.most || room.usable > kMostArea)
                    continue;
                add(m_present[i]);
                fitting += room.unit != 0 && room.unit != need.unit; // the others are counted below
            }
            const auto isTheirs = [&](const Sized& one) {
                return present.find(m_options[one.room].room.id) != present.size();
            };
            for (const std::size_t unit : {m_units.find(need.unit), m_units.find(0)}) {
                const auto [first, last] = fittingOf(m_ofUnit[unit], need);
                fitting += last - first;
                std::size_t taken = 0;
                for (auto one = first; one != last && taken < most; ++one)
                    if (!isTheirs(*one)
                        && (need.building == 0 || m_options[one->room].building != need.building)) {
                        add(one->room);
                        ++taken;
                    }
                const auto [near, end] = fittingOf(
                    m_inBuilding[unit * m_buildings.size() + m_buildings.find(need.building)], need);
                taken = 0;
                for (auto one = near; need.building != 0 && one != end && taken < most; ++one)
                    if (!isTheirs(*one)) {
                        add(one->room);
                        ++taken;
                    }
                if (need.unit == 0)
                    break;
            }
            std::sort(out.begin(), out.end(), [&](const Candidate& a, const Candidate& b) {
                return a.cost != b.cost ? a.cost < b.cost
                                        : m_options[a.room].room.code < m_options[b.room].room.code;
            });
            if (out.size() > most)
                out.resize(most);
            return out;
        }

    private:
        struct Sized {
            std::int64_t usable = 0;
            std::size_t room = 0;
        };
        using Rooms = std::vector<Sized>;

        void read(std::size_t i, std::int64_t least, std::int64_t most)
        {
            const RoomOption& room = m_options[i];
            if (const std::size_t at = m_presents.find(room.room.id); at != m_presents.size())
                m_present[at] = i;
            const Sized sized {room.usable.hundredths(), i};
            if (sized.usable < least || sized.usable > most)
                return;
            const std::size_t unit = m_units.find(room.unit);
            if (unit == m_units.size())
                return;
            m_ofUnit[unit].push_back(sized);
            if (const std::size_t building = m_buildings.find(room.building); building != m_buildings.size())
                m_inBuilding[unit * m_buildings.size() + building].push_back(sized);
        }

        /// Those of the right area.
        static std::pair<Rooms::const_iterator, Rooms::const_iterator> fittingOf(
            const Rooms& rooms, const RoomNeed& need)
        {
            const auto first = std::lower_bound(rooms.begin(), rooms.end(), need.least.hundredths(),
                [](const Sized& one, std::int64_t area) { return one.usable < area; });
            const auto last = std::upper_bound(first, rooms.end(), need.most.hundredths(),
                [](std::int64_t area, const Sized& one) { return area < one.usable; });
            return {first, last};
        }

        std::span<const RoomOption> m_options;
        Ids m_units;
        Ids m_buildings;
        Ids m_presents;
        std::vector<Rooms> m_ofUnit; ///< by unit; those of the pool with them
        std::vector<Rooms> m_inBuilding; ///< by unit and building
        std::vector<std::size_t> m_present; ///< of a room that somebody has now
    };

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

    bool contains(const std::vector<std::int64_t>& rooms, std::int64_t room)
    {
        return std::find(rooms.begin(), rooms.end(), room) != rooms.end();
    }

    /// Rooms that people had and have no longer. Whoever got nothing keeps his, unless others got it.
    std::vector<Reference> givenBackOf(
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
        std::vector<Reference> out;
        for (const std::int64_t had : left)
            for (const RoomOption& option : options)
                if (option.room.id == had)
                    out.push_back(option.room);
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
    const Supply supply(needs, options);
    std::vector<std::vector<Candidate>> candidates;
    std::map<std::size_t, std::size_t> columnOf; // of the rooms that matter
    std::vector<std::size_t> roomAt;
    for (std::size_t i = 0; i < needs.size(); ++i) {
        candidates.push_back(supply.cheapest(needs[i], needs.size(), fitting[i]));
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
