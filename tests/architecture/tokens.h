#pragma once

#include "tests/architecture/finding.h"
#include "tests/architecture/source_tree.h"

#include <map>

namespace guanwu::test {

/// Where a token stands first.
using Tokens = std::map<std::string, Finding>;

/// The error tokens a file can fail with: every literal that has their form ("area.token") and is no file
/// name or column; and what parseHundredths() makes of the kinds it is called with.
[[nodiscard]] Tokens errorTokens(const std::vector<SourceFile>& files);

/// The tokens of explanations.inc.
[[nodiscard]] Tokens explainedTokens(const SourceFile& explanations);

/// Lines of explanations.inc that are no entry, stand out of order, or lack a language: the Chinese without
/// Chinese, the English with it, or a detail {} in one of them only.
[[nodiscard]] Findings badExplanations(const SourceFile& explanations);

/// Tokens of `all` that are not in `known`; `what` says what is the matter with them.
[[nodiscard]] Findings missingTokens(const Tokens& all, const Tokens& known, const std::string& what);

} // namespace guanwu::test
