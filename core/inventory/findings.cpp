#include "core/inventory/findings.h"

#include "core/documents/disposal.h"
#include "core/values/calendar.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace guanwu {

namespace {

    bool isFinding(LineResult result)
    {
        return result != LineResult::Match && !isWorking(result) && result != LineResult::Surplus;
    }

    /// What kind of document a result asks for.
    struct Consequence {
        DocumentKind kind {};
        std::string_view method;
        std::string_view fact {}; ///< of the whole document
        std::string_view value {};
    };

    Consequence consequenceOf(LineResult result)
    {
        switch (result) {
        case LineResult::PlaceDiffers:
        case LineResult::UserDiffers:
            return {DocumentKind::Custody, "handover"};
        case LineResult::StateDiffers:
            return {DocumentKind::Change, "state"};
        case LineResult::Shortage:
            return {DocumentKind::Disposal, "write_off_loss", "loss_kind", "shortage"};
        case LineResult::Stolen:
            return {DocumentKind::Disposal, "write_off_loss", "loss_kind", "theft"};
        case LineResult::Damaged:
            return {DocumentKind::Disposal, "write_off_loss", "loss_kind", "damage"};
        case LineResult::ToScrap:
            return {DocumentKind::Disposal, "scrap"};
        case LineResult::DisposedNotRemoved:
        case LineResult::Duplicate:
            return {DocumentKind::Change, "correction"};
        case LineResult::Surplus:
            return {DocumentKind::Surplus, "inventory"};
        case LineResult::NotChecked:
        case LineResult::Match:
        case LineResult::Doubt:
            break; // isFinding() lets none of them come here
        }
        return {};
    }

    class Planner {
    public:
        explicit Planner(const FindingContext& context)
            : m_context(context)
        {
            for (const RegisteredCard& card : context.cards)
                m_cards.emplace(card.card.assetNo, &card);
            for (const CountOutcome& outcome : context.counted.outcome.lines)
                if (!outcome.counter.empty())
                    m_counters.insert(outcome.counter);
            for (const SurplusOutcome& surplus : context.counted.outcome.surplus)
                if (!surplus.outcome.counter.empty())
                    m_counters.insert(surplus.outcome.counter);
        }

        FindingPlan plan()
        {
            const CountedSheet& sheet = m_context.counted;
            for (std::size_t i = 0; i < sheet.book.lines.size(); ++i)
                if (isFinding(sheet.outcome.lines[i].result))
                    add(sheet.book.lines[i], sheet.outcome.lines[i]);
            for (const SurplusOutcome& surplus : sheet.outcome.surplus)
                add(surplus);
            FindingPlan out;
            out.skipped = std::move(m_skipped);
            for (auto& [key, drafts] : m_drafts)
                for (FindingDraft& draft : drafts)
                    out.drafts.push_back(std::move(draft));
            return out;
        }

    private:
        void add(const BookLine& line, const CountOutcome& outcome)
        {
            const auto skip
                = [&](FindingSkip why) { m_skipped.push_back({line.assetNo, outcome.result, why}); };
            if (m_context.isMade(line.assetNo))
                return skip(FindingSkip::Made);
            const auto found = m_cards.find(line.assetNo);
            if (found == m_cards.end() || found->second->unit.id != m_context.sheet.unit.value
                || !isCountable(found->second->card.useState))
                return skip(FindingSkip::Gone);
            const RegisteredCard& card = *found->second;
            if (m_context.isTaken(card.card.id) || isUnderDocument(card.card.useState))
                return skip(FindingSkip::Taken);
            std::vector<Fact> facts;
            if (const auto why = factsOf(card, outcome, facts))
                return skip(*why);
            // Land and buildings, vehicles, and everything else are disposed of on documents of their own.
            const Consequence consequence = consequenceOf(outcome.result);
            const int part
                = consequence.kind == DocumentKind::Disposal ? disposalSheet(line.classCode) : 0;
            FindingDraft& draft = draftFor(outcome.result, part);
            draft.assets.push_back(line.assetNo);
            put(draft, line.assetNo, card.card.original, outcome.counter, std::move(facts));
        }

        void add(const SurplusOutcome& surplus)
        {
            if (m_context.isMade(surplus.eventId)) {
                m_skipped.push_back({surplus.eventId, LineResult::Surplus, FindingSkip::Made});
                return;
            }
            Wish wish;
            wish.name = surplus.name;
            wish.classCode = surplus.classCode;
            wish.unitOfMeasure = "件";
            wish.quantity = std::max<std::int64_t>(1, surplus.quantity);
            std::vector<Fact> facts;
            if (!surplus.place.empty() && m_context.isPlace(surplus.place))
                facts.push_back({0, "place", surplus.place});
            if (const SurplusDecision* decision = m_context.counted.decisionOn(surplus)) {
                wish.whole = decision->value;
                if (!decision->valueBasis.empty())
                    facts.push_back({0, "value_basis", decision->valueBasis});
                if (decision->monthsLeft)
                    facts.push_back({0, "months_left", std::to_string(*decision->monthsLeft)});
            }
            FindingDraft& draft = draftFor(LineResult::Surplus, 0);
            draft.wishes.push_back(wish);
            put(draft, surplus.eventId, wish.whole.value_or(Money()), surplus.outcome.counter, std::move(facts));
        }

