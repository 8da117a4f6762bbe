#include "tests/bench/scan/scanners.h"

#include "scanner/decode.h"
#include "scanner/frame_reader.h"
#include "scanner/zxing_reader.h"

namespace guanwu::bench {

namespace {

    class PictureScanner final : public Scanner {
    public:
        explicit PictureScanner(std::chrono::milliseconds budget, std::chrono::milliseconds patience)
            : m_budget(budget)
            , m_patience(patience)
        {
        }
        [[nodiscard]] std::string name() const override { return "ours"; }
        [[nodiscard]] std::vector<Symbol> read(LumView picture) override
        {
            // What others do on the machine must not change the rates that are measured.
            DecodeOptions options;
            options.budget = m_budget;
            options.patience = m_patience;
            options.wallBudgets = 50;
            return decode(picture, options);
        }

    private:
        std::chrono::milliseconds m_budget;
        std::chrono::milliseconds m_patience;
    };

    class CameraScanner final : public Scanner {
    public:
        explicit CameraScanner(std::chrono::milliseconds budget)
            : m_budget(budget)
        {
        }
        [[nodiscard]] std::string name() const override { return "camera"; }
        void begin() override
        {
            FrameOptions options;
            options.budget = m_budget;
            m_reader = FrameReader(options);
        }
        [[nodiscard]] std::vector<Symbol> read(LumView picture) override
        {
            return m_reader.read(picture).symbols;
        }

    private:
        std::chrono::milliseconds m_budget;
        FrameReader m_reader;
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

std::unique_ptr<Scanner> pictureScanner(
    std::chrono::milliseconds budget, std::chrono::milliseconds patience)
{
    return std::make_unique<PictureScanner>(budget, patience);
}
std::unique_ptr<Scanner> cameraScanner(std::chrono::milliseconds budget)
{
    return std::make_unique<CameraScanner>(budget);
}
std::unique_ptr<Scanner> plainZxing() { return std::make_unique<PlainZxing>(); }

} // namespace guanwu::bench
