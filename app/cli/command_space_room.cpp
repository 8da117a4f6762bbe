#include "app/cli/command_space_room.h"

#include "app/cli/action.h"
#include "app/cli/commands.h"
#include "app/cli/current_user.h"
#include "app/cli/registry_change.h"
#include "app/system_clock.h"
#include "schema/connection/session.h"
#include "schema/premises/room_entry.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

namespace guanwu {

namespace {

    struct RoomEntryOptions {
        std::string room;
        std::string name;
        std::string parent;
        std::string kind = "office";
        std::string usable;
        bool isWaiting = false;
        bool dryRun = false;
    };

    struct RoomChangeOptions {
        std::string room;
        std::string state;
        std::string kind;
        std::optional<std::string> serviceKind;
        std::string usable;
        std::string toilet;
        std::string rest;
        std::string reason;
        bool dryRun = false;
    };

    void print(const CliContext& context, const RoomLine& room)
    {
        std::cout << room.room.code << '\t' << nameOf(kRoomKinds, room.kind, context.language) << '\t'
                  << nameOf(kRoomStates, room.state, context.language) << '\t' << room.usable.toString()
                  << '\n';
    }

    Result<RoomChange> changeOf(const RoomChangeOptions& options)
    {
        RoomChange out;
        out.reason = options.reason;
        out.serviceKind = options.serviceKind;
        if (!options.state.empty()) {
            const auto state = parseToken(kRoomStates, options.state, "space.state");
            if (!state)
                return fail(state.error());
            out.state = *state;
        }
        if (!options.kind.empty()) {
            const auto kind = parseToken(kRoomKinds, options.kind, "place.room_kind");
            if (!kind)
                return fail(kind.error());
            out.kind = *kind;
        }
        for (const auto& [text, part] :
            {std::pair(&options.usable, &RoomChange::usable), std::pair(&options.toilet, &RoomChange::toilet),
                std::pair(&options.rest, &RoomChange::rest)}) {
            if (text->empty())
                continue;
            const auto area = Area::parse(*text);
            if (!area)
                return fail(area.error());
            out.*part = *area;
        }
        return out;
    }

    ExitCode changeOne(const CliContext& context, const RoomChangeOptions& options)
    {
        const auto change = changeOf(options);
        if (!change)
            return context.wrongUse(change.error());
        return changeRegistry(
            context, options.dryRun, options.room,
            [&](Session& session) {
                return changeRoom(session, options.room, *change, currentUser(), systemNow());
            },
            [&](const RoomLine& room) { print(context, room); });
    }

    ExitCode enterNewRoom(const CliContext& context, const RoomEntryOptions& options)
    {
        NewRoom room;
        room.code = options.room;
        room.name = options.name.empty() ? options.room : options.name;
        room.parent = options.parent;
        room.isForPool = !options.isWaiting;
        const auto kind = parseToken(kRoomKinds, options.kind, "place.room_kind");
        const auto usable = Area::parse(options.usable);
        if (!kind || !usable)
            return context.wrongUse(!kind ? kind.error() : usable.error());
        room.kind = *kind;
        room.usable = *usable;
        return changeRegistry(
            context, options.dryRun, options.room, [&](Session& session) { return enterRoom(session, room); },
            [&](const RoomLine& entered) { print(context, entered); });
    }

} // namespace

void addSpaceRoomCommand(CLI::App& space, CliContext& context)
{
    const auto options = std::make_shared<RoomEntryOptions>();
    CLI::App* entered = addAction(space, context, options, "enter",
        {"登记一间新房间（补测、租入、新建）", "enter a room: measured late, rented or built"}, enterNewRoom);
    entered->add_option("room", options->room, context.help({"房间编码", "code of the room"}))->required();
    entered
        ->add_option(
            "--parent", options->parent, context.help({"楼层或楼栋编码", "code of its floor or building"}))
        ->required();
    entered->add_option("--usable", options->usable, context.help({"使用面积（㎡）", "usable area, m2"}))
        ->required();
    entered->add_option(
        "--name", options->name, context.help({"名称，默认同编码", "name, the code when left out"}));
    entered->add_option(
        "--kind", options->kind, context.help({"房间类别，默认 office", "kind, office when left out"}));
    entered->add_flag("--waiting", options->isWaiting,
        context.help(
            {"待单据办结时交付，先不进入可分配", "a document will hand it over: not for the pool yet"}));
    entered->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));

    const auto put = std::make_shared<RoomChangeOptions>();
    CLI::App* changed = addAction(space, context, put, "change",
        {"更正房间：面积、类别、停用与恢复", "put a room right: areas, kind, out of use and back"},
        changeOne);
    changed->add_option("room", put->room, context.help({"房间编码", "code of the room"}))->required();
    changed->add_option("--reason", put->reason, context.help({"原因", "why"}))->required();
    changed->add_option("--state", put->state,
        context.help(
            {"repair 维修停用 unsafe 危房停用 idle 闲置 leased 出租 converted 转换用途 removed 核销；恢复："
             "allocated 已分配 available 可分配",
                "repair, unsafe, idle, leased, converted or removed; back: allocated or available"}));
    changed->add_option("--kind", put->kind, context.help({"房间类别", "kind"}));
    changed->add_option(
        "--service-kind", put->serviceKind, context.help({"服务用房细类", "kind of service room"}));
    changed->add_option("--usable", put->usable, context.help({"使用面积（㎡）", "usable area, m2"}));
    changed->add_option("--toilet", put->toilet, context.help({"其中卫生间（㎡）", "of it toilet, m2"}));
    changed->add_option("--rest", put->rest, context.help({"其中休息室（㎡）", "of it rest room, m2"}));
    changed->add_flag("--dry-run", put->dryRun, context.help({"只检查，不写入", "check only"}));
}

} // namespace guanwu
