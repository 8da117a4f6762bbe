#pragma once

#include <filesystem>

namespace guanwu::test {

/// Tests may need programs and files of the source; where these are is told once, in places.cpp: a path on every
/// command line would keep the compiler's cache from serving another clone.
[[nodiscard]] std::filesystem::path programsFolder();
[[nodiscard]] std::filesystem::path sourceFolder();

} // namespace guanwu::test
