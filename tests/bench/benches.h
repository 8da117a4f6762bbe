#pragma once

#include "tests/bench/bench_city.h"
#include "tests/bench/measure.h"

#include <functional>
#include <string_view>
#include <vector>

namespace guanwu::bench {

struct Bench {
    std::string_view name;
    std::vector<Job> (*jobs)(BenchCity& city);
};

// Each brings the city as far as it needs it and says what is measured beside what.
[[nodiscard]] std::vector<Job> importJobs(BenchCity& city);
[[nodiscard]] std::vector<Job> freezeJobs(BenchCity& city);
[[nodiscard]] std::vector<Job> ingestJobs(BenchCity& city);
[[nodiscard]] std::vector<Job> foldJobs(BenchCity& city);
[[nodiscard]] std::vector<Job> exportJobs(BenchCity& city);
[[nodiscard]] std::vector<Job> depreciateJobs(BenchCity& city);
[[nodiscard]] std::vector<Job> reconcileJobs(BenchCity& city);
[[nodiscard]] std::vector<Job> lookupJobs(BenchCity& city);
[[nodiscard]] std::vector<Job> learnJobs(BenchCity& city);
[[nodiscard]] std::vector<Job> searchJobs(BenchCity& city);
[[nodiscard]] std::vector<Job> wallJobs(BenchCity& city);
[[nodiscard]] std::vector<Job> reportJobs(BenchCity& city);
/// Needs no city but the number of its cards.
[[nodiscard]] std::vector<Job> writerJobs(BenchCity& city);

/// In the order in which they do not disturb each other.
inline constexpr Bench kBenches[] = {{"import", importJobs}, {"lookup", lookupJobs}, {"learn", learnJobs},
    {"search", searchJobs}, {"freeze", freezeJobs}, {"ingest", ingestJobs}, {"fold", foldJobs},
    {"wall", wallJobs}, {"report", reportJobs}, {"export", exportJobs}, {"reconcile", reconcileJobs},
    {"depreciate", depreciateJobs}, {"writers", writerJobs}};

} // namespace guanwu::bench
