#pragma once

#include "tests/architecture/finding.h"
#include "tests/architecture/source_tree.h"

#include <functional>

namespace guanwu::test {

inline constexpr std::size_t kMaxLines = 600;

/// A file of more than kMaxLines lines.
[[nodiscard]] Findings tooLong(const SourceFile& file);

/// A header without `#pragma once` as its first line of code.
[[nodiscard]] Findings withoutPragmaOnce(const SourceFile& file);

/// A .cpp that has a header of its own and does not include it first. `isThere` tells which files there are.
[[nodiscard]] Findings ownHeaderNotFirst(
    const SourceFile& file, const std::function<bool(const std::string&)>& isThere);

/// Floating point in core, where money and areas are counted in whole fen and hundredths.
[[nodiscard]] Findings floatingPoint(const SourceFile& file);

/// Words that may stand nowhere, each with its reason: calls of a shell, statements that hide an error or
/// lock the cluster (security X9, D10), left-over notes, paths of one machine.
[[nodiscard]] Findings forbiddenWords(const SourceFile& file);

/// What a page links to and is not there, and pages that a source file names and are not there.
[[nodiscard]] Findings missingPages(
    const SourceFile& file, const std::function<bool(const std::string&)>& isThere);

/// Folders inside the project's that a page names in `backticks` and that are not there. What lies under
/// build/ is left out: some of it is built only when asked for.
[[nodiscard]] Findings missingFolders(
    const SourceFile& file, const std::function<bool(const std::string&)>& isThere);

} // namespace guanwu::test
