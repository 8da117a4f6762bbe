#pragma once

#include <string_view>

namespace guanwu {

/// How the name of whoever works at the command line begins, on the machine of the registry: no login does.
inline constexpr std::string_view kLocalActor = "local:";

/// Who does what the command line does without an account, in the history of cards, books and contracts.
inline constexpr const char* kCommandLine = "cli";

} // namespace guanwu
