#include "tests/api/api_server.h"

#include "app/system_clock.h"
#include "schema/access/soci_account_store.h"
#include "tests/support/places.h"

namespace guanwu::test {

namespace {

    constexpr HashCost kCheap {8, 1};

} // namespace

ApiServer::ApiServer(const std::string& backEnd, HttpSettings http)
    : m_backEnd(backEnd)
    , m_http(std::move(http))
    , m_secrets(std::string(32, 'k'), kCheap)
{
    static_cast<void>(m_backEnd.connectMigrated());
    m_tls = ownTlsIdentity(m_folder / "tls", {"localhost", "127.0.0.1"}, systemNow()).value();
    m_http.host = "127.0.0.1";
    m_http.certificateChain = m_tls.certificateChain;
    m_http.privateKey = m_tls.privateKey;
    start();
}

void ApiServer::start()
{
    ServerSettings settings;
    settings.database = parseDatabaseUrl(m_backEnd.url()).value();
    settings.http = m_http;
    settings.tls = m_tls;
    settings.readerProgram = programsFolder() / "guanwu-reader";
    settings.seal.pause = std::chrono::milliseconds(500);
    settings.seal.anchorFolder = anchors();
    settings.seal.anchorKey = m_folder / "anchor-key";
    m_server = std::make_unique<Server>(settings, m_secrets);
}

void ApiServer::restart()
{
    m_http.port = port();
    m_server.reset();
    start();
}

std::string ApiServer::address(const char* scheme) const
{
    return std::string(scheme) + "://localhost:" + std::to_string(port());
}

HttpClient ApiServer::client(const std::string& login, Role role, UnitId unit, DepartmentId department)
{
    const auto session = m_backEnd.connect();
    SociAccountStore store(*session);
    Account account;
    account.login = login;
    account.name = login;
    account.role = role;
    account.unit = unit;
    account.department = department;
    account.passwordHash = m_secrets.hash(kPassword);
    account.passwordChangedAt = systemNow();
    account.mustChangePassword = false;
    if (const auto added = store.addAccounts({&account, 1}); !added)
        throw std::runtime_error(added.error().subject);
    HttpClient client(address());
    client.logInWith(client.post("/api/v1/sessions", {{"login", login}, {"password", kPassword}})
                         .json()
                         .at("token")
                         .get<std::string>());
    return client;
}

} // namespace guanwu::test
