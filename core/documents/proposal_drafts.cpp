#include "core/documents/proposal_drafts.h"

#include "core/base/text.h"
#include "core/documents/document_data.h"

#include <map>
#include <tuple>

namespace guanwu {

namespace {

    /// Puts rooms on the drafts of their methods and units.
    class DraftSorter {
    public:
        void add(const char* method, std::int64_t unit, std::int64_t other, const RoomOption& room,
            std::vector<Reference> people, RoomSeats movers)
        {
            std::vector<Part>& parts = m_parts[{method, unit, other}];
            const std::size_t characters = characterCount(room.room.code) + 1; // with the semicolon
            const std::size_t seats
                = movers.people.empty() ? 0 : characterCount(roomSeatsText({&movers, 1})) + 1;
            if (parts.empty() || parts.back().characters + characters > kMostFactCharacters
                || parts.back().seats + seats > kMostFactCharacters)
                parts.push_back({{method, unit, other, {}, {}}, 0, 0});
            Part& part = parts.back();
            part.draft.rooms.push_back({room.room, room.usable, std::move(people), std::move(movers)});
            part.draft.usable += room.usable;
            part.characters += characters;
            part.seats += seats;
        }
        [[nodiscard]] std::vector<SpaceDraft> drafts()
        {
            std::vector<SpaceDraft> out;
            for (auto& [key, parts] : m_parts)
                for (Part& part : parts)
                    out.push_back(std::move(part.draft));
            return out;
        }

    private:
        struct Part {
            SpaceDraft draft;
            std::size_t characters = 0; ///< of the codes in one text
            std::size_t seats = 0; ///< characters of who sits where
        };
        std::map<std::tuple<std::string, std::int64_t, std::int64_t>, std::vector<Part>> m_parts;
    };

    RoomSeats moversOf(const RoomNeed& need, const RoomOption& room)
    {
        RoomSeats out {room.room.code, {}};
        for (std::size_t i = 0; i < need.people.size(); ++i)
            if (i >= need.present.size() || need.present[i] != room.room.id)
                out.people.push_back(need.people[i].code);
        return out;
    }

} // namespace

SpaceDraftPlan draftsOf(std::span<const RoomNeed> needs, const Proposal& proposal)
{
    SpaceDraftPlan out;
    DraftSorter sorter;
    for (const ProposedRoom& one : proposal.rooms) {
        const RoomNeed& need = needs[one.need];
        if (one.room.unit == 0)
            sorter.add("allocate", need.unit, 0, one.room, need.people, moversOf(need, one.room));
        else if (one.room.unit
            != need.unit) // they go on sitting where they sit, and belong to another unit now
            sorter.add("adjust", need.unit, one.room.unit, one.room, need.people, moversOf(need, one.room));
        else
            out.movesWithin += one.movers;
    }
    for (const RoomOption& room : proposal.givenBack)
        if (room.unit != 0)
            sorter.add("take_back", room.unit, 0, room, {}, {});
    for (const UnmetNeed& unmet : proposal.unmet)
        if (!unmet.isStaying)
            out.unmet.push_back(unmet.need);
    out.drafts = sorter.drafts();
    return out;
}

} // namespace guanwu
