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
    app.add_option(
        "--db", options.databaseUrl, "an empty database of somebody else's, instead of an own one");
    app.add_option("--clean-db", options.cleanDatabaseUrl, "another one, for the same without faults");
    app.add_option("--servers", options.servers);
    app.add_option("--port", options.port, "of the first server; 0 = one that is free");
    app.add_option("--front", options.frontPort, "port behind which all servers are");
    app.add_option("--old-program", options.oldProgram, "an older guanwu, that everything begins with");
    app.add_option("--compare-when", options.compareWhen, "wait for this file when all is counted");
    app.add_option("--pace", options.paceMs, "milliseconds from one scan to the next");
    app.add_flag("--mariadb", onMariadb, "instead of SQLite");
    CLI11_PARSE(app, argc, argv);

    const TempFolder folder;
    const auto registry = [&](const char* name) {
        return onMariadb ? MariadbServer::shared().newDatabase()
                         : "sqlite:" + (folder / (std::string(name) + ".db")).string();
    };
    if (options.databaseUrl.empty() != options.cleanDatabaseUrl.empty()) {
        std::cerr << "guanwu_fleet: --db and --clean-db go together\n";
        return 2;
    }
    if (options.databaseUrl.empty()) {
        options.databaseUrl = registry("fleet");
        options.cleanDatabaseUrl = registry("clean");
    }
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
