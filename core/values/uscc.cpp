#include "core/values/uscc.h"

#include "core/base/text.h"

#include <array>

namespace guanwu {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::array<int, 17> kWeights{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
constexpr std::array<int, 8> kOrganisationWeights{3, 7, 9, 10, 5, 8, 4, 2};

std::string tidied(std::string_view text)
{
    std::string out;
    for (const char c : upper(normalized(text)))
        if (c != ' ' && c != '-')
            out += c;
    return out;
}

Result<char> checkCharacter(std::string_view first17)
{
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i) {
        const auto value = kAlphabet.find(first17[i]);
        if (value == std::string_view::npos)
            return fail(ErrorCode::InvalidArgument, "uscc.letter", std::string(1, first17[i]));
        sum += static_cast<int>(value) * kWeights[i];
    }
    return kAlphabet[static_cast<std::size_t>((31 - sum % 31) % 31)];
}

} // namespace

Result<Uscc> Uscc::parse(std::string_view text)
{
    std::string code = tidied(text);
    if (code.size() != 18)
        return fail(ErrorCode::InvalidArgument, "uscc.length", code);
    const auto check = checkCharacter(code);
    if (!check)
        return fail(check.error());
    if (kAlphabet.find(code.back()) == std::string_view::npos)
        return fail(ErrorCode::InvalidArgument, "uscc.letter", code.substr(17));
    if (*check != code.back())
        return fail(ErrorCode::InvalidArgument, "uscc.check", code);
    return Uscc(std::move(code));
}

Result<Uscc> Uscc::withCheck(std::string_view first17)
{
    std::string code = tidied(first17);
    if (code.size() != 17)
        return fail(ErrorCode::InvalidArgument, "uscc.length", code);
    const auto check = checkCharacter(code);
    if (!check)
        return fail(check.error());
    return Uscc(code + *check);
}

bool Uscc::organisationCodeIsValid() const
{
    int sum = 0;
    for (std::size_t i = 0; i < kOrganisationWeights.size(); ++i) {
        const char c = m_text[8 + i];
        const int value = c <= '9' ? c - '0' : c - 'A' + 10;
        sum += value * kOrganisationWeights[i];
    }
    return m_text[16] == "0123456789X0"[11 - sum % 11];
}

} // namespace guanwu
