#pragma once

#include "core/access/scope.h"
#include "core/premises/title_line.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace guanwu {

class Session;

struct TitleQuery {
    std::string certNo; ///< empty = all; a former number finds what it became
    std::string unitCode; ///< holder or user
    bool onlyCurrent = false;
    std::string after; ///< go on behind this number
    int limit = 0; ///< 0 = all
};

/// The certificates a scope reaches: those its units hold or use. Not thread-safe.
class TitleRegister {
public:
    TitleRegister(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }

    /// By number.
    [[nodiscard]] std::vector<TitleLine> titles(const TitleQuery& asked);
    /// Errors: title.not_found.
    [[nodiscard]] Result<TitleLine> find(const std::string& certNo);
    /// Every building of the scope with its papers, by code.
    [[nodiscard]] std::vector<BuildingTitle> buildings();
    /// Current certificates that name these cards, or cover the buildings they stand for, and under which no
    /// card is left. By number.
    [[nodiscard]] std::vector<std::string> emptiedBy(std::span<const AssetId> gone);
    /// Current certificates on which the card stands, and which cover nothing that another unit than `user`
    /// uses. By number.
    [[nodiscard]] std::vector<std::string> usedOnlyBy(AssetId card, UnitId user);
    [[nodiscard]] std::vector<TitleCustody> custody(std::int64_t certificate);
    /// The unit that holds the most current certificates: the bureau after unified registration. id 0 = none.
    [[nodiscard]] Reference chiefHolder();

private:
    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
