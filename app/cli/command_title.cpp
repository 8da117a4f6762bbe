// guanwu title: property certificates and what hangs on them.
#include "app/cli/action.h"
#include "app/cli/commands.h"
#include "app/cli/current_user.h"
#include "app/cli/document_options.h"
#include "app/cli/registry_change.h"
#include "app/premises/title_json.h"
#include "app/system_clock.h"
#include "core/base/text.h"
#include "core/premises/title_service.h"
#include "core/values/calendar.h"
#include "reports/premises/premises_rows.h"
#include "schema/connection/session.h"
#include "schema/premises/soci_title_store.h"
#include "schema/premises/title_register.h"

#include <CLI/CLI.hpp>
#include <iostream>

namespace guanwu {

namespace {

    struct TitleOptions {
        NewTitle title;
        std::string certNo;
        std::string unit;
        std::string method = "first";
        std::string basis;
        std::string as;
        std::string on;
        std::string due;
        std::string kind = "seizure";
        std::string paperNo;
        std::string party;
        std::string owedBy;
        std::string person;
        std::string place;
        std::string reason;
        std::string situation;
        std::string filed;
        bool dryRun = false;
    };

    std::string stateOf(const CliContext& context, const std::string& stored)
    {
        for (const CertificateState& state : kCertificateStates)
            if (stored == state.token)
                return std::string(context.language == Language::ZhCn ? state.nameZh : state.nameEn);
        return stored;
    }

    std::string codesAndNames(const std::vector<Reference>& many)
    {
        std::vector<std::string> out;
        for (const Reference& one : many)
            out.push_back(one.code + ' ' + one.name);
        return listed(out);
    }

    void print(const CliContext& context, const TitleLine& title)
    {
        if (context.json) {
            std::cout << titleJson(title).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
            return;
        }
        std::cout << title.certNo << '\t' << title.holder.name << '\t' << title.location << '\t'
                  << title.landShare.toString() << '\t' << title.floor.toString() << '\t'
                  << title.buildings.size() << '\t' << stateOf(context, title.state)
                  << (title.isBlocked() ? context.say({" 抵押查封", " blocked"}) : "")
                  << (title.isIncomplete ? context.say({" 容缺", " incomplete"}) : "") << '\n';
    }

    /// With what hangs on it, and the log of the paper.
    void printAll(const CliContext& context, const TitleLine& title, const std::vector<TitleCustody>& log)
    {
        if (context.json) {
            auto out = titleJson(title);
            out["custody_log"] = nlohmann::ordered_json::array();
            for (const TitleCustody& step : log)
                out["custody_log"].push_back(custodyJson(step));
            std::cout << out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
            return;
        }
        print(context, title);
        const auto row = [&](Text name, const std::string& value) {
            if (!value.empty())
                std::cout << "  " << context.say(name) << '\t' << value << '\n';
        };
        row({"登记日期", "registered on"}, formatDate(title.issuedOn) + ' ' + title.issuer);
        row({"原证号", "former numbers"}, listed(title.formerNos));
        row({"现证号", "replaced by"}, title.laterNo);
        row({"原权利人", "former holders"}, listed(title.formerHolders));
        row({"使用单位", "used by"}, codesAndNames(title.users));
        row({"楼栋", "buildings"}, codesAndNames(title.buildings));
        row({"不动产单元号", "property units"}, listed(title.unitNos));
        row({"权利类型", "kind of right"}, title.rightType);
        row({"权利性质", "nature of the right"}, title.rightNature);
        row({"用途", "use"}, title.use);
        row({"宗地面积（㎡，不汇总）", "parcel, m2, not added up"},
            title.parcel ? title.parcel->toString() : "");
        row({"使用期限", "term"},
            title.termFrom || title.termTo ? (title.termFrom ? formatDate(*title.termFrom) : "") + " – "
                    + (title.termTo ? formatDate(*title.termTo) : "")
                                           : "");
        row({"对应资产", "assets"}, listed(title.assets));
        for (const Encumbrance& one : title.encumbrances)
            row({"抵押查封", "encumbrance"},
                std::string(nameOf(kEncumbranceKinds, one.kind, context.language)) + ' ' + one.paperNo + ' '
                    + one.party + ' ' + formatDate(one.from));
        if (title.missing.empty())
            row({"缺件", "missing"}, title.isIncomplete ? title.missingText : "");
        for (const MissingPaper& one : title.missing)
            row({"缺件", "missing"},
                one.name + ' ' + one.owedBy + ' ' + (one.dueOn ? formatDate(*one.dueOn) : "") + ' '
                    + (one.suppliedOn ? context.help({"已补齐 ", "come "}) + formatDate(*one.suppliedOn)
                                      : ""));
        for (const TitleCustody& step : log)
            row({"保管", "custody"},
                formatDate(step.on) + ' ' + std::string(nameOf(kCustodySteps, step.step, context.language))
                    + ' ' + step.person + ' ' + step.place
                    + (step.dueOn ? context.help({" 应还 ", " due back "}) + formatDate(*step.dueOn) : "")
                    + ' ' + step.reason);
    }

