// guanwu space: rooms, who sits in them, the standard, and what has to come back.
#include "app/cli/action.h"
#include "app/cli/command_space_plan.h"
#include "app/cli/command_space_proposal.h"
#include "app/cli/command_space_publication.h"
#include "app/cli/command_space_room.h"
#include "app/cli/commands.h"
#include "app/cli/registry_change.h"
#include "app/premises/plan_picture.h"
#include "app/premises/space_json.h"
#include "app/premises/use_certificate_pdf.h"
#include "app/system_clock.h"
#include "core/premises/repair_rank.h"
#include "core/premises/seat_service.h"
#include "core/values/calendar.h"
#include "reports/premises/building_drawing.h"
#include "reports/premises/premises_rows.h"
#include "reports/writers/replacing_file.h"
#include "schema/connection/session.h"
#include "schema/premises/repair_rows.h"
#include "schema/premises/soci_seat_store.h"
#include "schema/premises/use_certificates.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

namespace guanwu {

namespace {

    using Json = nlohmann::ordered_json;

    struct SpaceOptions {
        std::string room;
        std::string person;
        std::string unit;
        std::string building;
        std::string state;
        std::string kind;
        std::string ground = "left";
        std::string on;
        std::string approvalNo;
        std::string reason;
        std::string deadline;
        std::vector<std::string> posts;
        std::string certificateNo;
        std::string issuer;
        std::string colour;
        std::string out;
        bool dryRun = false;
    };

    void print(const Json& json)
    {
        std::cout << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    }

    std::string groundsOf(const CliContext& context, const RoomFinding& finding)
    {
        return context.language == Language::ZhCn ? overGroundsZh(finding) : overGroundsEn(finding);
    }

    void printRoom(const CliContext& context, const RoomLine& room)
    {
        if (context.json)
            return print(roomJson(room));
        const RoomFinding finding = judged(room);
        std::cout << room.room.code << '\t' << nameOf(kRoomKinds, room.kind, context.language) << '\t'
                  << nameOf(kRoomStates, room.state, context.language) << '\t' << room.usable.toString()
                  << '\t' << room.usedBy.name << '\t' << room.seats.size() << '\t'
                  << groundsOf(context, finding) << '\n';
    }

    /// With the people in it, what they may have, and why and until when it is as it is.
    void printOver(const CliContext& context, const RoomLine& room, const RoomFinding& finding)
    {
        if (context.json)
            return print(roomJson(room));
        const auto due = takeBacksOf(room, systemToday());
        const auto over = std::find_if(due.begin(), due.end(),
            [](const TakeBack& item) { return item.ground == TakeBackGround::OverStandard; });
        std::cout << room.room.code << '\t' << room.usedBy.name << '\t' << room.usable.toString() << '\t'
                  << finding.limit.toString() << '\t' << room.seats.size() << '\t'
                  << groundsOf(context, finding) << '\t'
                  << (over != due.end() && over->due ? formatDate(*over->due) : "") << '\t' << room.overReason
                  << '\n';
    }

    void printStory(const CliContext& context, const RoomLine& room)
    {
        printRoom(context, room);
        if (context.json)
            return;
        const auto row = [&](Text name, const std::string& value) {
            std::cout << "  " << context.say(name) << '\t' << value << '\n';
        };
        row({"持有（使用凭证）", "held by"},
            room.heldBy.name + (room.useCertificate.empty() ? "" : " " + room.useCertificate));
        row({"实际使用", "used by"}, room.usedBy.name);
        row({"权利人（权证）", "on paper"}, joinedNames(room.onPaper));
        for (const Seat& seat : room.seats)
            row({"使用人", "seat"},
                seat.person.code + ' ' + seat.person.name + ' ' + seat.rank + ' '
                    + std::string(nameOf(kSeatKinds, seat.kind, context.language)) + ' '
                    + formatDate(seat.from)
                    + (seat.endedOn ? " – " + formatDate(*seat.endedOn) + ' '
                                + (seat.ground
                                        ? std::string(nameOf(kSeatEnds, *seat.ground, context.language))
                                        : "")
                                    : ""));
        row({"核定面积（㎡）", "limit, m2"}, judged(room).limit.toString());
        for (const TakeBack& item : takeBacksOf(room, systemToday()))
            row({"应腾退", "due back"},
                (item.due ? formatDate(*item.due) + ' ' : "")
                    + std::string(nameOf(kUrgencies, item.urgency, context.language)) + ' '
                    + std::string(nameOf(kTakeBackGrounds, item.ground, context.language)) + ' '
                    + item.person.name);
    }

