#include "tests/support/browser.h"

#include <array>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <stdexcept>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace guanwu::test {

namespace {

    using Json = nlohmann::json;

    constexpr int kPatience = 30'000; ///< milliseconds for one answer
    constexpr auto kBecomes = std::chrono::seconds(20);

} // namespace

BrowserPage::BrowserPage(const std::string& profileFolder)
{
    std::array<int, 2> commands {};
    std::array<int, 2> answers {};
    if (pipe2(commands.data(), O_CLOEXEC) != 0 || pipe2(answers.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipes for the browser");
    const std::string profile = "--user-data-dir=" + profileFolder;
    m_browser = fork();
    if (m_browser == 0) {
        // Chromium reads commands from descriptor 3 and answers on 4; first out of each other's way.
        const int in = fcntl(commands[0], F_DUPFD, 10);
        const int out = fcntl(answers[1], F_DUPFD, 10);
        dup2(in, 3);
        dup2(out, 4);
        const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
        dup2(nowhere, STDERR_FILENO);
        execlp("chromium", "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--ignore-certificate-errors",
            "--remote-debugging-pipe", profile.c_str(), "about:blank", nullptr);
        _exit(127);
    }
    close(commands[0]);
    close(answers[1]);
    m_toBrowser = commands[1];
    m_fromBrowser = answers[0];
    const Json target = call("Target.createTarget", {{"url", "about:blank"}});
    m_session = call("Target.attachToTarget", {{"targetId", target.at("targetId")}, {"flatten", true}})
                    .at("sessionId")
                    .get<std::string>();
    for (const char* domain : {"Runtime.enable", "Log.enable", "Network.enable", "Page.enable"})
        call(domain);
}

BrowserPage::~BrowserPage()
{
    close(m_toBrowser);
    close(m_fromBrowser);
    kill(m_browser, SIGKILL);
    waitpid(m_browser, nullptr, 0);
}

Json BrowserPage::next()
{
    for (auto end = m_received.find('\0'); ; end = m_received.find('\0')) {
        if (end != std::string::npos) {
            Json message = Json::parse(m_received.substr(0, end));
            m_received.erase(0, end + 1);
            return message;
        }
        pollfd ready {m_fromBrowser, POLLIN, 0};
        std::array<char, 65536> piece {};
        const bool isReady = poll(&ready, 1, kPatience) == 1;
        const ssize_t size = isReady ? read(m_fromBrowser, piece.data(), piece.size()) : 0;
        if (size <= 0)
            throw std::runtime_error("the browser does not answer");
        m_received.append(piece.data(), static_cast<std::size_t>(size));
    }
}

Json BrowserPage::call(const std::string& method, Json parameters)
{
    Json message {{"id", ++m_lastId}, {"method", method}, {"params", std::move(parameters)}};
    if (!m_session.empty())
        message["sessionId"] = m_session;
    std::string text = message.dump();
    text += '\0';
    if (write(m_toBrowser, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        throw std::runtime_error("the browser does not listen");
    while (true) {
        const Json answer = next();
        const std::string event = answer.value("method", std::string());
        if (event == "Runtime.exceptionThrown" || event == "Log.entryAdded")
            m_complaints += answer.at("params").dump() + '\n';
        if (answer.value("id", 0) != m_lastId)
            continue;
        if (answer.contains("error"))
            throw std::runtime_error(method + ": " + answer.at("error").dump());
        return answer.at("result");
    }
}

void BrowserPage::resize(int width, int height)
{
    call("Emulation.setDeviceMetricsOverride",
        {{"width", width}, {"height", height}, {"deviceScaleFactor", 1}, {"mobile", width < 700}});
}

void BrowserPage::open(const std::string& url)
{
    call("Page.navigate", {{"url", url}});
    if (!becomes("document.readyState === 'complete' && location.href !== 'about:blank'"))
        throw std::runtime_error("the page was not read");
}

Json BrowserPage::evaluate(const std::string& expression)
{
    const Json result = call("Runtime.evaluate", {{"expression", expression}, {"returnByValue", true}, {"awaitPromise", true}});
    if (result.contains("exceptionDetails"))
        throw std::runtime_error(expression + ": " + result.at("exceptionDetails").dump());
    return result.at("result").value("value", Json());
}

bool BrowserPage::becomes(const std::string& expression)
{
    const auto end = std::chrono::steady_clock::now() + kBecomes;
    while (std::chrono::steady_clock::now() < end) {
        if (evaluate("Boolean(" + expression + ")") == true)
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
}

void BrowserPage::cutNetwork(bool isCut)
{
    call("Network.emulateNetworkConditions",
        {{"offline", isCut}, {"latency", 0}, {"downloadThroughput", -1}, {"uploadThroughput", -1}});
}

} // namespace guanwu::test
