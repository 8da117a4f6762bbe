// `guanwu handheld`, the built program: its commands, and what kill -9 leaves.
#include "schema/connection/sha256.h"
#include "tests/support/program.h"
#include "tests/support/small_pictures.h"
#include "tests/unit/handheld/paper_server.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <thread>

using namespace guanwu;
using namespace guanwu::test;

namespace {

using Json = nlohmann::json;

/// A clerk at a command line.
class Clerk {
public:
    explicit Clerk(const PaperServer& server)
        : m_server(server)
        , m_code("GWE1|" + server.url() + "||code")
    {
        writeFile(m_folder / "password", "secret\n");
    }
    [[nodiscard]] std::vector<std::string> command(const std::vector<std::string>& arguments) const
    {
        std::vector<std::string> all {"--json", "handheld", "--store", store().string()};
        all.insert(all.end(), arguments.begin(), arguments.end());
        return all;
    }
    [[nodiscard]] ProgramRun run(const std::vector<std::string>& arguments) const
    {
        m_server.settle();
        ProgramRun done = runGuanwu("", command(arguments));
        m_server.settle(); // one that was killed before may have left a request behind
        return done;
    }
    /// The lines of JSON it printed.
    [[nodiscard]] std::vector<Json> must(const std::vector<std::string>& arguments, int exitCode = 0) const
    {
        const ProgramRun done = run(arguments);
        CAPTURE(arguments, done.out, done.err);
        REQUIRE(done.exitCode == exitCode);
        std::vector<Json> out;
        for (const std::string& line : linesOf(done.out))
            out.push_back(Json::parse(line));
        return out;
    }
    void begin() const
    {
        static_cast<void>(must({"enrol", "--code", m_code, "--name", "one"}));
        static_cast<void>(must({"login", "clerk01", "--password-file", (m_folder / "password").string()}));
        static_cast<void>(must({"fetch", "T1"}));
    }
    [[nodiscard]] std::string script(const std::string& text) const
    {
        writeFile(m_folder / "script", text);
        return (m_folder / "script").string();
    }
    [[nodiscard]] std::vector<std::string> exportedLines() const
    {
        const auto file = m_folder / "events.ndjson";
        static_cast<void>(must({"export-events", file.string()}));
        return linesOf(readFile(file));
    }
    [[nodiscard]] std::filesystem::path store() const { return m_folder / "handheld.store"; }

private:
    const PaperServer& m_server;
    TempFolder m_folder;
    std::string m_code;
};

std::vector<std::string> storedLines(const PaperServer& server)
{
    std::vector<std::string> out;
    for (const auto& [seq, body] : server.stored)
        out.push_back(body);
    return out;
}

} // namespace

TEST_CASE("a scripted clerk counts a room, syncs, and takes the file along", "[handheld][program]")
{
    PaperServer server;
    const Clerk clerk(server);
    clerk.begin();
    const auto told = clerk.must({"play",
        clerk.script("room A-101\nscan TY2022000001\nscan TY2022000003 damaged\nscan X-1\nundo\n"
                     "surplus 无卡片的椅子\nclose\nsync\n")});
    REQUIRE(told.size() == 8);
    CHECK(told[0]["verdict"] == "here");
    CHECK(told[1]["verdict"] == "other_room");
    CHECK(told[1]["belongs_in"] == "A-102");
    CHECK(told[1]["result"] == "damaged");
    CHECK(told[2]["verdict"] == "unknown");
    CHECK(told[3]["kind"] == "undo");
    CHECK(told[5]["missing"] == "TY2022000002");
    CHECK(told[6]["kind"] == "room_closed");
    CHECK(told[7]["stored"] == 6);
    CHECK(told[7]["proven"] == true);
    CHECK(clerk.exportedLines() == storedLines(server));

    const Json status = clerk.must({"status"}).front();
    CHECK(status["login"] == "clerk01");
    CHECK(status["events"]["stored"] == 6);
    CHECK(status["sheets"][0]["state"] == "counting");
    CHECK(clerk.must({"scan", "TY2022000001", "--place", "A-101"}).front()["verdict"] == "already_counted");
    CHECK(clerk.run({"wipe"}).exitCode == 3);
    static_cast<void>(clerk.must({"sync"}));
    static_cast<void>(clerk.must({"wipe"}));
    CHECK_FALSE(std::filesystem::exists(clerk.store()));
}

