#include "core/values/calendar.h"
#include "reports/catalog.h"
#include "reports/premises/building_drawing.h"
#include "reports/premises/premises_reports.h"
#include "tests/approval/approval.h"
#include "tests/support/values.h"

#include <catch2/catch.hpp>
#include <set>
#include <zlib.h>

using namespace guanwu;
using namespace guanwu::test;

namespace {

PremisesHead head(std::optional<int> year = {})
{
    PremisesHead out;
    out.preparer = "办公用房管理科";
    out.asOf = day("2022-12-31");
    out.year = year;
    return out;
}

Seat seat(std::int64_t id, const char* name, const char* rank, SeatKind kind = SeatKind::Main)
{
    Seat out;
    out.person = {id, "P" + std::to_string(id), name};
    out.rank = rank;
    out.post = "干事";
    out.department = "办公室";
    out.kind = kind;
    out.from = day("2021-12-20");
    return out;
}

RoomLine room(const char* code, RoomKind kind, const char* area, std::vector<Seat> seats)
{
    RoomLine out;
    out.room = {1, code, std::string(code) + "室"};
    out.floor = {2, "F1", "一层"};
    out.building = {3, "B1", "=一号楼"}; // a text that a spreadsheet would take for a formula
    out.compound = {4, "C1", "第一办公区"};
    out.kind = kind;
    out.usable = m2(area);
    out.state = RoomState::Allocated;
    out.usedBy = {5, "U001", "市某局"};
    out.heldBy = out.usedBy;
    out.useCertificate = "怀办用凭〔2021〕1号";
    out.onPaper = {{6, "U000", "市机关事务管理局"}};
    out.seats = std::move(seats);
    return out;
}

/// The worked cases of the standard: a deputy in 21.60, three in 30.00, a second room, a meeting room.
std::vector<RoomLine> rooms()
{
    std::vector<RoomLine> out {room("101", RoomKind::Office, "21.60", {seat(1, "张三", "副处级")}),
        room("102", RoomKind::Office, "30.00",
            {seat(2, "李四", "科员"), seat(3, "王五", "科员"), seat(4, "赵六", "科员")}),
        room("103", RoomKind::Office, "17.00", {seat(1, "张三", "副处级", SeatKind::Second)}),
        room("104", RoomKind::Office, "20.00", {seat(5, "孙七", "正处级")}),
        room("105", RoomKind::Service, "60.00", {}), room("106", RoomKind::Office, "18.00", {})};
    out[0].overReason = "待隔断";
    out[0].overDeadline = day("2023-03-31");
    out[4].serviceKind = "会议";
    out[5].isRented = true;
    return out;
}

UnitFacts facts()
{
    UnitFacts out;
    out.unit = {5, "U001", "市某局"};
    out.established = 30;
    out.filled = 5;
    out.posts = {{"正处级", 1}, {"副处级", 3}, {"科员", 26}};
    out.people = {{"正处级", 1}, {"副处级", 1}, {"科员", 3}};
    return out;
}

template <class Line> std::function<bool(Line&)> each(std::vector<Line> lines)
{
    return [lines = std::move(lines), next = std::size_t {0}](Line& line) mutable {
        if (next == lines.size())
            return false;
        line = lines[next++];
        return true;
    };
}

std::vector<AllocationLine> allocations()
{
    AllocationLine line;
    line.certificateNo = "怀办用凭〔2022〕3号";
    line.unit = {5, "U001", "市某局"};
    line.room = {1, "101", "101室"};
    line.building = {3, "B1", "一号楼"};
    line.before = {7, "U007", "市另一局"};
    line.usable = m2("24.96");
    line.approved = m2("24.96");
    line.approvalNo = "怀机管〔2022〕12号";
    line.approvedOn = day("2022-05-20");
    line.vacatedOn = day("2022-05-05");
    AllocationLine second = line;
    second.room = {2, "102", "102室"};
    second.usable = second.approved = m2("24.20");
    second.before = {};
    second.vacatedOn.reset();
    return {line, second};
}

std::vector<VacatedLine> givenBack()
{
    VacatedLine line;
    line.unit = {7, "U007", "市另一局"};
    line.room = {1, "101", "101室"};
    line.building = {3, "B1", "一号楼"};
    line.usable = m2("24.96");
    line.vacatedOn = day("2022-05-05");
    line.next = {5, "U001", "市某局"};
    line.nextCertificateNo = "怀办用凭〔2022〕3号";
    VacatedLine second = line;
    second.room = {2, "102", "102室"};
    second.usable = m2("24.20");
    second.next = {};
    second.nextCertificateNo.clear();
    return {line, second};
}

TitleLine title(std::int64_t id, std::vector<Reference> buildings)
{
    TitleLine out;
    out.id = id;
    out.certNo = "湘（2022）怀化市不动产权第000000" + std::to_string(id) + "号";
    out.kind = "BDCQZS";
    out.holder = {6, "U000", "市机关事务管理局"};
    out.location = "鹤城区某路1号";
    out.unitNos = {"431202001003GB00012F0001000" + std::to_string(id)};
    out.parcel = m2("9000");
    out.landShare = m2("505.00");
    out.floor = m2("1410.00");
    out.buildings = std::move(buildings);
    out.issuedOn = day("2022-06-01");
    out.state = "current";
    return out;
}

std::vector<TitleLine> titles()
{
    const Reference first {11, "B1", "一号楼"};
    const Reference second {12, "B2", "二号楼"};
    TitleLine old = title(3, {first});
    old.state = "history";
    TitleLine open = title(2, {first}); // part of a building that is on another certificate already
    open.isIncomplete = true;
    open.missing = {{1, "土地划拨决定书", "市自然资源局", day("2023-06-30"), std::nullopt},
        {2, "规划许可证", "市某局", day("2023-03-31"), day("2022-12-01")}};
    open.encumbrances = {{1, EncumbranceKind::Seizure, "（2022）湘12执1号", "市中院", day("2022-07-01"), {}}};
    open.formerNos = {"怀房权证鹤城字第000123号"};
    open.custody = TitleCustody {CustodyStep::Stored, "档案员", "一号柜", day("2022-06-02"), {}, {}};
    return {title(1, {first, second}), open, old};
}

std::vector<RepairLine> repairs()
{
    RepairLine line;
    line.applicationNo = "WX-2022-000001";
    line.unit = {5, "U001", "市某局"};
    line.building = {3, "B1", "一号楼"};
    line.kind = "full";
    line.parts = "屋面";
    line.area = m2("1600.00");
    line.estimate = Money::fromFen(50'000'00);
    line.inspectedOn = day("2022-03-01");
    line.finding = "渗漏，应修";
    line.rank = 1;
    line.approved = Money::fromFen(48'000'00);
    line.approvalNo = "怀机管维〔2022〕1号";
    line.approvedOn = day("2022-04-01");
    line.settled = Money::fromFen(47'500'00);
    line.capitalised = "no";
    RepairLine other = line;
    other.applicationNo = "WX-2022-000002";
    other.kind = "日常维修";
    other.area = m2("26.00");
    return {line, other};
}

StreamedReport reportNamed(std::string_view name)
{
    if (name == "space-usage")
        return spaceUsageReport(head(), each<UnitSpaceUse>({sumUp(facts(), rooms())}));
    if (name == "space-people")
        return spacePeopleReport(head(), each(rooms()));
    if (name == "space-calculation")
        return spaceCalculationReport(head(), each<UnitFacts>({facts()}));
    if (name == "space-allocation")
        return spaceAllocationReport(head(2022), allocations());
    if (name == "space-vacated")
        return spaceVacatedReport(head(2022), givenBack());
    if (name == "space-register")
        return spaceRegisterReport(head(), kSpaceRegisterReport.titleZh, each(rooms()));
    if (name == "repair-ranking") {
        auto lines = repairs();
        for (RepairLine& line : lines) {
            line.state = "applied";
            line.approvedOn.reset();
        }
        lines[1].hazard = "c";
        lines[1].lastRepairYear = 2005;
        return repairRankingReport(head(2022), rankRepairs(lines));
    }
    if (name == "repairs")
        return repairsReport(head(2022), repairs());
    if (name == "certificates")
        return certificatesReport(head(), titles());
    BuildingTitle registered {{11, "B1", "一号楼"}, m2("1410.00"), StartSituation::LandOnly, {"湘"}, false, {}, {}};
    BuildingTitle filed {{12, "B2", "二号楼"}, m2("500.00"), StartSituation::Neither, {}, true, m2("480.00"), "备1"};
    BuildingTitle open {{13, "B3", "三号楼"}, m2("300.00"), std::nullopt, {}, false, {}, {}};
    BuildingTitle gone {{14, "B4", "四号楼"}, m2("200.00"), std::nullopt, {}, false, {}, {}, true};
    return certificateProgressReport(head(), {registered, filed, open, gone});
}

/// What the pages of a PDF draw: its packed streams, one after the other.
std::string drawn(const std::string& pdf)
{
    std::string out;
    for (std::size_t at = pdf.find("stream\n"); at != std::string::npos; at = pdf.find("stream\n", at)) {
        at += 7;
        std::string plain(1'000'000, '\0');
        uLongf size = plain.size();
        if (uncompress(reinterpret_cast<Bytef*>(plain.data()), &size,
                reinterpret_cast<const Bytef*>(pdf.data() + at), pdf.find("endstream", at) - at)
            == Z_OK)
            out.append(plain, 0, size);
        at = pdf.find("endstream", at) + 9;
    }
    return out;
}

} // namespace

