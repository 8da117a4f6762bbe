#pragma once

#include "core/premises/proposal.h"
#include "core/values/calendar.h"
#include "schema/premises/space_register.h"

#include <optional>

namespace guanwu {

/// For whom rooms are looked for.
struct ProposalQuestion {
    std::vector<std::string> units; ///< codes; several are a reform
    bool everybody = false; ///< everybody in post anew, else those who have no main room
    std::optional<std::int64_t>
        together; ///< people at the lowest limit who share a room; default: limits.csv
};

struct AnsweredProposal {
    std::vector<Reference> units; ///< that were asked for
    std::vector<RoomNeed> needs;
    Proposal proposal;
};

/// Rooms for the people of the units within the scope of the register, with the limits of the day. Errors:
/// unit.not_found (also where no unit is named), and those of needsOf() and propose().
[[nodiscard]] Result<AnsweredProposal> proposalFor(
    SpaceRegister& space, const ProposalQuestion& asked, Day today);

} // namespace guanwu
