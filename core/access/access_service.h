#pragma once

#include "core/access/account_store.h"
#include "core/access/secrets.h"

#include <functional>

namespace guanwu {

/// Whether a role can be held for this unit and department, 0 where the role wants none.
/// Errors: access.administrator_role, access.role_needs_unit, access.role_needs_department,
/// access.role_without_unit.
[[nodiscard]] Result<void> checkGrant(Role role, UnitId unit, DepartmentId department);

/// A password for somebody else, to be changed at his first log-in.
[[nodiscard]] std::string firstPassword(Secrets& secrets);

/// A log-in as it was just made: the only time that the token is seen.
struct LoggedIn {
    std::string token;
    Account account;
};

/// Log-ins, accounts and roles. What the command line and the API both call.
class AccessService {
public:
    AccessService(AccountStore& store, Secrets& secrets, std::function<Instant()> now)
        : m_store(store)
        , m_secrets(secrets)
        , m_now(std::move(now))
    {
    }

    /// The three administrators of a registry that has no account yet, with a first password each.
    /// Errors: access.already_set_up, and those of checkPassword().
    [[nodiscard]] Result<void> setUp(
        const std::vector<std::pair<std::string, std::string>>& loginsAndPasswords);

    /// `source` is where the request comes from: failures lock the account for that source only, so that a
    /// stranger cannot lock out a clerk. A handheld that has proved itself (DeviceService::prove) is a source
    /// of its own, wherever it is: nobody else on its network can lock it out, and the log-in works on it
    /// only. Errors: access.log_in (whatever was wrong), access.locked (detail: minutes), access.no_role.
    [[nodiscard]] Result<LoggedIn> logIn(const std::string& login, std::string_view password,
        const std::string& source, DeviceId provenDevice = {});
    /// Errors: access.no_session, when the log-in ended, was idle too long or its account was disabled.
    [[nodiscard]] Result<Caller> authenticate(std::string_view token);
    void logOut(const Caller& caller);
    /// Errors: access.log_in when the old one is wrong, access.password_used, and those of checkPassword().
    [[nodiscard]] Result<void> changePassword(
        const Caller& caller, std::string_view oldPassword, std::string_view newPassword);

    /// An account without a role, with a first password that its owner has to change.
    /// Errors: access.forbidden, access.login_form, access.login_taken, and those of checkPassword().
    [[nodiscard]] Result<void> create(
        const Caller& by, const std::string& login, const std::string& name, std::string_view password);
    /// No administrator's role is granted or taken: those are made at set-up. Errors: access.forbidden,
    /// access.no_account, and those of checkGrant().
    [[nodiscard]] Result<void> grant(
        const Caller& by, const std::string& login, Role role, UnitId unit, DepartmentId department);
    /// Errors: access.forbidden, access.no_account, access.administrator_role.
    [[nodiscard]] Result<void> setDisabled(const Caller& by, const std::string& login, bool disabled);
    /// A first password again, for somebody who forgot his. Errors: access.forbidden, access.no_account,
    /// access.administrator_role, and those of checkPassword().
    [[nodiscard]] Result<void> resetPassword(
        const Caller& by, const std::string& login, std::string_view password);

private:
    /// One that is no administrator's: those are changed by nobody but their owner.
    [[nodiscard]] Result<Account> ordinaryAccount(const std::string& login);
    [[nodiscard]] Result<Account> newAccount(
        const std::string& login, const std::string& name, std::string_view password);
    [[nodiscard]] Result<void> givePassword(Account& account, std::string_view password);

    AccountStore& m_store;
    Secrets& m_secrets;
    std::function<Instant()> m_now;
};

} // namespace guanwu
