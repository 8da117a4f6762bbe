// What a verified count leads to: documents of every kind, each finding on one, none signed by its counter alone.
#include "app/campaign/inventory_report.h"
#include "app/documents/finding_documents.h"
#include "core/inventory/inventory_service.h"
#include "schema/inventory/soci_inventory_store.h"
#include "tests/contract/book_fixture.h"
#include "tests/contract/paperwork.h"

#include <map>
#include <set>

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// A count of U001, whose clerks are counter1 and counter2.
struct CountedUnit : Paperwork {
    SociInventoryStore store {*session, Scope::everything()};
    InventoryService service {store, [] { return kDeskNow; }};
    InventoryTask task;
    std::int64_t seq = 0;

    using Paperwork::Paperwork;

    void freeze(Day baseDate = std::chrono::year(2026) / 10 / 31)
    {
        InventoryTask draft;
        draft.taskNo = "QC2026";
        draft.name = "清查";
        draft.baseDate = baseDate;
        const std::vector<UnitId> units {UnitId {1}};
        REQUIRE(service.create(draft, units));
        REQUIRE(service.issue("QC2026"));
        REQUIRE(service.freeze("QC2026", [](auto, auto) {}));
        task = store.findTask("QC2026").value();
    }
    [[nodiscard]] CountSheet sheet() { return store.sheets(task.id).front(); }
    ScanEvent event(const std::string& code, const char* actor = "counter1")
    {
        ScanEvent out;
        ++seq;
        out.eventId = "01932c5e-7b1a-7c3e-9f00-" + std::string(12 - std::to_string(seq).size(), '0')
            + std::to_string(seq);
        out.installId = "install-a";
        out.seq = seq;
        out.at = kDeskNow - std::chrono::hours(48) + std::chrono::minutes(seq);
        out.actor = actor;
        out.unit = "U001";
        out.code = code;
        return out;
    }
    void send(const ScanEvent& event)
    {
        IncomingEvent incoming;
        incoming.event = event;
        incoming.sheet = sheet().id;
        REQUIRE(store.append(task.id, {&incoming, 1}).front() == AppendOutcome::Stored);
    }
    void see(const std::string& no, std::optional<Condition> condition = {}, const char* place = nullptr,
        const char* user = nullptr, const char* actor = "counter1")
    {
        ScanEvent one = event(no, actor);
        one.condition = condition;
        if (place)
            one.place = place;
        if (user)
            one.user = user;
        send(one);
    }
    void advance(SheetState to)
    {
        const auto moved = service.advance("QC2026", to, {}, "", [](auto, auto) {});
        INFO(refusalOf(moved));
        REQUIRE(moved);
    }
    FindingDocuments documents()
    {
        Account clerk;
        clerk.login = "clerk1";
        clerk.name = "clerk1";
        clerk.role = Role::UnitClerk;
        clerk.unit = UnitId {1};
        return {*session, clerk, [] { return kDeskNow; }};
    }
    FindingDocuments::Made make(DocumentStore::Commit commit = DocumentStore::Commit::Yes)
    {
        const auto made = documents().make("QC2026", "U001", commit);
        INFO(refusalOf(made));
        REQUIRE(made.has_value());
        return *made;
    }
    Document document(const FindingDocuments::Made& made, LineResult result)
    {
        for (std::size_t i = 0; i < made.plan.drafts.size(); ++i)
            if (made.plan.drafts[i].result == result)
                return DocumentDesk(*session, kClerk1).store.find(made.numbers.at(i)).value();
        FAIL("no document");
        return {};
    }
    /// Printed cells of the only line of a report, by the names of its columns.
    std::map<std::string, std::string> onlyLineOf(const std::string& report)
    {
        std::map<std::string, std::string> out;
        ReportRequest request;
        request.name = report;
        request.task = "QC2026";
        const auto made = inventoryReport(
            *session, Scope::everything(), request,
            [&](const Report& shape, RowSource& rows) -> Result<WrittenReport> {
                ReportRow row;
                row.cells.resize(shape.columns.size());
                std::size_t lines = 0;
                for (; rows.next(row); ++lines)
                    for (std::size_t i = 0; i < shape.columns.size(); ++i)
                        out[shape.columns[i].heading] = printedText(row.cells[i], MoneyUnit::Yuan);
                CHECK(lines == 1);
                return WrittenReport {};
            },
            [](auto, auto) {});
        REQUIRE(made.has_value());
        return out;
    }
};

} // namespace

