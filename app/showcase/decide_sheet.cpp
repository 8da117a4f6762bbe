#include "app/showcase/decide_sheet.h"

namespace guanwu {

Result<void> decideSheet(const OpenTask& task, const CountSheet& sheet)
{
    const CountedSheet counted = task.service->countedSheet(task.task, sheet);
    std::vector<std::size_t> doubtful;
    for (std::size_t i = 0; i < counted.outcome.lines.size(); ++i)
        if (counted.outcome.lines[i].result == LineResult::Doubt)
            doubtful.push_back(i);
    LineDecision recounted;
    recounted.result = LineResult::Match;
    recounted.reason = "现场复核，实物在原处";
    recounted.decidedBy = "officer01";
    auto decided = task.service->decideLines(task.task, sheet, counted, doubtful, recounted);
    if (!decided)
        return fail(decided.error());
    for (const SurplusOutcome& surplus : counted.outcome.surplus) {
        if (counted.decisionOn(surplus))
            continue;
        SurplusDecision decision;
        decision.eventId = surplus.eventId;
        decision.value = Money::fromFen(100); // nothing tells its price: nominal amount, one yuan
        decision.valueBasis = "名义金额";
        decision.reason = "同意入账";
        decision.decidedBy = "officer01";
        decided = task.service->decideSurplus(*decided, decision);
        if (!decided)
            return fail(decided.error());
    }
    return {};
}

} // namespace guanwu
