#include "scanner/linear_looks.h"

#include "scanner/linear_alphabets.h"

namespace guanwu {

namespace {

    Alphabet alphabetOf(std::span<const BarPattern> patterns, char before, char behind, double blur)
    {
        std::vector<std::vector<float>> looks;
        for (const BarPattern& pattern : patterns)
            looks.push_back(lookOf(before + pattern + behind, blur));
        return Alphabet(LookTable(looks));
    }

    LinearLooks looksOf(double blur)
    {
        const auto code39 = [&](int narrow, int wide) {
            return LinearLooks::Code39 {narrow, alphabetOf(code39Patterns(narrow, wide), '0', '1', blur)};
        };
        return {alphabetOf(code128Patterns(), '0', '1', blur),
            lookOf("0" + std::string(kCode128Stop) + "0", blur), alphabetOf(eanLeftPatterns(), '1', '0', blur),
            alphabetOf(eanRightPatterns(), '0', '1', blur), lookOf("00001010", blur), lookOf("1010101", blur),
            lookOf("01010000", blur), {code39(1, 2), code39(2, 5), code39(1, 3)}};
    }

} // namespace

Alphabet::Choice Alphabet::choose(const ModuleRow& row, double at) const
{
    Choice choice;
    for (const double shift : {0.0, -0.15, 0.15, -0.3, 0.3}) {
        const LookTable::Best best = m_looks.best(row.greys(at + shift - 1, modules() + 2).data());
        if (const auto score = static_cast<double>(best.score); score > choice.score)
            choice = {static_cast<int>(best.pattern), score, shift};
    }
    return choice;
}

double Alphabet::score(const ModuleRow& row, double at, std::initializer_list<std::size_t> values) const
{
    return static_cast<double>(m_looks.score(row.greys(at - 1, modules() + 2).data(), values));
}

double Alphabet::sense(const ModuleRow& row, double at, int count) const
{
    const auto greys = row.greys(at - 1, modules() * count + 2);
    double sum = 0;
    for (int i = 0; i < count; ++i)
        sum += static_cast<double>(m_looks.best(greys.data() + std::ptrdiff_t {i} * modules()).score);
    return sum / count;
}

std::span<const LinearLooks> linearLooks()
{
    // Share of a module's grey that blur moves into each neighbour: sigma of about 0.25, 0.45 and 0.65
    // modules.
    static const std::array all {looksOf(0.06), looksOf(0.16), looksOf(0.24)};
    return all;
}

} // namespace guanwu
