#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <sys/types.h>

namespace guanwu::test {

/// A page in a real Chromium without a window, driven over two pipes by the DevTools protocol. Throws
/// std::runtime_error when the browser does not answer.
class BrowserPage {
public:
    /// Takes any certificate: what is tested is the page, and the server made its own.
    explicit BrowserPage(const std::string& profileFolder);
    ~BrowserPage();
    BrowserPage(const BrowserPage&) = delete;
    BrowserPage& operator=(const BrowserPage&) = delete;

    void resize(int width, int height);
    void open(const std::string& url);
    /// The value of an expression, as JSON.
    [[nodiscard]] nlohmann::json evaluate(const std::string& expression);
    /// Until the expression is true; false after 20 s.
    [[nodiscard]] bool becomes(const std::string& expression);
    void cutNetwork(bool isCut);
    /// Exceptions and refused resources so far, one a line.
    [[nodiscard]] const std::string& complaints() const { return m_complaints; }

private:
    nlohmann::json call(const std::string& method, nlohmann::json parameters = nlohmann::json::object());
    [[nodiscard]] nlohmann::json next();

    pid_t m_browser = 0;
    int m_toBrowser = -1;
    int m_fromBrowser = -1;
    std::string m_session;
    std::string m_received;
    std::string m_complaints;
    int m_lastId = 0;
};

} // namespace guanwu::test
