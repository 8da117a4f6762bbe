#include "core/values/natural.h"

#include <algorithm>

namespace guanwu {

Natural::Natural(std::uint32_t value)
{
    if (value != 0)
        m_digits.push_back(value);
}

void Natural::tidy()
{
    while (!m_digits.empty() && m_digits.back() == 0)
        m_digits.pop_back();
}

Natural& Natural::operator+=(const Natural& other)
{
    m_digits.resize(std::max(m_digits.size(), other.m_digits.size()));
    std::uint64_t carry = 0;
    for (std::size_t i = 0; i < m_digits.size(); ++i) {
        carry += m_digits[i];
        if (i < other.m_digits.size())
            carry += other.m_digits[i];
        m_digits[i] = static_cast<std::uint32_t>(carry);
        carry >>= 32;
    }
    if (carry != 0)
        m_digits.push_back(static_cast<std::uint32_t>(carry));
    return *this;
}

Natural& Natural::operator*=(std::uint32_t factor)
{
    std::uint64_t carry = 0;
    for (std::uint32_t& digit : m_digits) {
        carry += std::uint64_t {digit} * factor;
        digit = static_cast<std::uint32_t>(carry);
        carry >>= 32;
    }
    if (carry != 0)
        m_digits.push_back(static_cast<std::uint32_t>(carry));
    tidy();
    return *this;
}

Natural& Natural::operator/=(std::uint32_t divisor)
{
    std::uint64_t rest = 0;
    for (std::size_t i = m_digits.size(); i-- > 0;) {
        rest = (rest << 32) + m_digits[i];
        m_digits[i] = static_cast<std::uint32_t>(rest / divisor);
        rest %= divisor;
    }
    tidy();
    return *this;
}

std::strong_ordering Natural::operator<=>(const Natural& other) const
{
    if (m_digits.size() != other.m_digits.size())
        return m_digits.size() <=> other.m_digits.size();
    for (std::size_t i = m_digits.size(); i-- > 0;)
        if (m_digits[i] != other.m_digits[i])
            return m_digits[i] <=> other.m_digits[i];
    return std::strong_ordering::equal;
}

Natural waysToChoose(std::int64_t all, std::int64_t chosen)
{
    if (chosen > all)
        return {};
    chosen = std::min(chosen, all - chosen);
    Natural ways(1);
    // After each step it is a whole number of ways again: the division leaves no remainder.
    for (std::int64_t i = 0; i < chosen; ++i) {
        ways *= static_cast<std::uint32_t>(all - i);
        ways /= static_cast<std::uint32_t>(i + 1);
    }
    return ways;
}

} // namespace guanwu
