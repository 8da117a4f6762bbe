#pragma once

#include "app/cli/context.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace guanwu {

/// A subcommand that does `action(context, options)` with the options that it shares with its sisters.
template <class Options, class Action>
CLI::App* addAction(CLI::App& command, CliContext& context, const std::shared_ptr<Options>& options,
    const char* name, Text help, Action action)
{
    CLI::App* sub = command.add_subcommand(name, context.help(help));
    sub->callback([&context, options, action] {
        context.run = [&context, options, action] { return action(context, *options); };
    });
    return sub;
}

} // namespace guanwu
