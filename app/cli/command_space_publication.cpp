#include "app/cli/command_space_publication.h"

#include "app/cli/action.h"
#include "app/cli/commands.h"
#include "app/cli/registry_change.h"
#include "app/premises/space_json.h"
#include "app/system_clock.h"
#include "core/values/calendar.h"
#include "schema/connection/session.h"
#include "schema/premises/space_register.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

namespace guanwu {

namespace {

    struct PublicationOptions {
        std::string unit;
        std::string on;
        bool dryRun = false;
    };

    ExitCode publish(const CliContext& context, const PublicationOptions& options)
    {
        const auto on = options.on.empty() ? Result<Day>(systemToday()) : parseDate(options.on);
        if (!on)
            return context.wrongUse(on.error());
        if (*on > systemToday())
            return context.wrongUse(
                Error {ErrorCode::InvalidArgument, "space.published_on", formatDate(*on)});
        return changeRegistry(
            context, options.dryRun, options.unit,
            [&](Session& session) -> Result<std::int64_t> {
                SpaceRegister space(session, Scope::everything());
                if (!options.unit.empty())
                    if (const auto found = space.units(options.unit); !found)
                        return fail(found.error());
                return space.publish(*on, options.unit);
            },
            [&](std::int64_t count) {
                std::cout << context.say({"已公示 ", "published: "}) << count << '\n';
            });
    }

    ExitCode publication(const CliContext& context, const PublicationOptions& options)
    {
        const auto on = options.on.empty() ? Result<Day>(systemToday()) : parseDate(options.on);
        if (!on)
            return context.wrongUse(on.error());
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        bool isAllPublic = true;
        for (const PublishedSpace& one : SpaceRegister(**session, Scope::everything()).publication(*on)) {
            if (!options.unit.empty() && one.unit.code != options.unit)
                continue;
            isAllPublic = isAllPublic && one.published == one.rooms;
            if (context.json)
                std::cout << publicationJson(one).dump(
                    -1, ' ', false, nlohmann::json::error_handler_t::replace)
                          << '\n';
            else
                std::cout << one.unit.code << '\t' << one.unit.name << '\t' << one.rooms << '\t'
                          << one.usable.toString() << '\t' << context.say({"已公示 ", "published: "})
                          << one.published << '\t' << (one.publishedOn ? formatDate(*one.publishedOn) : "")
                          << '\n';
        }
        return isAllPublic ? ExitCode::Done : ExitCode::AnswerIsNo;
    }

} // namespace

void addSpacePublicationCommands(CLI::App& space, CliContext& context)
{
    const auto options = std::make_shared<PublicationOptions>();
    const auto add = [&](const char* name, Text help, auto action) {
        CLI::App* sub = addAction(space, context, options, name, help, action);
        sub->add_option("--on", options->on, context.help({"日期，默认今天", "day, today when left out"}));
        sub->add_option(
            "--unit", options->unit, context.help({"单位编码，默认全部", "code of a unit; default: all"}));
        return sub;
    };
    add("publish", {"登记年度公示，每年一次", "note the yearly publication"}, publish)
        ->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));
    add("publication",
        {"各单位持证用房本年度是否公示；有未公示则退出码为 1",
            "what units hold and what of it was made public this year; exit 1 when some was not"},
        publication);
}

} // namespace guanwu
