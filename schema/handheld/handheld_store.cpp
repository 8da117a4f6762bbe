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

    std::int64_t nowColumn()
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
    // Whatever this SQLite was built with; the answer is a row.
    static_cast<void>(Query(store->m_session).add("PRAGMA secure_delete = ON").next(1));
    store->readInstall();
    return store;
}

void HandheldStore::readInstall()
{
    guarded("read the install", [&] {
        // Two programs may open a new store at once: the first one's id counts.
        Query(m_session)
            .add("INSERT INTO install (only_one, install_id, made_at) VALUES (1, ", newInstallId())
            .add(", ", nowColumn())
            .add(") ON CONFLICT (only_one) DO NOTHING")
            .run();
        Query query(m_session);
        query.add(
            "SELECT install_id, device_id, device_name, server_url, ca_sha256, clock_behind FROM install");
        if (!query.next(6))
            throw CorruptData("a handheld's store has no install");
        m_install = {query.text(0), query.text(1), query.text(2), query.text(3), query.text(4),
            std::chrono::milliseconds(query.integer(5))};
    });
}

void HandheldStore::setInstall(const HandheldInstall& install)
{
    guarded("write the install", [&] {
        HandheldInstall changed = install;
        changed.installId = m_install.installId;
        Query(m_session)
            .add("UPDATE install SET device_id = ", SqlValue::textOrNull(install.deviceId))
            .add(", device_name = ", SqlValue::textOrNull(install.deviceName))
            .add(", server_url = ", SqlValue::textOrNull(install.serverUrl))
            .add(", ca_sha256 = ", SqlValue::textOrNull(install.caSha256))
            .add(", clock_behind = ", std::int64_t {install.clockBehind.count()})
            .run();
        m_install = std::move(changed);
    });
}

std::optional<HandheldLogin> HandheldStore::login()
{
    return guarded("read the log-in", [&]() -> std::optional<HandheldLogin> {
        Query query(m_session);
        query.add("SELECT l.login, l.name, l.unit, l.token, s.role, s.must_change_password FROM login l "
                  "LEFT JOIN login_screen s ON s.login = l.login");
        if (!query.next(6))
            return std::nullopt;
        return HandheldLogin {
            query.text(0), query.text(1), query.text(2), query.text(3), query.text(4), query.integer(5) != 0};
    });
}

void HandheldStore::setLogin(const HandheldLogin& login)
{
    guarded("write the log-in", [&] {
        WriteLock lock(m_session);
        Query(m_session)
            .add("INSERT INTO login (only_one, login, name, unit, token) VALUES (1, ", login.login)
            .add(", ", login.name)
            .add(", ", login.unit)
            .add(", ", login.token)
            .add(") ON CONFLICT (only_one) DO UPDATE SET login = excluded.login, name = excluded.name, "
                 "unit = excluded.unit, token = excluded.token")
            .run();
        Query(m_session).add("DELETE FROM login_screen WHERE login <> ", login.login).run();
        Query(m_session)
            .add("INSERT INTO login_screen (only_one, login, role, must_change_password) VALUES (1, ",
                login.login)
            .add(", ", login.role)
            .add(", ", std::int64_t {login.mustChangePassword})
            .add(") ON CONFLICT (only_one) DO UPDATE SET role = excluded.role, "
                 "must_change_password = excluded.must_change_password")
            .run();
        lock.commit();
    });
    emptyLog(); // of the token before
}

void HandheldStore::logOut()
{
    guarded("forget the log-in", [&] {
        WriteLock lock(m_session);
        Query(m_session).add("DELETE FROM login_screen").run();
        Query(m_session).add("DELETE FROM login").run();
        lock.commit();
    });
    emptyLog();
}

void HandheldStore::emptyLog()
{
    guarded("empty the log of the store", [&] {
        // Waits for who reads at the moment; what is still there after that goes the next time.
        static_cast<void>(Query(m_session).add("PRAGMA wal_checkpoint(TRUNCATE)").next(3));
    });
}

HandheldPin HandheldStore::pin()
{
    return guarded("read the PIN", [&] {
        Query query(m_session);
        query.add("SELECT pin_hash, pin_failures FROM login_screen");
        return query.next(2) ? HandheldPin {query.text(0), static_cast<int>(query.integer(1))}
                             : HandheldPin {};
    });
}

void HandheldStore::setPin(const HandheldPin& pin)
{
    guarded("write the PIN", [&] {
        Query(m_session)
            .add("UPDATE login_screen SET pin_hash = ", pin.hash)
            .add(", pin_failures = ", std::int64_t {pin.failures})
            .run();
    });
}

void HandheldStore::addOthers(
    std::int64_t sheet, const std::vector<ArrivedEvent>& events, const std::string& after)
{
    guarded("keep the events of others", [&] {
        soci::session& sql = sqlOf(m_session);
        WriteLock lock(m_session);
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
        Query(m_session).add("UPDATE sheet SET others_after = ", after).add(" WHERE id = ", sheet).run();
        lock.commit();
    });
}

void HandheldStore::keepIssuedNumbers(const std::vector<NumberRun>& runs)
{
    guarded("keep the numbers that were given", [&] {
        soci::session& sql = sqlOf(m_session);
        WriteLock lock(m_session);
        Query(m_session).add("DELETE FROM issued_number").run();
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
        Query query(m_session);
        query.add("SELECT last FROM issued_number WHERE head = ", wanted.head)
            .add(" AND first <= ", wanted.first)
            .add(" ORDER BY first DESC LIMIT 1");
        return query.next(1) && query.integer(0) >= wanted.last;
    });
}

std::vector<ArrivedEvent> HandheldStore::others(std::int64_t sheet, std::int64_t arrival)
{
    return guarded("read the events of others", [&] {
        std::vector<ArrivedEvent> out;
        long long number = 0;
        std::string id;
        std::string body;
        soci::statement query = (sqlOf(m_session).prepare
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
