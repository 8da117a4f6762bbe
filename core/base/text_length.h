#pragma once

#include "core/base/error.h"

#include <initializer_list>
#include <string_view>

namespace guanwu {

/// Characters of a reason or a remark, unless it has a limit of its own (core/documents/document_data.h).
inline constexpr std::size_t kLongestNote = 500;

struct BoundedText {
    std::string_view text;
    std::size_t most; ///< characters
};

/// What people write is kept by both stores as far as the columns of MariaDB take it; SQLite alone would keep
/// any length, and its backup would then fit into no other store. Errors: text.too_long (detail: how many of
/// the first that is too long there may be).
[[nodiscard]] Result<void> checkLengths(std::initializer_list<BoundedText> texts);

} // namespace guanwu
