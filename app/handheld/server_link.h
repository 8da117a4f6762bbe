#pragma once

#include "core/base/error.h"
#include "core/values/instant.h"

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace guanwu {

struct LinkRequest {
    std::string method;
    std::string target; ///< path and query
    std::string body; ///< as it goes over the wire
    std::vector<std::pair<std::string, std::string>> headers;
};

struct LinkAnswer {
    int status = 0;
    std::string body; ///< unpacked
    std::string etag; ///< as it stands in the header, empty = none
    std::optional<std::chrono::seconds> retryAfter;
    std::optional<Instant> serverTime; ///< by its Date header, to the second
};

/// Nothing waits for ever, and nothing is read without end.
struct LinkLimits {
    std::chrono::milliseconds connect {10'000};
    std::chrono::milliseconds whole {60'000};
    std::size_t answerBytes = 32U << 20;
};

/// The one way from a handheld to its server: HTTPS, trusted by the fingerprint of one authority and by
/// nothing else, with the host name checked (security X8); plain HTTP on the loopback only. No proxy, no
/// redirects, no cookies. Keeps its connection; for one thread.
class ServerLink {
public:
    /// `url` is "https://HOST:PORT", or "http://127.0.0.1:PORT" and the like. Errors: handheld.server_url,
    /// handheld.fingerprint.
    [[nodiscard]] static Result<std::unique_ptr<ServerLink>> to(
        const std::string& url, const std::string& caSha256, LinkLimits limits = {});
    ~ServerLink();
    ServerLink(const ServerLink&) = delete;
    ServerLink& operator=(const ServerLink&) = delete;

    /// Errors: handheld.no_connection, handheld.timeout, handheld.certificate (not a byte of the request was
    /// sent), handheld.answer_too_large.
    [[nodiscard]] Result<LinkAnswer> send(const LinkRequest& request);

private:
    struct Curl;
    explicit ServerLink(std::unique_ptr<Curl> curl);
    std::unique_ptr<Curl> m_curl;
};

} // namespace guanwu
