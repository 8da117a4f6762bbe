#pragma once

#include "core/access/scope.h"
#include "core/premises/room_line.h"
#include "core/premises/unit_space_use.h"

#include <optional>
#include <string>
#include <vector>

namespace guanwu {

/// Somebody who may get a seat.
struct SeatedPerson {
    Reference person;
    Reference unit;
    OrganLevel level = OrganLevel::Municipal;
    std::string rank;
    bool inPost = true;
};

/// A seat as it is stored.
struct NewSeat {
    std::int64_t id = 0;
    std::int64_t room = 0;
    std::int64_t person = 0;
    SeatKind kind = SeatKind::Main;
    Day from {};
    std::string approvalNo; ///< of a second room
};

/// The rooms, people and seats that a scope reaches.
class SeatStore {
public:
    virtual ~SeatStore() = default;

    /// Errors: space.room_not_found.
    [[nodiscard]] virtual Result<RoomLine> room(const std::string& code) = 0;
    /// Errors: person.not_found.
    [[nodiscard]] virtual Result<SeatedPerson> person(const std::string& code) = 0;
    /// Errors: unit.not_found.
    [[nodiscard]] virtual Result<UnitFacts> facts(const std::string& unitCode) = 0;
    /// Errors: space.seated (a main room is had by nobody twice).
    [[nodiscard]] virtual Result<void> addSeat(const NewSeat& seat) = 0;
    virtual void endSeat(std::int64_t seat, Day endedOn, SeatEnd ground) = 0;
    virtual void giveBack(std::int64_t seat, Day on) = 0;
    /// Errors: space.changed.
    [[nodiscard]] virtual Result<void> note(
        const RoomLine& room, const std::string& reason, std::optional<Day> deadline)
        = 0;
    virtual void setPosts(UnitId unit, const std::vector<RankCount>& posts) = 0;
};

struct SeatWish {
    std::string room;
    std::string person;
    SeatKind kind = SeatKind::Main;
    Day from {};
    std::string approvalNo;
};

/// Who sits where. Each call is one change; whoever calls keeps the transaction.
class SeatService {
public:
    SeatService(SeatStore& store, const Scope& scope, Day today)
        : m_store(store)
        , m_scope(scope)
        , m_today(today)
    {
    }

    /// The room with him in it: whoever calls sees at once whether it is above the standard. Errors:
    /// space.room_not_found, person.not_found, space.not_yours, space.not_office, space.not_in_use,
    /// space.left_person, space.seated, space.second_approval.
    [[nodiscard]] Result<RoomLine> seat(const SeatWish& wish);
    /// The ground of a seat is gone; the room is due back from now on. Whoever left counts for no limit and
    /// is proposed no room until he is given a seat again. Errors: space.room_not_found, space.no_seat,
    /// space.not_yours, space.day_order, space.day_ahead, space.not_second.
    [[nodiscard]] Result<RoomLine> end(
        const std::string& room, const std::string& person, SeatEnd ground, Day on);
    /// He is out. Errors: space.room_not_found, space.no_seat, space.not_yours, space.day_order,
    /// space.day_ahead.
    [[nodiscard]] Result<RoomLine> giveBack(const std::string& room, const std::string& person, Day on);
    /// Why a room above the standard has not been set right, and until when it will be. Errors:
    /// space.room_not_found, space.not_yours, space.not_over, space.changed, text.too_long.
    [[nodiscard]] Result<RoomLine> note(
        const std::string& room, const std::string& reason, std::optional<Day> deadline);
    /// Established posts of a unit by rank. Errors: unit.not_found, space.not_yours, space.posts.
    [[nodiscard]] Result<UnitFacts> setPosts(const std::string& unit, const std::vector<RankCount>& posts);

private:
    [[nodiscard]] Result<RoomLine> ownRoom(const std::string& code);

    SeatStore& m_store;
    Scope m_scope;
    Day m_today;
};

} // namespace guanwu
