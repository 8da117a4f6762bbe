// 资产变动: what a card says changes by a numbered slip only, and the old values stay (rule R3).
#include "core/cards/card_fields.h"
#include "core/documents/divide.h"
#include "core/documents/document_rules.h"
#include "core/reference/useful_life.h"
#include "core/registry/new_problems.h"
#include "core/registry/older_card_kinds.h"
#include "core/rules/schedule_change.h"
#include "core/values/calendar.h"

#include <algorithm>
#include <map>

namespace guanwu {

namespace {

    using std::chrono::months;
    using std::chrono::year_month;

    /// What is posted is not posted again: a slip takes effect in its month, or in the first one after.
    year_month effectiveMonth(const RuleContext& context, Day on)
    {
        const year_month month = monthOf(on);
        return context.postedThrough ? std::max(month, *context.postedThrough + months(1)) : month;
    }

    Error refused(const char* subject, const RegisteredCard& card)
    {
        return {ErrorCode::RuleViolated, subject, card.card.assetNo};
    }

    bool isDivision(const Document& document)
    {
        return document.method == "split" || document.method == "merge";
    }

    /// The facts of a line that bear the name of a field are what it is to hold.
    Result<void> writeFields(const Document& document, const DocumentLine& line, RegisteredCard& card)
    {
        for (const Fact& fact : document.facts) {
            const CardField* field = findCardField(fact.name);
            if (fact.line != line.no || !field || !field->write)
                continue;
            if (auto written = field->write(card, fact.value); !written)
                return written;
        }
        return {};
    }

    /// Who paid the rest follows, and so does the price of a piece.
    void followValue(const Document& document, const DocumentLine& line, const RegisteredCard& before,
        RegisteredCard& card)
    {
        AssetCard& it = card.card;
        const bool isAllFiscal = before.card.fiscalFund == before.card.original;
        if (document.fact("fiscal_yuan", line.no).empty() && isAllFiscal)
            it.fiscalFund = it.original;
        it.otherFund = it.original - it.fiscalFund;
        if (it.unitPrice && document.fact("unit_price_yuan", line.no).empty()
            && it.original != before.card.original) {
            it.unitPrice = Money::fromFen(it.original.fen() / it.quantity);
            it.unitPriceInexact = it.original.fen() % it.quantity != 0;
        }
    }

    /// Months of its life that had passed at the end of `month`, whatever schedules it has had.
    std::int32_t monthsPassed(const RegisteredCard& card, year_month month)
    {
        return card.card.lifeMonths - card.schedule.months + card.schedule.monthsTaken(month);
    }

    Result<void> spread(RegisteredCard& card, Money accumulated, year_month month, std::int64_t left)
    {
        if (left < 1)
            return fail(refused("document.months_left", card));
        card.schedule
            = scheduleOfTransferIn(card.card.original, accumulated, month, static_cast<std::int32_t>(left));
        return {};
    }

    Result<void> changeValue(
        const Document& document, const DocumentLine& line, RegisteredCard& card, year_month month)
    {
        const auto before = month - months(1);
        const Money taken = card.schedule.accumulatedAt(before);
        if (card.card.original < taken)
            return fail(refused("document.below_accumulated", card));
        const auto left = document.numberFact("months_left", line.no);
        const bool isSpent = card.schedule.months > 0 && card.schedule.isFinishedAt(before);
        if (left) {
            const std::int32_t passed = monthsPassed(card, before);
            card.card.lifeMonths = passed + static_cast<std::int32_t>(std::min<std::int64_t>(*left, 1200));
            return spread(card, taken, month, *left);
        }
        if (isSpent && card.card.original > taken)
            return fail(refused("document.months_left", card));
        card.schedule = settled(card.schedule, before, card.card.original);
        return {};
    }

    Result<void> changeLife(RegisteredCard& card, const RegisteredCard& was, year_month month)
    {
        const auto before = month - months(1);
        const Money taken = was.schedule.accumulatedAt(before);
        if (was.schedule.months > 0 && taken == card.card.original)
            return fail(refused("document.fully_depreciated", card));
        // The approval of the slip is the approval of a life that is shorter than the class has.
        card.card.lifeApproved = true;
        const std::int32_t passed = was.schedule.months > 0 ? monthsPassed(was, before) : 0;
        return spread(card, taken, month, card.card.lifeMonths - passed);
    }

