#include "app/cli/command_space_plan.h"

#include "app/cli/action.h"
#include "app/cli/current_user.h"
#include "app/cli/registry_change.h"
#include "app/premises/plan_json.h"
#include "app/premises/plan_picture.h"
#include "app/system_clock.h"
#include "core/cards/attachment.h"
#include "reports/writers/replacing_file.h"
#include "schema/connection/session.h"

#include <algorithm>
#include <fstream>
#include <iostream>

namespace guanwu {

namespace {

    struct PlanOptions {
        std::string floor;
        std::string file;
        std::string room;
        std::string corners;
        std::string marksFile;
        std::string out;
        bool remove = false;
        bool dryRun = false;
    };

    void print(const CliContext& context, const PlannedFloor& floor)
    {
        if (context.json) {
            std::cout << plannedFloorJson(floor).dump(
                -1, ' ', false, nlohmann::json::error_handler_t::replace)
                      << '\n';
            return;
        }
        // The marks alone: what is printed can be given back with --marks.
        for (const RoomMark& mark : floor.marks)
            std::cout << mark.room << '\t' << cornersText(mark.corners) << '\n';
    }

    ExitCode show(const CliContext& context, const PlanOptions& options)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        FloorPlans plans(**session, Scope::everything());
        const auto floor = plans.find(options.floor);
        if (!floor)
            return context.refuse(floor.error());
        if (floor->plan.revision == 0)
            return context.refuse({ErrorCode::NotFound, "space.no_plan", options.floor});
        print(context, *floor);
        if (options.out.empty())
            return ExitCode::Done;
        const auto png = plans.picture(options.floor);
        if (!png)
            return context.refuse(png.error());
        auto file = ReplacingFile::create(options.out);
        if (!file)
            return context.refuse(file.error(), options.out);
        file->write(*png);
        file->commit();
        return ExitCode::Done;
    }

    /// One change at the revision that is there; a dry run takes it back.
    template <class Work>
    ExitCode change(const CliContext& context, const PlanOptions& options, const Work& work)
    {
        return changeRegistry(
            context, options.dryRun, options.floor,
            [&](Session& session) -> Result<PlannedFloor> {
                FloorPlans plans(session, Scope::everything());
                const auto now = plans.find(options.floor);
                return now ? work(plans, *now) : now;
            },
            [&](const PlannedFloor& floor) { print(context, floor); });
    }

    Result<std::string> bytesOf(const std::string& path, std::size_t most)
    {
        std::ifstream file(path, std::ios::binary);
        if (!file)
            return fail(ErrorCode::NotFound, "image.missing", path);
        std::string out(most + 1, '\0');
        file.read(out.data(), static_cast<std::streamsize>(out.size()));
        out.resize(static_cast<std::size_t>(file.gcount()));
        if (out.size() > most)
            return fail(ErrorCode::InvalidArgument, "attachment.too_large", path);
        return out;
    }

    ExitCode draw(const CliContext& context, const PlanOptions& options)
    {
        const auto bytes = bytesOf(options.file, kMostAttachmentBytes);
        const auto image = bytes ? readPlan(*bytes, context.readerProgram) : fail(bytes.error());
        const auto png = image ? encodePng(*image) : fail(image.error());
        if (!png)
            return context.refuse(png.error(), options.file);
        const ExitCode done = change(context, options, [&](FloorPlans& plans, const PlannedFloor& now) {
            return plans.draw(options.floor, *png, image->width, image->height, now.plan.revision,
                currentUser(), systemNow());
        });
        // An SVG is drawn at a size of its own, and marks are in pixels of what was drawn.
        if (done == ExitCode::Done && !options.dryRun && !context.json)
            std::cerr << context.say({"图幅（像素）", "pixels"}) << '\t' << image->width << " × "
                      << image->height << '\n';
        return done;
    }

