#include "scanner/zxing_reader.h"

#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include <optional>

namespace guanwu {

namespace {

    // Sorted like SymbolFormat. EAN13 alone: with UPCA allowed too, ZXing would cut the leading 0.
    constexpr std::array kZxingFormats {ZXing::BarcodeFormat::QRCode, ZXing::BarcodeFormat::DataMatrix,
        ZXing::BarcodeFormat::Aztec, ZXing::BarcodeFormat::PDF417, ZXing::BarcodeFormat::Code128,
        ZXing::BarcodeFormat::Code39, ZXing::BarcodeFormat::EAN13};
    static_assert(kZxingFormats.size() == kSymbolFormats.size());

    // Bars and noise often look like "*X*"; no register has tags of one character.
    constexpr std::size_t kShortestCode39 = 2;

    std::optional<SymbolFormat> formatOf(ZXing::BarcodeFormat format)
    {
        for (std::size_t i = 0; i < kZxingFormats.size(); ++i)
            if (kZxingFormats[i] == format)
                return static_cast<SymbolFormat>(i);
        return std::nullopt;
    }

    Corners cornersOf(const ZXing::Position& position)
    {
        Corners corners;
        for (std::size_t i = 0; i < corners.size(); ++i)
            corners[i] = {position[i].x, position[i].y};
        return corners;
    }

} // namespace

std::vector<RawRead> readOneScale(LumView picture, std::initializer_list<SymbolFormat> formats, Effort effort)
{
    ZXing::BarcodeFormats wanted;
    for (const auto format : formats)
        wanted |= kZxingFormats[static_cast<std::size_t>(format)];
    auto hints = ZXing::DecodeHints()
                     .setFormats(wanted)
                     .setTryDownscale(false)
                     .setTryHarder(effort != Effort::Quick)
                     .setTryRotate(effort == Effort::Thorough);
    const ZXing::ImageView view(
        picture.pixels, picture.width, picture.height, ZXing::ImageFormat::Lum, picture.stride);

    std::vector<RawRead> reads;
    for (const auto& result : ZXing::ReadBarcodes(view, hints)) {
        const auto format = formatOf(result.format());
        if (!result.isValid() || !format)
            continue;
        RawRead read {{*format, result.text(), cornersOf(result.position())}, result.lineCount()};
        if (read.symbol.text.empty()
            || (*format == SymbolFormat::Code39 && read.symbol.text.size() < kShortestCode39))
            continue;
        reads.push_back(std::move(read));
    }
    return reads;
}

} // namespace guanwu
