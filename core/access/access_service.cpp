#include "core/access/access_service.h"

#include <algorithm>
#include <array>

namespace guanwu {

namespace {

    /// A log-in is noted as used once a minute, not at each of its requests.
    constexpr std::chrono::minutes kUseNotedAfter {1};

    /// Short enough for a column and a report, and nothing that a log or a path could misread.
    Result<void> checkLogin(std::string_view login)
    {
        const bool isPlain = std::all_of(login.begin(), login.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
        });
        if (login.size() < 3 || login.size() > 32 || !isPlain)
            return fail(ErrorCode::InvalidArgument, "access.login_form", std::string(login));
        return {};
    }

    Result<void> require(const Caller& caller, Permission permission)
    {
        if (!caller.may(permission))
            return fail(ErrorCode::Forbidden, "access.forbidden");
        return {};
    }

} // namespace

std::string firstPassword(Secrets& secrets)
{
    // Capitals, small letters and a sign in front: whatever the token is, the policy's classes are there.
    return "Gw-" + secrets.newToken().substr(0, 16);
}

Result<void> checkGrant(Role role, UnitId unit, DepartmentId department)
{
    if (isAdministrator(role))
        return fail(ErrorCode::RuleViolated, "access.administrator_role");
    const std::string token(tokenRow(kRoles, role).token);
    if (isCityWide(role) && (unit.value != 0 || department.value != 0))
        return fail(ErrorCode::InvalidArgument, "access.role_without_unit", token);
    if (!isCityWide(role) && role != Role::Finance && unit.value == 0)
        return fail(ErrorCode::InvalidArgument, "access.role_needs_unit", token);
    if ((role == Role::DepartmentClerk) != (department.value != 0))
        return fail(ErrorCode::InvalidArgument, "access.role_needs_department", token);
    return {};
}

Result<void> AccessService::setUp(const std::vector<std::pair<std::string, std::string>>& loginsAndPasswords)
{
    constexpr std::array kAdministrators {
        Role::SystemAdministrator, Role::SecurityAdministrator, Role::AuditAdministrator};
    if (!m_store.accounts().empty())
        return fail(ErrorCode::Conflict, "access.already_set_up");
    if (loginsAndPasswords.size() != kAdministrators.size())
        return fail(ErrorCode::InvalidArgument, "access.three_administrators");
    std::vector<Account> accounts;
    for (const auto& [login, password] : loginsAndPasswords) {
        const Role role = kAdministrators[accounts.size()];
        auto account = newAccount(login, std::string(tokenRow(kRoles, role).nameZh), password);
        if (!account)
            return fail(account.error());
        account->role = role;
        accounts.push_back(std::move(*account));
    }
    return m_store.addAccounts(accounts);
}

Result<LoggedIn> AccessService::logIn(
    const std::string& login, std::string_view password, const std::string& from, DeviceId provenDevice)
{
    const std::string source
        = provenDevice.value == 0 ? from : "device:" + std::to_string(provenDevice.value);
    if (!checkLogin(login))
        return fail(ErrorCode::Forbidden, "access.log_in"); // no account can be called that
    const AccessPolicy policy = m_store.policy();
    const Instant now = m_now();
    LoginFailures failures = m_store.failures(login, source);
    if (now - failures.lastAt >= policy.lock)
        failures = {};
    if (failures.count >= policy.failuresBeforeLock)
        return fail(ErrorCode::Forbidden, "access.locked",
            std::to_string(
                std::chrono::ceil<std::chrono::minutes>(failures.lastAt + policy.lock - now).count()));

    auto account = m_store.findAccount(login);
    const bool usable = account && !account->disabled;
    const Secrets::Match match = m_secrets.compare(password, usable ? account->passwordHash : std::string());
    if (match == Secrets::Match::No) {
        m_store.setFailures(login, source, {failures.count + 1, now});
        return fail(ErrorCode::Forbidden, "access.log_in");
    }
    m_store.setFailures(login, source, {});
    if (!account->role)
        return fail(ErrorCode::Forbidden, "access.no_role");
    if (match == Secrets::Match::YesButOutdated)
        m_store.rehash(account->id, m_secrets.hash(password));
    if (now - account->passwordChangedAt >= policy.passwordAge)
        account->mustChangePassword = true;

    LoggedIn in {m_secrets.newToken(), std::move(*account)};
    m_store.addSession({m_secrets.digest(in.token), in.account.id, provenDevice, now, now});
    return in;
}

