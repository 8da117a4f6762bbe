#include "scanner/codeword_layout.h"

#include <array>
#include <cstdlib>
#include <map>
#include <tuple>

namespace guanwu {

namespace {

    const FiniteField& field256()
    {
        static const FiniteField field(8, 0x12D);
        return field;
    }

    std::vector<int> upTo(int count, int first = 0, int step = 1)
    {
        std::vector<int> out;
        for (int i = 0; i < count; ++i)
            out.push_back(first + i * step);
        return out;
    }

    /// Walks the mapping matrix of a Data Matrix as annex F of the standard does.
    class DataMatrixPlacement {
    public:
        explicit DataMatrixPlacement(int side)
            : m_side(side - 2)
            , m_taken(static_cast<std::size_t>(m_side * m_side))
        {
            int row = 4;
            int column = 0;
            while (row < m_side || column < m_side) {
                addCorner(row, column);
                for (; row >= 0 && column < m_side; row -= 2, column += 2)
                    if (row < m_side && column >= 0)
                        addShape(row, column);
                row += 1;
                column += 3;
                for (; row < m_side && column >= 0; row += 2, column -= 2)
                    if (row >= 0 && column < m_side)
                        addShape(row, column);
                row += 3;
                column += 1;
            }
        }
        [[nodiscard]] std::vector<CodewordLayout::Modules> take() { return std::move(m_codewords); }

    private:
        using Place = std::pair<int, int>; // row, column; negative ones are counted from the other end

        void add(const std::array<Place, 8>& places)
        {
            CodewordLayout::Modules modules;
            for (auto [row, column] : places) {
                if (row < 0)
                    row += m_side;
                if (column < 0)
                    column += m_side;
                m_taken[static_cast<std::size_t>(row * m_side + column)] = true;
                modules.push_back((row + 1) * (m_side + 2) + column + 1);
            }
            m_codewords.push_back(std::move(modules));
        }

        void addCorner(int row, int column)
        {
            if (column == 0 && row == m_side)
                add({{{-1, 0}, {-1, 1}, {-1, 2}, {0, -2}, {0, -1}, {1, -1}, {2, -1}, {3, -1}}});
            if (column == 0 && row == m_side - 2 && m_side % 4 != 0)
                add({{{-3, 0}, {-2, 0}, {-1, 0}, {0, -4}, {0, -3}, {0, -2}, {0, -1}, {1, -1}}});
            if (column == 0 && row == m_side - 2 && m_side % 8 == 4)
                add({{{-3, 0}, {-2, 0}, {-1, 0}, {0, -2}, {0, -1}, {1, -1}, {2, -1}, {3, -1}}});
            if (column == 2 && row == m_side + 4 && m_side % 8 == 0)
                add({{{-1, 0}, {-1, -1}, {0, -3}, {0, -2}, {0, -1}, {1, -3}, {1, -2}, {1, -1}}});
        }

        void addShape(int row, int column)
        {
            if (m_taken[static_cast<std::size_t>(row * m_side + column)])
                return;
            std::array<Place, 8> places;
            constexpr std::array<Place, 8> kShape {
                {{-2, -2}, {-2, -1}, {-1, -2}, {-1, -1}, {-1, 0}, {0, -2}, {0, -1}, {0, 0}}};
            for (std::size_t i = 0; i < places.size(); ++i) {
                int y = row + kShape[i].first;
                int x = column + kShape[i].second;
                if (y < 0) { // goes on below, a little aside
                    y += m_side;
                    x += 4 - (m_side + 4) % 8;
                }
                if (x < 0) {
                    x += m_side;
                    y += 4 - (m_side + 4) % 8;
                }
                places[i] = {y, x};
            }
            add(places);
        }

        int m_side;
        std::vector<bool> m_taken;
        std::vector<CodewordLayout::Modules> m_codewords;
    };

    int checksOfDataMatrix(int side)
    {
        constexpr std::array kChecks {5, 7, 10, 12, 14, 18, 20, 24, 28}; // of 10 to 26 modules
        return kChecks[static_cast<std::size_t>((side - 10) / 2)];
    }

    /// Blocks of a QR Code: so many of so many codewords, of which the last ones check.
    struct QrBlocks {
        int checks;
        int count; ///< shorter ones
        int data; ///< of a shorter one
        int longer = 0; ///< blocks with one more
    };
    // ISO/IEC 18004, table 9, versions 1 to 6; the levels in the order of their bits: M, L, H, Q.
    constexpr std::array<std::array<QrBlocks, 4>, 6> kQrBlocks {{
        {{{10, 1, 16}, {7, 1, 19}, {17, 1, 9}, {13, 1, 13}}},
        {{{16, 1, 28}, {10, 1, 34}, {28, 1, 16}, {22, 1, 22}}},
        {{{26, 1, 44}, {15, 1, 55}, {22, 2, 13}, {18, 2, 17}}},
        {{{18, 2, 32}, {20, 1, 80}, {16, 4, 9}, {26, 2, 24}}},
        {{{24, 2, 43}, {26, 1, 108}, {22, 2, 11, 2}, {18, 2, 15, 2}}},
        {{{16, 4, 27}, {18, 2, 68}, {28, 4, 15}, {24, 4, 19}}},
    }};

