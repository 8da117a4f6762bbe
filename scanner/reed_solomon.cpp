#include "scanner/reed_solomon.h"

#include <algorithm>

namespace guanwu {

FiniteField::FiniteField(int bits, int polynomial)
    : m_size(1 << bits)
    , m_powers(2 * static_cast<std::size_t>(m_size - 1))
    , m_logs(static_cast<std::size_t>(m_size))
{
    const auto order = static_cast<std::size_t>(m_size - 1);
    int value = 1;
    for (std::size_t i = 0; i < order; ++i) {
        m_powers[i] = m_powers[i + order] = value;
        m_logs[static_cast<std::size_t>(value)] = static_cast<int>(i);
        value *= 2;
        if (value >= m_size)
            value ^= polynomial;
    }
}

namespace {

    using Polynomial = std::vector<int>; // lowest power first

    int valueAt(const FiniteField& field, const Polynomial& polynomial, int x)
    {
        int sum = 0;
        for (auto i = polynomial.rbegin(); i != polynomial.rend(); ++i)
            sum = field.times(sum, x) ^ *i;
        return sum;
    }

    Polynomial syndromesOf(const FiniteField& field, std::span<const int> word, int checks, int firstRoot)
    {
        Polynomial syndromes;
        for (int i = 0; i < checks; ++i) {
            const int root = field.power(firstRoot + i);
            int sum = 0;
            for (const int value : word)
                sum = field.times(sum, root) ^ value;
            syndromes.push_back(sum);
        }
        return syndromes;
    }

    /// The polynomial whose roots are the inverses of the places of erasures and errors (E. Berlekamp and J.
    /// Massey, begun with the erasures as R. Blahut, Theory and Practice of Error Control Codes, 1983, has
    /// it). Empty where there are too many errors.
    Polynomial locatorOf(const FiniteField& field, const Polynomial& syndromes, std::size_t length,
        std::span<const int> erased)
    {
        const std::size_t checks = syndromes.size();
        Polynomial locator(checks + 2);
        locator[0] = 1;
        std::size_t degree = 0;
        for (const int place : erased) {
            const int x = field.power(static_cast<int>(length) - 1 - place);
            ++degree;
            for (std::size_t i = degree; i > 0; --i)
                locator[i] ^= field.times(x, locator[i - 1]);
        }
        const std::size_t erasures = degree;
        Polynomial before = locator;
        for (std::size_t r = erasures + 1; r <= checks; ++r) {
            int discrepancy = 0;
            for (std::size_t i = 0; i < r; ++i)
                discrepancy ^= field.times(locator[i], syndromes[r - 1 - i]);
            before.insert(before.begin(), 0);
            before.pop_back();
            if (discrepancy == 0)
                continue;
            const Polynomial last = locator;
            for (std::size_t i = 0; i < locator.size(); ++i)
                locator[i] ^= field.times(discrepancy, before[i]);
            if (2 * degree <= r + erasures - 1) {
                degree = r + erasures - degree;
                for (std::size_t i = 0; i < last.size(); ++i)
                    before[i] = field.over(last[i], discrepancy);
            }
        }
        if (2 * degree > checks + erasures)
            return {};
        locator.resize(degree + 1);
        return locator;
    }

} // namespace

bool correctErrors(
    const FiniteField& field, std::span<int> word, int checks, int firstRoot, std::span<const int> erased)
{
    const Polynomial syndromes = syndromesOf(field, word, checks, firstRoot);
    if (std::all_of(syndromes.begin(), syndromes.end(), [](int value) { return value == 0; }))
        return true;
    if (static_cast<int>(erased.size()) > checks)
        return false;
    const Polynomial locator = locatorOf(field, syndromes, word.size(), erased);
    if (locator.empty())
        return false;
    const int length = static_cast<int>(word.size());
    std::vector<int> exponents; // of the places that are wrong
    for (int exponent = 0; exponent < length; ++exponent)
        if (valueAt(field, locator, field.power(field.size() - 1 - exponent)) == 0)
            exponents.push_back(exponent);
    if (exponents.size() + 1 != locator.size())
        return false;
    Polynomial evaluator(syndromes.size());
    for (std::size_t i = 0; i < evaluator.size(); ++i)
        for (std::size_t j = 0; j <= std::min(i, locator.size() - 1); ++j)
            evaluator[i] ^= field.times(locator[j], syndromes[i - j]);
    std::vector<int> corrected(word.begin(), word.end());
    for (const int exponent : exponents) { // G. D. Forney, 1965
        const int inverse = field.power(field.size() - 1 - exponent);
        int divisor = field.power(firstRoot * exponent);
        for (const int other : exponents)
            if (other != exponent)
                divisor = field.times(divisor, 1 ^ field.times(field.power(other), inverse));
        corrected[static_cast<std::size_t>(length - 1 - exponent)]
            ^= field.over(valueAt(field, evaluator, inverse), divisor);
    }
    const Polynomial left = syndromesOf(field, corrected, checks, firstRoot);
    if (std::any_of(left.begin(), left.end(), [](int value) { return value != 0; }))
        return false;
    std::copy(corrected.begin(), corrected.end(), word.begin());
    return true;
}

} // namespace guanwu
