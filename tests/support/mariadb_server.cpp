#include "tests/support/mariadb_server.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <mysql.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace guanwu::test {

namespace {

    pid_t spawn(const std::vector<std::string>& arguments, const std::string& logFile)
    {
        const pid_t pid = fork();
        if (pid != 0)
            return pid;
        prctl(PR_SET_PDEATHSIG, SIGKILL); // a test that dies takes its server along
        if (!std::freopen(logFile.c_str(), "a", stdout) || dup2(STDOUT_FILENO, STDERR_FILENO) < 0)
            _exit(126);
        std::vector<char*> argv;
        for (const std::string& argument : arguments)
            argv.push_back(const_cast<char*>(argument.c_str()));
        argv.push_back(nullptr);
        execvp(argv[0], argv.data());
        _exit(127);
    }

    std::string programPath(const char* name)
    {
        for (const char* folder : {"/usr/sbin/", "/usr/bin/", "/usr/local/sbin/", "/usr/local/bin/"})
            if (std::filesystem::exists(std::string(folder) + name))
                return std::string(folder) + name;
        throw std::runtime_error(std::string(name) + " is not installed; ./test installs it");
    }

} // namespace

MariadbServer::MariadbServer(const std::vector<std::string>& options)
{
    std::string folder = (std::filesystem::temp_directory_path() / "guanwu-mariadb-XXXXXX").string();
    if (!mkdtemp(folder.data()))
        throw std::runtime_error("no folder for the test database");
    m_folder = folder;
    // tests/contract/on_mysql has a MySQL that runs already.
    if (const char* running = std::getenv("GUANWU_TEST_MYSQL_SOCKET"); running != nullptr && options.empty()) {
        std::filesystem::create_symlink(running, m_folder / "s");
        return;
    }
    const std::string data = (m_folder / "data").string();
    const std::string user = geteuid() == 0 ? "--user=root" : "--skip-name-resolve";
    // A server that starts removes the temporary tables it finds, also those of a neighbour.
    const std::string temporary = "--tmpdir=" + m_folder.string();
    const pid_t install = spawn({programPath("mariadb-install-db"), "--no-defaults", "--datadir=" + data,
                                    temporary, "--auth-root-authentication-method=normal", "--skip-test-db", user},
        (m_folder / "install.log").string());
    int status = 0;
    if (waitpid(install, &status, 0) != install || status != 0)
        throw std::runtime_error("mariadb-install-db failed, see " + (m_folder / "install.log").string());
    std::vector<std::string> server {programPath("mariadbd"), "--no-defaults", "--datadir=" + data, temporary,
        "--socket=" + (m_folder / "s").string(), "--pid-file=" + (m_folder / "pid").string(),
        "--skip-networking", "--skip-log-bin", "--innodb-flush-log-at-trx-commit=1",
        "--innodb-buffer-pool-size=256M", "--innodb-log-file-size=256M", "--local-infile=1",
        "--character-set-server=utf8mb4", user};
    server.insert(server.end(), options.begin(), options.end());
    m_pid = spawn(server, (m_folder / "server.log").string());
    for (int attempt = 0;; ++attempt) {
        try {
            runSql("SELECT 1");
            return;
        } catch (const std::runtime_error&) {
            if (attempt == 300 || waitpid(m_pid, &status, WNOHANG) == m_pid)
                throw std::runtime_error("mariadbd did not start, see " + (m_folder / "server.log").string());
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
    }
}

MariadbServer::~MariadbServer()
{
    if (m_pid != 0) {
        kill(m_pid, SIGTERM);
        int status = 0;
        waitpid(m_pid, &status, 0);
    }
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

void MariadbServer::runSql(const std::string& sql) const
{
    MYSQL* connection = mysql_init(nullptr);
    const std::string socket = (m_folder / "s").string();
    const bool done = mysql_real_connect(connection, nullptr, "root", "", nullptr, 0, socket.c_str(), 0)
        && mysql_query(connection, sql.c_str()) == 0;
    if (done)
        mysql_free_result(mysql_store_result(connection));
    const std::string error = mysql_error(connection);
    mysql_close(connection);
    if (!done)
        throw std::runtime_error(error);
}

std::string MariadbServer::newDatabase()
{
    const std::string name = "guanwu_" + std::to_string(getpid()) + "_" + std::to_string(++m_databases);
    runSql("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
    // The door of a cluster leads to one node after the other, and one that is behind does not know it yet.
    for (int tries = 0, known = 0; m_pid == 0 && known < 6 && tries < 1000; ++tries)
        try {
            runSql("USE " + name);
            ++known;
        } catch (const std::runtime_error&) {
            known = 0;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    return "mysql://root@localhost/" + name + "?socket=" + (m_folder / "s").string();
}

MariadbServer& MariadbServer::shared()
{
    static MariadbServer server;
    return server;
}

} // namespace guanwu::test
