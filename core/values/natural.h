#pragma once

#include <compare>
#include <cstdint>
#include <vector>

namespace guanwu {

/// A whole number from 0 on, as large as it has to be: for counts of possibilities, which must be compared
/// exactly and fit no built-in number.
class Natural {
public:
    Natural() = default; ///< 0
    explicit Natural(std::uint32_t value);

    [[nodiscard]] bool isZero() const { return m_digits.empty(); }
    Natural& operator+=(const Natural& other);
    Natural& operator*=(std::uint32_t factor);
    /// Drops the remainder. The divisor must not be 0.
    Natural& operator/=(std::uint32_t divisor);
    std::strong_ordering operator<=>(const Natural& other) const;
    bool operator==(const Natural& other) const = default;

private:
    void tidy();

    std::vector<std::uint32_t> m_digits; ///< to base 2^32, the lowest first, no zero at the end
};

/// In how many ways `chosen` of `all` can be chosen. Neither is negative.
[[nodiscard]] Natural waysToChoose(std::int64_t all, std::int64_t chosen);

} // namespace guanwu
