#include "scanner/ordered_statistics.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace guanwu {

namespace {

    using Word = std::uint64_t; ///< a part of a row of bits
    constexpr std::size_t kBits = 64;

    /// Rows of bits, one after the other.
    class BitRows {
    public:
        BitRows(std::size_t rows, std::size_t columns)
            : m_stride((columns + kBits - 1) / kBits)
            , m_words(rows * m_stride)
        {
        }
        [[nodiscard]] std::size_t stride() const { return m_stride; }
        [[nodiscard]] Word* row(std::size_t i) { return m_words.data() + i * m_stride; }
        [[nodiscard]] const Word* row(std::size_t i) const { return m_words.data() + i * m_stride; }
        void set(std::size_t row_, std::size_t column)
        {
            row(row_)[column / kBits] |= Word {1} << (column % kBits);
        }
        [[nodiscard]] bool at(std::size_t row_, std::size_t column) const
        {
            return (row(row_)[column / kBits] >> (column % kBits) & 1U) != 0;
        }
        void addRow(std::size_t to, std::size_t from) { addRow(to, row(from)); }
        void addRow(std::size_t to, const Word* from)
        {
            Word* into = row(to);
            for (std::size_t i = 0; i < m_stride; ++i)
                into[i] ^= from[i];
        }
        void swapRows(std::size_t a, std::size_t b) { std::swap_ranges(row(a), row(a) + m_stride, row(b)); }

    private:
        std::size_t m_stride;
        std::vector<Word> m_words;
    };

    /// Sum of the weights of the bits that are set in an odd number of the rows; stops where it is over
    /// `most`.
    template <class... Rows>
    float weightOf(const std::vector<float>& weights, std::size_t stride, float most, const Rows*... rows)
    {
        float sum = 0;
        for (std::size_t part = 0; part < stride && sum <= most; ++part)
            for (Word left = (rows[part] ^ ...); left != 0; left &= left - 1)
                sum += weights[part * kBits + static_cast<std::size_t>(std::countr_zero(left))];
        return sum;
    }

    using Matrix = std::vector<std::vector<int>>; ///< of each row the bits that are set

    /// A word of the code for each bit of its data.
    const Matrix& generatorOf(const BlockCode& code)
    {
        using Key = std::tuple<const FiniteField*, int, int, int>;
        thread_local std::map<Key, Matrix> known;
        const auto [found, isNew] = known.try_emplace({code.field, code.length, code.checks, code.firstRoot});
        if (!isNew)
            return found->second;
        const FiniteField& field = *code.field;
        std::vector<int> divisor {1}; // of all words of the code, lowest power first
        for (int i = 0; i < code.checks; ++i) {
            divisor.insert(divisor.begin(), 0);
            for (std::size_t power = 0; power + 1 < divisor.size(); ++power)
                divisor[power] ^= field.times(divisor[power + 1], field.power(code.firstRoot + i));
        }
        // Check words are what a power leaves when it is divided, from the lowest one of the data upwards.
        const std::size_t checks = divisor.size() - 1;
        const int data = code.length - code.checks;
        std::vector<std::vector<int>> rests(static_cast<std::size_t>(data));
        std::vector<int> rest(divisor.begin(), divisor.end() - 1);
        for (int i = data - 1; i >= 0; --i) {
            rests[static_cast<std::size_t>(i)] = rest;
            const int highest = rest.back();
            rest.insert(rest.begin(), 0);
            rest.pop_back();
            for (std::size_t power = 0; power < checks; ++power)
                rest[power] ^= field.times(highest, divisor[power]);
        }
        for (int i = 0; i < data; ++i)
            for (int bit = code.bits - 1; bit >= 0; --bit) {
                std::vector<int> row;
                const auto addWord = [&](int word, int value) {
                    for (int k = 0; k < code.bits; ++k)
                        if ((value >> (code.bits - 1 - k) & 1) != 0)
                            row.push_back(word * code.bits + k);
                };
                addWord(i, 1 << bit);
                for (std::size_t power = 0; power < checks; ++power)
                    addWord(code.length - 1 - static_cast<int>(power),
                        field.times(rests[static_cast<std::size_t>(i)][power], 1 << bit));
                found->second.push_back(std::move(row));
            }
        return found->second;
    }

