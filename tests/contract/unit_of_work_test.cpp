#include "schema/connection/query.h"
#include "schema/connection/unit_of_work.h"
#include "tests/contract/back_ends.h"

#include <catch2/catch.hpp>
#include <future>
#include <latch>

using namespace guanwu;
using test::BackEnd;

namespace {

void addPolicy(Session& session, const std::string& name, std::int64_t value)
{
    insertRow(session, "access_policy", {{"name", name}, {"value", value}});
}

std::int64_t policy(Session& session, const std::string& name)
{
    Query query(session);
    query.add("SELECT value FROM access_policy WHERE name = ", name);
    return query.next(1) ? query.integer(0) : 0;
}

void raise(Session& session, const std::string& name)
{
    Query(session).add("UPDATE access_policy SET value = value + 1 WHERE name = ", name).run();
}

std::int64_t connectionId(Session& session)
{
    Query query(session);
    query.add("SELECT CONNECTION_ID()");
    return query.next(1) ? query.integer(0) : 0;
}

} // namespace

TEST_CASE(
    "A unit of work that is not committed leaves nothing, and one inside another takes back its own part only",
    "[contract][store]")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    const auto onlooker = backEnd.connect();
    {
        UnitOfWork work(*session);
        addPolicy(*session, "first", 1);
    }
    CHECK(policy(*session, "first") == 0);
    {
        UnitOfWork outer(*session);
        {
            UnitOfWork inner(*session);
            addPolicy(*session, "second", 2);
            inner.commit();
        }
        CHECK(policy(*onlooker, "second") == 0);
        outer.commit();
    }
    CHECK(policy(*onlooker, "second") == 2);
    {
        UnitOfWork outer(*session);
        addPolicy(*session, "third", 3);
        {
            UnitOfWork inner(*session);
            addPolicy(*session, "refused", 4);
            UnitOfWork innermost(*session);
            addPolicy(*session, "refused as well", 5);
            innermost.commit();
        }
        outer.commit();
    }
    CHECK(policy(*onlooker, "third") == 3);
    CHECK(policy(*onlooker, "refused") == 0);
    CHECK(policy(*onlooker, "refused as well") == 0);
    CHECK_FALSE(session->isInUnitOfWork());
}

TEST_CASE(
    "A query binds texts, numbers and nothing, and takes all of them back as they were", "[contract][store]")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    const std::string awkward = "100%_\\'\"`;--:v0 办公桌";
    insertRow(*session, "place",
        {{"id", std::int64_t {1}}, {"code", awkward}, {"kind", std::string("room")},
            {"name", std::string("甲")}, {"parent_id", SqlValue()}, {"usable_m2_x100", std::int64_t {-5}}});
    Query query(*session);
    query.add("SELECT code, parent_id, usable_m2_x100 FROM place WHERE code IN ");
    query.addList(std::vector<std::string> {"other", awkward});
    REQUIRE(query.next(3));
    CHECK(query.text(0) == awkward);
    CHECK(query.isNull(1));
    CHECK(query.integer(2) == -5);
    CHECK_FALSE(query.next(3));
    Query none(*session);
    none.add("SELECT code FROM place WHERE code IN ").addList(std::vector<std::string> {});
    CHECK_FALSE(none.next(1));
}

