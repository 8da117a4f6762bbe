#include "app/handheld/event_id.h"

#include <array>
#include <cstdint>
#include <random>

namespace guanwu {

std::string newEventId(Instant at)
{
    std::random_device random; // the system's own source, not a generator with a seed
    std::array<std::uint8_t, 16> bytes {};
    const auto milliseconds = static_cast<std::uint64_t>(at.time_since_epoch().count());
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<std::uint8_t>(milliseconds >> (40 - 8 * i));
    for (std::size_t i = 6; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(random());
    bytes[6] = static_cast<std::uint8_t>(0x70 | (bytes[6] & 0x0F));
    bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3F));

    std::string out;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            out += '-';
        out += "0123456789abcdef"[bytes[i] >> 4];
        out += "0123456789abcdef"[bytes[i] & 15];
    }
    return out;
}

} // namespace guanwu
