#include "core/inventory/recount_sample.h"

#include "core/values/natural.h"
#include "core/values/ratio.h"

#include <algorithm>
#include <numeric>

namespace guanwu {

namespace {

    constexpr std::uint32_t kWhole = 100'00;

    /// splitmix64 (Steele, Lea, Flood 2014): simple enough to be done again elsewhere.
    class Draw {
    public:
        explicit Draw(std::uint64_t seed)
            : m_state(seed)
        {
        }
        /// 0 to below - 1, each as likely as the others: numbers past the last whole multiple are thrown
        /// away.
        std::uint64_t below(std::uint64_t below)
        {
            const std::uint64_t end = UINT64_MAX - UINT64_MAX % below;
            for (;;)
                if (const std::uint64_t number = next(); number < end)
                    return number % below;
        }

    private:
        std::uint64_t next()
        {
            std::uint64_t z = m_state += 0x9e3779b97f4a7c15U;
            z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
            z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
            return z ^ (z >> 31);
        }

        std::uint64_t m_state;
    };

    std::uint32_t small(std::int64_t number) { return static_cast<std::uint32_t>(number); }

    /// Samples of `size` among `lines` with `bad` wrong ones in which at most `wrong` are.
    Natural samplesWithAtMost(std::int64_t lines, std::int64_t size, std::int64_t bad, std::int64_t wrong)
    {
        const std::int64_t good = lines - bad;
        // There are samples with k wrong ones for k from here on; each number of samples follows from the one
        // before it.
        std::int64_t k = std::max<std::int64_t>(0, size - good);
        Natural sum;
        if (k > wrong)
            return sum;
        Natural ways = k == 0 ? waysToChoose(good, size) : waysToChoose(bad, k);
        for (;; ++k) {
            sum += ways;
            if (k == wrong || k == bad || k == size)
                return sum;
            ways *= small(bad - k);
            ways *= small(size - k);
            ways /= small(k + 1);
            ways /= small(good - size + k + 1);
        }
    }

    /// Whether part / whole is above 1 - confidence.
    bool isLikely(Natural part, Natural whole, HundredthsOfPercent confidence)
    {
        part *= kWhole;
        whole *= kWhole - small(confidence);
        return part > whole;
    }

} // namespace

std::vector<std::int64_t> sampleOf(std::int64_t lines, std::int64_t size, std::uint64_t seed)
{
    size = std::min(size, lines);
    std::vector<std::int64_t> out;
    out.reserve(static_cast<std::size_t>(size));
    Draw draw(seed);
    // Each line in its turn is taken with the probability of what is wanted among what is left.
    for (std::int64_t line = 0; static_cast<std::int64_t>(out.size()) < size; ++line)
        if (static_cast<std::int64_t>(draw.below(static_cast<std::uint64_t>(lines - line)))
            < size - static_cast<std::int64_t>(out.size()))
            out.push_back(line);
    return out;
}

std::vector<std::int64_t> allocated(std::span<const std::int64_t> lines, std::int64_t size)
{
    const std::int64_t all = std::accumulate(lines.begin(), lines.end(), std::int64_t {0});
    size = std::min(size, all);
    std::vector<std::int64_t> out(lines.size());
    std::vector<std::pair<std::int64_t, std::size_t>> remainders;
    std::int64_t given = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i] == 0)
            continue;
        const Int128 exact = static_cast<Int128>(lines[i]) * size;
        const auto whole = static_cast<std::int64_t>(exact / all);
        out[i] = std::max<std::int64_t>(1, whole);
        given += out[i];
        if (whole > 0)
            remainders.emplace_back(-static_cast<std::int64_t>(exact % all), i);
    }
    std::sort(remainders.begin(), remainders.end());
    for (const auto& [remainder, i] : remainders)
        if (given < size && out[i] < lines[i]) {
            ++out[i];
            ++given;
        }
    return out;
}

std::int64_t mostWrong(
    std::int64_t lines, std::int64_t size, std::int64_t wrong, HundredthsOfPercent confidence)
{
    const Natural samples = waysToChoose(lines, size);
    // The more are wrong, the less likely it is to find so few of them.
    std::int64_t possible = wrong;
    std::int64_t tooMany = lines - (size - wrong) + 1;
    while (tooMany - possible > 1) {
        const std::int64_t middle = possible + (tooMany - possible) / 2;
        (isLikely(samplesWithAtMost(lines, size, middle, wrong), samples, confidence) ? possible : tooMany)
            = middle;
    }
    return possible;
}

std::int64_t recountSize(std::int64_t lines, const RecountGoal& goal)
{
    // So many wrong lines must not stay unseen.
    const std::int64_t bad = lines * goal.wrongShare / kWhole + 1;
    Natural unseen(1);
    Natural samples(1);
    for (std::int64_t size = 0; size < lines; ++size) {
        if (!isLikely(unseen, samples, goal.confidence))
            return size;
        unseen *= small(std::max<std::int64_t>(0, lines - bad - size));
        samples *= small(lines - size);
    }
    return lines;
}

HundredthsOfPercent shareRoundedUp(std::int64_t part, std::int64_t whole)
{
    if (whole == 0)
        return 0;
    return static_cast<HundredthsOfPercent>((static_cast<Int128>(part) * kWhole + whole - 1) / whole);
}

} // namespace guanwu
