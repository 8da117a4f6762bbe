#include "tests/unit/handheld/paper_server.h"

#include "app/exchange/events/event_json.h"
#include "schema/connection/sha256.h"
#include "schema/inventory/event_digest.h"

#include <algorithm>
#include <stdexcept>
#include <zlib.h>

namespace guanwu::test {

namespace {

    using Json = nlohmann::json;

    std::string unpacked(const std::string& packed)
    {
        z_stream stream {};
        if (inflateInit2(&stream, 15 + 16) != Z_OK)
            throw std::bad_alloc();
        std::string out(4U << 20, '\0');
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
        stream.avail_in = static_cast<uInt>(packed.size());
        stream.next_out = reinterpret_cast<Bytef*>(out.data());
        stream.avail_out = static_cast<uInt>(out.size());
        const int done = inflate(&stream, Z_FINISH);
        out.resize(stream.total_out);
        inflateEnd(&stream);
        if (done != Z_STREAM_END)
            throw std::runtime_error("a body was not packed well");
        return out;
    }

    Json bookLine(const char* number, const char* place)
    {
        return {{"asset_no", number}, {"legacy_no", nullptr}, {"name", "办公桌"}, {"class_code", "A05010201"},
            {"model", nullptr}, {"unit_of_measure", "张"}, {"quantity", 1}, {"department", "办公室"},
            {"user", "P001"}, {"user_name", "张三"}, {"place", place}, {"place_name", "三楼 305"},
            {"use_state", "in_use"}};
    }

