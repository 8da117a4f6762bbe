#include "schema/handheld/handheld_store.h"

#include "core/base/hex.h"
#include "schema/connection/column_types.h"
#include "schema/handheld/write_lock.h"
#include "schema/migrations/migrator.h"

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <openssl/rand.h>
#include <sys/stat.h>
#include <unistd.h>

namespace guanwu {

namespace {

    constexpr std::size_t kInstallBytes = 16;

    std::string newInstallId()
    {
        unsigned char bytes[kInstallBytes];
        if (RAND_bytes(bytes, sizeof bytes) != 1)
            throw StorageError("make the install: no random bytes");
        return hexOf(bytes);
    }

    /// SQLite gives its companion files the rights of the store, so these are set before it opens the file.
    Result<void> makePrivate(const std::filesystem::path& file)
    {
        const auto error
            = [&] { return fail(ErrorCode::InvalidArgument, "handheld.store_file", file.string()); };
        const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (descriptor < 0)
            return error();
        struct stat about { };
        const bool isPrivate = fstat(descriptor, &about) == 0 && (about.st_mode & 077) == 0;
        close(descriptor);
        if (!isPrivate)
            return error();
        return {};
    }

    long long nowColumn()
    {
        return toInstantColumn(
            std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()));
    }

    DatabaseUrl urlOf(const std::filesystem::path& file)
    {
        DatabaseUrl url;
        url.dialect = Dialect::Sqlite;
        url.path = file.string();
        return url;
    }

} // namespace

HandheldStore::HandheldStore(std::filesystem::path file, const DatabaseUrl& url)
    : m_file(std::move(file))
    , m_session(url, {})
{
}

Result<std::unique_ptr<HandheldStore>> HandheldStore::open(const std::filesystem::path& file)
{
    return open(file, handheldMigrations());
}

Result<std::unique_ptr<HandheldStore>> HandheldStore::open(
    const std::filesystem::path& file, std::span<const Migration> migrations)
{
    if (const auto ready = makePrivate(file); !ready)
        return fail(ready.error());
    std::unique_ptr<HandheldStore> store(new HandheldStore(file, urlOf(file)));
    if (const auto migrated = migrate(store->m_session, migrations); !migrated)
        return fail(migrated.error());
    guarded("open the store", [&] {
        store->m_session.sql() << "PRAGMA secure_delete = ON";
    }); // whatever this SQLite was built with
    store->readInstall();
    return store;
}

void HandheldStore::readInstall()
{
    guarded("read the install", [&] {
        soci::session& sql = m_session.sql();
        const std::string fresh = newInstallId();
        const long long now = nowColumn();
        // Two programs may open a new store at once: the first one's id counts.
        sql << "INSERT INTO install (only_one, install_id, made_at) VALUES (1, :id, :now) "
               "ON CONFLICT (only_one) DO NOTHING",
            soci::use(fresh, "id"), soci::use(now, "now");
        long long behind = 0;
        sql << "SELECT install_id, COALESCE(device_id, ''), COALESCE(device_name, ''), "
               "COALESCE(server_url, ''), COALESCE(ca_sha256, ''), clock_behind FROM install",
            soci::into(m_install.installId), soci::into(m_install.deviceId), soci::into(m_install.deviceName),
            soci::into(m_install.serverUrl), soci::into(m_install.caSha256), soci::into(behind);
        m_install.clockBehind = std::chrono::milliseconds(behind);
    });
}

void HandheldStore::setInstall(const HandheldInstall& install)
{
    guarded("write the install", [&] {
        const long long behind = install.clockBehind.count();
        m_session.sql() << "UPDATE install SET device_id = NULLIF(:device, ''), device_name = "
                           "NULLIF(:name, ''), server_url = NULLIF(:url, ''), ca_sha256 = "
                           "NULLIF(:ca, ''), clock_behind = :behind",
            soci::use(install.deviceId, "device"), soci::use(install.deviceName, "name"),
            soci::use(install.serverUrl, "url"), soci::use(install.caSha256, "ca"),
            soci::use(behind, "behind");
        const std::string id = m_install.installId;
        m_install = install;
        m_install.installId = id;
    });
}

std::optional<HandheldLogin> HandheldStore::login()
{
    return guarded("read the log-in", [&]() -> std::optional<HandheldLogin> {
        HandheldLogin out;
        int mustChange = 0;
        m_session.sql() << "SELECT l.login, l.name, l.unit, l.token, coalesce(s.role, ''), "
                           "coalesce(s.must_change_password, 0) FROM login l LEFT JOIN login_screen s ON "
                           "s.login = l.login",
            soci::into(out.login), soci::into(out.name), soci::into(out.unit), soci::into(out.token),
            soci::into(out.role), soci::into(mustChange);
        out.mustChangePassword = mustChange != 0;
        if (!m_session.sql().got_data())
            return std::nullopt;
        return out;
    });
}

