#include "core/documents/disposal.h"

#include "core/cards/card_moves.h"
#include "core/rules/limits.h"
#include "core/values/calendar.h"

#include <algorithm>
#include <array>

namespace guanwu {

namespace {

    const DocumentData& data() { return DocumentData::current(); }

    const DocumentMethod& methodOf(const Document& document)
    {
        static const DocumentMethod none;
        const DocumentMethod* method = data().findMethod(document.kind, document.method);
        return method ? *method : none;
    }

    class Problems {
    public:
        void require(bool holds, const char* subject, std::string detail)
        {
            if (!holds)
                m_errors.push_back({ErrorCode::RuleViolated, subject, std::move(detail)});
        }
        std::vector<Error> take() { return std::move(m_errors); }

    private:
        std::vector<Error> m_errors;
    };

    /// "899.99 < 90% × 1000.00".
    std::string belowFloor(const Document& document, Day on)
    {
        return document.moneyFact("deal_yuan").value_or(Money()).toYuanString() + " < "
            + std::to_string(limitOn("price_floor_percent", on).value) + "% × "
            + document.appraised().value_or(Money()).toYuanString();
    }

    /// The floor is that of the day of the deal, also where the approver is asked about it later.
    Day dayOfDeal(const Document& document, Day today)
    {
        return document.dayFact("executed_on").value_or(today);
    }

    bool mayBeDisposedOf(UseState state) { return isCountable(state) && !isUnderDocument(state); }

    /// What is let is in nobody's hands (lifecycle 1.2).
    bool isFree(UseState state) { return state == UseState::InStock || state == UseState::Idle; }

    /// The contract that an office_lease ends in: whoever lets has what is due from whom, and until when.
    LeaseContract leaseOf(const Document& document)
    {
        LeaseContract out;
        out.contractNo = document.fact("contract_no");
        out.unit = UnitId {document.unit.id};
        out.unitCode = document.unit.code;
        out.unitName = document.unit.name;
        out.counterparty = document.fact("buyer");
        out.approvalNo = document.approvalNo;
        out.approvedOn = document.approvedOn.value_or(Day {});
        out.from = document.dayFact("lease_from").value_or(Day {});
        out.to = document.dayFact("lease_until").value_or(Day {});
        out.rent = document.moneyFact("period_rent_yuan").value_or(Money());
        out.period = parseToken(kRentPeriods, document.fact("rent_period"), "lease.period")
                         .value_or(RentPeriod::Year);
        out.remark = document.no;
        return out;
    }

    std::vector<Error> problemsOfLease(const Document& document)
    {
        const LeaseContract contract = leaseOf(document);
        if (auto sound = checkContract(contract); !sound)
            return {sound.error()};
        constexpr std::int64_t kMonths = 12;
        const Money approved = document.moneyFact("rent_yuan").value_or(Money());
        if (contract.rent.fen() * kMonths < approved.fen() * monthsOf(contract.period))
            return {{ErrorCode::RuleViolated, "document.rent_below", contract.rent.toYuanString()}};
        return {};
    }

    std::vector<Error> problemsAtFiling(const Document& document, const RuleContext& context)
    {
        Problems out;
        const DocumentMethod& method = methodOf(document);
        out.require(
            !document.lines.empty() || method.outcome == Outcome::Recorded, "document.no_lines", document.no);
        for (const RegisteredCard& card : context.cards) {
            out.require(method.outcome == Outcome::Leased ? isFree(card.card.useState)
                                                          : mayBeDisposedOf(card.card.useState),
                "document.asset_state", card.card.assetNo);
            out.require(card.unit.id == document.unit.id, "document.other_unit", card.card.assetNo);
        }
        for (const DocumentLine& line : document.lines) {
            out.require(line.isAsset(), "document.not_an_asset", line.name);
            out.require(
                disposalSheet(line.classCode) == disposalSheet(document.lines.front().classCode),
                "document.mixed_sheets", line.assetNo);
            if (document.method == "scrap" && isBelowMinimumYears(line, context.today)) {
                out.require(
                    !document.fact("early_reason", line.no).empty(), "document.early_reason", line.assetNo);
                out.require(document.fact("ground") != "beyond_use", "document.ground_early", line.assetNo);
            }
        }
        if (method.outcome == Outcome::Moved || method.outcome == Outcome::Reassigned) {
            out.require(
                document.counterpart.id != document.unit.id, "document.same_unit", document.unit.code);
            out.require(document.counterpart.id != 0
                    || (method.outcome == Outcome::Moved && !document.fact("receiver").empty()),
                "document.counterpart", document.no);
        }
        if (method.appraisal == AppraisalNeed::Required) {
            const bool isDated = document.dayFact("appraised_on").has_value()
                || document.dayFact("appraisal_valid_until").has_value();
            out.require(isDated && document.appraised(), "document.not_appraised", document.no);
            // What has run out by now is no better on the day of the approval.
            out.require(!isDated || isAppraisalGood(document, context.today), "document.appraisal_expired",
                document.no);
        }
        return out.take();
    }

