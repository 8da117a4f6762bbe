#include "core/values/money.h"

#include "core/base/text.h"

#include <charconv>
#include <limits>

namespace guanwu {

namespace {

constexpr std::int64_t kLimitFen = 9'000'000'000'000'000; // 90 trillion yuan

/// "1,234,567" without its separators when they stand where they belong; otherwise empty.
std::string withoutSeparators(std::string_view digits)
{
    std::string out;
    const auto first = digits.find(',');
    if (first == std::string_view::npos)
        return std::string(digits);
    if (first == 0 || first > 3 || (digits.size() - first) % 4 != 0)
        return {};
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const bool separatorHere = i >= first && (i - first) % 4 == 0;
        if ((digits[i] == ',') != separatorHere)
            return {};
        if (!separatorHere)
            out += digits[i];
    }
    return out;
}

} // namespace

Result<Money> Money::parseYuan(std::string_view text)
{
    const std::string tidy = normalized(text);
    std::string_view rest = tidy;
    const auto syntax = [&] { return fail(ErrorCode::InvalidArgument, "money.syntax", std::string(text)); };
    if (rest.empty())
        return fail(ErrorCode::InvalidArgument, "money.empty");
    const bool negative = rest.front() == '-';
    if (negative)
        rest.remove_prefix(1);

    const auto point = rest.find('.');
    const std::string whole = withoutSeparators(rest.substr(0, point));
    std::string_view decimals = point == std::string_view::npos ? std::string_view() : rest.substr(point + 1);
    if (whole.empty() || (point != std::string_view::npos && decimals.empty())
        || whole.find_first_not_of("0123456789") != std::string::npos
        || decimals.find_first_not_of("0123456789") != std::string_view::npos)
        return syntax();
    if (decimals.size() > 2)
        return fail(ErrorCode::InvalidArgument, "money.decimals", std::string(text));

    std::int64_t yuan = 0;
    if (std::from_chars(whole.data(), whole.data() + whole.size(), yuan).ec != std::errc{} || yuan > kLimitFen / 100)
        return fail(ErrorCode::InvalidArgument, "money.range", std::string(text));
    std::int64_t fen = yuan * 100;
    if (!decimals.empty())
        fen += (decimals[0] - '0') * 10;
    if (decimals.size() == 2)
        fen += decimals[1] - '0';
    return Money(negative ? -fen : fen);
}

std::string Money::toYuanString() const
{
    const std::uint64_t amount = m_fen < 0 ? 0 - static_cast<std::uint64_t>(m_fen) : static_cast<std::uint64_t>(m_fen);
    std::string out = m_fen < 0 ? "-" : "";
    out += std::to_string(amount / 100);
    out += '.';
    out += static_cast<char>('0' + amount / 10 % 10);
    out += static_cast<char>('0' + amount % 10);
    return out;
}

std::string Money::toWanYuanString() const
{
    // 0.01 万元 is 100 yuan = 10,000 fen; half up, away from zero for negative amounts.
    const std::int64_t half = m_fen < 0 ? -5000 : 5000;
    return Money((m_fen + half) / 10000).toYuanString();
}

} // namespace guanwu
