#pragma once

#include "core/access/scope.h"
#include "core/base/error.h"
#include "core/books/book_entry.h"
#include "core/values/instant.h"

#include <optional>
#include <string>
#include <vector>

namespace guanwu {

class Session;

/// What documents change in the books. A change joins the unit of work that is open, so that it is there when
/// the document took effect and not otherwise.
class BookChanges {
public:
    BookChanges(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }
    /// Errors: card.not_found, access.forbidden, books.month_posted (takes effect in a month that is posted
    /// already: the next one is named), books.changed_already (the same kind in the same month), those of
    /// checkChange().
    [[nodiscard]] Result<void> record(const BookChange& change, const std::string& actor, Instant at);
    /// The same, where a later change of the same kind and month takes the place of one that is not applied
    /// yet and names its document too. A change that is applied is not replaced, though its month may not be
    /// posted to its end: books.changed_already.
    [[nodiscard]] Result<void> replace(BookChange change, const std::string& actor, Instant at);
    /// Of a card, the oldest first; nothing outside the scope.
    [[nodiscard]] std::vector<BookChange> of(AssetId asset);

private:
    /// A change of the same kind and month of the card.
    struct Earlier {
        bool isApplied = false;
        std::string documentNo;
    };
    [[nodiscard]] std::optional<Earlier> earlier(const BookChange& change);
    [[nodiscard]] Result<void> check(const BookChange& change);
    [[nodiscard]] Result<void> insert(const BookChange& change, const std::string& actor, Instant at);

    Session& m_session;
    Scope m_scope;
};

/// Says that a card was entered or changed, so that the books look at it before the next month. For whoever
/// stores cards.
void noteForBooks(Session& session, AssetId asset, std::int64_t revision);

} // namespace guanwu
