#include "tests/unit/scanner/pictures.h"

#include "scanner/tag_symbol.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <jpeglib.h>
#include <stdexcept>
#include <zlib.h>

namespace guanwu::test {

void save(const LumImage& image, const std::filesystem::path& path)
{
    if (const auto saved = savePng(image, path); !saved)
        throw std::runtime_error(saved.error().subject);
}

std::set<std::string> textsOf(const std::vector<Symbol>& symbols)
{
    std::set<std::string> texts;
    for (const auto& symbol : symbols)
        texts.insert(symbol.text);
    return texts;
}

Bytes readBytes(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void writeBytes(const std::filesystem::path& path, const Bytes& bytes)
{
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

AssetTag tagOf(int serial)
{
    std::string number = std::to_string(serial);
    number.insert(0, 6 - number.size(), '0');
    return AssetTag::of(AssetNo::parse("TY2022" + number).value());
}

TagLabel tagLabel(int serial)
{
    const auto tag = tagOf(serial);
    return {tag.text(), "市机关事务管理局", "台式计算机", "办公室", "2022-03-15", "A-305", tagSymbol(tag)};
}

LumImage drawnLabel(int serial, const LabelDesign& design)
{
    const TempFolder folder;
    if (!writeLabelPng(tagLabel(serial), folder / "label.png", design))
        throw std::runtime_error("no label");
    return loadImage(folder / "label.png").value();
}

LumImage gradient(int width, int height)
{
    LumImage image {width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.pixels.push_back(
                static_cast<std::uint8_t>(255 * (x + y) / std::max(1, width + height - 2)));
    return image;
}

Bytes pngOf(const LumImage& image)
{
    const TempFolder folder;
    save(image, folder / "image.png");
    return readBytes(folder / "image.png");
}

Bytes jpegOf(const LumImage& image, int scans)
{
    jpeg_compress_struct jpeg {};
    jpeg_error_mgr errors {};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* out = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &out, &size);
    jpeg.image_width = static_cast<JDIMENSION>(image.width);
    jpeg.image_height = static_cast<JDIMENSION>(image.height);
    jpeg.input_components = 1;
    jpeg.in_color_space = JCS_GRAYSCALE;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 95, TRUE);
    // The first two bits of each coefficient, coefficient after coefficient, then the others one by one.
    std::vector<jpeg_scan_info> script;
    for (int bit = 2; bit >= 0; --bit)
        for (int k = 0; k < 64; ++k)
            script.push_back({1, {0}, k, k, bit == 2 ? 0 : bit + 1, bit});
    if (scans > 1) {
        jpeg.scan_info = script.data();
        jpeg.num_scans = scans;
    }
    jpeg_start_compress(&jpeg, TRUE);
    auto pixels = image.pixels;
    for (int y = 0; y < image.height; ++y) {
        JSAMPROW row = pixels.data() + std::ptrdiff_t {y} * image.width;
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    Bytes file(out, out + size);
    std::free(out);
    return file;
}

Bytes pngClaiming(std::uint32_t width, std::uint32_t height)
{
    Bytes file = pngOf(gradient(16, 16));
    constexpr std::size_t kHeader = 12; // "IHDR", then width and height, 13 bytes in all, then the check sum
    const auto put = [&](std::size_t at, std::uint32_t value) {
        for (std::size_t i = 0; i < 4; ++i)
            file[at + i] = static_cast<std::uint8_t>(value >> (24 - 8 * i));
    };
    put(kHeader + 4, width);
    put(kHeader + 8, height);
    put(kHeader + 17, static_cast<std::uint32_t>(::crc32(0, file.data() + kHeader, 17)));
    return file;
}

Bytes jpegClaiming(std::uint16_t width, std::uint16_t height)
{
    Bytes file = jpegOf(gradient(16, 16));
    const std::array<std::uint8_t, 2> startOfFrame {0xFF, 0xC0};
    const auto frame = std::search(file.begin(), file.end(), startOfFrame.begin(), startOfFrame.end());
    frame[5] = static_cast<std::uint8_t>(height >> 8);
    frame[6] = static_cast<std::uint8_t>(height);
    frame[7] = static_cast<std::uint8_t>(width >> 8);
    frame[8] = static_cast<std::uint8_t>(width);
    return file;
}

LumImage symbolPicture(SymbolFormat format, const std::string& text, int module)
{
    const auto kind = ZXing::BarcodeFormatFromString(std::string(tokenRow(kSymbolFormats, format).token));
    const bool linear = kind == ZXing::BarcodeFormat::Code128 || kind == ZXing::BarcodeFormat::Code39
        || kind == ZXing::BarcodeFormat::EAN13;
    const auto modules
        = ZXing::MultiFormatWriter(kind).setMargin(linear ? 10 : 4).encode(text, 0, linear ? 50 : 0);
    LumImage picture {modules.width() * module, modules.height() * (linear ? 1 : module), {}};
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            picture.pixels.push_back(modules.get(x / module, linear ? y : y / module) ? 30 : 220);
    return picture;
}

} // namespace guanwu::test
