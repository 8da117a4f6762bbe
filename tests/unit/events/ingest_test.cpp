#include "app/exchange/events/event_ingest.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/events/event_lines.h"

#include <catch2/catch.hpp>
#include <fstream>

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// Three sheets, one in each phase that ingest tells apart; remembers what is appended and answers as it is
/// told.
class RecordingStore final : public InventoryStore {
public:
    std::vector<CountSheet> sheets(TaskId) override
    {
        std::vector<CountSheet> out(3);
        out[0].id = SheetId {17};
        out[0].unitCode = "U017";
        out[0].state = SheetState::Counting;
        out[1].id = SheetId {18};
        out[1].unitCode = "U018";
        out[1].state = SheetState::Issued;
        out[2].id = SheetId {19};
        out[2].unitCode = "U019";
        out[2].state = SheetState::UnitChecked;
        return out;
    }
    std::vector<AppendOutcome> append(TaskId, std::span<const IncomingEvent> events) override
    {
        pieces.push_back(events.size());
        appended.insert(appended.end(), events.begin(), events.end());
        std::vector<AppendOutcome> outcomes;
        for (const IncomingEvent& incoming : events)
            outcomes.push_back(incoming.event.code == "again" ? AppendOutcome::Duplicate
                    : incoming.event.code == "forged"         ? AppendOutcome::Quarantined
                                                              : AppendOutcome::Stored);
        return outcomes;
    }

    std::vector<IncomingEvent> appended;
    std::vector<std::size_t> pieces;

    // Ingest asks for none of these.
    Result<InventoryTask> findTask(const std::string&) override { throw std::logic_error("not asked for"); }
    std::vector<InventoryTask> tasks() override { throw std::logic_error("not asked for"); }
    Result<TaskId> createTask(const InventoryTask&, std::span<const UnitId>) override
    {
        throw std::logic_error("not asked for");
    }
    Result<void> moveSheet(const CountSheet&, SheetState, const std::string&) override
    {
        throw std::logic_error("not asked for");
    }
    Result<void> moveTask(const InventoryTask&, SheetState) override
    {
        throw std::logic_error("not asked for");
    }
    bool freezePiece(const CountSheet&) override { throw std::logic_error("not asked for"); }
    ResultCounter frozenTotals(SheetId) override { throw std::logic_error("not asked for"); }
    FrozenBook book(SheetId) override { throw std::logic_error("not asked for"); }
    FrozenBook countingBook(SheetId) override { throw std::logic_error("not asked for"); }
    std::vector<ScanEvent> events(SheetId) override { throw std::logic_error("not asked for"); }
    std::unique_ptr<SheetInputs> inputs(std::span<const CountSheet>) override
    {
        throw std::logic_error("not asked for");
    }
    std::optional<CardElsewhere> findCard(const InventoryTask&, const std::string&) override
    {
        throw std::logic_error("not asked for");
    }
    std::vector<LineDecision> lineDecisions(SheetId) override { throw std::logic_error("not asked for"); }
    std::vector<SurplusDecision> surplusDecisions(SheetId) override
    {
        throw std::logic_error("not asked for");
    }
    void decide(SheetId, std::span<const LineDecision>) override { throw std::logic_error("not asked for"); }
    void decide(SheetId, const SurplusDecision&) override { throw std::logic_error("not asked for"); }
    void storeOutcomes(const InventoryTask&, std::span<const FoldedSheet>) override
    {
        throw std::logic_error("not asked for");
    }
    std::vector<SheetCounters> counters(TaskId) override { throw std::logic_error("not asked for"); }
};