TEST_CASE(
    "A query that is kept prepared takes the values of each who asks, also when one has not read to its end",
    "[contract][store]")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    const auto onlooker = backEnd.connect();
    for (std::int64_t value = 1; value <= 3; ++value)
        addPolicy(*session, "p" + std::to_string(value), value);
    const auto from = [&](const SqlValue& least, auto&& use) {
        Query query(*session, Query::Lifetime::Kept);
        query.add("SELECT value FROM access_policy WHERE value >= ", least).add(" ORDER BY value");
        use(query);
    };
    for (std::int64_t least = 1; least <= 3; ++least)
        from(least, [&](Query& query) {
            REQUIRE(query.next(1));
            CHECK(query.integer(0) == least);
        });
    // Nobody's snapshot is held: the change is seen, and seen by others.
    raise(*onlooker, "p3");
    from(std::int64_t {3}, [](Query& query) {
        REQUIRE(query.next(1));
        CHECK(query.integer(0) == 4);
    });
    from(SqlValue(std::optional<std::int64_t>()), [](Query& query) { CHECK_FALSE(query.next(1)); });
    from(std::int64_t {4}, [&](Query& outer) {
        REQUIRE(outer.next(1));
        if (session->dialect() == Dialect::Sqlite)
            from(std::int64_t {2}, [](Query& inner) {
                REQUIRE(inner.next(1));
                CHECK(inner.integer(0) == 2);
            });
        CHECK(outer.integer(0) == 4);
        CHECK_FALSE(outer.next(1));
    });
    from(SqlValue(std::string("1")), [](Query& query) { CHECK(query.next(1)); });
    session->reopen();
    from(std::int64_t {2}, [](Query& query) {
        REQUIRE(query.next(1));
        CHECK(query.integer(0) == 2);
    });
}

TEST_CASE("D6 of two units of work in a deadlock, the loser begins again from its reads", "[contract][store]")
{
    const BackEnd backEnd("mariadb");
    const auto session = backEnd.connectMigrated();
    addPolicy(*session, "left", 1);
    addPolicy(*session, "right", 1);
    std::latch bothHoldOne(2);
    std::atomic<int> attempts {0};
    const auto raiseBoth = [&](const char* first, const char* second) {
        const auto own = backEnd.connect();
        bool isFirstAttempt = true;
        retrying(*own, [&] {
            ++attempts;
            UnitOfWork work(*own);
            raise(*own, first);
            if (isFirstAttempt) {
                isFirstAttempt = false;
                bothHoldOne.arrive_and_wait();
            }
            raise(*own, second);
            work.commit();
        });
    };
    auto other = std::async(std::launch::async, [&] { raiseBoth("left", "right"); });
    raiseBoth("right", "left");
    other.get();
    CHECK(attempts >= 3);
    CHECK(policy(*session, "left") == 3);
    CHECK(policy(*session, "right") == 3);
}

TEST_CASE("D6 a connection that was cut is opened again, and the work begins again", "[contract][store]")
{
    const BackEnd backEnd("mariadb");
    const auto session = backEnd.connectMigrated();
    const auto operatorSession = backEnd.connect();
    addPolicy(*session, "value", 1);
    int attempts = 0;
    retrying(*session, [&] {
        UnitOfWork work(*session);
        raise(*session, "value");
        if (++attempts == 1)
            Query(*operatorSession).add("KILL ", connectionId(*session)).run();
        raise(*session, "value");
        work.commit();
    });
    CHECK(attempts == 2);
    CHECK(policy(*operatorSession, "value") == 3);
}

TEST_CASE(
    "D7 a connection lost at the commit is an unknown outcome, and is not tried again", "[contract][store]")
{
    const BackEnd backEnd("mariadb");
    const auto session = backEnd.connectMigrated();
    const auto operatorSession = backEnd.connect();
    int attempts = 0;
    CHECK_THROWS_AS(retrying(*session,
                        [&] {
                            ++attempts;
                            UnitOfWork work(*session);
                            addPolicy(*session, "value", 1);
                            Query(*operatorSession).add("KILL ", connectionId(*session)).run();
                            work.commit();
                        }),
        UnknownOutcome);
    CHECK(attempts == 1);
    CHECK(policy(*operatorSession, "value") == 0);
    session->reopen();
    CHECK(policy(*session, "value") == 0);
}

TEST_CASE("D6 what goes wrong every time is reported after five attempts", "[contract][store]")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    int attempts = 0;
    CHECK_THROWS_AS(retrying(*session,
                        [&] {
                            ++attempts;
                            UnitOfWork work(*session);
                            throw TransientFailure("in the way");
                        }),
        TransientFailure);
    CHECK(attempts == 5);
    CHECK_FALSE(session->isInUnitOfWork());
}
