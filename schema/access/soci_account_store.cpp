#include "schema/access/soci_account_store.h"

#include "schema/audit/audit_trail.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/stored_token.h"
#include "schema/connection/unit_of_work.h"

#include <soci/soci.h>

namespace guanwu {

namespace {

    constexpr std::chrono::days kFailuresKept {1};

#define GUANWU_ACCOUNT_COLUMNS                                                                               \
    "a.id, a.login, a.name, COALESCE(a.role, ''), a.unit_id, a.department_id, a.disabled, a.password_hash, " \
    "a.password_changed_at, a.must_change_password, a.revision"
    constexpr std::size_t kAccountColumns = 11;

    struct AccountRow {
        long long id = 0;
        std::string login;
        std::string name;
        std::string role;
        long long unit = 0;
        long long department = 0;
        long long disabled = 0;
        std::string passwordHash;
        long long passwordChangedAt = 0;
        long long mustChangePassword = 0;
        long long revision = 0;

        AccountRow() = default;
        explicit AccountRow(const Account& account)
            : id(account.id.value)
            , login(account.login)
            , name(account.name)
            , role(account.role ? tokenRow(kRoles, *account.role).token : std::string_view())
            , unit(account.unit.value)
            , department(account.department.value)
            , disabled(account.disabled ? 1 : 0)
            , passwordHash(account.passwordHash)
            , passwordChangedAt(toInstantColumn(account.passwordChangedAt))
            , mustChangePassword(account.mustChangePassword ? 1 : 0)
            , revision(account.revision)
        {
        }
        [[nodiscard]] Account toAccount() const
        {
            Account account;
            account.id = AccountId {id};
            account.login = login;
            account.name = name;
            account.role = storedTokenOrNone(kRoles, role);
            account.unit = UnitId {unit};
            account.department = DepartmentId {department};
            account.disabled = disabled != 0;
            account.passwordHash = passwordHash;
            account.passwordChangedAt = fromInstantColumn(passwordChangedAt);
            account.mustChangePassword = mustChangePassword != 0;
            account.revision = revision;
            return account;
        }
        template <class Statement> auto into(Statement&& statement)
        {
            return std::forward<Statement>(statement), soci::into(id), soci::into(login), soci::into(name),
                   soci::into(role), soci::into(unit), soci::into(department), soci::into(disabled),
                   soci::into(passwordHash), soci::into(passwordChangedAt), soci::into(mustChangePassword),
                   soci::into(revision);
        }
    };

    /// What the audit trail keeps the digest of: whose rights are what.
    std::string noteOf(const Account& account)
    {
        return (account.role ? std::string(tokenRow(kRoles, *account.role).token) : std::string("-")) + ' '
            + std::to_string(account.unit.value) + ' ' + std::to_string(account.department.value)
            + (account.disabled ? " disabled " : " enabled ")
            + std::to_string(toInstantColumn(account.passwordChangedAt));
    }

