#define CATCH_CONFIG_RUNNER
#include "tests/support/run_cases.h"

#include <catch2/catch.hpp>

namespace guanwu::test {

int runCases(int argc, char** argv) { return Catch::Session().run(argc, argv); }

} // namespace guanwu::test
