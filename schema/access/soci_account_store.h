#pragma once

#include "core/access/account_store.h"

#include <string>
#include <unordered_map>

namespace guanwu {

class Session;

/// The tables of accounts and log-ins. Not thread-safe: one session, one store.
class SociAccountStore final : public AccountStore {
public:
    explicit SociAccountStore(Session& session)
        : m_session(session)
    {
    }

    AccessPolicy policy() override;
    std::vector<Account> accounts() override;
    Result<Account> findAccount(const std::string& login) override;
    Result<void> addAccounts(std::span<const Account> accounts) override;
    Result<void> changeAccount(const Account& account) override;
    void rehash(AccountId account, const std::string& hash) override;
    std::vector<std::string> formerPasswords(AccountId account, std::size_t most) override;
    LoginFailures failures(const std::string& login, const std::string& source) override;
    void setFailures(
        const std::string& login, const std::string& source, const LoginFailures& failures) override;
    void addSession(const AccessSession& session) override;
    Result<FoundSession> findSession(const std::string& tokenDigest) override;
    void useSession(const std::string& tokenDigest, Instant at) override;
    void endSession(const std::string& tokenDigest) override;

private:
    Session& m_session;
};

/// The names of the people who have accounts, by login; also of accounts that are closed, since what they did
/// stays.
[[nodiscard]] std::unordered_map<std::string, std::string> accountNames(Session& session);
/// What somebody goes by on paper: his name, or his login where no account of his has one.
[[nodiscard]] std::string nameOrLogin(
    const std::unordered_map<std::string, std::string>& names, const std::string& login);

} // namespace guanwu
