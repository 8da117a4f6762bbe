#include "app/cli/commands.h"
#include "core/values/check.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    std::string oneLine(std::string text)
    {
        for (char& c : text)
            if (c == '\t' || c == '\n' || c == '\r')
                c = ' ';
        return text;
    }

} // namespace

void addCheckCommand(CLI::App& app, CliContext& context)
{
    struct Options {
        std::string kind;
        std::vector<std::string> values;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("check",
        context.help(
            {"检查号码：uscc 统一社会信用代码、unit-no 不动产单元号、cert-no 权证号、asset-no 资产编号、tag 标签、id-card 身份证号",
                "check numbers: uscc unit-no cert-no asset-no tag id-card"}));
    command->add_option("kind", options->kind, context.help({"号码类别", "kind of number"}))->required();
    command
        ->add_option("value", options->values,
            context.help({"号码，- 表示从标准输入读取", "values, or - for standard input"}))
        ->required();
    command->callback([&context, options] {
        context.run = [&context, options] {
            const auto kind = parseToken(kCheckKinds, options->kind, "check.kind");
            if (!kind)
                return context.wrongUse(kind.error());
            bool wrong = false;
            const auto checkOne = [&](const std::string& value) {
                const CheckOutcome outcome = check(*kind, value);
                wrong |= outcome.verdict == CheckVerdict::Error;
                const std::string_view verdict = tokenRow(kCheckVerdicts, outcome.verdict).token;
                if (context.json)
                    std::cout << nlohmann::ordered_json {{"value", value}, {"verdict", verdict},
                        {"normalized", outcome.normalized}, {"code", outcome.code}}
                                     .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                              << '\n';
                else
                    std::cout << oneLine(value) << '\t' << verdict << '\t' << oneLine(outcome.normalized)
                              << '\t' << outcome.code << '\n';
            };
            for (const std::string& value : options->values) {
                if (value != "-") {
                    checkOne(value);
                    continue;
                }
                for (std::string line; std::getline(std::cin, line);) {
                    if (!line.empty() && line.back() == '\r')
                        line.pop_back();
                    checkOne(line);
                }
            }
            return wrong ? ExitCode::AnswerIsNo : ExitCode::Done;
        };
    });
}

} // namespace guanwu
