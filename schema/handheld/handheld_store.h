#pragma once

#include "core/audit/signed_anchor.h"
#include "core/base/error.h"
#include "core/inventory/sheet_line.h"
#include "core/inventory/sheet_state.h"
#include "core/values/number_run.h"
#include "schema/connection/session.h"
#include "schema/migrations/migration_list.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guanwu {

/// Who this handheld is. The install is of the store, not of the device: a copied store is the same install,
/// and the server tells its events apart by quarantine (security S1).
struct HandheldInstall {
    std::string installId; ///< 32 hex digits, made with the store
    std::string deviceId; ///< empty = not enrolled
    std::string deviceName;
    std::string serverUrl;
    std::string caSha256;
    std::chrono::milliseconds clockBehind {}; ///< what the clock of the device lacks to that of the server
};

struct HandheldLogin {
    std::string login;
    std::string name;
    std::string unit; ///< code
    std::string token;
    std::string role {}; ///< token of Role; empty = logged in by a version that did not keep it
    bool mustChangePassword = false; ///< before the server lets it do anything else
};

/// What opens the screen again without a network.
struct HandheldPin {
    std::string hash; ///< empty = none was set
    int failures = 0; ///< since the last right one
};

/// A sheet as far as it was fetched.
struct HeldSheet {
    std::int64_t id = 0; ///< in this store only
    std::string task;
    std::string taskName;
    std::string unit;
    std::string unitName;
    SheetState state = SheetState::Frozen;
    std::string bookAfter; ///< where the book goes on, empty = at its beginning
    bool bookComplete = false;
    std::string othersAfter; ///< cursor of the events of others
    std::optional<Instant> closedAt; ///< when this handheld heard of it
    std::optional<Instant> provedAt;
    bool purged = false; ///< closed long ago: its book and the bodies of its events are gone
};

/// An event as it arrived, with its place in the order of arrival.
struct ArrivedEvent {
    std::int64_t arrival = 0;
    std::string eventId;
    std::string body;
};

inline constexpr long long kMostAnchors = 1'000; ///< days on which a handheld synced: some years

/// The local database of a handheld: SQLite with WAL and FULL, read back at every open, and readable by its
/// owner only. One object for each thread; several may have the same file open.
class HandheldStore {
public:
    /// Makes the store when there is none. Errors: schema.edited, schema.newer (the store is not this
    /// program's), handheld.store_file (cannot be made, or is open to others). Throws StorageError.
    [[nodiscard]] static Result<std::unique_ptr<HandheldStore>> open(const std::filesystem::path& file);
    /// The same with the migrations of another version of the program.
    [[nodiscard]] static Result<std::unique_ptr<HandheldStore>> open(
        const std::filesystem::path& file, std::span<const Migration> migrations);

    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    [[nodiscard]] Session& session() { return m_session; }
    /// Everything in it is as it was read at the open or written since.
    [[nodiscard]] const HandheldInstall& install() const { return m_install; }
    /// Whatever is given but the install id, which never changes.
    void setInstall(const HandheldInstall& install);

    [[nodiscard]] std::optional<HandheldLogin> login();
    void setLogin(const HandheldLogin& login);
    /// Forgets who was logged in with their PIN, and nothing else. Their token is then in no file.
    void logOut();
    /// Of who is logged in. Another one who logs in has none yet.
    [[nodiscard]] HandheldPin pin();
    void setPin(const HandheldPin& pin);

    [[nodiscard]] std::vector<HeldSheet> sheets(); ///< by task and unit
    /// Adds the sheet, or brings its names and state up to date. Never touches what was downloaded.
    void putSheet(const HeldSheet& sheet, Instant now);
    /// A page of the book and where it goes on, in one transaction; an empty `after` ends the book.
    void addBookPage(std::int64_t sheet, const std::vector<BookLine>& lines, const std::string& after);
    [[nodiscard]] std::vector<BookLine> book(std::int64_t sheet); ///< by asset number
    [[nodiscard]] std::int64_t bookLines(std::int64_t sheet); ///< how many are here

    /// Events of others and where they go on, in one transaction. What is there already stays as it is.
    void addOthers(std::int64_t sheet, const std::vector<ArrivedEvent>& events, const std::string& after);
    /// Those that arrived after `arrival`, in the order of arrival.
    [[nodiscard]] std::vector<ArrivedEvent> others(std::int64_t sheet, std::int64_t arrival);

    /// In place of all that were kept before.
    void keepIssuedNumbers(const std::vector<NumberRun>& runs);
    /// The registry had given this number when they were fetched.
    [[nodiscard]] bool isIssued(const AssetNo& number);

    /// The first of a day stays: who writes the history again afterwards does not replace it. The oldest goes
    /// when there are more than kMostAnchors.
    void keepAnchor(const SignedAnchor& anchor);
    [[nodiscard]] std::vector<std::string> anchors(); ///< lines, as anchorLine() has them, the oldest first

    void setProved(std::int64_t sheet, std::optional<Instant> at);

    /// What was deleted or replaced is in no file after it: SQLite overwrites it in the pages of the store,
    /// but its log would keep it for long.
    void emptyLog();

private:
    HandheldStore(std::filesystem::path file, const DatabaseUrl& url);
    void readInstall();

    std::filesystem::path m_file;
    Session m_session;
    HandheldInstall m_install;
};

} // namespace guanwu
