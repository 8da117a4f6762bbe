#pragma once

#include "scanner/aztec_size.h"
#include "scanner/codeword_layout.h"
#include "scanner/module_grid.h"

#include <optional>
#include <span>

namespace guanwu {

/// The size of which a grid is the model; the model of an Aztec Code.
[[nodiscard]] AztecSize aztecSizeOf(const GridModel& model);

/// An Aztec Code with so many data codewords (ISO/IEC 24778).
[[nodiscard]] CodewordLayout aztecLayout(AztecSize size, int dataCodewords);

/// A word for each number of data codewords, from one on to what leaves three check words and a tenth of all:
/// a symbol with fewer proves nothing.
[[nodiscard]] const SymbolNote& aztecNote(AztecSize size);

/// Four bits of the message about the symbol.
struct AztecNibble {
    int value = 0;
    float sureness = 0;
};
/// What the core says, from its modules as `core.modules` of a note has them: how large the symbol is.
/// Nothing where error correction finds too much wrong.
[[nodiscard]] std::optional<AztecSize> aztecSizeSaid(
    AztecSize::Kind kind, std::span<const AztecNibble> message);

/// What a core that stands alone says: 0 to 255 (ISO/IEC 24778, annex A). No more than one nibble may be
/// wrong: there are five check nibbles and nothing else to bear it out.
[[nodiscard]] std::optional<int> aztecRuneSaid(std::span<const AztecNibble> message);

/// Modules of that message in a grid of `side`, the highest bit first.
[[nodiscard]] std::vector<int> aztecMessageModules(AztecSize::Kind kind, int side);

} // namespace guanwu
