#include "app/exchange/events/account_actors.h"
#include "app/exchange/events/event_batch.h"
#include "schema/access/soci_account_store.h"
#include "schema/connection/session.h"
#include "schema/migrations/migrator.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/events/event_lines.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr Instant kNow = std::chrono::sys_days(std::chrono::year(2026) / 11 / 1);

SheetsByUnit someSheets()
{
    std::vector<CountSheet> sheets(3);
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        sheets[i].id = SheetId {static_cast<std::int64_t>(17 + i)};
        sheets[i].unit = UnitId {static_cast<std::int64_t>(1 + i)};
        sheets[i].unitCode = "U0" + std::to_string(17 + i);
    }
    sheets[0].state = SheetState::Counting;
    sheets[1].state = SheetState::Issued;
    sheets[2].state = SheetState::UnitChecked;
    return byUnit(std::move(sheets));
}

Result<EventBatch> readBatch(std::string_view text, const ActorCheck& actors = anyActor())
{
    const SheetsByUnit sheets = someSheets();
    EventReader reader(sheets, actors, kNow);
    return EventBatch::read(text, reader);
}

std::string lines(std::size_t count)
{
    std::string out;
    for (std::size_t i = 0; i < count; ++i)
        out += with("seq", i + 1).dump() + '\n';
    return out;
}

std::string refusals(const EventBatch& batch)
{
    std::string out;
    for (const RejectedEvent& one : batch.rejected())
        out += std::to_string(one.line) + ' ' + one.error.subject + '\n';
    return out;
}

} // namespace

TEST_CASE("A batch tells of each of its lines what became of it", "[batch]")
{
    const std::string text = with("seq", 1).dump() + '\n' + "no event\n" + with("seq", 2).dump() + '\n'
        + with("unit", "U018").dump() + '\n' + with("unit", "U999").dump() + "\n\n"
        + with("unit", "U019").dump();
    const auto batch = readBatch(text);
    REQUIRE(batch);
    CHECK(refusals(*batch) == "2 event.json\n4 inventory.not_frozen\n5 inventory.no_sheet\n6 event.json\n");
    REQUIRE(batch->events().size() == 3);
    CHECK(batch->events()[0].sheet == SheetId {17});
    CHECK(batch->events()[0].receivedAt == kNow);
    CHECK(batch->events()[0].body == with("seq", 1).dump());
    CHECK_FALSE(batch->events()[0].late);
    CHECK(batch->events()[2].late);
    using enum LineOutcome;
    const std::vector appended {AppendOutcome::Duplicate, AppendOutcome::Stored, AppendOutcome::Quarantined};
    CHECK(batch->outcomes(appended)
        == std::vector {Duplicate, Rejected, Stored, Rejected, Rejected, Rejected, Quarantined});
}

TEST_CASE("S9 a batch has at most 500 events and 1 MiB", "[batch]")
{
    const auto refusal = [](const std::string& text) {
        const auto batch = readBatch(text);
        return batch ? "" : batch.error().subject;
    };
    // app/exchange/events/event_batch.h kMaxEvents
    CHECK(refusal(lines(500)).empty());
    CHECK(refusal(lines(501)) == "batch.too_many_events");
    CHECK(refusal("") == "batch.empty");
    CHECK(refusal("\n") == "batch.empty");
    // app/exchange/events/event_batch.h kMaxBytes
    CHECK(refusal(std::string(1024 * 1024, 'x')).empty()); // one line, rejected as such
    CHECK(refusal(std::string(1024 * 1024 + 1, 'x')) == "batch.too_large");
    CHECK(refusals(*readBatch(std::string(8001, 'x'))) == "1 event.line_too_long\n");
}

TEST_CASE("S7 an event is by who scanned: an account whose scope covers the unit", "[batch]")
{
    const TempFolder folder;
    Session session(*parseDatabaseUrl("sqlite:" + (folder / "registry.db").string()), "");
    REQUIRE(migrate(session));
    SociAccountStore accounts(session);
    const auto add = [&](const char* login, std::optional<Role> role, UnitId unit, DepartmentId department) {
        Account account;
        account.login = login;
        account.role = role;
        account.unit = unit;
        account.department = department;
        REQUIRE(accounts.addAccounts({&account, 1}));
    };
    add("clerk01", Role::UnitClerk, UnitId {1}, {});
    add("clerk02", Role::UnitClerk, UnitId {2}, {});
    add("desk01", Role::DepartmentClerk, UnitId {1}, DepartmentId {5});
    add("section", Role::AssetSection, {}, {});
    add("nobody", std::nullopt, {}, {});
    add("left", Role::UnitClerk, UnitId {1}, {});
    Account left = accounts.findAccount("left").value();
    left.disabled = true;
    REQUIRE(accounts.changeAccount(left));

    const auto said = [&](const char* actor) {
        return refusals(*readBatch(with("actor", actor).dump(), accountActors(accounts)));
    };
    CHECK(said("clerk01").empty());
    CHECK(said("desk01").empty());
    CHECK(said("section").empty());
    CHECK(said("left").empty());
    CHECK(said("clerk02") == "1 event.actor_unit\n");
    CHECK(said("nobody") == "1 event.actor_unit\n");
    CHECK(said("stranger") == "1 event.actor_unknown\n");
}
