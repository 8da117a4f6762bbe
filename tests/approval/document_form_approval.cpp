#include "core/values/calendar.h"
#include "reports/documents/document_form.h"
#include "tests/approval/approval.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr Instant kAt = std::chrono::sys_days(std::chrono::year(2022) / 10 / 8) + std::chrono::hours(1);

/// The old desktop and the copier of the worked example, on their way out.
Document aDisposal()
{
    Document out;
    out.no = "CZ-2022-000001";
    out.method = "scrap";
    out.unit = {1, "U001", "市某局"};
    out.applicant = out.applicantName = "张三";
    out.reason = "无维修价值";
    out.createdAt = kAt;
    out.filedAt = kAt;
    out.state = DocumentState::InReview;
    DocumentLine old;
    old.no = 1;
    old.asset = AssetId {1};
    old.assetNo = "TY2014000001";
    old.name = "=旧台式机";
    old.classCode = "A02010105";
    old.model = "OptiPlex";
    old.unitOfMeasure = "台";
    old.original = old.accumulated = Money::fromFen(420000);
    old.acquiredOn = *parseDate("2014-04-15");
    old.lifeMonths = 72;
    DocumentLine copier = old;
    copier.no = 2;
    copier.asset = AssetId {2};
    copier.assetNo = "TY2019000001";
    copier.name = "复印机";
    copier.classCode = "A02020100";
    copier.quantity = 2;
    copier.original = Money::fromFen(3499900);
    copier.accumulated = Money::fromFen(2187450);
    copier.acquiredOn = *parseDate("2019-01-10");
    out.lines = {old, copier};
    out.setFact("ground", "technical");
    out.setFact("appraised_yuan", "100.00", 1);
    DocumentStep unit;
    unit.kind = StepKind::UnitDecision;
    unit.signer = "officer";
    unit.signerName = "李四";
    unit.signedAt = kAt;
    unit.opinion = "同意报废";
    unit.meeting = "局党组会";
    unit.minutesNo = "纪要〔2022〕9号";
    DocumentStep bureau;
    bureau.kind = StepKind::BureauReview;
    out.steps = {unit, bureau};
    out.step = 1;
    out.rule = AppliedRule {"D1", "example-1", "测试", true};
    out.log.push_back({DocumentAction::File, "zhang", "张三", kAt, std::nullopt, out.state, {}});
    return out;
}

} // namespace

TEST_CASE("The disposal form is the approved CSV file, and the same PDF each time", "[approval]")
{
    const TempFolder folder;
    const Document document = aDisposal();
    const Day today = std::chrono::year(2022) / 10 / 9;
    const auto form = [&] { return documentForm(document, today); };
    CHECK(isApproved("disposal-form.csv", written(form(), folder / "form.csv")));
    CHECK(written(form(), folder / "1.pdf") == written(form(), folder / "2.pdf"));
    CHECK(written(form(), folder / "form.xlsx").size() > 1000);
    // Steps that are not on the route say so; steps that wait say that.
    const auto boxes = form().report.boxes;
    REQUIRE(boxes.size() == 10);
    CHECK(boxes[3].heading == "单位集体决策");
    CHECK(boxes[3].text == "同意报废\n李四　2022-10-08\n局党组会　纪要〔2022〕9号\n（盖章）");
    CHECK(boxes[5].text == "无需审批");
    CHECK(boxes[6].text == "待审批\n签字（盖章）：\n　　　　年　　月　　日"); // or on paper
    Document draft = document;
    draft.steps.clear();
    CHECK_THAT(documentForm(draft, today).report.boxes[6].text, Catch::Contains("签字（盖章）"));
}

TEST_CASE("The form of a request for office space lists its rooms with who has to leave them", "[approval]")
{
    Document document = aDisposal();
    document.kind = DocumentKind::Space;
    document.method = "adjust";
    document.lines.clear();
    RoomLine first;
    first.room = {1, "B1-101", "一号楼101室"};
    first.building = {9, "B1", "一号楼"};
    first.usable = *Area::parse("24.00");
    first.usedBy = {77, "U077", "市某中心"};
    first.vacateBy = std::chrono::year(2022) / 12 / 31;
    RoomLine second = first;
    second.room = {2, "B1-102", "一号楼102室"};
    second.usedBy = document.unit; // has it already
    second.vacateBy.reset();
    const std::vector<RoomLine> rooms {first, second};
    const TempFolder folder;
    const auto form = [&] { return documentForm(document, std::chrono::year(2022) / 10 / 9, rooms); };
    CHECK(isApproved("space-form.csv", written(form(), folder / "form.csv")));
    CHECK(written(form(), folder / "1.pdf") == written(form(), folder / "2.pdf"));
}