    void keepFormerPassword(soci::session& sql, const AccountRow& row)
    {
        sql << "INSERT INTO former_password (account_id, changed_at, password_hash) SELECT a.id, "
               "a.password_changed_at, a.password_hash FROM account a WHERE a.id = :id AND a.password_hash "
               "<> :hash",
            soci::use(row.id, "id"), soci::use(row.passwordHash, "hash");
    }

} // namespace

AccessPolicy SociAccountStore::policy()
{
    return guarded("read the access policy", [&] {
        AccessPolicy policy;
        std::string name;
        long long value = 0;
        soci::statement query = (m_session.sql().prepare << "SELECT name, value FROM access_policy",
            soci::into(name), soci::into(value));
        query.execute();
        while (query.fetch()) {
            if (name == "password_length")
                policy.passwordLength = static_cast<std::size_t>(value);
            else if (name == "password_classes")
                policy.passwordClasses = static_cast<std::size_t>(value);
            else if (name == "password_history")
                policy.passwordHistory = static_cast<std::size_t>(value);
            else if (name == "password_days")
                policy.passwordAge = std::chrono::days(value);
            else if (name == "failures_before_lock")
                policy.failuresBeforeLock = static_cast<int>(value);
            else if (name == "lock_minutes")
                policy.lock = std::chrono::minutes(value);
            else if (name == "idle_minutes")
                policy.idle = std::chrono::minutes(value);
            else
                throw CorruptData("an access policy has an unknown name");
        }
        return policy;
    });
}

std::vector<Account> SociAccountStore::accounts()
{
    return guarded("list the accounts", [&] {
        std::vector<Account> out;
        AccountRow row;
        soci::statement query = row.into(
            m_session.sql().prepare << "SELECT " GUANWU_ACCOUNT_COLUMNS " FROM account a ORDER BY a.login");
        query.execute();
        while (query.fetch())
            out.push_back(row.toAccount());
        return out;
    });
}

Result<Account> SociAccountStore::findAccount(const std::string& login)
{
    return guarded("find an account", [&]() -> Result<Account> {
        AccountRow row;
        soci::statement query = row.into((m_session.sql().prepare
                << "SELECT " GUANWU_ACCOUNT_COLUMNS " FROM account a WHERE a.login = :login",
            soci::use(login, "login")));
        if (!query.execute(true))
            return fail(ErrorCode::NotFound, "access.no_account", login);
        return row.toAccount();
    });
}

Result<void> SociAccountStore::addAccounts(std::span<const Account> accounts)
{
    try {
        guarded("add accounts", [&] {
            soci::session& sql = m_session.sql();
            UnitOfWork work(m_session);
            for (const Account& account : accounts) {
                m_session.audit().note({"accounts/" + account.login, {}, noteOf(account)});
                AccountRow row(account);
                row.id = m_session.newId();
                const std::string exclusive
                    = account.role && isAdministrator(*account.role) ? row.role : std::string();
                sql << "INSERT INTO account (id, login, name, role, administrator_role, unit_id, "
                       "department_id, disabled, password_hash, password_changed_at, must_change_password) "
                       "VALUES (:id, :login, :name, NULLIF(:role, ''), NULLIF(:exclusive, ''), :unit, :department, :disabled, :hash, "
                       ":changed, :must)",
                    soci::use(row.id, "id"), soci::use(row.login, "login"), soci::use(row.name, "name"),
                    soci::use(row.role, "role"), soci::use(exclusive, "exclusive"),
                    soci::use(row.unit, "unit"), soci::use(row.department, "department"),
                    soci::use(row.disabled, "disabled"), soci::use(row.passwordHash, "hash"),
                    soci::use(row.passwordChangedAt, "changed"), soci::use(row.mustChangePassword, "must");
            }
            work.commit();
        });
    } catch (const DuplicateKey&) {
        return fail(ErrorCode::Conflict, "access.login_taken");
    }
    return {};
}

Result<void> SociAccountStore::changeAccount(const Account& account)
{
    return guarded("change an account", [&]() -> Result<void> {
        soci::session& sql = m_session.sql();
        UnitOfWork work(m_session);
        const auto before = findAccount(account.login);
        m_session.audit().note(
            {"accounts/" + account.login, before ? noteOf(*before) : std::string(), noteOf(account)});
        const AccountRow row(account);
        keepFormerPassword(sql, row);
        soci::statement update = (sql.prepare
                << "UPDATE account SET name = :name, role = NULLIF(:role, ''), unit_id = :unit, department_id = "
                   ":department, disabled = :disabled, password_hash = :hash, password_changed_at = "
                   ":changed, must_change_password = :must, revision = revision + 1 WHERE id = :id AND "
                   "revision = :revision",
            soci::use(row.name, "name"), soci::use(row.role, "role"), soci::use(row.unit, "unit"),
            soci::use(row.department, "department"), soci::use(row.disabled, "disabled"),
            soci::use(row.passwordHash, "hash"), soci::use(row.passwordChangedAt, "changed"),
            soci::use(row.mustChangePassword, "must"), soci::use(row.id, "id"),
            soci::use(row.revision, "revision"));
        update.execute(true);
        if (update.get_affected_rows() != 1)
            return fail(ErrorCode::StaleRevision, "access.account_changed", account.login);
        sql << "DELETE FROM access_session WHERE account_id = :id", soci::use(row.id, "id");
        work.commit();
        return {};
    });
}

void SociAccountStore::rehash(AccountId account, const std::string& hash)
{
    guarded("rehash a password", [&] {
        m_session.sql() << "UPDATE account SET password_hash = :hash WHERE id = :id", soci::use(hash, "hash"),
            soci::use(account.value, "id");
    });
}

std::vector<std::string> SociAccountStore::formerPasswords(AccountId account, std::size_t most)
{
    return guarded("read former passwords", [&] {
        std::vector<std::string> out;
        std::string hash;
        const auto limit = static_cast<long long>(most);
        soci::statement query = (m_session.sql().prepare
                << "SELECT password_hash FROM former_password WHERE account_id = :id ORDER BY changed_at "
                   "DESC LIMIT :most",
            soci::use(account.value, "id"), soci::use(limit, "most"), soci::into(hash));
        query.execute();
        while (query.fetch())
            out.push_back(hash);
        return out;
    });
}

LoginFailures SociAccountStore::failures(const std::string& login, const std::string& source)
{
    return guarded("read log-in failures", [&] {
        long long count = 0;
        long long lastAt = 0;
        m_session.sql()
            << "SELECT failures, last_at FROM login_failure WHERE login = :login AND source = :source",
            soci::use(login, "login"), soci::use(source, "source"), soci::into(count), soci::into(lastAt);
        return LoginFailures {static_cast<int>(count), fromInstantColumn(lastAt)};
    });
}

void SociAccountStore::setFailures(
    const std::string& login, const std::string& source, const LoginFailures& failures)
{
    guarded("note log-in failures", [&] {
        soci::session& sql = m_session.sql();
        soci::transaction transaction(sql);
        sql << "DELETE FROM login_failure WHERE login = :login AND source = :source",
            soci::use(login, "login"), soci::use(source, "source");
        if (failures.count > 0) {
            const long long count = failures.count;
            const long long lastAt = toInstantColumn(failures.lastAt);
            // Whoever tries many names shall not fill the disk with them.
            const long long forgotten = toInstantColumn(failures.lastAt - kFailuresKept);
            sql << "DELETE FROM login_failure WHERE last_at < :forgotten", soci::use(forgotten, "forgotten");
            sql << "INSERT INTO login_failure (login, source, failures, last_at) VALUES (:login, :source, "
                   ":failures, :at)",
                soci::use(login, "login"), soci::use(source, "source"), soci::use(count, "failures"),
                soci::use(lastAt, "at");
        }
        transaction.commit();
    });
}

void SociAccountStore::addSession(const AccessSession& session)
{
    guarded("add a log-in", [&] {
        const long long createdAt = toInstantColumn(session.createdAt);
        const long long usedAt = toInstantColumn(session.usedAt);
        UnitOfWork work(m_session);
        m_session.sql() << "INSERT INTO access_session (token_digest, account_id, device_id, created_at, "
                           "used_at) VALUES (:digest, :account, :device, :created, :used)",
            soci::use(session.tokenDigest, "digest"), soci::use(session.account.value, "account"),
            soci::use(session.device.value, "device"), soci::use(createdAt, "created"),
            soci::use(usedAt, "used");
        work.commit();
    });
}

Result<FoundSession> SociAccountStore::findSession(const std::string& tokenDigest)
{
    const AccessPolicy usual;
    Query query(m_session, Query::Lifetime::Kept); // put with every request
    query.add("SELECT " GUANWU_ACCOUNT_COLUMNS ", s.device_id, s.created_at, s.used_at,"
              " COALESCE((SELECT value FROM access_policy WHERE name = 'idle_minutes'), ",
        usual.idle.count());
    query.add("), COALESCE((SELECT value FROM access_policy WHERE name = 'password_days'), ",
        std::int64_t {usual.passwordAge.count()});
    query.add(
        ") FROM access_session s JOIN account a ON a.id = s.account_id WHERE s.token_digest = ", tokenDigest);
    if (!query.next(kAccountColumns + 5))
        return fail(ErrorCode::Forbidden, "access.no_session");
    AccountRow row;
    row.id = query.integer(0);
    row.login = query.text(1);
    row.name = query.text(2);
    row.role = query.text(3);
    row.unit = query.integer(4);
    row.department = query.integer(5);
    row.disabled = query.integer(6);
    row.passwordHash = query.text(7);
    row.passwordChangedAt = query.integer(8);
    row.mustChangePassword = query.integer(9);
    row.revision = query.integer(10);
    const auto instant
        = [&](std::size_t column) { return fromInstantColumn(query.integer(kAccountColumns + column)); };
    Account account = row.toAccount();
    const AccountId id = account.id;
    return FoundSession {
        {std::move(account),
            {tokenDigest, id, DeviceId {query.integer(kAccountColumns)}, instant(1), instant(2)}},
        std::chrono::minutes(query.integer(kAccountColumns + 3)),
        std::chrono::days(query.integer(kAccountColumns + 4))};
}

void SociAccountStore::useSession(const std::string& tokenDigest, Instant at)
{
    guarded("note the use of a log-in", [&] {
        const long long usedAt = toInstantColumn(at);
        m_session.sql() << "UPDATE access_session SET used_at = :at WHERE token_digest = :digest",
            soci::use(usedAt, "at"), soci::use(tokenDigest, "digest");
    });
}

void SociAccountStore::endSession(const std::string& tokenDigest)
{
    guarded("end a log-in", [&] {
        m_session.sql() << "DELETE FROM access_session WHERE token_digest = :digest",
            soci::use(tokenDigest, "digest");
    });
}

std::unordered_map<std::string, std::string> accountNames(Session& session)
{
    std::unordered_map<std::string, std::string> out;
    Query query(session);
    query.add("SELECT login, name FROM account");
    while (query.next(2))
        out.emplace(query.text(0), query.text(1));
    return out;
}

std::string nameOrLogin(const std::unordered_map<std::string, std::string>& names, const std::string& login)
{
    const auto found = names.find(login);
    return found == names.end() || found->second.empty() ? login : found->second;
}

} // namespace guanwu
