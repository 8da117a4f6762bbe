#include "tests/bench/scan/drawn_label.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <algorithm>

namespace guanwu::bench {

namespace {

    using enum SymbolFormat;

    constexpr std::string_view kDigits = "0123456789";
    constexpr std::string_view kAlphanumeric = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";

    std::string some(int length, std::string_view alphabet, PhotoRandom& random)
    {
        std::string text;
        while (length-- > 0)
            text += alphabet[static_cast<std::size_t>(
                random.integer(0, static_cast<int>(alphabet.size()) - 1))];
        return text;
    }

    bool isLinear(SymbolFormat format) { return format == Code128 || format == Code39 || format == EAN13; }

    /// In modules; what the standards ask for.
    int quietZone(SymbolFormat format)
    {
        return isLinear(format) ? 10 : format == QRCode ? 4 : format == PDF417 ? 3 : 2;
    }

    /// Dark cells of the symbol without margin; a linear code has one row.
    std::vector<std::vector<bool>> modulesOf(SymbolFormat format, const std::string& text)
    {
        const auto kind = ZXing::BarcodeFormatFromString(std::string(tokenRow(kSymbolFormats, format).token));
        const auto drawn
            = ZXing::MultiFormatWriter(kind).setMargin(0).encode(text, 0, isLinear(format) ? 1 : 0);
        std::vector<std::vector<bool>> rows;
        int left = drawn.width();
        int right = -1;
        for (int y = 0; y < drawn.height(); ++y) {
            auto& row = rows.emplace_back();
            for (int x = 0; x < drawn.width(); ++x) {
                row.push_back(drawn.get(x, y));
                if (row.back()) {
                    left = std::min(left, x);
                    right = std::max(right, x);
                }
            }
        }
        std::erase_if(rows,
            [](const auto& row) { return std::none_of(row.begin(), row.end(), [](bool b) { return b; }); });
        for (auto& row : rows)
            row = {row.begin() + left, row.begin() + right + 1};
        return rows;
    }

    class Paper {
    public:
        Paper(int width, int height)
            : m_image {width * kLabelModule, height * kLabelModule,
                std::vector<std::uint8_t>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)
                        * kLabelModule * kLabelModule,
                    255)}
        {
        }
        /// In modules.
        void ink(int x, int y, int width, int height)
        {
            inkPixels(x * kLabelModule, y * kLabelModule, width * kLabelModule, height * kLabelModule);
        }
        /// A line of letters, which at a label's distance are specks between two heights.
        void print(double y, double height, double left, double right, PhotoRandom& random)
        {
            const int size = static_cast<int>(height * kLabelModule);
            const int top = static_cast<int>(y * kLabelModule);
            for (int x = static_cast<int>(left * kLabelModule);
                 x + size < static_cast<int>(right * kLabelModule); x += size) {
                if (random.chance(0.15))
                    continue;
                const int stroke = std::max(1, size / 6);
                inkPixels(x + random.integer(0, size / 3), top, stroke, size);
                inkPixels(x, top + random.integer(0, size - stroke), size * 3 / 4, stroke);
                if (random.chance(0.6))
                    inkPixels(x + size / 2, top + random.integer(0, size / 2), stroke, size / 2);
            }
        }
        LumImage take() { return std::move(m_image); }

    private:
        void inkPixels(int x, int y, int width, int height)
        {
            for (int row = std::max(0, y); row < std::min(m_image.height, y + height); ++row)
                std::fill_n(m_image.pixels.begin() + std::ptrdiff_t {row} * m_image.width + x,
                    std::min(width, m_image.width - x), std::uint8_t {0});
        }
        LumImage m_image;
    };

} // namespace

std::string payloadFor(SymbolFormat format, PhotoRandom& random)
{
    switch (format) {
    case Code128:
        return random.chance(0.5) ? some(20, kDigits, random)
                                  : "SR" + some(10, kDigits, random) + some(6, kAlphanumeric, random);
    case Code39:
        return "SR-" + some(8, kDigits, random);
    case EAN13: {
        std::string text = "2" + some(11, kDigits, random);
        int sum = 0;
        for (std::size_t i = 0; i < text.size(); ++i)
            sum += (text[i] - '0') * (i % 2 == 0 ? 1 : 3);
        return text + static_cast<char>('0' + (10 - sum % 10) % 10);
    }
    case DataMatrix:
        // The writer takes a rectangle for some lengths; labels have squares.
        for (;;) {
            const std::string text = "SR/" + some(4, kDigits, random) + "-" + some(8, kAlphanumeric, random);
            if (const auto modules = modulesOf(format, text); modules.size() == modules.front().size())
                return text;
        }
    default:
        return "SR1;" + some(10, kDigits, random) + ";" + some(6, kAlphanumeric, random);
    }
}

LumImage drawnSymbol(SymbolFormat format, const std::string& text, PhotoRandom& random)
{
    const auto modules = modulesOf(format, text);
    const int width = static_cast<int>(modules.front().size());
    // Rows of PDF417 are three modules high; a linear code is a quarter as high as it is long.
    const int rowHeight = isLinear(format)                                ? std::max(24, width / 4)
        : format == PDF417 && modules.size() * 4 < modules.front().size() ? 3
                                                                          : 1;
    const int height = static_cast<int>(modules.size()) * rowHeight;
    const int quiet = quietZone(format);
    const int line = isLinear(format) ? std::max(6, width / 10) : std::max(4, height / 5);
    const int above = line + (isLinear(format) ? 4 : quiet);
    Paper paper(width + 2 * quiet, height + 2 * above);
    for (int y = 0; y < static_cast<int>(modules.size()); ++y)
        for (int x = 0; x < width; ++x)
            if (modules[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)])
                paper.ink(quiet + x, above + y * rowHeight, 1, rowHeight);
    paper.print(line * 0.25, line * 0.55, quiet, quiet + width, random);
    paper.print(above + height + (above - line) + line * 0.2, line * 0.55, quiet, quiet + width, random);
    return paper.take();
}

} // namespace guanwu::bench
