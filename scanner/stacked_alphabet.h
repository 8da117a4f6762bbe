#pragma once

#include "scanner/look_table.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

// PDF417 (ISO/IEC 15438): a codeword is 17 modules of four bars and four spaces, each of one to six; rows use
// three clusters of 929 patterns in turn.
inline constexpr int kStackedCodeword = 17; // modules, as is the start pattern
inline constexpr int kStackedStop = 18;
inline constexpr std::size_t kStackedClusters = 3;
inline constexpr std::string_view kStackedStartModules = "11111111010101000";
inline constexpr std::string_view kStackedStopModules = "111111101000101001";

/// The codewords of all clusters as they look after blur, each with a module of its neighbours' colours on
/// both sides.
class StackedAlphabet {
public:
    static constexpr std::size_t kPatterns = 929;
    static constexpr std::size_t kLength = kStackedCodeword + 2;

    /// For a share of each module's grey that blur moves into each neighbour: 0.06, 0.16, 0.24.
    static constexpr std::size_t kBlurs = 3;
    [[nodiscard]] static const StackedAlphabet& ofBlur(std::size_t number);

    /// The codeword of the cluster that kLength greys look like most.
    [[nodiscard]] LookTable::Best choose(std::size_t cluster, const float* greys) const
    {
        return m_clusters[cluster].best(greys);
    }

    /// The modules of a pattern, '1' = bar.
    [[nodiscard]] static std::string modulesOf(std::size_t cluster, std::size_t pattern);

private:
    explicit StackedAlphabet(double blur);

    std::array<LookTable, kStackedClusters> m_clusters;
};

} // namespace guanwu