    std::vector<Error> problemsAtClosing(const Document& document)
    {
        Problems out;
        const DocumentMethod& method = methodOf(document);
        const auto said = [&](const char* fact, int line) { return !document.fact(fact, line).empty(); };
        // Also of one that was begun before contracts were asked for.
        if (method.outcome == Outcome::Leased)
            if (auto lease = problemsOfLease(document); !lease.empty())
                return lease;
        if (method.income != IncomeNeed::None)
            out.require(document.state != DocumentState::Executing, "document.income_open", document.no);
        const bool leaves = method.outcome == Outcome::Removed || method.outcome == Outcome::Moved;
        // Between units of the city the title stays where it is registered until a registration of its own.
        const bool leavesRegistry = method.outcome == Outcome::Removed
            || (method.outcome == Outcome::Moved && document.counterpart.id == 0);
        // Nobody wipes what is not there.
        const bool isGone = document.fact("loss_kind") == "shortage" || document.fact("loss_kind") == "theft";
        for (const DocumentLine& line : document.lines) {
            if (leaves && !isGone && data().isInGroup("data_device", line.classCode))
                out.require(
                    said("wiped_by", line.no) && said("wiped_on", line.no) && said("wipe_method", line.no),
                    "document.data_left", line.assetNo);
            if (method.outcome == Outcome::Removed && data().isInGroup("vehicle", line.classCode))
                out.require(
                    said("vehicle_cancel_no", line.no), "document.vehicle_not_cancelled", line.assetNo);
            if (leavesRegistry && data().isInGroup("estate", line.classCode))
                out.require(
                    said("cert_cancel_no", line.no), "document.certificate_not_cancelled", line.assetNo);
        }
        const auto executed = document.dayFact("executed_on");
        const auto removed = document.dayFact("removed_on");
        out.require(!removed || !executed || *removed >= *executed, "document.removed_early", document.no);
        return out.take();
    }

    std::vector<Error> problems(const Document& document, DocumentStage stage, const RuleContext& context)
    {
        switch (stage) {
        case DocumentStage::Filing:
            return problemsAtFiling(document, context);
        case DocumentStage::Decision:
            if (methodOf(document).appraisal == AppraisalNeed::Required
                && !isAppraisalGood(document, document.approvedOn.value_or(context.today)))
                return {{ErrorCode::RuleViolated, "document.appraisal_expired", document.no}};
            // Who is asked anew says from which price on he agrees, or the same deal would come back to him.
            if (const Day on = dayOfDeal(document, context.today); isBelowFloor(document, on))
                return {{ErrorCode::RuleViolated, "document.below_floor", belowFloor(document, on)}};
            return {};
        case DocumentStage::Closing:
            return problemsAtClosing(document);
        case DocumentStage::Execution:
            return methodOf(document).outcome == Outcome::Leased ? problemsOfLease(document)
                                                                 : std::vector<Error> {};
        case DocumentStage::Income:
        case DocumentStage::System:
            return {};
        }
        return {};
    }

    Result<Document> afterExecution(Document document, const DocumentActor& actor, Instant at)
    {
        const auto executed = document.dayFact("executed_on");
        if (executed && (*executed > chinaDate(at) || (document.approvedOn && *executed < *document.approvedOn)))
            return fail(ErrorCode::RuleViolated, "document.executed_on", formatDate(*executed));
        if (const Day on = dayOfDeal(document, chinaDate(at)); isBelowFloor(document, on))
            return sentBack(document, actor, DocumentAction::Execute,
                "成交价低于评估值的下限：" + belowFloor(document, on), at);
        if (executed && methodOf(document).income != IncomeNeed::None
            && document.fact("income_due_on").empty())
            document.setFact("income_due_on",
                formatDate(Day(std::chrono::sys_days(*executed)
                    + std::chrono::days(limitOn("income_due_days", *executed).value))));
        return document;
    }

    Result<Document> afterIncome(Document document)
    {
        const DisposalIncome income = incomeOf(document);
        const Money allowed = document.moneyFact("approved_netting_yuan").value_or(Money());
        if (income.netted > allowed || income.netted > income.tax + income.fees)
            return fail(ErrorCode::RuleViolated, "document.netting",
                income.netted.toYuanString() + " > " + allowed.toYuanString());
        if (income.gap() < Money())
            return fail(ErrorCode::RuleViolated, "document.paid_above",
                income.paid.toYuanString() + " > " + income.due().toYuanString());
        if (methodOf(document).income == IncomeNeed::Proceeds
            && income.gross != document.moneyFact("deal_yuan").value_or(Money()))
            return fail(ErrorCode::RuleViolated, "document.gross_not_deal", income.gross.toYuanString());
        if (income.gap() != Money())
            return document; // paid in part: it goes on being owed
        if (income.due() > Money() && (!income.paidOn || document.fact("receipt_no").empty()))
            return fail(ErrorCode::RuleViolated, "document.receipt", document.no);
        document.state = DocumentState::IncomeSettled;
        return document;
    }

