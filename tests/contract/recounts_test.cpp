#include "schema/inventory/recounts.h"

#include "schema/connection/unit_of_work.h"
#include "tests/contract/campaign.h"
#include "tests/support/refusal.h"

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// A signed sheet of 40 lines.
struct SignedCampaign : Campaign {
    explicit SignedCampaign(const std::string& backEndName)
        : Campaign(backEndName)
        , recounts(*session, Scope::everything())
    {
        addCards(1, 100, 40);
        addCards(2, 200, 3);
        startCounting();
        const std::string unit = "U001";
        REQUIRE(service.advance("QC2022", SheetState::UnitChecked, {&unit, 1}, "", [](auto, auto) {}));
    }
    [[nodiscard]] static RecountDraw drawing(std::optional<std::int64_t> size = {}, std::int64_t seed = 42)
    {
        RecountDraw draw;
        draw.size = size;
        draw.seed = seed;
        draw.by = "section";
        draw.at = kCountTime;
        return draw;
    }
    [[nodiscard]] Result<void> answer(
        const Recount& recount, const std::string& assetNo, RecountOutcome outcome)
    {
        RecountLine found;
        found.outcome = outcome;
        found.note = "看过";
        found.by = "section";
        found.at = kCountTime + std::chrono::hours(1);
        return recounts.answer(sheet("U001"), recount, assetNo, found);
    }

    Recounts recounts;
};

} // namespace

