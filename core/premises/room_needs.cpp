#include "core/premises/room_needs.h"

#include "core/rules/office_standard.h"
#include "core/values/ratio.h"

#include <algorithm>
#include <map>

namespace guanwu {

namespace {

    /// People of one unit who sit in one room now, or one who has none.
    struct Party {
        std::vector<const SeatSeeker*> people;
        bool isRoomRight = false; ///< their room is right for as many as share one
    };

    /// Puts parties together, in as few groups of at most `together` as that takes. First comes a party whose
    /// room is right in every group, as far as there are such: then that one need not move.
    std::vector<Party> groupsOf(std::vector<Party> parties, std::size_t together)
    {
        std::stable_sort(parties.begin(), parties.end(), [](const Party& a, const Party& b) {
            return a.isRoomRight != b.isRoomRight ? a.isRoomRight : a.people.size() > b.people.size();
        });
        std::size_t people = 0;
        for (const Party& party : parties)
            people += party.people.size();
        const std::size_t fewest = (people + together - 1) / together;
        std::vector<Party> out;
        for (Party& party : parties) {
            const bool begins = party.isRoomRight && out.size() < fewest;
            const auto room = std::find_if(out.begin(), out.end(),
                [&](const Party& group) { return group.people.size() + party.people.size() <= together; });
            if (begins || room == out.end())
                out.push_back(std::move(party));
            else
                room->people.insert(room->people.end(), party.people.begin(), party.people.end());
        }
        return out;
    }

} // namespace

Result<std::vector<RoomNeed>> needsOf(
    std::span<const SeatSeeker> people, std::int64_t together, std::int64_t leastPercent)
{
    if (together < 1 || together > kMostTogether)
        return fail(ErrorCode::InvalidArgument, "space.together", std::to_string(kMostTogether));
    const OfficeStandard& standard = OfficeStandard::current();
    const auto share = static_cast<std::size_t>(together);
    const auto leastOf = [&](Area most) {
        return Area::fromHundredths(roundedHalfUp(Int128 {most.hundredths()} * leastPercent, 100));
    };
    std::vector<RoomNeed> out;
    std::map<std::int64_t, Area> limitsIn; // by present room
    for (const SeatSeeker& person : people)
        if (const auto limit = standard.limitOf(person.level, person.rank))
            limitsIn[person.present] += limit->limit;
    const auto add = [&](RoomNeed& need, const SeatSeeker& person) {
        need.unit = person.unit;
        need.building = person.building;
        need.people.push_back(person.person);
        need.present.push_back(person.present);
        need.most += standard.limitOf(person.level, person.rank)->limit;
        need.least = leastOf(need.most);
    };
    std::map<std::int64_t, std::size_t> kept; // present room -> need
    std::map<std::int64_t, std::vector<Party>> whole; // unit -> as many as share a room
    std::map<std::int64_t, std::vector<Party>> parts; // unit -> fewer
    std::map<std::pair<std::int64_t, std::int64_t>, Party> open; // unit and present room -> not yet whole
    for (const SeatSeeker& person : people) {
        const auto limit = standard.limitOf(person.level, person.rank);
        if (!limit)
            return fail(limit.error());
        if (person.presentArea > Area() && person.presentArea <= limitsIn[person.present]) {
            const auto [known, isNew] = kept.try_emplace(person.present, out.size());
            if (isNew)
                out.emplace_back();
            RoomNeed& need = out[known->second];
            add(need, person);
            need.least = std::min(need.least, person.presentArea);
            continue;
        }
        if (limit->limit > standard.limitsOf(person.level).back().limit) { // a leader
            add(out.emplace_back(), person);
            continue;
        }
        const Area most = Area::fromHundredths(limit->limit.hundredths() * static_cast<std::int64_t>(share));
        const bool isRoomRight = person.presentArea > Area() && person.presentArea <= most
            && person.presentArea >= leastOf(most);
        if (person.present == 0) {
            parts[person.unit].push_back({{&person}, false});
            continue;
        }
        Party& party = open[{person.unit, person.present}];
        party.people.push_back(&person);
        party.isRoomRight = isRoomRight;
        if (party.people.size() == share) {
            whole[person.unit].push_back(std::move(party));
            open.erase({person.unit, person.present});
        }
    }
    for (auto& [key, party] : open)
        parts[key.first].push_back(std::move(party));
    for (auto& [unit, parties] : parts)
        for (Party& group : groupsOf(std::move(parties), share))
            whole[unit].push_back(std::move(group));
    for (const auto& [unit, groups] : whole)
        for (const Party& group : groups) {
            RoomNeed& need = out.emplace_back();
            for (const SeatSeeker* person : group.people)
                add(need, *person);
        }
    return out;
}

} // namespace guanwu
