#include "app/cli/command_space_proposal.h"

#include "app/cli/action.h"
#include "app/cli/commands.h"
#include "app/cli/document_options.h"
#include "app/documents/proposal_documents.h"
#include "app/premises/space_json.h"
#include "app/system_clock.h"
#include "reports/premises/premises_rows.h"
#include "schema/connection/session.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

namespace guanwu {

namespace {

    struct ProposalOptions {
        std::vector<std::string> units;
        std::int64_t together = 0;
        bool everybody = false;
        std::string ground;
        std::string basis;
        std::string reason;
        std::string as;
        bool dryRun = false;

        [[nodiscard]] ProposalQuestion question() const
        {
            return {units, everybody, together == 0 ? std::nullopt : std::optional(together)};
        }
    };

    void printProposal(
        const CliContext& context, const std::vector<RoomNeed>& needs, const Proposal& proposal)
    {
        if (context.json) {
            std::cout << proposalJson(needs, proposal)
                             .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                      << '\n';
            return;
        }
        const auto names = [&](std::size_t need) { return joinedNames(needs[need].people); };
        const bool isZh = context.language == Language::ZhCn;
        for (const ProposedRoom& room : proposal.rooms)
            std::cout << names(room.need) << '\t' << room.room.room.code << '\t'
                      << room.room.usable.toString() << '\t'
                      << (isZh ? reasonZh(needs[room.need], room) : reasonEn(needs[room.need], room)) << '\n';
        for (const UnmetNeed& unmet : proposal.unmet)
            std::cout << names(unmet.need) << "\t-\t-\t"
                      << (isZh ? reasonZh(needs[unmet.need], unmet) : reasonEn(needs[unmet.need], unmet))
                      << '\n';
        for (const RoomOption& one : proposal.givenBack)
            std::cout << context.say({"退回", "given back"}) << '\t' << one.room.code << '\n';
        std::cout << context.say({"合计", "total"}) << '\t' << proposal.rooms.size() << '\t'
                  << proposal.usable.toString() << '\t' << context.say({"搬迁人数 ", "people who move "})
                  << proposal.moves << '\n';
    }

    ExitCode proposeRooms(const CliContext& context, const ProposalOptions& options)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        SpaceRegister space(**session, Scope::everything());
        const auto answer = proposalFor(space, options.question(), systemToday());
        if (!answer)
            return context.refuse(answer.error());
        printProposal(context, answer->needs, answer->proposal);
        return answer->proposal.isComplete() ? ExitCode::Done : ExitCode::AnswerIsNo;
    }

    void printProposed(const CliContext& context, const ProposalDocuments& made)
    {
        for (const ProposalDocuments::Draft& one : made.drafts) {
            const DocumentMethod* method
                = DocumentData::current().findMethod(DocumentKind::Space, one.draft.method);
            std::cout << (one.no.empty() ? "-" : one.no) << '\t'
                      << context.say({method->nameZh, method->nameEn}) << '\t' << one.unit.code << '\t'
                      << one.unit.name << '\t'
                      << (one.other.id == 0 ? ""
                                            : std::string(context.say({"自 ", "from "})) + one.other.name)
                      << '\t' << one.draft.rooms.size() << '\t' << one.draft.usable.toString() << '\t';
            for (const SpaceDraft::Room& room : one.draft.rooms)
                std::cout << (&room == &one.draft.rooms.front() ? "" : ";") << room.room.code;
            std::cout << '\n';
        }
        for (const ProposalDocuments::Skipped& one : made.skipped)
            std::cerr << one.room.code << '\t'
                      << (one.document.empty()
                                 ? std::string(
                                     context.say({"由机关事务管理部门收回", "taken back by the bureau only"}))
                                 : std::string(context.say({"已在单据 ", "is on "})) + one.document)
                      << '\n';
        if (made.movesWithin > 0)
            std::cout << context.say(
                {"单位内部调整（不需单据），人数 ", "move within their unit, without a document: "})
                      << made.movesWithin << '\n';
        if (made.unmet > 0)
            std::cout << context.say({"无合适房间，转置换、租用或建设，项数 ",
                "needs that go on to exchange, renting or building: "})
                      << made.unmet << '\n';
    }

    ExitCode draftProposed(const CliContext& context, const ProposalOptions& options)
    {
        auto counter = DocumentCounter::open(context, options.as);
        if (!counter)
            return context.refuse(counter.error());
        std::vector<Fact> ground;
        if (!options.ground.empty())
            ground.push_back({0, "ground", options.ground});
        useTokens(ground, DocumentKind::Space, "allocate");
        const auto made = draftProposal(*counter->session, counter->account, systemNow, options.question(),
            {ground.empty() ? "" : ground.front().value, options.basis, options.reason},
            options.dryRun ? DocumentStore::Commit::No : DocumentStore::Commit::Yes);
        if (!made)
            return context.refuse(made.error());
        if (context.json) {
            auto out = proposalDocumentsJson(*made);
            out["dry_run"] = options.dryRun;
            std::cout << out.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
            return ExitCode::Done;
        }
        printProposed(context, *made);
        return options.dryRun ? context.nothingDone() : ExitCode::Done;
    }

} // namespace

void addSpaceProposalCommands(CLI::App& space, CliContext& context)
{
    const auto options = std::make_shared<ProposalOptions>();
    const auto add = [&](const char* name, Text help, auto action) {
        CLI::App* sub = addAction(space, context, options, name, help, action);
        sub->add_option("units", options->units, context.help({"单位编码", "codes of units"}))->required();
        sub->add_flag("--everybody", options->everybody,
            context.help({"机构改革：所有在职人员一并调整，搬迁最少",
                "a reform: everybody in post, with the fewest moves"}));
        sub->add_option("--together", options->together,
            context.help({"处级以下合用人数", "people at the lowest limit who share a room"}));
        return sub;
    };
    add("propose",
        {"为没有主用房的人建议房间；有人无房则退出码为 1",
            "rooms for those who have none; exit 1 when somebody is left"},
        proposeRooms);
    CLI::App* drafted = add("draft",
        {"把建议方案转为单据草稿：分配、调剂、收回，每单位一份；--dry-run 先看；重复执行不会重复生成",
            "drafts of what is proposed: allocation, adjustment, taking back, one a unit; look first with --dry-run; done "
            "again it makes nothing twice"},
        draftProposed);
    drafted->add_option("--ground", options->ground, context.help({"申请事由", "ground"}));
    drafted->add_option("--basis", options->basis,
        context.help({"依据（编制文件、会议纪要），可在申报前补填",
            "establishment paper or minutes; may be filled in later"}));
    drafted->add_option("--reason", options->reason, context.help({"原因", "why"}));
    drafted->add_option("--as", options->as, context.help({"由哪个账号办理", "the account that does it"}));
    drafted->add_flag("--dry-run", options->dryRun, context.help({"只列出将生成的单据", "only show them"}));
}

} // namespace guanwu
