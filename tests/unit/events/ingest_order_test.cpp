// P2 from the file to the fold: order, repetition and splitting of what is sent change nothing.
#include "app/exchange/events/event_batch.h"
#include "app/exchange/events/event_ingest.h"
#include "app/exchange/events/event_json.h"
#include "core/inventory/inventory_service.h"
#include "schema/connection/session.h"
#include "schema/inventory/soci_inventory_store.h"
#include "schema/migrations/migrator.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/core/random_count.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr unsigned kCases = 40;

/// A registry with the cards that random events name: six of U001, one of U002, one of U003 that no task
/// counts.
class CardRegistry {
public:
    CardRegistry()
        : session(*parseDatabaseUrl("sqlite:" + (folder / "registry.db").string()), "")
        , store(session, Scope::everything())
        , service(store, [] { return kNineOClock; })
    {
        if (!migrate(session))
            throw std::runtime_error("migration failed");
        BulkTransaction piece(session.bulk());
        for (int unit = 1; unit <= 3; ++unit)
            addUnit(unit);
        for (int card = 1; card <= 6; ++card)
            addCard(card, 1, "OLD-" + std::to_string(card));
        addCard(900, 2, "OLD-900");
        addCard(901, 3, "OLD-901");
        piece.commit();
    }
    /// A task over U001 and U002 whose books are taken.
    InventoryTask aFrozenTask(const std::string& no)
    {
        InventoryTask draft;
        draft.taskNo = no;
        draft.name = "清查";
        draft.baseDate = std::chrono::year(2022) / 9 / 30;
        const std::vector<UnitId> units {UnitId {1}, UnitId {2}};
        REQUIRE(service.create(draft, units));
        REQUIRE(service.issue(no));
        REQUIRE(service.freeze(no, [](auto, auto) {}));
        return store.findTask(no).value();
    }
    [[nodiscard]] SheetOutcome outcomeOfU001(const InventoryTask& task)
    {
        return service.countedSheet(task, store.sheets(task.id).at(0)).outcome;
    }

    TempFolder folder;
    Session session;
    SociInventoryStore store;
    InventoryService service;

private:
    void addUnit(int id)
    {
        const auto row = session.bulk().writer("unit",
            "id, code, name, org_type, organ_level, division, posts_established, posts_filled, in_inventory");
        row->integer(id);
        const std::string code = "U00" + std::to_string(id); // a writer keeps views until the row ends
        row->text(code);
        for (const char* text : {"单位", "administrative", "municipal", "431200"})
            row->text(text);
        for (int i = 0; i < 3; ++i)
            row->integer(1);
        row->endRow();
        row->flush();
    }
    void addCard(int number, int unit, const std::string& legacyNo)
    {
        const auto card = session.bulk().writer("asset",
            "id, asset_no, legacy_no, unit_id, using_unit_id, card_kind, class_edition, class_code, name, "
            "quantity, "
            "acquired_on, acquisition_method, use_state");
        card->integer(number);
        const std::string assetNo
            = "TY2022" + std::string(number < 10 ? "00000" : "000") + std::to_string(number);
        card->text(assetNo);
        card->text(legacyNo);
        card->integer(unit);
        card->integer(unit);
        for (const char* text : {"equipment", "2022", "A02010105", "台式计算机"})
            card->text(text);
        card->integer(1);
        for (const char* text : {"2022-05-01", "purchase", "in_use"})
            card->text(text);
        card->endRow();
        card->flush();
        const auto value = session.bulk().writer("asset_value",
            "asset_id, original_fen, life_months, depreciation_base_fen, depreciation_from, "
            "depreciation_months, "
            "depreciation_opening_fen");
        for (const std::int64_t figure : {std::int64_t {number}, std::int64_t {500000}, std::int64_t {72},
                 std::int64_t {500000}, std::int64_t {2022 * 12 + 4}, std::int64_t {72}, std::int64_t {0}})
            value->integer(figure);
        value->endRow();
        value->flush();
    }
};

/// Random events that the format allows, with ids of this run only.
std::vector<ScanEvent> eventsOfRun(Random& random, const std::string& run)
{
    std::vector<ScanEvent> events = randomEvents(random);
    EventDecoder decoder;
    std::erase_if(events, [&](const ScanEvent& event) { return !decoder.decode(encodeEvent(event)); });
    for (ScanEvent& event : events) {
        event.eventId.insert(0, run);
        event.installId.insert(0, run);
        if (!event.corrects.empty())
            event.corrects.insert(0, run);
    }
    return events;
}

} // namespace

