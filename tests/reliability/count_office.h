#pragma once

#include "tests/support/program.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace guanwu::test {

/// A registry with a city, a task whose books are frozen, and a real server on it that can be killed.
/// Everything is done with the built program, as an administrator would. Throws std::runtime_error with what
/// it printed.
class CountOffice {
public:
    CountOffice(std::string databaseUrl, std::filesystem::path folder);

    /// Another program than the one that was built with the tests, from now on.
    void use(std::filesystem::path program) { m_program = std::move(program); }
    /// Brings the registry up to the program, while servers are on it.
    void upgrade();
    /// A city in an empty registry.
    void foundCity(int units, int cards);
    /// An empty registry.
    void found();
    /// Imports the rows of a CSV.
    void import(const std::string& kind, std::string_view csv);
    /// A task for all units of the registry, its books frozen.
    void openTask();
    /// City, task and frozen books; the same seed gives the same books.
    void prepare(int units, int cards);
    [[nodiscard]] const std::vector<std::string>& units() const { return m_units; }
    [[nodiscard]] static constexpr const char* task() { return "2022"; }

    /// A clerk of the unit with a first password.
    struct Clerk {
        std::string login;
        std::string password;
    };
    void setUpAccounts();
    [[nodiscard]] Clerk addClerk(const std::string& unit, int number);
    /// Of any role; a role of the bureau has no unit.
    [[nodiscard]] Clerk addAccount(
        const std::string& login, const std::string& role, const std::string& unit = {});
    /// The code with which a handheld enrols at the server, reached by this port.
    [[nodiscard]] std::string enrolmentCode(std::uint16_t port);

    /// Port 0 = one that is free.
    void startServer(std::uint16_t port);
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    /// kill -9, and a new one on the same port.
    void restartServer();
    void stopServer();

    /// `guanwu backup`, while the server goes on.
    void backUp(const std::filesystem::path& file);
    /// Kills the server and goes on with the backup in another, empty database.
    void restoreInto(const std::string& databaseUrl, const std::filesystem::path& file);

    struct Ingested {
        std::int64_t stored = 0;
        std::int64_t duplicate = 0;
        std::int64_t rejected = 0;
        std::int64_t quarantined = 0;
    };
    [[nodiscard]] Ingested ingest(const std::vector<std::filesystem::path>& files);
    [[nodiscard]] std::string result();

private:
    std::string run(const std::vector<std::string>& arguments, bool mayBeNo = false);

    std::string m_url;
    std::filesystem::path m_folder;
    std::filesystem::path m_program = guanwuProgram();
    std::vector<std::string> m_units;
    std::uint16_t m_port = 0;
    std::string m_fingerprint;
    std::unique_ptr<RunningProgram> m_server;
};

} // namespace guanwu::test
