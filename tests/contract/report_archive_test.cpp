#include "schema/audit/audit_trail.h"
#include "schema/connection/sha256.h"
#include "schema/reporting/report_archive.h"
#include "tests/contract/small_registry.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// Somebody who acts, so that there is an audit trail.
struct Archive : SmallRegistry {
    using SmallRegistry::SmallRegistry;

    ReportArchive of(const Scope& scope, std::vector<RegisterKind> restricted = {})
    {
        return {*session, scope, std::move(restricted)};
    }
    KeptReport keep(const Scope& scope, const std::string& bytes, std::optional<RegisterKind> restricted = {})
    {
        KeptReport report;
        report.report = "yearly";
        report.title = "国有资产年度变动情况表";
        report.format = ReportFormat::Csv;
        report.reach = scope.reach();
        report.unit = scope.unit();
        report.department = scope.department();
        report.asOf = std::chrono::year(2026) / 11 / 29;
        report.parameters = R"({"year":"2026"})";
        report.rows = 8;
        report.checksHold = true;
        report.restricted = restricted;
        report.madeBy = "kuaiji01";
        report.madeAt = kNow;
        AuditAct act;
        act.action = AuditAction::KeepReport;
        act.object = "kept-reports";
        act.actor = report.madeBy;
        act.source = "local";
        act.requestId = "1";
        act.now = [] { return kNow; };
        const Acting acting(session->audit(), {act});
        return of(Scope::everything()).keep(report, bytes).value();
    }
    [[nodiscard]] std::vector<std::int64_t> seen(
        const Scope& scope, std::vector<RegisterKind> restricted = {})
    {
        std::vector<std::int64_t> out;
        for (const KeptReport& report : of(scope, std::move(restricted)).list({}, 100))
            out.push_back(report.id);
        return out;
    }
    void change(const std::string& text) { Query(*session).add(text).run(); }
};

using Ids = std::vector<std::int64_t>;

} // namespace