/// One file handed in, and everything that came of it.
struct Ingested {
    explicit Ingested(const std::string& content, bool dryRun = false)
    {
        std::ofstream(folder / "events.ndjson", std::ios::binary) << content;
        const InventoryTask task;
        const auto done = EventIngest(store, task, dryRun)
                              .ingest(
                                  folder / "events.ndjson",
                                  [this](std::int64_t line, const Error& error) {
                                      rejected.push_back(std::to_string(line) + " " + error.subject);
                                  },
                                  [this](std::int64_t bytes, std::int64_t total) {
                                      progress.emplace_back(bytes, total);
                                  });
        REQUIRE(done);
        counts = *done;
    }
    [[nodiscard]] std::vector<std::int64_t> seqs() const
    {
        std::vector<std::int64_t> out;
        for (const IncomingEvent& incoming : store.appended)
            out.push_back(incoming.event.seq);
        return out;
    }

    TempFolder folder;
    RecordingStore store;
    IngestCounts counts;
    std::vector<std::string> rejected;
    std::vector<std::pair<std::int64_t, std::int64_t>> progress;
};

std::string line(int seq) { return with("seq", seq).dump(); }

/// A good line that is `size` bytes long, by blanks behind it.
std::string lineOfSize(std::size_t size)
{
    std::string out = line(1);
    return out + std::string(size - out.size(), ' ');
}

} // namespace

TEST_CASE("lines end in LF, CRLF or with the file", "[ingest]")
{
    const auto end = GENERATE(as<std::string>(), "\n", "\r\n");
    const auto last = GENERATE(as<std::string>(), "", "\n", "\r\n");
    const Ingested done(line(1) + end + line(2) + end + line(3) + last);
    CHECK(done.counts.stored == 3);
    CHECK(done.rejected.empty());
    CHECK(done.seqs() == std::vector<std::int64_t> {1, 2, 3});
}

TEST_CASE("a byte order mark at the head and blank lines anywhere are passed over", "[ingest]")
{
    const Ingested done("\xEF\xBB\xBF" + line(1) + "\n\n \t\r\n" + line(2) + "\n\n");
    CHECK(done.counts.stored == 2);
    CHECK(done.rejected.empty());
    CHECK(Ingested("").counts.stored == 0);
    CHECK(Ingested("\n\n").rejected.empty());
}

TEST_CASE("a line that is no event is told by its number and left out, the others go in", "[ingest]")
{
    const Ingested done(line(1) + "\n\nnonsense\n" + line(2) + "\n" + with("colour", 1).dump() + "\n"
        + with("at", "yesterday").dump() + "\n" + with("kind", "gone").dump() + "\n" + without("seq").dump()
        + "\n" + "\xEF\xBB\xBF" + line(3) + "\n" + line(4).substr(0, 50));
    CHECK(done.seqs() == std::vector<std::int64_t> {1, 2});
    CHECK(done.counts.rejected == 7);
    CHECK(done.rejected
        == std::vector<std::string> {"3 event.json", "5 event.unknown_field", "6 event.time", "7 event.token",
            "8 event.missing", "9 event.json", "10 event.json"});
}

TEST_CASE("X16: a line with NUL or bytes that are no UTF-8 is rejected alone", "[ingest]")
{
    std::string nul = line(2);
    nul.insert(nul.size() / 2, 1, '\0');
    std::string latin = line(3);
    latin.replace(latin.find("clerk"), 1, "\xE9");
    const Ingested done(
        line(1) + "\n" + nul + "\n" + latin + "\n" + std::string(1, '\0') + "\n" + line(5) + "\n");
    CHECK(done.seqs() == std::vector<std::int64_t> {1, 5});
    CHECK(done.rejected == std::vector<std::string> {"2 event.json", "3 event.json", "4 event.json"});
}

TEST_CASE("a line has at most 8000 bytes", "[ingest]")
{
    CHECK(Ingested(lineOfSize(8000)).counts.stored == 1);
    const Ingested done(lineOfSize(8001) + "\n" + std::string(3'000'000, 'x') + "\n" + line(2));
    CHECK(done.rejected == std::vector<std::string> {"1 event.line_too_long", "2 event.line_too_long"});
    CHECK(done.seqs() == std::vector<std::int64_t> {2});
}

