// What a clerk does without a network.
#include "app/exchange/events/event_json.h"
#include "app/handheld/event_export.h"
#include "app/handheld/event_id.h"
#include "app/handheld/pin_lock.h"
#include "app/handheld/script.h"
#include "app/packing/packed_lines.h"
#include "tests/support/small_pictures.h"
#include "tests/unit/handheld/paper_server.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace guanwu;
using namespace guanwu::test;

namespace {

std::string fileText(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// Scans for ever and says the seq of each scan after it was saved, until it is killed.
[[noreturn]] void scanUntilKilled(const std::filesystem::path& file, int out)
{
    const auto clock
        = [] { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); };
    const auto handheld = std::move(*Handheld::open(file, clock));
    static_cast<void>(handheld->choose("T1", "U001"));
    Sighting sighting;
    sighting.code = "TY2022000001";
    for (;;) {
        const auto scanned = handheld->scan(sighting);
        const std::int64_t seq = scanned ? scanned->event.seq : -1;
        if (write(out, &seq, sizeof seq) != sizeof seq)
            _exit(1);
    }
}

} // namespace

TEST_CASE("P1: after kill -9 every scan that was told is there, and seq has no gap", "[handheld]")
{
    PaperServer server;
    TestHandheld one(server);
    one.handheld.reset();
    std::int64_t before = 0;
    for (int round = 0; round < 8; ++round) {
        int pipes[2];
        REQUIRE(pipe(pipes) == 0);
        const pid_t child = fork();
        if (child == 0)
            scanUntilKilled(one.file, pipes[1]);
        close(pipes[1]);
        std::int64_t told = 0;
        for (int scans = 0; scans < 5 + 7 * round; ++scans)
            REQUIRE(read(pipes[0], &told, sizeof told) == sizeof told);
        kill(child, SIGKILL);
        for (std::int64_t more = 0; read(pipes[0], &more, sizeof more) == sizeof more;)
            told = more;
        close(pipes[0]);
        waitpid(child, nullptr, 0);

        one.handheld = std::move(*Handheld::open(one.file, [&] { return one.clock; }));
        REQUIRE(one.handheld->choose("T1", "U001"));
        const auto bodies = one.bodies();
        const auto kept = static_cast<std::int64_t>(bodies.size());
        CHECK(kept >= told);
        CHECK(kept <= told + 1); // saved, and killed before it was told
        CHECK(told > before);
        CHECK(bodies.rbegin()->first == kept);
        before = kept;
        one.handheld.reset();
    }
}

TEST_CASE("an undo takes back the last scan, then the one before", "[handheld]")
{
    PaperServer server;
    TestHandheld one(server);
    Sighting sighting;
    sighting.code = "TY2022000001";
    const auto first = one.handheld->scan(sighting);
    const auto second = one.handheld->scan(sighting);
    REQUIRE((first && second));
    CHECK(second->verdict.kind == VerdictKind::AlreadyCounted);
    CHECK(one.handheld->undo()->corrects == second->event.eventId);
    CHECK(one.handheld->undo()->corrects == first->event.eventId);
    CHECK(one.handheld->undo().error().subject == "handheld.nothing_to_undo");
    CHECK(one.handheld->sheet().missingIn("A-101").size() == 2);
}

TEST_CASE("an undo may name an earlier event of this sheet, once", "[handheld]")
{
    PaperServer server;
    TestHandheld one(server);
    Sighting sighting;
    sighting.code = "TY2022000001";
    const auto first = one.handheld->scan(sighting);
    sighting.code = "TY2022000002";
    const auto second = one.handheld->scan(sighting);
    const auto undo = one.handheld->undo(first->event.eventId);
    REQUIRE(undo);
    CHECK(undo->corrects == first->event.eventId);
    CHECK(one.handheld->sheet().linesWith(LineResult::NotChecked) == 2);
    for (const std::string& wrong : {first->event.eventId, undo->eventId, std::string("nobody's")})
        CHECK(one.handheld->undo(wrong).error().subject == "handheld.nothing_to_undo");
    CHECK(one.handheld->undo()->corrects == second->event.eventId);
}

TEST_CASE("what was scanned before is judged the same after a restart", "[handheld]")
{
    PaperServer server;
    TestHandheld one(server);
    one.scanMany(4);
    REQUIRE(one.handheld->closeRoom("A-101"));
    const auto lookup = [](const std::string&) { return std::optional<CardElsewhere>(); };
    const SheetOutcome before = one.handheld->sheet().outcome(lookup, SheetPhase::Counting);
    one.handheld = std::move(*Handheld::open(one.file, [&] { return one.clock; }));
    REQUIRE(one.handheld->choose("", ""));
    CHECK(one.handheld->sheet().outcome(lookup, SheetPhase::Counting) == before);
    CHECK(one.handheld->sheet().progress("A-101").closed);
}

