#pragma once

#include "scanner/image.h"
#include "scanner/photo_canvas.h"
#include "scanner/symbol.h"

#include <string>

namespace guanwu::bench {

/// Pixels a module of a drawn label, enough for the simulator to mix modules as a sensor does.
inline constexpr int kLabelModule = 8;

/// A text as labels of this format carry it.
[[nodiscard]] std::string payloadFor(SymbolFormat format, PhotoRandom& random);

/// White paper with the symbol, its quiet zone, and a line of print above and below it.
[[nodiscard]] LumImage drawnSymbol(SymbolFormat format, const std::string& text, PhotoRandom& random);

} // namespace guanwu::bench
