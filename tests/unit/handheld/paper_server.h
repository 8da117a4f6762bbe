#pragma once

#include "app/handheld/handheld.h"
#include "app/handheld/open_server.h"
#include "app/handheld/sync.h"
#include "tests/support/http_responder.h"
#include "tests/support/temp_folder.h"

#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace guanwu::test {

/// The sync protocol as its page in docs/api.md says it, with a sheet of three lines, and with every answer
/// in the hands of the test. What the real server does is proved in tests/reliability.
class PaperServer {
public:
    PaperServer();

    [[nodiscard]] std::string url() const { return m_responder.url(); }
    /// What is below may be looked at and changed after it: whoever gave up waiting may have left a request
    /// behind.
    void settle() const { m_responder.settle(); }

    /// Bodies of the events it stored, by seq; as NDJSON lines.
    std::map<std::int64_t, std::string> stored;
    std::set<std::int64_t> quarantined;
    std::string sheetState = "counting";
    std::vector<nlohmann::json> others; ///< events of other handhelds
    std::vector<ReceivedRequest> requests; ///< all since the start
    std::size_t mostEvents = 500; ///< larger batches are answered by 413
    std::vector<NumberRun> issued; ///< the numbers it tells of; empty = it knows no such question
    std::size_t issuedPage = 1; ///< runs in one answer
    std::string anchor; ///< what it says of its audit trail; empty = nothing
    std::string rejectCode; ///< events with this code are rejected
    /// When it returns bytes, they are the answer, and the server has not heard the request.
    std::function<std::optional<std::string>(const ReceivedRequest&)> fault;
    /// The same after it did what was asked: the answer is lost on the way.
    std::function<std::optional<std::string>(const ReceivedRequest&)> lostAnswer;

private:
    std::string respond(const ReceivedRequest& request);
    std::string answerTo(const ReceivedRequest& request);
    std::string takeEvents(const ReceivedRequest& request);
    std::string installState() const;

    HttpResponder m_responder; ///< last: it calls the others
};

/// A handheld that is enrolled at a paper server, logged in, and has the book.
class TestHandheld {
public:
    explicit TestHandheld(PaperServer& paper);

    /// Scans cards of the book and things without a card, so many in all.
    void scanMany(int count);
    [[nodiscard]] SyncReport sync();
    /// The bodies of all own events, by seq, as they stand in the store.
    [[nodiscard]] std::map<std::int64_t, std::string> bodies();

    const PaperServer& server;
    TempFolder folder;
    std::filesystem::path file = folder / "handheld.store";
    Instant clock = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    std::unique_ptr<Handheld> handheld;
    RetryPolicy retry {.attempts = 1, .firstPause = std::chrono::milliseconds(1)};
    LinkLimits limits {.connect = std::chrono::milliseconds(2000), .whole = std::chrono::milliseconds(2000)};
};

} // namespace guanwu::test
