#include "core/idle/idle_asset.h"

#include "core/rules/limits.h"
#include "core/values/calendar.h"

namespace guanwu {

namespace {

    constexpr std::size_t kLongestText = 600; ///< bytes
    constexpr int kYear = 12;

} // namespace

Result<void> checkNote(const IdleNote& note)
{
    if (note.reason == IdleReason::Other && note.remark.empty())
        return fail(ErrorCode::InvalidArgument, "idle.remark_missing", "remark");
    for (const std::string* text : {&note.measure, &note.responsible, &note.remark})
        if (text->size() > kLongestText)
            return fail(ErrorCode::InvalidArgument, "idle.text_long", text->substr(0, 30));
    if (note.expectedIncome && *note.expectedIncome < Money())
        return fail(ErrorCode::InvalidArgument, "idle.income_negative", "expected_income");
    return {};
}

IdleLength idleLength(Day since, Day on, int termMonths)
{
    if (!hasTermPassed(since, termMonths, on))
        return IdleLength::BelowTerm;
    if (!hasTermPassed(since, kYear, on))
        return IdleLength::UpToOneYear;
    return hasTermPassed(since, 3 * kYear, on) ? IdleLength::Longer : IdleLength::UpToThreeYears;
}

int idleTermMonths(Day on) { return static_cast<int>(limitOn("idle_term_months", on).value); }

} // namespace guanwu
