#include "core/books/yearly_reason.h"

#include "core/base/text.h"

#include <algorithm>

namespace guanwu {

Result<std::string> yearlyReasonText(std::string_view text)
{
    const std::string_view said = trimmed(text);
    if (said.empty())
        return fail(ErrorCode::InvalidArgument, "books.reason_empty");
    const auto characters
        = std::count_if(said.begin(), said.end(), [](char c) { return (c & 0xC0) != 0x80; });
    if (static_cast<std::size_t>(characters) > kLongestYearlyReason)
        return fail(ErrorCode::InvalidArgument, "books.reason_long", std::to_string(kLongestYearlyReason));
    return std::string(said);
}

} // namespace guanwu
