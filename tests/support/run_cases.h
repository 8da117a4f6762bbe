#pragma once

namespace guanwu::test {

/// Runs the cases of the program as its arguments say; returns how it ends. For a main of one's own.
int runCases(int argc, char** argv);

} // namespace guanwu::test
