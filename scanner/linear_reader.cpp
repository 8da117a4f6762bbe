#include "scanner/linear_reader.h"

#include "scanner/linear_alphabets.h"
#include "scanner/linear_looks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace guanwu {

namespace {

    using enum SymbolFormat;

    /// What is asked of correlations, up to 1 each.
    struct Demands {
        double mean; ///< of all characters
        double character; ///< the least of one
        double ends; ///< both together
        double guards; ///< of EAN-13, all three together
    };
    constexpr Demands kOfWhole {0.80, 0.55, 1.35, 2.1};
    // A half of the height has more noise, and is believed only where it says the same.
    constexpr Demands kOfHalf {0.66, 0.35, 1.0, 1.6};

    /// Where a score is so high that no other guess will have a higher one.
    constexpr double kSure = 0.93;

    /// What is assumed of a code besides where it lies.
    struct Guess {
        SymbolFormat format {};
        const LinearLooks* looks = nullptr;
        const LinearLooks::Code39* code39 = nullptr;
        int characters = 0; ///< of Code 128 and Code 39, with those at both ends
    };

    struct Attempt {
        LinearRead read;
        Guess guess;
        BarExtent extent {}; ///< as it was fitted
        std::vector<int> values {}; ///< of all characters that were chosen, in their order
    };

    /// How many characters a code may have.
    struct Counts {
        int fewest = 0;
        int most = 0;

        [[nodiscard]] Counts within(const Counts& other) const
        {
            return {std::max(fewest, other.fewest), std::min(most, other.most)};
        }
    };

    /// As many as the edges say: in 45 blurred codes that were read the number was off by 5 in 100 at most.
    Counts countsOf(const BarExtent& extent, int edgesOfCharacter)
    {
        constexpr int kOff = 2;
        const int seen = (extent.edges + edgesOfCharacter / 2) / edgesOfCharacter;
        return {seen - kOff, seen + kOff};
    }

    /// Chooses a character every `alphabet.modules()` from module `at` on, following the code where it drifts
    /// off the fit, and counts their scores.
    bool choose(const ModuleRow& row, const Alphabet& alphabet, double at, int count, double leastScore,
        std::vector<int>& values, double& sum)
    {
        double drift = 0;
        for (int i = 0; i < count; ++i) {
            const Alphabet::Choice choice = alphabet.choose(row, at + drift + i * alphabet.modules());
            if (choice.score < leastScore)
                return false;
            drift += choice.shift / 2;
            values.push_back(choice.value);
            sum += choice.score;
        }
        return true;
    }

    /// Start, five characters, check, stop. Of fewer the check character says too little: noise of a region
    /// that is tried frame after frame, at hundreds of places, once was read as "4914".
    constexpr Counts kCode128Counts {8, 42};

    std::optional<Attempt> code128(const BarExtent& extent, const SummedProfile& profile,
        const LinearLooks& looks, const Counts& counts, const Demands& least, WorkClock::time_point until)
    {
        const Alphabet& alphabet = looks.code128;
        std::optional<Attempt> best;
        for (int characters = counts.fewest; characters <= counts.most; ++characters) {
            const int modules = 11 * characters + 2;
            if (extent.length() / modules < kSmallestModule || WorkClock::isPast(until))
                break;
            const auto stopScore = [&](const ModuleRow& row) {
                return correlation(row.greys(modules - 14, 15).data(), looks.code128Stop);
            };
            const auto ends = [&](const ModuleRow& row) {
                return alphabet.score(row, 0, {103, 104, 105}) + stopScore(row);
            };
            ModuleRow row = ModuleRow(profile, extent, modules, 0).fitted(ends);
            if (ends(row) < least.ends)
                continue;
            // The ends alone leave open how the modules between them are spread.
            row = row.fitted([&](const ModuleRow& moved) {
                return alphabet.sense(moved, 0, characters - 1) + ends(moved) / characters;
            });
            if (alphabet.choose(row, 0).value < 103)
                continue;
            Attempt attempt {{}, {Code128, &looks, nullptr, characters}, row.extent()};
            double sum = 0;
            if (!choose(row, alphabet, 0, characters - 1, least.character, attempt.values, sum))
                continue;
            const double score = sum / (characters - 1);
            if (score < least.mean || (best && best->read.score >= score))
                continue;
            int check = attempt.values.front();
            const std::span values = std::span(attempt.values).subspan(1, attempt.values.size() - 2);
            if (std::any_of(values.begin(), values.end(), [](int value) { return value > 102; }))
                continue;
            for (std::size_t i = 0; i < values.size(); ++i)
                check += static_cast<int>(i + 1) * values[i];
            if (check % 103 != attempt.values.back())
                continue;
            attempt.read = {Code128, code128Text(attempt.values.front(), values), score};
            if (!attempt.read.text.empty())
                best = std::move(attempt);
            if (best && best->read.score > kSure)
                break;
        }
        return best;
    }

