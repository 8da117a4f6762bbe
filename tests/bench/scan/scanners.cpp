#include "tests/bench/scan/scanners.h"

#include "scanner/decode.h"
#include "scanner/zxing_reader.h"

namespace guanwu::bench {

namespace {

    class PictureScanner final : public Scanner {
    public:
        explicit PictureScanner(std::chrono::milliseconds budget)
            : m_budget(budget)
        {
        }
        [[nodiscard]] std::string name() const override { return "ours"; }
        [[nodiscard]] std::vector<Symbol> read(LumView picture) override
        {
            return decode(picture, {0, m_budget});
        }

    private:
        std::chrono::milliseconds m_budget;
    };

    class PlainZxing final : public Scanner {
    public:
        [[nodiscard]] std::string name() const override { return "zxing"; }
        [[nodiscard]] std::vector<Symbol> read(LumView picture) override
        {
            using enum SymbolFormat;
            std::vector<Symbol> symbols;
            for (auto& read : readOneScale(
                     picture, {QRCode, DataMatrix, Aztec, PDF417, Code128, Code39, EAN13}, Effort::Thorough))
                symbols.push_back(std::move(read.symbol));
            return symbols;
        }
    };

} // namespace

std::unique_ptr<Scanner> pictureScanner(std::chrono::milliseconds budget)
{
    return std::make_unique<PictureScanner>(budget);
}
std::unique_ptr<Scanner> plainZxing() { return std::make_unique<PlainZxing>(); }

} // namespace guanwu::bench
