#pragma once

#include "core/cards/card_service.h"
#include "core/idle/idle_asset.h"

namespace guanwu {

/// Where notes on idle assets are kept.
class IdleNotes {
public:
    virtual ~IdleNotes() = default;
    /// What was noted of an asset; revision 0 when nothing was.
    [[nodiscard]] virtual IdleNote note(AssetId asset) = 0;
    /// Stores it when nobody else did since `note.revision`. Errors: idle.note_changed.
    [[nodiscard]] virtual Result<void> store(AssetId asset, const IdleNote& note) = 0;
};

/// 闲置认定 and what is to become of idle things (lifecycle 1.2). The caller puts each call into one unit of
/// work.
class IdleService {
public:
    IdleService(IdleNotes& notes, CardService& cards, const Scope& scope)
        : m_notes(notes)
        , m_cards(cards)
        , m_scope(scope)
    {
    }

    /// Says that a thing lies idle since a day, and why. Of one that lies idle already what nothing is said
    /// of stands, its day as well; another lies idle from today on where no day is said. Errors: those of
    /// checkNote() and of CardService.
    [[nodiscard]] Result<RegisteredCard> declare(const std::string& numberOrTag, std::optional<Day> since,
        const IdlePatch& patch, const CardChangeBy& by);

    /// Writes down what is to become of an idle thing; `note.revision` is what the caller has seen. Errors: those
    /// of checkNote(), card.not_found, idle.not_idle, idle.note_changed, access.forbidden.
    [[nodiscard]] Result<IdleNote> propose(const std::string& numberOrTag, IdleNote note);

private:
    IdleNotes& m_notes;
    CardService& m_cards;
    Scope m_scope;
};

} // namespace guanwu
