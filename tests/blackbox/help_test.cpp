#include "tests/blackbox/demo_city.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace guanwu::test;

namespace {

using Command = std::vector<std::string>;

bool isAscii(const std::string& text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

std::vector<std::string> helpOf(Command command, const std::string& language)
{
    command.insert(command.end(), {"--help", "--lang", language});
    return linesOf(mustRun("", command).out);
}

/// Whether a line of a help page names an option, an argument or a command.
bool isEntry(const std::string& line) { return line.starts_with("  ") && line.substr(2, 1) != " "; }

/// The commands below one, as its help page lists them.
std::vector<Command> commandsBelow(const Command& command)
{
    std::vector<Command> out;
    bool listed = false;
    for (const std::string& line : helpOf(command, "en")) {
        if (line == "Subcommands:")
            listed = true;
        else if (listed && isEntry(line)) {
            out.push_back(command);
            out.back().push_back(line.substr(2, line.find(' ', 2) - 2));
        }
    }
    return out;
}

} // namespace

TEST_CASE("Every command and every option is explained in the language asked for")
{
    std::vector<Command> commands {{}};
    for (std::size_t i = 0; i < commands.size(); ++i) {
        const auto below = commandsBelow(commands[i]);
        commands.insert(commands.end(), below.begin(), below.end());
    }
    REQUIRE(commands.size() > 20);
    for (const Command& command : commands) {
        CAPTURE(command);
        const auto chinese = helpOf(command, "zh_CN");
        CHECK_FALSE(isAscii(chinese.front()));
        for (std::size_t i = 0; i < chinese.size(); ++i) {
            // What stands behind a long name goes to the next line.
            const bool explained
                = !isAscii(chinese[i]) || (i + 1 < chinese.size() && !isAscii(chinese[i + 1]));
            if (isEntry(chinese[i]) && !explained)
                FAIL_CHECK("not explained in Chinese: " << chinese[i]);
        }
        const auto english = helpOf(command, "en");
        for (std::size_t i = 0; i < english.size(); ++i) {
            const bool explained = english[i].find("  ", 2) != std::string::npos
                || (i + 1 < english.size() && english[i + 1].starts_with("    "));
            if (isEntry(english[i]) && !explained)
                FAIL_CHECK("not explained in English: " << english[i]);
        }
    }
}

TEST_CASE("Wrong use is one line in the language asked for, and says where help is")
{
    const auto [arguments, named] = GENERATE(table<Command, std::string>({
        {Command {}, "--help"},
        {{"task"}, "--help"},
        {{"task", "create", "T1", "--base-date", "2026-12-31"}, "--name"},
        {{"task", "create", "T1", "--name"}, "--name"},
        {{"import", "units", "u.csv", "--nonsense"}, "--nonsense"},
        {{"import", "--undo", "abc"}, "--undo"},
        {{"report", "surplus", "--money", "dollar"}, "dollar"},
    }));
    CAPTURE(arguments);
    const auto chinese = runGuanwu("", arguments);
    CHECK(chinese.exitCode == 2);
    CHECK(chinese.out.empty());
    CHECK(linesOf(chinese.err).size() == 1);
    CHECK_FALSE(isAscii(chinese.err));
    CHECK_THAT(chinese.err, Catch::StartsWith("guanwu: ") && Catch::Contains(named));
    Command inEnglish = arguments;
    inEnglish.insert(inEnglish.begin(), "--lang=en");
    const auto english = runGuanwu("", inEnglish);
    CHECK(english.exitCode == 2);
    CHECK(isAscii(english.err));
    CHECK_THAT(english.err, Catch::StartsWith("guanwu: ") && Catch::Contains("--help"));
}

TEST_CASE("A language that is not there is wrong use")
{
    CHECK(runGuanwu("", {"--lang", "fr", "init"}).exitCode == 2);
}
