// guanwu document file, decide, return, withdraw, opinion, execute, income, close.
#include "app/cli/action.h"
#include "app/cli/document_options.h"
#include "schema/access/soci_account_store.h"
#include "schema/connection/session.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <sstream>

namespace guanwu {

namespace {

    ExitCode file(const CliContext& context, const DocumentOptions& options)
    {
        return changeDocument(
            context, options, [&](DocumentWork& work, DocumentCounter&) -> Result<Document> {
                const auto document = work.store().find(options.no);
                return document ? work.service().file(options.no, document->revision)
                                : fail(document.error());
            });
    }

    /// "LINE:field=value;field=value".
    Result<CardToMake> cardOf(const std::string& text)
    {
        CardToMake out;
        const auto colon = text.find(':');
        if (colon == std::string::npos)
            return fail(ErrorCode::InvalidArgument, "document.line", text);
        std::from_chars(text.data(), text.data() + colon, out.line);
        std::stringstream in(text.substr(colon + 1));
        for (std::string part; std::getline(in, part, ';');) {
            const auto equals = part.find('=');
            if (equals == std::string::npos)
                return fail(ErrorCode::InvalidArgument, "card.field_unknown", part);
            out.fields.push_back({part.substr(0, equals), part.substr(equals + 1)});
        }
        return out;
    }

    Result<DocumentMove> moveOf(const DocumentOptions& options, DocumentAction action)
    {
        DocumentMove out;
        out.action = action;
        out.opinion = options.opinion;
        out.paperNo = options.paperNo;
        out.meeting = options.meeting;
        out.minutesNo = options.minutesNo;
        auto facts = parseFacts(options.facts);
        if (!facts)
            return fail(facts.error());
        out.facts = std::move(*facts);
        if (!options.toStep.empty()) {
            const auto step = parseToken(kStepKinds, options.toStep, "document.to_step");
            if (!step)
                return fail(step.error());
            out.toStep = *step;
        }
        for (const std::string& text : options.cards) {
            auto card = cardOf(text);
            if (!card)
                return fail(card.error());
            out.cards.push_back(std::move(*card));
        }
        return out;
    }

    ExitCode moveDocument(const CliContext& context, const DocumentOptions& options, DocumentAction action)
    {
        auto move = moveOf(options, action);
        if (!move)
            return context.wrongUse(move.error());
        return changeDocument(
            context, options, [&](DocumentWork& work, DocumentCounter& counter) -> Result<Document> {
                if (action == DocumentAction::AskCounterSign) {
                    const auto asked = SociAccountStore(*counter.session).findAccount(options.ask);
                    if (!asked)
                        return fail(asked.error());
                    move->counterSigner = asked->login;
                    move->counterSignerName = asked->name;
                }
                // As it is now: whoever runs a command has looked at nothing before.
                const auto document = work.store().find(options.no);
                if (!document)
                    return fail(document.error());
                useTokens(move->facts, document->kind, document->method);
                return work.service().move(options.no, document->revision, *move);
            });
    }

    ExitCode decide(const CliContext& context, const DocumentOptions& options)
    {
        if (!options.ask.empty())
            return moveDocument(context, options, DocumentAction::AskCounterSign);
        const auto action = parseToken(kDocumentActions, options.decision, "document.decision");
        if (!action
            || (*action != DocumentAction::Approve && *action != DocumentAction::Reject
                && *action != DocumentAction::CounterSign))
            return context.wrongUse({"请指明 --approve、--reject、--counter-sign 或 --ask",
                "name --approve, --reject, --counter-sign or --ask"});
        return moveDocument(context, options, *action);
    }

} // namespace

void addDocumentMoves(CLI::App& command, CliContext& context)
{
    const auto options = std::make_shared<DocumentOptions>();
    const auto add = [&](const char* name, Text help, auto action) {
        CLI::App* sub = addAction(command, context, options, name, help, action);
        sub->add_option("no", options->no, context.help({"单据编号", "number"}))->required();
        sub->add_option("--as", options->as, context.help({"由哪个账号办理", "the account that does it"}));
        sub->add_option("--opinion", options->opinion, context.help({"意见或理由", "opinion, or why"}));
        sub->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));
        return sub;
    };
    const auto of = [](DocumentAction action) {
        return [action](const CliContext& c, const DocumentOptions& o) { return moveDocument(c, o, action); };
    };
    const auto asksFacts = [&](CLI::App* sub) {
        sub->add_option("--fact", options->facts,
            context.help(
                {"填报项：名称=值，明细行为 行号:名称=值", "NAME=VALUE, of a line LINE:NAME=VALUE"}));
        return sub;
    };
    add("file", {"提交审批", "file a draft on its route"}, file);
    CLI::App* decided = asksFacts(add("decide", {"签署当前步骤", "sign the open step"}, decide));
    const auto chooses = [&](const char* flag, const char* decision, Text help) {
        decided->add_flag_callback(
            flag, [options, decision] { options->decision = decision; }, context.help(help));
    };
    chooses("--approve", "approve", {"同意", "approve"});
    chooses("--reject", "reject", {"不同意", "reject"});
    chooses("--counter-sign", "counter_sign", {"会签", "counter-sign"});
    decided->add_option(
        "--ask", options->ask, context.help({"请此账号会签", "ask this account to counter-sign"}));
    decided->add_option("--paper-no", options->paperNo, context.help({"批复文号", "number of the decision"}));
    decided->add_option("--meeting", options->meeting, context.help({"会议名称", "meeting"}));
    decided->add_option(
        "--minutes", options->minutesNo, context.help({"会议纪要编号", "number of the minutes"}));
    add("return", {"退回补正或退回到之前的步骤", "send back to the applicant or an earlier step"},
        of(DocumentAction::Return))
        ->add_option("--to", options->toStep,
            context.help({"退回到的步骤；不填为退回申请人", "the step; left out = to the applicant"}));
    add("withdraw", {"撤回", "take back"}, of(DocumentAction::Withdraw));
    add("opinion", {"发表意见，不作决定", "an opinion that decides nothing"}, of(DocumentAction::Opinion));
    asksFacts(add("execute", {"登记执行", "what was approved is done"}, of(DocumentAction::Execute)));
    asksFacts(
        add("income", {"登记处置收入及上缴", "income and its payment"}, of(DocumentAction::SettleIncome)));
    asksFacts(add("close", {"办结：注销或建立卡片并记账", "the end: cards and books together"},
                  of(DocumentAction::Close)))
        ->add_option("--card", options->cards,
            context.help({"验收所建卡片的内容：行号:字段=值;字段=值",
                "what the cards of an acceptance hold: LINE:FIELD=VALUE;FIELD=VALUE"}));
}

} // namespace guanwu
