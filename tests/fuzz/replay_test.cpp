// P8: every file that a fuzzer found worth keeping, and each of them cut short and spoilt.
#include "tests/fuzz/targets.h"
#include "tests/support/places.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace fs = std::filesystem;
using namespace guanwu::fuzz;

TEST_CASE("P8: nothing that was ever sent by a fuzzer stops a reader", "[hostile]")
{
    for (const Target& target : targets()) {
        CAPTURE(target.name);
        std::size_t files = 0;
        for (const auto& entry : fs::directory_iterator(guanwu::test::sourceFolder() / "tests/fuzz/corpus" / target.name)) {
            CAPTURE(entry.path().string());
            std::ifstream in(entry.path(), std::ios::binary);
            std::vector<std::uint8_t> bytes(std::istreambuf_iterator<char>(in), {});
            target.run(bytes);
            for (const std::size_t keep : {bytes.size() / 2, bytes.size() - bytes.size() / 16})
                target.run(std::span(bytes).first(keep));
            for (std::size_t at = 0; at < bytes.size(); at += bytes.size() / 4 + 1) {
                bytes[at] ^= 0x80U;
                target.run(bytes);
                bytes[at] ^= 0x80U;
            }
            ++files;
        }
        CHECK(files >= 3);
    }
}
