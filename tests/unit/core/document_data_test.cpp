#include "core/documents/disposal.h"
#include "core/documents/document_rules.h"
#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace guanwu;

namespace {

const DocumentData& data() { return DocumentData::current(); }
constexpr Day kToday = std::chrono::year(2026) / 11 / 28;

Document aScrap(const std::string& classCode, Day acquiredOn)
{
    Document out;
    out.method = "scrap";
    DocumentLine line;
    line.no = 1;
    line.asset = AssetId {1};
    line.assetNo = "TY2020000001";
    line.classCode = classCode;
    line.acquiredOn = acquiredOn;
    line.lifeMonths = 72;
    out.lines.push_back(line);
    return out;
}

std::vector<std::string> papersOf(const Document& document, DocumentStage stage)
{
    std::vector<std::string> out;
    for (const PaperCheck& check : paperChecks(document, kToday))
        if (check.rule->stage == stage && check.rule->must)
            out.push_back(check.rule->paper);
    return out;
}

} // namespace

TEST_CASE("every method of disposal of the reference has its row, and each its papers", "[documents]")
{
    const ReferenceTable reference(embeddedTable("disposal_methods"));
    // The reference does not have the injection into the city investment company.
    CHECK(data().findMethod(DocumentKind::Disposal, "inject"));
    CHECK(data().methods(DocumentKind::Disposal).size() == reference.size() + 1);
    for (std::size_t i = 0; i < reference.size(); ++i) {
        const std::string code(reference.cell(i, "code"));
        CAPTURE(code);
        const DocumentMethod* method = data().findMethod(DocumentKind::Disposal, code);
        REQUIRE(method);
        CHECK((method->appraisal == AppraisalNeed::Required)
            == reference.cell(i, "appraisal_needed").starts_with("yes")
                - reference.cell(i, "appraisal_needed").starts_with("yes where"));
        CHECK((method->income == IncomeNeed::None)
            == (reference.cell(i, "brings_income") == "no" || method->outcome == Outcome::Leased));
        CHECK(data().papers(DocumentKind::Disposal, code).size() >= 3);
    }
}

TEST_CASE("every row of the tables of documents is understood and names its source", "[documents]")
{
    const std::string table = GENERATE("document_classes", "document_facts", "document_methods",
        "document_papers", "document_routes", "document_steps", "equipment_classes");
    const ReferenceTable rows(embeddedTable(table));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CAPTURE(table, i);
        CHECK_FALSE(rows.cell(i, "source").empty());
        if (const auto methods = rows.cell(i, "methods"); table != "document_routes")
            for (const std::string& method : listOf(methods))
                CHECK(data().findMethod(
                    parseToken(kDocumentKinds, rows.cell(i, "kind"), "x.y").value(), method));
        if (table == "document_facts" || table == "document_papers") {
            CHECK(parseToken(kDocumentStages, rows.cell(i, "stage"), "x.y"));
            CHECK_FALSE(rows.cell(i, "name_zh").empty());
            CHECK_FALSE(rows.cell(i, "name_en").empty());
        }
    }
    for (const auto& step : kStepKinds) {
        CAPTURE(step.token);
        CHECK_FALSE(data().step(step.value).roles.empty());
        CHECK(data().step(step.value).days > 0);
    }
}

TEST_CASE("what papers a disposal needs follows from the thing and its age", "[documents]")
{
    using Papers = std::vector<std::string>;
    const Document old = aScrap("A05010201", std::chrono::year(2020) / 11 / 28);
    CHECK(papersOf(old, DocumentStage::Filing) == Papers {"request"});
    CHECK(papersOf(old, DocumentStage::Closing) == Papers {"recycling_receipt"});
    const Document young = aScrap("A05010201", std::chrono::year(2020) / 11 / 29);
    CHECK(papersOf(young, DocumentStage::Filing) == Papers {"request", "technical_opinion"});
    CHECK(papersOf(aScrap("A02010105", kToday), DocumentStage::Closing)
        == Papers {"recycling_receipt", "data_destruction"});
    CHECK(papersOf(aScrap("A02030501", kToday), DocumentStage::Closing)
        == Papers {"recycling_receipt", "vehicle_cancellation"});
    CHECK(papersOf(aScrap("A01010100", kToday), DocumentStage::Closing)
        == Papers {"recycling_receipt", "certificate_cancellation"});
}

