#pragma once

#include "core/base/error.h"
#include "core/values/instant.h"

#include <string>

namespace guanwu {

/// Why a class moved by more than the limit over a year (reports 11).
struct YearlyReason {
    std::string classCode; ///< of the first level; empty = cards of older editions
    std::string text;
    std::string by;
    Instant at {};
};

/// The text without blanks around it. Errors: books.reason_empty, text.too_long.
[[nodiscard]] Result<std::string> yearlyReasonText(std::string_view text);

} // namespace guanwu
