#pragma once

#include "core/base/error.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace guanwu {

/// An amount in renminbi, held in fen (1 yuan = 100 fen). Never floating point.
/// Rounding: none here. Whoever multiplies by a rate calls roundedHalfUp(), nobody else rounds.
class Money {
public:
    constexpr Money() = default;
    [[nodiscard]] static constexpr Money fromFen(std::int64_t fen) { return Money(fen); }
    /// "1234", "1234.5", "1234.50", "1,234.50", "-0.05"; a third decimal is an error, not a rounding.
    /// Errors: money.empty, money.syntax, money.decimals, money.range (beyond +-90 trillion yuan).
    [[nodiscard]] static Result<Money> parseYuan(std::string_view text);
    [[nodiscard]] constexpr std::int64_t fen() const { return m_fen; }
    /// "-0.05", "0.05", "1.05": always two decimals, no separators.
    [[nodiscard]] std::string toYuanString() const;
    /// 万元 with two decimals, rounded half up once: 186192450.00 yuan is "18619.25".
    [[nodiscard]] std::string toWanYuanString() const;

    constexpr auto operator<=>(const Money&) const = default;
    constexpr Money& operator+=(Money other)
    {
        m_fen += other.m_fen;
        return *this;
    }
    constexpr Money& operator-=(Money other)
    {
        m_fen -= other.m_fen;
        return *this;
    }
    [[nodiscard]] friend constexpr Money operator+(Money a, Money b) { return a += b; }
    [[nodiscard]] friend constexpr Money operator-(Money a, Money b) { return a -= b; }
    [[nodiscard]] constexpr Money operator-() const { return Money(-m_fen); }

private:
    constexpr explicit Money(std::int64_t fen)
        : m_fen(fen)
    {
    }
    std::int64_t m_fen = 0;
};

} // namespace guanwu
