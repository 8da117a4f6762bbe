#include "app/cli/commands.h"
#include "app/labels/asset_labels.h"
#include "core/base/text.h"
#include "schema/connection/session.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    struct LabelOptions {
        std::vector<std::string> assets;
        std::string unit;
        std::string place;
        std::string out;
        std::string layout;
        bool rooms = false;
    };

    /// The code as part of a file name; an imported number may hold anything.
    template <class Label> std::string fileCode(const Label& label)
    {
        std::string code = label.code;
        for (char& c : code)
            if (c == '/' || c == '\\' || c == ':')
                c = '_';
        return code;
    }

    /// One label goes into the file named; of many, each into a file with its code at the end of the name.
    template <class Label>
    Result<void> writePngs(const std::vector<Label>& labels, const std::filesystem::path& out, TapeSize size)
    {
        for (const Label& label : labels) {
            std::filesystem::path file = out;
            if (labels.size() > 1)
                file.replace_filename(out.stem().string() + "-" + fileCode(label) + out.extension().string());
            if (auto written = writeLabelPng(label, file, size); !written)
                return written;
        }
        return {};
    }

    template <class Label>
    Result<std::size_t> write(const Result<std::vector<Label>>& labels, const LabelOptions& options)
    {
        if (!labels)
            return fail(labels.error());
        const std::filesystem::path out(options.out);
        const std::string kind = upper(out.extension().string());
        Result<void> written;
        if (kind == ".PNG") {
            const auto size
                = parseToken(kTapeSizes, options.layout.empty() ? "60x40" : options.layout, "label.layout");
            if (!size)
                return fail(size.error());
            written = writePngs(*labels, out, *size);
        } else if (kind == ".PDF") {
            const auto layout
                = parseToken(kSheetLayouts, options.layout.empty() ? "a4" : options.layout, "label.layout");
            if (!layout)
                return fail(layout.error());
            written = writeLabelSheet(std::span(*labels), out, *layout);
        } else {
            return fail(ErrorCode::InvalidArgument, "label.format", out.string());
        }
        return written ? Result<std::size_t>(labels->size()) : fail(written.error());
    }

    template <class Row> auto labelsOrError(const Result<std::vector<Row>>& rows) -> decltype(labelsOf(*rows))
    {
        return rows ? labelsOf(*rows) : fail(rows.error());
    }

    ExitCode label(const CliContext& context, const LabelOptions& options)
    {
        const int named
            = int(!options.assets.empty()) + int(!options.unit.empty()) + int(!options.place.empty());
        if (named != 1 || (options.rooms && !options.assets.empty()))
            return context.wrongUse(
                {"请指明 --asset、--unit、--place 之一；--rooms 与 --unit 或 --place 同用",
                    "name one of --asset, --unit and --place; --rooms goes with --unit or --place"});
        auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        LabelRows rows(**session, Scope::everything());
        const auto written = options.rooms
            ? write(labelsOrError(options.unit.empty() ? rows.roomsInPlace(options.place)
                                                       : rows.roomsOfUnit(options.unit)),
                options)
            : write(labelsOrError(!options.assets.empty() ? rows.byNumbers(options.assets)
                            : options.unit.empty()        ? rows.inPlace(options.place)
                                                          : rows.ofUnit(options.unit)),
                options);
        if (!written)
            return context.refuse(written.error());
        if (context.json)
            std::cout << nlohmann::json {{"labels", *written}}.dump() << '\n';
        else
            std::cout << context.say({"已绘制标签 ", "labels drawn: "}) << *written << '\n';
        return ExitCode::Done;
    }

} // namespace

void addLabelCommand(CLI::App& app, CliContext& context)
{
    const auto options = std::make_shared<LabelOptions>();
    CLI::App* command = app.add_subcommand(
        "label", context.help({"绘制资产标签或房间标签", "draw tags of assets, or labels of rooms"}));
    command->add_option("--asset", options->assets, context.help({"资产编号", "asset numbers"}));
    command->add_option("--unit", options->unit, context.help({"该单位的全部卡片", "every card of a unit"}));
    command->add_option("--place", options->place,
        context.help({"该地点及其下级地点的全部卡片", "every card in a place, and in the places in it"}));
    command->add_flag("--rooms", options->rooms,
        context.help({"绘制房间门牌而不是资产标签", "labels for doors instead of things"}));
    command->add_option("--layout", options->layout,
        context.help({"60x40、70x30（标签带）或 a4（仅 PDF，PDF 的默认值）",
            "60x40, 70x30 (tape), a4 (PDF only, its default)"}));
    command
        ->add_option("--out", options->out, context.help({"输出文件，.pdf 或 .png", "FILE.pdf or FILE.png"}))
        ->required();
    command->callback(
        [&context, options] { context.run = [&context, options] { return label(context, *options); }; });
}

} // namespace guanwu
