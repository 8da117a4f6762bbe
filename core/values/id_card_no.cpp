#include "core/values/id_card_no.h"

#include "core/base/text.h"
#include "core/values/calendar.h"

#include <array>

namespace guanwu {

namespace {

    constexpr std::array<unsigned, 17> kWeights {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    constexpr std::string_view kChecks = "10X98765432";

    /// Also of text that is no number: an error message is no place for it either.
    std::string maskedText(std::string_view text)
    {
        if (text.size() < 8)
            return std::string(text.size(), '*');
        return std::string(text.substr(0, 3)) + std::string(text.size() - 7, '*')
            + std::string(text.substr(text.size() - 4));
    }

    char checkOf(std::string_view number)
    {
        unsigned sum = 0;
        for (std::size_t i = 0; i < kWeights.size(); ++i)
            sum += static_cast<unsigned>(number[i] - '0') * kWeights[i];
        return kChecks[sum % 11];
    }

} // namespace

std::string IdCardNo::normalize(std::string_view text)
{
    std::string out = upper(normalized(text));
    std::erase(out, ' ');
    return out;
}

Result<IdCardNo> IdCardNo::parse(std::string_view text)
{
    std::string number = normalize(text);
    const std::string_view view = number;
    const auto error = [&](std::string_view subject) {
        return fail(ErrorCode::InvalidArgument, subject, maskedText(number));
    };
    if (view.size() != 18)
        return error("id_card.length");
    if (!onlyDigits(view.substr(0, 17)) || (!onlyDigits(view.substr(17)) && view[17] != 'X'))
        return error("id_card.digits");
    if (!parseDate(view.substr(6, 8)))
        return error("id_card.date");
    if (view[17] != checkOf(view))
        return error("id_card.check");
    return IdCardNo(std::move(number));
}

std::string IdCardNo::masked() const { return maskedText(m_text); }

std::chrono::year_month_day IdCardNo::birthDate() const
{
    return parseDate(std::string_view(m_text).substr(6, 8)).value();
}

} // namespace guanwu
