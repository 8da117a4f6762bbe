#pragma once

namespace CLI {
class App;
}

namespace guanwu {

struct CliContext;

/// guanwu space enter and change: a room that the registry does not have yet, and one that is put right.
void addSpaceRoomCommand(CLI::App& space, CliContext& context);

} // namespace guanwu
