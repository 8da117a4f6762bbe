#pragma once

#include <cstddef>
#include <initializer_list>
#include <vector>

namespace guanwu {

/// Patterns of as many modules each as they look after blur, to find the one that greys look like most.
class LookTable {
public:
    /// Each as lookOf() gives it; there is at least one.
    explicit LookTable(const std::vector<std::vector<float>>& looks);

    [[nodiscard]] std::size_t length() const { return m_length; } ///< modules of a pattern

    struct Best {
        std::size_t pattern = 0;
        float score = 0; ///< correlation, up to 1; 0 where the greys do not differ or look like none
    };
    [[nodiscard]] Best best(const float* greys) const;

    /// How much they look like one of those patterns, the best of them.
    [[nodiscard]] float score(const float* greys, std::initializer_list<std::size_t> patterns) const;

private:
    /// What makes a sum of products a correlation; 0 where the greys do not differ.
    [[nodiscard]] float scaleOf(const float* greys) const;

    std::size_t m_length;
    std::vector<float> m_looks; ///< of each block of patterns, of each module, theirs
};

} // namespace guanwu
