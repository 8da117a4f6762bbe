// libFuzzer on one of the targets: its name is in GUANWU_FUZZ.
#include "tests/fuzz/targets.h"

#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const guanwu::fuzz::Target* const target = [] {
        const char* wanted = std::getenv("GUANWU_FUZZ");
        for (const auto& candidate : guanwu::fuzz::targets())
            if (wanted != nullptr && candidate.name == wanted)
                return &candidate;
        std::fputs("GUANWU_FUZZ has to name a target:", stderr);
        for (const auto& candidate : guanwu::fuzz::targets())
            std::fprintf(stderr, " %s", candidate.name.data());
        std::fputs("\n", stderr);
        std::exit(2);
    }();
    target->run({data, size});
    return 0;
}
