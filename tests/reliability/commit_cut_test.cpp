// D7: whoever loses the connection at a commit does not know what became of it. Nothing is lost or done
// twice.
#include "schema/access/request_keys.h"
#include "schema/connection/query.h"
#include "schema/connection/unit_of_work.h"
#include "tests/contract/campaign.h"
#include "tests/support/database_wire.h"

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr int kBytes = DatabaseWire::kRequestBytes + DatabaseWire::kAnswerBytes;

/// A connection to the registry of a back end over the wire.
std::unique_ptr<Session> connectOver(const DatabaseWire& wire, const BackEnd& backEnd)
{
    DatabaseUrl url = *parseDatabaseUrl(backEnd.url());
    url.socket = wire.socket().string();
    return std::make_unique<Session>(url, "");
}

std::string serverSocket(const BackEnd& backEnd) { return parseDatabaseUrl(backEnd.url())->socket; }

void addPolicy(Session& session, const std::string& name)
{
    insertRow(session, "access_policy", {{"name", name}, {"value", std::int64_t {1}}});
}

std::int64_t rowsNamed(Session& session, const std::string& name)
{
    Query query(session);
    query.add("SELECT COUNT(*) FROM access_policy WHERE name = ", name);
    return query.next(1) ? query.integer(0) : -1;
}

} // namespace

TEST_CASE("D7: a commit that is cut at any byte is an unknown outcome, done or not", "[reliability][commit]")
{
    const BackEnd backEnd("mariadb");
    const auto onlooker = backEnd.connectMigrated();
    const TempFolder folder;
    DatabaseWire wire(serverSocket(backEnd), folder.path());
    const auto session = connectOver(wire, backEnd);
    int done = 0; // although nobody heard of it
    for (int bytes = 0; bytes < kBytes; ++bytes) {
        CAPTURE(bytes);
        const std::string name = "cut after " + std::to_string(bytes);
        const auto add = [&](Session& to) {
            UnitOfWork work(to);
            addPolicy(to, name);
            work.commit();
        };
        wire.cutNext(bytes);
        CHECK_THROWS_AS(add(*session), UnknownOutcome);
        session->reopen();
        try {
            add(*onlooker); // waits for the other commit, should it be on its way
        } catch (const DuplicateKey&) {
            ++done;
        }
        CHECK(rowsNamed(*onlooker, name) == 1);
    }
    CHECK(wire.cuts() == kBytes);
    CHECK(done == DatabaseWire::kAnswerBytes);
}

TEST_CASE("D7: a write with a key is done once, at whatever byte its commit is cut", "[reliability][commit]")
{
    const BackEnd backEnd("mariadb");
    const auto onlooker = backEnd.connectMigrated();
    const TempFolder folder;
    DatabaseWire wire(serverSocket(backEnd), folder.path());
    const auto session = connectOver(wire, backEnd);
    int ranTwice = 0;
    for (int bytes = 0; bytes < kBytes; ++bytes) {
        CAPTURE(bytes);
        const std::string name = "cut after " + std::to_string(bytes);
        int runs = 0;
        wire.cutNext(bytes);
        const auto answer = RequestKeys(*session, AccountId {7}).answerOnce(name, "digest", kCountTime, [&] {
            ++runs;
            addPolicy(*session, name);
            return FirstAnswer {201, "done"};
        });
        REQUIRE(answer);
        CHECK(answer->body == "done");
        CHECK(rowsNamed(*onlooker, name) == 1);
        ranTwice += runs == 2 ? 1 : 0;
    }
    CHECK(wire.cuts() == kBytes);
    CHECK(ranTwice >= DatabaseWire::kRequestBytes);
}

TEST_CASE("D7: scan events whose commit is cut at any byte are sent again and counted once",
    "[reliability][commit]")
{
    Campaign campaign("mariadb");
    campaign.addCards(1, 100, 3);
    campaign.startCounting();
    const TempFolder folder;
    DatabaseWire wire(serverSocket(campaign.backEnd), folder.path());
    constexpr std::int64_t kBatch = 20;
    std::int64_t seq = 0;
    int unknown = 0;
    int done = 0;
    for (int bytes = 0; bytes < kBytes; ++bytes) {
        CAPTURE(bytes);
        std::vector<IncomingEvent> events;
        for (std::int64_t i = 0; i < kBatch; ++i)
            events.push_back(campaign.seen(++seq, Campaign::number(100)));
        {
            const auto session = connectOver(wire, campaign.backEnd);
            SociInventoryStore store(*session, Scope::everything());
            wire.cutNext(bytes);
            try {
                (void)store.append(campaign.task.id, events);
            } catch (const UnknownOutcome&) {
                ++unknown;
            }
        }
        const auto outcomes = campaign.store.append(campaign.task.id, events);
        const AppendOutcome first = outcomes.front();
        CHECK((first == AppendOutcome::Stored || first == AppendOutcome::Duplicate));
        CHECK(outcomes == std::vector<AppendOutcome>(kBatch, first));
        done += first == AppendOutcome::Duplicate ? 1 : 0;
    }
    CHECK(wire.cuts() == kBytes);
    CHECK(unknown == kBytes);
    CHECK(done == DatabaseWire::kAnswerBytes);
    CHECK(static_cast<std::int64_t>(campaign.store.events(campaign.sheet("U001").id).size()) == seq);
}
