#pragma once

#include "core/premises/seat_service.h"

namespace guanwu {

class Session;

/// Seats in the tables of the registry. Not thread-safe: one session, one store.
class SociSeatStore final : public SeatStore {
public:
    SociSeatStore(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }

    Result<RoomLine> room(const std::string& code) override;
    Result<SeatedPerson> person(const std::string& code) override;
    Result<UnitFacts> facts(const std::string& unitCode) override;
    Result<void> addSeat(const NewSeat& seat) override;
    void endSeat(std::int64_t seat, Day endedOn, SeatEnd ground) override;
    void giveBack(std::int64_t seat, Day on) override;
    Result<void> note(
        const RoomLine& room, const std::string& reason, std::optional<Day> deadline) override;
    void setPosts(UnitId unit, const std::vector<RankCount>& posts) override;

private:
    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
