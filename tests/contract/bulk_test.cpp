#include "schema/bulk/row_copies.h"
#include "schema/connection/query.h"
#include "schema/connection/storage_error.h"
#include "tests/contract/back_ends.h"

#include <array>
#include <catch2/catch.hpp>
#include <limits>
#include <vector>

using namespace guanwu;
using namespace guanwu::test;

namespace {

void writeDepartment(RowWriter& writer, std::int64_t id, std::string_view name)
{
    writer.integer(id);
    writer.integer(7);
    writer.text(name);
    writer.null();
    writer.endRow();
}

constexpr const char* kColumns = "id, unit_id, name, batch_id";

/// Either road that rows can be written by.
BulkWrites& writesOf(Session& session, const std::string& road)
{
    return road == "bulk" ? session.bulk() : session.batches();
}

} // namespace

TEST_CASE("No column that may be NULL has another default: a batch leaves out what it states in no row",
    "[contract][bulk]")
{
    const BackEnd backEnd("mariadb");
    const auto session = backEnd.connectMigrated();
    Query query(*session);
    query.add("SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns WHERE table_schema = "
              "DATABASE() AND is_nullable = 'YES' AND COALESCE(column_default, 'NULL') <> 'NULL'");
    CHECK_FALSE(query.next(1));
}

