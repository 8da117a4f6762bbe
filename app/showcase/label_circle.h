#pragma once

#include "reports/labels/labels.h"

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <unordered_set>

namespace guanwu {

/// What came of drawing labels, photographing them and reading the photographs.
struct CircleOutcome {
    std::int64_t labels = 0;
    std::int64_t pictures = 0;
    std::unordered_set<std::string> tagsRead; ///< as decoded from the pictures, check character proven

    CircleOutcome& operator+=(CircleOutcome other);
};

using CircleProgress = std::function<void(std::int64_t done, std::int64_t total)>;

/// Draws each label as a PNG into folder/labels, takes pictures of several labels at a time into
/// folder/photos, and reads those files back with the scanner's worker. `name` starts the names of the files.
/// The same labels and seed give the same pictures. Errors: those of labels and of the reader program; a
/// picture nobody can read is no error.
[[nodiscard]] Result<CircleOutcome> closeLabelCircle(std::span<const TagLabel> labels,
    const std::filesystem::path& folder, const std::string& name, const std::filesystem::path& readerProgram,
    std::uint64_t seed, const CircleProgress& progress);

} // namespace guanwu
