#include "scanner/look_table.h"

#include <algorithm>
#include <cmath>
#include <experimental/simd>

namespace guanwu {

namespace {

    namespace simd = std::experimental;
    /// The sums of so many patterns at once stay in the registers of a processor.
    using Scores = simd::fixed_size_simd<float, 16>;
    constexpr std::size_t kBlock = Scores::size();

} // namespace

LookTable::LookTable(const std::vector<std::vector<float>>& looks)
    : m_length(looks.front().size())
    // What no pattern fills looks like nothing.
    , m_looks((looks.size() + kBlock - 1) / kBlock * kBlock * m_length)
{
    for (std::size_t i = 0; i < looks.size(); ++i)
        for (std::size_t module = 0; module < m_length; ++module)
            m_looks[(i / kBlock * m_length + module) * kBlock + i % kBlock] = looks[i][module];
}

LookTable::Best LookTable::best(const float* greys) const
{
    const float scale = scaleOf(greys);
    if (scale == 0)
        return {};
    // Looks have no mean, so that of the greys is lost.
    Scores best(0.F);
    Scores bestBlock(0.F);
    const float* looks = m_looks.data();
    const float* const end = looks + m_looks.size();
    for (float block = 0; looks != end; ++block) {
        Scores scores(0.F);
        for (std::size_t module = 0; module < m_length; ++module, looks += kBlock)
            scores += greys[module] * Scores(looks, simd::element_aligned);
        const auto isBetter = scores > best;
        simd::where(isBetter, best) = scores;
        simd::where(isBetter, bestBlock) = block;
    }
    const float score = simd::hmax(best);
    const auto lane = static_cast<std::size_t>(simd::find_first_set(best == score));
    return {static_cast<std::size_t>(bestBlock[lane]) * kBlock + lane, score * scale};
}

float LookTable::score(const float* greys, std::initializer_list<std::size_t> patterns) const
{
    float best = 0;
    for (const std::size_t pattern : patterns) {
        const float* looks = m_looks.data() + pattern / kBlock * m_length * kBlock + pattern % kBlock;
        float product = 0;
        for (std::size_t module = 0; module < m_length; ++module)
            product += greys[module] * looks[module * kBlock];
        best = std::max(best, product);
    }
    return best * scaleOf(greys);
}

float LookTable::scaleOf(const float* greys) const
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

} // namespace guanwu
