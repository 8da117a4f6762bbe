#pragma once

#include "scanner/file_descriptor.h"

#include "core/base/error.h"

#include <filesystem>

namespace guanwu {

/// Opens a picture for reading without ever waiting: a pipe or device named like a picture is refused, not
/// read. Errors: image.missing, image.not_a_file, image.size.
[[nodiscard]] Result<FileDescriptor> openImageFile(const std::filesystem::path& path);

} // namespace guanwu
