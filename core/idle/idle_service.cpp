#include "core/idle/idle_service.h"

#include "core/values/calendar.h"

namespace guanwu {

Result<RegisteredCard> IdleService::declare(
    const std::string& numberOrTag, std::optional<Day> since, const IdlePatch& patch, const CardChangeBy& by)
{
    const auto card = m_cards.find(numberOrTag);
    if (!card)
        return card;
    const bool isIdle = card->card.useState == UseState::Idle;
    const IdleNote before = m_notes.note(card->card.id);
    // What an earlier time of idleness left is overwritten: the new finding says it anew.
    IdleNote note = patched(isIdle ? before : IdleNote {}, patch);
    note.revision = before.revision;
    if (auto sound = checkNote(note); !sound)
        return fail(sound.error());
    const Day from = since ? *since : card->card.idleSince.value_or(m_cards.today());
    auto changed = m_cards.change(numberOrTag, card->card.revision,
        {{"use_state", "idle"}, {"idle_since", formatDate(from)}, {"user", ""}},
        {by.actor, by.reason.empty() ? std::string(tokenRow(kIdleReasons, note.reason).nameZh) : by.reason});
    if (!changed)
        return changed;
    if (auto stored = m_notes.store(card->card.id, note); !stored)
        return fail(stored.error());
    return changed;
}

Result<IdleNote> IdleService::propose(const std::string& numberOrTag, IdleNote note)
{
    const auto card = m_cards.find(numberOrTag);
    if (!card)
        return fail(card.error());
    if (auto sound = checkNote(note); !sound)
        return fail(sound.error());
    if (!m_scope.mayChange(card->card.unit, card->card.usingDepartment.value_or(DepartmentId {})))
        return fail(ErrorCode::Forbidden, "access.forbidden");
    if (card->card.useState != UseState::Idle)
        return fail(ErrorCode::RuleViolated, "idle.not_idle",
            card->card.assetNo + " " + std::string(tokenRow(kUseStates, card->card.useState).token));
    if (auto stored = m_notes.store(card->card.id, note); !stored)
        return fail(stored.error());
    ++note.revision;
    return note;
}

} // namespace guanwu
