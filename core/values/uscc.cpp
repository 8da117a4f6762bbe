#include "core/values/uscc.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace guanwu {

namespace {

    constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    constexpr std::array<unsigned, 17> kWeights {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    constexpr std::array<unsigned, 8> kOrganisationWeights {3, 7, 9, 10, 5, 8, 4, 2};

    bool isInAlphabet(char c) { return kAlphabet.find(c) != std::string_view::npos; }

    /// Of at least 17 characters of the alphabet.
    char checkOf(std::string_view code)
    {
        std::size_t sum = 0;
        for (std::size_t i = 0; i < kWeights.size(); ++i)
            sum += kAlphabet.find(code[i]) * kWeights[i];
        return kAlphabet[(31 - sum % 31) % 31];
    }

    /// What is wrong with the characters of a code or of its first 17; empty when nothing is.
    std::string_view formProblem(std::string_view code)
    {
        if (!std::all_of(code.begin(), code.end(), isInAlphabet))
            return "uscc.letter";
        if (!std::all_of(code.begin() + 2, code.begin() + 8, isDigit))
            return "uscc.division";
        return {};
    }

    /// The code, and beside it the one that results from 0 for O where that is a code.
    std::string withOffer(const std::string& code)
    {
        std::string offered = code;
        std::replace(offered.begin(), offered.end(), 'O', '0');
        const bool isCode
            = offered != code && formProblem(offered).empty() && offered[17] == checkOf(offered);
        return isCode ? code + " -> " + offered : code;
    }

} // namespace

std::string Uscc::normalize(std::string_view text)
{
    std::string out = upper(normalized(text));
    std::erase_if(out, [](char c) { return c == ' ' || c == '-'; });
    return out;
}

Result<Uscc> Uscc::parse(std::string_view text)
{
    std::string code = normalize(text);
    if (code.size() != 18)
        return fail(ErrorCode::InvalidArgument, "uscc.length", code);
    if (const auto problem = formProblem(code); !problem.empty())
        return fail(ErrorCode::InvalidArgument, problem, withOffer(code));
    if (code[17] != checkOf(code))
        return fail(ErrorCode::InvalidArgument, "uscc.check", code);
    return Uscc(std::move(code));
}

Result<Uscc> Uscc::withCheck(std::string_view first17)
{
    std::string code = normalize(first17);
    if (code.size() != 17)
        return fail(ErrorCode::InvalidArgument, "uscc.length", code);
    if (const auto problem = formProblem(code); !problem.empty())
        return fail(ErrorCode::InvalidArgument, problem, code);
    code += checkOf(code);
    return Uscc(std::move(code));
}

bool Uscc::organisationCodeIsValid() const
{
    unsigned sum = 0;
    for (std::size_t i = 0; i < kOrganisationWeights.size(); ++i) {
        const char c = m_text[8 + i];
        sum += static_cast<unsigned>(isDigit(c) ? c - '0' : c - 'A' + 10) * kOrganisationWeights[i];
    }
    constexpr std::string_view checks = "0X987654321"; // 11 - remainder; 11 is written 0, 10 is written X
    return m_text[16] == checks[sum % 11];
}

} // namespace guanwu
