#include "core/books/yearly_reason.h"

#include "core/base/text.h"
#include "core/base/text_length.h"

namespace guanwu {

Result<std::string> yearlyReasonText(std::string_view text)
{
    const std::string_view said = trimmed(text);
    if (said.empty())
        return fail(ErrorCode::InvalidArgument, "books.reason_empty");
    if (const auto fits = checkLengths({{said, kLongestNote}}); !fits)
        return fail(fits.error());
    return std::string(said);
}

} // namespace guanwu
