#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace guanwu::test {

struct HttpReply {
    int status = 0; ///< 0: there was no answer
    std::map<std::string, std::string> headers; ///< names in lower case
    std::string body;

    [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(body); }
    /// The stable code of a refusal.
    [[nodiscard]] std::string code() const { return json().at("error").at("code"); }
};

/// A client of the API: libcurl, as strangers use it.
class HttpClient {
public:
    explicit HttpClient(std::string address, std::filesystem::path caFile = {});

    void logInWith(std::string token) { m_token = std::move(token); }
    void ask(std::string language) { m_language = std::move(language); }
    /// One connection for all that follows; then this is for one thread.
    void keepAlive();

    [[nodiscard]] HttpReply get(const std::string& target) const { return send("GET", target, {}, {}); }
    [[nodiscard]] HttpReply post(const std::string& target, const nlohmann::json& body) const;
    [[nodiscard]] HttpReply put(const std::string& target, const nlohmann::json& body) const;
    /// `headers` as "Name: value".
    [[nodiscard]] HttpReply send(const std::string& method, const std::string& target,
        const std::string& body, const std::vector<std::string>& headers) const;

private:
    std::string m_address;
    std::filesystem::path m_caFile;
    std::string m_token;
    std::string m_language;
    std::shared_ptr<void> m_kept; ///< null: a connection for each request
};

/// Sends bytes as they are to a port of this machine and returns what comes back until the peer closes, or
/// until `seconds` are over.
[[nodiscard]] std::string sendRaw(std::uint16_t port, const std::string& bytes, int seconds = 5);

} // namespace guanwu::test
