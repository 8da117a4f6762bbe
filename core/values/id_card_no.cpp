#include "core/values/id_card_no.h"

#include "core/base/text.h"
#include "core/values/calendar.h"

#include <array>

namespace guanwu {

Result<IdCardNo> IdCardNo::parse(std::string_view text)
{
    static constexpr std::array<int, 17> kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    std::string number = upper(normalized(text));
    if (number.size() != 18)
        return fail(ErrorCode::InvalidArgument, "id_card.length");
    int sum = 0;
    for (std::size_t i = 0; i < kWeights.size(); ++i) {
        if (number[i] < '0' || number[i] > '9')
            return fail(ErrorCode::InvalidArgument, "id_card.syntax");
        sum += (number[i] - '0') * kWeights[i];
    }
    if (!parseDate(number.substr(6, 8)))
        return fail(ErrorCode::InvalidArgument, "id_card.date");
    if (number.back() != "10X98765432"[sum % 11])
        return fail(ErrorCode::InvalidArgument, "id_card.check");
    return IdCardNo(std::move(number));
}

std::string IdCardNo::masked() const
{
    return m_text.substr(0, 3) + std::string(11, '*') + m_text.substr(14);
}

} // namespace guanwu
