// guanwu lease: contracts by which assets are let or lent, and their rent.
#include "app/cli/commands.h"
#include "app/cli/registry_change.h"
#include "app/system_clock.h"
#include "core/audit/local_actor.h"
#include "core/leasing/lease_service.h"
#include "core/values/calendar.h"
#include "schema/cards/soci_card_repository.h"
#include "schema/leasing/soci_lease_store.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

namespace guanwu {

namespace {

    struct LeaseOptions {
        std::string contractNo;
        std::string kind = "lease";
        std::string unit;
        std::vector<std::string> assets;
        std::string counterparty;
        std::string telephone;
        std::string approvalNo;
        std::string approvedOn;
        std::string from;
        std::string to;
        std::string rent = "0";
        std::string period = "month";
        int dueDay = 0;
        std::string amount;
        std::string voucherNo;
        std::string on;
        std::string remark;
        bool byBureau = false;
        bool dryRun = false;
    };

    /// Takes the value over, or keeps the first error.
    template <class Value> void take(Value& into, Result<Value> value, Result<void>& sound)
    {
        if (value)
            into = std::move(*value);
        else if (sound)
            sound = fail(value.error());
    }

    Result<LeaseContract> contractOf(const LeaseOptions& options)
    {
        LeaseContract contract;
        Result<void> sound;
        contract.contractNo = options.contractNo;
        contract.unitCode = options.unit;
        contract.counterparty = options.counterparty;
        contract.telephone = options.telephone;
        contract.approvalNo = options.approvalNo;
        contract.dueDay = options.dueDay;
        contract.remark = options.remark;
        take(contract.kind, parseToken(kLeaseKinds, options.kind, "lease.kind"), sound);
        take(contract.period, parseToken(kRentPeriods, options.period, "lease.period"), sound);
        take(contract.approvedOn, parseDate(options.approvedOn), sound);
        take(contract.from, parseDate(options.from), sound);
        take(contract.to, parseDate(options.to), sound);
        take(contract.rent, Money::parseYuan(options.rent), sound);
        return sound ? Result<LeaseContract>(std::move(contract)) : fail(sound.error());
    }

    void print(const CliContext& context, const WholeLease& lease)
    {
        const LeaseContract& contract = lease.contract;
        if (context.json) {
            nlohmann::ordered_json json {{"contract_no", contract.contractNo},
                {"kind", tokenRow(kLeaseKinds, contract.kind).token}, {"unit", contract.unitCode},
                {"counterparty", contract.counterparty}, {"from", formatDate(contract.from)},
                {"to", formatDate(contract.to)}, {"state", tokenRow(kLeaseStates, contract.state).token},
                {"due_yuan", lease.due().toYuanString()}, {"paid_yuan", lease.paidSoFar().toYuanString()},
                {"overdue_yuan", lease.overdueOn(systemToday()).toYuanString()}};
            std::cout << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
            return;
        }
        std::cout << contract.contractNo << '\t' << nameOf(kLeaseKinds, contract.kind, context.language)
                  << '\t' << contract.unitCode << '\t' << contract.counterparty << '\t'
                  << formatDate(contract.from) << " – " << formatDate(contract.to) << '\t'
                  << nameOf(kLeaseStates, contract.state, context.language) << '\t'
                  << context.say({"应收 ", "due "}) << lease.due().toYuanString()
                  << context.say({"，已收 ", ", paid "}) << lease.paidSoFar().toYuanString()
                  << context.say({"，逾期 ", ", overdue "}) << lease.overdueOn(systemToday()).toYuanString() << '\n';
    }

    ExitCode list(const CliContext& context, const LeaseOptions&)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        SociLeaseStore store(**session, Scope::everything());
        constexpr int kPage = 500;
        for (std::int64_t after = 0;;) {
            const auto page = store.list(after, kPage);
            for (const WholeLease& lease : page)
                print(context, lease);
            if (static_cast<int>(page.size()) < kPage)
                return ExitCode::Done;
            after = page.back().contract.id;
        }
    }

    ExitCode show(const CliContext& context, const LeaseOptions& options)
    {
        const auto session = context.openRegistry();
        if (!session)
            return context.refuse(session.error());
        SociLeaseStore store(**session, Scope::everything());
        const auto lease = store.find(options.contractNo);
        if (!lease)
            return context.refuse(lease.error());
        print(context, *lease);
        if (context.json)
            return ExitCode::Done;
        for (const LeasedAsset& thing : lease->assets)
            std::cout << "  " << thing.assetNo << '\t' << thing.name << '\n';
        for (const RentDue& due : lease->rent)
            std::cout << "  " << due.no << '\t' << formatDate(due.from) << " – " << formatDate(due.to) << '\t'
                      << context.say({"应于 ", "due on "}) << formatDate(due.dueOn) << '\t'
                      << due.due.toYuanString() << '\t' << due.paid.toYuanString() << '\t'
                      << due.gap().toYuanString() << '\t' << due.voucherNo << '\n';
        return ExitCode::Done;
    }