    bool isQrFunction(int side, int x, int y)
    {
        const bool isFinder = (x < 9 && y < 9) || (x >= side - 8 && y < 9) || (x < 9 && y >= side - 8);
        const int alignment = side - 7;
        const bool isAlignment = side >= 25 && std::abs(x - alignment) <= 2 && std::abs(y - alignment) <= 2;
        return isFinder || isAlignment || x == 6 || y == 6;
    }

    bool isQrMasked(int mask, int x, int y)
    {
        switch (mask) {
        case 0:
            return (x + y) % 2 == 0;
        case 1:
            return y % 2 == 0;
        case 2:
            return x % 3 == 0;
        case 3:
            return (x + y) % 3 == 0;
        case 4:
            return (y / 2 + x / 3) % 2 == 0;
        case 5:
            return x * y % 2 + x * y % 3 == 0;
        case 6:
            return (x * y % 2 + x * y % 3) % 2 == 0;
        default:
            return ((x + y) % 2 + x * y % 3) % 2 == 0;
        }
    }

    CodewordLayout qrLayout(int side, int level, int mask)
    {
        static const FiniteField field(8, 0x11D);
        CodewordLayout layout;
        layout.field = &field;
        std::vector<int> modules;
        bool upwards = true;
        for (int right = side - 1; right > 0; right -= 2, upwards = !upwards) {
            if (right == 6)
                right = 5; // the timing pattern has this column for itself
            for (int i = 0; i < side; ++i) {
                const int y = upwards ? side - 1 - i : i;
                for (const int x : {right, right - 1})
                    if (!isQrFunction(side, x, y))
                        modules.push_back(y * side + x);
            }
        }
        constexpr std::size_t kBits = 8;
        for (std::size_t i = 0; i + kBits <= modules.size(); i += kBits)
            layout.codewords.emplace_back(modules.begin() + static_cast<std::ptrdiff_t>(i),
                modules.begin() + static_cast<std::ptrdiff_t>(i + kBits));
        for (int i = 0; i < side * side; ++i)
            layout.masked.push_back(isQrMasked(mask, i % side, i / side));
        // The blocks take turns, codeword by codeword, first with their data.
        const QrBlocks& blocks
            = kQrBlocks[static_cast<std::size_t>((side - 21) / 4)][static_cast<std::size_t>(level)];
        const int count = blocks.count + blocks.longer;
        layout.blocks.resize(static_cast<std::size_t>(count));
        int next = 0;
        const auto deal = [&](int first) {
            for (int block = first; block < count; ++block)
                layout.blocks[static_cast<std::size_t>(block)].codewords.push_back(next++);
        };
        for (int i = 0; i < blocks.data; ++i)
            deal(0);
        if (blocks.longer > 0)
            deal(blocks.count);
        for (int i = 0; i < blocks.checks; ++i)
            deal(0);
        for (auto& block : layout.blocks)
            block.checks = blocks.checks;
        return layout;
    }

} // namespace

const CodewordLayout& dataMatrixLayout(int side)
{
    static const auto kLayouts = [] {
        std::map<int, CodewordLayout> layouts;
        for (int each = 10; each <= 26; each += 2) {
            CodewordLayout layout {&field256(), 1, DataMatrixPlacement(each).take(), {}, {}};
            layout.blocks = {{upTo(static_cast<int>(layout.codewords.size())), checksOfDataMatrix(each)}};
            layouts.emplace(each, std::move(layout));
        }
        return layouts;
    }();
    return kLayouts.at(side);
}

const CodewordLayout& qrCodeLayout(int side, int level, int mask)
{
    thread_local std::map<std::tuple<int, int, int>, CodewordLayout> layouts;
    const auto [layout, isNew] = layouts.try_emplace({side, level, mask});
    if (isNew)
        layout->second = qrLayout(side, level, mask);
    return layout->second;
}

SymbolNote qrFormatNote(int side)
{
    constexpr int kGenerator = 0x537;
    constexpr int kMask = 0x5412;
    constexpr int kBits = 15;
    SymbolNote note;
    for (int data = 0; data < 32; ++data) {
        int word = data << 10;
        for (int bit = 4; bit >= 0; --bit)
            if ((word >> (bit + 10) & 1) != 0)
                word ^= kGenerator << bit;
        note.words.push_back(((data << 10) | word) ^ kMask);
    }
    const auto at = [side](int x, int y) { return y * side + x; };
    for (int bit = kBits - 1; bit >= 0; --bit)
        note.modules.push_back(bit < 6 ? at(8, bit)
                : bit < 8              ? at(8, bit + 1)
                : bit == 8             ? at(7, 8)
                                       : at(14 - bit, 8));
    for (int bit = kBits - 1; bit >= 0; --bit)
        note.modules.push_back(bit < 8 ? at(side - 1 - bit, 8) : at(8, side - kBits + bit));
    return note;
}

} // namespace guanwu