    Result<std::optional<std::int64_t>> unitId(SpaceRegister& space, const std::string& code)
    {
        if (code.empty())
            return std::optional<std::int64_t>();
        if (code == "-") // the pool
            return std::optional<std::int64_t>(0);
        const auto found = space.units(code);
        return found ? Result<std::optional<std::int64_t>>(found->front().id) : fail(found.error());
    }

    Result<RoomQuery> queryOf(SpaceRegister& space, const SpaceOptions& options)
    {
        RoomQuery query;
        query.building = options.building;
        query.room = options.room;
        const auto unit = unitId(space, options.unit);
        if (!unit)
            return fail(unit.error());
        query.unit = *unit;
        if (!options.state.empty()) {
            const auto state = parseToken(kRoomStates, options.state, "space.state");
            if (!state)
                return fail(state.error());
            query.state = *state;
        }
        return query;
    }

    /// Reads the rooms that are asked for, unit after unit when it is the whole city.
    template <class Work>
    ExitCode read(const CliContext& context, const SpaceOptions& options, const Work& work)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        SpaceRegister space(**session, Scope::everything());
        auto query = queryOf(space, options);
        if (!query)
            return context.refuse(query.error());
        if (query->unit || !query->building.empty() || !query->room.empty())
            return work(space.rooms(*query));
        const auto units = space.units({});
        if (!units)
            return context.refuse(units.error());
        ExitCode worst = ExitCode::Done;
        const auto one = [&](std::int64_t unit) {
            query->unit = unit;
            if (const ExitCode code = work(space.rooms(*query)); code != ExitCode::Done)
                worst = code;
        };
        one(0);
        for (const Reference& unit : *units)
            one(unit.id);
        return worst;
    }

    ExitCode rooms(const CliContext& context, const SpaceOptions& options)
    {
        return read(context, options, [&](const std::vector<RoomLine>& found) {
            for (const RoomLine& room : found)
                printRoom(context, room);
            return ExitCode::Done;
        });
    }

    ExitCode room(const CliContext& context, const SpaceOptions& options)
    {
        return read(context, options, [&](const std::vector<RoomLine>& found) {
            if (found.empty())
                return context.refuse({ErrorCode::NotFound, "space.room_not_found", options.room});
            printStory(context, found.front());
            return ExitCode::Done;
        });
    }

    ExitCode over(const CliContext& context, const SpaceOptions& options)
    {
        return read(context, options, [&](const std::vector<RoomLine>& found) {
            ExitCode code = ExitCode::Done;
            for (const RoomLine& room : found)
                if (const RoomFinding finding = judged(room); finding.isOver()) {
                    printOver(context, room, finding);
                    code = ExitCode::AnswerIsNo;
                }
            return code;
        });
    }

