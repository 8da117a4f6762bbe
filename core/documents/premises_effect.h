#pragma once

#include "core/cards/registered_card.h"
#include "core/premises/room_line.h"
#include "core/premises/title_service.h"
#include "core/premises/unit_space_use.h"

#include <optional>
#include <string>
#include <vector>

namespace guanwu {

// What documents do to rooms, repairs and certificates: told to the store, which carries it out in the
// transaction of the move.

enum class SpaceMove : std::uint8_t {
    Reserve, ///< rooms of the pool are kept for the unit, under its use certificate
    Vacate, ///< who has them is told to go by a day
    Release, ///< what was approved is taken back: nothing stays of Reserve or Vacate
    HandOver, ///< the unit has the rooms from a day on; who had them has left
    TakeBack, ///< the rooms are in the pool again
    Reissue, ///< one certificate takes the place of others
};

struct SpaceEffect {
    SpaceMove move {};
    std::vector<RoomLine> rooms; ///< as they are before it
    UnitId unit; ///< who gets them, or has to give them back
    std::string certificateNo; ///< 使用凭证号
    std::string agreementNo;
    std::string approvalNo;
    Day approvedOn {};
    std::optional<Day> termFrom;
    std::optional<Day> termTo;
    std::optional<Day> vacateBy;
    std::optional<Day> on; ///< of the handover
    std::vector<std::string> replaced {}; ///< numbers of certificates
    std::string ground {}; ///< of replacing them
};

/// The row of the repair ledger follows its document.
struct RepairEffect {
    PlaceId building;
    std::string state; ///< applied, approved, carried_out, accepted, refused
};

/// Land or a building that passes from one user to another.
struct TitleReuse {
    AssetId asset;
    UnitId from;
    Reference to;
};

struct TitleEffect {
    std::optional<NewTitle> entered;
    std::vector<std::string> cancelled;
    /// Land and buildings that another unit of the city uses from now on: it stands as the user on
    /// certificates that cover nothing else.
    std::vector<TitleReuse> reused {};
    /// Land and buildings that left with the proof that the registry office cancelled: certificates that
    /// cover nothing else end with them (lifecycle 5.5).
    std::vector<AssetId> gone {};
};

/// Notes that land or a building passes from whoever uses it by the card to another unit.
void passTitle(std::optional<TitleEffect>& title, const RegisteredCard& card, const Reference& to);

/// How the number of a use certificate begins where that of its document begins with lettersOf().
inline constexpr std::string_view kUseCertificateLetters = "YP";

/// The use certificate that a document on rooms leads to: YF-2026-000012 gives YP-2026-000012, so that there
/// is one a document and none twice.
[[nodiscard]] std::string useCertificateNo(std::string_view documentNo);

/// The fact by which a document about office space says who used its rooms before it was carried out: the
/// rooms themselves know only who uses them now.
inline constexpr const char* kFormerUsers = "former_users";
/// "R-201：某局；R-202：某局", without rooms that nobody used.
[[nodiscard]] std::string formerUsersText(const std::vector<RoomLine>& rooms);
/// The user of a room in such a text, empty = nobody.
[[nodiscard]] std::string formerUserIn(std::string_view text, std::string_view room);

/// "a；b;c" in its parts, without empty ones.
[[nodiscard]] std::vector<std::string> codeList(std::string_view text);

} // namespace guanwu
