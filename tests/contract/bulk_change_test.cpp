#include "app/text/initials.h"
#include "core/cards/bulk_change.h"
#include "schema/cards/soci_card_repository.h"
#include "schema/cards/soci_card_search.h"
#include "schema/connection/sha256.h"
#include "tests/contract/small_registry.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using test::SmallRegistry;

namespace {

const CardChangeBy kBy {"clerk01", "搬迁"};

struct Desk {
    Desk(SmallRegistry& registry, const Scope& scope)
        : cards(*registry.session, scope)
        , search(*registry.session, scope, std::ref(initials))
        , service(cards, scope, [] { return kNow; })
        , change(cards, search, service, sha256Hex)
    {
    }
    std::string add(const std::string& unit, const std::string& name)
    {
        return service
            .create({{"unit", unit}, {"class_code", "A05010201"}, {"name", name}, {"original_yuan", "800"},
                        {"acquired_on", "2026-01-05"}, {"acquisition_method", "donation"}},
                kBy)
            .value()
            .card.assetNo;
    }
    PinyinInitials initials;
    SociCardRepository cards;
    SociCardSearch search;
    CardService service;
    BulkChange change;
};

} // namespace

TEST_CASE("Many cards are changed as they were looked at, each with its history", "[contract][card]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    Desk everyone(registry, Scope::everything());
    std::vector<std::string> numbers;
    for (int i = 0; i < 60; ++i)
        numbers.push_back(everyone.add("U001", "办公桌"));
    const std::string foreign = everyone.add("U003", "办公桌");
    Desk clerk(registry, Scope::ofUnit(UnitId {1}));
    REQUIRE(clerk.service.change(numbers[0], 1, {{"place", "R-102"}}, kBy));

    const std::vector<FieldValue> fields {{"place", "R-102"}, {"remark", "四楼"}};
    const CardSelection byName {{}, {"办公", "", "", "", "", {}}};
    const auto preview = clerk.change.preview(byName, fields, kBy);
    REQUIRE(preview);
    CHECK(preview->changing == 60);
    CHECK(preview->unchanged == 0);
    CHECK(preview->refusedCount == 0);
    CHECK(preview->shown.size() == kUsuallyShown);
    CHECK(clerk.change.preview(byName, fields, kBy, 5000)->shown.size() == 60);
    CHECK(preview->shown[1].event.fields.size() == 2);
    CHECK(clerk.service.find(numbers[1])->card.revision == 1);

    const auto done = clerk.change.apply(byName, fields, preview->digest, kBy);
    REQUIRE(done);
    CHECK(done->cards == 60);
    for (const std::string& number : numbers) {
        const auto card = clerk.service.find(number);
        CHECK(card->place.code == "R-102");
        CHECK(clerk.service.history(number, 0, 1)->front().change == done->change);
    }
    CHECK(everyone.service.find(foreign)->place.id == 0);
    CHECK(clerk.change.preview(byName, fields, kBy)->unchanged == 60);
}

TEST_CASE("A bulk change that no longer is what was looked at is refused whole", "[contract][card]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    Desk clerk(registry, Scope::ofUnit(UnitId {1}));
    const std::string one = clerk.add("U001", "办公桌");
    const std::string two = clerk.add("U001", "办公桌");
    const std::vector<FieldValue> fields {{"remark", "四楼"}};
    const CardSelection both {{one, two}, {}};
    const std::string digest = clerk.change.preview(both, fields, kBy)->digest;
    const auto refusal = [&](const CardSelection& selection, const std::vector<FieldValue>& values) {
        const auto done = clerk.change.apply(selection, values, digest, kBy);
        return done ? "" : done.error().subject;
    };
    CHECK(refusal({{one}, {}}, fields) == "change.outdated");
    CHECK(refusal(both, {{"remark", "五楼"}}) == "change.outdated");
    REQUIRE(clerk.service.change(two, 1, {{"remark", "三楼"}}, kBy));
    CHECK(refusal(both, fields) == "change.outdated");
    CHECK(clerk.service.find(one)->card.remark.empty());
    CHECK(clerk.change.preview(both, {}, kBy).error().subject == "change.nothing");
    CHECK(clerk.change.preview({{}, {"没有的", "", "", "", "", {}}}, fields, kBy).error().subject
        == "change.nothing");

    // All or none, also when the store finds out last.
    auto first = clerk.service.changed(*clerk.service.find(one), fields, kBy).value();
    auto second = clerk.service.changed(*clerk.service.find(two), fields, kBy).value();
    second.after.card.revision = 1;
    const std::vector<ChangedCard> cards {first, second};
    CHECK(clerk.cards.update(cards).error().subject == "card.changed");
    CHECK(clerk.service.find(one)->card.remark.empty());
    CHECK(clerk.service.history(one, 0, 10)->size() == 1);
}

TEST_CASE("A preview says which cards would be refused, and why", "[contract][card]")
{
    SmallRegistry registry(GENERATE("sqlite", "mariadb"));
    Desk everyone(registry, Scope::everything());
    const std::string own = everyone.add("U001", "办公桌");
    const std::string below = everyone.add("U002", "办公桌");
    const std::string foreign = everyone.add("U003", "办公桌");
    Desk officer(registry, Scope::ofUnitAndSubordinates(UnitId {1}));
    const CardSelection selection {{own, below, foreign, "no such"}, {}};
    const auto preview = officer.change.preview(selection, {{"remark", "x"}}, kBy);
    REQUIRE(preview);
    CHECK(preview->changing == 1);
    REQUIRE(preview->refusedCount == 3);
    CHECK(preview->refused[0].error.subject == "access.forbidden");
    CHECK(preview->refused[1].error.subject == "card.not_found");
    CHECK(preview->refused[2].error.subject == "card.not_found");
    const auto slip = officer.change.preview({{own}, {}}, {{"original_yuan", "1"}}, kBy);
    CHECK(slip->changing == 0);
    CHECK(slip->refused.front().error.subject == "card.needs_slip");
    CHECK(officer.change.apply(selection, {{"remark", "x"}}, preview->digest, kBy)->cards == 1);
    CHECK(everyone.service.find(below)->card.revision == 1);
}
