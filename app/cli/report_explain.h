#pragma once

#include "app/cli/context.h"

namespace CLI {
class App;
}

namespace guanwu {

/// guanwu report explain
void addReportExplain(CLI::App& report, CliContext& context);

} // namespace guanwu
