#include "app/server/work_pool.h"

#include "schema/connection/session.h"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <future>
#include <map>
#include <ranges>

using namespace guanwu;

namespace {

std::unique_ptr<Session> noSession() { return nullptr; }

/// The thread that does a job, after it was given back.
std::thread::id doneBy(WorkPool& pool)
{
    std::promise<std::thread::id> who;
    REQUIRE(pool.submit([&](Session*) { who.set_value(std::this_thread::get_id()); }));
    const auto id = who.get_future().get();
    std::this_thread::sleep_for(std::chrono::milliseconds(5)); // it falls asleep
    return id;
}

} // namespace

TEST_CASE("Jobs that come one after the other stay with the thread whose session is warm", "[work_pool]")
{
    constexpr int kJobs = 60;
    WorkPool pool("test", 4, 8, noSession);
    std::map<std::thread::id, int> jobsOf;
    for (int i = 0; i < kJobs; ++i)
        ++jobsOf[doneBy(pool)];
    CHECK(std::ranges::max(std::views::values(jobsOf)) > kJobs / 2); // taken in turns it would be a quarter
}

TEST_CASE("A pool does what is queued before it ends, takes no more than it may and nothing afterwards",
    "[work_pool]")
{
    constexpr int kWaiting = 3;
    WorkPool pool("test", 1, kWaiting, noSession);
    std::promise<void> started;
    std::promise<void> goOn;
    REQUIRE(pool.submit([&](Session*) {
        started.set_value();
        goOn.get_future().wait();
    }));
    started.get_future().wait();
    std::atomic<int> done {0};
    for (int i = 0; i < kWaiting; ++i)
        REQUIRE(pool.submit([&](Session*) { ++done; }));
    CHECK_FALSE(pool.submit([&](Session*) { ++done; }));
    CHECK(pool.waiting() == kWaiting);
    goOn.set_value();
    pool.end();
    CHECK(done == kWaiting);
    CHECK_FALSE(pool.submit([&](Session*) { ++done; }));
}