    /// One use case in one unit of work; a dry run takes it back.
    template <class Work>
    ExitCode change(const CliContext& context, const LeaseOptions& options, const Work& work)
    {
        return changeRegistry(
            context, options.dryRun, options.contractNo,
            [&](Session& session) -> Result<WholeLease> {
                SociLeaseStore leases(session, Scope::everything());
                SociCardRepository cards(session, Scope::everything());
                LeaseService service(leases, cards, Scope::everything(), systemNow);
                return work(service);
            },
            [&](const WholeLease& lease) { print(context, lease); });
    }

    ExitCode open(const CliContext& context, const LeaseOptions& options)
    {
        const auto contract = contractOf(options);
        if (!contract)
            return context.wrongUse(contract.error());
        return change(context, options, [&](LeaseService& service) {
            return service.open(*contract, options.assets, {kCommandLine, options.byBureau});
        });
    }

    ExitCode pay(const CliContext& context, const LeaseOptions& options)
    {
        const auto amount = Money::parseYuan(options.amount);
        if (!amount)
            return context.wrongUse(amount.error());
        const auto on = options.on.empty() ? Result<Day>(systemToday()) : parseDate(options.on);
        if (!on)
            return context.wrongUse(on.error());
        return change(context, options, [&](LeaseService& service) {
            return service.pay(options.contractNo, *amount, *on, options.voucherNo);
        });
    }

    ExitCode end(const CliContext& context, const LeaseOptions& options)
    {
        const auto on = options.on.empty() ? Result<Day>(systemToday()) : parseDate(options.on);
        if (!on)
            return context.wrongUse(on.error());
        return change(context, options, [&](LeaseService& service) {
            return service.end(options.contractNo, *on, options.remark, {kCommandLine, options.byBureau});
        });
    }

} // namespace

void addLeaseCommand(CLI::App& app, CliContext& context)
{
    CLI::App* command = app.add_subcommand(
        "lease", context.help({"出租出借合同与租金", "contracts by which assets are let or lent, and rent"}));
    command->require_subcommand(1);
    const auto options = std::make_shared<LeaseOptions>();
    const auto addAction = [&](const char* name, Text help, auto action) {
        CLI::App* sub = command->add_subcommand(name, context.help(help));
        sub->callback([&context, options, action] {
            context.run = [&context, options, action] { return action(context, *options); };
        });
        return sub;
    };
    const auto named = [&](CLI::App* sub) {
        sub->add_option("contract", options->contractNo, context.help({"合同编号", "contract number"}))
            ->required();
        return sub;
    };
    const auto writes = [&](CLI::App* sub) {
        sub->add_flag("--dry-run", options->dryRun, context.help({"只检查，不写入", "check only"}));
        return sub;
    };
    addAction("list", {"全部合同", "all contracts"}, list);
    named(addAction("show", {"一份合同及各期租金", "a contract and its rent"}, show));

    CLI::App* opened = writes(named(addAction("open", {"登记已批准的合同", "enter an approved contract"}, open)));
    opened->add_option("--kind", options->kind, context.help({"lease 出租，loan 出借", "lease or loan"}));
    opened->add_option("--unit", options->unit, context.help({"出租单位编码", "code of the unit that lets"}))
        ->required();
    opened->add_option("--asset", options->assets, context.help({"资产编号", "asset numbers"}))->required();
    opened->add_option("--to-whom", options->counterparty, context.help({"对方单位", "counterparty"}))
        ->required();
    opened->add_option("--telephone", options->telephone, context.help({"对方电话", "its telephone"}));
    opened->add_option("--approval", options->approvalNo, context.help({"批复文号", "approval number"}))
        ->required();
    opened->add_option("--approval-date", options->approvedOn, context.help({"批复日期", "day of approval"}))
        ->required();
    opened->add_option("--from", options->from, context.help({"起始日", "first day"}))->required();
    opened->add_option("--to", options->to, context.help({"截止日", "last day"}))->required();
    opened->add_option("--rent", options->rent, context.help({"每期租金（元）", "rent of a period, yuan"}));
    opened->add_option(
        "--period", options->period, context.help({"month quarter half_year year", "month quarter half_year year"}));
    opened->add_option("--due-day", options->dueDay,
        context.help({"每期首日后第几天应缴", "days after the first of a period"}));
    opened->add_option("--remark", options->remark, context.help({"备注", "remark"}));
    opened->add_flag("--bureau", options->byBureau,
        context.help({"由机关事务管理局出租（办公用房只能如此）", "let by the bureau, as office space has to be"}));

    CLI::App* paid = writes(named(addAction("pay", {"登记收到的租金", "book rent received"}, pay)));
    paid->add_option("--amount", options->amount, context.help({"金额（元）", "yuan"}))->required();
    paid->add_option("--voucher", options->voucherNo, context.help({"缴款书号", "voucher number"}))->required();
    paid->add_option("--on", options->on, context.help({"缴款日期，默认今天", "day, today when left out"}));

    CLI::App* ended = writes(named(addAction("end", {"合同结束，资产恢复原状态", "end a contract"}, end)));
    ended->add_option("--on", options->on, context.help({"最后一天，默认今天", "last day, today when left out"}));
    ended->add_option("--reason", options->remark, context.help({"原因", "reason"}));
}

} // namespace guanwu
