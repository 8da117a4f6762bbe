#pragma once

#include "core/base/error.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

/// Who is to sit in a room from when it is handed over, by their codes.
struct RoomSeats {
    std::string room;
    std::vector<std::string> people;

    bool operator==(const RoomSeats&) const = default;
};

/// The fact of a document on rooms that says so: "R-201=P01、P02；R-202=P03", also with a comma and a
/// semicolon.
inline constexpr const char* kSeatsFact = "seats";
/// Errors: space.seats, with the part that is not of this form.
[[nodiscard]] Result<std::vector<RoomSeats>> roomSeatsOf(std::string_view text);
[[nodiscard]] std::string roomSeatsText(std::span<const RoomSeats> seats);

} // namespace guanwu
