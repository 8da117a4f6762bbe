#pragma once

#include "scanner/reed_solomon.h"

#include <vector>

namespace guanwu {

/// A Reed-Solomon code over bits: `length` words, of which the last `checks` check.
struct BlockCode {
    const FiniteField* field = nullptr;
    int bits = 8; ///< of a word
    int length = 0;
    int checks = 0;
    int firstRoot = 0;
};

/// A word of the code, and how much better it agrees with what was said than chance would let it.
struct LikelyCodeword {
    std::vector<int> word;
    /// In standard deviations: chance gives one of 6 about once in a million answers.
    double certainty = 0;
};

/// The word of the code that soft values look most like, found among those that agree with the surest bits
/// but for one or two (ordered statistics decoding, M. Fossorier and S. Lin, 1995). Reaches bits that are
/// wrong in far more words than there are checks for, where each has one that is hardly wrong. `values`: of
/// each bit, the highest of the first word first, below 0 where it is 1, and the farther from 0 the surer.
/// There is always an answer: its certainty says whether it means anything.
[[nodiscard]] LikelyCodeword likeliestCodeword(const BlockCode& code, const std::vector<float>& values);

} // namespace guanwu
