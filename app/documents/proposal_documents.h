#pragma once

#include "app/documents/document_work.h"
#include "app/premises/room_proposal.h"
#include "core/documents/proposal_drafts.h"

#include <nlohmann/json.hpp>

namespace guanwu {

/// What the drafts of a proposal say besides rooms.
struct ProposalWords {
    std::string
        ground; ///< of allocating and adjusting; empty = change of posts in a reform, else short of space
    std::string basis; ///< establishment paper or minutes; empty = to be filled in before filing
    std::string reason;
};

/// The drafts that a proposal leads to, and what of it leads to none.
struct ProposalDocuments {
    struct Draft {
        std::string no; ///< empty = only planned
        SpaceDraft draft;
        Reference unit;
        Reference other; ///< id 0 = none
    };
    struct Skipped {
        Reference room;
        std::string document; ///< that has it already; empty = the bureau alone takes rooms back
    };
    std::vector<Draft> drafts;
    std::vector<Skipped> skipped;
    std::int64_t movesWithin = 0;
    std::int64_t unmet = 0; ///< needs that go on to exchange, renting and building
};

/// The drafts that would be made, without making any. Errors: those of proposalFor().
[[nodiscard]] Result<ProposalDocuments> planProposal(
    Session& session, const Account& account, Day today, const ProposalQuestion& asked);

/// Takes a proposal over into drafts, one a unit and means, all in one transaction. Rooms on a document that
/// is not at its end are left out, so done again nothing is made twice. Errors: those of proposalFor() and of
/// a draft.
[[nodiscard]] Result<ProposalDocuments> draftProposal(Session& session, const Account& account,
    const std::function<Instant()>& now, const ProposalQuestion& asked, const ProposalWords& words,
    DocumentStore::Commit commit);

[[nodiscard]] nlohmann::ordered_json proposalDocumentsJson(const ProposalDocuments& made);

} // namespace guanwu