    /// The code's words, each with one of the surest bits that do not depend on each other and none of the
    /// others: its pivot. Columns are in the order of sureness, and so are the pivots.
    struct PivotRows {
        BitRows rows;
        std::vector<std::size_t> pivots; ///< the column of each row
    };

    PivotRows pivotRowsOf(const Matrix& generator, const std::vector<std::size_t>& columnOf)
    {
        PivotRows out {BitRows(generator.size(), columnOf.size()), {}};
        for (std::size_t i = 0; i < generator.size(); ++i)
            for (const int bit : generator[i])
                out.rows.set(i, columnOf[static_cast<std::size_t>(bit)]);
        for (std::size_t column = 0; column < columnOf.size() && out.pivots.size() < generator.size();
             ++column) {
            const std::size_t first = out.pivots.size();
            std::size_t pivot = first;
            while (pivot < generator.size() && !out.rows.at(pivot, column))
                ++pivot;
            if (pivot == generator.size())
                continue;
            if (pivot != first)
                out.rows.swapRows(first, pivot);
            for (std::size_t other = 0; other < generator.size(); ++other)
                if (other != first && out.rows.at(other, column))
                    out.rows.addRow(other, first);
            out.pivots.push_back(column);
        }
        return out;
    }

} // namespace

LikelyCodeword likeliestCodeword(const BlockCode& code, const std::vector<float>& values)
{
    const std::size_t count = values.size();
    std::vector<std::size_t> bySureness(count);
    std::iota(bySureness.begin(), bySureness.end(), 0);
    std::sort(bySureness.begin(), bySureness.end(),
        [&](std::size_t a, std::size_t b) { return std::abs(values[a]) > std::abs(values[b]); });
    std::vector<std::size_t> columnOf(count);
    std::vector<float> weights(count);
    constexpr std::size_t kSaid = 0; // what the greys say
    constexpr std::size_t kWord = 1; // the word that agrees with them where the pivots are
    constexpr std::size_t kDiffers = 2; // where these two differ
    BitRows own(3, count);
    for (std::size_t column = 0; column < count; ++column) {
        const std::size_t bit = bySureness[column];
        columnOf[bit] = column;
        weights[column] = std::abs(values[bit]);
        if (values[bit] < 0)
            own.set(kSaid, column);
    }
    const auto [rows, pivots] = pivotRowsOf(generatorOf(code), columnOf);
    for (std::size_t i = 0; i < pivots.size(); ++i)
        if (own.at(kSaid, pivots[i]))
            own.addRow(kWord, rows.row(i));
    own.addRow(kDiffers, kSaid);
    own.addRow(kDiffers, kWord);
    // Of two pivots that are wrong at once neither is likely to be among the surest.
    constexpr std::size_t kPairs = 56;
    const std::size_t stride = own.stride();
    const Word* differs = own.row(kDiffers);
    float least = weightOf(weights, stride, 1e9F, differs);
    std::pair best {pivots.size(), pivots.size()};
    for (std::size_t i = 0; i < pivots.size(); ++i) {
        if (const float cost = weightOf(weights, stride, least, differs, rows.row(i)); cost < least) {
            least = cost;
            best = {i, pivots.size()};
        }
        for (std::size_t j = i + 1; i + kPairs >= pivots.size() && j < pivots.size(); ++j)
            if (const float cost = weightOf(weights, stride, least, differs, rows.row(i), rows.row(j));
                cost < least) {
                least = cost;
                best = {i, j};
            }
    }
    for (const std::size_t i : {best.first, best.second})
        if (i < pivots.size())
            own.addRow(kWord, rows.row(i));
    LikelyCodeword out {std::vector<int>(static_cast<std::size_t>(code.length)), 0};
    for (std::size_t bit = 0; bit < count; ++bit)
        if (own.at(kWord, columnOf[bit])) {
            const auto width = static_cast<std::size_t>(code.bits);
            out.word[bit / width] |= 1 << (width - 1 - bit % width);
        }
    // A word found by chance agrees with the pivots and with every other bit else.
    double mean = 0;
    double variance = 1e-9;
    for (std::size_t column = 0, next = 0; column < count; ++column) {
        if (next < pivots.size() && pivots[next] == column) {
            ++next;
            continue;
        }
        const auto weight = static_cast<double>(weights[column]);
        mean += weight / 2;
        variance += weight * weight / 4;
    }
    out.certainty = (mean - static_cast<double>(least)) / std::sqrt(variance);
    return out;
}

} // namespace guanwu
