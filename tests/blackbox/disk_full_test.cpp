#include "tests/blackbox/demo_city.h"

#include <catch2/catch.hpp>
#include <csignal>
#include <sys/resource.h>

using namespace guanwu::test;

namespace {

/// No file of this process and its children may grow beyond so many bytes: to them the disk is full.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit small = m_before;
        small.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &small);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before {};
};

} // namespace

TEST_CASE("P12 a full disk refuses the import or export, says so, and changes nothing")
{
    const DemoRegistry registry("sqlite");
    const std::string before = registry.exported("assets");
    std::string cards = "资产编号,会计主体,资产分类代码,资产名称,数量,原值,取得日期\n";
    for (int i = 0; i < 60'000; ++i)
        cards += "XN2021" + std::to_string(1'000'000 + i).substr(1)
            + ",U002,A02010105,台式计算机,1,5000.00,2021-03-15\n";
    const auto file = registry.folder() / "cards.csv";
    writeFile(file, cards);
    const auto target = registry.folder() / "full.csv";
    writeFile(target, "was here\n");
    {
        const SmallDisk disk(rlim_t {6} << 20U);
        const auto import = mustRun(registry.url(), {"import", "assets", file.string()}, 4);
        CHECK(linesOf(import.err).size() == 1);
    }
    CHECK(registry.exported("assets") == before);
    {
        const SmallDisk disk(100'000);
        mustRun(registry.url(), {"export", "assets", target.string()}, 4);
    }
    CHECK(readFile(target) == "was here\n");
    mustRun(registry.url(), {"import", "assets", file.string()});
    CHECK(linesOf(registry.exported("assets")).size() == 1 + 1500 + 60'000);
}
