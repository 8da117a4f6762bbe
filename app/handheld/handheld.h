#pragma once

#include "core/inventory/live_sheet.h"
#include "schema/handheld/handheld_store.h"
#include "schema/handheld/outbox.h"

#include <functional>

namespace guanwu {

/// What a clerk says of a thing that was scanned.
struct Sighting {
    std::string code;
    std::optional<std::string> place; ///< nullopt = not stated
    std::optional<std::string> user;
    std::optional<Condition> condition; ///< nullopt = as in the book
    EntryMode entry = EntryMode::Camera;
    std::string reason; ///< needed when it was typed
    std::int64_t quantity = 1;
    std::vector<std::string> photos; ///< hashes from keepPhoto()
};

/// A thing without a card.
struct SurplusSighting {
    std::string name;
    std::string classCode;
    std::string code; ///< unknown tag, may be empty
    std::optional<std::string> place;
    std::string reason;
    EntryMode entry = EntryMode::Camera;
    std::int64_t quantity = 1;
    std::vector<std::string> photos;
};

/// A scan that is on the disk, and what to tell the clerk.
struct Scanned {
    ScanEvent event;
    Verdict verdict;
};

/// What a clerk does with a handheld, without a screen and without a network. Whatever it returns has been
/// saved before (security P1): sound and colour come after. For one thread; a sync may run beside it with a
/// store of its own on the same file, refresh() takes in what that brought.
class Handheld {
public:
    /// `now` is the clock of the device; its error is known from the server. Errors of HandheldStore::open().
    [[nodiscard]] static Result<std::unique_ptr<Handheld>> open(
        const std::filesystem::path& store, std::function<Instant()> now);

    [[nodiscard]] HandheldStore& store() { return *m_store; }
    [[nodiscard]] Outbox& outbox() { return m_outbox; }

    /// Takes up a sheet that was fetched; empty names mean the only one there is, or the only one of the unit
    /// of who is logged in. Errors: handheld.no_sheet, handheld.which_sheet, handheld.book_incomplete.
    [[nodiscard]] Result<void> choose(const std::string& task, const std::string& unit);
    /// The sheet that was chosen.
    [[nodiscard]] const HeldSheet& held() const { return m_held; }
    [[nodiscard]] const LiveSheet& sheet() const { return *m_sheet; }

    // Errors of all that follow: handheld.not_logged_in, handheld.no_sheet, and those of EventDecoder for
    // what cannot be sent. Throw StorageError when it was not saved.

    [[nodiscard]] Result<Scanned> scan(const Sighting& sighting);
    [[nodiscard]] Result<ScanEvent> surplus(const SurplusSighting& sighting);
    /// On a card, or without a code on the place.
    [[nodiscard]] Result<ScanEvent> note(
        const std::string& text, const std::string& code, std::optional<std::string> place);
    [[nodiscard]] Result<ScanEvent> closeRoom(const std::string& place);
    /// Takes back the last own event on this sheet that was not taken back. Errors also:
    /// handheld.nothing_to_undo.
    [[nodiscard]] Result<ScanEvent> undo();
    /// Takes back this own event on this sheet. Errors as of undo().
    [[nodiscard]] Result<ScanEvent> undo(const std::string& eventId);

    /// Keeps a picture beside the store and answers the hash that events name it by. Errors:
    /// handheld.photo (no JPEG or PNG, or larger than 10 MiB).
    [[nodiscard]] Result<std::string> keepPhoto(const std::string& bytes);

    /// Takes in what a sync has brought from others.
    void refresh();

private:
    Handheld(std::unique_ptr<HandheldStore> store, std::function<Instant()> now);
    [[nodiscard]] Result<ScanEvent> begin(EventKind kind);
    [[nodiscard]] Result<ScanEvent> save(ScanEvent event);
    [[nodiscard]] Result<ScanEvent> saveAndAdd(ScanEvent event);
    void addBody(const std::string& body);
    [[nodiscard]] std::optional<CardElsewhere> cardElsewhere(const std::string& code) const;

    /// Another sheet that is here too.
    struct Neighbour {
        HeldSheet sheet;
        std::vector<std::string> assetNos;
        LineNumbers numbers;
    };

    std::unique_ptr<HandheldStore> m_store;
    Outbox m_outbox;
    std::function<Instant()> m_now;
    HeldSheet m_held;
    std::unique_ptr<LiveSheet> m_sheet; ///< null = none was chosen
    std::vector<Neighbour> m_neighbours;
    std::int64_t m_lastArrival = 0;
};

/// Where the pictures of a store lie, each under its hash.
[[nodiscard]] std::filesystem::path photoFolder(const std::filesystem::path& store);
/// Where the key of the device lies.
[[nodiscard]] std::filesystem::path keyFile(const std::filesystem::path& store);

} // namespace guanwu