TEST_CASE("A recount is drawn as its seed says, and answered line by line", "[contract][recount]")
{
    SignedCampaign campaign(GENERATE("sqlite", "mariadb"));
    const CountSheet sheet = campaign.sheet("U001");
    CHECK(campaign.recounts.ofSheet(sheet.id).empty());
    CHECK(campaign.recounts.state(sheet.id) == RecountState::None);
    const Recount drawn = campaign.recounts.draw(sheet, SignedCampaign::drawing(3)).value();
    CHECK(drawn.sheetLines == 40);
    CHECK(drawn.size == 3);
    CHECK(campaign.recounts.state(sheet.id) == RecountState::Open);

    const auto lines = campaign.recounts.lines(drawn);
    std::vector<std::string> numbers;
    for (const RecountLine& line : lines) {
        numbers.push_back(line.assetNo);
        CHECK(line.name == "台式计算机");
        CHECK_FALSE(line.outcome);
        CHECK_FALSE(line.at);
    }
    std::vector<std::string> expected;
    for (const std::int64_t line : sampleOf(40, 3, 42))
        expected.push_back(Campaign::number(100 + line));
    CHECK(numbers == expected);

    REQUIRE(campaign.answer(drawn, numbers[0], RecountOutcome::NotFound));
    REQUIRE(campaign.answer(drawn, numbers[1], RecountOutcome::Agrees));
    Recount now = campaign.recounts.find(sheet.id, drawn.id).value();
    CHECK(now.answered == 2);
    CHECK(now.wrong == 1);
    CHECK_FALSE(now.isComplete());
    CHECK(now.mostWrongSoFar() == mostWrong(40, 3, 2, 95'00));
    CHECK(now.mostWrongAtBest() == mostWrong(40, 3, 1, 95'00));
    CHECK(campaign.recounts.lines(now)[0].outcome == RecountOutcome::NotFound);
    CHECK(campaign.recounts.lines(now)[0].note == "看过");
    CHECK(campaign.recounts.lines(now)[0].by == "section");

    // Found after all; and the last one.
    REQUIRE(campaign.answer(drawn, numbers[0], RecountOutcome::Agrees));
    REQUIRE(campaign.answer(drawn, numbers[2], RecountOutcome::WrongResult));
    now = campaign.recounts.ofSheet(sheet.id).front();
    CHECK(now.isComplete());
    CHECK(now.wrong == 1);
    CHECK(now.createdBy == "section");
    CHECK(now.createdAt == kCountTime);
    CHECK(now.seed == 42);
    CHECK(campaign.recounts.state(sheet.id) == RecountState::Complete);
    CHECK(campaign.recounts.states(campaign.task.id)
        == std::unordered_map<std::int64_t, RecountState> {{sheet.id.value, RecountState::Complete}});
    CHECK(refusalCode(campaign.answer(drawn, Campaign::number(200), RecountOutcome::Agrees))
        == "recount.no_line");
}

TEST_CASE("Nobody draws again until a sample pleases him", "[contract][recount]")
{
    SignedCampaign campaign(GENERATE("sqlite", "mariadb"));
    const CountSheet sheet = campaign.sheet("U001");
    const Recount first = campaign.recounts.draw(sheet, SignedCampaign::drawing(1)).value();
    CHECK(refusalCode(campaign.recounts.draw(sheet, SignedCampaign::drawing(1, 43))) == "recount.open");
    {
        // Also as a part of somebody else's work, which goes on.
        UnitOfWork outer(*campaign.session);
        CHECK(refusalCode(campaign.recounts.draw(sheet, SignedCampaign::drawing(1, 43))) == "recount.open");
        outer.commit();
    }
    REQUIRE(campaign.answer(first, campaign.recounts.lines(first)[0].assetNo, RecountOutcome::Agrees));
    const Recount second = campaign.recounts.draw(sheet, SignedCampaign::drawing()).value();
    CHECK(second.size == recountSize(40, {}));
    const auto all = campaign.recounts.ofSheet(sheet.id);
    REQUIRE(all.size() == 2);
    CHECK(all[0].id == second.id);
    CHECK(campaign.recounts.state(sheet.id) == RecountState::Open);
}

TEST_CASE("What makes no sample is refused", "[contract][recount]")
{
    SignedCampaign campaign(GENERATE("sqlite", "mariadb"));
    const CountSheet sheet = campaign.sheet("U001");
    CHECK(refusalCode(campaign.recounts.draw(sheet, SignedCampaign::drawing(0))) == "recount.size");
    CHECK(refusalCode(campaign.recounts.draw(sheet, SignedCampaign::drawing(2'001))) == "recount.size");
    RecountDraw certain = SignedCampaign::drawing();
    certain.goal.confidence = 100'00;
    CHECK(refusalCode(campaign.recounts.draw(sheet, certain)) == "recount.goal");
    CHECK(refusalCode(campaign.recounts.find(sheet.id, 1)) == "recount.not_found");
    CHECK(campaign.recounts.draw(sheet, SignedCampaign::drawing(2'000)).value().size == 40);
    CHECK(refusalCode(checkRecountable(campaign.sheet("U002"))) == "recount.state");
    CHECK(checkRecountable(sheet));
}

TEST_CASE("X1: a recount is there for whom the sheet is there", "[contract][recount][scope]")
{
    SignedCampaign campaign(GENERATE("sqlite", "mariadb"));
    const CountSheet sheet = campaign.sheet("U001");
    const Recount drawn = campaign.recounts.draw(sheet, SignedCampaign::drawing(3)).value();
    for (const Scope& scope : {Scope::ofUnit(UnitId {2}), Scope()}) {
        Recounts others(*campaign.session, scope);
        CHECK(others.ofSheet(sheet.id).empty());
        CHECK(refusalCode(others.find(sheet.id, drawn.id)) == "recount.not_found");
        CHECK(others.lines(drawn).empty());
        CHECK(others.state(sheet.id) == RecountState::None);
        CHECK(others.states(campaign.task.id).empty());
        CHECK(refusalCode(others.draw(sheet, SignedCampaign::drawing(3))) == "inventory.no_sheet");
        RecountLine found;
        found.outcome = RecountOutcome::Agrees;
        found.at = kCountTime;
        CHECK(refusalCode(others.answer(sheet, drawn, campaign.recounts.lines(drawn)[0].assetNo, found))
            == "inventory.no_sheet");
    }
    Recounts own(*campaign.session, Scope::ofUnit(UnitId {1}));
    CHECK(own.ofSheet(sheet.id).size() == 1);
    CHECK(own.lines(drawn).size() == 3);
    CHECK(
        Recounts(*campaign.session, Scope::ofDepartment(UnitId {1}, DepartmentId {9})).lines(drawn).empty());
}
