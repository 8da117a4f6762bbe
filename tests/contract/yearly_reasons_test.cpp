#include "core/base/text_length.h"
#include "schema/books/yearly_reasons.h"
#include "tests/contract/small_registry.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

TEST_CASE("The reason of a move over a year is of its unit, with who said it and when", "[contract][books]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    const auto of = [&](const Scope& scope) { return YearlyReasons(*registry.session, scope); };
    const Scope own = Scope::ofUnit(UnitId {1});
    const YearlyReason reason {"A02000000", "  更新计算机 40 台 ", "kuaiji01", kNow};
    REQUIRE(of(own).enter(UnitId {1}, 2026, reason));
    const auto read = of(own).of(UnitId {1}, 2026);
    REQUIRE(read.size() == 1);
    CHECK(read.at("A02000000").text == "更新计算机 40 台");
    CHECK(read.at("A02000000").by == "kuaiji01");
    CHECK(read.at("A02000000").at == kNow);
    CHECK(of(own).of(UnitId {1}, 2025).empty());

    // In place of the one before.
    REQUIRE(of(own).enter(UnitId {1}, 2026, {"A02000000", "更正", "kuaiji02", kNow}));
    CHECK(of(own).of(UnitId {1}, 2026).at("A02000000").by == "kuaiji02");

    // Nobody else's: read by whoever reads the unit, changed by the unit and the bureau.
    CHECK(of(Scope::ofUnit(UnitId {3})).of(UnitId {1}, 2026).empty());
    CHECK(of(Scope::ofDepartment(UnitId {1}, DepartmentId {11})).of(UnitId {1}, 2026).empty());
    CHECK(of(Scope::ofUnitAndSubordinates(UnitId {1})).of(UnitId {1}, 2026).size() == 1);
    const auto rule = [&](const Scope& scope, UnitId unit) {
        const auto done = of(scope).enter(unit, 2026, reason);
        return done ? std::string() : done.error().subject;
    };
    CHECK(rule(Scope::ofUnit(UnitId {3}), UnitId {1}) == "access.forbidden");
    CHECK(rule(Scope::ofDepartment(UnitId {1}, DepartmentId {11}), UnitId {1}) == "access.forbidden");
    CHECK(rule(Scope::ofUnitAndSubordinates(UnitId {1}), UnitId {2}) == "access.forbidden");
    CHECK(rule(own, UnitId {}) == "access.forbidden");
    CHECK(rule(Scope::everything(), UnitId {}).empty());
    CHECK(of(own).of(UnitId {}, 2026).empty());

    CHECK(yearlyReasonText(manyCharacters(kLongestNote)));
    CHECK(yearlyReasonText(manyCharacters(kLongestNote + 1)).error().subject == "text.too_long");
    CHECK(yearlyReasonText(" \t").error().subject == "books.reason_empty");

    REQUIRE(of(own).takeBack(UnitId {1}, 2026, "A02000000"));
    CHECK(of(own).takeBack(UnitId {1}, 2026, "A02000000").error().subject == "books.no_reason");
}
