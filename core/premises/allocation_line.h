#pragma once

#include "core/cards/registered_card.h"
#include "core/registry/place.h"

#include <optional>
#include <string>

namespace guanwu {

/// A room that was given to a unit by a use certificate.
struct AllocationLine {
    std::string certificateNo; ///< by which the room was given
    std::string currentNo; ///< of the certificate that replaced it; the same when none did
    Reference unit;
    Reference room;
    Reference building;
    Reference before; ///< who held the room until then, id 0 = nobody
    RoomKind kind = RoomKind::Office;
    Area usable;
    Area approved;
    std::string agreementNo;
    std::optional<Day> termFrom;
    std::optional<Day> termTo;
    std::string approvalNo;
    Day approvedOn {};
    std::optional<Day> handedOverOn;
    std::optional<Day> vacatedOn; ///< by who held it before
    std::optional<Day> publishedOn;
    std::string remark;
};

/// A room that a unit gave back.
struct VacatedLine {
    std::string certificateNo; ///< by which it had the room, as it was issued
    Reference unit;
    Reference room;
    Reference building;
    Area usable;
    Day vacatedOn {};
    Reference next; ///< who has got it since, id 0 = nobody: it is in the pool
    std::string nextCertificateNo;
    std::string remark;
};

} // namespace guanwu
