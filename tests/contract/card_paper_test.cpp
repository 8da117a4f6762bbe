// 固定资产卡片: what a card says on its front, what became of the thing on its back, and its tag.
#include "app/books/card_paper.h"
#include "reports/books/book_reports.h"
#include "schema/books/book_changes.h"
#include "tests/contract/paperwork.h"

using namespace guanwu;
using namespace guanwu::test;

namespace {

struct PrintedCard {
    Report report;
    std::vector<std::vector<std::string>> rows;

    PrintedCard(Session& session, const std::string& no)
    {
        auto made = cardPaper(session, Scope::everything(), no, kLastMonth, {}).value();
        report = std::move(made.report);
        ReportRow row;
        row.cells.resize(report.columns.size());
        while (made.rows->next(row)) {
            std::vector<std::string>& line = rows.emplace_back();
            for (const Cell& cell : row.cells)
                line.push_back(printedText(cell, MoneyUnit::Yuan));
        }
    }
    [[nodiscard]] std::vector<std::vector<std::string>> part(std::string_view name) const
    {
        std::vector<std::vector<std::string>> out;
        for (const auto& line : rows)
            if (line.front() == name)
                out.push_back(line);
        return out;
    }
};

/// Of the back as it is on paper.
std::string backOf(const Report& report)
{
    REQUIRE(report.document);
    std::string cells;
    for (const DocumentTable& table : report.document->sections.at(1).tables)
        for (const auto& row : table.rows)
            for (const std::string& cell : row)
                cells += cell + "|";
    return cells;
}

} // namespace

TEST_CASE("The back of a card tells what was changed and which disposals have it", "[contract]")
{
    Paperwork unit(GENERATE("sqlite", "mariadb"));
    const std::string no = unit.addCard(kDesk, "1800.00", "2020-01-05");
    CHECK(PrintedCard(*unit.session, no).part(kCardDisposals).empty());
    const Document draft = unit.draft(DocumentKind::Disposal, "scrap", {no}, {{0, "ground", "technical"}});
    const auto draftLines = PrintedCard(*unit.session, no).part(kCardDisposals);
    REQUIRE(draftLines.size() == 1);
    CHECK(draftLines[0][1] == "报废");
    CHECK(draftLines[0][2] == "因工作需要");
    CHECK(draftLines[0][3] == "草拟");
    CHECK(draftLines[0][6] == draft.no);
    unit.moved(kClerk1, draft, moveOf(DocumentAction::Withdraw));
    CHECK(PrintedCard(*unit.session, no).part(kCardDisposals)[0][3] == "撤回");
}

TEST_CASE("On paper a card has two fields in a row, amounts with separators, and its tag", "[contract]")
{
    Paperwork unit("sqlite");
    const std::string no = unit.addCard(kDesk, "1234567.80", "2020-01-05");
    const PrintedCard card(*unit.session, no);
    REQUIRE(card.report.document);
    const auto& sections = card.report.document->sections;
    REQUIRE(sections.size() == 3);
    CHECK(sections[0].heading == "正面　" + no + "　某资产");
    std::string cells;
    for (const DocumentTable& table : sections[0].tables) {
        CHECK(table.columns.size() == 4);
        for (const auto& row : table.rows) {
            REQUIRE(row.size() == 4);
            for (const std::string& cell : row)
                cells += cell + "|";
        }
    }
    CHECK_THAT(cells, Catch::Contains("原值|1,234,567.80|"));
    CHECK_THAT(cells, Catch::Contains("使用方向|自用|"));
    CHECK(sections[2].symbol.text.starts_with(no));
    CHECK(sections[2].symbol.modules.size() == 21);
    CHECK(cardPaper(*unit.session, Scope::ofUnit(UnitId {2}), no, kLastMonth, {}).error().subject
        == "card.not_found");
}

TEST_CASE("The back of a card prints amounts with separators, and who did what by a name", "[contract]")
{
    Paperwork unit("sqlite");
    const std::string no = unit.addCard(kDesk, "1234567.80", "2020-01-05");
    unit.slip("value", {no}, {{1, "original_yuan", "2234567.80"}});
    SociCardRepository repository(*unit.session, Scope::everything());
    CardService cards(repository, Scope::everything(), [] { return kDeskNow; });
    REQUIRE(cards.change(no, unit.card(no).card.revision, {{"remark", "3000"}}, {"cli", "3000"}));
    const std::string cells = backOf(PrintedCard(*unit.session, no).report);
    CHECK_THAT(cells, Catch::Contains("|原值|1,234,567.80|2,234,567.80|"));
    CHECK_THAT(cells, Catch::Contains("|调整原值|2,234,567.80|"));
    CHECK_THAT(cells, Catch::Contains("|备注||3000|命令行|3000|"));
}

TEST_CASE("A reason or a number of digits only is no amount on a card", "[contract]")
{
    Paperwork unit("sqlite");
    const std::string no = unit.addCard(kDesk, "1800.00", "2020-01-05");
    BookChange change;
    change.asset = unit.card(no).card.id;
    change.effective = std::chrono::year(2026) / 11;
    change.kind = BookChangeKind::LifeChanged;
    change.monthsLeft = 60;
    change.documentNo = "305";
    change.reason = "2026";
    REQUIRE(BookChanges(*unit.session, Scope::everything()).record(change, "clerk1", kDeskNow));
    CHECK_THAT(backOf(PrintedCard(*unit.session, no).report),
        Catch::Contains("|调整折旧年限||305|2026|") && !Catch::Contains("2,026.00"));

    const std::vector<CardRow> repairs {{std::string(kCardRepairs), "大修", "2026", "1203", "45000.00",
        "2026-05-01", "77", CardAmount::After}};
    CHECK(backOf(cardReport({}, no, repairs, {}).report) == "2026-05-01|大修|1203|45,000.00|77|2026|");
}
