#include "scanner/linear_reader.h"

#include "scanner/linear_alphabets.h"
#include "scanner/module_row.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace guanwu {

namespace {

    using enum SymbolFormat;

    /// A choice among the characters of an alphabet.
    struct Choice {
        int value = -1;
        double score = 0;
        double shift = 0; ///< modules from where it was expected
    };

    /// Characters of equal width as they look after blur, with the module before and behind them.
    class Alphabet {
    public:
        Alphabet(std::span<const BarPattern> patterns, char before, char behind, double blur)
            : m_count(patterns.size())
        {
            for (std::size_t i = 0; i < patterns.size(); ++i) {
                const auto look = lookOf(before + patterns[i] + behind, blur);
                m_length = look.size();
                m_looks.resize(kMost * m_length);
                for (std::size_t module = 0; module < m_length; ++module)
                    m_looks[module * kMost + i] = look[module];
            }
        }

        [[nodiscard]] int modules() const { return static_cast<int>(m_length) - 2; }

        /// The character that begins at module `at`, or a little beside it: what the fit left.
        [[nodiscard]] Choice choose(const ModuleRow& row, double at) const
        {
            Choice choice;
            for (const double shift : {0.0, -0.15, 0.15, -0.3, 0.3}) {
                const auto scores = scoresOf(row.greys(at + shift - 1, modules() + 2).data());
                const auto best = std::max_element(scores.begin(), scores.begin() + static_cast<std::ptrdiff_t>(m_count));
                if (const auto score = static_cast<double>(*best); score > choice.score)
                    choice = {static_cast<int>(best - scores.begin()), score, shift};
            }
            return choice;
        }

        /// How much the character there looks like each of `values`, the best of them.
        [[nodiscard]] double score(
            const ModuleRow& row, double at, std::initializer_list<std::size_t> values) const
        {
            const auto greys = row.greys(at - 1, modules() + 2);
            const float scale = scaleOf(greys.data());
            float best = 0;
            for (const std::size_t value : values) {
                float product = 0;
                for (std::size_t module = 0; module < m_length; ++module)
                    product += greys[module] * m_looks[module * kMost + value];
                best = std::max(best, product * scale);
            }
            return static_cast<double>(best);
        }

        /// How much `count` characters from module `at` on look like any: the mean of their best scores.
        [[nodiscard]] double sense(const ModuleRow& row, double at, int count) const
        {
            const auto greys = row.greys(at - 1, modules() * count + 2);
            double sum = 0;
            for (int i = 0; i < count; ++i) {
                const auto scores = scoresOf(greys.data() + std::ptrdiff_t {i} * modules());
                float best = 0; // what is beyond the alphabet scores 0
                for (const float score : scores)
                    best = std::max(best, score);
                sum += static_cast<double>(best);
            }
            return sum / count;
        }

    private:
        static constexpr std::size_t kMost = 112; // characters: Code 128 has 106
        using Scores = std::array<float, kMost>;

        /// What makes a sum of products a correlation; 0 where the greys do not differ.
        [[nodiscard]] float scaleOf(const float* greys) const
        {
            float sum = 0;
            float squares = 0;
            for (std::size_t i = 0; i < m_length; ++i) {
                sum += greys[i];
                squares += greys[i] * greys[i];
            }
            const float spread = squares - sum * sum / static_cast<float>(m_length);
            return spread > 1 ? 1 / std::sqrt(spread) : 0;
        }

        /// Correlations of the greys with all characters at once, module by module: that way a processor
        /// works on several characters in one step.
        [[nodiscard]] Scores scoresOf(const float* greys) const
        {
            Scores scores {};
            const float scale = scaleOf(greys);
            if (scale == 0)
                return scores;
            for (std::size_t module = 0; module < m_length; ++module) {
                const float grey = greys[module] * scale; // looks have no mean, so that of the greys is lost
                const float* looks = m_looks.data() + module * kMost;
                for (std::size_t i = 0; i < kMost; ++i)
                    scores[i] += grey * looks[i];
            }
            return scores;
        }

