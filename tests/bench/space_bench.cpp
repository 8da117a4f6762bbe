// Rooms for requests among 50,000, beside the bare query for the rooms, and beside passes over them.
#include "core/rules/limits.h"
#include "schema/connection/query.h"
#include "schema/connection/unit_of_work.h"
#include "schema/premises/space_register.h"
#include "tests/contract/back_ends.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <numeric>
#include <random>

using namespace guanwu;

namespace {

constexpr std::int64_t kRooms = 50'000;
constexpr std::int64_t kUnits = 14;
constexpr std::size_t kNeeds = 24;
constexpr int kRounds = 7;

/// Half of the rooms stand in the pool, half are of the units; 200 buildings of 250 rooms.
void fill(Session& session)
{
    std::mt19937 random(20221231);
    UnitOfWork work(session);
    for (std::int64_t unit = 1; unit <= kUnits; ++unit)
        insertRow(session, "unit",
            {{"id", unit}, {"code", "U" + std::to_string(unit)}, {"name", "第" + std::to_string(unit) + "局"},
                {"org_type", std::string("administrative")}, {"organ_level", std::string("municipal")},
                {"division", std::string("431200")}, {"posts_established", std::int64_t {60}},
                {"posts_filled", std::int64_t {55}}, {"in_inventory", std::int64_t {1}}});
    for (std::int64_t building = 1; building <= kRooms / 250; ++building)
        insertRow(session, "place",
            {{"id", building}, {"code", "B" + std::to_string(building)}, {"kind", std::string("building")},
                {"name", std::string("楼")}});
    for (std::int64_t room = 1; room <= kRooms; ++room) {
        const std::int64_t id = 100'000 + room;
        const bool isPool = random() % 2 == 0;
        const auto area = static_cast<std::int64_t>(900 + random() % 2'400);
        insertRow(session, "place",
            {{"id", id}, {"code", "R" + std::to_string(id)}, {"kind", std::string("room")},
                {"name", std::string("室")}, {"parent_id", 1 + room / 251},
                {"unit_id", isPool ? SqlValue() : SqlValue(std::int64_t(1 + random() % kUnits))}});
        insertRow(session, "room",
            {{"place_id", id}, {"room_kind", std::string("office")}, {"usable_m2_x100", area},
                {"state", std::string(isPool ? "available" : "allocated")}});
    }
    work.commit();
}

std::vector<RoomNeed> needs()
{
    std::vector<RoomNeed> out;
    for (std::size_t i = 0; i < kNeeds; ++i) {
        const Area most = Area::fromHundredths(i % 8 == 0 ? 2'400 : 1'800);
        const std::vector<Reference> people(i % 8 == 0 ? 1 : 2);
        out.push_back({std::int64_t(1 + i % std::size_t(kUnits)), people,
            Area::fromHundredths(most.hundredths() * 60 / 100), most, {}, std::int64_t(1 + i * 7)});
    }
    return out;
}

template <class Work> double best(const Work& work)
{
    double out = 1e9;
    for (int round = 0; round < kRounds; ++round) {
        const auto from = std::chrono::steady_clock::now();
        work();
        out = std::min(out,
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count());
    }
    return out;
}

std::int64_t bareQuery(Session& session)
{
    std::int64_t sum = 0;
    Query query(session);
    query.add("SELECT p.id, p.code, p.name, q1.kind, q1.id, q2.id, p.unit_id, r.usable_m2_x100 "
              "FROM room r JOIN place p ON p.id = r.place_id LEFT JOIN place q1 ON q1.id = p.parent_id "
              "LEFT JOIN place q2 ON q2.id = q1.parent_id WHERE r.room_kind = 'office' ORDER BY p.code");
    while (query.next(8))
        sum += query.integer(7);
    return sum;
}

void measure(const char* name)
{
    const test::BackEnd backEnd(name);
    const auto session = backEnd.connectMigrated();
    fill(*session);
    SpaceRegister space(*session, Scope::everything());
    std::vector<std::int64_t> units(static_cast<std::size_t>(kUnits));
    std::iota(units.begin(), units.end(), 1);
    const auto wanted = needs();
    std::int64_t sink = 0;
    const double bare = best([&] { sink += bareQuery(*session); });
    const double whole = best([&] { sink += propose(wanted, space.options(units, false))->moves; });
    const auto options = space.options(units, false);
    const double engine = best([&] { sink += propose(wanted, options)->moves; });
    const double passes = best([&] {
        for (std::int64_t unit = 1; unit <= kUnits; ++unit)
            for (const RoomOption& option : options)
                sink += option.unit == unit && option.usable.hundredths() < 1'800;
    });
    const auto proposal = propose(wanted, options);
    std::printf("%s: %zu rooms could be had; bare query %.1f ms, query and proposal %.1f ms (%.2f times)\n"
                "  24 rooms for 14 units: %.2f ms, a pass over the rooms per unit %.2f ms (%.1f times), unmet %zu [%lld]\n",
        name, options.size(), bare, whole, whole / bare, engine, passes, engine / passes, proposal->unmet.size(),
        static_cast<long long>(sink % 10));
}

} // namespace

int main()
{
    measure("sqlite");
    measure("mariadb");
}
