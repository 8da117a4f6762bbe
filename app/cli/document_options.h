#pragma once

#include "app/cli/context.h"
#include "app/documents/batch_drafts.h"
#include "app/documents/document_work.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace guanwu {

class Session;

/// What the parts of `guanwu document` are told.
struct DocumentOptions {
    std::string no;
    std::string as;
    std::string kind;
    std::string method;
    std::string unit;
    std::string department;
    std::string counterpart;
    std::string reason;
    std::string state;
    std::string asset;
    std::string dueBy;
    std::vector<std::string> assets;
    std::vector<std::string> wishes;
    std::vector<std::string> facts; ///< name=value, or LINE:name=value
    std::vector<std::string> cards; ///< LINE:field=value;field=value
    std::string paper;
    std::string file;
    std::string title;
    std::string classPrefix;
    std::string place;
    std::string since;
    std::string decision;
    std::string ask;
    std::string opinion;
    std::string paperNo;
    std::string meeting;
    std::string minutesNo;
    std::string toStep;
    std::string out;
    std::string importFile;
    std::string exportFile;
    std::string checkFile;
    int days = -1;
    bool open = false;
    bool check = false;
    bool withExamples = false;
    bool dryRun = false;
};

/// An account on an open registry. Who can run a command can open the database; still every move is the
/// move of an account, so that the separation of duties holds here as on a screen.
struct DocumentCounter {
    std::unique_ptr<Session> session;
    Account account;

    /// Errors: document.actor, access.no_account, access.no_role.
    [[nodiscard]] static Result<DocumentCounter> open(const CliContext& context, const std::string& login);
    /// Without an account: the registry itself, to read.
    [[nodiscard]] static Result<DocumentCounter> openToRead(
        const CliContext& context, const std::string& login);
};

/// "name=value" or "2:name=value". Errors: document.fact_unknown.
[[nodiscard]] Result<std::vector<Fact>> parseFacts(const std::vector<std::string>& texts);

/// What people call by its name, by its token.
void useTokens(std::vector<Fact>& facts, DocumentKind kind, const std::string& method);

/// What a batch of drafts prints.
void printBatch(const CliContext& context, const DraftedBatch& batch, bool dryRun);

// The parts of the command that stand in files of their own.
void addDocumentFindings(CLI::App& command, CliContext& context);
void addDocumentMoves(CLI::App& command, CliContext& context);
void addDocumentPapers(CLI::App& command, CliContext& context);
void addDocumentRoutes(CLI::App& command, CliContext& context);

/// What a change prints: number and state, or all of it as JSON.
void printDocument(const CliContext& context, const Document& document, bool dryRun);

/// Runs a change in one transaction, which a dry run takes back.
[[nodiscard]] ExitCode changeDocument(const CliContext& context, const DocumentOptions& options,
    const std::function<Result<Document>(DocumentWork& work, DocumentCounter& counter)>& change);

} // namespace guanwu
