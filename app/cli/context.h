#pragma once

#include "app/text/language.h"
#include "core/base/error.h"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>

namespace guanwu {

struct OpenTask;
class Secrets;
class Session;

/// How a command ends (contract section 1).
enum class ExitCode : int { Done = 0, AnswerIsNo = 1, WrongUse = 2, Refused = 3, StoreFailed = 4 };

/// What every command shares: the options before its name, where it writes, and what it has to do after
/// parsing.
/// What lies beside the key file: the key by which anchors of the audit trail are signed.
inline constexpr const char* kAnchorKeySuffix = ".anchor-key";

struct CliContext {
    std::string databaseUrl;
    std::string passwordFile;
    std::string keyFile;
    std::string bureau; ///< who makes the reports of the city; empty = as the records tell
    bool json = false;
    Language language = Language::ZhCn;
    std::string command; ///< which was named: "task advance"
    std::filesystem::path readerProgram; ///< beside this program
    std::function<ExitCode()> run; ///< set by the command that was named

    /// Picks the text of the chosen language.
    [[nodiscard]] std::string_view say(Text text) const { return text.in(language); }
    /// The same for the help pages, which want a string of their own.
    [[nodiscard]] std::string help(Text text) const { return std::string(say(text)); }
    /// One line on standard error: what, where, what to do. Returns Refused.
    [[nodiscard]] ExitCode refuse(const Error& error, std::string_view where = {}) const;
    /// The same for a command line that cannot be meant. Returns WrongUse.
    [[nodiscard]] ExitCode wrongUse(const Error& error) const;
    [[nodiscard]] ExitCode wrongUse(Text what) const;
    /// What a dry run says when nothing stands in the way. Returns Done.
    [[nodiscard]] ExitCode nothingDone() const;
    /// A registry that is there and up to date. Errors of the URL and the schema; storage failures are
    /// exceptions.
    [[nodiscard]] Result<std::unique_ptr<Session>> openRegistry() const;
    /// The same for work on a task; an empty number names none. Errors also: inventory.no_task.
    [[nodiscard]] Result<OpenTask> openTask(const std::string& taskNo) const;
    /// Of the database; empty when none was named. Errors: db.password_file.
    [[nodiscard]] Result<std::string> databasePassword() const;
    /// Beside an SQLite registry unless it was named. Errors: secrets.no_key_file.
    [[nodiscard]] Result<std::filesystem::path> keyFilePath() const;
    /// Passwords and tokens of the registry. Errors: secrets.key_file, secrets.no_key_file.
    [[nodiscard]] Result<std::unique_ptr<Secrets>> openSecrets() const;
    /// A connection without asking whether the registry is there.
    [[nodiscard]] Result<std::unique_ptr<Session>> connect() const;
};

} // namespace guanwu