TEST_CASE("Every kind of finding has its document, and done again nothing is made twice", "[contract][findings]")
{
    CountedUnit unit(GENERATE("sqlite", "mariadb"));
    std::vector<std::string> desks;
    for (int i = 0; i < 9; ++i)
        desks.push_back(unit.addCard(kDesk, "1800.00", "2020-01-05",
            i == 2 ? std::vector<FieldValue> {{"use_state", "in_use"}, {"user", "P101"}}
                   : std::vector<FieldValue> {}));
    unit.freeze();
    unit.see(desks[0], {}, "R-101");
    unit.see(desks[1], {}, nullptr, "P102", "counter2");
    unit.see(desks[2], Condition::Idle);
    unit.see(desks[3], Condition::Damaged);
    unit.see(desks[4], Condition::ToScrap);
    unit.see(desks[5], Condition::Stolen);
    unit.see(desks[6], Condition::Disposed);
    unit.see(desks[7]); // as it should be
    ScanEvent surplus = unit.event("");
    surplus.code.reset();
    surplus.kind = EventKind::Surplus;
    surplus.name = "办公椅";
    surplus.classCode = "A05010301";
    surplus.place = "R-102";
    unit.send(surplus);
    CHECK(refusalOf(unit.documents().preview("QC2026", "U001")) == "document.not_verified U001");
    unit.advance(SheetState::UnitChecked);
    SurplusDecision decision;
    decision.eventId = surplus.eventId;
    decision.value = Money::fromFen(12'000'00);
    decision.valueBasis = "同类合同价";
    decision.monthsLeft = 40;
    decision.decidedBy = "officer1";
    REQUIRE(unit.service.decideSurplus(unit.sheet(), decision));
    unit.advance(SheetState::Verified);

    const auto planned = unit.make(DocumentStore::Commit::No);
    CHECK(planned.plan.drafts.size() == 9);
    DocumentDesk desk(*unit.session, kClerk1);
    CHECK(desk.store.list({}, 0, 50)->documents.empty());

    const auto made = unit.make();
    REQUIRE(made.numbers.size() == 9);
    CHECK(made.plan.skipped.empty());
    const Document place = unit.document(made, LineResult::PlaceDiffers);
    CHECK(place.kind == DocumentKind::Custody);
    CHECK(place.fact("line_place", 1) == "R-101");
    CHECK(place.countedBy == std::vector<std::string> {"counter1"});
    CHECK(unit.document(made, LineResult::UserDiffers).fact("line_user", 1) == "P102");
    CHECK(unit.document(made, LineResult::UserDiffers).countedBy == std::vector<std::string> {"counter2"});
    CHECK(unit.document(made, LineResult::StateDiffers).fact("use_state", 1) == "idle");
    CHECK(unit.document(made, LineResult::Damaged).fact("loss_kind") == "damage");
    CHECK(unit.document(made, LineResult::Stolen).fact("loss_kind") == "theft");
    CHECK(unit.document(made, LineResult::ToScrap).method == "scrap");
    CHECK(unit.document(made, LineResult::DisposedNotRemoved).fact("ends", 1) == "written_off");
    const Document shortage = unit.document(made, LineResult::Shortage);
    CHECK(shortage.fact("loss_kind") == "shortage");
    CHECK(shortage.lines.at(0).assetNo == desks[8]);
    // What nobody saw was missed by everybody who counted.
    CHECK(shortage.countedBy == std::vector<std::string> {"counter1", "counter2"});
    const Document found = unit.document(made, LineResult::Surplus);
    CHECK(found.no == "PY-2026-000001");
    CHECK(found.lines.at(0).original == Money::fromFen(12'000'00));
    CHECK(found.fact("months_left", 1) == "40");
    CHECK(found.fact("place", 1) == "R-102");

    const auto again = unit.make();
    CHECK(again.numbers.empty());
    CHECK(again.plan.skipped.size() == 9);
    CHECK(again.plan.skipped.front().why == FindingSkip::Made);
    // What was withdrawn is free again, and nothing else.
    unit.moved(kClerk1, shortage, moveOf(DocumentAction::Withdraw));
    const auto third = unit.make();
    REQUIRE(third.numbers.size() == 1);
    CHECK(third.plan.drafts[0].findings == std::vector<std::string> {desks[8]});
    CHECK(unit.make().numbers.empty());
}

