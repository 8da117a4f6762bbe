#pragma once

#include "tests/architecture/finding.h"
#include "tests/architecture/source_tree.h"

namespace guanwu::test {

/// Includes that point up or sideways: app → schema, scanner, reports → core; inside core base ← reference ←
/// values ← registry ← rules ← inventory. A folder the tables do not know is a finding too.
[[nodiscard]] Findings upwardIncludes(const SourceFile& file);

/// Libraries included outside the folders they belong to; and in core everything but the language's own
/// headers for values. Installed headers are visible to all, so linking alone protects nobody.
[[nodiscard]] Findings foreignLibraries(const SourceFile& file);

/// Ways to open a connection, in the server (security X15): what only a handheld includes, and the calls.
[[nodiscard]] Findings outgoingConnections(const SourceFile& file);

} // namespace guanwu::test
