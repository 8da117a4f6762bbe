#pragma once

#include "core/access/scope.h"
#include "core/cards/registered_card.h"
#include "core/premises/building_picture.h"
#include "core/premises/floor_plan.h"
#include "core/values/instant.h"

namespace guanwu {

class Session;

/// A floor with its drawing, as far as it has one, and the marks of the rooms that the scope reaches.
struct PlannedFloor {
    Reference floor;
    FloorPlan plan;
    std::string drawnBy; ///< who sent the picture; of its marks, `markedBy` said last where they are
    Instant drawnAt {};
    std::string markedBy;
    std::optional<Instant> markedAt;
    std::vector<RoomMark> marks; ///< by code of the room
};

/// Drawings of floors and where rooms lie on them. A floor is seen by whoever sees a room of it; the drawing
/// shows the walls of the others too, as the corridor does. Changing is the bureau's: who sees everything.
class FloorPlans {
public:
    FloorPlans(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }

    /// Errors: space.floor_not_found.
    [[nodiscard]] Result<PlannedFloor> find(const std::string& floor);
    /// The PNG. Errors: space.floor_not_found, space.no_plan.
    [[nodiscard]] Result<std::string> picture(const std::string& floor);
    /// Puts plans and marks into the picture of a building.
    void addTo(BuildingPicture& picture);

    /// A new drawing; the marks stay where they were in it. Each of these is one change, at the revision that
    /// was seen (0 = there was none), in the unit of work of whoever calls. Errors: space.floor_not_found,
    /// space.not_yours, space.plan_changed, those of Attachments::store().
    [[nodiscard]] Result<PlannedFloor> draw(const std::string& floor, std::string_view png,
        std::int64_t width, std::int64_t height, std::int64_t seen, const std::string& actor, Instant now);
    /// All marks of the floor. Errors: those of draw(), space.no_plan, space.mark_room (no room of this
    /// floor), and of checkMarks().
    [[nodiscard]] Result<PlannedFloor> mark(const std::string& floor, const std::vector<RoomMark>& marks,
        std::int64_t seen, const std::string& actor, Instant now);
    /// Drawing and marks. Errors: those of draw(), space.no_plan.
    [[nodiscard]] Result<PlannedFloor> remove(const std::string& floor, std::int64_t seen);

private:
    [[nodiscard]] Result<Reference> reached(const std::string& floor);
    [[nodiscard]] Result<PlannedFloor> toChange(const std::string& floor, std::int64_t seen);
    void writeMarks(std::int64_t floor, const std::vector<std::pair<std::int64_t, std::string>>& marks);

    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