TEST_CASE("a tag of another unit is told from one that nobody gave, without a network", "[handheld]")
{
    PaperServer server;
    server.issued = {{"JJ2020", 1, 40}, {"TY2022", 1, 3}, {"TY2022", 7, 9}};
    TestHandheld one(server);
    server.fault = [](const ReceivedRequest&) { return std::string(); }; // nothing comes through any more
    const auto verdictOf = [&](const std::string& code) {
        Sighting sighting;
        sighting.code = code;
        const auto scanned = one.handheld->scan(sighting);
        REQUIRE(scanned);
        return scanned->verdict;
    };
    const auto tag = [](const char* number) { return AssetTag::of(*AssetNo::parse(number)).text(); };
    const Verdict others = verdictOf(tag("TY2022000007"));
    CHECK(others.kind == VerdictKind::OtherUnit);
    REQUIRE(others.elsewhere);
    CHECK(others.elsewhere->assetNo == "TY2022000007");
    CHECK(others.elsewhere->unit.empty()); // whose it is stays with the server
    CHECK(verdictOf("jj2020000040").kind == VerdictKind::OtherUnit); // a bare number, as fingers type it
    CHECK(verdictOf(tag("TY2022000003")).kind == VerdictKind::Here); // of our own book
    for (const char* nobodys : {"TY2022000004", "TY2022000010", "JJ2020000041", "TY2021000001"})
        CHECK(verdictOf(tag(nobodys)).kind == VerdictKind::Unknown);
    CHECK(verdictOf("GW-OLD-0815").kind == VerdictKind::Unknown);
}

