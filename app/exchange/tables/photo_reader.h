#pragma once

#include "core/base/error.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace guanwu {

/// What guanwu-reader said of a file; untrusted, at most kMostAttachmentBytes.
struct ReaderAnswer {
    bool isTaken = false; ///< it ended well, and this is what it made of the file
    bool isTold = false; ///< it ended by itself: what it says is why it did not take the file
    std::string bytes;
};

/// A stranger's file through a verb of guanwu-reader, in a child process under limits. Errors: table.reader.
[[nodiscard]] Result<ReaderAnswer> askReader(std::string_view verb, std::string_view bytes,
    const std::filesystem::path& readerProgram, std::chrono::milliseconds limit);

/// A stranger's photo as it may be kept: decoded in a child process under limits, its metadata and what is
/// behind its end dropped (security X13). Errors: attachment.type when it is no photo, or takes longer than
/// `limit`.
[[nodiscard]] Result<std::string> readPhoto(std::string_view bytes,
    const std::filesystem::path& readerProgram, std::chrono::milliseconds limit = std::chrono::seconds(20));

} // namespace guanwu