    std::optional<Attempt> ean13(
        const BarExtent& extent, const SummedProfile& profile, const LinearLooks& looks, const Demands& least)
    {
        constexpr int kModules = 95;
        if (extent.length() / kModules < kSmallestModule)
            return std::nullopt;
        const Alphabet& left = looks.eanLeft;
        const Alphabet& right = looks.eanRight;
        const auto score = [&](const ModuleRow& row, int first, const std::vector<float>& look) {
            return correlation(row.greys(first, static_cast<int>(look.size())).data(), look);
        };
        const auto guards = [&](const ModuleRow& row) {
            return score(row, -4, looks.eanSide) + score(row, 44, looks.eanCentre)
                + score(row, 91, looks.eanOtherSide);
        };
        const ModuleRow row = ModuleRow(profile, extent, kModules, 0).fitted([&](const ModuleRow& moved) {
            return guards(moved) / 3 + left.sense(moved, 3, 6) + right.sense(moved, 50, 6);
        });
        if (guards(row) < least.guards)
            return std::nullopt;
        Attempt attempt {{}, {EAN13, &looks}, row.extent()};
        double sum = 0;
        if (!choose(row, left, 3, 6, least.character, attempt.values, sum)
            || !choose(row, right, 50, 6, least.character, attempt.values, sum) || sum / 12 < least.mean)
            return std::nullopt;
        unsigned setB = 0;
        std::string text(1, '0');
        for (std::size_t i = 0; i < 12; ++i) {
            if (i < 6)
                setB = setB << 1U | (attempt.values[i] >= 10 ? 1U : 0U);
            text += static_cast<char>('0' + attempt.values[i] % 10);
        }
        const int first = eanFirstDigit(setB);
        if (first < 0)
            return std::nullopt;
        text[0] = static_cast<char>('0' + first);
        int check = 0;
        for (std::size_t i = 0; i < 13; ++i)
            check += (text[i] - '0') * (i % 2 == 0 ? 1 : 3);
        if (check % 10 != 0)
            return std::nullopt;
        attempt.read = {EAN13, text, sum / 12};
        return attempt;
    }

    /// With both asterisks: shorter ones look like noise, and nothing checks them.
    constexpr Counts kCode39Counts {8, 26};

    std::optional<Attempt> code39(const BarExtent& extent, const SummedProfile& profile, const Guess& guess,
        const Counts& counts, const Demands& least, WorkClock::time_point until)
    {
        const auto& [narrow, alphabet] = *guess.code39;
        constexpr int kAsterisk = 43;
        std::optional<Attempt> best;
        for (int characters = counts.fewest; characters <= counts.most; ++characters) {
            const int modules = alphabet.modules() * characters - narrow;
            if (extent.length() / modules * narrow < kSmallestModule || WorkClock::isPast(until))
                break;
            const int last = alphabet.modules() * (characters - 1);
            const auto ends = [&](const ModuleRow& row) {
                return alphabet.score(row, 0, {kAsterisk}) + alphabet.score(row, last, {kAsterisk});
            };
            ModuleRow row = ModuleRow(profile, extent, modules, 0).fitted(ends);
            if (ends(row) < least.ends)
                continue;
            row = row.fitted([&](const ModuleRow& moved) {
                return alphabet.sense(moved, 0, characters) + ends(moved) / characters;
            });
            if (alphabet.choose(row, 0).value != kAsterisk || alphabet.choose(row, last).value != kAsterisk)
                continue;
            Attempt attempt {{}, guess, row.extent()};
            attempt.guess.characters = characters;
            double sum = 0;
            if (!choose(row, alphabet, 0, characters, least.character, attempt.values, sum))
                continue;
            const double score = sum / characters;
            if (score < least.mean || (best && best->read.score >= score))
                continue;
            std::string text;
            for (std::size_t i = 1; i + 1 < attempt.values.size(); ++i)
                text += kCode39Characters[static_cast<std::size_t>(attempt.values[i])];
            if (text.find('*') != std::string::npos)
                continue;
            attempt.read = {Code39, text, score};
            best = std::move(attempt);
        }
        return best;
    }