        std::size_t m_count;
        std::size_t m_length = 0;
        std::vector<float> m_looks; ///< of each module those of all characters
    };

    // Share of a module's grey that blur moves into each neighbour: sigma of about 0.25, 0.45 and 0.65
    // modules.
    constexpr std::array kBlurs {0.06, 0.16, 0.24};

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
        double blur = 0;
        int characters = 0; ///< of Code 128 and Code 39, with those at both ends
        int narrow
            = 1; ///< parts of a module of a bar of Code 39, in which narrow and wide ones are whole numbers
        int wide = 2;
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
            const Choice choice = alphabet.choose(row, at + drift + i * alphabet.modules());
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

    std::optional<Attempt> code128(const BarExtent& extent, const SummedProfile& profile, double blur,
        const Counts& counts, const Demands& least, WorkClock::time_point until)
    {
        const Alphabet alphabet(code128Patterns(), '0', '1', blur);
        const auto stop = lookOf("0" + std::string(kCode128Stop) + "0", blur);
        std::optional<Attempt> best;
        for (int characters = counts.fewest; characters <= counts.most; ++characters) {
            const int modules = 11 * characters + 2;
            if (extent.length() / modules < kSmallestModule || WorkClock::now() >= until)
                break;
            const auto stopScore
                = [&](const ModuleRow& row) { return correlation(row.greys(modules - 14, 15).data(), stop); };
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
            Attempt attempt {{}, {Code128, blur, characters}, row.extent()};
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
        const BarExtent& extent, const SummedProfile& profile, double blur, const Demands& least)
    {
        constexpr int kModules = 95;
        if (extent.length() / kModules < kSmallestModule)
            return std::nullopt;
        const Alphabet left(eanLeftPatterns(), '1', '0', blur);
        const Alphabet right(eanRightPatterns(), '0', '1', blur);
        const auto side = lookOf("00001010", blur);
        const auto centre = lookOf("1010101", blur);
        const auto otherSide = lookOf("01010000", blur);
        const auto score = [&](const ModuleRow& row, int first, const std::vector<float>& look) {
            return correlation(row.greys(first, static_cast<int>(look.size())).data(), look);
        };
        const auto guards = [&](const ModuleRow& row) {
            return score(row, -4, side) + score(row, 44, centre) + score(row, 91, otherSide);
        };
        const ModuleRow row = ModuleRow(profile, extent, kModules, 0).fitted([&](const ModuleRow& moved) {
            return guards(moved) / 3 + left.sense(moved, 3, 6) + right.sense(moved, 50, 6);
        });
        if (guards(row) < least.guards)
            return std::nullopt;
        Attempt attempt {{}, {EAN13, blur}, row.extent()};
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
        const Alphabet alphabet(code39Patterns(guess.narrow, guess.wide), '0', '1', guess.blur);
        constexpr int kAsterisk = 43;
        std::optional<Attempt> best;
        for (int characters = counts.fewest; characters <= counts.most; ++characters) {
            const int modules = alphabet.modules() * characters - guess.narrow;
            if (extent.length() / modules * guess.narrow < kSmallestModule || WorkClock::now() >= until)
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

    /// The widths of Code 39 that printers make.
    constexpr std::array kCode39Widths {std::pair {1, 2}, std::pair {2, 5}, std::pair {1, 3}};

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
            for (std::size_t i = 0; i < kBlurs.size(); ++i) {
                const double blur = kBlurs[(i + static_cast<std::size_t>(tries) / 2) % kBlurs.size()];
                if (WorkClock::now() >= until)
                    return best.value();
                if (mayBeEan)
                    best.offer(ean13(extent, summed, blur, kOfWhole));
                best.offer(code128(extent, summed, blur, of128, kOfWhole, until));
                for (const auto& [narrow, wide] : kCode39Widths)
                    best.offer(
                        code39(extent, summed, {Code39, blur, 0, narrow, wide}, of39, kOfWhole, until));
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
            best.offer(guess.format == EAN13  ? ean13(extent, summed, guess.blur, kOfHalf)
                    : guess.format == Code128 ? code128(extent, summed, guess.blur, same, kOfHalf, kAlways)
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