    ExitCode listCertificates(const CliContext& context, const TitleOptions& options)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        TitleRegister titles(**session, Scope::everything());
        TitleQuery query;
        query.unitCode = options.unit;
        for (const TitleLine& title : titles.titles(query))
            print(context, title);
        return ExitCode::Done;
    }

    ExitCode show(const CliContext& context, const TitleOptions& options)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        TitleRegister titles(**session, Scope::everything());
        const auto title = titles.find(options.certNo);
        if (!title)
            return context.refuse(title.error());
        printAll(context, *title, titles.custody(title->id));
        return ExitCode::Done;
    }

    ExitCode gaps(const CliContext& context, const TitleOptions& options)
    {
        const auto on = options.on.empty() ? Result<Day>(systemToday()) : parseDate(options.on);
        if (!on)
            return context.wrongUse(on.error());
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        TitleRegister titles(**session, Scope::everything());
        Reference chief = titles.chiefHolder();
        if (!options.unit.empty()) {
            const auto named = SociTitleStore(**session, Scope::everything()).unit(options.unit);
            if (!named)
                return context.refuse(named.error());
            chief = *named;
        }
        const auto found = titleGaps(titles.titles({}), titles.buildings(), chief, *on);
        for (const TitleGap& gap : found) {
            if (context.json)
                std::cout << gapJson(gap, context.language)
                                 .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                          << '\n';
            else
                std::cout << nameOf(kTitleGapKinds, gap.kind, context.language) << '\t' << gap.subject << '\t'
                          << gap.name << '\t' << context.say({gap.text, gap.textEn}) << '\t'
                          << (gap.due ? formatDate(*gap.due) : "") << '\t'
                          << (gap.isOverdue       ? context.say({"已逾期", "overdue"})
                                     : gap.isNear ? context.say({"即将到期", "due soon"})
                                                  : "")
                          << '\n';
        }
        return found.empty() ? ExitCode::Done : ExitCode::AnswerIsNo;
    }

    ExitCode buildings(const CliContext& context, const TitleOptions&)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        const auto standing = [&](const BuildingTitle& building) {
            const std::string_view token = standingOf(building);
            return context.say(token == "gone" ? Text {"已核销", "gone"}
                    : token == "registered"    ? Text {"已登记", "registered"}
                    : token == "filed"         ? Text {"权属备案", "filed"}
                                               : Text {"待登记", "open"});
        };
        for (const BuildingTitle& building : TitleRegister(**session, Scope::everything()).buildings()) {
            if (context.json) {
                std::cout << buildingPapersJson(building).dump(
                    -1, ' ', false, nlohmann::json::error_handler_t::replace)
                          << '\n';
                continue;
            }
            std::cout << building.building.code << '\t' << building.building.name << '\t'
                      << building.floor.toString() << '\t'
                      << (building.situation ? nameOf(kStartSituations, *building.situation, context.language)
                                             : std::string_view())
                      << '\t' << standing(building) << '\t'
                      << (building.isFiledOnly ? building.filingNo + ' ' + building.filed.toString()
                                               : listed(building.certificates))
                      << '\n';
        }
        return ExitCode::Done;
    }

    /// One change in one unit of work; a dry run takes it back.
    template <class Work>
    ExitCode change(const CliContext& context, const TitleOptions& options, const Work& work)
    {
        const auto on = options.on.empty() ? Result<Day>(systemToday()) : parseDate(options.on);
        if (!on)
            return context.wrongUse(on.error());
        return changeRegistry(
            context, options.dryRun, options.certNo,
            [&](Session& session) -> Result<TitleLine> {
                SociTitleStore store(session, Scope::everything());
                TitleService service(store, Scope::everything(), currentUser(), systemNow);
                return work(service, *on);
            },
            [&](const TitleLine& title) {
                if (!title.certNo.empty())
                    print(context, title);
            });
    }

    Result<std::optional<Area>> areaOf(const std::string& text)
    {
        if (text.empty())
            return std::optional<Area>();
        const auto area = Area::parse(text);
        return area ? Result<std::optional<Area>>(*area) : fail(area.error());
    }

    Result<std::optional<Day>> dayOf(const std::string& text)
    {
        if (text.empty())
            return std::optional<Day>();
        const auto day = parseDate(text);
        return day ? Result<std::optional<Day>>(*day) : fail(day.error());
    }

    /// A certificate is entered, replaced or cancelled by a document of the kind `title` alone, when that is
    /// closed: what is known before goes into its draft here.
    ExitCode draft(const CliContext& context, const TitleOptions& options, const std::string& method,
        const std::vector<std::pair<std::string, std::string>>& facts)
    {
        DocumentEdit edit;
        for (const auto& [name, value] : facts)
            if (!value.empty())
                edit.facts.push_back({0, name, value});
        DocumentOptions desk;
        desk.as = options.as;
        desk.dryRun = options.dryRun;
        const ExitCode done
            = changeDocument(context, desk, [&](DocumentWork& work, DocumentCounter&) -> Result<Document> {
                  const auto made = work.service().create(
                      {DocumentKind::Title, method, options.unit, {}, {}, options.reason});
                  return made ? work.service().edit(made->no, made->revision, edit) : made;
              });
        if (done == ExitCode::Done && !options.dryRun && !context.json)
            std::cerr << context.say({"下一步：guanwu document file，审批后 document close 登记新证号和登记日期\n",
                "next: guanwu document file; after its approval document close with the new number and the day\n"});
        return done;
    }

    ExitCode enter(const CliContext& context, const TitleOptions& options)
    {
        return draft(context, options, options.method,
            {{"basis", options.basis}, {"holder", options.title.holder},
                {"former_nos", joined(options.title.formerNos, ";")},
                {"buildings", joined(options.title.buildings, ";")}, {"location", options.title.location}});
    }

    ExitCode cancel(const CliContext& context, const TitleOptions& options)
    {
        return draft(context, options, "cancel", {{"basis", options.basis}, {"former_nos", options.certNo}});
    }

    ExitCode encumber(const CliContext& context, const TitleOptions& options)
    {
        const auto kind = parseToken(kEncumbranceKinds, options.kind, "title.encumbrance");
        if (!kind)
            return context.wrongUse(kind.error());
        return change(context, options, [&](TitleService& service, Day on) {
            return service.encumber(options.certNo, {0, *kind, options.paperNo, options.party, on, {}});
        });
    }

    ExitCode release(const CliContext& context, const TitleOptions& options)
    {
        return change(context, options, [&](TitleService& service, Day on) {
            return service.release(options.certNo, options.paperNo, on, options.reason);
        });
    }

    ExitCode missing(const CliContext& context, const TitleOptions& options)
    {
        const auto due = dayOf(options.due);
        if (!due)
            return context.wrongUse(due.error());
        return change(context, options, [&](TitleService& service, Day) {
            return service.addMissing(options.certNo, {0, options.paperNo, options.owedBy, *due, {}});
        });
    }

    ExitCode supply(const CliContext& context, const TitleOptions& options)
    {
        return change(context, options, [&](TitleService& service, Day on) {
            return service.supply(options.certNo, options.paperNo, on);
        });
    }

    ExitCode custody(const CliContext& context, const TitleOptions& options)
    {
        const auto step = parseToken(kCustodySteps, options.kind, "title.custody_step");
        if (!step)
            return context.wrongUse(step.error());
        const auto due = dayOf(options.due);
        if (!due)
            return context.wrongUse(due.error());
        return change(context, options, [&](TitleService& service, Day on) {
            return service.custody(
                options.certNo, {*step, options.person, options.place, on, *due, options.reason});
        });
    }

    ExitCode papers(const CliContext& context, const TitleOptions& options)
    {
        BuildingPapers papers;
        papers.building = options.place;
        papers.filingNo = options.paperNo;
        if (!options.situation.empty()) {
            const auto situation = parseToken(kStartSituations, options.situation, "title.situation");
            if (!situation)
                return context.wrongUse(situation.error());
            papers.situation = *situation;
        }
        const auto filed = areaOf(options.filed);
        if (!filed)
            return context.wrongUse(filed.error());
        papers.filed = *filed;
        return change(context, options, [&](TitleService& service, Day on) -> Result<TitleLine> {
            if (!papers.filingNo.empty())
                papers.filedOn = on;
            const auto set = service.setPapers(papers);
            return set ? Result<TitleLine>(TitleLine {}) : fail(set.error());
        });
    }

} // namespace

