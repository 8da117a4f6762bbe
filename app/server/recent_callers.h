#pragma once

#include "core/access/account.h"

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace guanwu {

/// Callers whose tokens were found in the store a moment ago: a screen asks for many things at once, and need not
/// be told each time who is asking. Safe to use from several threads.
class RecentCallers {
public:
    /// For how long a caller is believed without asking again. So long may a right last that another process took
    /// away (the command line, another server of a cluster); 60 s are promised (security X7).
    static constexpr std::chrono::seconds kKept {3};

    /// Grows whenever the callers are forgotten.
    using Edition = std::uint64_t;

    [[nodiscard]] Edition edition() const;
    [[nodiscard]] std::optional<Caller> find(const std::string& tokenDigest, Instant now) const;
    /// Keeps a caller that was found in the store after `asOf` was the edition. Nothing is kept when rights
    /// changed meanwhile: what was found may be from before.
    void keep(const Caller& caller, Instant now, Edition asOf);
    /// After rights changed.
    void forgetAll();

private:
    struct Kept {
        Caller caller;
        Instant at;
    };

    mutable std::mutex m_mutex;
    std::unordered_map<std::string, Kept> m_kept; ///< by the digest of the token
    Edition m_edition = 0;
};

} // namespace guanwu
