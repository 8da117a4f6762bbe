#include "tests/bench/measure.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace guanwu::bench {

namespace {

    double now()
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
    }

    double ownCpuSeconds()
    {
        timespec time {};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
    }

    /// User and system time of all threads (proc(5)); 0 for no process.
    double cpuSecondsOf(int process)
    {
        std::ifstream stat("/proc/" + std::to_string(process) + "/stat");
        std::string text((std::istreambuf_iterator<char>(stat)), {});
        if (process == 0 || text.find(')') == std::string::npos)
            return 0;
        std::istringstream rest(text.substr(text.rfind(')') + 1));
        std::string skipped;
        for (int i = 0; i < 11; ++i)
            rest >> skipped;
        double user = 0;
        double system = 0;
        rest >> user >> system;
        return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
    }

    /// What went to disk for it and its children that are over (proc(5)); a file in memory does not count.
    double writtenMbOf(const std::string& process)
    {
        std::ifstream io("/proc/" + process + "/io");
        for (std::string key; io >> key;) {
            double bytes = 0;
            io >> bytes;
            if (key == "write_bytes:")
                return bytes / (1 << 20);
        }
        return 0;
    }

    /// What is being measured in this process, and of which server.
    struct Section {
        int store = 0;
        double start = 0;
        double ownStart = 0;
        double storeStart = 0;
        double writtenStart = 0;
        bool isOver = false;
        Measured result;

        void begin()
        {
            start = now();
            ownStart = ownCpuSeconds();
            storeStart = cpuSecondsOf(store);
            writtenStart = writtenMb();
        }
        void end()
        {
            if (isOver)
                return;
            isOver = true;
            result.seconds = now() - start;
            result.cpuSeconds = ownCpuSeconds() - ownStart;
            result.storeCpuSeconds = cpuSecondsOf(store) - storeStart;
            result.writtenMb = writtenMb() - writtenStart;
        }
        [[nodiscard]] double writtenMb() const
        {
            return writtenMbOf("self") + (store == 0 ? 0 : writtenMbOf(std::to_string(store)));
        }
    };
    Section section;

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

    void print(const char* what, const Measured& run)
    {
        const auto rows = static_cast<double>(run.rows);
        std::printf("  %-12s %8.2f s %10.0f rows/s %7.0f MB", what, run.seconds, rows / run.seconds, run.peakMb);
        std::printf(", CPU %.1f us a row", run.cpuSeconds / rows * 1e6);
        if (run.storeCpuSeconds > 0)
            std::printf(" and %.1f of the database", run.storeCpuSeconds / rows * 1e6);
        std::printf(", %.0f MB written\n", run.writtenMb);
    }

    Measured medians(const std::vector<Measured>& runs)
    {
        Measured out = runs.front();
        for (double Measured::*field : {&Measured::seconds, &Measured::peakMb, &Measured::cpuSeconds,
                 &Measured::storeCpuSeconds, &Measured::writtenMb})
            out.*field = median(runs, field);
        return out;
    }

} // namespace

void measureFromHere() { section.begin(); }

void measureToHere() { section.end(); }

Measured inChild(const std::function<std::int64_t()>& work, int storeProcess)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        section.store = storeProcess;
        section.begin();
        Measured& result = section.result;
        try {
            result.rows = work();
            section.end();
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

Compared compare(const Job& job, int runs, bool isAlone)
{
    std::printf("%s\n", job.name.c_str());
    std::vector<Measured> ours;
    std::vector<Measured> raw;
    for (int run = 0; run < runs; ++run) {
        job.prepareOurs();
        const double syncs = syncsPerSecond();
        const Measured& our = ours.emplace_back(inChild(job.ours, job.storeProcess));
        print("ours", our);
        if (isAlone)
            continue;
        job.prepareRaw();
        const Measured& bare = raw.emplace_back(inChild(job.raw, job.storeProcess));
        print("raw", bare);
        std::printf("  %-12s %8.0f and %.0f a second\n", "disk syncs", syncs, syncsPerSecond());
    }
    const Measured our = medians(ours);
    if (isAlone) {
        print("ours, median", our);
        std::printf("\n");
        return {our, {}, true};
    }
    const Measured bare = medians(raw);
    const double speed = static_cast<double>(our.rows) / our.seconds
        / (static_cast<double>(bare.rows) / bare.seconds);
    print("ours, median", our);
    print("raw, median", bare);
    std::printf("  %-12s %8.2f times the raw speed", "result", speed);
    if (job.leastSpeed > 0)
        std::printf(", at least %.2f: %s", job.leastSpeed, speed >= job.leastSpeed ? "kept" : "MISSED");
    const bool isSmall = job.mostMb == 0 || our.peakMb <= job.mostMb;
    if (job.mostMb > 0)
        std::printf("; at most %.0f MB: %s", job.mostMb, isSmall ? "kept" : "MISSED");
    std::printf("\n\n");
    return {our, bare, speed >= job.leastSpeed && isSmall};
}

void appendTo(const std::filesystem::path& file, const std::string& key, const Compared& compared)
{
    std::ofstream out(file, std::ios::app);
    out << key;
    for (const Measured& run : {compared.ours, compared.raw})
        out << '\t' << run.rows << '\t' << run.seconds << '\t'
            << (run.cpuSeconds + run.storeCpuSeconds)
                / static_cast<double>(std::max<std::int64_t>(1, run.rows)) * 1e6
            << '\t' << run.peakMb;
    out << '\t' << compared.ours.writtenMb << '\t' << compared.raw.writtenMb << '\n';
}

} // namespace guanwu::bench