    template <class T> T orThrow(T outcome)
    {
        if (!outcome)
            throw std::runtime_error("the paper server was not understood");
        return outcome;
    }

} // namespace

PaperServer::PaperServer()
    : m_responder([this](const ReceivedRequest& request) { return respond(request); })
{
}

std::string PaperServer::respond(const ReceivedRequest& request)
{
    requests.push_back(request);
    if (fault)
        if (const auto answer = fault(request))
            return *answer;
    const std::string answer = answerTo(request);
    if (lostAnswer)
        if (const auto instead = lostAnswer(request))
            return *instead;
    return answer;
}

std::string PaperServer::answerTo(const ReceivedRequest& request)
{
    const auto is = [&](const char* method, const char* end) {
        return request.method == method && request.target.substr(0, request.target.find('?')).ends_with(end);
    };
    if (is("POST", "/devices"))
        return httpAnswer(201, Json {{"device", "77"}, {"name", "one"}}.dump());
    if (is("POST", "/sessions"))
        return httpAnswer(201,
            Json {{"token", "a-token"},
                {"account",
                    {{"login", "clerk01"}, {"name", "张三"}, {"role", "unit_clerk"}, {"unit", "U001"},
                        {"department", nullptr}}},
                {"must_change_password", false}}
                .dump());
    if (is("POST", "/events"))
        return takeEvents(request);
    if (is("GET", "/tasks/T1"))
        return httpAnswer(200, Json {{"task", "T1"}, {"name", "清查"}, {"state", "counting"}}.dump());
    if (is("GET", "/sheets"))
        return httpAnswer(200,
            Json {{"sheets", {{{"unit", "U001"}, {"name", "办公室"}, {"state", sheetState}}}},
                {"next", nullptr}}
                .dump());
    if (is("GET", "/book")) {
        const bool isSecond = request.target.find("after=") != std::string::npos;
        const Json lines = isSecond
            ? Json::array({bookLine("TY2022000003", "A-102")})
            : Json::array({bookLine("TY2022000001", "A-101"), bookLine("TY2022000002", "A-101")});
        return httpAnswer(200, Json {{"lines", lines}, {"next", isSecond ? Json() : Json("2")}}.dump());
    }
    if (is("GET", "/events"))
        return httpAnswer(200, Json {{"events", others}, {"next", "end"}, {"more", false}}.dump());
    if (is("GET", "/state"))
        return installState();
    if (is("POST", "/attachments"))
        return httpAnswer(201, Json {{"hash", sha256Hex(request.body)}}.dump());
    if (is("GET", "/asset-numbers") && !issued.empty()) {
        const std::size_t at = request.target.find("after=") == std::string::npos
            ? 0
            : std::stoul(request.target.substr(request.target.find("after=") + 6));
        const std::size_t end = std::min(at + issuedPage, issued.size());
        std::string runs; // as text: of many the tests make a tree slowly
        for (std::size_t i = at; i < end; ++i)
            runs.append(runs.empty() ? "" : ",")
                .append("[\"" + issued[i].head + "\"," + std::to_string(issued[i].first) + ","
                    + std::to_string(issued[i].last) + "]");
        const std::string next = end < issued.size() ? "\"" + std::to_string(end) + "\"" : "null";
        return httpAnswer(200, R"({"runs":[)" + runs + R"(],"next":)" + next + "}");
    }
    return httpAnswer(404, R"({"error":{"code":"request.no_route","message":"","detail":""}})");
}

std::string PaperServer::takeEvents(const ReceivedRequest& request)
{
    Json answer {{"stored", 0}, {"duplicate", 0}, {"rejected", 0}, {"quarantined", 0},
        {"outcomes", Json::array()}, {"errors", Json::array()}};
    const std::string lines = unpacked(request.body);
    if (static_cast<std::size_t>(std::count(lines.begin(), lines.end(), '\n')) > mostEvents)
        return httpAnswer(413, "too large", "text/plain");
    EventDecoder decoder;
    for (std::size_t begin = 0; begin < lines.size();) {
        const std::size_t end = lines.find('\n', begin);
        const std::string line = lines.substr(begin, end - begin);
        begin = end + 1;
        const ScanEvent event = *orThrow(decoder.decode(line));
        const char* outcome = "stored";
        if (!rejectCode.empty() && event.code == rejectCode) {
            outcome = "rejected";
            answer["errors"].push_back(
                {{"line", answer["outcomes"].size() + 1}, {"code", "event.rule"}, {"message", ""}});
        } else if (const auto known = stored.find(event.seq); known != stored.end()) {
            outcome = known->second == line ? "duplicate" : "quarantined";
            if (known->second != line)
                quarantined.insert(event.seq);
        } else {
            stored.emplace(event.seq, line);
        }
        answer["outcomes"].push_back(outcome);
        answer[outcome] = answer[outcome].get<int>() + 1;
    }
    return httpAnswer(200, answer.dump());
}

std::string PaperServer::installState() const
{
    Json ranges = Json::array();
    InstallDigest digest;
    EventDecoder decoder;
    std::int64_t last = -1;
    for (const auto& [seq, body] : stored) {
        if (seq == last + 1)
            ranges.back()[1] = seq;
        else
            ranges.push_back({seq, seq});
        last = seq;
        digest.add(eventDigest(*orThrow(decoder.decode(body))));
    }
    return httpAnswer(200,
        Json {{"install", ""}, {"contiguous", 0}, {"ranges", ranges}, {"quarantined", quarantined},
            {"count", stored.size()}, {"digest", digest.hex()},
            {"anchor", anchor.empty() ? Json() : Json(anchor)}}
            .dump());
}

TestHandheld::TestHandheld(PaperServer& paper)
    : server(paper)
{
    handheld = std::move(*orThrow(Handheld::open(file, [this] { return clock; })));
    HandheldStore& store = handheld->store();
    orThrow(enrol(store, {server.url(), "", "code"}, "one"));
    auto opened = std::move(*orThrow(OpenServer::of(store, limits)));
    orThrow(logIn(store, opened, "clerk01", "secret"));
    orThrow(HandheldSync(store, *opened.api, SyncOptions {[this] { return clock; }, retry}).fetch("T1"));
    orThrow(handheld->choose("T1", "U001"));
    server.settle();
}

void TestHandheld::scanMany(int count)
{
    for (int i = 0; i < count; ++i) {
        clock += std::chrono::milliseconds(7);
        Sighting sighting;
        sighting.code = i % 2 ? "TY2022000001" : "X-" + std::to_string(i);
        sighting.place = "A-101";
        orThrow(handheld->scan(sighting));
    }
}

SyncReport TestHandheld::sync()
{
    auto opened = std::move(*orThrow(OpenServer::of(handheld->store(), limits)));
    const SyncReport report
        = HandheldSync(handheld->store(), *opened.api, SyncOptions {[this] { return clock; }, retry}).run();
    server.settle();
    return report;
}

std::map<std::int64_t, std::string> TestHandheld::bodies()
{
    std::map<std::int64_t, std::string> out;
    for (const OutboxEntry& entry : handheld->outbox().ofSheet(handheld->held().id))
        out.emplace(entry.seq, entry.body);
    return out;
}

} // namespace guanwu::test
