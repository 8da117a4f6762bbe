#pragma once

namespace CLI {
class App;
}

namespace guanwu {

struct CliContext;

/// `guanwu space propose` and `guanwu space draft`.
void addSpaceProposalCommands(CLI::App& space, CliContext& context);

} // namespace guanwu
