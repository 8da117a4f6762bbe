#include "tests/support/places.h"

namespace guanwu::test {

std::filesystem::path programsFolder() { return GUANWU_PROGRAMS_FOLDER; }

std::filesystem::path sourceFolder() { return GUANWU_SOURCE_FOLDER; }

} // namespace guanwu::test
