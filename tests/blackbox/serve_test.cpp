#include "tests/blackbox/demo_city.h"
#include "tests/support/http_client.h"

#include <catch2/catch.hpp>
#include <thread>

using namespace guanwu::test;

namespace {

/// `guanwu serve` as an administrator starts it, on a port that is free.
class Serving {
public:
    Serving(
        const TempFolder& folder, const std::string& databaseUrl, const std::string& listen = "127.0.0.1:0")
        : m_program(guanwuProgram(),
            {"--db", databaseUrl, "--json", "--key-file", (folder / "key").string(), "serve", "--listen",
                listen})
    {
        for (int i = 0; i < 500 && m_program.outSoFar().find('\n') == std::string::npos; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        m_announced = nlohmann::json::parse(m_program.outSoFar());
    }
    [[nodiscard]] const nlohmann::json& announced() const { return m_announced; }
    [[nodiscard]] ProgramRun end()
    {
        m_program.terminate();
        return m_program.finish();
    }

private:
    RunningProgram m_program;
    nlohmann::json m_announced;
};

} // namespace

TEST_CASE("guanwu serve makes its CA once, serves over TLS, and ends when it is asked to")
{
    const DemoRegistry registry("sqlite");
    std::string fingerprint;
    for (const bool first : {true, false}) {
        CAPTURE(first);
        Serving serving(registry.folder(), registry.url());
        const std::string address = serving.announced().at("address");
        CHECK_THAT(address, Catch::StartsWith("https://127.0.0.1:"));
        CHECK(HttpClient(address, registry.folder() / "key.tls/ca.pem").get("/healthz").status == 200);
        CHECK(serving.announced().at("setup_secret").get<std::string>().size() == 64);
        if (first)
            fingerprint = serving.announced().at("ca_sha256");
        CHECK(serving.announced().at("ca_sha256") == fingerprint);
        const auto run = serving.end();
        CHECK(run.exitCode == 0);
        CHECK(run.err.empty());
    }
}

TEST_CASE("guanwu serve refuses what it cannot listen on and what it cannot serve")
{
    const DemoRegistry registry("sqlite");
    const std::string key = (registry.folder() / "key").string();
    const auto serve = [&](const std::string& url, const std::string& listen, int exitCode) {
        return mustRun(url, {"--key-file", key, "serve", "--listen", listen}, exitCode).err;
    };
    CHECK_THAT(serve(registry.url(), "127.0.0.1", 2), Catch::Contains("serve.listen"));
    CHECK_THAT(serve(registry.url(), "127.0.0.1:99999", 2), Catch::Contains("serve.listen"));
    CHECK_THAT(serve("sqlite:" + (registry.folder() / "none.db").string(), "127.0.0.1:0", 3),
        Catch::Contains("schema.missing"));
    CHECK_THAT(mustRun(registry.url(),
                   {"--key-file", key, "serve", "--listen", "127.0.0.1:0", "--tls-cert", "/nowhere"}, 2)
                   .err,
        Catch::Contains("--tls-key"));
    CHECK_THAT(mustRun(registry.url(),
                   {"--key-file", key, "serve", "--listen", "127.0.0.1:0", "--tls-cert", "/nowhere",
                       "--tls-key", "/nowhere"},
                   3)
                   .err,
        Catch::Contains("tls.certificate"));
}
