#include "tests/blackbox/demo_city.h"

#include <catch2/catch.hpp>

namespace guanwu::test {

ProgramRun mustRun(const std::string& databaseUrl, const std::vector<std::string>& arguments, int exitCode)
{
    ProgramRun run = runGuanwu(databaseUrl, arguments);
    std::string command;
    for (const std::string& argument : arguments)
        command += argument + ' ';
    INFO(command << "\n" << run.out << "\n" << run.err);
    REQUIRE(run.exitCode == exitCode);
    return run;
}

DemoBooks::DemoBooks()
{
    const std::string url = "sqlite:" + (m_folder / "registry.db").string();
    mustRun(url, {"init"});
    mustRun(url, {"demo", "--units", "12", "--assets", "1500"});
    for (const std::string& kind : kKindsInOrder)
        mustRun(url, {"export", kind, file(kind).string()});
}

const DemoBooks& DemoBooks::shared()
{
    static const DemoBooks books;
    return books;
}

DemoRegistry::DemoRegistry(const std::string& backEnd)
    : m_backEnd(backEnd)
{
    mustRun(url(), {"init"});
    for (const std::string& kind : kKindsInOrder)
        mustRun(url(), {"import", kind, DemoBooks::shared().file(kind).string()});
}

std::string DemoRegistry::exported(const std::string& kind) const
{
    const auto file = m_folder / ("exported-" + kind + ".csv");
    mustRun(url(), {"export", kind, file.string()});
    return readFile(file);
}

} // namespace guanwu::test
