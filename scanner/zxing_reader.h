#pragma once

#include "scanner/image.h"
#include "scanner/symbol.h"

#include <initializer_list>
#include <vector>

namespace guanwu {

/// A read with what the linear formats need before it is believed.
struct RawRead {
    Symbol symbol;
    /// Scan lines that agreed; 0 for matrix codes, whose error correction already checked every module.
    int lines = 0;
};

/// How hard ZXing looks: Rows reads every row, but the picture as it stands; Thorough turns it as well.
enum class Effort : std::uint8_t { Quick, Rows, Thorough };

/// One call of ZXing on one picture at one scale. This is the only way the product calls it for reading,
/// because two settings of 1.4 end the process or never return: linear formats searched on several pyramid
/// levels in one call (an assertion in Result::operator==) and PDF417 on enlarged pictures. The first cannot
/// be asked for here; the second is the caller's duty. Reads that no printed tag can give (Code 39 of one
/// character) are left out.
[[nodiscard]] std::vector<RawRead> readOneScale(
    LumView picture, std::initializer_list<SymbolFormat> formats, Effort effort);

} // namespace guanwu
