#include "tests/bench/scan/scanners.h"

#if GUANWU_HAS_ZBAR
#include "scanner/image_ops.h"

#include <optional>
#include <zbar.h>
#endif

namespace guanwu::bench {

#if GUANWU_HAS_ZBAR

namespace {

    std::optional<SymbolFormat> formatOf(zbar::zbar_symbol_type_t type)
    {
        switch (type) {
        case zbar::ZBAR_QRCODE:
            return SymbolFormat::QRCode;
        case zbar::ZBAR_CODE128:
            return SymbolFormat::Code128;
        case zbar::ZBAR_CODE39:
            return SymbolFormat::Code39;
        case zbar::ZBAR_EAN13:
            return SymbolFormat::EAN13;
        default:
            return std::nullopt;
        }
    }

    class PlainZbar final : public Scanner {
    public:
        PlainZbar()
        {
            m_scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
            for (const auto type :
                {zbar::ZBAR_QRCODE, zbar::ZBAR_CODE128, zbar::ZBAR_CODE39, zbar::ZBAR_EAN13})
                m_scanner.set_config(type, zbar::ZBAR_CFG_ENABLE, 1);
        }
        [[nodiscard]] std::string name() const override { return "zbar"; }
        [[nodiscard]] std::vector<Symbol> read(LumView picture) override
        {
            const LumImage copy = copied(picture);
            zbar::Image image(static_cast<unsigned>(copy.width), static_cast<unsigned>(copy.height), "Y800",
                copy.pixels.data(), copy.pixels.size());
            m_scanner.scan(image);
            std::vector<Symbol> symbols;
            for (auto found = image.symbol_begin(); found != image.symbol_end(); ++found)
                if (const auto format = formatOf(found->get_type()))
                    symbols.push_back({*format, found->get_data(), {}});
            return symbols;
        }

    private:
        zbar::ImageScanner m_scanner;
    };

} // namespace

std::unique_ptr<Scanner> plainZbar() { return std::make_unique<PlainZbar>(); }

#else

std::unique_ptr<Scanner> plainZbar() { return nullptr; }

#endif

} // namespace guanwu::bench
