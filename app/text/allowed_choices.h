#pragma once

#include "app/text/language.h"
#include "core/base/error.h"

#include <string>

namespace guanwu {

/// Of an error about a choice that there is not: the choices there are, "a 甲、b 乙". Empty for every other
/// error.
[[nodiscard]] std::string allowedChoices(const Error& error, Language language);

} // namespace guanwu
