#pragma once

namespace CLI {
class App;
}

namespace guanwu {

struct CliContext;

/// guanwu space plan: the drawing of a floor, and where its rooms lie on it.
void addSpacePlanCommand(CLI::App& space, CliContext& context);

} // namespace guanwu
