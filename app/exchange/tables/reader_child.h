#pragma once

#include <filesystem>
#include <string_view>
#include <sys/types.h>

namespace guanwu {

/// Starts guanwu-reader with one of its verbs, `input` as its standard input and `output` as its output; 0
/// when there is no such program. It gets nothing of this process's environment.
[[nodiscard]] pid_t startReader(
    const std::filesystem::path& program, std::string_view verb, int input, int output);

} // namespace guanwu
