#pragma once

#include "core/base/error.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace guanwu {

/// A stranger's photo as it may be kept: decoded in a child process under limits, its metadata and what is
/// behind its end dropped (security X13). Errors: attachment.type when it is no photo, or takes longer than
/// `limit`.
[[nodiscard]] Result<std::string> readPhoto(std::string_view bytes,
    const std::filesystem::path& readerProgram, std::chrono::milliseconds limit = std::chrono::seconds(20));

} // namespace guanwu
