#pragma once

#include "app/text/language.h"
#include "core/base/error.h"

#include <string>

namespace guanwu {

/// One sentence for people: what is wrong and what to do, with the error's detail where it belongs. A test
/// proves that every subject that the program can fail with is explained in both languages.
[[nodiscard]] std::string explain(const Error& error, Language language);

/// The sentence for a subject, with {} where the detail goes; empty when there is none.
[[nodiscard]] Text explanationOf(std::string_view subject);

} // namespace guanwu
