#pragma once

#include "core/access/scope.h"
#include "core/cards/card_service.h"
#include "core/documents/document_changes.h"
#include "core/documents/document_context.h"

#include <functional>
#include <string>
#include <vector>

namespace guanwu {

struct NewDocument {
    DocumentKind kind {};
    std::string method;
    std::string unit; ///< code
    std::string department; ///< name, empty = of the whole unit
    std::string counterpart; ///< code, empty = none
    std::string reason;
    std::vector<std::string> countedBy {}; ///< of a count it rests on; never said by who applies
};

/// A thing that is wished for.
struct Wish {
    std::string name;
    std::string classCode;
    std::string model;
    std::string unitOfMeasure;
    std::int64_t quantity = 1;
    Money unitPrice;
    std::optional<Money> whole {}; ///< of all pieces, where they do not divide it
};

/// Of a draft that the program makes: it is to be read by whoever signs it.
inline constexpr std::size_t kMostDraftedLines = 500;

/// What a draft is to say; what is not given stays.
struct DocumentEdit {
    std::optional<std::string> reason;
    std::optional<std::string> counterpart; ///< code; empty = none
    std::optional<std::vector<std::string>> assets; ///< numbers or tags: all lines anew
    std::optional<std::vector<Wish>> wishes; ///< the same with things that are wished for
    std::vector<Fact> facts; ///< of the stage of filing; empty values take away
};

/// A document with what the present account may do next and what stands in the way of the next stage: one
/// call shows a screen.
struct DocumentLook {
    Document document;
    std::vector<DocumentAction> actions;
    DocumentStage stage = DocumentStage::Filing; ///< what is asked for next
    std::vector<Error> open; ///< what stands in its way
    std::vector<PaperCheck> papers;
    std::vector<std::string> cards; ///< made by it
    std::vector<CardChange> changes; ///< of what the cards of its lines say
};

/// What the API and the command line do with documents. Every move is one transaction: the document, its
/// assets, their history, the cards it makes.
class DocumentService {
public:
    /// `own` reaches what the caller's scope reaches; `all` every card, since an approver changes by the
    /// power of the document and not of his own scope. Both, and the store, are of one session.
    struct Ports {
        DocumentStore& store;
        CardRepository& own;
        CardRepository& all;
    };
    DocumentService(Ports ports, const Scope& scope, DocumentActor actor, std::function<Instant()> now,
        DocumentStore::Commit commit = DocumentStore::Commit::Yes)
        : m_ports(ports)
        , m_scope(scope)
        , m_actor(std::move(actor))
        , m_now(std::move(now))
        , m_commit(commit)
    {
    }

    /// Errors: document.not_found.
    [[nodiscard]] Result<DocumentLook> find(const std::string& no);
    /// Errors: document.method, document.only_bureau, document.not_yours, unit.not_found,
    /// department.not_found, text.too_long.
    [[nodiscard]] Result<Document> create(const NewDocument& wanted);
    /// Errors: those of mayDo() and addFacts(), document.changed, card.not_found, document.too_many_lines,
    /// text.too_long.
    [[nodiscard]] Result<Document> edit(
        const std::string& no, std::int64_t revision, const DocumentEdit& edit);
    /// Errors: document.paper_unknown, document.not_yours, document.not_in_state, text.too_long.
    [[nodiscard]] Result<Document> addPaper(
        const std::string& no, std::int64_t revision, const DocumentPaper& paper);
    /// Looks for idle things of the city and notes in the document what was found.
    [[nodiscard]] Result<std::vector<IdleAsset>> searchIdle(
        const std::string& no, std::int64_t revision, IdleSearch search);
    /// Errors: those of filed(), the first of problemsAt(), routes.no_row, document.asset_taken,
    /// document.asset_locked.
    [[nodiscard]] Result<Document> file(const std::string& no, std::int64_t revision);
    /// Errors: those of moved(), text.too_long, the first of problemsAt() where a stage ends.
    [[nodiscard]] Result<Document> move(
        const std::string& no, std::int64_t revision, const DocumentMove& move);

private:
    struct Taken {
        Document document;
        std::vector<RegisteredCard> cards;
    };
    [[nodiscard]] Day today() const { return chinaDate(m_now()); }
    [[nodiscard]] Result<Taken> take(const std::string& no, std::int64_t revision);
    [[nodiscard]] DocumentContext context() const
    {
        return {m_ports.store, m_ports.own, m_ports.all, today()};
    }
    /// 离任交接: everything whoever leaves has is on it, without anybody writing it down.
    [[nodiscard]] Result<void> setHeldAssets(Document& document);
    [[nodiscard]] Result<void> setAssets(Document& document, const std::vector<std::string>& numbers);
    [[nodiscard]] Result<void> setCounterpart(Document& document, const std::string& code);
    /// The facts of a search: when, in which classes, what is there.
    void noteSearch(
        Document& document, const std::string& classPrefix, const std::vector<IdleAsset>& found) const;
    [[nodiscard]] Result<void> checkLocks(const Document& document);
    [[nodiscard]] std::vector<std::string> warningsOf(const Document& document, const RouteTable& routes,
        const PlannedRoute& route, const RuleContext& read);
    [[nodiscard]] Result<Document> store(const Document& before, Document after,
        const std::vector<RegisteredCard>& cards, const std::vector<CardToMake>& cardFields);
    [[nodiscard]] Result<void> carryOut(
        const Document& document, const DocumentEffect& effect, const std::vector<RegisteredCard>& before);

    /// Cards that name a certificate that was replaced name the new one, and its holder, from now on.
    [[nodiscard]] Result<void> renewTitles(const Document& document, const NewTitle& entered);

    Ports m_ports;
    Scope m_scope;
    DocumentActor m_actor;
    std::function<Instant()> m_now;
    DocumentStore::Commit m_commit;
};

} // namespace guanwu