        /// What is let, lent or being rebuilt is in nobody's hands: no handover and no slip says where it is.
        static bool isAway(UseState state)
        {
            return state == UseState::Leased || state == UseState::Lent || state == UseState::InRebuild;
        }

        /// What the line is to say, or why there is nothing to say.
        std::optional<FindingSkip> factsOf(
            const RegisteredCard& card, const CountOutcome& outcome, std::vector<Fact>& facts)
        {
            switch (outcome.result) {
            case LineResult::PlaceDiffers:
            case LineResult::UserDiffers: {
                if (isAway(card.card.useState))
                    return FindingSkip::Away;
                const bool isElsewhere = !outcome.seenPlace.empty() && outcome.seenPlace != card.place.code;
                const bool isOthers = !outcome.seenUser.empty() && outcome.seenUser != card.user.code;
                if (isElsewhere && m_context.isPlace(outcome.seenPlace))
                    facts.push_back({0, "line_place", outcome.seenPlace});
                if (isOthers && m_context.isPerson(outcome.seenUser))
                    facts.push_back({0, "line_user", outcome.seenUser});
                if (!facts.empty())
                    return std::nullopt;
                return isElsewhere || isOthers ? FindingSkip::Unknown : FindingSkip::Settled;
            }
            case LineResult::StateDiffers: {
                if (isAway(card.card.useState))
                    return FindingSkip::Away;
                const bool isIdle = outcome.seenCondition == Condition::Idle;
                if (isIdle == (card.card.useState == UseState::Idle))
                    return FindingSkip::Settled;
                facts.push_back({0, "use_state", isIdle ? "idle" : "in_use"});
                if (isIdle && outcome.firstSeenAt)
                    facts.push_back({0, "idle_since", formatDate(chinaDate(*outcome.firstSeenAt))});
                return std::nullopt;
            }
            case LineResult::DisposedNotRemoved:
                facts.push_back({0, "ends", "written_off"});
                return std::nullopt;
            case LineResult::Duplicate:
                facts.push_back({0, "ends", "void"});
                return std::nullopt;
            default:
                return std::nullopt;
            }
        }

        FindingDraft& draftFor(LineResult result, int part)
        {
            auto& drafts = m_drafts[{result, part}];
            if (drafts.empty() || drafts.back().findings.size() == kMostDraftedLines) {
                const Consequence consequence = consequenceOf(result);
                FindingDraft& draft = drafts.emplace_back();
                draft.kind = consequence.kind;
                draft.method = consequence.method;
                draft.result = result;
                draft.reason = "清查 " + m_context.task.taskNo + " 核实："
                    + std::string(tokenRow(kLineResults, result).nameZh);
                if (!consequence.fact.empty())
                    draft.facts.push_back(
                        {0, std::string(consequence.fact), std::string(consequence.value)});
            }
            return drafts.back();
        }

        void put(FindingDraft& draft, const std::string& finding, Money original, const std::string& counter,
            std::vector<Fact> facts)
        {
            draft.findings.push_back(finding);
            draft.original += original;
            for (Fact& fact : facts) {
                fact.line = static_cast<int>(draft.findings.size());
                draft.facts.push_back(std::move(fact));
            }
            // What nobody saw was missed by everybody who counted.
            std::set<std::string> counters(draft.countedBy.begin(), draft.countedBy.end());
            if (counter.empty())
                counters.insert(m_counters.begin(), m_counters.end());
            else
                counters.insert(counter);
            draft.countedBy.assign(counters.begin(), counters.end());
        }

        const FindingContext& m_context;
        std::unordered_map<std::string, const RegisteredCard*> m_cards;
        std::set<std::string> m_counters;
        std::map<std::pair<LineResult, int>, std::vector<FindingDraft>> m_drafts;
        std::vector<SkippedFinding> m_skipped;
    };

} // namespace

std::vector<std::string> findingNumbers(const CountedSheet& counted)
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i < counted.book.lines.size(); ++i)
        if (isFinding(counted.outcome.lines[i].result))
            out.push_back(counted.book.lines[i].assetNo);
    return out;
}

FindingPlan planDocuments(const FindingContext& context) { return Planner(context).plan(); }

} // namespace guanwu
