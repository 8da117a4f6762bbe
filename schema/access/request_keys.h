#pragma once

#include "core/base/error.h"
#include "core/values/ids.h"
#include "core/values/instant.h"

#include <functional>
#include <optional>
#include <string>

namespace guanwu {

class Session;

/// An answer as it was first given.
struct FirstAnswer {
    int status = 0; ///< of HTTP
    std::string body;

    [[nodiscard]] bool isDone() const { return status >= 200 && status < 300; }
    bool operator==(const FirstAnswer&) const = default;
};

/// The keys that an account puts on its writes, so that one that is sent again is not done again. Keys of
/// other accounts are others.
class RequestKeys {
public:
    RequestKeys(Session& session, AccountId account)
        : m_session(session)
        , m_account(account)
    {
    }

    /// Runs `work` in a unit of work and keeps its answer in the same transaction; or gives the answer kept
    /// before. An answer that refuses is not kept, and whatever it did is taken back. `digest` stands for the
    /// content of the request. With the key a lost commit is settled by asking again. Errors:
    /// request.key_reused, when the content is another.
    [[nodiscard]] Result<FirstAnswer> answerOnce(const std::string& key, const std::string& digest,
        Instant now, const std::function<FirstAnswer()>& work);

    // For work of several transactions: whoever does it looks first, and keeps the answer in the last of
    // them.

    /// The answer kept before. Errors: request.key_reused.
    [[nodiscard]] Result<std::optional<FirstAnswer>> find(const std::string& key, const std::string& digest);
    /// Throws DuplicateKey when somebody was faster.
    void keep(const std::string& key, const std::string& digest, Instant now, const FirstAnswer& answer);

private:
    Session& m_session;
    AccountId m_account;
};

} // namespace guanwu
