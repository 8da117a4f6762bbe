#include "schema/access/request_keys.h"
#include "schema/connection/query.h"
#include "schema/connection/storage_error.h"
#include "tests/contract/back_ends.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>
#include <future>

using namespace guanwu;
using namespace guanwu::test;
using test::BackEnd;

namespace {

void addPolicy(Session& session, const std::string& name)
{
    insertRow(session, "access_policy", {{"name", name}, {"value", std::int64_t {1}}});
}

std::int64_t policies(Session& session)
{
    Query query(session);
    query.add("SELECT COUNT(*) FROM access_policy");
    return query.next(1) ? query.integer(0) : 0;
}

} // namespace

TEST_CASE(
    "A write that is sent again with its key gives the first answer and does nothing", "[contract][access]")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    RequestKeys keys(*session, AccountId {7});
    int runs = 0;
    const auto work = [&] {
        addPolicy(*session, "row " + std::to_string(++runs));
        return FirstAnswer {201, "{\"no\":" + std::to_string(runs) + "}"};
    };
    const FirstAnswer first {201, "{\"no\":1}"};
    CHECK(keys.answerOnce("key-1", "digest", kNow, work) == first);
    CHECK(keys.answerOnce("key-1", "digest", kNow, work) == first);
    CHECK(policies(*session) == 1);
    const auto reused = keys.answerOnce("key-1", "other digest", kNow, work);
    REQUIRE_FALSE(reused);
    CHECK(reused.error().code == ErrorCode::Conflict);
    CHECK(reused.error().subject == "request.key_reused");
    // Another account has keys of its own.
    CHECK(
        RequestKeys(*session, AccountId {8}).answerOnce("key-1", "other digest", kNow, work)->status == 201);
    CHECK(policies(*session) == 2);
}

TEST_CASE("A refused write leaves nothing and may be sent again under its key", "[contract][access]")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    RequestKeys keys(*session, AccountId {7});
    CHECK(keys.answerOnce("key-1", "digest", kNow,
                  [&] {
                      addPolicy(*session, "half done");
                      return FirstAnswer {422, "no"};
                  })
              ->status
        == 422);
    CHECK(policies(*session) == 0);
    CHECK_THROWS_AS(keys.answerOnce("key-1", "digest", kNow,
                        [&]() -> FirstAnswer {
                            addPolicy(*session, "half done");
                            throw StorageError("the disk is full");
                        }),
        StorageError);
    CHECK(policies(*session) == 0);
    CHECK(keys.answerOnce("key-1", "digest", kNow, [&] { return FirstAnswer {200, "yes"}; })->body == "yes");
}

TEST_CASE("The same write sent twice at once is done once", "[contract][access]")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    std::atomic<int> row {0};
    const auto send = [&] {
        const auto own = backEnd.connect();
        return RequestKeys(*own, AccountId {7})
            .answerOnce("key-1", "digest", kNow,
                [&] {
                    const std::string name = "row " + std::to_string(++row);
                    addPolicy(*own, name);
                    return FirstAnswer {200, name};
                })
            ->body;
    };
    std::vector<std::future<std::string>> senders;
    for (int i = 0; i < 6; ++i)
        senders.push_back(std::async(std::launch::async, send));
    std::vector<std::string> answers;
    for (auto& sender : senders)
        answers.push_back(sender.get());
    CHECK(std::count(answers.begin(), answers.end(), answers.front()) == 6);
    CHECK(policies(*session) == 1);
}

TEST_CASE("D7 a commit that nobody knows of is settled by the key", "[contract][access]")
{
    const BackEnd backEnd("mariadb");
    const auto session = backEnd.connectMigrated();
    const auto operatorSession = backEnd.connect();
    RequestKeys keys(*session, AccountId {7});
    int runs = 0;
    // The connection is cut before the key itself is stored, so that the commit cannot have happened.
    const auto answer = keys.answerOnce("key-1", "digest", kNow, [&] {
        addPolicy(*session, "row");
        if (++runs == 1) {
            Query query(*session);
            query.add("SELECT CONNECTION_ID()");
            REQUIRE(query.next(1));
            Query(*operatorSession).add("KILL ", query.integer(0)).run();
        }
        return FirstAnswer {200, "done"};
    });
    CHECK(answer->body == "done");
    CHECK(runs == 2);
    CHECK(policies(*session) == 1);
}