TEST_CASE("The form of office space that was handed over says who had it, whoever has it now", "[approval]")
{
    Document document = aDisposal();
    document.kind = DocumentKind::Space;
    document.method = "adjust";
    document.state = DocumentState::Closed;
    document.lines.clear();
    document.facts = {{0, "vacate_by", "2022-12-31"}, {0, kFormerUsers, "B1-1011：别局；B1-101：市某中心"}};
    RoomLine first;
    first.room = {1, "B1-101", "一号楼101室"};
    first.usedBy = document.unit;
    RoomLine free = first;
    free.room = {2, "B1-102", "一号楼102室"};
    free.usedBy = {78, "U078", "后来的单位"};
    const std::vector<RoomLine> rooms {first, free};
    auto form = documentForm(document, std::chrono::year(2023) / 10 / 9, rooms);
    std::vector<ReportRow> rows;
    for (ReportRow row; form.rows->next(row);)
        rows.push_back(row);
    REQUIRE(rows.size() == 2);
    CHECK(std::get<std::string>(rows[0].cells.at(6)) == "市某中心");
    CHECK(std::get<Day>(rows[0].cells.at(7)) == *parseDate("2022-12-31"));
    CHECK_FALSE(std::holds_alternative<std::string>(rows[1].cells.at(6)));
    for (const std::string& note : form.report.notes)
        CHECK(note.find("别局") == std::string::npos);
}

TEST_CASE("The form of a request says what the unit has, where, and what it may have", "[approval]")
{
    UnitSpaceUse use;
    use.unit.established = 38;
    use.unit.filled = 36;
    use.area[static_cast<std::size_t>(RoomKind::Office)] = *Area::parse("40.00");
    use.rooms[static_cast<std::size_t>(RoomKind::Office)] = 2;
    RoomLine room;
    room.building = {9, "B1", "一号楼"};
    room.usable = *Area::parse("20.00");
    const std::vector<RoomLine> rooms {room, room};
    const auto notes = presentSpaceNotes(use, rooms, std::chrono::year(2022) / 10 / 9);
    REQUIRE(notes.size() == 2);
    CHECK(notes[0]
        == "编制 38 人，实有 36 人；现有用房（2022-10-09）2 间 40.00 ㎡，其中办公室 2 间 40.00 ㎡，服务用房 0 间 0.00 ㎡");
    CHECK(notes[1] == "现有用房坐落：一号楼 2 间 40.00 ㎡");

    Document document = aDisposal();
    document.kind = DocumentKind::Space;
    document.method = "allocate";
    document.no = "YF-2022-000007";
    document.lines.clear();
    document.approvalNo = "怀机管〔2022〕9号";
    const auto form = documentForm(document, std::chrono::year(2022) / 10 / 9, {}, notes);
    CHECK(std::count(form.report.notes.begin(), form.report.notes.end(), notes[0]) == 1);
    CHECK_THAT(form.report.boxes.back().text, Catch::Contains("使用凭证号：YP-2022-000007"));
}

TEST_CASE("The form of a repair says what was applied for, line by line", "[approval]")
{
    Document document = aDisposal();
    document.kind = DocumentKind::Repair;
    document.method = "repair";
    document.lines.clear();
    document.facts = {{0, "parts", "屋面"}, {0, "repair_kind", "part"}, {0, "finding", "应修"}};
    auto form = documentForm(document, std::chrono::year(2022) / 10 / 9);
    std::vector<std::string> said;
    for (ReportRow row; form.rows->next(row);)
        said.push_back(std::get<std::string>(row.cells.at(1)) + "=" + std::get<std::string>(row.cells.at(2)));
    CHECK(said == std::vector<std::string> {"维修类别=中修", "部位=屋面"}); // what is found later has a box
}

TEST_CASE(
    "A dossier lists every paper by its digest, and any word of a document changes its own", "[approval]")
{
    const TempFolder folder;
    Document document = aDisposal();
    const std::vector<DossierPaper> papers {
        {"单位申请文件", "请示.pdf", std::string(64, 'a'), 12345, "zhang", std::chrono::year(2022) / 10 / 8}};
    const auto manifest = [&] { return dossierManifest(document, papers, std::string(64, 'b')); };
    CHECK(isApproved("dossier.csv", written(manifest(), folder / "dossier.csv")));
    CHECK(written(manifest(), folder / "1.pdf") == written(manifest(), folder / "2.pdf"));
    const std::string before = documentText(document);
    document.steps[0].opinion = "同意";
    CHECK(documentText(document) != before);
}

TEST_CASE(
    "The form of a change slip has a row for each field, with what stands before and after it", "[approval]")
{
    Document document = aDisposal();
    document.kind = DocumentKind::Change;
    document.method = "value";
    const std::vector<CardChange> changes {
        {1, "TY2014000001", {"original_yuan", "4200.00", "5200.00", {}, {}}},
        {1, "TY2014000001", {"use_state", "in_use", "idle", {}, {}}},
        {1, "TY2014000001", {"user", "P1", "P2", "张三", "李四"}}};
    const std::vector<std::string> notes {"所建卡片：TY2022000009"};
    const TempFolder folder;
    const auto form
        = [&] { return documentForm(document, std::chrono::year(2022) / 10 / 9, {}, notes, changes); };
    CHECK(isApproved("slip-form.csv", written(form(), folder / "form.csv")));
    CHECK(written(form(), folder / "1.pdf") == written(form(), folder / "2.pdf"));
    CHECK(form().report.notes.back() == notes.front());
    CHECK(form().report.signatures.front() == "单位负责人");
    // What changes hands is signed by both sides.
    document.kind = DocumentKind::Custody;
    document.method = "handover";
    const auto signatures = form().report.signatures;
    CHECK(signatures[0] == "移交人");
    CHECK(signatures[1] == "接收人");
}
