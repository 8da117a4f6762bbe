#pragma once

#include "app/campaign/open_task.h"
#include "app/demo/city.h"
#include "app/showcase/label_circle.h"
#include "app/text/language.h"
#include "core/access/account.h"

#include <functional>

namespace guanwu {

struct ShowcaseOptions {
    std::filesystem::path folder; ///< registry, pictures, events and reports go here
    std::filesystem::path readerProgram;
    CityOptions city;
    std::int64_t photographed = 400; ///< labels that are drawn, photographed and read
};

/// Names the step and how far it is.
using ShowcaseProgress = std::function<void(Text step, std::int64_t done, std::int64_t total)>;

/// What the campaign over the invented city came to.
struct ShowcaseResult {
    std::int64_t units = 0;
    SheetCounters counters;
    ResultCounter bookIdle; ///< idle in the books at the base date
    bool countedNow
        = false; ///< false = the campaign was there already; pictures and events are then not told
    CircleOutcome circle;
    std::int64_t events = 0;
    std::vector<std::filesystem::path> files; ///< reports, as they are to be shown
    std::filesystem::path registry;
    std::vector<Account> accounts; ///< to try the server with; of this registry only
};

/// The main job from end to end on an invented city: fills a registry once, runs an inventory campaign over
/// its units up to verified, writes the reports, and leaves a second campaign that is under way, for whoever
/// tries the clients. What an earlier run left half done is gone on with. Errors: those of the use cases.
[[nodiscard]] Result<ShowcaseResult> runShowcase(
    const ShowcaseOptions& options, const ShowcaseProgress& progress);

} // namespace guanwu
