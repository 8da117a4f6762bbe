#pragma once

#include "app/text/language.h"
#include "core/inventory/count_signals.h"

namespace guanwu {

/// A signal as a question to the people who counted, with its figures.
[[nodiscard]] std::string questionOf(const CountSignal& signal, Language language);

} // namespace guanwu
