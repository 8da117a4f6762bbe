#pragma once

#include "core/access/scope.h"
#include "core/premises/room_line.h"
#include "core/values/instant.h"

#include <optional>
#include <string>
#include <vector>

namespace guanwu {

class Session;

/// Who held a room by which use certificate, and until when.
struct RoomHold {
    std::string certificateNo;
    std::string currentNo; ///< of the certificate that replaced it; the same when none did
    Reference unit;
    std::string approvalNo;
    Day approvedOn {};
    std::optional<Day> handedOverOn;
    std::optional<Day> vacatedOn; ///< none = holds it now
};

/// Somebody who had a seat in it and gave it back.
struct PastSeat {
    Reference person;
    SeatKind kind = SeatKind::Main;
    Day from {};
    Day to {};
};

/// A document that gives the room to a unit, takes it back or mends it.
struct RoomDocument {
    std::string no;
    std::string method;
    std::string state;
    Reference unit;
};

/// What was put right of the room outside of documents, and why.
struct PastChange {
    std::string field; ///< state, kind, service_kind, usable_m2, toilet_m2, rest_m2
    std::string was;
    std::string became;
    std::string reason;
    std::string actor;
    Instant at {};
};

/// What became of a room in the course of time, as far as the scope reaches: of holders, people and documents
/// of other units nothing is told. The newest first.
struct RoomStory {
    std::vector<RoomHold> holds;
    std::vector<PastSeat> seats;
    std::vector<RoomDocument> documents;
    std::vector<PastChange> changes; ///< of the room itself: told to whoever sees it
};
[[nodiscard]] RoomStory readStory(Session& session, const Scope& scope, const Reference& room);

} // namespace guanwu
