#pragma once

#include "scanner/image.h"
#include "scanner/symbol.h"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace guanwu::bench {

/// Something that reads pictures.
class Scanner {
public:
    Scanner() = default;
    Scanner(const Scanner&) = delete;
    Scanner& operator=(const Scanner&) = delete;
    virtual ~Scanner() = default;
    [[nodiscard]] virtual std::string name() const = 0;
    /// The next frame has nothing to do with the last one.
    virtual void begin() { }
    [[nodiscard]] virtual std::vector<Symbol> read(LumView picture) = 0;
};

/// Our reader of single pictures, with the budget and the patience of DecodeOptions.
[[nodiscard]] std::unique_ptr<Scanner> pictureScanner(
    std::chrono::milliseconds budget, std::chrono::milliseconds patience);
/// Our reader of a camera's frames, which remembers the ones before.
[[nodiscard]] std::unique_ptr<Scanner> cameraScanner(std::chrono::milliseconds budget);
/// ZXing 1.4 in one call, thorough and turned; without its own pyramid, which can end the process.
[[nodiscard]] std::unique_ptr<Scanner> plainZxing();
/// Nothing where the program was built without libzbar.
[[nodiscard]] std::unique_ptr<Scanner> plainZbar();

} // namespace guanwu::bench
