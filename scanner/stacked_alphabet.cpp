#include "scanner/stacked_alphabet.h"

#include "scanner/module_row.h"

#include <algorithm>

namespace guanwu {

namespace {

    constexpr std::array kLeaks {0.06, 0.16, 0.24};

    // Of all ways to make 17 modules of eight elements in a cluster, in the order in which extend() finds
    // them: the ones that the standard uses, four to a digit. Seen in 560 drawings of random text.
    constexpr std::array<std::string_view, kStackedClusters> kUsed {
        "f38cbf39dff75ef97dc443bcef9cffbff7381e65cdfe077f81bded4d336efb4d37087bdba6fbeda8e6e7d343fe"
        "ed5afc77dfe95e77bfdfe77e07bffaefbfde8ffffe003efe37fd8000000000003b8efdeff3bfff8dda23f927ea"
        "fd040f11fa7a03ded39cdd33dfefd7a89aabb4d58fa6bd3a3cef57bfef95da6be3cec3ff3dfffc978010d60000"
        "00038cfdfdfff91f27bdbe57e9e90f7b6e6efffeb2d7fa4b43b3bffffffef03ccc000033dfef7fffffeb7fefdf"
        "f2c003fffb8",
        "f7bfdfffffe3bdfffff7fffffffffffffdf7fbfdff7fffffffffffdffdfffffff8ffffe7fffffffffffffff4f7"
        "bfdffffffeff7bfef7ffffdfff7ffffffffffffffffffff4f7ff7fffeff7ffef7fffdfff7fffffffffffffffff"
        "fff4f7bf7fffeff7bfed7fffdfff7ffffff8ffffffe9efffffeffb5fffeffcffffffffc",
        "f7bfdfffffffffffffffffffffffffffffffffffffffff9fffff7ffbfdfeffffff7fbfffffdfeffffff7fbfeff"
        "ffffeffffffffffefffff7fffeffffffffbffdfdffffffcff8f7effffbf4f7bfd3deff4f7bfd3deddffffffbdf"
        "cefef7fbbffffbf7fffdfffdefffffdff7efdfbfffffffffffffffffffffffffffffff8"};

    /// The patterns of a cluster, bars as ones.
    class Cluster {
    public:
        Cluster(int number, std::string_view used)
            : m_number(number)
            , m_used(used)
        {
            std::array<int, 8> widths {};
            extend(widths, 0, kStackedCodeword);
        }

        [[nodiscard]] const std::vector<std::uint32_t>& patterns() const { return m_patterns; }

    private:
        void extend(std::array<int, 8>& widths, std::size_t at, int left)
        {
            constexpr int kWidest = 6;
            if (at == widths.size()) {
                if (left == 0 && (widths[0] - widths[2] + widths[4] - widths[6] + 9) % 9 == m_number)
                    take(widths);
                return;
            }
            const int others = static_cast<int>(widths.size() - at) - 1;
            for (int width = 1; width <= std::min(kWidest, left - others); ++width) {
                widths[at] = width;
                extend(widths, at + 1, left - width);
            }
        }

        void take(const std::array<int, 8>& widths)
        {
            const char digit = m_used[m_found / 4];
            const auto four = static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
            const bool isUsed = (four >> (3 - m_found % 4) & 1U) != 0;
            ++m_found;
            if (!isUsed)
                return;
            std::uint32_t bits = 0;
            for (std::size_t i = 0; i < widths.size(); ++i)
                for (int module = 0; module < widths[i]; ++module)
                    bits = bits << 1U | (i % 2 == 0 ? 1U : 0U);
            m_patterns.push_back(bits);
        }

        int m_number;
        std::string_view m_used;
        std::size_t m_found = 0;
        std::vector<std::uint32_t> m_patterns;
    };

    const Cluster& clusterOf(std::size_t number)
    {
        static const std::array all {Cluster(0, kUsed[0]), Cluster(3, kUsed[1]), Cluster(6, kUsed[2])};
        return all[number];
    }

} // namespace

std::string StackedAlphabet::modulesOf(std::size_t cluster, std::size_t pattern)
{
    std::string modules;
    for (int bit = kStackedCodeword - 1; bit >= 0; --bit)
        modules += (clusterOf(cluster).patterns()[pattern] >> bit & 1U) != 0 ? '1' : '0';
    return modules;
}

namespace {

    LookTable tableOf(std::size_t cluster, double blur)
    {
        std::vector<std::vector<float>> looks;
        for (std::size_t i = 0; i < StackedAlphabet::kPatterns; ++i)
            looks.push_back(lookOf('0' + StackedAlphabet::modulesOf(cluster, i) + '1', blur));
        return LookTable(looks);
    }

} // namespace

StackedAlphabet::StackedAlphabet(double blur)
    : m_clusters {tableOf(0, blur), tableOf(1, blur), tableOf(2, blur)}
{
}

const StackedAlphabet& StackedAlphabet::ofBlur(std::size_t number)
{
    static const std::array<StackedAlphabet, kBlurs> all {
        StackedAlphabet(kLeaks[0]), StackedAlphabet(kLeaks[1]), StackedAlphabet(kLeaks[2])};
    return all[number];
}

} // namespace guanwu
