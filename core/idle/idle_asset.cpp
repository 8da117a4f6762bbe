#include "core/idle/idle_asset.h"

#include "core/base/text_length.h"
#include "core/rules/limits.h"
#include "core/values/calendar.h"

namespace guanwu {

namespace {

    constexpr std::size_t kLongestText = 200; ///< characters
    constexpr int kYear = 12;

    template <class Value> void take(const std::optional<Value>& said, Value& field)
    {
        if (said)
            field = *said;
    }

    template <class Into, class Value> Result<void> keep(Into& field, const Result<Value>& read)
    {
        if (!read)
            return fail(read.error());
        field.emplace(*read);
        return {};
    }

    Result<void> readInto(IdlePatch& patch, const std::string& field, const std::string& value)
    {
        if (field == "reason")
            return keep(patch.reason, parseToken(kIdleReasons, value, "idle.reason"));
        if (field == "condition")
            return keep(patch.condition, parseToken(kIdleConditions, value, "idle.condition"));
        if (field == "way")
            return keep(patch.way, parseToken(kProposedWays, value, "idle.way"));
        if (field == "expected_income_yuan") {
            patch.expectedIncome.emplace();
            return value.empty() ? Result<void> {} : keep(*patch.expectedIncome, Money::parseYuan(value));
        }
        if (field == "due_on") {
            patch.dueOn.emplace();
            return value.empty() ? Result<void> {} : keep(*patch.dueOn, parseDate(value));
        }
        for (const auto& [name, text] : {std::pair {"measure", &patch.measure},
                 {"responsible", &patch.responsible}, {"remark", &patch.remark}})
            if (field == name)
                text->emplace(value);
        return {};
    }

} // namespace

IdleNote patched(IdleNote note, const IdlePatch& patch)
{
    take(patch.reason, note.reason);
    take(patch.condition, note.condition);
    take(patch.way, note.way);
    take(patch.expectedIncome, note.expectedIncome);
    take(patch.measure, note.measure);
    take(patch.responsible, note.responsible);
    take(patch.dueOn, note.dueOn);
    take(patch.remark, note.remark);
    return note;
}

Result<IdlePatch> idlePatch(const std::vector<FieldValue>& said)
{
    IdlePatch out;
    for (const FieldValue& one : said)
        if (auto read = readInto(out, one.field, one.value); !read)
            return fail(read.error());
    return out;
}

Result<void> checkNote(const IdleNote& note)
{
    if (note.reason == IdleReason::Other && note.remark.empty())
        return fail(ErrorCode::InvalidArgument, "idle.remark_missing", "remark");
    if (const auto fits = checkLengths(
            {{note.measure, kLongestText}, {note.responsible, kLongestText}, {note.remark, kLongestText}});
        !fits)
        return fits;
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