TEST_CASE("A question that is kept prepared answers each value it is put with, long texts and none included")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    std::string large;
    for (int i = 0; i < 20; ++i)
        large += "资产管理";
    const std::vector<std::string> names {"普通", large, "", large, "!"};
    for (std::size_t i = 0; i < names.size(); ++i)
        insertRow(*session, "department",
            {{"id", static_cast<std::int64_t>(i)}, {"unit_id", static_cast<std::int64_t>(i)},
                {"name", names[i]},
                {"batch_id", i % 2 == 0 ? SqlValue() : SqlValue(std::int64_t {-9'000'000'000})}});
    for (int round = 0; round < 2; ++round)
        for (std::size_t i = 0; i < names.size(); ++i) {
            Query query(*session, Query::Lifetime::Kept);
            query.add("SELECT name, batch_id, id FROM department WHERE id = ", static_cast<std::int64_t>(i));
            REQUIRE(query.next(3));
            CHECK(query.text(0) == names[i]);
            CHECK(query.isNull(1) == (i % 2 == 0));
            CHECK(query.integer(1) == (i % 2 == 0 ? 0 : -9'000'000'000));
            CHECK(query.integer(2) == static_cast<std::int64_t>(i));
            CHECK_FALSE(query.next(3));
        }
    // The same words with a text in place of the number, and left before the end.
    for (const std::string& name : {std::string("!"), large}) {
        Query query(*session, Query::Lifetime::Kept);
        query.add("SELECT id FROM department WHERE name = ", name).add(" ORDER BY id");
        REQUIRE(query.next(1));
        Query inside(*session, Query::Lifetime::Kept);
        inside.add("SELECT id FROM department WHERE name = ", std::string("普通")).add(" ORDER BY id");
        REQUIRE(inside.next(1));
        CHECK(inside.integer(0) == 0);
        CHECK(query.integer(0) == (name == "!" ? 4 : 1));
    }
    Query none(*session, Query::Lifetime::Kept);
    CHECK_FALSE(none.add("SELECT name, batch_id, id FROM department WHERE id = ", std::int64_t {99}).next(3));
}

TEST_CASE("What the bulk writer takes comes back from a stream byte for byte")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    BulkWrites& writes = writesOf(*session, GENERATE("bulk", "batches"));
    const std::vector<std::string> names {
        "普通", "tab\there", "line\nbreak", "back\\slash", "quote'\"", "\\N", "𠀀 rare", " "};
    {
        BulkTransaction piece(writes);
        const auto writer = writes.writer("department", kColumns);
        for (std::size_t i = 0; i < names.size(); ++i)
            writeDepartment(*writer, static_cast<std::int64_t>(i + 1), names[i]);
        writer->flush();
        piece.commit();
    }
    const auto rows = session->bulk().stream(
        "SELECT id, name, batch_id FROM department WHERE unit_id = ? ORDER BY id", {7});
    for (const std::string& name : names) {
        REQUIRE(rows->next());
        CHECK(rows->text(1) == name);
        CHECK(rows->isNull(2));
    }
    CHECK_FALSE(rows->next());
}

TEST_CASE("A row that clashes is an error, never silently left out")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    BulkWrites& writes = writesOf(*session, GENERATE("bulk", "batches"));
    const auto load = [&] {
        BulkTransaction piece(writes);
        const auto writer = writes.writer("department", kColumns);
        writeDepartment(*writer, 1, "a");
        writeDepartment(*writer, 2, "b");
        writeDepartment(*writer, 1, "c");
        writer->flush();
        piece.commit();
    };
    CHECK_THROWS_AS(load(), DuplicateKey);
    const auto rows = session->bulk().stream("SELECT count(*) FROM department", {});
    REQUIRE(rows->next());
    CHECK(rows->integer(0) == 0);
}

TEST_CASE("A text too long for its column is an error on MariaDB, never cut")
{
    const BackEnd backEnd("mariadb");
    const auto session = backEnd.connectMigrated();
    BulkWrites& writes = writesOf(*session, GENERATE("bulk", "batches"));
    const auto load = [&] {
        BulkTransaction piece(writes);
        const auto writer = writes.writer("department", kColumns);
        writeDepartment(*writer, 1, std::string(101, 'x'));
        writer->flush();
        piece.commit();
    };
    CHECK_THROWS_AS(load(), StorageError);
}

TEST_CASE("Copies of rows read as the rows did")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    const std::vector<std::string> names {"普通", "", "办公用房管理与住房保障科的第二办公室及其附属用房与设备间和档案室以及会议室", "x"};
    {
        BulkTransaction piece(session->bulk());
        const auto writer = session->bulk().writer("department", kColumns);
        for (std::size_t i = 0; i < names.size(); ++i)
            writeDepartment(*writer, static_cast<std::int64_t>(i), names[i]);
        writer->flush();
        piece.commit();
    }
    constexpr std::array columns {ColumnKind::Integer, ColumnKind::Text, ColumnKind::Text, ColumnKind::Integer};
    RowCopies copies;
    {
        const auto rows = session->bulk().stream("SELECT id - 1, name, batch_id, 9223372036854775807 FROM "
                                                 "department WHERE unit_id = ? ORDER BY id",
            {7});
        while (rows->next())
            copies.add(*rows, columns);
    }
    RowCopies::Reader rows(copies, columns);
    for (std::size_t i = 0; i < names.size(); ++i) {
        REQUIRE(rows.next());
        CHECK(rows.integer(0) == static_cast<std::int64_t>(i) - 1);
        CHECK(rows.text(1) == names[i]);
        CHECK_FALSE(rows.isNull(1));
        CHECK(rows.isNull(2));
        CHECK(rows.text(2).empty());
        CHECK(rows.integer(3) == std::numeric_limits<std::int64_t>::max());
    }
    CHECK_FALSE(rows.next());
}

TEST_CASE("A stream that is left in the middle does not disturb the next question")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    {
        BulkTransaction piece(session->bulk());
        const auto writer = session->bulk().writer("department", kColumns);
        for (int i = 1; i <= 1000; ++i)
            writeDepartment(*writer, i, "d" + std::to_string(i));
        writer->flush();
        piece.commit();
    }
    {
        const auto rows = session->bulk().stream("SELECT id FROM department ORDER BY id", {});
        REQUIRE(rows->next());
    }
    const auto rows = session->bulk().stream("SELECT count(*) FROM department", {});
    REQUIRE(rows->next());
    CHECK(rows->integer(0) == 1000);
}

TEST_CASE("A column may be empty in some rows, in all of them, or in none")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    BulkWrites& writes = writesOf(*session, GENERATE("bulk", "batches"));
    {
        BulkTransaction piece(writes);
        const auto writer = writes.writer(
            "quarantined_event", "event_id, digest, task_id, install_id, seq, body, received_at");
        for (std::int64_t i = 1; i <= 3; ++i) {
            const std::string id = "e" + std::to_string(i);
            writer->text(id);
            writer->text("");
            writer->integer(-i);
            writer->text("i");
            writer->integer(INT64_MAX);
            writer->text("b");
            writer->integer(0);
            writer->endRow();
        }
        writer->flush();
        const auto departments = writes.writer("department", "id, unit_id, name, batch_id");
        for (std::int64_t i = 1; i <= 3; ++i) {
            departments->integer(i);
            departments->integer(7);
            const std::string name = "d" + std::to_string(i);
            departments->text(name);
            departments->integer(i == 2 ? std::optional<std::int64_t>(5) : std::nullopt);
            departments->endRow();
        }
        departments->flush();
        piece.commit();
    }
    {
        const auto rows = session->bulk().stream(
            "SELECT event_id, digest, task_id, seq FROM quarantined_event ORDER BY event_id", {});
        for (std::int64_t i = 1; i <= 3; ++i) {
            REQUIRE(rows->next());
            CHECK(rows->text(0) == "e" + std::to_string(i));
            CHECK_FALSE(rows->isNull(1));
            CHECK(rows->text(1).empty());
            CHECK(rows->integer(2) == -i);
            CHECK(rows->integer(3) == INT64_MAX);
        }
    }
    const auto rows = session->bulk().stream("SELECT batch_id FROM department ORDER BY id", {});
    for (std::int64_t i = 1; i <= 3; ++i) {
        REQUIRE(rows->next());
        CHECK(rows->isNull(0) == (i != 2));
        CHECK(rows->integer(0) == (i == 2 ? 5 : 0));
    }
}

TEST_CASE("Small batches: more rows than one message takes all arrive, and none when a later one clashes")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    const std::string body(8000, 'b');
    const auto write = [&](int rows, int clash) {
        BulkTransaction piece(session->batches());
        const auto writer = session->batches().writer(
            "quarantined_event", "event_id, digest, task_id, install_id, seq, body, received_at");
        for (int i = 0; i < rows; ++i) {
            const std::string id = "e" + std::to_string(i == clash ? 0 : i);
            writer->text(id);
            writer->text("d");
            writer->integer(1);
            writer->text("i");
            writer->integer(i);
            writer->text(body);
            writer->integer(1);
            writer->endRow();
        }
        writer->flush();
        piece.commit();
    };
    const auto stored = [&] {
        const auto rows
            = session->bulk().stream("SELECT count(*), SUM(LENGTH(body)) FROM quarantined_event", {});
        REQUIRE(rows->next());
        return std::pair(rows->integer(0), rows->integer(1));
    };
    CHECK_THROWS_AS(write(1000, 900), DuplicateKey);
    CHECK(stored().first == 0);
    write(1000, -1);
    CHECK(stored() == std::pair<std::int64_t, std::int64_t>(1000, 8'000'000));
    CHECK_THROWS_AS(write(1, -1), DuplicateKey);
    CHECK(stored().first == 1000);
}

TEST_CASE("D8: on every kind of connection to MariaDB reads wait for what a cluster has committed")
{
    const BackEnd backEnd("mariadb");
    const auto session = backEnd.connect();
    std::string wait;
    session->sql() << "SELECT CAST(@@SESSION.wsrep_sync_wait AS CHAR)", soci::into(wait);
    CHECK(wait == "1");
    const auto rows = session->bulk().stream("SELECT @@SESSION.wsrep_sync_wait", {});
    REQUIRE(rows->next());
    CHECK(rows->integer(0) == 1);
}
