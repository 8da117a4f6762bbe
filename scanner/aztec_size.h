#pragma once

#include <cstdint>

namespace guanwu {

/// How large an Aztec Code is (ISO/IEC 24778): a core, which says the rest, and layers of data about it.
struct AztecSize {
    enum class Kind : std::uint8_t { Compact, Full };
    Kind kind {};
    int layers = 0; ///< 1 to 4 of a compact one, 1 to 32 of a full one; 0: the core alone

    /// Modules from the middle to the ring that holds the message about the symbol.
    [[nodiscard]] constexpr int core() const { return kind == Kind::Compact ? 5 : 7; }
    /// Modules of a side without the lines of the reference grid.
    [[nodiscard]] constexpr int plainSide() const { return 4 * layers + (kind == Kind::Compact ? 11 : 14); }
    [[nodiscard]] constexpr int side() const
    {
        return kind == Kind::Compact ? plainSide() : plainSide() + 1 + (plainSide() / 2 - 1) / 15 * 2;
    }
    /// Of a codeword.
    [[nodiscard]] constexpr int bits() const
    {
        return layers <= 2 ? 6 : layers <= 8 ? 8 : layers <= 22 ? 10 : 12;
    }
    [[nodiscard]] constexpr int codewords() const
    {
        return ((kind == Kind::Compact ? 88 : 112) + 16 * layers) * layers / bits();
    }
    friend constexpr bool operator==(AztecSize, AztecSize) = default;
};
inline constexpr int kMostCompactAztecLayers = 4;

} // namespace guanwu
