#include "core/values/decimal.h"

#include "core/base/text.h"

#include <charconv>

namespace guanwu {

namespace {

    constexpr std::int64_t kLimit = 90'000'000'000'000;

    /// "1,234,567" without its separators when they stand where they belong; otherwise empty.
    std::string withoutSeparators(std::string_view digits)
    {
        const auto first = digits.find(',');
        if (first == std::string_view::npos)
            return std::string(digits);
        if (first == 0 || first > 3 || (digits.size() - first) % 4 != 0)
            return {};
        std::string out;
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

Result<std::int64_t> parseHundredths(std::string_view text, std::string_view kind)
{
    const auto error = [&](const char* what) {
        return fail(ErrorCode::InvalidArgument, std::string(kind) + what, std::string(text));
    };
    const std::string tidy = normalized(text);
    std::string_view rest = tidy;
    if (rest.empty())
        return error(".empty");
    const bool negative = rest.front() == '-';
    if (negative)
        rest.remove_prefix(1);

    const auto point = rest.find('.');
    const std::string whole = withoutSeparators(rest.substr(0, point));
    const std::string_view decimals
        = point == std::string_view::npos ? std::string_view() : rest.substr(point + 1);
    if (whole.empty() || (point != std::string_view::npos && decimals.empty()) || !onlyDigits(whole)
        || !onlyDigits(decimals))
        return error(".syntax");
    if (decimals.size() > 2)
        return error(".decimals");

    std::int64_t units = 0;
    if (std::from_chars(whole.data(), whole.data() + whole.size(), units).ec != std::errc {}
        || units > kLimit)
        return error(".range");
    std::int64_t hundredths = units * 100;
    if (!decimals.empty())
        hundredths += (decimals[0] - '0') * 10;
    if (decimals.size() == 2)
        hundredths += decimals[1] - '0';
    return negative ? -hundredths : hundredths;
}

std::string formatHundredths(std::int64_t hundredths)
{
    const std::uint64_t amount = hundredths < 0 ? 0 - static_cast<std::uint64_t>(hundredths)
                                                : static_cast<std::uint64_t>(hundredths);
    std::string out = hundredths < 0 ? "-" : "";
    out += std::to_string(amount / 100);
    out += '.';
    out += static_cast<char>('0' + amount / 10 % 10);
    out += static_cast<char>('0' + amount % 10);
    return out;
}

} // namespace guanwu
