#pragma once

#include "core/access/scope.h"
#include "core/books/yearly_reason.h"
#include "core/values/ids.h"

#include <map>
#include <string>

namespace guanwu {

class Session;

/// The reasons that were entered for the moves of a year. Those of a unit are the unit's; those of the city
/// as a whole (unit 0) the bureau's.
class YearlyReasons {
public:
    YearlyReasons(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }
    /// By class code; none of a unit outside the scope.
    [[nodiscard]] std::map<std::string, YearlyReason> of(UnitId unit, int year);
    /// In place of one that was there. Errors: access.forbidden, those of yearlyReasonText().
    [[nodiscard]] Result<void> enter(UnitId unit, int year, YearlyReason reason);
    /// Errors: access.forbidden, books.no_reason.
    [[nodiscard]] Result<void> takeBack(UnitId unit, int year, const std::string& classCode);

private:
    [[nodiscard]] bool mayChange(UnitId unit) const;
    [[nodiscard]] std::string stored(UnitId unit, int year, const std::string& classCode);
    [[nodiscard]] bool remove(UnitId unit, int year, const std::string& classCode);

    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
