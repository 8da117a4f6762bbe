#pragma once

#include "app/handheld/server_link.h"
#include "schema/handheld/handheld_store.h"
#include "schema/handheld/outbox.h"

namespace guanwu {

class DeviceKey;

/// Why a call brought nothing.
struct ApiFailure {
    Error error; ///< the server's own code where it gave one
    int status = 0; ///< 0 = there was no answer that can be read
    std::optional<std::chrono::seconds> retryAfter;
    std::string body {}; ///< of the refusal: a conflict shows both versions

    /// Whether the same request may go through later without anybody doing something.
    [[nodiscard]] bool isPassing() const;
};

template <class T> using ApiResult = tl::expected<T, ApiFailure>;

/// Any call below /api/v1, for who has no function here.
struct ApiRequest {
    std::string method = "GET";
    std::string path; ///< parts encoded, with the query
    std::string bytes {}; ///< the body
    std::string type {}; ///< of the body, empty = there is none
    std::string encoding {}; ///< empty = as it is
    std::vector<std::pair<std::string, std::string>> headers {};
};

/// What came of it, where the server agreed.
struct ApiAnswer {
    int status = 0;
    std::string bytes;
    std::string etag;
};

/// What the server says it holds of an install.
struct ServerHolding {
    std::vector<SeqRange> ranges;
    std::vector<std::int64_t> quarantined;
    OutboxProof proof;
    std::string anchor {}; ///< line of the newest anchor of its audit trail; empty = it has none
};

struct BookPage {
    std::vector<BookLine> lines;
    std::string next; ///< empty = that was all
};

struct OthersPage {
    std::vector<ArrivedEvent> events;
    std::string next;
    bool more = false;
};

/// What became of each event of a batch, in its order; `duplicates` counts those that had been there.
struct BatchAnswer {
    struct One {
        OutboxState state = OutboxState::Waiting;
        std::string reason;
    };
    std::vector<One> outcomes;
    std::int64_t duplicates = 0;
};

/// The calls of docs/api.md that a handheld makes, each with the proof of its key.
class ServerApi {
public:
    ServerApi(ServerLink& link, const DeviceKey& key)
        : m_link(link)
        , m_key(key)
    {
    }
    /// What later calls log in with; empty while nobody is.
    void setToken(std::string token) { m_token = std::move(token); }
    /// By the last answer that named it.
    [[nodiscard]] std::optional<Instant> serverTime() const { return m_serverTime; }
    [[nodiscard]] std::int64_t requests() const { return m_requests; }

    /// Answers the id of the device.
    [[nodiscard]] ApiResult<std::string> enrol(const std::string& code, const std::string& name);
    [[nodiscard]] ApiResult<HandheldLogin> logIn(
        const std::string& login, const std::string& password, const std::string& device);
    /// Every log-in of the account ends with it: log in again.
    [[nodiscard]] ApiResult<void> changePassword(const std::string& old, const std::string& fresh);
    /// Ends the log-in on the server.
    [[nodiscard]] ApiResult<void> logOut();

    /// The caller's sheets of a task.
    [[nodiscard]] ApiResult<std::vector<HeldSheet>> sheets(const std::string& task);
    [[nodiscard]] ApiResult<BookPage> bookPage(const HeldSheet& sheet, const std::string& after);
    /// The numbers that the registry has given, behind this one; `next` as of a book.
    [[nodiscard]] ApiResult<NumberPage> issuedNumbers(const std::string& after);
    /// Events of all installs but the one named.
    [[nodiscard]] ApiResult<OthersPage> othersPage(
        const HeldSheet& sheet, const std::string& installId, const std::string& after);
    [[nodiscard]] ApiResult<ServerHolding> installState(const std::string& installId);
    /// One outcome for each entry, or a failure: an answer that tells less acknowledges nothing.
    [[nodiscard]] ApiResult<BatchAnswer> sendEvents(
        const std::string& task, std::span<const OutboxEntry> entries);
    /// Answers the hash the server gave it.
    [[nodiscard]] ApiResult<std::string> sendPhoto(const std::string& bytes);

    [[nodiscard]] ApiResult<ApiAnswer> send(ApiRequest request);

private:
    [[nodiscard]] ApiResult<std::string> call(ApiRequest request);

    ServerLink& m_link;
    const DeviceKey& m_key;
    std::string m_token;
    std::optional<Instant> m_serverTime;
    std::int64_t m_requests = 0;
};

} // namespace guanwu
