#pragma once

#include "core/base/error.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <sys/types.h>

namespace guanwu {

/// Starts guanwu-reader with one of its verbs, `input` as its standard input and `output` as its output; 0
/// when there is no such program. It gets nothing of this process's environment.
[[nodiscard]] pid_t startReader(
    const std::filesystem::path& program, std::string_view verb, int input, int output);

/// Waits so long for the child to end by itself, then ends it; the status that waitpid tells.
int endReader(pid_t child, std::chrono::milliseconds patience);

/// What guanwu-reader said of a file; untrusted, at most kMostAttachmentBytes.
struct ReaderAnswer {
    bool isTaken = false; ///< it ended well, and this is what it made of the file
    bool isTold = false; ///< it ended by itself: what it says is why it did not take the file
    std::string bytes;
};

/// A stranger's file through a verb of guanwu-reader, in a child process under limits. Errors: table.reader.
[[nodiscard]] Result<ReaderAnswer> askReader(std::string_view verb, std::string_view bytes,
    const std::filesystem::path& readerProgram, std::chrono::milliseconds limit);

} // namespace guanwu