    class BestAttempt {
    public:
        void offer(std::optional<Attempt> attempt)
        {
            if (attempt && (!m_best || attempt->read.score > m_best->read.score))
                m_best = std::move(attempt);
        }
        [[nodiscard]] bool isSure() const { return m_best && m_best->read.score > kSure; }
        [[nodiscard]] const std::optional<Attempt>& value() const { return m_best; }

    private:
        std::optional<Attempt> m_best;
    };

    std::vector<BarExtent> extentsOf(const Profile& profile, double quiet)
    {
        return barExtents(profile, {quiet, static_cast<double>(profile.size()) - quiet});
    }

    std::optional<Attempt> readOnce(
        const Profile& profile, double quiet, GreyLook look, WorkClock::time_point until, int tries)
    {
        // Of an EAN-13 with guards. Bars that are not told apart by blur are fewer, never more.
        constexpr int kEanEdges = 60;
        constexpr int kOff = 10;
        const SummedProfile summed(profile);
        BestAttempt best;
        for (const BarExtent& extent : extentsOf(profile, quiet)) {
            Counts of128 = kCode128Counts;
            Counts of39 = kCode39Counts;
            bool mayBeEan = true;
            if (look == GreyLook::AsEdgesSay) {
                constexpr int kEdgesOf128 = 6;
                constexpr int kEdgesOf39 = 10;
                of128 = of128.within(countsOf(extent, kEdgesOf128));
                of39 = of39.within(countsOf(extent, kEdgesOf39));
                mayBeEan = std::abs(extent.edges - kEanEdges) <= kOff;
            }
            const auto all = linearLooks();
            for (std::size_t i = 0; i < all.size(); ++i) {
                const LinearLooks& looks = all[(i + static_cast<std::size_t>(tries) / 2) % all.size()];
                if (WorkClock::isPast(until))
                    return best.value();
                if (mayBeEan)
                    best.offer(ean13(extent, summed, looks, kOfWhole));
                best.offer(code128(extent, summed, looks, of128, kOfWhole, until));
                for (const LinearLooks::Code39& code39Looks : looks.code39)
                    best.offer(code39(extent, summed, {Code39, &looks, &code39Looks}, of39, kOfWhole, until));
                if (best.isSure())
                    return best.value();
            }
            if (best.value())
                return best.value();
        }
        return best.value();
    }

    /// The same code in another part of its height, under the same guess: where it was, or where that part
    /// shows it.
    std::optional<Attempt> readAgain(const Profile& profile, double quiet, const Attempt& whole)
    {
        const Guess& guess = whole.guess;
        std::vector<BarExtent> extents = extentsOf(profile, quiet);
        extents.push_back(whole.extent);
        constexpr auto kAlways = WorkClock::time_point::max();
        const Counts same {guess.characters, guess.characters};
        const SummedProfile summed(profile);
        BestAttempt best;
        for (const BarExtent& extent : extents)
            best.offer(guess.format == EAN13  ? ean13(extent, summed, *guess.looks, kOfHalf)
                    : guess.format == Code128 ? code128(extent, summed, *guess.looks, same, kOfHalf, kAlways)
                                              : code39(extent, summed, guess, same, kOfHalf, kAlways));
        return best.value();
    }

} // namespace

std::optional<LinearRead> readLinearGreys(
    const BarStrips& bars, GreyLook look, WorkClock::time_point until, int tries)
{
    const std::size_t half = bars.strips.size() / 2;
    if (half == 0)
        return std::nullopt;
    Profile whole = bars.mean(0, bars.strips.size());
    if (tries % 2 == 1)
        std::reverse(whole.begin(), whole.end());
    for (int turn = tries; turn < tries + 2; ++turn) {
        if (const auto attempt = readOnce(whole, bars.quiet, look, until, tries)) {
            for (const auto& [first, last] :
                {std::pair {std::size_t {0}, half}, {half, bars.strips.size()}}) {
                Profile part = bars.mean(first, last);
                if (turn % 2 == 1)
                    std::reverse(part.begin(), part.end());
                const auto again = readAgain(part, bars.quiet, *attempt);
                if (!again || again->read.text != attempt->read.text)
                    return std::nullopt;
            }
            return attempt->read;
        }
        std::reverse(whole.begin(), whole.end());
    }
    return std::nullopt;
}

} // namespace guanwu
