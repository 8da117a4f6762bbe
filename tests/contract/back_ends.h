#pragma once

#include "schema/connection/session.h"
#include "schema/migrations/migrator.h"
#include "tests/support/mariadb_server.h"
#include "tests/support/temp_folder.h"

#include <memory>
#include <string>

namespace guanwu::test {

/// An empty registry on one of the back ends. Every contract test runs on each of them.
class BackEnd {
public:
    explicit BackEnd(const std::string& name)
        : m_url(name == "sqlite" ? "sqlite:" + (m_folder / "registry.db").string()
                                 : MariadbServer::shared().newDatabase())
    {
    }
    /// A further connection to the same registry.
    [[nodiscard]] std::unique_ptr<Session> connect() const
    {
        return std::make_unique<Session>(*parseDatabaseUrl(m_url), "");
    }
    [[nodiscard]] std::unique_ptr<Session> connectMigrated() const
    {
        auto session = connect();
        if (!migrate(*session))
            throw std::runtime_error("migration failed");
        return session;
    }
    [[nodiscard]] const std::string& url() const { return m_url; }

private:
    TempFolder m_folder;
    std::string m_url;
};

} // namespace guanwu::test
