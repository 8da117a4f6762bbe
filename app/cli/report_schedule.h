#pragma once

#include "app/cli/context.h"

namespace CLI {
class App;
}

namespace guanwu {

/// guanwu report schedule list|add|end|run
void addReportSchedule(CLI::App& report, CliContext& context);

} // namespace guanwu
