// D6: whatever statement of a unit of work fails by an error that passes, all of it is done again from its reads.
#include "schema/access/request_keys.h"
#include "schema/connection/query.h"
#include "schema/connection/unit_of_work.h"
#include "tests/contract/campaign.h"
#include "tests/support/database_wire.h"

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// What a server says of a statement; 0 = nothing any more, since the wire is cut (2006, 2013).
constexpr int kPassing[] = {1213, 1205, 1020, 1047, 1053, 1180, 1290, 1615, 1927};
/// What who connects again may meet: no place, nobody there (2002, 2003).
constexpr int kRefusals[] = {0, 1040, 2002};

/// A campaign whose decider works over a wire that fails.
struct Decider {
    Campaign campaign {"mariadb"};
    TempFolder folder;
    DatabaseWire wire {parseDatabaseUrl(campaign.backEnd.url())->socket, folder.path()};
    std::unique_ptr<Session> session;
    int runs = 0;

    Decider()
    {
        campaign.addCards(1, 100, 2);
        campaign.startCounting();
        DatabaseUrl url = *parseDatabaseUrl(campaign.backEnd.url());
        url.socket = wire.socket().string();
        session = std::make_unique<Session>(url, "");
    }
    /// Looks at the sheet and decides on two of its lines: reads, a savepoint, writes, the answer, the commit.
    Result<FirstAnswer> decide(const std::string& key, LineResult result)
    {
        runs = 0;
        return RequestKeys(*session, AccountId {7}).answerOnce(key, "digest", kCountTime, [&] {
            ++runs;
            SociInventoryStore store(*session, Scope::everything());
            CountSheet sheet;
            for (const CountSheet& one : store.sheets(campaign.task.id))
                if (one.unitCode == "U001")
                    sheet = one;
            LineDecision decision;
            decision.result = result;
            decision.reason = key;
            decision.decidedBy = "officer";
            std::vector<LineDecision> decisions(2, decision);
            decisions[0].asset = AssetId {100};
            decisions[1].asset = AssetId {101};
            const auto decided = store.decide(sheet, decisions);
            return decided ? FirstAnswer {200, std::to_string(decided->revision)} : FirstAnswer {409, {}};
        });
    }
    [[nodiscard]] std::int64_t keys(const std::string& key)
    {
        Query query(*campaign.session);
        query.add("SELECT COUNT(*) FROM request_key WHERE request_key = ", key);
        return query.next(1) ? query.integer(0) : -1;
    }
    void checkDoneOnce(const std::string& key, std::int64_t revisionBefore)
    {
        const CountSheet sheet = campaign.sheet("U001");
        CHECK(sheet.revision == revisionBefore + 1);
        const auto decisions = campaign.store.lineDecisions(sheet.id);
        REQUIRE(decisions.size() == 2);
        CHECK(decisions[0].reason == key);
        CHECK(decisions[1].reason == key);
        CHECK(keys(key) == 1);
    }
};

} // namespace

TEST_CASE("D6: each passing error at each statement of a unit of work has all of it done again, once",
    "[reliability][commit]")
{
    Decider decider;
    (void)decider.wire.takeStatements();
    REQUIRE(decider.decide("without a fault", LineResult::Match));
    const int statements = decider.wire.takeStatements();
    REQUIRE(statements >= 8); // begin, key, sheets, savepoint, mark, lines, release, answer, commit
    int faults = 0;
    const auto meet = [&](const DatabaseWire::Fault& fault) {
        CAPTURE(fault.after, fault.code, fault.refused);
        const std::int64_t before = decider.campaign.sheet("U001").revision;
        const std::string key = "fault " + std::to_string(++faults);
        decider.wire.fail(fault);
        const auto answer = decider.decide(key, LineResult::Shortage);
        REQUIRE(answer);
        CHECK(answer->body == std::to_string(before + 1));
        CHECK(decider.wire.faults() == faults);
        // What fails before the first read has not begun the work.
        CHECK(decider.runs == (fault.after < 2 ? 1 : 2));
        decider.checkDoneOnce(key, before);
    };
    for (int after = 0; after < statements; ++after) {
        for (const int code : kPassing)
            meet({after, code, 0});
        for (const int refused : kRefusals)
            meet({after, 0, refused});
    }
    CHECK(faults == statements * static_cast<int>(std::size(kPassing) + std::size(kRefusals)));
}

TEST_CASE("D6: each passing error at each statement of a group of scan events stores each of them once",
    "[reliability][commit]")
{
    Decider decider;
    std::int64_t seq = 0;
    const auto batch = [&] {
        std::vector<IncomingEvent> events;
        for (int i = 0; i < 20; ++i) {
            events.push_back(decider.campaign.seen(++seq, Campaign::number(100)));
            events.back().receivedAt = kCountTime;
        }
        return events;
    };
    SociInventoryStore store(*decider.session, Scope::everything());
    (void)decider.wire.takeStatements();
    (void)store.append(decider.campaign.task.id, batch());
    (void)store.append(decider.campaign.task.id, batch()); // by now everything is prepared
    (void)decider.wire.takeStatements();
    (void)store.append(decider.campaign.task.id, batch());
    const int statements = decider.wire.takeStatements();
    REQUIRE(statements >= 4); // begin, events, sheet, arrival, commit
    for (int after = 0; after < statements; ++after)
        for (const int code : {1213, 1205, 1020, 1047, 1180, 1290, 0}) {
            CAPTURE(after, code);
            const auto events = batch();
            decider.wire.fail({after, code, 0});
            std::vector<AppendOutcome> outcomes;
            try {
                outcomes = retrying(
                    *decider.session, [&] { return store.append(decider.campaign.task.id, events); });
            } catch (const UnknownOutcome&) {
                CHECK(code != 1047); // the node says that it took nothing
                decider.session->reopen();
                outcomes = store.append(decider.campaign.task.id, events);
            }
            CHECK(outcomes == std::vector<AppendOutcome>(events.size(), AppendOutcome::Stored));
        }
    const auto stored = decider.campaign.store.events(decider.campaign.sheet("U001").id);
    CHECK(static_cast<std::int64_t>(stored.size()) == seq);
}