TEST_CASE("What is let is in nobody's hands, so no handover is drafted that could not be filed",
    "[contract][findings]")
{
    CountedUnit unit(GENERATE("sqlite", "mariadb"));
    const std::string desk = unit.addCard(kDesk, "1800.00", "2020-01-05");
    Query(*unit.session).add("UPDATE asset SET use_state = 'leased' WHERE asset_no = ", desk).run();
    unit.freeze();
    unit.see(desk, {}, "R-101");
    unit.advance(SheetState::UnitChecked);
    unit.advance(SheetState::Verified);
    const auto made = unit.make();
    CHECK(made.numbers.empty());
    REQUIRE(made.plan.skipped.size() == 1);
    CHECK(made.plan.skipped.front().why == FindingSkip::Away);
}

TEST_CASE("A loss asks for the papers of its kind, and whoever counted does not sign a handover alone",
    "[contract][findings]")
{
    CountedUnit unit(GENERATE("sqlite", "mariadb"));
    const std::string lost = unit.addCard(kDesk, "1800.00", "2020-01-05");
    const std::string stolen = unit.addCard(kDesk, "1800.00", "2020-01-05");
    const std::string moved = unit.addCard(kDesk, "1800.00", "2020-01-05");
    unit.freeze();
    unit.see(stolen, Condition::Stolen);
    unit.see(moved, {}, "R-101");
    unit.advance(SheetState::Verified);
    const auto made = unit.make();
    const auto missing = [&](const Document& document) {
        std::set<std::string> out;
        const DocumentLook look
            = DocumentDesk(*unit.session, kClerk1).service.find(document.no).value();
        for (const PaperCheck& check : look.papers)
            if (check.rule->must && check.rule->stage == DocumentStage::Filing)
                out.insert(check.rule->paper);
        return out;
    };
    const std::set<std::string> ofAll {"request", "count_sheet", "loss_note", "responsibility_finding"};
    auto ofShortage = ofAll;
    ofShortage.insert("value_basis");
    auto ofTheft = ofAll;
    ofTheft.insert("police_paper");
    CHECK(missing(unit.document(made, LineResult::Shortage)) == ofShortage);
    CHECK(missing(unit.document(made, LineResult::Stolen)) == ofTheft);

    const auto handover = unit.file(unit.document(made, LineResult::PlaceDiffers));
    INFO(refusalOf(handover));
    REQUIRE(handover.has_value());
    const DocumentActor counter = person("counter1", Role::UnitClerk, 1);
    CHECK(refusalOf(unit.move(counter, *handover, signature())) == "document.counter_alone " + handover->no);
    Document document = unit.moved(kOfficer1, *handover, signature());
    document = unit.moved(kClerk1, unit.paper(document, "handover_record"),
        moveOf(DocumentAction::Close,
            {{0, "handed_on", "2026-11-28"}, {0, "giver_signed_on", "2026-11-28"},
                {0, "receiver_signed_on", "2026-11-28"}}));
    CHECK(unit.card(moved).place.code == "R-101");
    // The card says now what was found: nothing is to be made of it again.
    CHECK(unit.make().numbers.empty());
    CHECK(lost != moved);
}

