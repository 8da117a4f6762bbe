#pragma once

#include "scanner/look_table.h"
#include "scanner/module_row.h"

#include <array>
#include <initializer_list>
#include <span>

namespace guanwu {

/// Characters of equal width as they look after blur, with the module before and behind them.
class Alphabet {
public:
    explicit Alphabet(LookTable looks)
        : m_looks(std::move(looks))
    {
    }

    [[nodiscard]] int modules() const { return static_cast<int>(m_looks.length()) - 2; }

    /// A choice among the characters.
    struct Choice {
        int value = -1;
        double score = 0;
        double shift = 0; ///< modules from where it was expected
    };
    /// The character that begins at module `at`, or a little beside it: what the fit left.
    [[nodiscard]] Choice choose(const ModuleRow& row, double at) const;

    /// How much the character there looks like each of `values`, the best of them.
    [[nodiscard]] double score(
        const ModuleRow& row, double at, std::initializer_list<std::size_t> values) const;

    /// How much `count` characters from module `at` on look like any: the mean of their best scores.
    [[nodiscard]] double sense(const ModuleRow& row, double at, int count) const;

private:
    LookTable m_looks;
};

/// What the linear codes look like after one amount of blur.
struct LinearLooks {
    Alphabet code128;
    std::vector<float> code128Stop; ///< with a module of paper on both sides
    Alphabet eanLeft;
    Alphabet eanRight;
    std::vector<float> eanSide;
    std::vector<float> eanCentre;
    std::vector<float> eanOtherSide;
    struct Code39 {
        int narrow = 1; ///< parts of a module of a bar, in which narrow and wide ones are whole numbers
        Alphabet characters;
    };
    std::array<Code39, 3> code39; ///< in the widths that printers make
};

/// For little, usual and much blur; made once.
[[nodiscard]] std::span<const LinearLooks> linearLooks();

} // namespace guanwu
