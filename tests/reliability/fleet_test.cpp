// P2, P3: many handhelds, a network that is cut and a server that is killed, and the result of a calm day.
#include "tests/reliability/fleet.h"
#include "tests/support/mariadb_server.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch.hpp>

using namespace guanwu::test;

namespace {

struct FleetRegistries {
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    const TempFolder folder;

    [[nodiscard]] std::string registry(const char* name) const
    {
        return backEnd == "sqlite" ? "sqlite:" + (folder / (std::string(name) + ".db")).string()
                                   : MariadbServer::shared().newDatabase();
    }
    [[nodiscard]] FleetOptions options() const
    {
        FleetOptions options;
        options.databaseUrl = registry("fleet");
        options.cleanDatabaseUrl = registry("clean");
        options.folder = folder.path();
        options.seed = Catch::rngSeed();
        return options;
    }
};

} // namespace

TEST_CASE("P2, P3: cut connections, resends and a server killed three times change nothing of the result",
    "[reliability][fleet]")
{
    const FleetRegistries registries;
    const FleetOptions options = registries.options();
    CAPTURE(registries.backEnd, options.seed); // --rng-seed takes it back

    const FleetReport report = runFleet(options);
    CHECK(report.kills == 3);
    CHECK(report.cuts > 0);
    CHECK(report.events > 1000);
    CHECK(report.lostAcknowledgements == 0);
    CHECK(report.notOnServer == 0);
    CHECK(report.duplicates == 0);
    CHECK(report.result == report.cleanResult);
}

TEST_CASE("P4, P10: a backup made while handhelds count and restored later is healed by the handhelds",
    "[reliability][backup]")
{
    const FleetRegistries registries;
    FleetOptions options = registries.options();
    options.restoredDatabaseUrl = registries.registry("restored");
    CAPTURE(registries.backEnd, options.seed);

    const FleetReport report = runFleet(options);
    CHECK(report.missingAfterRestore > 0);
    CHECK(report.notOnServer == 0);
    CHECK(report.duplicates == 0);
    CHECK(report.result == report.cleanResult);
}
