#pragma once

#include "core/cards/unit_reform.h"
#include "core/values/instant.h"

#include <optional>

namespace guanwu {

class Session;

/// What became of a unit that is no more.
struct UnitEnd {
    ReformKind kind {};
    Reference successor; ///< id 0 = none
    Day on {};
};

/// Reforms of units over the whole registry: nobody below the asset section has a say in them.
class UnitReforms {
public:
    explicit UnitReforms(Session& session)
        : m_session(session)
    {
    }

    /// Errors: unit.not_found.
    [[nodiscard]] Result<ReformPlan> plan(const ReformOrder& order);
    /// Moves it all in one transaction and returns what moved; a dry run takes it back. Every card that moves
    /// has an event and an exit under the id of the reform. Errors: the first of problemsOf(), card.changed.
    [[nodiscard]] Result<ReformPlan> carryOut(
        const ReformOrder& order, const std::string& by, Instant at, bool dryRun = false);
    [[nodiscard]] std::optional<UnitEnd> endOf(UnitId unit);

private:
    struct Work;
    [[nodiscard]] Result<void> moveCards(const Work& work);
    void moveTheRest(const Work& work);
    void note(const Work& work);

    Session& m_session;
};

} // namespace guanwu
