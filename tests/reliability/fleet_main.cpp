// guanwu_fleet: as many handhelds as one likes against a real server, with faults; prints figures and its
// seed.
#include "tests/reliability/fleet.h"
#include "tests/support/mariadb_server.h"
#include "tests/support/temp_folder.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <random>

using namespace guanwu::test;

int main(int argc, char** argv)
{
    CLI::App app {"handhelds against a server, with faults", "guanwu_fleet"};
    FleetOptions options;
    options.handhelds = 219;
    options.scans = 1000;
    options.units = 219;
    options.cards = 50'000;
    options.quiet = false;
    options.seed = std::random_device {}();
    bool onMariadb = false;
    app.add_option("--handhelds", options.handhelds);
    app.add_option("--scans", options.scans, "of each handheld");
    app.add_option("--units", options.units);
    app.add_option("--cards", options.cards);
    app.add_option("--kills", options.serverKills, "how often the server is killed");
    app.add_option("--cut-percent", options.cutPercent, "of the connections");
    app.add_option("--resend-percent", options.resendPercent, "of the batches");
    app.add_option("--seed", options.seed, "printed by every run");
    app.add_flag("--mariadb", onMariadb, "instead of SQLite");
    CLI11_PARSE(app, argc, argv);

    const TempFolder folder;
    const auto registry = [&](const char* name) {
        return onMariadb ? MariadbServer::shared().newDatabase()
                         : "sqlite:" + (folder / (std::string(name) + ".db")).string();
    };
    options.databaseUrl = registry("fleet");
    options.cleanDatabaseUrl = registry("clean");
    options.folder = folder.path();
    std::cout << "seed " << options.seed << std::endl;
    try {
        const FleetReport report = runFleet(options);
        const bool isSame = report.result == report.cleanResult;
        std::cout << "events " << report.events << " in " << report.seconds << " s, "
                  << static_cast<std::int64_t>(static_cast<double>(report.events) / report.seconds)
                  << " events/s\nconnections cut " << report.cuts << ", server killed " << report.kills
                  << ", events sent again " << report.resent << "\nacknowledgements lost "
                  << report.lostAcknowledgements << ", events missing " << report.notOnServer
                  << ", duplicates " << report.duplicates << "\nresult file "
                  << (isSame ? "equal to that of the event files" : "DIFFERS") << std::endl;
        const bool isGood
            = isSame && report.lostAcknowledgements + report.notOnServer + report.duplicates == 0;
        return isGood ? 0 : 1;
    } catch (const std::exception& error) {
        std::cerr << "guanwu_fleet: " << error.what() << '\n';
        return 2;
    }
}
