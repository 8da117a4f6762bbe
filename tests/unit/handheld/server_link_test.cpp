// The one way from a handheld to its server, against servers that are not what they say.
#include "app/handheld/server_link.h"
#include "tests/support/http_responder.h"
#include "tests/support/tls_responder.h"

#include <catch2/catch.hpp>
#include <thread>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr LinkLimits kQuick {
    std::chrono::milliseconds(3000), std::chrono::milliseconds(3000), std::size_t {1} << 20};

/// A request with something to hide, and what became of it.
Result<LinkAnswer> tell(const std::string& url, const std::string& fingerprint, LinkLimits limits = kQuick)
{
    const auto link = ServerLink::to(url, fingerprint, limits);
    if (!link)
        return fail(link.error());
    return (*link)->send({"POST", "/api/v1/sessions", "a password", {{"Authorization", "Bearer a-token"}}});
}

std::string subjectOf(const Result<LinkAnswer>& answer) { return answer ? "" : answer.error().subject; }

} // namespace

TEST_CASE("a server whose chain ends in the pinned authority is spoken to", "[link]")
{
    const auto authority = TestCertificate::authority("Guanwu");
    const TlsResponder server(authority.sign("127.0.0.1"), authority);
    const auto answer = tell(server.url(), authority.fingerprint());
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->body == "ok");
    CHECK(server.payloadBytes() > 0);
}

TEST_CASE("X8: a wrong certificate gets not one byte of a request", "[link]")
{
    const auto ours = TestCertificate::authority("Guanwu");
    const auto theirs = TestCertificate::authority("Guanwu"); // the same name, another key
    struct Wrong {
        const char* what;
        TestCertificate own;
        TestCertificate further;
    };
    const std::vector<Wrong> all {
        {"of another authority", theirs.sign("127.0.0.1"), theirs},
        {"of another authority, with ours shown behind it", theirs.sign("127.0.0.1"), ours},
        {"for another host", ours.sign("10.9.8.7"), ours},
        {"for a name, asked by address", ours.sign("server.example"), ours},
        {"that has run out", ours.sign("127.0.0.1", -1), ours},
        {"whose chain does not end in the authority", ours.sign("127.0.0.1"), ours.sign("127.0.0.1")},
    };
    for (const Wrong& wrong : all) {
        CAPTURE(wrong.what);
        const TlsResponder server(wrong.own, wrong.further);
        CHECK(subjectOf(tell(server.url(), ours.fingerprint())) == "handheld.certificate");
        CHECK(server.connections() == 1);
        CHECK(server.payloadBytes() == 0);
    }
}

TEST_CASE("X8: nothing older than TLS 1.2 is spoken", "[link]")
{
    const auto authority = TestCertificate::authority("Guanwu");
    const TlsResponder server(authority.sign("127.0.0.1"), authority, 0x0302);
    CHECK_FALSE(tell(server.url(), authority.fingerprint()));
    CHECK(server.payloadBytes() == 0);
}

TEST_CASE("an address is HTTPS with a fingerprint, or HTTP on this very machine", "[link]")
{
    const std::string fingerprint(64, 'a');
    for (const char* bad : {"", "127.0.0.1:80", "http://10.0.0.1:80", "http://example.org", "ftp://127.0.0.1",
             "https://127.0.0.1/path", "https://user@127.0.0.1", "http://127.0.0.1.example.org",
             "file:///etc/passwd", "https://127.0.0.1:443/"}) {
        CAPTURE(bad);
        CHECK(ServerLink::to(bad, fingerprint).error().subject == "handheld.server_url");
    }
    for (const std::string& bad : {std::string(), std::string(63, 'a'), std::string(64, 'A')})
        CHECK(ServerLink::to("https://127.0.0.1:443", bad).error().subject == "handheld.fingerprint");
    CHECK(ServerLink::to("http://127.0.0.1:8080", ""));
    CHECK(ServerLink::to("http://localhost:8080", ""));
}

TEST_CASE("an answer is read to its limit and no further", "[link]")
{
    HttpResponder server([](const ReceivedRequest&) { return httpAnswer(200, std::string(2U << 20, 'x')); });
    CHECK(subjectOf(tell(server.url(), "")) == "handheld.answer_too_large");
    LinkLimits wide = kQuick;
    wide.answerBytes = 3U << 20;
    CHECK(tell(server.url(), "", wide));
}

TEST_CASE("nothing waits for ever", "[link]")
{
    HttpResponder server([](const ReceivedRequest&) {
        std::this_thread::sleep_for(std::chrono::milliseconds(400));
        return std::string();
    });
    LinkLimits hasty = kQuick;
    hasty.whole = std::chrono::milliseconds(100);
    CHECK(subjectOf(tell(server.url(), "", hasty)) == "handheld.timeout");
}

TEST_CASE("a server that is not there is told apart from one that is wrong", "[link]")
{
    std::string url;
    {
        HttpResponder gone([](const ReceivedRequest&) { return std::string(); });
        url = gone.url();
    }
    CHECK(subjectOf(tell(url, "")) == "handheld.no_connection");
}

TEST_CASE("a redirect is an answer, not a way", "[link]")
{
    int asked = 0;
    HttpResponder server([&](const ReceivedRequest&) {
        ++asked;
        return httpAnswer(307, "", "text/plain", "Location: /elsewhere\r\n");
    });
    const auto answer = tell(server.url(), "");
    REQUIRE(answer);
    CHECK(answer->status == 307);
    CHECK(asked == 1);
}
