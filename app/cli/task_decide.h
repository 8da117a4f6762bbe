#pragma once

#include "app/cli/context.h"

namespace CLI {
class App;
}

namespace guanwu {

/// `guanwu task decide`: lists what waits for a decision, and takes decisions one by one or for all lines of
/// a result.
void addDecideCommand(CLI::App& task, CliContext& context);

} // namespace guanwu
