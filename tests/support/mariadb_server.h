#pragma once

#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

namespace guanwu::test {

/// A MariaDB of the test's own: private data folder, private socket, gone with the process. Throws when the
/// server is not installed or does not start: a missing back end is a failure, not a skip.
class MariadbServer {
public:
    /// `options`: further options of the server, as "--name=value"; of two with the same name the later
    /// counts.
    explicit MariadbServer(const std::vector<std::string>& options = {});
    ~MariadbServer();
    MariadbServer(const MariadbServer&) = delete;
    MariadbServer& operator=(const MariadbServer&) = delete;

    /// Makes an empty database and returns the URL of it.
    std::string newDatabase();
    [[nodiscard]] int processId() const { return m_pid; }
    /// The one server of this test program.
    static MariadbServer& shared();

private:
    void runSql(const std::string& sql) const;

    std::filesystem::path m_folder;
    pid_t m_pid = 0;
    int m_databases = 0;
};

} // namespace guanwu::test
