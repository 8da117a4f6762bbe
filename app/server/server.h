#pragma once

#include "app/security/tls_identity.h"
#include "app/server/http/http_server.h"
#include "app/server/sealer.h"
#include "core/access/secrets.h"
#include "schema/connection/database_url.h"

namespace guanwu {

struct ServerSettings {
    DatabaseUrl database;
    std::string databasePassword;
    HttpSettings http;
    TlsIdentity tls;
    std::filesystem::path readerProgram; ///< guanwu-reader, for spreadsheets that are imported
    std::string bureau; ///< who makes the reports of the city; empty = as the records tell
    int workers = 4; ///< sessions on the registry for quick work
    SealSettings seal {};
};

/// `guanwu serve`: the API over one registry, from its first request to its graceful end.
class Server {
public:
    /// Listens when it is made. Throws StorageError when the registry cannot be used, std::runtime_error when
    /// the address or the certificate cannot.
    Server(const ServerSettings& settings, Secrets& secrets);
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// The one-time secret that makes the administrators; empty when there are some.
    [[nodiscard]] const std::string& setupSecret() const;
    /// Ends what runs, takes nothing new.
    void stop(std::chrono::milliseconds patience);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace guanwu