TEST_CASE("a photo file goes with a scan, its metadata left behind, and what is no photo is refused",
    "[handheld][program]")
{
    PaperServer server;
    const Clerk clerk(server);
    clerk.begin();
    const TempFolder folder;
    const auto file = [&](const char* name, const std::string& bytes) {
        std::ofstream(folder / name, std::ios::binary) << bytes;
        return (folder / name).string();
    };
    const std::string photo = file("a.jpg", smallJpeg() + "where it was");
    const std::string text = file("b.jpg", "no picture");
    CHECK(clerk.run({"scan", "TY2022000001", "--photo", photo, "--photo", text}).exitCode == 3);
    CHECK(clerk.run({"scan", "TY2022000001", "--photo", (folder / "none").string()}).exitCode == 3);
    CHECK(clerk.run({"scan", "TY2022000001", "--photo", photo, "--dry-run"}).exitCode == 0);
    CHECK(clerk.must({"status"}).front()["events"]["waiting"] == 0);
    static_cast<void>(clerk.must({"scan", "TY2022000001", "--photo", photo}));
    const auto lines = clerk.exportedLines();
    REQUIRE(lines.size() == 1);
    CHECK(Json::parse(lines[0])["photos"] == Json {sha256Hex(smallJpeg())});
}

TEST_CASE("guanwu handheld ends as the contract says", "[handheld][program]")
{
    PaperServer server;
    const Clerk clerk(server);
    CHECK(clerk.run({"status"}).exitCode == 3);
    CHECK_FALSE(std::filesystem::exists(clerk.store()));
    CHECK(clerk.run({"dance"}).exitCode == 2);
    CHECK(clerk.run({"enrol", "--code", "nonsense"}).exitCode == 3);
    clerk.begin();
    CHECK(clerk.run({"scan", "X-1", "--condition", "sleepy"}).exitCode == 2);
    CHECK(clerk.run({"scan", "X-1", "--dry-run"}).exitCode == 0);
    CHECK(clerk.must({"status"}).front()["events"]["waiting"] == 0);
    CHECK(clerk.run({"play", clerk.script("room A\ndance\n")}).exitCode == 3);
    static_cast<void>(clerk.must({"scan", "X-1"}));
    server.rejectCode = "X-1";
    CHECK(clerk.run({"sync"}).exitCode == 1);
    server.fault = [](const ReceivedRequest&) { return std::optional(httpAnswer(403, "")); };
    const ProgramRun refused = clerk.run({"sync"});
    CHECK(refused.exitCode == 3);
    CHECK_THAT(refused.err, Catch::Contains("access.forbidden"));
    static_cast<void>(clerk.must({"logout"}));
    CHECK(clerk.run({"scan", "X-1"}).exitCode == 3);
    CHECK(clerk.must({"status"}).front()["events"]["rejected"] == 1);
}

TEST_CASE("P1, S6: kill -9 while scanning and syncing loses nothing that was told, and nothing goes twice",
    "[handheld][program]")
{
    PaperServer server;
    const Clerk clerk(server);
    clerk.begin();
    std::string text = "room A-101\n";
    for (int i = 0; i < 2000; ++i)
        text += i % 5 == 4 ? "sync\n" : "scan X-" + std::to_string(i) + "\n";
    const std::string script = clerk.script(text);
    std::int64_t before = 0;
    for (std::size_t round = 0; round < 6; ++round) {
        RunningProgram program(guanwuProgram(), clerk.command({"play", script}));
        while (program.isRunning() && linesOf(program.outSoFar()).size() < 3 + 7 * round)
            std::this_thread::sleep_for(std::chrono::milliseconds(1 + round));
        program.kill();
        std::int64_t told = 0;
        for (const std::string& line : linesOf(program.finish().out))
            if (const Json one = Json::parse(line, nullptr, false); one.is_object() && one.contains("seq"))
                told = one["seq"].get<std::int64_t>();
        const auto kept = clerk.exportedLines();
        const auto count = static_cast<std::int64_t>(kept.size());
        CHECK(told > before);
        CHECK(count >= told);
        CHECK(count <= told + 1);
        for (std::size_t i = 0; i < kept.size(); ++i)
            CHECK(Json::parse(kept[i])["seq"] == i + 1);
        for (const auto& [seq, body] : server.stored)
            CHECK(kept.at(static_cast<std::size_t>(seq) - 1) == body);
        before = count;
    }
    static_cast<void>(clerk.must({"sync"}));
    CHECK(clerk.exportedLines() == storedLines(server));
    CHECK(server.quarantined.empty());
}
