#pragma once

namespace CLI {
class App;
}

namespace guanwu {

struct CliContext;

/// guanwu space enter: a room that the registry does not have yet.
void addSpaceRoomCommand(CLI::App& space, CliContext& context);

} // namespace guanwu
