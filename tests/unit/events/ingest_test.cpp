#include "app/exchange/events/event_ingest.h"
#include "schema/connection/session.h"
#include "schema/inventory/soci_inventory_store.h"
#include "schema/migrations/migrator.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/events/event_lines.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// A registry with a task over three units whose sheets stand in each phase that ingest tells apart: U017 is
/// being counted, the books of U018 are not taken, U019 is signed.
class Registry {
public:
    Registry()
        : session(*parseDatabaseUrl("sqlite:" + (folder / "registry.db").string()), "")
        , store(session, Scope::everything())
    {
        if (!migrate(session))
            throw std::runtime_error("migration failed");
        BulkTransaction piece(session.bulk());
        std::vector<UnitId> units;
        for (const int number : {17, 18, 19}) {
            addUnit(number);
            units.push_back(UnitId {number});
        }
        piece.commit();
        task.taskNo = "QC2026";
        task.name = "清查";
        task.baseDate = std::chrono::year(2026) / 9 / 30;
        task.id = store.createTask(task, units).value();
        move("U017", {SheetState::Issued, SheetState::Frozen, SheetState::Counting});
        move("U018", {SheetState::Issued});
        move("U019", {SheetState::Issued, SheetState::Frozen, SheetState::Counting, SheetState::UnitChecked});
    }
    [[nodiscard]] CountSheet sheet(const std::string& unit)
    {
        const auto sheets = store.sheets(task.id);
        return *std::find_if(
            sheets.begin(), sheets.end(), [&](const CountSheet& sheet) { return sheet.unitCode == unit; });
    }
    /// The numbers of the events of U017 that the store holds, in order.
    [[nodiscard]] std::vector<std::int64_t> seqs()
    {
        std::vector<std::int64_t> out;
        for (const ScanEvent& event : store.events(sheet("U017").id))
            out.push_back(event.seq);
        std::sort(out.begin(), out.end());
        return out;
    }
    /// The first column of every row.
    [[nodiscard]] std::vector<std::string> texts(const char* sql)
    {
        std::vector<std::string> out;
        const auto rows = session.bulk().stream(sql, {});
        while (rows->next())
            out.emplace_back(rows->text(0));
        return out;
    }

    TempFolder folder;
    Session session;
    SociInventoryStore store;
    InventoryTask task;

private:
    void addUnit(int number)
    {
        const auto row = session.bulk().writer("unit",
            "id, code, name, org_type, organ_level, division, posts_established, posts_filled, in_inventory");
        const std::string code = "U0" + std::to_string(number);
        row->integer(number);
        for (const std::string_view text :
            {std::string_view(code), std::string_view("单位"), std::string_view("administrative"),
                std::string_view("municipal"), std::string_view("431200")})
            row->text(text);
        for (int i = 0; i < 3; ++i)
            row->integer(1);
        row->endRow();
        row->flush();
    }
    void move(const std::string& unit, std::initializer_list<SheetState> steps)
    {
        for (const SheetState step : steps)
            REQUIRE(store.moveSheet(sheet(unit), step, {}));
    }
};

/// Files handed in, one after the other, and everything that came of them.
struct Ingested : Registry {
    explicit Ingested(const std::string& content, bool dryRun = false) { ingest(content, dryRun); }
    void ingest(const std::string& content, bool dryRun = false)
    {
        std::ofstream(folder / "events.ndjson", std::ios::binary) << content;
        rejected.clear();
        progress.clear();
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

    IngestCounts counts;
    std::vector<std::string> rejected;
    std::vector<std::pair<std::int64_t, std::int64_t>> progress;
};

/// An event of its own for every number.
Json numbered(std::int64_t seq)
{
    Json event = with("seq", seq);
    const std::string digits = std::to_string(seq);
    event["event_id"] = "01932c5e-7b1a-7c3e-9f00-" + std::string(12 - digits.size(), '0') + digits;
    return event;
}

std::string line(std::int64_t seq) { return numbered(seq).dump(); }

std::string lineOfUnit(std::int64_t seq, const std::string& unit)
{
    Json event = numbered(seq);
    event["unit"] = unit;
    return event.dump();
}

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
    Ingested done(line(1) + end + line(2) + end + line(3) + last);
    CHECK(done.counts.stored == 3);
    CHECK(done.rejected.empty());
    CHECK(done.seqs() == std::vector<std::int64_t> {1, 2, 3});
}

TEST_CASE("a byte order mark at the head and blank lines anywhere are passed over", "[ingest]")
{
    Ingested done("\xEF\xBB\xBF" + line(1) + "\n\n \t\r\n" + line(2) + "\n\n");
    CHECK(done.counts.stored == 2);
    CHECK(done.rejected.empty());
    CHECK(Ingested("").counts.stored == 0);
    CHECK(Ingested("\n\n").rejected.empty());
}