void addTitleCommand(CLI::App& app, CliContext& context)
{
    CLI::App* command = app.add_subcommand("title",
        context.help({"不动产权证：登记、容缺、抵押查封、保管、缺口清单", "property certificates and the worklist of gaps"}));
    command->require_subcommand(1);
    const auto options = std::make_shared<TitleOptions>();
    const auto add = [&](const char* name, Text help, auto action) {
        return addAction(*command, context, options, name, help, action);
    };
    const auto named = [&](CLI::App* sub) {
        sub->add_option("certificate", options->certNo, context.help({"不动产权证号", "certificate number"}))
            ->required();
        return sub;
    };
    const auto writes = [&](CLI::App* sub) {
        sub->add_option("--on", options->on, context.help({"日期，默认今天", "day, today when left out"}));
        sub->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));
        return sub;
    };
    add("list", {"证书台账", "certificates"}, listCertificates)
        ->add_option(
            "--unit", options->unit, context.help({"权利人或使用单位编码", "holder or user, by code"}));
    named(add("show", {"一本证书；也可用原证号查询", "a certificate, also by a former number"}, show));
    CLI::App* gap = add("gaps",
        {"缺口清单：有房无证、有证无房、面积不一致、权利人未变更等；有则退出码为 1",
            "what does not fit; exit 1 when there is anything"},
        gaps);
    gap->add_option("--holder", options->unit,
        context.help({"统一登记的权利人编码；不填为持证最多的单位", "who holds all of them; default: who holds most"}));
    gap->add_option("--on", options->on, context.help({"日期，默认今天", "day, today when left out"}));

    add("buildings",
        {"楼栋权属：起点（A–D）、已登记、备案或待登记",
            "buildings: their starting situation; registered, filed, open or gone"},
        buildings);

    const auto drafts = [&](CLI::App* sub) {
        sub->add_option(
               "--unit", options->unit, context.help({"申请单位编码", "code of the unit that applies"}))
            ->required();
        sub->add_option("--basis", options->basis, context.help({"依据", "basis"}))->required();
        sub->add_option("--reason", options->reason, context.help({"原因", "why"}));
        sub->add_option("--as", options->as, context.help({"由哪个账号办理", "the account that does it"}));
        sub->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));
        return sub;
    };
    CLI::App* entered = drafts(add("enter",
        {"草拟一张权属登记单据；新证在单据办结时登记",
            "draft the document by which a certificate is entered when it is closed"},
        enter));
    entered->add_option("--holder", options->title.holder, context.help({"权利人编码", "code of the holder"}))->required();
    entered
        ->add_option("--method", options->method,
            context.help({"first 首次 transfer 转移 change 变更 correction 更正",
                "first, transfer, change or correction"}))
        ->check(CLI::IsMember({"first", "transfer", "change", "correction"}));
    entered->add_option("--location", options->title.location, context.help({"坐落", "where it is"}));
    entered->add_option("--former", options->title.formerNos, context.help({"原证号", "numbers it replaces"}));
    entered->add_option("--building", options->title.buildings, context.help({"楼栋编码", "codes of buildings"}));
    drafts(named(add("cancel",
        {"草拟一张注销登记单据；单据办结时注销",
            "draft the document by which a certificate is cancelled when it is closed"},
        cancel)));

    CLI::App* blocked = writes(named(add("encumber", {"登记抵押或查封", "a mortgage or a seizure"}, encumber)));
    blocked->add_option("--kind", options->kind,
        context.help({"mortgage 抵押 seizure 查封（默认） dispute 权属争议",
            "mortgage, seizure (when left out) or dispute"}));
    blocked->add_option("--paper", options->paperNo, context.help({"文书号", "number of the paper"}))->required();
    blocked->add_option("--party", options->party, context.help({"抵押权人或法院", "in whose favour, or the court"}));
    CLI::App* released = writes(named(add("release", {"解除抵押或查封", "release it"}, release)));
    released->add_option("--paper", options->paperNo, context.help({"文书号", "number of the paper"}))->required();
    released->add_option("--by", options->reason, context.help({"解除文书号", "number of the release"}));

    CLI::App* owed = writes(named(add("missing", {"容缺：登记缺件", "a paper that is missing"}, missing)));
    owed->add_option("--paper", options->paperNo, context.help({"缺件名称", "which paper"}))->required();
    owed->add_option("--owed-by", options->owedBy, context.help({"责任单位", "who owes it"}))->required();
    owed->add_option("--due", options->due, context.help({"补齐期限", "until when"}))->required();
    writes(named(add("supply", {"缺件已补齐", "the paper has come"}, supply)))
        ->add_option("--paper", options->paperNo, context.help({"缺件名称", "which paper"}))
        ->required();

    CLI::App* kept = writes(named(add("custody", {"证书保管：入库、借出、归还", "the paper is stored, issued, returned"}, custody)));
    kept->add_option("--step", options->kind,
            context.help({"stored 入库 issued 借出 returned 归还", "stored, issued or returned"}))
        ->required();
    kept->add_option("--person", options->person, context.help({"保管人或借用人", "who has it"}))->required();
    kept->add_option("--place", options->place, context.help({"存放处", "where it is kept"}));
    kept->add_option(
        "--due", options->due, context.help({"应还日期，借出必填", "due back on, of what is issued"}));
    kept->add_option("--reason", options->reason, context.help({"用途", "what for"}));

    CLI::App* paper = writes(add("papers", {"楼栋的起点（A–D）与权属备案", "papers of a building, and its filing"}, papers));
    paper->add_option("building", options->place, context.help({"楼栋编码", "code of the building"}))->required();
    paper->add_option("--situation", options->situation, context.help({"A B C D", "A B C D"}));
    paper->add_option("--filing", options->paperNo, context.help({"权属备案号", "number of the filing"}));
    paper->add_option("--filed", options->filed, context.help({"备案面积（㎡）", "filed area, m2"}));
}

} // namespace guanwu
