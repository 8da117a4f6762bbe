#include "tests/support/run_cases.h"

int main(int argc, char** argv) { return guanwu::test::runCases(argc, argv); }
