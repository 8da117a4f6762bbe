#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace guanwu::bench {

/// What a piece of work cost. `peakMb` is the most memory its process ever held, database caches of that
/// process included.
struct Measured {
    double seconds = 0;
    std::int64_t rows = 0;
    double peakMb = 0;
    double cpuSeconds = 0; ///< of the process itself, all its threads
    double storeCpuSeconds = 0; ///< of the database server meanwhile, where it is a process of its own
    double writtenMb = 0; ///< to disk, by both
};

/// Runs `work`, which returns how many rows it did, in a child process of its own, so that one run's memory
/// is not counted to the next. Throws when the child fails; it has said why.
Measured inChild(const std::function<std::int64_t()>& work, int storeProcess = 0);

/// Of the work in a child, only what lies between the two is timed: a server that starts has taken nothing in yet.
/// Without them all of it is.
void measureFromHere();
void measureToHere();

/// Our way of doing a thing beside the raw way. The `prepare`s run before each measured run, unmeasured.
struct Job {
    std::string name;
    double leastSpeed = 0; ///< gate: rows a second of ours / of raw; 0 = none is set
    std::function<void()> prepareOurs;
    std::function<std::int64_t()> ours;
    std::function<void()> prepareRaw;
    std::function<std::int64_t()> raw;
    int storeProcess = 0; ///< of the database server whose time is told as well; 0 = none
    double mostMb = 0; ///< gate: peak of ours; 0 = none is set
    bool isOursTold = false; ///< the job before it measured the same of ours
};

struct Compared {
    Measured ours; ///< medians
    Measured raw;
    bool isKept = false; ///< the gates
};

/// Runs ours and raw in turn and prints a line a run and one with the medians. Alone: ours only, so that what
/// raw is told to be is nothing.
Compared compare(const Job& job, int runs, bool isAlone = false);

/// A line: `key`, then of ours and of raw the rows, the seconds, the processor's microseconds a row with
/// those of the database, and the peak in MB; behind them the MB that ours and raw wrote.
void appendTo(const std::filesystem::path& file, const std::string& key, const Compared& compared);

} // namespace guanwu::bench
