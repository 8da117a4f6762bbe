#include "core/cards/card_fields.h"
#include "core/cards/card_moves.h"
#include "core/cards/card_number.h"
#include "core/reference/class_list.h"

#include <catch2/catch.hpp>
#include <set>

using namespace guanwu;

TEST_CASE("a new card's number begins with its kind and the year", "[card]")
{
    using std::chrono::year;
    CHECK(numberPrefix(CardKind::Land, "A01030000", year(2026)) == "TD2026");
    CHECK(numberPrefix(CardKind::Building, "A01010100", year(2026)) == "FW2026");
    CHECK(numberPrefix(CardKind::Building, "A01020100", year(2026)) == "GZ2026");
    CHECK(numberPrefix(CardKind::Vehicle, "A02030501", year(2026)) == "CL2026");
    CHECK(numberPrefix(CardKind::Equipment, "A02010105", year(2026)) == "TY2026");
    CHECK(numberPrefix(CardKind::RelicBook, "A03010000", year(2026)) == "WW2026");
    CHECK(numberPrefix(CardKind::RelicBook, "A04010000", year(2026)) == "TS2026");
    CHECK(numberPrefix(CardKind::Intangible, "A08010000", year(2026)) == "WX2026");
}

TEST_CASE("numbers go up by one and end at the last of six digits", "[card]")
{
    CHECK(nextNumber("JJ2026", "").value() == "JJ2026000001");
    CHECK(nextNumber("JJ2026", "JJ2026000041").value() == "JJ2026000042");
    CHECK(nextNumber("JJ2026", "JJ2026999998").value() == "JJ2026999999");
    CHECK(nextNumber("JJ2026", "JJ2026999999").error().subject == "card.no_number_left");
}

TEST_CASE("a tag means its number, whatever it was typed like", "[card]")
{
    CHECK(assetNoOf("TY2022000001K") == "TY2022000001");
    CHECK(assetNoOf(" ty2022000001k ") == "TY2022000001");
    CHECK(assetNoOf("TY2022000001") == "TY2022000001");
    CHECK(assetNoOf("TY2022000001X") == "TY2022000001X");
    CHECK(assetNoOf("旧-1") == "旧-1");
}

TEST_CASE("every field of a card has one token, can be read, and is a value or a reference", "[card]")
{
    std::set<std::string_view> tokens;
    for (const CardField& field : cardFields()) {
        CAPTURE(field.token);
        CHECK(tokens.insert(field.token).second);
        CHECK(findCardField(field.token) == &field);
        CHECK(field.longest > 0);
        REQUIRE(field.read);
        CHECK((field.write != nullptr) != (field.reference != nullptr));
    }
    CHECK(findCardField("no_such") == nullptr);
    CHECK(differences(RegisteredCard(), RegisteredCard()).empty());
}

TEST_CASE("classes are listed below one another and found by code and name", "[reference]")
{
    CHECK(classes2022("", "").size() == Classification::edition2022().size());
    for (const ClassCode* code : classes2022("A05010000", ""))
        CHECK(code->parent == "A05010000");
    CHECK(classes2022("", "A0501020").size() > 3);
    CHECK(classes2022("", "办公桌").front()->code == "A05010201");
    CHECK(classes2022("", "没有这样的").empty());
}

TEST_CASE("what has left the books takes no more depreciation, also when its life would go on", "[card]")
{
    using namespace std::chrono;
    RegisteredCard card;
    card.card.original = Money::fromFen(720'00);
    card.card.depreciation = DepreciationState::Depreciating;
    card.schedule = scheduleOfNew(card.card.original, year(2026) / 1, 72);
    takeDepreciation(card, year(2027) / 6);
    CHECK(card.card.accumulated == Money::fromFen(180'00));
    // It leaves in June 2026: that month takes no share (algorithms 4), and no later one does.
    card.leftOn = year(2026) / 6 / 15;
    takeDepreciation(card, year(2027) / 6);
    CHECK(card.card.accumulated == card.schedule.accumulatedOnLeaving(year(2026) / 6));
    CHECK(card.card.accumulated == Money::fromFen(50'00));
    CHECK(card.card.monthsTaken == 5);
}
