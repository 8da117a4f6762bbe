#include "app/campaign/open_task.h"
#include "app/cli/commands.h"
#include "app/cli/printing.h"
#include "app/labels/asset_labels.h"
#include "app/private_folder.h"
#include "core/base/text.h"
#include "schema/connection/session.h"

#include <CLI/CLI.hpp>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    struct LabelOptions {
        std::vector<std::string> assets;
        std::string unit;
        std::string place;
        std::string reprint; ///< number of a task
        std::string out;
        std::string layout;
        std::string printer;
        bool rooms = false;
        bool print = false;
        bool designs = false;
        bool check = false; ///< read each label back
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
    Result<void> writePngs(
        const std::vector<Label>& labels, const std::filesystem::path& out, const LabelDesign& design)
    {
        for (const Label& label : labels) {
            std::filesystem::path file = out;
            if (labels.size() > 1)
                file.replace_filename(out.stem().string() + "-" + fileCode(label) + out.extension().string());
            if (auto written = writeLabelPng(label, file, design); !written)
                return written;
        }
        return {};
    }

    /// The design that was named, or else the usual one of the kind of file.
    Result<LabelDesign> designOf(const LabelOptions& options)
    {
        const bool isPicture = upper(std::filesystem::path(options.out).extension().string()) == ".PNG";
        return findLabelDesign(!options.layout.empty() ? options.layout : isPicture ? "60x40" : "a4");
    }

    /// What CUPS calls the paper of the design; empty = what lies in the printer.
    std::string paperOf(const LabelOptions& options)
    {
        const auto design = designOf(options);
        if (!design)
            return {};
        if (!design->isTape())
            return "A4";
        const auto mm = [](double length) { return std::to_string(std::lround(length)); };
        return "Custom." + mm(design->pageWidth) + "x" + mm(design->pageHeight) + "mm";
    }

    template <class Label>
    Result<std::size_t> write(const Result<std::vector<Label>>& labels, const std::filesystem::path& out,
        const LabelDesign& design, bool check)
    {
        if (!labels)
            return fail(labels.error());
        if (check)
            if (const auto read = readBack(std::span(*labels), design); !read)
                return fail(read.error());
        const std::string kind = upper(out.extension().string());
        Result<void> written;
        if (kind == ".PNG") {
            written = writePngs(*labels, out, design);
        } else if (kind == ".PDF") {
            written = writeLabelSheet(std::span(*labels), out, design);
        } else {
            return fail(ErrorCode::InvalidArgument, "label.format", out.string());
        }
        return written ? Result<std::size_t>(labels->size()) : fail(written.error());
    }

    template <class Row>
    auto labelsOrError(const Result<std::vector<Row>>& rows, LabelCode code) -> decltype(labelsOf(*rows))
    {
        return rows ? labelsOf(*rows, code) : fail(rows.error());
    }

    ExitCode tellDesigns(const CliContext& context)
    {
        for (const LabelDesign& design : labelDesigns())
            if (context.json)
                std::cout << nlohmann::ordered_json {{"design", design.token}, {"name", design.nameZh},
                    {"name_en", design.nameEn}, {"code", tokenRow(kLabelCodes, design.code).token},
                    {"a_page", design.columns * design.rows}}
                                 .dump()
                          << '\n';
            else
                std::cout << design.token << '\t' << context.say({design.nameZh, design.nameEn}) << '\n';
        return ExitCode::Done;
    }

    /// The cards that were typed by hand in a count: their labels are gone or cannot be read.
    Result<std::vector<std::string>> reprintList(
        const CliContext& context, const std::string& taskNo, const std::string& unit)
    {
        auto task = context.openTask(taskNo);
        if (!task)
            return fail(task.error());
        std::vector<std::string> out;
        bool isUnitThere = unit.empty();
        for (const CountSheet& sheet : task->store->sheets(task->task.id)) {
            if (!unit.empty() && sheet.unitCode != unit)
                continue;
            isUnitThere = true;
            const CountedSheet counted = task->service->countedSheet(task->task, sheet);
            for (std::string& number : typedByHand(counted))
                out.push_back(std::move(number));
        }
        if (!isUnitThere)
            return fail(ErrorCode::NotFound, "inventory.no_sheet", unit);
        return out;
    }

    Result<std::size_t> drawLabels(Session& session, const LabelOptions& options,
        const std::vector<std::string>& assets, const std::filesystem::path& out)
    {
        const auto design = designOf(options);
        if (!design)
            return fail(design.error());
        LabelRows rows(session, Scope::everything());
        if (options.rooms)
            return write(labelsOrError(options.unit.empty() ? rows.roomsInPlace(options.place)
                                                            : rows.roomsOfUnit(options.unit),
                             design->code),
                out, *design, options.check);
        return write(labelsOrError(!options.reprint.empty() || !assets.empty() ? rows.byNumbers(assets)
                             : options.unit.empty()                            ? rows.inPlace(options.place)
                                                                               : rows.ofUnit(options.unit),
                         design->code),
            out, *design, options.check);
    }

    /// What is printed only, is drawn into a folder of its own.
    ExitCode label(const CliContext& context, const LabelOptions& options)
    {
        if (options.designs)
            return tellDesigns(context);
        const bool isReprint = !options.reprint.empty();
        const int named = int(!options.assets.empty()) + int(!options.unit.empty() && !isReprint)
            + int(!options.place.empty()) + int(isReprint);
        if (named != 1 || (options.rooms && (!options.assets.empty() || isReprint)))
            return context.wrongUse(
                {"请指明 --asset、--unit、--place、--reprint 之一；--rooms 与 --unit 或 --place 同用",
                    "name one of --asset, --unit, --place and --reprint; --rooms goes with --unit or --place"});
        if (options.out.empty() && !options.print)
            return context.wrongUse({"请指明 --out 或 --print", "name --out or --print"});
        std::vector<std::string> assets = options.assets;
        if (isReprint) {
            auto typed = reprintList(context, options.reprint, options.unit);
            if (!typed)
                return context.refuse(typed.error());
            assets = std::move(*typed);
        }
        auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        const PrivateFolder folder;
        const std::filesystem::path out
            = options.out.empty() ? folder / "labels.pdf" : std::filesystem::path(options.out);
        const auto written = drawLabels(**session, options, assets, out);
        if (!written)
            return context.refuse(written.error());
        if (options.print)
            if (const auto printed = printFile(out, options.printer, paperOf(options)); !printed)
                return context.refuse(printed.error(), options.out);
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
        context.help({"标签版式，--designs 列出；PDF 默认 a4，图片默认 60x40",
            "design, --designs names them; default a4 for a PDF, 60x40 for a picture"}));
    command->add_flag("--designs", options->designs, context.help({"列出标签版式", "the designs there are"}));
    command->add_option("--reprint", options->reprint,
        context.help({"补打：该清查任务中手工录入的卡片（标签脱落或无法识读），可与 --unit 同用",
            "print again: the cards of a count that were typed by hand, their labels being gone; may go with --unit"}));
    command->add_flag("--print", options->print,
        context.help({"交给 CUPS 打印；没有 CUPS 时请用 --out 生成 PDF",
            "hand them to CUPS; where there is none, make a PDF with --out"}));
    command->add_flag("--check", options->check,
        context.help({"先把每张标签画出来再识读一遍，读不出的不生成",
            "read every label back before the file is made"}));
    command->add_option("--printer", options->printer,
        context.help({"打印机名称，不填为默认打印机", "name of the printer, the usual one when left out"}));
    command->add_option(
        "--out", options->out, context.help({"输出文件，.pdf 或 .png", "FILE.pdf or FILE.png"}));
    command->callback(
        [&context, options] { context.run = [&context, options] { return label(context, *options); }; });
}

} // namespace guanwu
