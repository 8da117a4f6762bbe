#include "scanner/finder_patterns.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace guanwu {

namespace {

    constexpr int kLeastStep = 14; // grey levels between light and dark next to each other

    /// A line of pixels: a row, a column.
    struct Line {
        const std::uint8_t* first = nullptr;
        std::ptrdiff_t step = 1;
        int count = 0;
        [[nodiscard]] int at(int i) const { return first[i * step]; }
    };

    /// Places where the line turns from light to dark or back, by turns, each half way between the lightest
    /// and the darkest place on its two sides: blur makes narrow bars pale, but leaves these where they are.
    struct Turns {
        std::vector<double> places;
        bool darkFirst = false; ///< the first turn is into dark
    };

    void turnsOf(const Line& line, Turns& turns)
    {
        turns.places.clear();
        int low = 0; // where the extremes since the last turn lie
        int high = 0;
        bool known = false;
        bool rising = false;
        int last = 0; // the extreme before
        const auto turnAt = [&](int from, int to) {
            const int middle2 = line.at(from) + line.at(to);
            for (int i = from + 1; i <= to; ++i) {
                const int before = 2 * line.at(i - 1) - middle2;
                const int now = 2 * line.at(i) - middle2;
                if ((before <= 0) != (now <= 0)) {
                    turns.places.push_back(i - 0.5 + static_cast<double>(before) / (before - now));
                    return;
                }
            }
            turns.places.push_back((from + to + 1) / 2.0);
        };
        const std::uint8_t* next = line.first;
        int lowest = *next;
        int highest = lowest;
        int i = 1;
        // Which way the line goes first is known where it has gone far enough.
        for (; i < line.count && !known; ++i) {
            next += line.step;
            const int grey = *next;
            if (grey > highest) {
                high = i;
                highest = grey;
            }
            if (grey < lowest) {
                low = i;
                lowest = grey;
            }
            known = highest - lowest > kLeastStep;
        }
        rising = high > low;
        last = rising ? low : high;
        for (; i < line.count; ++i) {
            next += line.step;
            const int grey = *next;
            if (rising) {
                if (grey > highest) {
                    high = i;
                    highest = grey;
                } else if (grey < highest - kLeastStep) { // the light place lies behind
                    turnAt(last, high);
                    last = high;
                    low = i;
                    lowest = grey;
                    rising = false;
                }
            } else if (grey < lowest) {
                low = i;
                lowest = grey;
            } else if (grey > lowest + kLeastStep) {
                turnAt(last, low);
                last = low;
                high = i;
                highest = grey;
                rising = true;
            }
        }
        if (known)
            turnAt(last, rising ? high : low);
        // Known only now: the grey behind the first turn.
        if (!turns.places.empty())
            turns.darkFirst = [&] {
                const int before = std::max(0, static_cast<int>(turns.places.front()) - 1);
                const int behind = std::min(line.count - 1, static_cast<int>(turns.places.front()) + 1);
                return line.at(behind) < line.at(before);
            }();
    }

    struct Crossing {
        double middle = 0;
        double module = 0;
    };

    /// Whether the pattern begins at this turn.
    std::optional<Crossing> crossingAt(const Turns& turns, std::size_t first, const std::vector<int>& widths)
    {
        if (first + widths.size() >= turns.places.size())
            return std::nullopt;
        const double total = turns.places[first + widths.size()] - turns.places[first];
        const double module = total / std::accumulate(widths.begin(), widths.end(), 0);
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const double run = turns.places[first + i + 1] - turns.places[first + i];
            // Nine equal runs are rarer in print and noise if they have to be equal.
            const double tolerance = widths[i] > 1 ? 0.9 : widths.size() > 5 ? 0.42 : 0.62;
            if (std::abs(run - widths[i] * module) > tolerance * module)
                return std::nullopt;
        }
        const std::size_t half = first + widths.size() / 2;
        return Crossing {(turns.places[half] + turns.places[half + 1]) / 2, module};
    }

    std::optional<Crossing> crossingAt(const Turns& turns, std::size_t first, const PatternLines& lines)
    {
        const bool isDark = (first % 2 == 0) == turns.darkFirst;
        for (const PatternLine& line : lines)
            if (line.startsDark == isDark)
                if (const auto crossing = crossingAt(turns, first, line.widths))
                    return crossing;
        return std::nullopt;
    }

    /// The crossing of the column through `x` near `y`, as high as the row's is wide, about.
    std::optional<Crossing> confirmed(
        LumView picture, double x, double y, double module, const PatternLines& lines, Turns& turns)
    {
        const int column = std::clamp(static_cast<int>(x), 0, picture.width - 1);
        const double reach
            = module * std::accumulate(lines.front().widths.begin(), lines.front().widths.end(), 0) * 1.3;
        const int top = std::max(0, static_cast<int>(y - reach));
        const int bottom = std::min(picture.height, static_cast<int>(y + reach) + 1);
        turnsOf(
            {picture.pixels + std::ptrdiff_t {top} * picture.stride + column, picture.stride, bottom - top},
            turns);
        std::optional<Crossing> best;
        for (std::size_t i = 0; i < turns.places.size(); ++i)
            if (auto crossing = crossingAt(turns, i, lines)) {
                crossing->middle += top;
                if (std::abs(crossing->middle - y) < 1.6 * crossing->module + 1
                    && crossing->module < 2.6 * module && module < 2.6 * crossing->module
                    && (!best || std::abs(crossing->middle - y) < std::abs(best->middle - y)))
                    best = crossing;
            }
        return best;
    }

} // namespace

const PatternLines& qrFinderLines()
{
    static const PatternLines lines {{true, {1, 1, 3, 1, 1}}};
    return lines;
}

const PatternLines& bullsEyeLines()
{
    static const PatternLines lines {{false, {1, 1, 1, 1, 1, 1, 1}}, {false, {1, 1, 3, 1, 1}}};
    return lines;
}

std::vector<FinderPattern> findPatterns(
    LumView picture, const PatternLines& lines, std::size_t most, int rowStep)
{
    std::vector<FinderPattern> found;
    Turns turns;
    Turns columnTurns;
    for (int y = 0; y < picture.height; y += rowStep) {
        turnsOf({picture.pixels + std::ptrdiff_t {y} * picture.stride, 1, picture.width}, turns);
        for (std::size_t i = 0; i < turns.places.size(); ++i) {
            const auto row = crossingAt(turns, i, lines);
            if (!row)
                continue;
            const auto near = std::find_if(found.begin(), found.end(), [&](const FinderPattern& one) {
                return std::abs(one.middle.x - row->middle) < 1.5 * row->module
                    && std::abs(one.middle.y - y) < 2.5 * one.down && row->module < 1.4 * one.across
                    && one.across < 1.4 * row->module;
            });
            if (near != found.end() && near->rows > 2) {
                ++near->rows;
                continue;
            }
            const auto column = confirmed(picture, row->middle, y + 0.5, row->module, lines, columnTurns);
            if (!column)
                continue;
            if (near != found.end()) {
                near->middle = (near->middle * near->rows + PointF {row->middle, column->middle})
                    * (1.0 / (near->rows + 1));
                ++near->rows;
            } else {
                found.push_back({{row->middle, column->middle}, row->module, column->module, 1});
            }
        }
    }
    // A line or two may look like anything.
    std::erase_if(found, [](const FinderPattern& one) { return one.rows < 3; });
    std::sort(found.begin(), found.end(),
        [](const FinderPattern& a, const FinderPattern& b) { return a.rows > b.rows; });
    if (found.size() > most)
        found.resize(most);
    return found;
}

} // namespace guanwu
