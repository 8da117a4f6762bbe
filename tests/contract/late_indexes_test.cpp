#include "schema/connection/query.h"
#include "schema/migrations/late_indexes.h"
#include "schema/repositories/import_batches.h"
#include "tests/contract/back_ends.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <vector>

using namespace guanwu;
using namespace guanwu::test;

namespace {

const std::array<std::string, 2> kTables {"asset", "asset_value"};

/// As the catalogue has them: the table, the name, and on SQLite the statement.
std::vector<std::string> indexes(Session& session)
{
    const auto rows = session.bulk().stream(session.dialect() == Dialect::Sqlite
            ? "SELECT tbl_name, name, COALESCE(sql, '') FROM sqlite_master WHERE type = 'index'"
            : "SELECT table_name, index_name, column_name FROM information_schema.statistics WHERE table_schema = "
              "database()",
        {});
    std::vector<std::string> out;
    while (rows->next())
        out.push_back(
            std::string(rows->text(0)) + ' ' + std::string(rows->text(1)) + ' ' + std::string(rows->text(2)));
    std::sort(out.begin(), out.end());
    return out;
}

void addCard(Session& session, std::int64_t id, std::int64_t batch)
{
    insertRow(session, "asset",
        {{"id", id}, {"asset_no", "TY2022" + std::to_string(id)}, {"unit_id", std::int64_t {1}},
            {"using_unit_id", std::int64_t {1}}, {"card_kind", std::string("general")},
            {"class_edition", std::string("2022")}, {"class_code", std::string("A02010105")},
            {"name", std::string("电脑")}, {"quantity", std::int64_t {1}},
            {"acquired_on", std::string("2022-01-01")}, {"acquisition_method", std::string("purchase")},
            {"use_state", std::string("in_use")}, {"batch_id", batch}});
}

} // namespace

TEST_CASE("An empty table does without its indexes until its rows are in, and never without its rules",
    "[contract][import]")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    const bool isSqlite = session->dialect() == Dialect::Sqlite;
    const auto all = indexes(*session);
    dropIndexesOfEmpty(*session, kTables);
    // Eleven of cards and values; that a number stands once is still seen to.
    CHECK(indexes(*session).size() == all.size() - (isSqlite ? 11 : 0));
    addCard(*session, 1, 5);
    CHECK_THROWS(addCard(*session, 1, 5));
    makeIndexes(*session, kTables);
    CHECK(indexes(*session) == all);
    makeIndexes(*session, kTables);
    CHECK(indexes(*session) == all);
}

TEST_CASE("A table with rows keeps its indexes during an import", "[contract][import]")
{
    const BackEnd backEnd("sqlite");
    const auto session = backEnd.connectMigrated();
    const auto all = indexes(*session);
    addCard(*session, 1, 5);
    dropIndexesOfEmpty(*session, std::array<std::string, 1> {"asset"});
    CHECK(indexes(*session) == all);
}

TEST_CASE("P11: the import behind a first load that was killed finds every index again", "[contract][import]")
{
    const BackEnd backEnd(GENERATE("sqlite", "mariadb"));
    const auto session = backEnd.connectMigrated();
    const auto all = indexes(*session);
    ImportBatches batches(*session, Scope::everything());
    const BatchId batch {session->newId()};
    batches.begin(batch, {"assets", "cards.csv", 0, 1}, batch.value);
    batches.putIndexesOff("assets");
    addCard(*session, session->newId(), batch.value);
    CHECK((indexes(*session) == all) == (session->dialect() == Dialect::Mysql));
    CHECK(batches.recover() == 1);
    CHECK(indexes(*session) == all);
    CHECK_FALSE(session->bulk().stream("SELECT 1 FROM asset", {})->next());
}
