#pragma once

#include "scanner/payload.h"

#include <vector>

namespace guanwu {

/// The modules of a square symbol, row by row from its top, true = dark. The quiet zone is not part of it:
/// whoever draws leaves kQuietModules of paper on every side.
using SymbolModules = std::vector<std::vector<bool>>;

inline constexpr int kQuietModules = 4;

/// QR Code, error correction Q: a tag of 13 characters still fits the smallest symbol (21 modules), and a
/// quarter of it may be lost to glare or scratches. The same tag always gives the same modules.
[[nodiscard]] SymbolModules tagSymbol(const AssetTag& tag);

/// The modules of one row of bars, Code 128, for scanners that read nothing else; empty for a text it cannot
/// bear (anything but ASCII). Without its quiet zone of ten modules.
[[nodiscard]] SymbolModules barSymbol(const std::string& text);

/// The same as tagSymbol() for a number of an older system, which has no check character: for tags of cards
/// that keep theirs. The longer it is, the larger the symbol; 13 characters of capitals and digits still fit
/// 21 modules.
[[nodiscard]] SymbolModules legacySymbol(const std::string& legacyNo);

/// The same for a room label; 21 to 33 modules, as the code is long.
[[nodiscard]] SymbolModules placeSymbol(const PlaceCode& place);

/// Of a longer text on paper that is read from a hand's breadth: error correction M, so that it stays small.
[[nodiscard]] SymbolModules paperSymbol(const std::string& text);

/// The same for what a handheld enrols with: as long as it is, and shown on a screen once.
[[nodiscard]] SymbolModules enrolmentSymbol(const std::string& text);

} // namespace guanwu