    Result<Document> settled(Document after, DocumentAction action, const DocumentActor& actor, Instant at)
    {
        if (action == DocumentAction::Execute)
            return afterExecution(std::move(after), actor, at);
        if (action == DocumentAction::SettleIncome)
            return afterIncome(std::move(after));
        return after;
    }

    void close(const Document& document, const DocumentMethod& method, RegisteredCard& card,
        DocumentEffect& effect, Day today)
    {
        const Day leftOn = document.dayFact("removed_on").value_or(today);
        const bool movesInside = method.outcome == Outcome::Moved && document.counterpart.id != 0;
        if (method.outcome == Outcome::Removed || method.outcome == Outcome::Moved)
            effect.exits.push_back({card.card.id, card.card.unit,
                UnitId {movesInside ? document.counterpart.id : 0}, leftOn, document.method,
                card.card.original, card.schedule.accumulatedOnLeaving(leftOn.year() / leftOn.month()),
                std::string(document.fact("voucher_no"))});
        if (method.outcome == Outcome::Removed || (method.outcome == Outcome::Moved && !movesInside)) {
            card.card.useState = UseState::WrittenOff;
            if (!document.fact("cert_cancel_no", document.lineOf(card.card.id)->no).empty())
                (effect.title ? *effect.title : effect.title.emplace()).gone.push_back(card.card.id);
            card.card.idleSince.reset();
            return;
        }
        if (method.outcome == Outcome::Leased) {
            if (!effect.lease)
                effect.lease.emplace(WholeLease {leaseOf(document), {}, {}}).rent
                    = rentSchedule(leaseOf(document));
            effect.lease->assets.push_back({card.card.id, card.card.assetNo, card.card.name,
                document.lineOf(card.card.id)->before, card.card.idleSince});
            card.card.useState = UseState::Leased;
            card.card.direction = UseDirection::Leased;
            card.card.counterparty = document.fact("buyer");
            card.card.idleSince.reset();
            return;
        }
        if (method.outcome == Outcome::Kept) {
            card.card.useState = document.lineOf(card.card.id)->before;
            return;
        }
        // The same number, original value and depreciation go over; the card keeps its history (rule R7).
        if (movesInside) {
            card.unit = document.counterpart;
            card.card.unit = UnitId {document.counterpart.id};
        }
        passTitle(effect.title, card, document.counterpart);
        card.usingUnit = document.counterpart;
        card.card.usingUnit = UnitId {document.counterpart.id};
        leaveHands(card);
        card.card.idleSince.reset();
        card.card.useState = UseState::InStock;
    }

    Result<DocumentEffect> effect(const Document& document, DocumentMoment moment, const RuleContext& context)
    {
        DocumentEffect out;
        const DocumentMethod& method = methodOf(document);
        const bool isTransfer = method.outcome == Outcome::Moved || method.outcome == Outcome::Reassigned;
        for (RegisteredCard card : context.cards) {
            switch (moment) {
            case DocumentMoment::None:
            case DocumentMoment::Begun:
                continue;
            case DocumentMoment::Filed:
            case DocumentMoment::Reopened:
                card.card.useState = UseState::DisposalPending;
                break;
            case DocumentMoment::Approved:
                card.card.useState = isTransfer ? UseState::InTransfer : UseState::DisposalApproved;
                break;
            case DocumentMoment::Undone:
                card.card.useState = document.lineOf(card.card.id)->before;
                break;
            case DocumentMoment::Closed:
                close(document, method, card, out, context.today);
                break;
            }
            out.changed.push_back(std::move(card));
        }
        return out;
    }

} // namespace

int disposalSheet(std::string_view classCode)
{
    return data().isInGroup("estate", classCode) ? 1 : data().isInGroup("vehicle", classCode) ? 2 : 0;
}

DisposalIncome incomeOf(const Document& document)
{
    const auto money = [&](const char* fact) { return document.moneyFact(fact).value_or(Money()); };
    return {money("gross_yuan"), money("tax_yuan"), money("fees_yuan"), money("netted_yuan"),
        money("paid_yuan"), document.dayFact("income_due_on"), document.dayFact("paid_on")};
}

bool isBelowFloor(const Document& document, Day on)
{
    const auto deal = document.moneyFact("deal_yuan");
    const auto appraised = document.appraised();
    if (!deal || !appraised)
        return false;
    const auto approved = document.moneyFact("approved_yuan");
    if (approved && *deal >= *approved)
        return false;
    // Exact: no rounding stands between a deal and its floor.
    return deal->fen() * 100 < appraised->fen() * limitOn("price_floor_percent", on).value;
}

bool isAppraisalGood(const Document& document, Day on)
{
    if (const auto until = document.dayFact("appraisal_valid_until"))
        return on <= *until;
    const auto since = document.dayFact("appraised_on");
    return since && on >= *since
        && !hasTermPassed(*since, static_cast<int>(limitOn("appraisal_months", on).value), on);
}

const DocumentRules& disposalRules()
{
    static const DocumentRules rules {problems, settled, effect};
    return rules;
}

} // namespace guanwu
