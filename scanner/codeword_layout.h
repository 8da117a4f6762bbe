#pragma once

#include "scanner/reed_solomon.h"

#include <cstdint>
#include <span>
#include <vector>

namespace guanwu {

/// Which modules of a symbol carry which bits of its codewords, and how these are protected.
struct CodewordLayout {
    /// Codewords that are corrected together, data first.
    struct Block {
        std::vector<int> codewords;
        int checks = 0;
    };
    /// Modules of a codeword as y * side + x, the highest bit first.
    using Modules = std::vector<int>;

    const FiniteField* field = nullptr;
    int firstRoot = 0;
    std::vector<Modules> codewords;
    std::vector<Block> blocks;
    std::vector<bool> masked; ///< of each module: light stands for 1; empty: of none
};

/// Square Data Matrix ECC 200 of one region, 10 to 26 modules (ISO/IEC 16022, annex F).
[[nodiscard]] const CodewordLayout& dataMatrixLayout(int side);

/// QR Code of version 1 to 6 by what its format information says (ISO/IEC 18004, 7.7 to 7.9).
/// `level`: its two bits, as printed.
[[nodiscard]] const CodewordLayout& qrCodeLayout(int side, int level, int mask);
inline constexpr int kLargestQrLayout = 41;

/// A word of bits that a symbol says about itself beside its codewords, and where each bit lies.
struct SymbolNote {
    std::vector<int> modules; ///< the highest bit first; a module may repeat another one's bit
    std::vector<std::int64_t> words; ///< all that it may be, by what it says
};
/// 32 words: level and mask, five bits. Each of the fifteen bits lies in two places.
[[nodiscard]] SymbolNote qrFormatNote(int side);

} // namespace guanwu
