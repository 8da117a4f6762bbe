#include "app/cli/commands.h"
#include "app/cli/scan_pictures.h"

#include <CLI/CLI.hpp>
#include <iostream>

namespace guanwu {

void addScanCommand(CLI::App& app, CliContext& context)
{
    const auto options = std::make_shared<ScanOptions>();
    const auto accept = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("scan",
        context.help({"识读图片（PNG、JPEG）中的码，可给文件或文件夹",
            "read the codes of pictures (PNG, JPEG), files and folders"}));
    command->add_option(
        "path", options->paths, context.help({"图片与图片文件夹", "pictures and folders of pictures"}));
    command->add_option(
        "--list", options->list, context.help({"图片清单文件，每行一个路径", "file of paths, one a line"}));
    command
        ->add_option("--max-symbols", options->maxSymbols,
            context.help({"每张图片最多读几个，0 表示全部", "stop at so many a picture; 0 = all"}))
        ->check(CLI::NonNegativeNumber);
    command
        ->add_option("--accept", *accept,
            context.help(
                {"tag：只要校验位正确的资产标签", "tag = asset tags with a valid check character only"}))
        ->check(CLI::IsMember({"tag"}));
    command->add_flag("--walk", options->walk,
        context.help({"图片是同一摄像头依次拍摄的画面，每个码只输出一次",
            "the pictures are frames of one camera in their order; each code is printed once"}));
    command->callback([&context, options, accept] {
        context.run = [&context, options, accept] {
            options->tagsOnly = !accept->empty();
            options->json = context.json;
            options->language = context.language;
            options->readerProgram = context.readerProgram;
            return runScan(*options, std::cout, std::cerr);
        };
    });
}

} // namespace guanwu
