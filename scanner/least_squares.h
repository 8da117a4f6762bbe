#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

namespace guanwu {

/// Weighted least squares with `Count` unknowns: sums of products, solved by elimination.
template <std::size_t Count> class LeastSquares {
public:
    using Values = std::array<double, Count>;

    void add(const Values& inputs, double target, double weight = 1)
    {
        for (std::size_t i = 0; i < Count; ++i) {
            for (std::size_t j = 0; j < Count; ++j)
                m_products[i][j] += weight * inputs[i] * inputs[j];
            m_targets[i] += weight * inputs[i] * target;
        }
    }

    /// Draws the solution towards `prior`, as much as `weight` more samples would.
    void drawTowards(const Values& prior, double weight)
    {
        for (std::size_t i = 0; i < Count; ++i) {
            m_products[i][i] += weight;
            m_targets[i] += weight * prior[i];
        }
    }

    /// What inputs vary by besides, so often as they were added.
    void addToDiagonal(const Values& squares)
    {
        for (std::size_t i = 0; i < Count; ++i)
            m_products[i][i] += squares[i];
    }

    [[nodiscard]] Values solved() const
    {
        auto m = m_products;
        Values x = m_targets;
        for (std::size_t i = 0; i < Count; ++i) {
            std::size_t pivot = i;
            for (std::size_t row = i + 1; row < Count; ++row)
                if (std::abs(m[row][i]) > std::abs(m[pivot][i]))
                    pivot = row;
            std::swap(m[i], m[pivot]);
            std::swap(x[i], x[pivot]);
            if (m[i][i] == 0)
                return {};
            for (std::size_t row = i + 1; row < Count; ++row) {
                const double part = m[row][i] / m[i][i];
                for (std::size_t column = i; column < Count; ++column)
                    m[row][column] -= part * m[i][column];
                x[row] -= part * x[i];
            }
        }
        for (std::size_t i = Count; i-- > 0;) {
            for (std::size_t column = i + 1; column < Count; ++column)
                x[i] -= m[i][column] * x[column];
            x[i] /= m[i][i];
        }
        return x;
    }

private:
    std::array<Values, Count> m_products {};
    Values m_targets {};
};

} // namespace guanwu
