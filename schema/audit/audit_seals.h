#pragma once

#include "core/audit/audit_block.h"
#include "core/audit/signed_anchor.h"

#include <chrono>
#include <optional>

namespace guanwu {

class Session;

/// How much later than others an entry may be committed and still be sealed: longer than any transaction
/// takes. One that turns up behind it was put there by somebody else.
inline constexpr std::chrono::milliseconds kSealReach = std::chrono::minutes(10);
inline constexpr std::int64_t kMostSealed
    = 4'000; ///< entries of a block, below the 5,000 rows of security D10

/// Seals what the units of work have left, outside of their transactions.
class AuditSeals {
public:
    explicit AuditSeals(Session& session)
        : m_session(session)
    {
    }
    /// Seals what is not sealed yet, at most `most` entries in one block; returns how many. Whoever comes
    /// second with the same number of a block has sealed nothing: no lease is needed.
    std::int64_t seal(SealAlgorithm algorithm, Instant now, std::int64_t most = kMostSealed);
    [[nodiscard]] std::optional<AuditBlock> last();
    /// What the next anchor is to vouch for; nothing when the last block has one.
    [[nodiscard]] std::optional<AuditAnchor> unanchored();
    /// Another server may have been quicker: then there is nothing to keep.
    void keepAnchor(const SignedAnchor& anchor);
    /// The newest. Whoever takes it out of the house makes it one: what is in the database proves nothing.
    [[nodiscard]] std::optional<SignedAnchor> lastAnchor();

private:
    [[nodiscard]] std::int64_t sealOnce(SealAlgorithm algorithm, Instant now, std::int64_t most);

    Session& m_session;
};

/// The id so much before it.
[[nodiscard]] std::int64_t idBefore(std::int64_t id, std::chrono::milliseconds time);

} // namespace guanwu
