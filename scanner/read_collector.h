#pragma once

#include "scanner/zxing_reader.h"

#include <string>
#include <vector>

namespace guanwu {

/// Formats without error correction and with a weak check character or none: a single read proves little.
[[nodiscard]] constexpr bool isWeakFormat(SymbolFormat format)
{
    return format == SymbolFormat::EAN13 || format == SymbolFormat::Code39;
}
/// Scan lines that must agree before such a read is believed.
inline constexpr int kNeededLines = 4;

/// Gathers the reads of all passes over one picture and decides which are believed.
/// A matrix code, a PDF417 and a Code 128 are believed at once: error correction or check character cover the
/// whole text. EAN-13 and Code 39 are weak (every misread measured on real photos was one of them), so scan
/// lines are counted over all passes and kNeededLines must agree; where two different texts of one weak
/// format overlap, the one with more lines wins. This lowers misreads, it does not end them: the caller looks
/// the text up in the register.
class ReadCollector {
public:
    /// `read` with corners in the pixels of the original picture. True if format and text are new.
    bool add(RawRead read);

    /// The reads that are believed, in the order found.
    [[nodiscard]] std::vector<Symbol> symbols() const;

private:
    [[nodiscard]] bool isBelieved(const RawRead& read) const;

    std::vector<RawRead> m_reads;
};

} // namespace guanwu
