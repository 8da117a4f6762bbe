#include "schema/repositories/asset_numbers.h"
#include "tests/contract/paperwork.h"

#include <algorithm>

using namespace guanwu;
using namespace guanwu::test;

TEST_CASE("Numbers that were given are told in pages, of so many runs and so many numbers at the most",
    "[contract]")
{
    Paperwork unit(GENERATE("sqlite", "mariadb"));
    std::vector<std::string> given;
    for (const char* acquired : {"2020-03-01", "2021-03-01", "2020-05-01", "2020-07-01", "2021-09-01"})
        for (const char* classCode : {kDesk, "A02010105"})
            given.push_back(unit.addCard(classCode, "1000.00", acquired));
    std::sort(given.begin(), given.end());
    // As app/server/routes/sheet_routes.cpp kMostRuns, app/server/routes/sheet_routes.cpp kMostNumbers
    const std::size_t mostRuns = GENERATE(as<std::size_t>(), 1, 2, 100);
    const std::int64_t mostNumbers = GENERATE(as<std::int64_t>(), 1, 3, 10, 100);
    CAPTURE(mostRuns, mostNumbers);
    std::vector<std::string> told;
    std::string after;
    do {
        const NumberPage page = issuedNumbers(*unit.session, after, mostRuns, mostNumbers);
        CHECK(page.runs.size() <= mostRuns);
        std::int64_t numbers = 0;
        for (const NumberRun& run : page.runs)
            for (std::int64_t serial = run.first; serial <= run.last; ++serial, ++numbers)
                told.push_back(numberText(run.head, serial));
        CHECK(numbers <= mostNumbers);
        REQUIRE(told.size() <= given.size());
        after = page.next;
    } while (!after.empty());
    CHECK(told == given);
}
