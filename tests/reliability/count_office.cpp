#include "tests/reliability/count_office.h"

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>

namespace guanwu::test {

namespace {

    using Json = nlohmann::json;

    constexpr int kAnswerIsNo = 1;
    constexpr auto kStartPatience = std::chrono::seconds(60);

    /// A database may be away for a moment; what starts a service tries again.
    template <class Work> void insist(const Work& work)
    {
        for (const auto end = std::chrono::steady_clock::now() + kStartPatience;;) {
            try {
                return work();
            } catch (const std::runtime_error&) {
                if (std::chrono::steady_clock::now() > end)
                    throw;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(300));
        }
    }

} // namespace

CountOffice::CountOffice(std::string databaseUrl, std::filesystem::path folder)
    : m_url(std::move(databaseUrl))
    , m_folder(std::move(folder))
{
    std::filesystem::create_directories(m_folder);
}

std::string CountOffice::run(const std::vector<std::string>& arguments, bool mayBeNo)
{
    std::vector<std::string> all {"--json", "--key-file", (m_folder / "registry.key").string()};
    all.insert(all.end(), arguments.begin(), arguments.end());
    RunningProgram running(m_program, all, {"GUANWU_DB=" + m_url});
    ProgramRun done = running.finish();
    if (done.exitCode != 0 && !(mayBeNo && done.exitCode == kAnswerIsNo))
        throw std::runtime_error("guanwu " + arguments.front() + " ended with "
            + std::to_string(done.exitCode) + ": " + done.out + done.err);
    return std::move(done.out);
}

void CountOffice::found() { run({"init"}); }

void CountOffice::import(const std::string& kind, std::string_view csv)
{
    const auto file = m_folder / (kind + ".csv");
    writeFile(file, csv);
    run({"import", kind, file.string()});
}

void CountOffice::foundCity(int units, int cards)
{
    found();
    run({"demo", "--units", std::to_string(units), "--assets", std::to_string(cards)});
}

void CountOffice::upgrade()
{
    insist([&] { run({"init"}); });
}

void CountOffice::openTask()
{
    run({"task", "create", task(), "--name", "2022", "--base-date", "2022-09-30"});
    run({"task", "issue", task()});
    run({"task", "freeze", task()});
}

void CountOffice::prepare(int units, int cards)
{
    foundCity(units, cards);
    openTask();
    const auto file = m_folder / "empty.csv";
    run({"task", "result", task(), "--out", file.string()});
    const auto lines = linesOf(readFile(file));
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::string unit = lines[i].substr(0, lines[i].find(','));
        if (m_units.empty() || m_units.back() != unit)
            m_units.push_back(unit);
    }
}

void CountOffice::setUpAccounts() { run({"user", "setup"}); }

CountOffice::Clerk CountOffice::addClerk(const std::string& unit, int number)
{
    return addAccount("clerk" + std::to_string(number), "unit_clerk", unit);
}

CountOffice::Clerk CountOffice::addAccount(
    const std::string& login, const std::string& role, const std::string& unit)
{
    std::vector<std::string> arguments {"user", "add", login, "--name", login, "--role", role};
    if (!unit.empty())
        arguments.insert(arguments.end(), {"--unit", unit});
    return {login, Json::parse(run(arguments)).at("password").get<std::string>()};
}

std::string CountOffice::enrolmentCode(std::uint16_t port)
{
    const std::string address = "https://127.0.0.1:" + std::to_string(port);
    return Json::parse(run({"device", "enrol", "--address", address, "--ca-fingerprint", m_fingerprint}))
        .at("enrolment")
        .get<std::string>();
}

void CountOffice::startServer(std::uint16_t port)
{
    m_port = port;
    const std::vector<std::string> arguments {"--json", "--key-file", (m_folder / "registry.key").string(),
        "serve", "--listen", "127.0.0.1:" + std::to_string(port)};
    m_server = std::make_unique<RunningProgram>(
        m_program, arguments, std::vector<std::string> {"GUANWU_DB=" + m_url});
    const auto end = std::chrono::steady_clock::now() + kStartPatience;
    // It says its address when it listens.
    while (m_server->outSoFar().find('\n') == std::string::npos) {
        if (!m_server->isRunning() || std::chrono::steady_clock::now() > end) {
            m_server->kill();
            const ProgramRun run = m_server->finish();
            throw std::runtime_error("the server did not start: " + run.out + run.err);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    const Json said = Json::parse(linesOf(m_server->outSoFar()).front());
    m_fingerprint = said.at("ca_sha256").get<std::string>();
    const auto address = said.at("address").get<std::string>();
    m_port = static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
}

void CountOffice::restartServer()
{
    stopServer();
    insist([&] { startServer(m_port); });
}

void CountOffice::stopServer()
{
    m_server->kill();
    static_cast<void>(m_server->finish());
    m_server.reset();
}

void CountOffice::backUp(const std::filesystem::path& file) { run({"backup", file.string()}); }

void CountOffice::restoreInto(const std::string& databaseUrl, const std::filesystem::path& file)
{
    stopServer();
    m_url = databaseUrl;
    run({"restore", file.string()});
    startServer(m_port);
}

CountOffice::Ingested CountOffice::ingest(const std::vector<std::filesystem::path>& files)
{
    std::vector<std::string> arguments {"task", "ingest", task()};
    for (const auto& file : files)
        arguments.push_back(file.string());
    const Json counts = Json::parse(run(arguments, true));
    return {counts.at("stored").get<std::int64_t>(), counts.at("duplicate").get<std::int64_t>(),
        counts.at("rejected").get<std::int64_t>(), counts.at("quarantined").get<std::int64_t>()};
}

std::string CountOffice::result()
{
    const auto file = m_folder / "result.csv";
    run({"task", "result", task(), "--out", file.string()});
    return readFile(file);
}

} // namespace guanwu::test
