#include "scanner/linear_alphabets.h"

#include <algorithm>
#include <array>

namespace guanwu {

namespace {

    /// Widths of bar, space, bar, … as digits.
    BarPattern drawn(std::string_view widths)
    {
        BarPattern pattern;
        char colour = '1';
        for (const char width : widths) {
            pattern.append(static_cast<std::size_t>(width - '0'), colour);
            colour = colour == '1' ? '0' : '1';
        }
        return pattern;
    }

    // Six widths a character, in the order of their values.
    constexpr std::string_view kCode128Widths
        = "212222222122222221121223121322131222122213122312132212221213221312231212112232122132"
          "122231113222123122123221223211221132221231213212223112312131311222321122321221312212"
          "322112322211212123212321232121111323131123131321112313132113132311211313231113231311"
          "112133112331132131113123113321133121313121211331231131213113213311213131311123311321"
          "331121312113312311332111314111221411431111111224111422121124121421141122141221112214"
          "112412122114122411142112142211241211221114413111241112134111111242121142121241114212"
          "124112124211411212421112421211212141214121412121111143111341131141114113114311411113"
          "411311113141114131311141411131211412211214211232";

    // Spaces and bars of number set A; set B is set C backwards.
    constexpr std::array<std::string_view, 10> kEanSetA {"0001101", "0011001", "0010011", "0111101",
        "0100011", "0110001", "0101111", "0111011", "0110111", "0001011"};

    BarPattern inverted(std::string_view pattern)
    {
        BarPattern out(pattern);
        for (char& module : out)
            module = module == '1' ? '0' : '1';
        return out;
    }

    // Wide elements of each character as bits, bar, space, bar, … from the left.
    constexpr std::array<unsigned, 44> kCode39Wide {0x034, 0x121, 0x061, 0x160, 0x031, 0x130, 0x070, 0x025,
        0x124, 0x064, 0x109, 0x049, 0x148, 0x019, 0x118, 0x058, 0x00D, 0x10C, 0x04C, 0x01C, 0x103, 0x043,
        0x142, 0x013, 0x112, 0x052, 0x007, 0x106, 0x046, 0x016, 0x181, 0x0C1, 0x1C0, 0x091, 0x190, 0x0D0,
        0x085, 0x184, 0x0C4, 0x0A8, 0x0A2, 0x08A, 0x02A, 0x094};
    static_assert(kCode39Wide.size() == kCode39Characters.size());

} // namespace

std::span<const BarPattern> code128Patterns()
{
    static const auto kPatterns = [] {
        std::vector<BarPattern> patterns;
        for (std::size_t i = 0; i < kCode128Widths.size(); i += 6)
            patterns.push_back(drawn(kCode128Widths.substr(i, 6)));
        return patterns;
    }();
    return kPatterns;
}

std::span<const BarPattern> eanLeftPatterns()
{
    static const auto kPatterns = [] {
        std::vector<BarPattern> patterns(kEanSetA.begin(), kEanSetA.end());
        for (const auto digit : kEanSetA) {
            BarPattern setB = inverted(digit);
            std::reverse(setB.begin(), setB.end());
            patterns.push_back(std::move(setB));
        }
        return patterns;
    }();
    return kPatterns;
}

std::span<const BarPattern> eanRightPatterns()
{
    static const auto kPatterns = [] {
        std::vector<BarPattern> patterns;
        for (const auto digit : kEanSetA)
            patterns.push_back(inverted(digit));
        return patterns;
    }();
    return kPatterns;
}

int eanFirstDigit(unsigned setB)
{
    constexpr std::array<unsigned, 10> kSets {0x00, 0x0B, 0x0D, 0x0E, 0x13, 0x19, 0x1C, 0x15, 0x16, 0x1A};
    const auto found = std::find(kSets.begin(), kSets.end(), setB);
    return found == kSets.end() ? -1 : static_cast<int>(found - kSets.begin());
}

std::vector<BarPattern> code39Patterns(int narrow, int wide)
{
    std::vector<BarPattern> patterns;
    for (const unsigned widths : kCode39Wide) {
        BarPattern pattern;
        for (int element = 0; element < 9; ++element)
            pattern.append(static_cast<std::size_t>((widths >> (8 - element) & 1U) != 0 ? wide : narrow),
                element % 2 == 0 ? '1' : '0');
        pattern.append(static_cast<std::size_t>(narrow), '0');
        patterns.push_back(std::move(pattern));
    }
    return patterns;
}

std::string code128Text(int start, std::span<const int> values)
{
    constexpr int kShift = 98;
    constexpr int kToC = 99;
    constexpr int kToB = 100;
    constexpr int kToA = 101;
    constexpr int kFunction1 = 102;
    constexpr int kStartA = 103;
    int set = start - kStartA; // 0 to 2: A, B, C
    std::string text;
    bool shifted = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const int value = values[i];
        if (value == kFunction1) {
            if (i > 0) // in first place it only says that GS1 identifiers follow
                text += '\x1D';
            continue;
        }
        if (set == 2) {
            if (value < 100) {
                text += static_cast<char>('0' + value / 10);
                text += static_cast<char>('0' + value % 10);
            } else if (value == kToB || value == kToA) {
                set = value == kToB ? 1 : 0;
            } else {
                return {};
            }
            continue;
        }
        const int used = shifted ? 1 - set : set;
        shifted = false;
        if (value < 64)
            text += static_cast<char>(' ' + value);
        else if (value < 96)
            text += static_cast<char>(used == 0 ? value - 64 : ' ' + value);
        else if (value == kShift)
            shifted = true;
        else if (value == kToC)
            set = 2;
        else if (value == kToB && set == 0)
            set = 1;
        else if (value == kToA && set == 1)
            set = 0;
        else
            return {}; // functions that no label of an inventory uses
    }
    return text;
}

} // namespace guanwu