TEST_CASE("A room marked on a plan is drawn within its corners", "[approval][premises]")
{
    PictureRoom room;
    room.room = {1, "B1-101", "101室"};
    room.label = "101";
    room.usable = m2("20.00");
    room.mark = {{60, 60}, {270, 70}, {260, 330}, {70, 320}};
    BuildingPicture picture;
    picture.building = {11, "B1", "一号楼"};
    picture.floors = {{{1, "B1-F1", "1层"}, "1层", m2("20.00"), {"h", 600, 400, 1}, {room}}};
    const auto pdf
        = buildingPicturePdf(picture, PictureColour::Unit, {{}, day("2026-11-28")}, [](const PictureFloor&) {
              return PlanGround {600, 400, std::vector<std::uint8_t>(240'000, 255)};
          });
    REQUIRE(pdf);
    const std::string path = drawn(*pdf);
    REQUIRE(path.find(" h") != std::string::npos);
    for (std::size_t end = path.find(" l h"); end != std::string::npos; end = path.find(" l h", end + 1)) {
        const std::string outline = path.substr(path.rfind(" m", end), end - path.rfind(" m", end) + 2);
        std::size_t lines = 0;
        for (std::size_t at = outline.find(" l"); at != std::string::npos; at = outline.find(" l", at + 1))
            ++lines;
        CHECK(lines == 3); // from one corner over the three others
    }
}

TEST_CASE("The picture of a building is the same bytes every time, in every colouring", "[approval][premises]")
{
    BuildingPicture picture;
    picture.building = {11, "B1", "一号楼"};
    for (int floor = 3; floor > 0; --floor) {
        PictureFloor one;
        one.floor = {floor, "B1-F" + std::to_string(floor), std::to_string(floor) + "层"};
        one.label = one.floor.name;
        for (int i = 0; i < (floor == 2 ? 200 : 14); ++i) {
            PictureRoom room;
            room.room = {i, "B1-" + std::to_string(floor * 1000 + i), "房"};
            room.label = std::to_string(floor * 1000 + i);
            room.usable = Area::fromHundredths(1'200 + i * 37 % 4'000);
            room.state = static_cast<RoomState>(i % 10);
            room.isOver = i % 7 == 0;
            if (i % 5 != 0)
                room.unit = {i % 9 + 1, "U" + std::to_string(i % 9),
                    "怀化市公安局交通警察支队高速公路管理大队第" + std::to_string(i % 9) + "中队"};
            one.usable += room.usable;
            one.rooms.push_back(room);
        }
        picture.floors.push_back(one);
    }
    std::set<std::string> different;
    for (const auto& colour : kPictureColours) {
        const auto pdf = buildingPicturePdf(picture, colour.value, {"市机关事务管理局", day("2026-11-28")});
        REQUIRE(pdf);
        CHECK(pdf->starts_with("%PDF-"));
        CHECK(*pdf == *buildingPicturePdf(picture, colour.value, {"市机关事务管理局", day("2026-11-28")}));
        different.insert(*pdf);
    }
    CHECK(different.size() == kPictureColours.size());
    CHECK(buildingPicturePdf({{1, "B9", "空楼"}, {}}, PictureColour::Unit, {}).error().subject == "space.no_rooms");
}

TEST_CASE("The reports of office space and certificates are the approved CSV files", "[approval][premises]")
{
    const TempFolder folder;
    for (const char* name : {"space-usage", "space-people", "space-calculation", "space-allocation",
             "space-vacated", "space-register", "repairs", "repair-ranking", "certificates", "certificate-progress"}) {
        CAPTURE(name);
        CHECK(isApproved(std::string(name) + ".csv", written(reportNamed(name), folder / "report.csv")));
        CHECK(written(reportNamed(name), folder / "1.pdf") == written(reportNamed(name), folder / "2.pdf"));
        CHECK_FALSE(written(reportNamed(name), folder / "report.xlsx").empty());
    }
}

TEST_CASE("Compound, building and floor are told apart, whatever their names repeat", "[approval][premises]")
{
    auto full = rooms();
    for (RoomLine& room : full) {
        room.building.name = "第一办公区一号楼";
        room.floor.name = "一号楼一层";
    }
    full[1].compound = {};
    full[1].floor = {};
    const auto firstCells = [](StreamedReport report) {
        std::vector<std::string> out;
        ReportRow row {std::vector<Cell>(report.report.columns.size()), {}, 0, {}};
        while (report.rows->next(row))
            out.push_back(printedText(row.cells[1], MoneyUnit::Yuan) + '/'
                + printedText(row.cells[2], MoneyUnit::Yuan) + '/'
                + printedText(row.cells[3], MoneyUnit::Yuan));
        return out;
    };
    for (auto cells : {firstCells(spaceRegisterReport(head(), kSpaceRegisterReport.titleZh, each(full))),
             firstCells(spacePeopleReport(head(), each(full)))}) {
        REQUIRE(cells.size() == 6);
        CHECK(cells[0] == "第一办公区/一号楼/一层");
        CHECK(cells[1] == "/第一办公区一号楼/");
        CHECK(cells[5] == "第一办公区/一号楼/一层");
    }
}

TEST_CASE(
    "every figure of the use of space and of the registration is the sum of what is behind it", "[approval]")
{
    CHECK(openedCells([] {
        return spaceUsageReport(
            head(), each<UnitSpaceUse>({sumUp(facts(), rooms())}), [](const Reference&) { return rooms(); });
    }) > 40);
    CHECK(openedCells([] { return reportNamed("certificate-progress"); }) > 40);
    CHECK(openedCells([] { return reportNamed("space-calculation"); })
        == 7); // its sums, from the offices to the floor
}

TEST_CASE("Two current certificates of one property unit are told on the face of the register", "[approval][premises]")
{
    const TempFolder folder;
    auto two = titles();
    two[1].unitNos = two[0].unitNos;
    written(certificatesReport(head(), two), folder / "report.csv", false);
    two[1].state = "history";
    written(certificatesReport(head(), two), folder / "report.csv");
}
