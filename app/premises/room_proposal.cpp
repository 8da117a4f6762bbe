#include "app/premises/room_proposal.h"

#include "core/premises/room_needs.h"
#include "core/rules/limits.h"

namespace guanwu {

Result<AnsweredProposal> proposalFor(SpaceRegister& space, const ProposalQuestion& asked, Day today)
{
    if (asked.units.empty())
        return fail(ErrorCode::NotFound, "unit.not_found");
    std::vector<Reference> named;
    std::vector<std::int64_t> units;
    for (const std::string& code : asked.units) {
        const auto found
            = code.empty() ? fail(ErrorCode::NotFound, "unit.not_found", code) : space.units(code);
        if (!found)
            return fail(found.error());
        named.push_back(found->front());
        units.push_back(found->front().id);
    }
    auto needs = needsOf(space.seekers(units, asked.everybody),
        asked.together.value_or(limitOn("space_together", today).value),
        limitOn("space_least_percent", today).value);
    if (!needs)
        return fail(needs.error());
    auto proposal = propose(*needs, space.options(units, asked.everybody));
    if (!proposal)
        return fail(proposal.error());
    return AnsweredProposal {std::move(named), std::move(*needs), std::move(*proposal)};
}

} // namespace guanwu
