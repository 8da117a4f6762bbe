// Start and memory of guanwu-app beside an empty window of Qt Quick, in turn, on the same screen.
#include "tests/support/temp_folder.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

extern char** environ;

namespace {

struct Start {
    double milliseconds = 0; ///< from the start of the process to its first picture
    double megabytes = 0; ///< the most it held until then
};

double peakOf(pid_t process)
{
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    constexpr double kibibytes = 1024;
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::stod(line.substr(6)) / kibibytes;
    throw std::runtime_error("the program ended before it was shown");
}

/// The program says "shown" when its first picture is there.
Start start(std::vector<std::string> arguments)
{
    int ends[2];
    if (pipe(ends) != 0)
        throw std::runtime_error("no pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    std::vector<char*> pointers;
    for (std::string& one : arguments)
        pointers.push_back(one.data());
    pointers.push_back(nullptr);
    pid_t process = 0;
    const auto begin = std::chrono::steady_clock::now();
    if (posix_spawn(&process, arguments.front().c_str(), &actions, nullptr, pointers.data(), environ) != 0)
        throw std::runtime_error(arguments.front() + " cannot be started");
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    std::string said;
    for (char one = 0; said.find("shown") == std::string::npos && read(ends[0], &one, 1) == 1;)
        said += one;
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    const Start result {took.count(), peakOf(process)};
    close(ends[0]);
    waitpid(process, nullptr, 0);
    return result;
}

Start median(std::vector<Start> all)
{
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    const auto of = [&](double Start::*field) {
        std::nth_element(all.begin(), middle, all.end(),
            [&](const Start& a, const Start& b) { return a.*field < b.*field; });
        return *middle.*field;
    };
    const double milliseconds = of(&Start::milliseconds);
    return {milliseconds, of(&Start::megabytes)};
}

} // namespace

int main(int argc, char** argv)
try {
    CLI::App options {"Start and memory of the client beside an empty window. Needs a screen: xvfb-run -a."};
    int runs = 7;
    options.add_option("--runs", runs);
    CLI11_PARSE(options, argc, argv);

    const std::filesystem::path folder = std::filesystem::canonical("/proc/self/exe").parent_path();
    const guanwu::test::TempFolder store;
    const std::vector<std::string> ours {(folder / "guanwu-app").string(), "--self-test", "--size",
        "1280x800", "--store", (store / "h.db").string()};
    const std::vector<std::string> quick {(folder / "guanwu_empty_window").string(), "quick"};
    const std::vector<std::string> controls {(folder / "guanwu_empty_window").string(), "controls"};
    std::vector<Start> all[3];
    for (int run = 0; run <= runs; ++run) // the first one warms the disk and is thrown away
        for (const auto& [which, arguments] : {std::pair {0, ours}, {1, quick}, {2, controls}})
            if (const Start one = start(arguments); run > 0)
                all[which].push_back(one);
    const Start app = median(all[0]), empty = median(all[1]), withControls = median(all[2]);
    std::cout << "start to first picture: guanwu-app " << app.milliseconds << " ms, empty Quick window "
              << empty.milliseconds << " ms, ratio " << app.milliseconds / empty.milliseconds << " (gate 3)\n"
              << "memory: guanwu-app " << app.megabytes << " MB, empty Quick Controls window "
              << withControls.megabytes << " MB, ratio " << app.megabytes / withControls.megabytes
              << " (gate 2)\n";
    return app.milliseconds <= 3 * empty.milliseconds && app.megabytes <= 2 * withControls.megabytes ? 0 : 1;
} catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 4;
}