    Result<void> changeClass(const Document& document, const DocumentLine& line, RegisteredCard& card,
        const RegisteredCard& was, year_month month)
    {
        AssetCard& it = card.card;
        it.classEdition = ClassEdition::Edition2022;
        const CardKind kind = cardKindOf(it.classCode);
        const bool isOlder = was.card.classEdition != ClassEdition::Edition2022;
        if (kind != it.kind && !(isOlder && mayBeRecoded(it.kind, kind)))
            return fail(refused("document.class_other_kind", card));
        it.kind = kind;
        const UsefulLife* life = UsefulLives::current().find(it.classCode,
            it.building && it.building->structure ? tokenRow(kStructures, *it.building->structure).nameZh
                                                  : "");
        if (life && life->neverDepreciated) {
            it.depreciation = DepreciationState::NotDepreciated;
            card.schedule = stopped(was.schedule, month - months(1));
            it.lifeMonths = 0;
            return {};
        }
        return document.fact("life_months", line.no).empty() ? Result<void>() : changeLife(card, was, month);
    }

    Result<void> rebuild(
        const Document& document, const DocumentLine& line, RegisteredCard& card, year_month month)
    {
        const auto left = document.numberFact("months_left", line.no);
        const auto added = document.moneyFact("added_yuan", line.no);
        if (!left || *left < 1 || *left > 1200 || !added)
            return fail(refused("document.months_left", card));
        // The schedule stands still since the rebuild began; what of the life had passed by then, dates say.
        const Day entered = card.card.bookedOn.value_or(card.card.acquiredOn);
        const auto begun = monthOf(document.dayFact("started_on").value_or(entered));
        const auto passed = static_cast<std::int32_t>(
            std::clamp<std::int64_t>((begun - monthOf(entered)).count(), 0, line.lifeMonths));
        card.schedule
            = rebuilt(card.schedule, month - months(1), *added, month, static_cast<std::int32_t>(*left));
        card.card.original += *added;
        card.card.lifeMonths = passed + static_cast<std::int32_t>(*left);
        card.card.depreciation = DepreciationState::Depreciating;
        card.card.useState = line.before;
        return {};
    }

    /// A card that should have ended before: the thing went by an older approval, or was entered twice.
    Result<void> end(const Document& document, const DocumentLine& line, RegisteredCard& card)
    {
        const auto how = document.fact("ends", line.no);
        if (how.empty())
            return {};
        if (document.fact("earlier_no", line.no).empty())
            return fail(refused("document.earlier_no", card));
        card.card.useState = how == "void" ? UseState::Void : UseState::WrittenOff;
        card.card.idleSince.reset();
        return {};
    }

    Result<RegisteredCard> changed(
        const Document& document, const RegisteredCard& before, const RuleContext& context, Day on)
    {
        const DocumentLine& line = *document.lineOf(before.card.id);
        const year_month month = effectiveMonth(context, on);
        RegisteredCard after = before;
        Result<void> done = writeFields(document, line, after);
        if (!done)
            return fail(done.error());
        AssetCard& it = after.card;
        if (document.method == "value" || document.method == "final_accounts")
            done = changeValue(document, line, after, month);
        else if (document.method == "life")
            done = changeLife(after, before, month);
        else if (document.method == "class")
            done = changeClass(document, line, after, before, month);
        else if (document.method == "rebuild")
            done = rebuild(document, line, after, month);
        else if (document.method == "correction")
            done = end(document, line, after);
        else if (document.method == "state" && it.useState != UseState::Idle)
            it.idleSince.reset();
        if (!done)
            return fail(done.error());
        if (document.method == "final_accounts") {
            it.valueType = ValueType::Original;
            if (it.building)
                it.building->finalAccounts = FinalAccounts::Done;
        }
        followValue(document, line, before, after);
        const year_month now = monthOf(context.today);
        it.accumulated = after.schedule.accumulatedAt(now);
        it.monthsTaken = after.schedule.monthsTaken(now);
        if (it.depreciation != DepreciationState::NotDepreciated && after.schedule.months > 0)
            it.depreciation = after.schedule.isFinishedAt(now) && it.net() == Money()
                ? DepreciationState::Finished
                : DepreciationState::Depreciating;
        return after;
    }

