#pragma once

#include "core/access/scope.h"
#include "core/inventory/recount.h"

#include <unordered_map>
#include <vector>

namespace guanwu {

class Query;
class Session;

/// The recounts of count sheets. Of sheets outside the scope there is nothing to read and nothing is drawn.
/// A department reads its own lines of a sample. Not thread-safe.
class Recounts {
public:
    Recounts(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }

    /// Draws a sample of the frozen book. One that is open has to be finished first. Errors: recount.goal,
    /// recount.size, recount.no_lines, recount.open, inventory.no_sheet for a sheet that is not the caller's
    /// to change.
    [[nodiscard]] Result<Recount> draw(const CountSheet& sheet, const RecountDraw& draw);
    /// The newest first.
    [[nodiscard]] std::vector<Recount> ofSheet(SheetId sheet);
    /// Errors: recount.not_found.
    [[nodiscard]] Result<Recount> find(SheetId sheet, std::int64_t id);
    /// In the order of ids.
    [[nodiscard]] std::vector<RecountLine> lines(const Recount& recount);
    /// Says what was found; again, if it was wrong the first time. Errors: recount.no_line,
    /// inventory.no_sheet as above.
    [[nodiscard]] Result<void> answer(const CountSheet& sheet, const Recount& recount,
        const std::string& assetNo, const RecountLine& found);

    /// Of the sheets of a task that have a recount.
    [[nodiscard]] std::unordered_map<std::int64_t, RecountState> states(TaskId task);
    [[nodiscard]] RecountState state(SheetId sheet);

private:
    [[nodiscard]] bool mayChange(const CountSheet& sheet) const
    {
        return m_scope.mayChange(sheet.unit, m_scope.department());
    }
    [[nodiscard]] std::vector<Recount> read(Query& query);
    [[nodiscard]] std::vector<std::int64_t> assetsOf(SheetId sheet);
    [[nodiscard]] std::optional<std::int64_t> assetIn(
        const Recount& recount, SheetId sheet, const std::string& assetNo);

    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
