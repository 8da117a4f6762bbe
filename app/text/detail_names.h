#pragma once

#include "app/text/language.h"
#include "core/base/error.h"

#include <string>

namespace guanwu {

/// The detail of an error as people read it: what it names by a token of a table (a fact, a paper, a state, a
/// role) is named in their language, everything else stays as it is.
[[nodiscard]] std::string shownDetail(const Error& error, Language language);

} // namespace guanwu