    ExitCode due(const CliContext& context, const SpaceOptions& options)
    {
        const auto on = options.on.empty() ? Result<Day>(systemToday()) : parseDate(options.on);
        if (!on)
            return context.wrongUse(on.error());
        return read(context, options, [&](const std::vector<RoomLine>& found) {
            ExitCode code = ExitCode::Done;
            for (const RoomLine& room : found)
                for (const TakeBack& item : takeBacksOf(room, *on)) {
                    if (item.urgency == Urgency::Overdue)
                        code = ExitCode::AnswerIsNo;
                    if (context.json) {
                        print(takeBackJson(item));
                        continue;
                    }
                    std::cout << nameOf(kUrgencies, item.urgency, context.language) << '\t'
                              << (item.due ? formatDate(*item.due) : "") << '\t'
                              << nameOf(kTakeBackGrounds, item.ground, context.language) << '\t'
                              << item.room.code << '\t' << item.unit.name << '\t' << item.person.name << '\t'
                              << (item.area > Area() ? item.area.toString() : "") << '\t'
                              << groundsOf(context, item.finding) << '\t' << item.reason << '\n';
                }
            return code;
        });
    }

    ExitCode unit(const CliContext& context, const SpaceOptions& options)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        SpaceRegister space(**session, Scope::everything());
        const auto facts = space.facts(options.unit);
        if (!facts)
            return context.refuse(facts.error());
        RoomQuery query;
        query.unit = facts->unit.id;
        const UnitSpaceUse use = sumUp(*facts, space.rooms(query));
        if (context.json) {
            print(unitSpaceJson(use));
            return ExitCode::Done;
        }
        const auto row = [&](Text name, const std::string& value) {
            std::cout << context.say(name) << '\t' << value << '\n';
        };
        row({"编制", "posts"}, std::to_string(facts->established));
        for (const auto& kind : kRoomKinds)
            std::cout << nameOf(kRoomKinds, kind.value, context.language) << '\t' << use.roomsOf(kind.value)
                      << '\t' << use.areaOf(kind.value).toString() << '\n';
        if (!use.limit)
            return context.refuse({ErrorCode::NotFound, "office.no_limit", options.unit});
        for (const PostLine& line : use.limit->posts)
            std::cout << line.post << '\t' << line.posts << " × " << line.limit.toString() << '\t'
                      << line.area().toString() << '\n';
        row({"核定办公室", "offices, limit"}, use.limit->space.offices.toString());
        row({"核定服务用房", "service rooms, limit"}, use.limit->space.service.toString());
        row({"核定设备用房", "equipment rooms, limit"}, use.limit->space.equipment.toString());
        row({"基本办公用房使用面积", "together, usable"}, use.limit->space.net.toString());
        row({"基本办公用房建筑面积", "their floor area"}, use.limit->space.mainFloor.toString());
        row({"附属用房建筑面积", "ancillary floor area"}, use.limit->space.ancillary.toString());
        row({"建筑面积合计", "floor area"}, use.limit->space.floor.toString());
        row({"办公室超出", "offices above it"}, use.overOffice.toString());
        row({"服务用房超出", "service rooms above it"}, use.overService.toString());
        return ExitCode::Done;
    }

    /// One change in one unit of work; a dry run takes it back.
    template <class Work>
    ExitCode change(
        const CliContext& context, const SpaceOptions& options, const std::string& where, const Work& work)
    {
        const auto on = options.on.empty() ? Result<Day>(systemToday()) : parseDate(options.on);
        if (!on)
            return context.wrongUse(on.error());
        return changeRegistry(
            context, options.dryRun, where,
            [&](Session& session) -> Result<RoomLine> {
                SociSeatStore store(session, Scope::everything());
                SeatService service(store, Scope::everything(), systemToday());
                return work(service, *on);
            },
            [&](const RoomLine& room) { printStory(context, room); });
    }

    ExitCode seat(const CliContext& context, const SpaceOptions& options)
    {
        const auto kind = parseToken(kSeatKinds, options.kind.empty() ? "main" : options.kind, "space.seat_kind");
        if (!kind)
            return context.wrongUse(kind.error());
        return change(context, options, options.room, [&](SeatService& service, Day on) {
            return service.seat({options.room, options.person, *kind, on, options.approvalNo});
        });
    }

    ExitCode end(const CliContext& context, const SpaceOptions& options)
    {
        const auto ground = parseToken(kSeatEnds, options.ground, "space.seat_end");
        if (!ground)
            return context.wrongUse(ground.error());
        return change(context, options, options.room, [&](SeatService& service, Day on) {
            return service.end(options.room, options.person, *ground, on);
        });
    }

    ExitCode vacate(const CliContext& context, const SpaceOptions& options)
    {
        return change(context, options, options.room, [&](SeatService& service, Day on) {
            return service.giveBack(options.room, options.person, on);
        });
    }

    ExitCode note(const CliContext& context, const SpaceOptions& options)
    {
        std::optional<Day> deadline;
        if (!options.deadline.empty()) {
            const auto day = parseDate(options.deadline);
            if (!day)
                return context.wrongUse(day.error());
            deadline = *day;
        }
        return change(context, options, options.room, [&](SeatService& service, Day) {
            return service.note(options.room, options.reason, deadline);
        });
    }

    ExitCode posts(const CliContext& context, const SpaceOptions& options)
    {
        std::vector<RankCount> counts;
        for (const std::string& text : options.posts) {
            const auto equals = text.find('=');
            const bool isNumber = equals != std::string::npos && equals + 1 < text.size()
                && text.size() - equals < 8
                && text.find_first_not_of("0123456789", equals + 1) == std::string::npos;
            if (!isNumber)
                return context.wrongUse(Error {ErrorCode::InvalidArgument, "space.posts", text});
            counts.push_back({text.substr(0, equals), std::stoll(text.substr(equals + 1))});
        }
        const ExitCode done = changeRegistry(
            context, options.dryRun, options.unit,
            [&](Session& session) -> Result<UnitFacts> {
                SociSeatStore store(session, Scope::everything());
                return SeatService(store, Scope::everything(), systemToday()).setPosts(options.unit, counts);
            },
            [](const UnitFacts&) {});
        return done == ExitCode::Done && !options.dryRun ? unit(context, options) : done;
    }

    std::string stateOf(const CliContext& context, const UseCertificateLine& line)
    {
        if (!line.replacedBy.empty())
            return std::string(context.say({"已换发为 ", "replaced by "})) + line.replacedBy + ' '
                + formatDate(*line.replacedOn);
        if (!line.isCurrent())
            return std::string(context.say({"房间均已收回", "all rooms came back"}));
        if (!line.isChanged())
            return std::string(context.say({"现行", "in force"}));
        return std::string(
            context.say({"房间已变动，待换发：退回 ", "rooms changed, to be reissued: given back "}))
            .append(std::to_string(line.givenBack))
            .append(context.say({"，重测或改类 ", ", measured anew or of another kind "}))
            .append(std::to_string(line.remeasured));
    }

    ExitCode certificates(const CliContext& context, const SpaceOptions& options)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        if (const auto unit = SpaceRegister(**session, Scope::everything()).units(options.unit); !unit)
            return context.refuse(unit.error());
        ExitCode code = ExitCode::Done;
        for (const UseCertificateLine& line :
            readUseCertificates(**session, Scope::everything(), options.unit)) {
            if (line.isChanged())
                code = ExitCode::AnswerIsNo;
            if (context.json) {
                print(useCertificateJson(line));
                continue;
            }
            std::cout << line.no << '\t' << line.rooms << '\t' << line.usable.toString() << '\t'
                      << stateOf(context, line);
            for (const std::string& old : line.replaces)
                std::cout << '\t' << context.say({"换发自 ", "replaces "}) << old;
            std::cout << '\n';
        }
        return code;
    }

    ExitCode save(const CliContext& context, const SpaceOptions& options, const Result<std::string>& pdf)
    {
        if (!pdf)
            return context.refuse(pdf.error());
        auto file = ReplacingFile::create(options.out);
        if (!file)
            return context.refuse(file.error(), options.out);
        file->write(*pdf);
        file->commit();
        std::cout << context.say({"已生成 ", "written: "}) << options.out << '\n';
        return ExitCode::Done;
    }

    ExitCode certificate(const CliContext& context, const SpaceOptions& options)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        return save(context, options,
            useCertificatePdf(**session, Scope::everything(), options.certificateNo, options.issuer));
    }

    ExitCode picture(const CliContext& context, const SpaceOptions& options)
    {
        const auto colour
            = parseToken(kPictureColours, options.colour.empty() ? "unit" : options.colour, "space.colour");
        if (!colour)
            return context.wrongUse(colour.error());
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        SpaceRegister space(**session, Scope::everything());
        const auto building = space.building(options.building);
        if (!building)
            return context.refuse(building.error());
        RoomQuery query;
        query.building = building->code;
        BuildingPicture drawn = pictureOf(space.rooms(query), systemToday());
        drawn.building = *building;
        FloorPlans(**session, Scope::everything()).addTo(drawn);
        return save(context, options,
            buildingPicturePdf(drawn, *colour, {options.issuer, systemToday()},
                planGrounds(**session, Scope::everything(), context.readerProgram)));
    }

    ExitCode repairs(const CliContext& context, const SpaceOptions& options)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        for (const RankedRepair& one :
            rankRepairs(readRepairs(**session, Scope::everything(), std::nullopt, options.unit))) {
            const std::string estimate = one.line.estimate.value_or(Money()).toYuanString();
            if (context.json) {
                print({{"rank", one.rank}, {"application_no", one.line.applicationNo},
                    {"unit", one.line.unit.code}, {"building", one.line.building.code},
                    {"estimate_yuan", estimate}, {"before_yuan", one.before.toYuanString()},
                    {"reason", one.reasonZh}, {"reason_en", one.reasonEn}});
                continue;
            }
            std::cout << one.rank << '\t' << one.line.applicationNo << '\t' << one.line.unit.name << '\t'
                      << one.line.building.name << '\t' << one.line.parts << '\t' << estimate << '\t'
                      << one.before.toYuanString() << '\t'
                      << (context.language == Language::ZhCn ? one.reasonZh : one.reasonEn) << '\n';
        }
        return ExitCode::Done;
    }

} // namespace

