#pragma once

#include "app/security/argon2_secrets.h"
#include "app/server/server.h"
#include "core/access/access_service.h"
#include "tests/contract/back_ends.h"
#include "tests/support/http_client.h"

namespace guanwu::test {

/// A real server over a registry of its own, on a free port of this machine. Passwords are hashed cheaply.
class ApiServer {
public:
    static constexpr const char* kPassword = "Hunan-2026-guanwu";

    explicit ApiServer(const std::string& backEnd = "sqlite", HttpSettings http = {});

    [[nodiscard]] const BackEnd& backEnd() const { return m_backEnd; }
    [[nodiscard]] Server& server() { return *m_server; }
    [[nodiscard]] std::uint16_t port() const { return m_server->port(); }
    [[nodiscard]] const TlsIdentity& tls() const { return m_tls; }
    /// Where the anchors of the audit trail go.
    [[nodiscard]] std::filesystem::path anchors() const { return m_folder / "anchors"; }
    [[nodiscard]] std::string address(const char* scheme = "http") const;
    /// Nobody's.
    [[nodiscard]] HttpClient client() const { return HttpClient(address()); }
    /// Of an account that is made, with this role, and logs in.
    [[nodiscard]] HttpClient client(
        const std::string& login, Role role, UnitId unit = {}, DepartmentId department = {});
    /// Ends the server and starts it again over the same registry.
    void restart();

private:
    void start();

    BackEnd m_backEnd;
    TempFolder m_folder;
    HttpSettings m_http;
    TlsIdentity m_tls;
    Argon2Secrets m_secrets;
    std::unique_ptr<Server> m_server;
};

} // namespace guanwu::test