    bool isWhole(CardKind kind)
    {
        return kind == CardKind::Land || kind == CardKind::Building || kind == CardKind::Vehicle;
    }

    /// What a division makes, each card with the number of its line.
    Result<std::vector<CardToOpen>> divided(const Document& document, const RuleContext& context)
    {
        std::vector<CardToOpen> out;
        const year_month month = monthOf(context.today);
        for (const RegisteredCard& card : context.cards)
            if (isWhole(card.card.kind))
                return fail(refused("document.indivisible", card));
        if (document.method == "merge") {
            auto one = mergedOf(document, context.cards, month);
            if (!one)
                return fail(one.error());
            out.push_back({1, std::move(*one)});
            return out;
        }
        for (const RegisteredCard& card : context.cards) {
            const DocumentLine& line = *document.lineOf(card.card.id);
            auto parts = partsOf(document, line, card, month);
            if (!parts)
                return fail(parts.error());
            for (RegisteredCard& part : *parts)
                out.push_back({line.no, std::move(part)});
        }
        return out;
    }

    bool mayChange(const Document& document, const RegisteredCard& card)
    {
        // What is let, lent or away comes back by what ends that.
        if (document.method == "state" && card.card.useState != UseState::InUse
            && card.card.useState != UseState::InStock && card.card.useState != UseState::Idle)
            return false;
        if (document.method == "rebuild" && card.card.useState == UseState::InRebuild)
            return document.state != DocumentState::Draft && document.state != DocumentState::Returned;
        return isCountable(card.card.useState) && !isUnderDocument(card.card.useState)
            && card.card.useState != UseState::InRebuild;
    }

    std::vector<Error> problemsOfCards(const Document& document, const RuleContext& context, Day on)
    {
        std::vector<Error> out;
        const bool isOver = document.method == "rebuild" && isEditable(document.state);
        for (const RegisteredCard& card : context.cards) {
            if (!mayChange(document, card))
                out.push_back(refused("document.asset_state", card));
            if (card.unit.id != document.unit.id)
                out.push_back(refused("document.other_unit", card));
            if (document.method == "final_accounts" && card.card.valueType != ValueType::Estimated)
                out.push_back(refused("document.not_estimated", card));
            if (isDivision(document) || isOver) // what a rebuild cost is known at its end
                continue;
            const auto after = changed(document, card, context, on);
            if (!after) {
                out.push_back(after.error());
                continue;
            }
            if (differences(card, *after).empty())
                out.push_back(refused("document.nothing_changes", card));
            for (Error& error :
                newProblems(card.card, after->card, {card.orgType, context.today, card.source})) {
                error.detail = card.card.assetNo + " " + error.detail;
                out.push_back(std::move(error));
            }
        }
        if (isDivision(document) && out.empty())
            if (const auto cards = divided(document, context); !cards)
                out.push_back(cards.error());
        return out;
    }

    std::vector<Error> problems(const Document& document, DocumentStage stage, const RuleContext& context)
    {
        if (document.lines.empty())
            return {{ErrorCode::RuleViolated, "document.no_lines", document.no}};
        if (stage == DocumentStage::Filing)
            return problemsOfCards(document, context, context.today);
        if (stage != DocumentStage::Closing && stage != DocumentStage::Execution)
            return {};
        const auto on = document.dayFact(stage == DocumentStage::Closing ? "effective_on" : "started_on");
        // Months of the past are not computed again: a slip works from the month it is closed in.
        if (on && (*on > context.today || monthOf(*on) != monthOf(context.today)))
            return {{ErrorCode::RuleViolated, "document.effective_on", formatDate(*on)}};
        if (stage == DocumentStage::Execution)
            return {};
        return problemsOfCards(document, context, on.value_or(context.today));
    }