    /// "ROOM TAB CORNERS" a line, as `show` prints them.
    Result<std::vector<RoomMark>> marksFrom(const std::string& path)
    {
        constexpr std::size_t kMostMarkBytes = kMostMarks * 1100;
        const auto text = bytesOf(path, kMostMarkBytes);
        if (!text)
            return fail(text.error());
        std::vector<RoomMark> out;
        std::string_view rest = *text;
        while (!rest.empty()) {
            const auto end = std::min(rest.size(), rest.find('\n'));
            std::string_view line = rest.substr(0, end);
            rest.remove_prefix(std::min(rest.size(), end + 1));
            if (line.ends_with('\r'))
                line.remove_suffix(1);
            if (line.empty())
                continue;
            const auto tab = line.find('\t');
            const auto corners = tab == std::string_view::npos
                ? fail(ErrorCode::InvalidArgument, "space.mark_form", std::string(line))
                : parseCorners(line.substr(tab + 1));
            if (!corners)
                return fail(corners.error());
            out.push_back({std::string(line.substr(0, tab)), *corners});
        }
        return out;
    }

    Result<std::vector<RoomMark>> marksAsked(const PlanOptions& options, const PlannedFloor& now)
    {
        if (!options.marksFile.empty())
            return marksFrom(options.marksFile);
        std::vector<RoomMark> out = now.marks;
        std::erase_if(out, [&](const RoomMark& mark) { return mark.room == options.room; });
        if (options.remove)
            return out;
        const auto corners = parseCorners(options.corners);
        if (!corners)
            return fail(corners.error());
        out.push_back({options.room, *corners});
        return out;
    }

    ExitCode mark(const CliContext& context, const PlanOptions& options)
    {
        const bool isOne = !options.room.empty() && options.corners.empty() == options.remove;
        if (options.marksFile.empty() != isOne)
            return context.wrongUse({"用 --marks FILE，或 --room 加 --at 或 --remove",
                "give --marks FILE, or --room with --at or --remove"});
        return change(
            context, options, [&](FloorPlans& plans, const PlannedFloor& now) -> Result<PlannedFloor> {
                const auto marks = marksAsked(options, now);
                if (!marks)
                    return fail(marks.error());
                return plans.mark(options.floor, *marks, now.plan.revision, currentUser(), systemNow());
            });
    }

    ExitCode remove(const CliContext& context, const PlanOptions& options)
    {
        return change(context, options, [&](FloorPlans& plans, const PlannedFloor& now) {
            return plans.remove(options.floor, now.plan.revision);
        });
    }

} // namespace

void addSpacePlanCommand(CLI::App& space, CliContext& context)
{
    CLI::App* command = space.add_subcommand(
        "plan", context.help({"楼层平面图与房间标注", "the plan of a floor and the rooms marked on it"}));
    command->require_subcommand(1);
    const auto options = std::make_shared<PlanOptions>();
    const auto add = [&](const char* name, Text help, auto action) {
        CLI::App* sub = addAction(*command, context, options, name, help, action);
        sub->add_option("floor", options->floor, context.help({"楼层编码", "code of the floor"}))->required();
        return sub;
    };
    const auto writes = [&](CLI::App* sub) {
        sub->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));
        return sub;
    };
    add("show",
        {"已标注的房间，每行：房间 TAB 边界", "the rooms that are marked, a line each: ROOM TAB CORNERS"},
        show)
        ->add_option("--out", options->out, context.help({"平面图另存为 .png", "the drawing as FILE.png"}));
    writes(add("draw",
               {"上传平面图（PNG、JPEG 或 SVG）；已有标注按比例保留",
                   "store a drawing, PNG, JPEG or SVG; marks keep their place"},
               draw))
        ->add_option("file", options->file, context.help({"图片文件", "the file"}))
        ->required();
    CLI::App* marked = writes(add("mark", {"标注房间位置", "say where rooms lie"}, mark));
    marked->add_option("--room", options->room, context.help({"房间编码", "code of the room"}));
    marked->add_option("--at", options->corners,
        context.help({"边界角点“x,y x,y …”（像素，两点为矩形）",
            "corners \"x,y x,y ...\" in pixels; two are a rectangle"}));
    marked->add_flag(
        "--remove", options->remove, context.help({"取消该房间的标注", "take the mark of the room off"}));
    marked->add_option("--marks", options->marksFile,
        context.help({"全部标注，格式同 show 的输出", "all marks anew, as show prints them"}));
    writes(add("remove", {"删除平面图及其标注", "remove the drawing and its marks"}, remove));
}

} // namespace guanwu
