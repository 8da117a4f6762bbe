#include "core/premises/room_supply.h"

#include <algorithm>
#include <limits>

namespace guanwu {

namespace {

    constexpr Area kMostArea = Area::fromHundredths(999'999);
    static_assert(
        room_cost::kUnmet < std::numeric_limits<RoomCost>::max() / 4 / static_cast<RoomCost>(kMostNeeds));

    RoomCost costOf(const RoomNeed& need, const RoomOption& room)
    {
        return room_cost::kArea * room.usable.hundredths() + room_cost::kMove * moversTo(need, room.room.id)
            + (isSameBuilding(need, room.building) ? 0 : room_cost::kBuilding)
            + (room.unit == 0 ? room_cost::kPool : 0);
    }

} // namespace

std::int64_t moversTo(const RoomNeed& need, std::int64_t room)
{
    return static_cast<std::int64_t>(need.people.size())
        - std::count(need.present.begin(), need.present.end(), room);
}

bool isSameBuilding(const RoomNeed& need, std::int64_t building)
{
    return need.building == 0 || building == need.building;
}

void RoomSupply::Ids::close()
{
    std::sort(m_ids.begin(), m_ids.end());
    m_ids.erase(std::unique(m_ids.begin(), m_ids.end()), m_ids.end());
}

std::size_t RoomSupply::Ids::find(std::int64_t id) const
{
    const auto at = std::lower_bound(m_ids.begin(), m_ids.end(), id);
    return at != m_ids.end() && *at == id ? static_cast<std::size_t>(at - m_ids.begin()) : size();
}

RoomSupply::RoomSupply(std::span<const RoomNeed> needs, std::span<const RoomOption> options)
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
    for (std::vector<Rooms>* lists : {&m_ofUnit, &m_inBuilding})
        for (Rooms& rooms : *lists)
            std::sort(rooms.begin(), rooms.end(), [](const Sized& a, const Sized& b) {
                return a.usable != b.usable ? a.usable < b.usable : a.room < b.room;
            });
}

void RoomSupply::read(std::size_t option, std::int64_t least, std::int64_t most)
{
    const RoomOption& room = m_options[option];
    if (const std::size_t at = m_presents.find(room.room.id); at != m_presents.size())
        m_present[at] = option;
    const Sized sized {room.usable.hundredths(), option};
    if (sized.usable < least || sized.usable > most)
        return;
    const std::size_t unit = m_units.find(room.unit);
    if (unit == m_units.size())
        return;
    m_ofUnit[unit].push_back(sized);
    if (const std::size_t building = m_buildings.find(room.building); building != m_buildings.size())
        m_inBuilding[unit * m_buildings.size() + building].push_back(sized);
}

RoomSupply::Range RoomSupply::fittingOf(const Rooms& rooms, const RoomNeed& need)
{
    const auto first = std::lower_bound(rooms.begin(), rooms.end(), need.least.hundredths(),
        [](const Sized& one, std::int64_t area) { return one.usable < area; });
    const auto last = std::upper_bound(first, rooms.end(), need.most.hundredths(),
        [](std::int64_t area, const Sized& one) { return area < one.usable; });
    return {first, last};
}

std::vector<RoomSupply::Candidate> RoomSupply::cheapest(
    const RoomNeed& need, std::size_t most, std::int64_t& fitting) const
{
    std::vector<Candidate> out;
    const auto add = [&](std::size_t room) { out.push_back({costOf(need, m_options[room]), room}); };
    Ids theirs; // rooms that they have now
    for (const std::int64_t room : need.present)
        theirs.add(room);
    theirs.close();
    for (const std::size_t option : m_present) {
        if (option == m_options.size())
            continue;
        const RoomOption& room = m_options[option];
        if (!theirs.contains(room.room.id) || room.usable < need.least || room.usable > need.most
            || room.usable > kMostArea)
            continue;
        add(option);
        fitting += room.unit != 0 && room.unit != need.unit; // the others are counted below
    }
    const auto addSome = [&](Range range, bool isHere) {
        std::size_t taken = 0;
        for (auto one = range.first; one != range.second && taken < most; ++one) {
            const RoomOption& room = m_options[one->room];
            const bool isThere = need.building != 0 && room.building == need.building;
            if (isThere != isHere || theirs.contains(room.room.id))
                continue;
            add(one->room);
            ++taken;
        }
    };
    for (const std::size_t unit : {m_units.find(need.unit), m_units.find(0)}) {
        const Range all = fittingOf(m_ofUnit[unit], need);
        fitting += all.second - all.first;
        addSome(all, false);
        if (need.building != 0)
            addSome(
                fittingOf(m_inBuilding[unit * m_buildings.size() + m_buildings.find(need.building)], need),
                true);
        if (need.unit == 0)
            break;
    }
    std::sort(out.begin(), out.end(), [&](const Candidate& a, const Candidate& b) {
        return a.cost != b.cost ? a.cost < b.cost : m_options[a.room].room.code < m_options[b.room].room.code;
    });
    if (out.size() > most)
        out.resize(most);
    return out;
}

} // namespace guanwu
