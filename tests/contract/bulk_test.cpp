#include "schema/connection/storage_error.h"
#include "tests/contract/back_ends.h"

#include <catch2/catch.hpp>
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

} // namespace

TEST_CASE("What the bulk writer takes comes back from a stream byte for byte")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    const std::vector<std::string> names {
        "普通", "tab\there", "line\nbreak", "back\\slash", "quote'\"", "\\N", "𠀀 rare", " "};
    {
        BulkTransaction piece(session->bulk());
        const auto writer = session->bulk().writer("department", kColumns);
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
    const auto load = [&] {
        BulkTransaction piece(session->bulk());
        const auto writer = session->bulk().writer("department", kColumns);
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
    const auto load = [&] {
        BulkTransaction piece(session->bulk());
        const auto writer = session->bulk().writer("department", kColumns);
        writeDepartment(*writer, 1, std::string(101, 'x'));
        writer->flush();
        piece.commit();
    };
    CHECK_THROWS_AS(load(), StorageError);
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