TEST_CASE("a line that is no event is told by its number and left out, the others go in", "[ingest]")
{
    Ingested done(line(1) + "\n\nnonsense\n" + line(2) + "\n" + with("colour", 1).dump() + "\n"
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
    Ingested done(line(1) + "\n" + nul + "\n" + latin + "\n" + std::string(1, '\0') + "\n" + line(5) + "\n");
    CHECK(done.seqs() == std::vector<std::int64_t> {1, 5});
    CHECK(done.rejected == std::vector<std::string> {"2 event.json", "3 event.json", "4 event.json"});
}

TEST_CASE("a line has at most 8000 bytes", "[ingest]")
{
    CHECK(Ingested(lineOfSize(8000)).counts.stored == 1);
    Ingested done(lineOfSize(8001) + "\n" + std::string(3'000'000, 'x') + "\n" + line(2));
    CHECK(done.rejected == std::vector<std::string> {"1 event.line_too_long", "2 event.line_too_long"});
    CHECK(done.seqs() == std::vector<std::int64_t> {2});
}

TEST_CASE("what stands behind the limit is never dropped in silence", "[ingest]")
{
    SECTION("behind a byte order mark")
    {
        Ingested done("\xEF\xBB\xBF" + lineOfSize(8001) + line(2));
        CHECK(done.rejected == std::vector<std::string> {"1 event.line_too_long"});
        CHECK(Ingested("\xEF\xBB\xBF" + lineOfSize(8000)).counts.stored == 1);
    }
    SECTION("behind blanks")
    {
        Ingested done(std::string(8001, ' ') + line(1));
        CHECK(done.rejected == std::vector<std::string> {"1 event.line_too_long"});
    }
}

TEST_CASE("an event of a unit without a sheet, or whose books are not taken, is rejected", "[ingest]")
{
    Ingested done(lineOfUnit(1, "U404") + "\n" + lineOfUnit(2, "U018") + "\n" + line(3));
    CHECK(done.rejected == std::vector<std::string> {"1 inventory.no_sheet", "2 inventory.not_frozen"});
    CHECK(done.counts.stored == 1);
}

TEST_CASE("an event goes to the sheet of its unit, and waits when that is signed already", "[ingest]")
{
    Ingested done(line(1) + "\n" + lineOfUnit(2, "U019"));
    CHECK(done.counts.stored == 2);
    CHECK(done.counts.late == 1);
    CHECK(done.seqs() == std::vector<std::int64_t> {1});
    const CountSheet signedSheet = done.sheet("U019");
    CHECK(done.store.events(signedSheet.id).empty());
    REQUIRE(done.store.moveSheet(signedSheet, SheetState::Counting, "复核"));
    CHECK(done.store.events(signedSheet.id).size() == 1);
}

TEST_CASE("the counts say what the store did with each event", "[ingest]")
{
    Ingested done(line(1) + "\n" + line(1) + "\n" + line(2));
    CHECK(done.counts.stored == 2);
    CHECK(done.counts.duplicate == 1);
    done.ingest(line(2) + "\nnonsense\n" + line(3));
    CHECK(done.counts.stored == 1);
    CHECK(done.counts.duplicate == 1);
    CHECK(done.counts.rejected == 1);
}

TEST_CASE("S2: other content under a known id is kept apart byte for byte, and its line is told", "[ingest]")
{
    Ingested done(line(1));
    Json forged = numbered(1);
    forged["place"] = "B-101";
    const std::string body = "{ " + forged.dump().substr(1);
    done.ingest(line(2) + "\n" + body + "\n" + body);
    CHECK(done.counts.stored == 1);
    CHECK(done.counts.quarantined == 2);
    CHECK(done.counts.rejected == 0);
    CHECK(done.rejected == std::vector<std::string> {"2 event.quarantined", "3 event.quarantined"});
    CHECK(done.texts("SELECT body FROM quarantined_event") == std::vector<std::string> {body});
    CHECK(done.store.events(done.sheet("U017").id).size() == 2);
}

TEST_CASE("a dry run checks every line and stores none", "[ingest]")
{
    Ingested done(line(1) + "\nnonsense\n" + line(2), true);
    CHECK(done.counts.stored == 2);
    CHECK(done.counts.rejected == 1);
    CHECK(done.seqs().empty());
}

TEST_CASE("a long file goes in whole, by pieces, and tells how far it is", "[ingest]")
{
    std::string content;
    for (int seq = 1; seq <= 10001; ++seq)
        content += line(seq) + "\n";
    Ingested done(content);
    CHECK(done.counts.stored == 10001);
    const auto seqs = done.seqs();
    REQUIRE(seqs.size() == 10001);
    CHECK(std::adjacent_find(seqs.begin(), seqs.end()) == seqs.end());
    CHECK(done.progress.size() == 2);
    std::int64_t before = 0;
    for (const auto& [bytes, total] : done.progress) {
        CHECK(total == static_cast<std::int64_t>(content.size()));
        CHECK(bytes > before);
        CHECK(bytes - before <= 5000 * static_cast<std::int64_t>(line(10001).size() + 1));
        CHECK(bytes <= total);
        before = bytes;
    }
}

TEST_CASE("a file that cannot be read is named", "[ingest]")
{
    Registry registry;
    EventIngest ingest(registry.store, registry.task, false);
    const auto nothing = [](auto, const auto&) {};
    for (const auto& path : {registry.folder / "missing.ndjson", registry.folder.path()}) {
        const auto done = ingest.ingest(path, nothing, nothing);
        REQUIRE_FALSE(done);
        CHECK(done.error().subject == "file.unreadable");
        CHECK(done.error().detail == path.string());
    }
}
