#pragma once

namespace CLI {
class App;
}

namespace guanwu {

struct CliContext;

/// guanwu space publish and publication: what units hold by use certificates is made public once a year.
void addSpacePublicationCommands(CLI::App& space, CliContext& context);

} // namespace guanwu