TEST_CASE("A surplus comes onto the books after its approval, over the months it can still be used",
    "[contract][findings]")
{
    CountedUnit unit(GENERATE("sqlite", "mariadb"));
    unit.addCard(kDesk, "1800.00", "2020-01-05");
    unit.freeze();
    ScanEvent surplus = unit.event("");
    surplus.code.reset();
    surplus.kind = EventKind::Surplus;
    surplus.name = "办公椅";
    surplus.classCode = "A05010301";
    surplus.quantity = 3;
    unit.send(surplus);
    unit.advance(SheetState::Verified);
    const auto made = unit.make();
    Document document = unit.document(made, LineResult::Surplus);
    for (const char* paper : {"count_sheet", "surplus_note", "value_basis"})
        document = unit.paper(document, paper);
    // Nobody decided on a value: the draft says so when it is filed.
    CHECK(refusalOf(unit.file(document)) == "document.fact_missing surplus.inventory.value_basis");
    DocumentDesk desk(*unit.session, kClerk1);
    Wish wish {"办公椅", "A05010301", "甲", "把", 3, {}, Money::fromFen(12'000'00)};
    DocumentEdit edit;
    edit.wishes = std::vector {wish};
    edit.facts = {{1, "value_basis", "同类合同价"}};
    document = desk.service.edit(document.no, document.revision, edit).value();
    CHECK(refusalOf(unit.file(document)) == "document.surplus_months 办公椅");
    edit.wishes.reset();
    edit.facts = {{1, "months_left", "40"}};
    document = desk.service.edit(document.no, document.revision, edit).value();
    document = unit.approved(document);
    CHECK(document.state == DocumentState::Executing);
    CHECK(desk.store.cardsOf(document.id).empty());
    document = unit.moved(kClerk1, document,
        moveOf(DocumentAction::Close, {{0, "booked_on", "2026-11-28"}, {0, "voucher_no", "记-7"}}));
    const auto cards = desk.store.cardsOf(document.id);
    REQUIRE(cards.size() == 1);
    const RegisteredCard card = unit.card(cards[0]);
    CHECK(card.card.acquisition == AcquisitionMethod::Surplus);
    CHECK(card.card.quantity == 3);
    CHECK(card.card.original == Money::fromFen(12'000'00));
    CHECK(card.schedule.months == 40);
    CHECK(card.schedule.monthly() == Money::fromFen(300'00));
    CHECK(card.card.useState == UseState::InStock);
}

TEST_CASE("Once what the count of the worked example found is carried out, the cards are what was counted",
    "[contract][findings]")
{
    CountedUnit unit(GENERATE("sqlite", "mariadb"));
    for (const FixtureCard& card : workedExample())
        addCard(*unit.session, 1, card);
    const auto total = [&] {
        Query query(*unit.session);
        query.add("SELECT SUM(v.original_fen) FROM asset a JOIN asset_value v ON v.asset_id = a.id WHERE a.unit_id = 1 "
                  "AND a.use_state <> 'written_off'");
        return query.next(1) ? Money::fromFen(query.integer(0)) : Money();
    };
    CHECK(total() == yuanOf("12584977.89"));
    unit.freeze(std::chrono::year(2022) / 9 / 30);
    for (const FixtureCard& card : workedExample()) {
        if (card.assetNo == "TY2021000007") // the portable is not there
            continue;
        unit.see(card.assetNo,
            card.assetNo == "TY2014000001"       ? std::optional(Condition::ToScrap)
                : card.assetNo == "TY2016000003" ? std::optional(Condition::Disposed)
                                                 : std::nullopt,
            card.assetNo == "TY2019000001" ? "R-101" : nullptr);
    }
    ScanEvent surplus = unit.event("");
    surplus.code.reset();
    surplus.kind = EventKind::Surplus;
    surplus.name = "空调";
    surplus.classCode = "A02061804";
    unit.send(surplus);
    unit.advance(SheetState::UnitChecked);
    SurplusDecision decision;
    decision.eventId = surplus.eventId;
    decision.value = yuanOf("4500.00");
    decision.valueBasis = "同类资产合同价";
    decision.monthsLeft = 96;
    decision.decidedBy = "officer1";
    REQUIRE(unit.service.decideSurplus(unit.sheet(), decision));
    unit.advance(SheetState::Verified);

    const auto made = unit.make();
    CHECK(made.plan.skipped.empty());
    std::map<LineResult, Money> found;
    for (const FindingDraft& draft : made.plan.drafts)
        found[draft.result] += draft.original;
    CHECK(found
        == std::map<LineResult, Money> {{LineResult::PlaceDiffers, yuanOf("34999.00")},
            {LineResult::ToScrap, yuanOf("4200.00")}, {LineResult::Shortage, yuanOf("6800.00")},
            {LineResult::DisposedNotRemoved, yuanOf("3200.00")}, {LineResult::Surplus, yuanOf("4500.00")}});
    CHECK(total() == yuanOf("12584977.89")); // a draft changes nothing

    const auto carryOut = [&](Document document, const std::vector<const char*>& papers,
                              const std::vector<DocumentMove>& moves) {
        for (const char* paper : papers)
            document = unit.paper(document, paper);
        document = unit.approved(document);
        for (const DocumentMove& move : moves)
            document = unit.moved(kClerk1, document, move);
        CHECK(document.state == DocumentState::Closed);
    };
    const std::string day = "2026-11-28";
    carryOut(unit.document(made, LineResult::Shortage),
        {"request", "count_sheet", "loss_note", "responsibility_finding", "value_basis"},
        {moveOf(DocumentAction::Execute, {{0, "executed_on", day}}),
            moveOf(DocumentAction::SettleIncome, {{0, "gross_yuan", "0"}, {0, "paid_yuan", "0"}}),
            moveOf(DocumentAction::Close, {{0, "removed_on", day}, {0, "voucher_no", "记-1"}})});
    Document correction = unit.document(made, LineResult::DisposedNotRemoved);
    DocumentEdit edit;
    edit.facts = {{1, "earlier_no", "怀机管〔2021〕8号"}};
    correction = DocumentDesk(*unit.session, kClerk1).service.edit(correction.no, correction.revision, edit).value();
    carryOut(correction, {"basis"},
        {moveOf(DocumentAction::Close, {{0, "effective_on", day}, {0, "voucher_no", "记-2"}})});
    // A card of equipment says of which make it is.
    Document airConditioner = unit.document(made, LineResult::Surplus);
    edit.facts = {{1, "brand", "某牌"}, {1, "model", "KFR-35"}};
    airConditioner = DocumentDesk(*unit.session, kClerk1)
                         .service.edit(airConditioner.no, airConditioner.revision, edit)
                         .value();
    carryOut(airConditioner, {"count_sheet", "surplus_note", "value_basis"},
        {moveOf(DocumentAction::Close, {{0, "booked_on", day}, {0, "voucher_no", "记-3"}})});
    // Counted 12,574,977.89 and the surplus of 4,500.00 (reports 12).
    CHECK(total() == yuanOf("12579477.89"));
}

TEST_CASE("The form of shortages says what the write-off says of each loss", "[contract][findings]")
{
    CountedUnit unit(GENERATE("sqlite", "mariadb"));
    const std::string lost = unit.addCard(kDesk, "1800.00", "2020-01-05");
    unit.freeze();
    unit.advance(SheetState::UnitChecked);
    LineDecision decision;
    decision.result = LineResult::Shortage;
    decision.reason = "搬迁时遗失";
    decision.proposal = "拟核销";
    decision.decidedBy = "officer1";
    REQUIRE(unit.service.decideLine(unit.task, unit.sheet(), lost, decision));
    unit.advance(SheetState::Verified);

    auto line = unit.onlyLineOf("shortage");
    CHECK(line.at("盘亏原因") == "搬迁时遗失");
    CHECK(line.at("单位意见") == "拟核销");
    CHECK(line.at("责任认定").empty());
    const std::string net = line.at("净值");
    CHECK(line.at("申报损失金额") == net);

    Document document = unit.document(unit.make(), LineResult::Shortage);
    DocumentEdit edit;
    edit.facts = {{1, "cause", "2024 年搬迁时遗失"}, {1, "responsibility", "保管人王某负主要责任"},
        {1, "compensation_yuan", "100.00"}, {0, "intermediary_no", "湘鉴〔2026〕8号"}};
    document
        = DocumentDesk(*unit.session, kClerk1).service.edit(document.no, document.revision, edit).value();
    for (const char* paper :
        {"request", "count_sheet", "loss_note", "responsibility_finding", "value_basis", "loss_note"})
        document = unit.paper(document, paper);
    line = unit.onlyLineOf("shortage");
    CHECK(line.at("盘亏原因") == "2024 年搬迁时遗失");
    CHECK(line.at("责任认定") == "保管人王某负主要责任");
    CHECK(line.at("赔偿金额") == "100.00");
    CHECK(amountOf(Money::parseYuan(line.at("申报损失金额")).value())
        == Money::parseYuan(net).value().fen() - 100'00);
    CHECK(line.at("证据清单")
        == "单位申请文件、固定资产盘点表、损失情况说明、责任认定和赔偿情况、损失价值确认依据");
    CHECK(line.at("中介鉴证号") == "湘鉴〔2026〕8号");
    CHECK(line.at("单位意见") == "拟核销"); // nobody has signed yet
    CHECK(line.at("批复文号").empty());

    const Document approved = unit.approved(document);
    CHECK(approved.state == DocumentState::Approved);
    line = unit.onlyLineOf("shortage");
    CHECK(line.at("单位意见") == "同意（党组会 纪要〔2026〕9号）");
    CHECK(line.at("核实意见") == "同意（党组会 纪要〔2026〕9号）");
    CHECK(line.at("批复文号") == approved.approvalNo);
}

TEST_CASE("What a write-off said that came to nothing does not stand in the form of shortages",
    "[contract][findings]")
{
    CountedUnit unit(GENERATE("sqlite", "mariadb"));
    const std::string lost = unit.addCard(kDesk, "1800.00", "2020-01-05");
    unit.freeze();
    unit.advance(SheetState::Verified);
    Document document = unit.draft(DocumentKind::Disposal, "write_off_loss", {lost},
        {{0, "loss_kind", "shortage"}, {1, "responsibility", "无"}});
    CHECK(unit.onlyLineOf("shortage").at("责任认定") == "无");
    unit.moved(kClerk1, document, moveOf(DocumentAction::Withdraw));
    CHECK(unit.onlyLineOf("shortage").at("责任认定").empty());
}

TEST_CASE("The form of surplus says what the document says by which it comes onto the books",
    "[contract][findings]")
{
    CountedUnit unit(GENERATE("sqlite", "mariadb"));
    unit.addCard(kDesk, "1800.00", "2020-01-05");
    unit.freeze();
    ScanEvent surplus = unit.event("");
    surplus.code.reset();
    surplus.kind = EventKind::Surplus;
    surplus.name = "办公椅";
    surplus.classCode = "A05010301";
    unit.send(surplus);
    unit.advance(SheetState::Verified);
    Document document = unit.document(unit.make(), LineResult::Surplus);
    CHECK(unit.onlyLineOf("surplus").at("估价金额").empty());
    DocumentEdit edit;
    edit.wishes = std::vector {Wish {"办公椅", "A05010301", "甲型", "把", 1, Money::fromFen(120'00)}};
    edit.facts = {{0, "cause", "接收时漏登"}, {1, "value_basis", "同类合同价"}, {1, "months_left", "40"}};
    document
        = DocumentDesk(*unit.session, kClerk1).service.edit(document.no, document.revision, edit).value();
    document = unit.paper(document, "surplus_note");
    const auto line = unit.onlyLineOf("surplus");
    CHECK(line.at("规格型号") == "甲型");
    CHECK(line.at("计量单位") == "把");
    CHECK(line.at("形成原因") == "接收时漏登");
    CHECK(line.at("价值依据") == "同类合同价");
    CHECK(line.at("估价金额") == "120.00");
    CHECK(line.at("尚可使用月数") == "40");
    CHECK(line.at("附件") == "盘盈情况说明");
}
