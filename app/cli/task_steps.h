#pragma once

#include "app/cli/context.h"

#include <string>
#include <vector>

namespace guanwu {

/// What the commands of a task are given; each takes what is its own.
struct TaskOptions {
    std::string task;
    std::string name;
    std::string baseDate;
    std::string to;
    std::string reason;
    std::string out;
    std::vector<std::string> units;
    std::vector<std::string> files;
    bool dryRun = false;
};

// The steps of a task, from its creation to its end. Each says where the task stands then.
ExitCode createTask(const CliContext& context, const TaskOptions& options);
ExitCode issueTask(const CliContext& context, const TaskOptions& options);
ExitCode freezeTask(const CliContext& context, const TaskOptions& options);
ExitCode advanceTask(const CliContext& context, const TaskOptions& options);

} // namespace guanwu
