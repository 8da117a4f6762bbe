#pragma once

#include "app/documents/document_work.h"

#include <map>
#include <string>
#include <vector>

namespace guanwu {

/// A document of the invented city and how far it has come.
struct DemoPaper {
    NewDocument wanted;
    std::vector<std::string> assets {};
    std::vector<Wish> wishes {};
    std::vector<Fact>
        facts {}; ///< of filing, execution, income and closing; days that are not named are those of the move
    std::map<StepKind, std::vector<Fact>> decided {}; ///< what is said with a signature
    DocumentState until
        = DocumentState::Closed; ///< InReview and Returned: after so many signatures, the last never
    std::size_t signatures = 0;
    int daysAgo = 0; ///< on which it was begun
};

/// Leads documents of the invented city from office to office, each by somebody who may do it there and on a
/// day of its own. The people are invented; none of them can log in.
class PaperRound {
public:
    PaperRound(Session& session, Instant now)
        : m_session(session)
        , m_now(now)
    {
    }
    /// Whether the registry has documents already.
    [[nodiscard]] bool hasBegun();
    /// All of it in one transaction. Errors: those of the moves.
    [[nodiscard]] Result<void> play(const std::vector<DemoPaper>& papers);

private:
    class Sheet;

    Session& m_session;
    Instant m_now;
};

} // namespace guanwu
