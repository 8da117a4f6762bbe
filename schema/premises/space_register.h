#pragma once

#include "core/premises/allocation_line.h"
#include "core/premises/room_needs.h"
#include "core/premises/unit_space_use.h"
#include "schema/premises/room_rows.h"

#include <string>
#include <vector>

namespace guanwu {

/// Which allocations are asked for; what is empty does not narrow.
struct AllocationQuery {
    std::optional<Day> from; ///< of the approval, both counted
    std::optional<Day> to;
    std::string unitCode;
    std::string certificateNo; ///< the one that covers them now
    bool isOpenOnly = false; ///< without rooms that were given back
};

/// Buildings for a list: rooms, area and who is in them.
struct BuildingLine {
    Reference building;
    std::int64_t rooms = 0;
    Area usable;
    std::int64_t units = 0; ///< that use rooms in it
    std::int64_t available = 0;
};

/// What a unit holds by its use certificates, and how much of it was made public in a year.
struct PublishedSpace {
    Reference unit;
    std::int64_t rooms = 0;
    Area usable;
    std::int64_t published = 0; ///< rooms of these
    std::optional<Day> publishedOn; ///< the last time
};

/// The office space of a scope, read. Not thread-safe.
class SpaceRegister {
public:
    SpaceRegister(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }

    [[nodiscard]] std::vector<RoomLine> rooms(const RoomQuery& asked)
    {
        return readRooms(m_session, m_scope, asked);
    }
    /// The units that use rooms, or the one that is named. By code. Errors: unit.not_found.
    [[nodiscard]] Result<std::vector<Reference>> units(const std::string& code);
    /// Errors: unit.not_found.
    [[nodiscard]] Result<UnitFacts> facts(const std::string& unitCode);
    /// By day of approval and certificate.
    [[nodiscard]] std::vector<AllocationLine> allocations(const AllocationQuery& asked);
    /// What units gave back from one day to another, both counted, and who has it since; `unitCode` empty =
    /// of all. By day and room.
    [[nodiscard]] std::vector<VacatedLine> vacated(Day from, Day to, const std::string& unitCode);
    /// Notes that the open allocations of a unit (empty = of all) were made public on a day, once a year
    /// (办法 art. 19); how many. Only for who sees everything.
    std::int64_t publish(Day on, const std::string& unitCode = {});
    /// What was made public in the year of the day. By unit.
    [[nodiscard]] std::vector<PublishedSpace> publication(Day ofYear);
    [[nodiscard]] std::vector<BuildingLine> buildings();
    /// Whether the place of this code, or a room in it, is of the scope.
    [[nodiscard]] bool reaches(const std::string& place);
    /// Errors: space.building_not_found.
    [[nodiscard]] Result<Reference> building(const std::string& code);
    /// Offices that could be had: those of the pool that stand free, and those of the units in which nobody
    /// sits; with `all` also those in which somebody does, for who re-allocates. By code.
    [[nodiscard]] std::vector<RoomOption> options(std::span<const std::int64_t> units, bool all);
    /// People of the units in post, highest rank first; without `all` only those who have no main room.
    [[nodiscard]] std::vector<SeatSeeker> seekers(std::span<const std::int64_t> units, bool all);

private:
    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