void addSpaceCommand(CLI::App& app, CliContext& context)
{
    CLI::App* command = app.add_subcommand("space",
        context.help({"办公用房：房间、使用人、面积标准、腾退", "office space: rooms, people, limits, what comes back"}));
    command->require_subcommand(1);
    const auto options = std::make_shared<SpaceOptions>();
    const auto add = [&](const char* name, Text help, auto action) {
        return addAction(*command, context, options, name, help, action);
    };
    const auto narrowed = [&](CLI::App* sub) {
        sub->add_option("--unit", options->unit,
            context.help({"使用单位编码，- 为未分配", "code of the using unit, - for the pool"}));
        sub->add_option("--building", options->building, context.help({"楼栋编码", "code of a building"}));
        return sub;
    };
    const auto ofRoom = [&](CLI::App* sub) {
        sub->add_option("room", options->room, context.help({"房间编码", "code of the room"}))->required();
        return sub;
    };
    const auto ofPerson = [&](CLI::App* sub) {
        ofRoom(sub)->add_option("person", options->person, context.help({"人员编号", "code of the person"}))
            ->required();
        return sub;
    };
    const auto writes = [&](CLI::App* sub) {
        sub->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));
        return sub;
    };
    const auto dated = [&](CLI::App* sub) {
        sub->add_option("--on", options->on, context.help({"日期，默认今天", "day, today when left out"}));
        return sub;
    };
    narrowed(add("rooms", {"房间清单", "rooms"}, rooms))
        ->add_option("--state", options->state, context.help({"房间状态", "state of the room"}));
    ofRoom(add("room", {"一间房：谁持有、谁使用、证上是谁", "who holds, uses and is on paper of a room"}, room));
    narrowed(add("over",
        {"超标准房间：面积、核定、人数、超标情况、整改期限与原因；有则退出码为 1",
            "rooms above the standard, with people, deadline and reason; exit 1 when there are any"},
        over));
    dated(narrowed(add("due", {"应腾退用房；有逾期则退出码为 1", "what has to come back; exit 1 when overdue"}, due)));
    add("unit", {"单位用房与核定面积", "space of a unit and its limit"}, unit)
        ->add_option("unit", options->unit, context.help({"单位编码", "code of the unit"}))
        ->required();
    CLI::App* seated = writes(dated(ofPerson(add("seat", {"登记使用人", "give somebody a seat"}, seat))));
    seated->add_option("--kind", options->kind,
        context.help({"main 主用房（默认） second 兼职用房 seconded 借调聘用",
            "main (when left out), second or seconded"}));
    seated->add_option("--approval", options->approvalNo,
        context.help({"兼职用房的审批文号", "approval of a second room"}));
    writes(
        dated(ofPerson(add("end", {"离任或兼职终止，开始计算腾退期", "the ground of a seat is gone"}, end))))
        ->add_option("--ground", options->ground,
            context.help({"left 离任退休（默认） second_post 兼职终止 moved 调整用房",
                "left (when left out), second_post or moved"}));
    addSpaceRoomCommand(*command, context);
    writes(dated(ofPerson(add("vacate", {"使用人已退房", "somebody gave the room back"}, vacate))));
    CLI::App* noted = writes(ofRoom(add("note", {"超标未整改原因与期限", "why a room is still above the standard"}, note)));
    noted->add_option("--reason", options->reason, context.help({"原因", "reason"}))->required();
    noted->add_option("--deadline", options->deadline, context.help({"整改期限", "deadline"}));
    add("repairs", {"待安排的维修，按安全、时间、费用建议排序", "repairs that wait: safety first, then age, then cost"},
        repairs)
        ->add_option("--unit", options->unit, context.help({"单位编码", "code of a unit"}));
    add("certificates",
        {"单位的使用凭证及换发情况；有待换发的则退出码为 1",
            "use certificates of a unit and what replaced them; exit 1 when one is to be reissued"},
        certificates)
        ->add_option("unit", options->unit, context.help({"单位编码", "code of the unit"}))
        ->required();
    CLI::App* printed = add("certificate", {"打印使用凭证（PDF）", "print a use certificate as PDF"}, certificate);
    printed->add_option("certificate", options->certificateNo, context.help({"使用凭证号", "its number"}))->required();
    printed->add_option("--issuer", options->issuer, context.help({"发证单位", "who issues it"}));
    printed->add_option("--out", options->out, context.help({"输出文件 .pdf", "FILE.pdf"}))->required();
    CLI::App* drawn = add("picture",
        {"楼栋房间示意图（PDF，每层一页，按面积绘制）", "the rooms of a building drawn to area, PDF, a page a floor"}, picture);
    drawn->add_option("building", options->building, context.help({"楼栋编码", "code of the building"}))->required();
    drawn->add_option("--colour", options->colour,
        context.help({"着色：unit 单位 state 状态 standard 超标 vacate 腾退", "unit, state, standard or vacate"}));
    drawn->add_option("--preparer", options->issuer, context.help({"编制单位", "who prepares it"}));
    drawn->add_option("--out", options->out, context.help({"输出文件 .pdf", "FILE.pdf"}))->required();
    addSpacePlanCommand(*command, context);
    addSpacePublicationCommands(*command, context);
    addSpaceProposalCommands(*command, context);
    CLI::App* posted = writes(add("posts", {"按职级登记编制", "established posts by rank"}, posts));
    posted->add_option("unit", options->unit, context.help({"单位编码", "code of the unit"}))->required();
    posted->add_option("posts", options->posts,
        context.help({"职级=编制数，如 正处级=1；全部不填则按在职人员计算",
            "RANK=POSTS, all of them; none: computed from who is in post"}));
}

} // namespace guanwu
