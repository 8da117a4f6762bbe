#pragma once

#include "app/campaign/open_task.h"
#include "app/cli/context.h"

#include <iosfwd>

namespace guanwu {

/// A line a unit: code, state, lines of the book, and the counters; JSON when asked for.
void printStatus(const CliContext& context, const OpenTask& task, std::ostream& out);

} // namespace guanwu
