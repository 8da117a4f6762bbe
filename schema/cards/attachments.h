#pragma once

#include "core/access/scope.h"
#include "core/cards/attachment.h"
#include "core/values/instant.h"

#include <string>
#include <string_view>
#include <vector>

namespace guanwu {

class Session;

/// An attachment with its bytes.
struct AttachmentContent {
    Attachment attachment;
    std::string bytes;
};

/// Photos and papers by the digest of their content. Whoever sent one sees it, and whoever sees a card it
/// hangs on; for others it is not there, even if they know the digest (security X4).
class Attachments {
public:
    Attachments(Session& session, const Scope& scope)
        : m_session(session)
        , m_scope(scope)
    {
    }

    /// Twice the same is once stored. Errors: those of inspectAttachment().
    [[nodiscard]] Result<Attachment> store(std::string_view bytes, const std::string& actor, Instant now);
    /// Errors: attachment.not_found.
    [[nodiscard]] Result<Attachment> find(const std::string& hash);
    [[nodiscard]] Result<AttachmentContent> read(const std::string& hash);

    /// Hangs it on a card, which notes it in its history; once is enough. Errors: card.not_found,
    /// attachment.not_found, access.forbidden.
    [[nodiscard]] Result<void> attach(
        const std::string& assetNo, const std::string& hash, const std::string& actor, Instant now);
    /// In the order in which they were hung on. Errors: card.not_found.
    [[nodiscard]] Result<std::vector<Attachment>> ofCard(const std::string& assetNo);

private:
    struct Card {
        std::int64_t id = 0;
        std::int64_t unit = 0;
        std::int64_t department = 0;
        std::int64_t revision = 0;
    };
    [[nodiscard]] Result<Card> findCard(const std::string& assetNo);

    Session& m_session;
    Scope m_scope;
};

} // namespace guanwu
