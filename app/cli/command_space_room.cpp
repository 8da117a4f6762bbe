#include "app/cli/command_space_room.h"

#include "app/cli/action.h"
#include "app/cli/commands.h"
#include "schema/connection/session.h"
#include "schema/connection/unit_of_work.h"
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
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        const auto done = retrying(**session, [&]() -> Result<RoomLine> {
            UnitOfWork transaction(**session);
            auto result = enterRoom(**session, room);
            if (result && !options.dryRun)
                transaction.commit();
            return result;
        });
        if (!done)
            return context.refuse(done.error(), options.room);
        if (options.dryRun)
            return context.nothingDone();
        std::cout << done->room.code << '\t' << nameOf(kRoomKinds, done->kind, context.language) << '\t'
                  << nameOf(kRoomStates, done->state, context.language) << '\t' << done->usable.toString()
                  << '\n';
        return ExitCode::Done;
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
}

} // namespace guanwu
