#include "scanner/module_mix.h"

#include "scanner/least_squares.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace guanwu {

namespace {

    constexpr std::size_t kWide = 3; // a grey has its neighbours in it, hardly more
    constexpr std::size_t kShares = kWide * kWide;

    class Disentangler {
    public:
        Disentangler(const ModuleGreys& greys, const ModuleGreys& first, const GridModel& model)
            : m_side(model.side)
            , m_stride(model.side + 2)
            , m_greys(greys)
            , m_beliefs(static_cast<std::size_t>(m_stride * m_stride), 1)
            , m_sums(m_beliefs.size())
            , m_rest(m_beliefs.size())
            , m_doubts(m_beliefs.size())
            , m_isLost(m_beliefs.size())
        {
            constexpr float kTrust = 3;
            for (int y = 0; y < m_side; ++y)
                for (int x = 0; x < m_side; ++x) {
                    const auto known = model.at(x, y);
                    const std::size_t i = index(x, y);
                    m_isLost[i] = greys.isLost(x, y);
                    m_beliefs[i] = known != GridModel::Unknown ? static_cast<float>(known)
                                                               : std::tanh(kTrust * first.at(x, y));
                    if (known == GridModel::Unknown)
                        m_open.push_back(i);
                }
        }

        void run()
        {
            constexpr int kMixes = 8;
            constexpr int kRounds = 4;
            for (int mix = 0; mix < kMixes; ++mix) {
                learnMix();
                for (int round = 0; round < kRounds; ++round)
                    believe();
            }
        }

        /// Half the logarithm of light's odds; of modules that the standard leaves open.
        [[nodiscard]] float sum(int x, int y) const { return m_sums[index(x, y)]; }

    private:
        [[nodiscard]] std::size_t index(int x, int y) const
        {
            return static_cast<std::size_t>((y + 1) * m_stride + x + 1);
        }
        /// Neighbour k of a module.
        [[nodiscard]] std::size_t at(std::size_t i, std::size_t k) const
        {
            return i + k / kWide * static_cast<std::size_t>(m_stride) + k % kWide
                - static_cast<std::size_t>(m_stride) - 1;
        }

        /// How the greys come from the modules, as these are believed to be, and from a plane of light.
        void learnMix()
        {
            constexpr std::size_t kUnknowns = kShares + 3;
            constexpr LeastSquares<kUnknowns>::Values kPrior {
                0.03, 0.1, 0.03, 0.1, 0.5, 0.1, 0.03, 0.1, 0.03, 0, 0, 0};
            constexpr double kPriorWeight = 4; // modules
            LeastSquares<kUnknowns> squares;
            squares.drawTowards(kPrior, kPriorWeight);
            LeastSquares<kUnknowns>::Values inputs {};
            inputs[kShares] = 1;
            for (int y = 0; y < m_side; ++y)
                for (int x = 0; x < m_side; ++x) {
                    if (m_greys.isLost(x, y))
                        continue;
                    for (std::size_t k = 0; k < kShares; ++k)
                        inputs[k] = static_cast<double>(m_beliefs[at(index(x, y), k)]);
                    inputs[kShares + 1] = x - m_side / 2.0;
                    inputs[kShares + 2] = y - m_side / 2.0;
                    squares.add(inputs, static_cast<double>(m_greys.at(x, y)));
                }
            const auto solved = squares.solved();
            for (std::size_t k = 0; k < kShares; ++k)
                m_shares[k] = static_cast<float>(solved[k]);
            m_light = {solved[kShares], solved[kShares + 1], solved[kShares + 2]};
        }

        /// Takes what is believed out of the greys and believes what they then say, with some of what was
        /// believed before, or neighbours would swing against each other.
        void believe()
        {
            constexpr float kLeastNoise = 0.01F;
            constexpr float kNoiseOfRest = 0.7F; // some of it is what is believed wrongly
            constexpr float kInertia = 0.7F;
            float squaresLeft = 0;
            for (int y = 0; y < m_side; ++y)
                for (int x = 0; x < m_side; ++x) {
                    const std::size_t i = index(x, y);
                    if (m_isLost[i])
                        continue;
                    const double light
                        = m_light[0] + m_light[1] * (x - m_side / 2.0) + m_light[2] * (y - m_side / 2.0);
                    float left = m_greys.at(x, y) - static_cast<float>(light);
                    float doubt = 0;
                    for (std::size_t k = 0; k < kShares; ++k) {
                        const float belief = m_beliefs[at(i, k)];
                        left -= m_shares[k] * belief;
                        doubt += m_shares[k] * m_shares[k] * (1 - belief * belief);
                    }
                    m_rest[i] = left;
                    m_doubts[i] = doubt;
                    squaresLeft += left * left;
                }
            const float noise
                = std::max(kLeastNoise, kNoiseOfRest * squaresLeft / static_cast<float>(m_side * m_side));
            for (const std::size_t i : m_open) {
                const float own = m_beliefs[i];
                float sum = 0;
                for (std::size_t k = 0; k < kShares; ++k) {
                    // The grey that has this module as its neighbour k.
                    const std::size_t grey = at(i, kShares - 1 - k);
                    if (!isInside(grey) || m_isLost[grey])
                        continue;
                    const float share = m_shares[k];
                    sum += share * (m_rest[grey] + share * own)
                        / (noise + m_doubts[grey] - share * share * (1 - own * own));
                }
                m_sums[i] = sum;
            }
            for (const std::size_t i : m_open)
                m_beliefs[i] = kInertia * m_beliefs[i] + (1 - kInertia) * std::tanh(m_sums[i]);
        }

        [[nodiscard]] bool isInside(std::size_t i) const
        {
            const int x = static_cast<int>(i) % m_stride;
            const int y = static_cast<int>(i) / m_stride;
            return x > 0 && y > 0 && x <= m_side && y <= m_side;
        }

        int m_side;
        int m_stride;
        const ModuleGreys& m_greys;
        std::vector<float> m_beliefs; ///< -1 dark to 1 light, with a ring of paper
        std::vector<float> m_sums;
        std::vector<float> m_rest; ///< of each grey
        std::vector<float> m_doubts; ///< how much of that may come from what is not sure, as a variance
        std::vector<bool> m_isLost; ///< greys that say nothing
        std::vector<std::size_t> m_open; ///< modules that the standard leaves open
        std::array<float, kShares> m_shares {}; ///< of each neighbour in a grey
        std::array<double, 3> m_light {}; ///< in the middle, and more for each module to the right and down
    };

} // namespace

ModuleGreys disentangled(const ModuleGreys& greys, const ModuleGreys& first, const GridModel& model)
{
    Disentangler modules(greys, first, model);
    modules.run();
    // It is too sure of itself: the mean with what an equaliser says tells better which modules are doubtful.
    constexpr float kSure = 6;
    constexpr float kMost = 1.5F;
    ModuleGreys out = first;
    for (int y = 0; y < model.side; ++y)
        for (int x = 0; x < model.side; ++x)
            if (model.at(x, y) == GridModel::Unknown)
                out.set(x, y, (std::clamp(modules.sum(x, y) / kSure, -kMost, kMost) + first.at(x, y)) / 2);
    return out;
}

} // namespace guanwu