Result<Caller> AccessService::authenticate(std::string_view token)
{
    const std::string digest = m_secrets.digest(token);
    auto found = m_store.findSession(digest);
    if (!found)
        return fail(found.error());
    Caller& caller = found->caller;
    const Instant now = m_now();
    if (caller.account.disabled || now - caller.session.usedAt >= found->idle) {
        m_store.endSession(digest);
        return fail(ErrorCode::Forbidden, "access.no_session");
    }
    if (now - caller.account.passwordChangedAt >= found->passwordAge)
        caller.account.mustChangePassword = true;
    if (now - caller.session.usedAt >= kUseNotedAfter)
        m_store.useSession(digest, now);
    return std::move(caller);
}

void AccessService::logOut(const Caller& caller) { m_store.endSession(caller.session.tokenDigest); }

Result<void> AccessService::changePassword(
    const Caller& caller, std::string_view oldPassword, std::string_view newPassword)
{
    Account account = caller.account;
    if (m_secrets.compare(oldPassword, account.passwordHash) == Secrets::Match::No)
        return fail(ErrorCode::Forbidden, "access.log_in");
    const AccessPolicy policy = m_store.policy();
    auto former = m_store.formerPasswords(account.id, policy.passwordHistory);
    former.push_back(account.passwordHash);
    for (const std::string& hash : former)
        if (m_secrets.compare(newPassword, hash) != Secrets::Match::No)
            return fail(
                ErrorCode::InvalidArgument, "access.password_used", std::to_string(policy.passwordHistory));
    if (auto given = givePassword(account, newPassword); !given)
        return given;
    account.mustChangePassword = false;
    return m_store.changeAccount(account);
}

Result<void> AccessService::create(
    const Caller& by, const std::string& login, const std::string& name, std::string_view password)
{
    if (auto allowed = require(by, Permission::ManageAccounts); !allowed)
        return allowed;
    const auto account = newAccount(login, name, password);
    return account ? m_store.addAccounts({&*account, 1}) : fail(account.error());
}

Result<void> AccessService::grant(
    const Caller& by, const std::string& login, Role role, UnitId unit, DepartmentId department)
{
    if (auto allowed = require(by, Permission::GrantRoles); !allowed)
        return allowed;
    if (auto sound = checkGrant(role, unit, department); !sound)
        return sound;
    auto account = ordinaryAccount(login);
    if (!account)
        return fail(account.error());
    account->role = role;
    account->unit = unit;
    account->department = department;
    return m_store.changeAccount(*account);
}

Result<void> AccessService::setDisabled(const Caller& by, const std::string& login, bool disabled)
{
    if (auto allowed = require(by, Permission::ManageAccounts); !allowed)
        return allowed;
    auto account = ordinaryAccount(login);
    if (!account)
        return fail(account.error());
    account->disabled = disabled;
    return m_store.changeAccount(*account);
}

Result<void> AccessService::resetPassword(
    const Caller& by, const std::string& login, std::string_view password)
{
    if (auto allowed = require(by, Permission::ManageAccounts); !allowed)
        return allowed;
    auto account = ordinaryAccount(login);
    if (!account)
        return fail(account.error());
    if (auto given = givePassword(*account, password); !given)
        return given;
    account->mustChangePassword = true;
    return m_store.changeAccount(*account);
}

Result<Account> AccessService::ordinaryAccount(const std::string& login)
{
    auto account = m_store.findAccount(login);
    if (account && account->role && isAdministrator(*account->role))
        return fail(ErrorCode::RuleViolated, "access.administrator_role");
    return account;
}

Result<Account> AccessService::newAccount(
    const std::string& login, const std::string& name, std::string_view password)
{
    if (auto sound = checkLogin(login); !sound)
        return fail(sound.error());
    Account account;
    account.login = login;
    account.name = name;
    if (auto given = givePassword(account, password); !given)
        return fail(given.error());
    return account;
}

Result<void> AccessService::givePassword(Account& account, std::string_view password)
{
    if (auto sound = checkPassword(m_store.policy(), account.login, password); !sound)
        return sound;
    account.passwordHash = m_secrets.hash(password);
    account.passwordChangedAt = m_now();
    return {};
}

} // namespace guanwu