void HandheldStore::setLogin(const HandheldLogin& login)
{
    guarded("write the log-in", [&] {
        WriteLock lock(m_session.sql());
        m_session.sql() << "INSERT INTO login (only_one, login, name, unit, token) VALUES (1, :login, :name, "
                           ":unit, :token) ON CONFLICT (only_one) DO UPDATE SET login = excluded.login, "
                           "name = excluded.name, unit = excluded.unit, token = excluded.token",
            soci::use(login.login, "login"), soci::use(login.name, "name"), soci::use(login.unit, "unit"),
            soci::use(login.token, "token");
        m_session.sql() << "DELETE FROM login_screen WHERE login <> :login", soci::use(login.login, "login");
        const int mustChange = login.mustChangePassword ? 1 : 0;
        m_session.sql()
            << "INSERT INTO login_screen (only_one, login, role, must_change_password) VALUES (1, "
               ":login, :role, :must) ON CONFLICT (only_one) DO UPDATE SET role = excluded.role, "
               "must_change_password = excluded.must_change_password",
            soci::use(login.login, "login"), soci::use(login.role, "role"), soci::use(mustChange, "must");
        lock.commit();
    });
    emptyLog(); // of the token before
}

void HandheldStore::logOut()
{
    guarded("forget the log-in", [&] {
        WriteLock lock(m_session.sql());
        m_session.sql() << "DELETE FROM login_screen";
        m_session.sql() << "DELETE FROM login";
        lock.commit();
    });
    emptyLog();
}

void HandheldStore::emptyLog()
{
    guarded("empty the log of the store", [&] {
        // Waits for who reads at the moment; what is still there after that goes the next time.
        long long busy = 0;
        long long pages = 0;
        long long moved = 0;
        m_session.sql() << "PRAGMA wal_checkpoint(TRUNCATE)", soci::into(busy), soci::into(pages),
            soci::into(moved);
    });
}

HandheldPin HandheldStore::pin()
{
    return guarded("read the PIN", [&] {
        HandheldPin out;
        m_session.sql() << "SELECT pin_hash, pin_failures FROM login_screen", soci::into(out.hash),
            soci::into(out.failures);
        return m_session.sql().got_data() ? out : HandheldPin {};
    });
}

void HandheldStore::setPin(const HandheldPin& pin)
{
    guarded("write the PIN", [&] {
        m_session.sql() << "UPDATE login_screen SET pin_hash = :hash, pin_failures = :failures",
            soci::use(pin.hash, "hash"), soci::use(pin.failures, "failures");
    });
}

void HandheldStore::addOthers(
    std::int64_t sheet, const std::vector<ArrivedEvent>& events, const std::string& after)
{
    guarded("keep the events of others", [&] {
        soci::session& sql = m_session.sql();
        WriteLock lock(sql);
        std::string id;
        std::string body;
        soci::statement add = (sql.prepare
                << "INSERT INTO other_event (event_id, sheet_id, body) VALUES (:id, :sheet, :body) "
                   "ON CONFLICT (event_id) DO NOTHING",
            soci::use(id, "id"), soci::use(sheet, "sheet"), soci::use(body, "body"));
        for (const ArrivedEvent& event : events) {
            id = event.eventId;
            body = event.body;
            add.execute(true);
        }
        sql << "UPDATE sheet SET others_after = :after WHERE id = :sheet", soci::use(after, "after"),
            soci::use(sheet, "sheet");
        lock.commit();
    });
}

void HandheldStore::keepIssuedNumbers(const std::vector<NumberRun>& runs)
{
    guarded("keep the numbers that were given", [&] {
        soci::session& sql = m_session.sql();
        WriteLock lock(sql);
        sql << "DELETE FROM issued_number";
        NumberRun run;
        soci::statement add
            = (sql.prepare << "INSERT INTO issued_number (head, first, last) "
                              "VALUES (:head, :first, :last) "
                              "ON CONFLICT (head, first) DO UPDATE SET last = MAX(last, excluded.last)",
                soci::use(run.head, "head"), soci::use(run.first, "first"), soci::use(run.last, "last"));
        for (const NumberRun& one : runs) {
            run = one;
            add.execute(true);
        }
        lock.commit();
    });
}

bool HandheldStore::isIssued(const AssetNo& number)
{
    return guarded("look for a number", [&] {
        const NumberRun wanted = runOf(number);
        long long last = 0;
        m_session.sql() << "SELECT last FROM issued_number WHERE head = :head AND first <= :first "
                           "ORDER BY first DESC LIMIT 1",
            soci::use(wanted.head, "head"), soci::use(wanted.first, "first"), soci::into(last);
        return m_session.sql().got_data() && last >= wanted.last;
    });
}

std::vector<ArrivedEvent> HandheldStore::others(std::int64_t sheet, std::int64_t arrival)
{
    return guarded("read the events of others", [&] {
        std::vector<ArrivedEvent> out;
        long long number = 0;
        std::string id;
        std::string body;
        soci::statement query = (m_session.sql().prepare
                << "SELECT arrival, event_id, body FROM other_event WHERE sheet_id = :sheet AND arrival > "
                   ":arrival ORDER BY arrival",
            soci::use(sheet, "sheet"), soci::use(arrival, "arrival"), soci::into(number), soci::into(id),
            soci::into(body));
        query.execute();
        while (query.fetch())
            out.push_back({number, id, body});
        return out;
    });
}

} // namespace guanwu