TEST_CASE("P8: a handheld keeps 200,000 runs of numbers that a server tells, and of more none", "[handheld]")
{
    PaperServer server;
    TestHandheld one(server);
    one.limits.whole = std::chrono::minutes(2);
    const auto fetch = [&] {
        server.settle();
        auto opened = std::move(*OpenServer::of(one.handheld->store(), one.limits));
        return HandheldSync(
            one.handheld->store(), *opened.api, SyncOptions {[&] { return one.clock; }, one.retry})
            .fetch("T1")
            .has_value();
    };
    const auto isKept
        = [&](const char* number) { return one.handheld->store().isIssued(*AssetNo::parse(number)); };
    for (std::int64_t first = 1; first < 400'000; first += 2)
        server.issued.push_back({"TY2021", first, first});
    REQUIRE(server.issued.size() == 200'000); // kMostIssuedRuns
    server.issuedPage = 100'000;
    REQUIRE(fetch());
    CHECK((isKept("TY2021000001") && isKept("TY2021399999")));
    CHECK_FALSE(isKept("TY2021000002"));

    server.settle();
    server.issued.front() = {"TY2021", 2, 2};
    server.issued.push_back({"TY2021", 400'001, 400'001});
    server.requests.clear();
    REQUIRE(fetch()); // whoever counts is not kept from it
    CHECK((isKept("TY2021000001") && isKept("TY2021399999"))); // as told before
    CHECK_FALSE((isKept("TY2021000002") || isKept("TY2021400001")));
}

TEST_CASE("what the server would send back is refused before it is kept", "[handheld]")
{
    PaperServer server;
    TestHandheld one(server);
    Sighting typed;
    typed.code = "TY2022000001";
    typed.entry = EntryMode::Manual;
    CHECK(one.handheld->scan(typed).error().subject == "event.rule");
    CHECK(one.handheld->scan({}).error().subject == "event.rule");
    CHECK(one.handheld->surplus({}).error().subject == "event.rule");
    Sighting broken;
    broken.code = std::string("a\0b", 3);
    CHECK(one.handheld->scan(broken).error().subject == "event.text");
    CHECK(one.bodies().empty());
}

TEST_CASE("nobody scans without having logged in", "[handheld]")
{
    PaperServer server;
    TestHandheld one(server);
    one.handheld->store().logOut();
    Sighting sighting;
    sighting.code = "TY2022000001";
    CHECK(one.handheld->scan(sighting).error().subject == "handheld.not_logged_in");
}

TEST_CASE("Y1: a handheld keeps no value of a thing, and nobody else reads its files", "[handheld]")
{
    PaperServer server;
    TestHandheld one(server);
    one.scanMany(1);
    struct stat about { };
    for (const char* part : {"", ".key", "-wal"}) {
        CAPTURE(part);
        REQUIRE(stat((one.file.string() + part).c_str(), &about) == 0);
        CHECK((about.st_mode & 077) == 0);
    }
}

TEST_CASE("the exported file holds the lines that a sync would send, and acknowledges nothing", "[handheld]")
{
    PaperServer server;
    TestHandheld one(server);
    one.scanMany(5);
    CHECK(exportEvents(one.handheld->store(), "T1", one.folder / "events.ndjson") == 5);
    std::string lines;
    for (const auto& [seq, body] : one.bodies())
        lines += body + "\n";
    CHECK(fileText(one.folder / "events.ndjson") == lines);
    CHECK(one.handheld->outbox().counts().waiting == 5);
    CHECK(exportEvents(one.handheld->store(), "T9", one.folder / "x.ndjson").error().subject
        == "handheld.no_sheet");
}

TEST_CASE("a picture is kept under its hash before an event names it", "[handheld]")
{
    PaperServer server;
    TestHandheld one(server);
    const std::string picture = smallJpeg();
    const auto hash = one.handheld->keepPhoto(picture + "what the camera put behind it");
    REQUIRE(hash);
    CHECK(fileText(photoFolder(one.file) / *hash) == picture);
    CHECK(one.handheld->keepPhoto("GIF89a").error().subject == "handheld.photo");
    SurplusSighting surplus;
    surplus.name = "无卡片的椅子";
    surplus.photos = {*hash};
    REQUIRE(one.handheld->surplus(surplus));
    CHECK(one.handheld->outbox().photosToSend() == std::vector<std::string> {*hash});
}

TEST_CASE(
    "P8: a PIN has its most digits, a photo its most bytes and a wait its longest, and one more of each is refused",
    "[handheld][limits]")
{
    PaperServer server;
    TestHandheld one(server);
    auto lock = PinLock::of(one.handheld->store());
    REQUIRE(lock);
    const auto pinOf = [&](std::size_t digits) {
        const auto set = lock->set(std::string(digits, '7')); // kMostDigits
        return set ? "" : set.error().subject;
    };
    CHECK(pinOf(13) == "handheld.pin_syntax");
    CHECK(pinOf(12).empty());
    // kMostFailures: the fourth wrong one may be followed by the right one, the fifth may not.
    for (int wrong = 1; wrong < PinLock::kMostFailures; ++wrong)
        CHECK(lock->open("1").error().subject == "handheld.pin_wrong");
    CHECK(lock->open(std::string(12, '7')));
    for (int wrong = 1; wrong < PinLock::kMostFailures; ++wrong)
        CHECK(lock->open("1").error().subject == "handheld.pin_wrong");
    CHECK(lock->open("1").error().subject == "handheld.pin_spent");
    CHECK_FALSE(lock->open(std::string(12, '7')));

    // kMaxPhoto, of which all but the first few bytes are what the camera put behind the picture.
    std::string photo = smallJpeg();
    photo.resize(10U << 20, 'x');
    CHECK(one.handheld->keepPhoto(photo));
    CHECK(one.handheld->keepPhoto(photo + 'x').error().subject == "handheld.photo");

    std::istringstream longest("wait 86400000"); // kLongestWait
    CHECK(parseScript(longest));
    std::istringstream longer("wait 86400001");
    CHECK(parseScript(longer).error().subject == "handheld.script");
}

TEST_CASE("P8: a packed file has its longest line, and one that is longer by a byte is damaged",
    "[packing][limits]")
{
    const TempFolder folder;
    const std::string piece(1 << 20, 'x');
    const auto read = [&](std::string_view more) { // kLongestLine and what is said
        std::ofstream file(folder / "lines.gz", std::ios::binary);
        GzipStream packed([&](std::string_view bytes) { file << bytes; });
        for (int i = 0; i < 64; ++i)
            packed.write(piece);
        packed.write(more);
        packed.write("\nlast\n");
        packed.finish();
        file.close();
        PackedLines lines(folder / "lines.gz");
        return lines.next();
    };
    CHECK(read("") == PackedLines::Step::Line);
    CHECK(read("y") == PackedLines::Step::Damaged);
}

TEST_CASE("an event id is a UUID of version 7 that begins with its instant", "[handheld]")
{
    const Instant at {std::chrono::milliseconds(0x0123456789AB)};
    const std::string id = newEventId(at);
    CHECK(id.size() == 36);
    CHECK(id.substr(0, 15) == "01234567-89ab-7");
    CHECK(std::string("89ab").find(id[19]) != std::string::npos);
    CHECK(newEventId(at) != id);
}

TEST_CASE("an enrolment code has its four parts", "[handheld]")
{
    const auto code = EnrolmentCode::parse("GWE1|https://10.0.0.1:8443|ab12|secret");
    REQUIRE(code);
    CHECK(code->serverUrl == "https://10.0.0.1:8443");
    CHECK(code->code == "secret");
    for (const char* bad : {"", "GWE1", "GWE2|https://h|ab|c", "GWE1|https://h|ab", "GWE1|https://h|ab|c|d"})
        CHECK(EnrolmentCode::parse(bad).error().subject == "handheld.enrolment_code");
}

TEST_CASE("a script is read word by word, and a line that cannot be meant is told", "[handheld]")
{
    std::istringstream good("# a morning\nroom A-101\n\nscan TY2022000001K damaged\nscan 粤A-1\n"
                            "surplus 无卡片 的椅子\nundo\nclose\nwait 20\nsync\n");
    const auto script = parseScript(good);
    REQUIRE(script);
    REQUIRE(script->size() == 8);
    CHECK((*script)[1].condition == Condition::Damaged);
    CHECK((*script)[2].text == "粤A-1");
    CHECK((*script)[3].text == "无卡片 的椅子");
    CHECK((*script)[6].wait == std::chrono::milliseconds(20));
    for (const char* bad : {"scan", "room", "undo x", "wait x", "wait -1", "dance", "scan X broken"}) {
        std::istringstream in(std::string("sync\n") + bad);
        CAPTURE(bad);
        CHECK(parseScript(in).error().detail == std::string("2 ") + bad);
    }
}
