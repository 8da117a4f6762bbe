#include "core/values/calendar.h"
#include "schema/leasing/soci_lease_store.h"
#include "tests/contract/unit_two.h"
#include "tests/support/values.h"

using namespace guanwu;
using namespace guanwu::test;

namespace {

const std::vector<Fact> kScrapFacts {{0, "ground", "technical"}};

} // namespace

TEST_CASE("A scrapping goes from request to closed, and the cards with it", "[contract][documents]")
{
    Unit2 unit(GENERATE("sqlite", "mariadb"));
    const std::string desk = unit.addCard("A05010201", "799.99", "2010-12-05");
    const std::string chair = unit.addCard("A05010301", "300.00", "2010-12-05");
    Document document = unit.draft("scrap", {desk, chair}, kScrapFacts);
    CHECK(document.no == "CZ-2026-000001");
    CHECK(unit.stateOf(desk) == UseState::InStock);
    CHECK(refusal(unit.file(document)) == "document.paper_missing disposal.scrap.request");
    document = unit.paper(document, "request");
    document = unit.file(document).value();
    CHECK(document.rule->row == "D1");
    CHECK(document.rule->isExample);
    CHECK(document.stateNameZh() == "单位集体决策");
    CHECK(unit.stateOf(desk) == UseState::DisposalPending);

    document = unit.approved(document);
    CHECK(document.approvalNo == "怀机管〔2026〕1号");
    CHECK(unit.stateOf(desk) == UseState::DisposalApproved);
    // Nothing is issued any more.
    {
        SociCardRepository cards(*unit.session, Scope::everything());
        CardService service(cards, Scope::everything(), [] { return kDeskNow; });
        const auto now = service.find(desk)->card.revision;
        CHECK(refusal(service.change(desk, now, {{"place", "R-201"}}, {"clerk2", ""}))
            == "card.under_document " + desk);
    }
    document
        = unit.moved(kClerk2, document, moveOf(DocumentAction::Execute, {{0, "executed_on", "2026-11-28"}}));
    CHECK(document.fact("income_due_on") == "2026-12-28");
    const auto close
        = moveOf(DocumentAction::Close, {{0, "removed_on", "2026-11-28"}, {0, "voucher_no", "记-77"}});
    CHECK(refusal(unit.move(kClerk2, document, close))
        == "document.paper_missing disposal.scrap.recycling_receipt");
    document = unit.paper(document, "recycling_receipt");
    CHECK(refusal(unit.move(kClerk2, document, close)) == "document.income_open " + document.no);
    document = unit.moved(kClerk2, document,
        moveOf(DocumentAction::SettleIncome,
            {{0, "gross_yuan", "50"}, {0, "paid_yuan", "50"}, {0, "paid_on", "2026-11-28"},
                {0, "receipt_no", "湘财 1"}}));
    CHECK(document.state == DocumentState::IncomeSettled);
    document = unit.moved(kClerk2, document, close);
    CHECK(document.state == DocumentState::Closed);
    CHECK(unit.stateOf(desk) == UseState::WrittenOff);
    const auto gone = unit.card(desk);
    CHECK(gone.leftOn == Day(std::chrono::year(2026) / 11 / 28));
    CHECK(gone.card.original == Money::fromFen(799'99));

    // The history says by which document.
    SociCardRepository cards(*unit.session, Scope::everything());
    const auto history = cards.history(gone.card.id, 0, 10);
    REQUIRE(history.size() == 4);
    CHECK(history[0].reason == document.no + " 办结");
    CHECK(history[0].change == document.id.value);
    CHECK(history[0].actor == "clerk2");

    Query exits(*unit.session);
    exits.add("SELECT count(*), sum(original_fen) FROM asset_exit WHERE document_id = ", document.id.value);
    REQUIRE(exits.next(2));
    CHECK(exits.integer(0) == 2);
    CHECK(exits.integer(1) == 1'099'99);
}

TEST_CASE("What is read back is what was written, whatever a document holds", "[contract][documents]")
{
    Unit2 unit(GENERATE("sqlite", "mariadb"));
    const std::string desk = unit.addCard("A05010201", "799.99", "2010-12-05");
    Document document = unit.draft("scrap", {desk}, kScrapFacts);
    document = unit.paper(document, "request");
    document = unit.file(document).value();
    DocumentMove ask = moveOf(DocumentAction::AskCounterSign);
    ask.counterSigner = "finance2";
    ask.counterSignerName = "财务";
    document = unit.moved(kOfficer2, document, ask);
    DocumentDesk reader(*unit.session, kBureau);
    CHECK(reader.store.find(document.no).value() == document);
    const auto list = reader.store.list({}, 0, 10).value();
    REQUIRE(list.documents.size() == 1);
    CHECK(list.documents[0].no == document.no);
    CHECK(list.documents[0].step == StepKind::UnitDecision);
    CHECK(list.documents[0].original == Money::fromFen(799'99));
    DocumentFilter due;
    due.dueBy = std::chrono::year(2026) / 12 / 8;
    CHECK(reader.store.list(due, 0, 10)->documents.size() == 1);
    due.dueBy = std::chrono::year(2026) / 12 / 7;
    CHECK(reader.store.list(due, 0, 10)->documents.empty());
}

TEST_CASE("A document that comes to nothing gives the assets back as they were", "[contract][documents]")
{
    Unit2 unit(GENERATE("sqlite", "mariadb"));
    const std::string desk = unit.addCard("A05010201", "799.99", "2010-12-05");
    const auto end = GENERATE(as<std::pair<DocumentAction, DocumentState>> {},
        std::pair {DocumentAction::Reject, DocumentState::Rejected},
        std::pair {DocumentAction::Return, DocumentState::Returned},
        std::pair {DocumentAction::Withdraw, DocumentState::Withdrawn});
    const auto before = unit.card(desk);
    Document document = unit.paper(unit.draft("scrap", {desk}, kScrapFacts), "request");
    document = unit.file(document).value();
    document = unit.moved(
        end.first == DocumentAction::Withdraw ? kClerk2 : kOfficer2, document, moveOf(end.first));
    CHECK(document.state == end.second);
    auto after = unit.card(desk);
    CHECK(after.card.revision == before.card.revision + 2);
    after.card.revision = before.card.revision;
    CHECK(after.card == before.card);
    // And another document may have them.
    Document second = unit.paper(unit.draft("scrap", {desk}, kScrapFacts), "request");
    CHECK(refusal(unit.file(second)).empty());
}

TEST_CASE("A second document on an asset is refused, and so is one that is being counted or sealed",
    "[contract][documents]")
{
    Unit2 unit(GENERATE("sqlite", "mariadb"));
    const std::string desk = unit.addCard("A05010201", "799.99", "2010-12-05");
    const Document first = unit.paper(unit.draft("scrap", {desk}, kScrapFacts), "request");
    const Document second = unit.paper(unit.draft("scrap", {desk}, kScrapFacts), "request");
    REQUIRE(unit.file(first));
    CHECK(refusal(unit.file(second)) == "document.asset_taken " + desk + " " + first.no);

    const std::string chair = unit.addCard("A05010301", "300.00", "2010-12-05");
    const auto id = unit.card(chair).card.id.value;
    insertRow(*unit.session, "inventory_task",
        {{"id", std::int64_t {5}}, {"task_no", std::string("QC")}, {"name", std::string("清查")},
            {"base_date", std::string("2026-10-31")}, {"state", std::string("counting")},
            {"created_at", std::int64_t {0}}});
    insertRow(*unit.session, "count_sheet",
        {{"id", std::int64_t {6}}, {"task_id", std::int64_t {5}}, {"unit_id", std::int64_t {2}},
            {"state", std::string("counting")}});
    insertRow(*unit.session, "sheet_line",
        {{"sheet_id", std::int64_t {6}}, {"asset_id", id}, {"asset_no", chair}, {"name", std::string("椅")},
            {"class_code", std::string("A05010301")}, {"quantity", std::int64_t {1}},
            {"original_fen", std::int64_t {1}}, {"depreciation_base_fen", std::int64_t {1}},
            {"depreciation_from", std::int64_t {1}}, {"depreciation_months", std::int64_t {1}},
            {"depreciation_opening_fen", std::int64_t {0}}, {"acquired_on", std::string("2010-12-05")},
            {"use_state", std::string("in_use")}});
    const Document counted = unit.paper(unit.draft("scrap", {chair}, kScrapFacts), "request");
    CHECK(refusal(unit.file(counted)) == "document.asset_counted " + chair + " QC");
    Query(*unit.session).add("UPDATE count_sheet SET state = 'verified' WHERE id = ", std::int64_t {6}).run();
    CHECK(refusal(unit.file(counted)).empty());
}

TEST_CASE("Scrapping before the minimum years needs an opinion and a reason", "[contract][documents]")
{
    Unit2 unit(GENERATE("sqlite", "mariadb"));
    const std::string young = unit.addCard("A05010201", "799.99", "2024-12-05");
    Document document = unit.paper(unit.draft("scrap", {young}, {{0, "ground", "beyond_use"}}), "request");
    CHECK(refusal(unit.file(document)) == "document.paper_missing disposal.scrap.technical_opinion");
    document = unit.paper(document, "technical_opinion");
    CHECK(refusal(unit.file(document)) == "document.early_reason " + young);
    DocumentDesk desk(*unit.session, kClerk2);
    DocumentEdit edit;
    edit.facts = {{1, "early_reason", "broken"}};
    document = desk.service.edit(document.no, document.revision, edit).value();
    CHECK(refusal(unit.file(document)) == "document.ground_early " + young);
    edit.facts = {{0, "ground", "technical"}};
    document = desk.service.edit(document.no, document.revision, edit).value();
    CHECK(refusal(unit.file(document)).empty());
}

TEST_CASE("A sale below 90 % of the appraisal stops and goes back to the approver", "[contract][documents]")
{
    Unit2 unit(GENERATE("sqlite", "mariadb"));
    const std::string press = unit.addCard("A02020200", "9000.00", "2012-12-05");
    Document document = unit.draft("sell", {press},
        {{1, "appraised_yuan", "1000"}, {0, "appraised_on", "2026-06-01"}, {0, "appraisal_no", "评 1"}});
    for (const char* name : {"request", "appraisal_report", "sale_plan"})
        document = unit.paper(document, name);
    document = unit.approved(unit.file(document).value());
    const auto sold = [](const char* price) {
        return moveOf(DocumentAction::Execute, {{0, "executed_on", "2026-11-28"}, {0, "deal_yuan", price}});
    };
    document = unit.moved(kClerk2, document, sold("899.99"));
    CHECK(document.state == DocumentState::InReview);
    CHECK(document.stateNameZh() == "机关事务管理局审核");
    CHECK(document.log.back().text == "成交价低于评估值的下限：899.99 < 90% × 1000.00");
    CHECK(unit.stateOf(press) == UseState::DisposalPending);
    // Without a word of the price the same deal would go back for ever.
    DocumentMove again = signature();
    CHECK(refusal(unit.move(kBureau, document, again)) == "document.below_floor 899.99 < 90% × 1000.00");
    again.facts = {{0, "approved_yuan", "899.995"}};
    CHECK(refusal(unit.move(kBureau, document, again)) != "");
    again.facts = {{0, "approved_yuan", "900"}};
    CHECK(refusal(unit.move(kBureau, document, again)) == "document.below_floor 899.99 < 90% × 1000.00");
    again.facts = {{0, "approved_yuan", "850"}};
    document = unit.moved(kBureau, document, again);
    document = unit.moved(kClerk2, document, sold("850"));
    CHECK(document.state == DocumentState::Executing);
}

TEST_CASE("A sale that is returned whole after a low price may be approved and made at a proper one",
    "[contract][documents]")
{
    Unit2 unit(GENERATE("sqlite", "mariadb"));
    const std::string press = unit.addCard("A02020200", "9000.00", "2012-12-05");
    Document document = unit.draft("sell", {press},
        {{1, "appraised_yuan", "1000"}, {0, "appraised_on", "2026-06-01"}, {0, "appraisal_no", "评 1"}});
    for (const char* name : {"request", "appraisal_report", "sale_plan"})
        document = unit.paper(document, name);
    const auto asked = document.facts;
    const auto sold = [](const char* price) {
        return moveOf(DocumentAction::Execute, {{0, "executed_on", "2026-11-28"}, {0, "deal_yuan", price}});
    };
    document = unit.file(document).value();
    while (document.steps.size() > document.step + 1)
        document = unit.moved(document.step == 0 ? kOfficer2 : kOfficer1, document, signature());
    DocumentMove agreed = signature();
    agreed.facts = {{0, "approved_yuan", "850"}, {0, "approval_dated_on", "2026-11-28"}};
    document = unit.moved(kBureau, document, agreed);
    document = unit.moved(kClerk2, document, sold("800"));
    REQUIRE(document.state == DocumentState::InReview);
    document = unit.moved(kBureau, document, moveOf(DocumentAction::Return));
    CHECK(document.state == DocumentState::Returned);
    CHECK(document.facts == asked);
    document = unit.approved(unit.file(document).value());
    document = unit.moved(kClerk2, document, sold("950"));
    CHECK(document.state == DocumentState::Executing);
}

TEST_CASE("Office space is let by a contract with number, lessee, term and rent, which the leases then have",
    "[contract][documents][lease]")
{
    Unit2 unit(GENERATE("sqlite", "mariadb"));
    const std::string house = unit.addCard("A01010200", "500000.00", "2000-12-05", "U002",
        {{"structure", "brick_concrete"}, {"floor_m2", "100"}, {"area_self_m2", "100"},
            {"right_holder", "U002"}, {"address", "某路1号"}});
    DocumentDesk desk(*unit.session, kBureau);
    const auto filed = [&] {
        Document document
            = desk.service.create({DocumentKind::Disposal, "office_lease", "U002", "", "", "闲置"}).value();
        DocumentEdit edit;
        edit.assets = std::vector<std::string> {house};
        edit.facts = {{0, "lease_until", "2029-12-31"}, {0, "rent_yuan", "12000"}};
        document = desk.service.edit(document.no, document.revision, edit).value();
        document = desk.service
                       .addPaper(document.no, document.revision,
                           {"request", std::string(64, 'a'), "request.pdf", "", {}})
                       .value();
        return desk.service.file(document.no, document.revision);
    };
    // What somebody uses is not let.
    Query(*unit.session).add("UPDATE asset SET use_state = 'in_use' WHERE asset_no = ", house).run();
    CHECK(refusal(filed()) == "document.asset_state " + house);
    Query(*unit.session).add("UPDATE asset SET use_state = 'in_stock' WHERE asset_no = ", house).run();
    Document document = filed().value();
    const DocumentActor fourth = person("bureau4", Role::AssetSection, 0);
    for (const DocumentActor* who : {&kOfficer2, &kOfficer1, &kBureau2, &kBureau3, &fourth})
        document = unit.moved(*who, document, signature());
    REQUIRE(document.state == DocumentState::Approved);

    std::vector<Fact> facts {{0, "executed_on", "2026-11-28"}};
    const auto begin = [&] { return unit.move(kBureau, document, moveOf(DocumentAction::Execute, facts)); };
    CHECK(refusal(begin()) == "document.fact_missing disposal.office_lease.buyer");
    facts.insert(facts.end(),
        {{0, "buyer", "某公司"}, {0, "contract_no", "租〔2026〕1号"}, {0, "lease_from", "2027-01-01"},
            {0, "rent_period", "quarter"}, {0, "period_rent_yuan", "2999.99"}});
    CHECK(refusal(begin()) == "document.rent_below 2999.99");
    facts.back().value = "3000";
    facts[3].value = "2026-11-01";
    CHECK(refusal(begin()) == "lease.approval_late 2026-11-28");
    facts[3].value = "2027-01-01";
    document = begin().value();
    for (const char* name : {"tender_record", "lease"})
        document
            = desk.service
                  .addPaper(document.no, document.revision, {name, std::string(64, 'a'), "a.pdf", "", {}})
                  .value();
    document = unit.moved(kBureau, document, moveOf(DocumentAction::Close)); // its card stays on the books
    CHECK(unit.stateOf(house) == UseState::Leased);
    const auto lease = SociLeaseStore(*unit.session, Scope::everything()).find("租〔2026〕1号");
    REQUIRE(lease);
    CHECK(lease->contract.approvalNo == document.approvalNo);
    CHECK(lease->contract.counterparty == "某公司");
    CHECK(lease->rent.size() == 12);
    CHECK(lease->due() == Money::fromFen(36'000'00));
    REQUIRE(lease->assets.size() == 1);
    CHECK(lease->assets.front().before == UseState::InStock);
}

TEST_CASE("An appraisal that ran out before the day of approval stops it", "[contract][documents]")
{
    Unit2 unit(GENERATE("sqlite", "mariadb"));
    const std::string press = unit.addCard("A02020200", "9000.00", "2012-12-05");
    Document document
        = unit.draft("sell", {press}, {{1, "appraised_yuan", "1000"}, {0, "appraised_on", "2025-11-28"}});
    for (const char* name : {"request", "appraisal_report", "sale_plan"})
        document = unit.paper(document, name);
    CHECK(refusal(unit.file(document)) == "document.appraisal_expired " + document.no);
    document = unit.file(document, kDeskNow - std::chrono::hours(24)).value();
    document = unit.moved(kOfficer2, document, signature());
    document = unit.moved(kOfficer1, document, signature());
    CHECK(refusal(unit.move(kBureau, document, signature())) == "document.appraisal_expired " + document.no);
    CHECK(unit.stateOf(press) == UseState::DisposalPending);
}

TEST_CASE("A decision holds from the day of its paper, and what was done was not done tomorrow",
    "[contract][documents]")
{
    Unit2 unit(GENERATE("sqlite", "mariadb"));
    Document document
        = unit.draft("scrap", {unit.addCard("A02020200", "9000.00", "2012-12-05")}, kScrapFacts);
    document = unit.file(unit.paper(document, "request"), kDeskNow - std::chrono::hours(24 * 5)).value();
    document = unit.moved(kOfficer2, document, signature());
    document = unit.moved(kOfficer1, document, signature());
    const auto dated = [](const char* day) {
        DocumentMove move = signature();
        move.facts = {{0, "approval_dated_on", day}};
        return move;
    };
    CHECK(refusal(unit.move(kBureau, document, dated("2026-11-22"))) == "document.approved_early 2026-11-22");
    CHECK(refusal(unit.move(kBureau, document, dated("2026-11-29")))
        == "document.day_ahead disposal.scrap.approval_dated_on 2026-11-29");
    document = unit.moved(kBureau, document, dated("2026-11-25"));
    CHECK(document.approvedOn == parseDate("2026-11-25").value());
    document
        = unit.moved(kClerk2, document, moveOf(DocumentAction::Execute, {{0, "executed_on", "2026-11-26"}}));
    document = unit.moved(kClerk2, document,
        moveOf(DocumentAction::SettleIncome, {{0, "gross_yuan", "0"}, {0, "paid_yuan", "0"}}));
    document = unit.paper(document, "recycling_receipt");
    CHECK(refusal(unit.move(kClerk2, document,
              moveOf(DocumentAction::Close, {{0, "removed_on", "2026-12-01"}, {0, "voucher_no", "记-9"}})))
        == "document.day_ahead disposal.scrap.removed_on 2026-12-01");
}

TEST_CASE("One batch in two applications is noticed", "[contract][documents]")
{
    Unit2 unit(GENERATE("sqlite", "mariadb"));
    std::vector<std::string> desks;
    for (int i = 0; i < 4; ++i)
        desks.push_back(unit.addCard("A05010201", "60000.00", "2010-12-05"));
    Document first = unit.paper(unit.draft("scrap", {desks[0], desks[1]}, kScrapFacts), "request");
    first = unit.file(first).value();
    CHECK(first.warnings.empty());
    Document second = unit.paper(unit.draft("scrap", {desks[2], desks[3]}, kScrapFacts), "request");
    second = unit.file(second).value();
    REQUIRE(second.warnings.size() == 1);
    CHECK(second.warnings[0].find(first.no) != std::string::npos);
    CHECK(second.warnings[0].find("240000.00") != std::string::npos);
}

TEST_CASE("P8: of the applications that may be one batch twenty are named, and the others counted",
    "[contract][documents]") // core/documents/document_service.cpp kMostNamed
{
    Unit2 unit(GENERATE("sqlite", "mariadb"));
    Document last;
    for (int before = 0; before <= 21; ++before) {
        const std::string desk = unit.addCard("A05010201", "20000.00", "2010-12-05");
        last = unit.file(unit.paper(unit.draft("scrap", {desk}, kScrapFacts), "request")).value();
        if (before < 20)
            continue;
        REQUIRE(last.warnings.size() == 1);
        CHECK((last.warnings[0].find(" 等 21 件") != std::string::npos) == (before == 21));
    }
    CHECK(DocumentDesk(*unit.session, kClerk2).store.find(last.no)->warnings == last.warnings);
}

TEST_CASE(
    "P8: what people write on a document has its most characters, and one more is refused with its code",
    "[contract][documents]") // kLongestReason, kLongestPaperNo, kLongestTitle, kLongestMeasure
{
    Unit2 unit(GENERATE("sqlite", "mariadb"));
    const auto tooLong = [](std::size_t most) { return "text.too_long " + std::to_string(most); };
    DocumentDesk clerk(*unit.session, kClerk2);
    const auto create = [&](std::size_t characters) {
        return clerk.service.create(
            {DocumentKind::Disposal, "scrap", "U002", "", "", manyCharacters(characters)});
    };
    CHECK(refusal(create(kLongestReason + 1)) == tooLong(kLongestReason));
    const auto made = create(kLongestReason);
    REQUIRE(refusal(made).empty());
    CHECK(clerk.store.find(made->no)->reason == manyCharacters(kLongestReason));

    DocumentEdit edit;
    edit.reason = manyCharacters(kLongestReason + 1);
    CHECK(refusal(clerk.service.edit(made->no, made->revision, edit)) == tooLong(kLongestReason));
    edit.reason = manyCharacters(kLongestReason);
    const Wish wish {manyCharacters(kLongestTitle), "A05010201", manyCharacters(kLongestTitle),
        manyCharacters(kLongestMeasure), 1, Money::fromFen(1)};
    for (const auto& [field, most] : {std::pair {&Wish::name, kLongestTitle}, {&Wish::model, kLongestTitle},
             {&Wish::unitOfMeasure, kLongestMeasure}}) {
        edit.wishes = {wish};
        edit.wishes->front().*field += "字";
        CHECK(refusal(clerk.service.edit(made->no, made->revision, edit)) == tooLong(most));
    }
    edit.wishes = {wish};
    CHECK(refusal(clerk.service.edit(made->no, made->revision, edit)).empty());
    CHECK(clerk.store.find(made->no)->lines.at(0).name == manyCharacters(kLongestTitle));

    Document filed = unit.paper(
        unit.draft("scrap", {unit.addCard("A05010201", "60000.00", "2010-12-05")}, kScrapFacts), "request");
    const auto hang = [&](std::size_t characters) {
        return clerk.service.addPaper(
            filed.no, filed.revision, {"other", std::string(64, 'b'), manyCharacters(characters), "", {}});
    };
    CHECK(refusal(hang(kLongestTitle + 1)) == tooLong(kLongestTitle));
    filed = unit.file(hang(kLongestTitle).value()).value();
    DocumentMove sign = signature();
    sign.opinion = manyCharacters(kLongestReason);
    sign.paperNo = manyCharacters(kLongestPaperNo);
    sign.meeting = manyCharacters(kLongestTitle);
    sign.minutesNo = manyCharacters(kLongestPaperNo);
    DocumentDesk officer(*unit.session, kOfficer2);
    for (const auto& [field, most] :
        {std::pair {&DocumentMove::opinion, kLongestReason}, {&DocumentMove::paperNo, kLongestPaperNo},
            {&DocumentMove::meeting, kLongestTitle}, {&DocumentMove::minutesNo, kLongestPaperNo}}) {
        DocumentMove longer = sign;
        longer.*field += "字";
        CHECK(refusal(officer.service.move(filed.no, filed.revision, longer)) == tooLong(most));
    }
    CHECK(refusal(officer.service.move(filed.no, filed.revision, sign)).empty());
}

TEST_CASE("Things move to another unit with the consent of both and nothing of their value is lost",
    "[contract][documents]")
{
    Unit2 unit(GENERATE("sqlite", "mariadb"));
    const std::string desk = unit.addCard("A05010201", "799.99", "2020-12-05");
    DocumentDesk clerk(*unit.session, kClerk2);
    Document document
        = clerk.service.create({DocumentKind::Disposal, "allocate_free", "U002", "", "U003", "不再需要"})
              .value();
    DocumentEdit edit;
    edit.assets = {desk};
    document = clerk.service.edit(document.no, document.revision, edit).value();
    document = unit.paper(document, "request");
    document = unit.paper(document, "transfer_agreement");
    document = unit.file(document).value();
    CHECK(stepsText(std::vector<PlannedStep> {{document.steps[0].kind}, {document.steps[1].kind}})
        == "unit_decision>counterpart_consent");
    document = unit.moved(kOfficer2, document, signature());
    CHECK(refusal(unit.move(kOfficer1, document, signature())) == "document.not_yours " + document.no);
    document = unit.moved(kOfficer3, document, signature());
    document = unit.moved(kOfficer1, document, signature());
    document = unit.moved(kBureau, document, signature());
    CHECK(unit.stateOf(desk) == UseState::InTransfer);
    const auto before = unit.card(desk);
    document
        = unit.moved(kClerk2, document, moveOf(DocumentAction::Execute, {{0, "executed_on", "2026-11-28"}}));
    document = unit.paper(document, "handover_list");
    document = unit.moved(kClerk2, document,
        moveOf(DocumentAction::Close, {{0, "removed_on", "2026-11-28"}, {0, "voucher_no", "记-8"}}));
    const auto after = unit.card(desk);
    CHECK(after.unit.code == "U003");
    CHECK(after.card.useState == UseState::InStock);
    CHECK(after.card.original == before.card.original);
    CHECK(after.schedule == before.schedule);
    CHECK_FALSE(after.leftOn);
}

TEST_CASE("X1, X4: a document is there for its unit, the other unit, the units above and the bureau only",
    "[contract][documents]")
{
    Unit2 unit(GENERATE("sqlite", "mariadb"));
    const std::string desk = unit.addCard("A05010201", "799.99", "2010-12-05");
    const Document document = unit.draft("scrap", {desk}, kScrapFacts);
    const auto sees = [&](const DocumentActor& who) {
        DocumentDesk reader(*unit.session, who);
        const bool found = reader.store.find(document.no).has_value();
        CHECK(reader.store.list({}, 0, 10)->documents.size() == (found ? 1 : 0));
        return found;
    };
    CHECK(sees(kClerk2));
    CHECK(sees(kOfficer1));
    CHECK(sees(kBureau));
    CHECK_FALSE(sees(kOfficer3));
    CHECK_FALSE(sees(person("clerk1", Role::UnitClerk, 1)));
    DocumentDesk stranger(*unit.session, person("clerk3", Role::UnitClerk, 3));
    CHECK(refusal(stranger.service.file(document.no, document.revision))
        == "document.not_found " + document.no);
    CHECK(refusal(stranger.service.create({DocumentKind::Disposal, "scrap", "U002", "", "", ""}))
        == "unit.not_found U002");
    // Nor does anybody put the things of others on his own paper.
    auto own = stranger.service.create({DocumentKind::Disposal, "scrap", "U003", "", "", ""});
    REQUIRE(own);
    DocumentEdit edit;
    edit.assets = {desk};
    CHECK(refusal(stranger.service.edit(own->no, own->revision, edit)) == "card.not_found " + desk);
}

TEST_CASE("Of two who change a document at once the second is told, and a dry run leaves nothing",
    "[contract][documents]")
{
    Unit2 unit(GENERATE("sqlite", "mariadb"));
    const std::string desk = unit.addCard("A05010201", "799.99", "2010-12-05");
    Document document = unit.paper(unit.draft("scrap", {desk}, kScrapFacts), "request");
    DocumentDesk dry(*unit.session, kClerk2, DocumentStore::Commit::No);
    CHECK(refusal(dry.service.file(document.no, document.revision)).empty());
    CHECK(unit.stateOf(desk) == UseState::InStock);
    CHECK(dry.store.find(document.no)->state == DocumentState::Draft);
    const Document filed = unit.file(document).value();
    CHECK(refusal(unit.file(document)) == "document.changed " + document.no);
    CHECK(filed.revision == document.revision + 1);
}

TEST_CASE("An administrator's own route table takes over on its day", "[contract][documents]")
{
    Unit2 unit(GENERATE("sqlite", "mariadb"));
    DocumentDesk bureau(*unit.session, kBureau);
    const auto table = readRouteTable(ReferenceTable(
        "version,effective_from,example,row,kind,methods,class_prefix,unit_types,single_from_yuan,"
        "single_below_yuan,batch_from_yuan,batch_below_yuan,steps,source\n"
        "怀化-1,2026-11-28,no,1,disposal,*,,*,0,,0,,unit_decision>bureau_review+1,\"怀某〔2026〕1号, 第3条\"\n"));
    REQUIRE(table);
    REQUIRE(bureau.store.addRoutes(*table, "bureau", kDeskNow));
    CHECK(refusal(bureau.store.addRoutes(*table, "bureau", kDeskNow)) == "routes.version_taken 怀化-1");
    CHECK(bureau.store.routes(std::chrono::year(2026) / 11 / 27) == exampleRoutes());
    CHECK(bureau.store.routes(std::chrono::year(2026) / 11 / 28) == *table);
    REQUIRE(bureau.store.routeTables().size() == 1);
    CHECK(bureau.store.routeTables()[0].importedBy == "bureau");
    const std::string desk = unit.addCard("A05010201", "799.99", "2010-12-05");
    const Document document
        = unit.file(unit.paper(unit.draft("scrap", {desk}, kScrapFacts), "request")).value();
    CHECK(document.rule->version == "怀化-1");
    CHECK(document.rule->source == "怀某〔2026〕1号, 第3条");
    CHECK(document.steps.size() == 2);
}
