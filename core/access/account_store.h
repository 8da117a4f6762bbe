#pragma once

#include "core/access/access_policy.h"
#include "core/access/account.h"

#include <span>
#include <string>
#include <vector>

namespace guanwu {

/// Wrong passwords for one login from one source.
struct LoginFailures {
    int count = 0;
    Instant lastAt {};
};

/// A log-in with what the policy says of its end, read together: every request asks for all of it.
struct FoundSession {
    Caller caller;
    std::chrono::minutes idle {};
    std::chrono::days passwordAge {};
};

/// What the access use cases need of the store. Infrastructure failures are exceptions.
class AccountStore {
public:
    virtual ~AccountStore() = default;

    [[nodiscard]] virtual AccessPolicy policy() = 0;
    [[nodiscard]] virtual std::vector<Account> accounts() = 0;
    /// Errors: access.no_account.
    [[nodiscard]] virtual Result<Account> findAccount(const std::string& login) = 0;
    /// All or none; the store gives the ids. Errors: access.login_taken.
    [[nodiscard]] virtual Result<void> addAccounts(std::span<const Account> accounts) = 0;
    /// Writes only if the revision is still the one given, else StaleRevision. Ends the log-ins of the
    /// account: its rights are others now.
    [[nodiscard]] virtual Result<void> changeAccount(const Account& account) = 0;
    /// The same password hashed by today's parameters; nothing else about the account changes.
    virtual void rehash(AccountId account, const std::string& hash) = 0;
    /// The hashes before the one in force, the last first.
    [[nodiscard]] virtual std::vector<std::string> formerPasswords(AccountId account, std::size_t most) = 0;

    [[nodiscard]] virtual LoginFailures failures(const std::string& login, const std::string& source) = 0;
    /// A count of 0 forgets them.
    virtual void setFailures(
        const std::string& login, const std::string& source, const LoginFailures& failures)
        = 0;

    virtual void addSession(const AccessSession& session) = 0;
    /// Errors: access.no_session.
    [[nodiscard]] virtual Result<FoundSession> findSession(const std::string& tokenDigest) = 0;
    virtual void useSession(const std::string& tokenDigest, Instant at) = 0;
    virtual void endSession(const std::string& tokenDigest) = 0;
};

} // namespace guanwu
