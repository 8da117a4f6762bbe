#include "tests/bench/measure.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <stdexcept>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace guanwu::bench {

namespace {

    double secondsOf(const std::function<void()>& work)
    {
        const auto start = std::chrono::steady_clock::now();
        work();
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }

    /// Durable 4 KiB writes a second into a file that is there already, as a write-ahead log makes them. Far
    /// below its usual value, something else is at the disk or the cores and the runs beside it tell nothing.
    double syncsPerSecond()
    {
        constexpr int kSyncs = 300;
        std::string name = (std::filesystem::temp_directory_path() / "guanwu-sync-XXXXXX").string();
        const int file = mkstemp(name.data());
        if (file < 0)
            return 0;
        unlink(name.c_str());
        const std::vector<char> page(4096, 'x');
        if (posix_fallocate(file, 0, kSyncs * 4096) != 0) {
            close(file);
            return 0;
        }
        const double seconds = secondsOf([&] {
            for (int i = 0; i < kSyncs; ++i)
                if (pwrite(file, page.data(), page.size(), i * 4096) < 0 || fdatasync(file) != 0)
                    return;
        });
        close(file);
        return kSyncs / seconds;
    }

    double median(std::vector<Measured> runs, double Measured::*field)
    {
        std::sort(runs.begin(), runs.end(),
            [&](const Measured& a, const Measured& b) { return a.*field < b.*field; });
        const std::size_t half = runs.size() / 2;
        return runs.size() % 2 == 1 ? runs[half].*field : (runs[half - 1].*field + runs[half].*field) / 2;
    }

    void print(const char* what, double seconds, std::int64_t rows, double peakMb)
    {
        std::printf("  %-12s %8.2f s %10.0f rows/s %7.0f MB\n", what, seconds,
            static_cast<double>(rows) / seconds, peakMb);
    }

} // namespace

Measured inChild(const std::function<std::int64_t()>& work)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        Measured result;
        try {
            result.seconds = secondsOf([&] { result.rows = work(); });
        } catch (const std::exception& error) {
            std::fprintf(stderr, "%s\n", error.what());
            _exit(1);
        }
        _exit(write(ends[1], &result, sizeof result) == sizeof result ? 0 : 1);
    }
    close(ends[1]);
    Measured result;
    const bool told = read(ends[0], &result, sizeof result) == sizeof result;
    close(ends[0]);
    int status = 0;
    rusage usage {};
    if (wait4(child, &status, 0, &usage) != child || status != 0 || !told)
        throw std::runtime_error("the measured process failed");
    result.peakMb = static_cast<double>(usage.ru_maxrss) / 1024;
    return result;
}

bool compare(const Job& job, int runs)
{
    std::printf("%s\n", job.name.c_str());
    std::vector<Measured> ours;
    std::vector<Measured> raw;
    for (int run = 0; run < runs; ++run) {
        job.prepareOurs();
        const double syncs = syncsPerSecond();
        const Measured& our = ours.emplace_back(inChild(job.ours));
        print("ours", our.seconds, our.rows, our.peakMb);
        job.prepareRaw();
        const Measured& bare = raw.emplace_back(inChild(job.raw));
        print("raw", bare.seconds, bare.rows, bare.peakMb);
        std::printf("  %-12s %8.0f and %.0f a second\n", "disk syncs", syncs, syncsPerSecond());
    }
    const double ourSeconds = median(ours, &Measured::seconds);
    const double rawSeconds = median(raw, &Measured::seconds);
    const double speed = static_cast<double>(ours.front().rows) / ourSeconds
        / (static_cast<double>(raw.front().rows) / rawSeconds);
    print("ours, median", ourSeconds, ours.front().rows, median(ours, &Measured::peakMb));
    print("raw, median", rawSeconds, raw.front().rows, median(raw, &Measured::peakMb));
    std::printf("  %-12s %8.2f times the raw speed", "result", speed);
    if (job.leastSpeed > 0)
        std::printf(", at least %.2f: %s", job.leastSpeed, speed >= job.leastSpeed ? "kept" : "MISSED");
    std::printf("\n\n");
    return speed >= job.leastSpeed;
}

} // namespace guanwu::bench