TEST_CASE("P2: events sent in any order, any number of times and in any files are folded as if sent once",
    "[ingest][random]")
{
    CardRegistry registry;
    for (unsigned i = 0; i < kCases; ++i) {
        const unsigned seed = Catch::rngSeed() + i;
        INFO("seed of the count: " << seed);
        Random random(seed);
        const std::string run = "r" + std::to_string(i) + "-";
        const InventoryTask task = registry.aFrozenTask(run);
        const std::vector<ScanEvent> events = eventsOfRun(random, run);

        std::vector<std::string> lines;
        for (const ScanEvent& event : events)
            for (std::size_t copies = 1 + random() % 3; copies > 0; --copies)
                lines.push_back(encodeEvent(event));
        std::shuffle(lines.begin(), lines.end(), random);
        EventIngest ingest(registry.store, task, false);
        IngestCounts sum;
        for (std::size_t from = 0; from < lines.size();) {
            const std::size_t to = std::min(lines.size(), from + 1 + random() % 20);
            std::ofstream file(registry.folder / "events.ndjson");
            for (; from < to; ++from)
                file << lines[from] << '\n';
            file.close();
            const auto counts = ingest.ingest(
                registry.folder / "events.ndjson", [](auto, const Error& error) { FAIL(error.subject); },
                [](auto, auto) {});
            REQUIRE(counts);
            sum.stored += counts->stored;
            sum.duplicate += counts->duplicate;
        }
        REQUIRE(sum.stored == static_cast<std::int64_t>(events.size()));
        REQUIRE(sum.stored + sum.duplicate == static_cast<std::int64_t>(lines.size()));

        const auto book = registry.store.book(registry.store.sheets(task.id).at(0).id);
        const auto lookup = [&](const std::string& code) { return registry.store.findCard(task, code); };
        REQUIRE(registry.outcomeOfU001(task) == foldSheet(book.lines, events, lookup, SheetPhase::Counting));
    }
}

TEST_CASE("P2: the same events in batches, repeated, torn apart and committed together, make the same sheet",
    "[batch][random]")
{
    CardRegistry registry;
    for (unsigned i = 0; i < kCases / 4; ++i) {
        const unsigned seed = Catch::rngSeed() + i;
        INFO("seed of the count: " << seed);
        Random random(seed);
        const std::string run = "b" + std::to_string(i) + "-";
        const InventoryTask task = registry.aFrozenTask(run);
        const std::vector<ScanEvent> events = eventsOfRun(random, run);
        std::vector<std::string> lines;
        for (const ScanEvent& event : events)
            for (std::size_t copies = 1 + random() % 3; copies > 0; --copies)
                lines.push_back(encodeEvent(event));
        std::shuffle(lines.begin(), lines.end(), random);

        std::int64_t stored = 0;
        for (std::size_t from = 0; from < lines.size();) {
            // A few batches arrive together and share a transaction; each is told its own outcomes.
            const SheetsByUnit sheets = byUnit(registry.store.sheets(task.id));
            EventReader reader(sheets, anyActor(), {});
            std::vector<EventBatch> batches;
            std::vector<IncomingEvent> together;
            for (std::size_t waiting = 1 + random() % 3; waiting > 0 && from < lines.size(); --waiting) {
                std::string text;
                for (std::size_t to = std::min(lines.size(), from + 1 + random() % 10); from < to; ++from)
                    text += lines[from] + '\n';
                batches.push_back(EventBatch::read(text, reader).value());
                together.insert(
                    together.end(), batches.back().events().begin(), batches.back().events().end());
            }
            const auto appended = registry.store.append(task.id, together);
            std::span<const AppendOutcome> rest(appended);
            for (const EventBatch& batch : batches) {
                for (const LineOutcome outcome : batch.outcomes(rest.first(batch.events().size())))
                    stored += outcome == LineOutcome::Stored ? 1 : 0;
                rest = rest.subspan(batch.events().size());
            }
        }
        REQUIRE(stored == static_cast<std::int64_t>(events.size()));
        const auto book = registry.store.book(registry.store.sheets(task.id).at(0).id);
        const auto lookup = [&](const std::string& code) { return registry.store.findCard(task, code); };
        REQUIRE(registry.outcomeOfU001(task) == foldSheet(book.lines, events, lookup, SheetPhase::Counting));
    }
}
