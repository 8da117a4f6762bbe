#include "scanner/tag_symbol.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>
#include <algorithm>

namespace guanwu {

namespace {

    // MultiFormatWriter takes one scale of 0 to 8 for all formats; for a QR Code 3 and 4 are M, 5 and 6 Q.
    constexpr int kEccLevelM = 4;
    constexpr int kEccLevelQ = 6;

    SymbolModules qrModules(const std::string& text, int eccLevel = kEccLevelQ)
    {
        // Size 0 asks for one pixel a module.
        ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
        writer.setEccLevel(eccLevel).setMargin(0);
        // Naming the encoding costs modules, and plain ASCII needs none.
        if (std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; }))
            writer.setEncoding(ZXing::CharacterSet::UTF8);
        const auto matrix = writer.encode(text, 0, 0);
        SymbolModules modules;
        for (int y = 0; y < matrix.height(); ++y) {
            auto& row = modules.emplace_back();
            for (int x = 0; x < matrix.width(); ++x)
                row.push_back(matrix.get(x, y));
        }
        return modules;
    }

} // namespace

SymbolModules barSymbol(const std::string& text)
{
    if (text.empty() || std::any_of(text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; }))
        return {};
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::Code128);
    const auto matrix = writer.setMargin(0).encode(text, 0, 1);
    SymbolModules modules(1);
    for (int x = 0; x < matrix.width(); ++x)
        modules.front().push_back(matrix.get(x, 0));
    return modules;
}

SymbolModules tagSymbol(const AssetTag& tag) { return qrModules(tag.text()); }

SymbolModules legacySymbol(const std::string& legacyNo) { return qrModules(legacyNo); }

SymbolModules placeSymbol(const PlaceCode& place) { return qrModules(place.payload()); }

SymbolModules paperSymbol(const std::string& text) { return qrModules(text, kEccLevelM); }

SymbolModules enrolmentSymbol(const std::string& text) { return qrModules(text); }

} // namespace guanwu