    /// Once it is approved a slip only waits for its voucher; a rebuild has to be done first.
    Result<Document> settledChange(Document after, DocumentAction action, const DocumentActor&, Instant)
    {
        if (action == DocumentAction::Approve && after.state == DocumentState::Approved
            && after.method != "rebuild")
            after.state = DocumentState::Executing;
        return after;
    }

    AssetExit exitOf(const Document& document, const RegisteredCard& card, Day on)
    {
        return {card.card.id, card.card.unit, UnitId {}, on, document.method, card.card.original,
            card.schedule.accumulatedOnLeaving(monthOf(on)), std::string(document.fact("voucher_no"))};
    }

    /// What the books of the unit are told, so that they change in the month the slip says and not before.
    std::optional<BookChange> bookChange(const Document& document, const RegisteredCard& before,
        const RegisteredCard& after, year_month month)
    {
        static const std::map<std::string, BookChangeKind, std::less<>> kinds {
            {"value", BookChangeKind::ValueChanged}, {"final_accounts", BookChangeKind::Settled},
            {"life", BookChangeKind::LifeChanged}, {"class", BookChangeKind::LifeChanged},
            {"rebuild", BookChangeKind::Rebuilt}};
        const auto kind = kinds.find(document.method);
        const bool isOther
            = before.card.original != after.card.original || before.schedule != after.schedule;
        if (kind == kinds.end() || !isOther)
            return std::nullopt;
        BookChange out {after.card.id, month, kind->second, {}, {}, {}, document.no, document.reason};
        if (before.card.original != after.card.original)
            out.original = after.card.original;
        if (after.card.depreciation != DepreciationState::NotDepreciated && after.schedule.months > 0)
            out.monthsLeft = after.schedule.months - after.schedule.monthsTaken(month - months(1));
        if (out.monthsLeft && *out.monthsLeft < 1)
            out.monthsLeft.reset();
        return out.original || out.monthsLeft ? std::optional(std::move(out)) : std::nullopt;
    }

    /// The cards that were divided end; their numbers are never given again (rule R7).
    Result<DocumentEffect> closeDivision(const Document& document, const RuleContext& context)
    {
        auto cards = divided(document, context);
        if (!cards)
            return fail(cards.error());
        DocumentEffect out;
        out.opened = std::move(*cards);
        for (RegisteredCard card : context.cards) {
            out.exits.push_back(exitOf(document, card, context.today));
            card.card.useState = UseState::WrittenOff;
            card.card.idleSince.reset();
            out.changed.push_back(std::move(card));
        }
        return out;
    }

    Result<DocumentEffect> effect(const Document& document, DocumentMoment moment, const RuleContext& context)
    {
        DocumentEffect out;
        if (moment == DocumentMoment::Begun && document.method == "rebuild")
            for (RegisteredCard card : context.cards) {
                card.card.useState = UseState::InRebuild;
                card.card.idleSince.reset();
                const year_month month = effectiveMonth(context, context.today);
                card.schedule = stopped(card.schedule, month - months(1));
                out.books.push_back({card.card.id, month, BookChangeKind::Stopped, {}, {}, {}, document.no,
                    document.reason});
                out.changed.push_back(std::move(card));
            }
        if (moment != DocumentMoment::Closed)
            return out;
        if (isDivision(document))
            return closeDivision(document, context);
        const Day on = document.dayFact("effective_on").value_or(context.today);
        for (const RegisteredCard& card : context.cards) {
            auto after = changed(document, card, context, on);
            if (!after)
                return fail(after.error());
            if (!isCountable(after->card.useState))
                out.exits.push_back(exitOf(document, card, on));
            else if (auto change = bookChange(document, card, *after, effectiveMonth(context, on)))
                out.books.push_back(std::move(*change));
            out.changed.push_back(std::move(*after));
        }
        return out;
    }

} // namespace

const DocumentRules& changeRules()
{
    static const DocumentRules rules {problems, settledChange, effect};
    return rules;
}

} // namespace guanwu