TEST_CASE("A kept report has its digests, its maker and its bytes", "[contract][reports]")
{
    CHECK(checkKept(kMostKeptBytes));
    CHECK(checkKept(kMostKeptBytes + 1).error().subject == "report.too_large_to_keep");

    Archive archive(GENERATE("sqlite", "mariadb"));
    std::string bytes(500'001, 'x');
    bytes[7] = '\0';
    bytes[400'000] = '\xff';
    const KeptReport kept = archive.keep(Scope::ofUnit(UnitId {1}), bytes);
    CHECK(kept.sha256 == sha256Hex(bytes));
    CHECK(archive.keep(Scope::everything(), "abc").sm3
        == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    ReportArchive own = archive.of(Scope::ofUnit(UnitId {1}));
    const auto found = own.find(kept.id);
    REQUIRE(found);
    CHECK(found->unitCode == "U001");
    CHECK(found->title == kept.title);
    CHECK(found->madeBy == "kuaiji01");
    CHECK(found->madeAt == kNow);
    CHECK(found->bytes == 500'001);
    CHECK(found->checksHold);
    CHECK(found->parameters == R"({"year":"2026"})");
    CHECK(own.read(*found) == bytes);
    CHECK(own.verify(*found).holds());

    // The same bytes are once stored, and each keeping is one of its own.
    const KeptReport again = archive.keep(Scope::ofUnit(UnitId {3}), bytes);
    CHECK(again.id != kept.id);
    CHECK(again.sha256 == kept.sha256);
    Query contents(*archive.session);
    contents.add("SELECT COUNT(*) FROM kept_report_content");
    REQUIRE(contents.next(1));
    CHECK(contents.integer(0) == 2);
    CHECK(own.find(again.id).error().subject == "report.not_kept");
}

TEST_CASE("A report is in the archive for whom all of its records are", "[contract][reports]")
{
    Archive archive(GENERATE("sqlite", "mariadb"));
    const auto id = [&](const Scope& scope, const char* bytes) { return archive.keep(scope, bytes).id; };
    const UnitId first {1}, below {2}, other {3};
    const auto city = id(Scope::everything(), "city");
    const auto tree = id(Scope::ofUnitAndSubordinates(first), "tree");
    const auto unit = id(Scope::ofUnit(first), "unit");
    const auto office = id(Scope::ofDepartment(first, DepartmentId {11}), "office");
    const auto child = id(Scope::ofUnit(below), "child");
    const auto stranger = id(Scope::ofUnit(other), "stranger");

    CHECK(archive.seen(Scope::everything()) == Ids {stranger, child, office, unit, tree, city});
    CHECK(archive.seen(Scope::ofUnitAndSubordinates(first)) == Ids {child, office, unit, tree});
    CHECK(archive.seen(Scope::ofUnit(first)) == Ids {office, unit});
    CHECK(archive.seen(Scope::ofDepartment(first, DepartmentId {11})) == Ids {office});
    CHECK(archive.seen(Scope::ofDepartment(first, DepartmentId {12})).empty());
    CHECK(archive.seen(Scope::ofUnit(other)) == Ids {stranger});
    CHECK(archive.seen(Scope()).empty());

    ReportArchive all = archive.of(Scope::everything());
    CHECK(all.list({"yearly", "U001", 0}, 100).size() == 3);
    CHECK(all.list({"idle-list", {}, 0}, 100).empty());
    CHECK(all.list({{}, {}, unit}, 100).size() == 2);
    CHECK(all.list({}, 2).size() == 2);
}

TEST_CASE(
    "What shows restricted fields is refused to all but the readers of their register", "[contract][reports]")
{
    Archive archive(GENERATE("sqlite", "mariadb"));
    const auto secret = archive.keep(Scope::everything(), "CASE-77", RegisterKind::SeizedGoods).id;
    CHECK(archive.seen(Scope::everything()).empty());
    CHECK(archive.seen(Scope::everything(), {RegisterKind::Gifts}).empty());
    CHECK(archive.seen(Scope::everything(), {RegisterKind::SeizedGoods}) == Ids {secret});
    CHECK(archive.of(Scope::everything()).find(secret).error().subject == "report.restricted");
    CHECK(archive.of(Scope::everything(), {RegisterKind::SeizedGoods}).find(secret));
    CHECK(archive.of(Scope::ofUnit(UnitId {1}), {RegisterKind::SeizedGoods}).find(secret).error().subject
        == "report.not_kept");
}

TEST_CASE("A kept report that somebody changed in the database does not hold", "[contract][reports]")
{
    Archive archive(GENERATE("sqlite", "mariadb"));
    const KeptReport kept = archive.keep(Scope::everything(), "合计,100.00\n");
    ReportArchive all = archive.of(Scope::everything());
    const auto check = [&] { return all.verify(all.find(kept.id).value()); };
    REQUIRE(check().holds());

    // Other bytes; bytes that are no base64.
    archive.change("UPDATE kept_report_piece SET content = 'AAAA'");
    CHECK_FALSE(check().bytesHold);
    CHECK(all.read(kept).error().subject == "report.damaged");
    archive.change("UPDATE kept_report_piece SET content = '!'");
    CHECK_FALSE(check().bytesHold);

    // Other bytes with digests that fit: the trail knows better, and so it does of another maker.
    const std::string forged = "合计,999.00\n";
    const KeptReport other = archive.keep(Scope::ofUnit(UnitId {3}), forged);
    archive.change("UPDATE kept_report SET sha256 = '" + other.sha256 + "', sm3 = '" + other.sm3 + "'");
    CHECK(check().bytesHold);
    CHECK_FALSE(check().trailHolds);
    CHECK(all.verify(all.find(other.id).value()).holds());
    archive.change("UPDATE kept_report SET made_by = 'nobody' WHERE id = " + std::to_string(other.id));
    CHECK_FALSE(all.verify(all.find(other.id).value()).trailHolds);
}
