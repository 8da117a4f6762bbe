#include "tests/bench/benches.h"
#include "tests/support/temp_folder.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>

int main(int argc, char** argv)
{
    using namespace guanwu;
    std::vector<std::string> names;
    std::string backEnd = "sqlite";
    std::int64_t rows = 1'000'000;
    int runs = 3;
    CLI::App app(
        "measures our long jobs beside the same work done by the bare database, in turn, in one run");
    app.add_option("name", names,
        "import, lookup, learn, search, freeze, ingest, fold, wall, report, export, reconcile, depreciate, writers; none: all");
    app.add_option("--db", backEnd)->check(CLI::IsMember({"sqlite", "mariadb"}));
    app.add_option("--rows", rows, "asset cards of the city");
    app.add_option("--runs", runs)->check(CLI::PositiveNumber);
    int units = 219;
    app.add_option("--units", units, "of the city");
    int years = 1;
    app.add_option("--years", years, "campaigns in the registry, the one that is measured among them")
        ->check(CLI::Range(1, 20));
    std::string registry;
    app.add_option("--registry", registry,
        "URL of a registry that has the cards already, for look-up, learn and search");
    bool isAlone = false;
    app.add_flag("--ours-only", isAlone, "without the bare database, which takes as long again");
    std::string table;
    app.add_option("--table", table, "file that gets a line a job: see tests/bench/growth");
    CLI11_PARSE(app, argc, argv);

    try {
        const test::TempFolder folder;
        bench::BenchCity city(backEnd, rows, folder.path(), units, registry, years);
        bool kept = true;
        bool failed = false;
        for (const bench::Bench& bench : bench::kBenches) {
            if (!names.empty() && std::find(names.begin(), names.end(), bench.name) == names.end())
                continue;
            try {
                for (bench::Job& job : bench.jobs(city)) {
                    if (isAlone && job.isOursTold)
                        continue;
                    job.storeProcess = city.storeProcess();
                    const bench::Compared done = bench::compare(job, runs, isAlone);
                    kept &= done.isKept;
                    if (!table.empty())
                        bench::appendTo(table,
                            backEnd + '\t' + std::to_string(rows) + '\t' + std::string(bench.name), done);
                }
                if (const std::int64_t size = city.megabytes())
                    std::printf("registry: %lld MB on disk\n\n", static_cast<long long>(size));
                if (bench.name == "import")
                    city.dropImportFiles();
                if (bench.name == "ingest")
                    city.dropEventFiles();
            } catch (const std::exception& error) {
                // At ten million cards the jobs behind it are worth hours.
                std::fprintf(stderr, "%s: %s\n", std::string(bench.name).c_str(), error.what());
                failed = true;
            }
        }
        if (failed)
            return 2;
        return kept ? 0 : 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 2;
    }
}
