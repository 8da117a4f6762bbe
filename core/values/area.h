#pragma once

#include "core/base/error.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace guanwu {

/// An area, held in hundredths of a square metre. Never floating point; never rounded.
class Area {
public:
    constexpr Area() = default;
    [[nodiscard]] static constexpr Area fromHundredths(std::int64_t hundredths) { return Area(hundredths); }
    /// "25298.5" is 25298.50 m2; a third decimal is an error. Errors: area.empty, area.syntax, area.decimals,
    /// area.range, area.negative.
    [[nodiscard]] static Result<Area> parse(std::string_view text);
    [[nodiscard]] constexpr std::int64_t hundredths() const { return m_hundredths; }
    /// Always two decimals.
    [[nodiscard]] std::string toString() const;

    constexpr auto operator<=>(const Area&) const = default;
    constexpr Area& operator+=(Area other)
    {
        m_hundredths += other.m_hundredths;
        return *this;
    }
    constexpr Area& operator-=(Area other)
    {
        m_hundredths -= other.m_hundredths;
        return *this;
    }
    [[nodiscard]] friend constexpr Area operator+(Area a, Area b) { return a += b; }
    [[nodiscard]] friend constexpr Area operator-(Area a, Area b) { return a -= b; }

private:
    constexpr explicit Area(std::int64_t hundredths)
        : m_hundredths(hundredths)
    {
    }
    std::int64_t m_hundredths = 0;
};

} // namespace guanwu
