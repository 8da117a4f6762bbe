#pragma once

#include "core/access/scope.h"
#include "core/idle/idle_line.h"
#include "core/idle/idle_service.h"

#include <functional>
#include <memory>
#include <vector>

namespace guanwu {

class Query;
class Session;

/// Which idle assets are asked for. Empty fields ask nothing.
struct IdleQuery {
    Day on {}; ///< idle since this day or earlier
    std::string unitCode;
    std::string classPrefix;
    std::optional<ProposedWay> way;
    std::optional<bool> isEstate;
    std::string afterUnit; ///< go on behind this unit code and asset number; empty = from the first on
    std::string afterAsset;
};

/// The idle assets of a scope and what was noted of them. Not thread-safe.
class IdleAssets final : public IdleNotes {
public:
    IdleAssets(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }

    /// Each of them once, by unit and number; false at the end. Nothing else may be asked of the session until
    /// then.
    [[nodiscard]] std::function<bool(IdleLine&)> lines(const IdleQuery& query);
    /// Counted and added by the store.
    [[nodiscard]] IdleTotals totals(const IdleQuery& query);

    IdleNote note(AssetId asset) override;
    Result<void> store(AssetId asset, const IdleNote& note) override;

private:
    [[nodiscard]] std::vector<std::int64_t> units(const IdleQuery& asked);
    [[nodiscard]] std::unique_ptr<Query> ofUnit(std::int64_t unit, const IdleQuery& asked);
    void addConditions(Query& query, const IdleQuery& asked);

    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
