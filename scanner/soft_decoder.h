#pragma once

#include "scanner/module_greys.h"
#include "scanner/symbol.h"

#include <optional>
#include <vector>

namespace guanwu {

/// Whether softDecoded() knows symbols of this size.
[[nodiscard]] bool hasSoftDecoder(SymbolFormat format, int side);

enum class Correction : std::uint8_t { ByChecks, Likeliest };

/// The colours of all modules as error correction says they are, row by row, true = dark; nothing where the
/// greys leave it open. Where the codewords as they look have more errors than there are checks for, the word
/// of the code that the greys agree with most is taken, if that is no chance and `correction` is Likeliest:
/// it takes half a millisecond.
[[nodiscard]] std::optional<std::vector<bool>> softDecoded(
    SymbolFormat format, const ModuleGreys& greys, const GridModel& model, Correction correction);

} // namespace guanwu