TEST_CASE("what stands behind the limit is never dropped in silence", "[ingest]")
{
    SECTION("behind a byte order mark")
    {
        const Ingested done("\xEF\xBB\xBF" + lineOfSize(8001) + line(2));
        CHECK(done.rejected == std::vector<std::string> {"1 event.line_too_long"});
        CHECK(Ingested("\xEF\xBB\xBF" + lineOfSize(8000)).counts.stored == 1);
    }
    SECTION("behind blanks")
    {
        const Ingested done(std::string(8001, ' ') + line(1));
        CHECK(done.rejected == std::vector<std::string> {"1 event.line_too_long"});
    }
}

TEST_CASE("an event of a unit without a sheet, or whose books are not taken, is rejected", "[ingest]")
{
    const Ingested done(with("unit", "U404").dump() + "\n" + with("unit", "U018").dump() + "\n" + line(3));
    CHECK(done.rejected == std::vector<std::string> {"1 inventory.no_sheet", "2 inventory.not_frozen"});
    CHECK(done.counts.stored == 1);
}

TEST_CASE("an event knows its sheet, whether it is late, and the bytes it came in", "[ingest]")
{
    const std::string late = with("unit", "U019").dump();
    const Ingested done(line(1) + "\n" + late);
    REQUIRE(done.store.appended.size() == 2);
    CHECK(done.store.appended[0].sheet == SheetId {17});
    CHECK_FALSE(done.store.appended[0].late);
    CHECK(done.store.appended[0].body == line(1));
    CHECK(done.store.appended[1].sheet == SheetId {19});
    CHECK(done.store.appended[1].late);
    CHECK(done.store.appended[1].body == late);
    CHECK(done.counts.late == 1);
    CHECK(done.counts.stored == 2);
}

TEST_CASE("the counts say what the store did with each event", "[ingest]")
{
    const Ingested done(line(1) + "\n" + with("code", "again").dump() + "\n" + with("code", "again").dump()
        + "\n" + with("code", "forged").dump() + "\nnonsense\n");
    CHECK(done.counts.stored == 1);
    CHECK(done.counts.duplicate == 2);
    CHECK(done.counts.quarantined == 1);
    CHECK(done.counts.rejected == 1);
}

TEST_CASE("a dry run checks every line and stores none", "[ingest]")
{
    const Ingested done(line(1) + "\nnonsense\n" + line(2), true);
    CHECK(done.counts.stored == 2);
    CHECK(done.counts.rejected == 1);
    CHECK(done.store.pieces.empty());
}

TEST_CASE("a long file goes in by pieces that follow its order, and tells how far it is", "[ingest]")
{
    std::string content;
    for (int seq = 1; seq <= 10001; ++seq)
        content += line(seq) + "\n";
    const Ingested done(content);
    CHECK(done.counts.stored == 10001);
    REQUIRE(done.store.appended.size() == 10001);
    for (std::size_t i = 0; i < done.store.appended.size(); ++i)
        if (done.store.appended[i].event.seq != static_cast<std::int64_t>(i) + 1)
            FAIL("event " << i << " is out of order");
    for (const std::size_t piece : done.store.pieces)
        CHECK(piece <= 5000);
    REQUIRE_FALSE(done.progress.empty());
    std::int64_t before = 0;
    for (const auto& [bytes, total] : done.progress) {
        CHECK(total == static_cast<std::int64_t>(content.size()));
        CHECK(bytes > before);
        CHECK(bytes <= total);
        before = bytes;
    }
}

TEST_CASE("a file that cannot be read is named", "[ingest]")
{
    const TempFolder folder;
    RecordingStore store;
    const InventoryTask task;
    EventIngest ingest(store, task, false);
    const auto nothing = [](auto, const auto&) {};
    for (const auto& path : {folder / "missing.ndjson", folder.path()}) {
        const auto done = ingest.ingest(path, nothing, nothing);
        REQUIRE_FALSE(done);
        CHECK(done.error().subject == "file.unreadable");
        CHECK(done.error().detail == path.string());
    }
}