TEST_CASE("facts are stored in one form and refused in others", "[documents]")
{
    const auto fact = [](const char* name, const std::string& value) {
        const auto read = canonical(*data().findFact(DocumentKind::Disposal, "scrap", name), value);
        return read ? *read : read.error().subject;
    };
    CHECK(fact("gross_yuan", "1,234.5") == "1234.50");
    CHECK(fact("gross_yuan", "1.234") == "money.decimals");
    CHECK(fact("gross_yuan", "-1") == "document.fact_value");
    CHECK(fact("executed_on", "2026/3/5") == "2026-03-05");
    CHECK(fact("executed_on", "2026-02-30") == "date.not_a_day");
    CHECK(fact("ground", "超过使用年限且不能继续使用") == "beyond_use");
    CHECK(fact("ground", "old") == "document.fact_value");
    CHECK(fact("voucher_no", "记-\x01") == "document.fact_value");
    CHECK(data().findFact(DocumentKind::Disposal, "scrap", "deal_yuan") == nullptr);
}

TEST_CASE("a price below 90 % of the appraisal is below the floor, to the fen", "[documents]")
{
    Document document = aScrap("A02010105", kToday);
    document.method = "sell";
    document.setFact("appraised_yuan", "1000.05", 1);
    const auto below = [&](const char* deal) {
        document.setFact("deal_yuan", deal);
        return isBelowFloor(document, kToday);
    };
    CHECK(below("900.04")); // the floor is 900.045
    CHECK_FALSE(below("900.05"));
    document.setFact("approved_yuan", "850.00");
    CHECK_FALSE(below("850.00"));
    CHECK(below("849.99"));
}

TEST_CASE("an appraisal is good for its term, the last day not included unless it is named", "[documents]")
{
    Document document = aScrap("A02010105", kToday);
    document.setFact("appraised_on", "2025-11-29");
    CHECK(isAppraisalGood(document, kToday));
    document.setFact("appraised_on", "2025-11-28");
    CHECK_FALSE(isAppraisalGood(document, kToday));
    document.setFact("appraised_on", "2026-11-29"); // tomorrow
    CHECK_FALSE(isAppraisalGood(document, kToday));
    document.setFact("appraisal_valid_until", "2026-11-28");
    CHECK(isAppraisalGood(document, kToday));
    document.setFact("appraisal_valid_until", "2026-11-27");
    CHECK_FALSE(isAppraisalGood(document, kToday));
}

TEST_CASE("nothing is netted but what the approval says", "[documents]")
{
    Document document = aScrap("A02010105", kToday);
    document.state = DocumentState::Executing;
    for (const auto& [name, value] :
        {std::pair {"gross_yuan", "1000.00"}, {"tax_yuan", "30.00"}, {"fees_yuan", "20.00"},
            {"paid_yuan", "1000.00"}, {"paid_on", "2026-11-20"}, {"receipt_no", "湘财 001"}})
        document.setFact(name, value);
    const auto settle = [&]() -> std::string {
        const auto done = disposalRules().settled(document, DocumentAction::SettleIncome, {}, {});
        return done ? std::string(tokenRow(kDocumentStates, done->state).token) : done.error().subject;
    };
    CHECK(settle() == "income_settled");
    CHECK(incomeOf(document).net() == Money::fromFen(950'00));
    document.setFact("netted_yuan", "20.00");
    CHECK(settle() == "document.netting");
    document.setFact("approved_netting_yuan", "20.00");
    CHECK(settle() == "document.paid_above");
    document.setFact("paid_yuan", "980.00");
    CHECK(settle() == "income_settled");
    document.setFact("paid_yuan", "500.00");
    CHECK(settle() == "executing");
    CHECK(incomeOf(document).gap() == Money::fromFen(480'00));
    document.setFact("paid_yuan", "980.00");
    document.setFact("receipt_no", "");
    CHECK(settle() == "document.receipt");
}

TEST_CASE("every choice of a fact has a name in both languages", "[documents]")
{
    for (const auto& kind : kDocumentKinds)
        for (const DocumentMethod* method : data().methods(kind.value))
            for (const FactRule* rule : data().facts(kind.value, method->method)) {
                CAPTURE(method->method, rule->fact);
                CHECK((rule->type == FactType::Choice) == !rule->choices.empty());
                for (const FactChoice& choice : rule->choices) {
                    CAPTURE(choice.token);
                    CHECK(std::none_of(choice.nameEn.begin(), choice.nameEn.end(),
                        [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; }));
                    CHECK_FALSE(choice.nameZh.empty());
                    CHECK_FALSE(choice.nameEn.empty());
                    CHECK(canonical(*rule, choice.nameEn).value() == choice.token);
                }
            }
}
