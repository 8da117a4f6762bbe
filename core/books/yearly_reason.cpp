#include "core/books/yearly_reason.h"

#include "core/base/text.h"

namespace guanwu {

Result<std::string> yearlyReasonText(std::string_view text)
{
    const std::string_view said = trimmed(text);
    if (said.empty())
        return fail(ErrorCode::InvalidArgument, "books.reason_empty");
    if (characterCount(said) > kLongestYearlyReason)
        return fail(ErrorCode::InvalidArgument, "books.reason_long", std::to_string(kLongestYearlyReason));
    return std::string(said);
}

} // namespace guanwu
