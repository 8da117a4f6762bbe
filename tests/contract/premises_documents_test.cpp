#include "core/documents/room_seats.h"
#include "core/premises/take_back.h"
#include "schema/connection/unit_of_work.h"
#include "schema/premises/room_entry.h"
#include "schema/premises/space_register.h"
#include "schema/premises/title_register.h"
#include "schema/premises/use_certificates.h"
#include "schema/repositories/unit_reforms.h"
#include "tests/contract/space_desk.h"
#include "tests/support/values.h"

using namespace guanwu;
using namespace guanwu::test;

TEST_CASE("A request for rooms leads to a use certificate and the handing over", "[contract][premises]")
{
    SpaceDesk desk(GENERATE("sqlite", "mariadb"));
    Document document = desk.move(kSpace1, desk.requested(), approval(kRoom401));
    REQUIRE(document.state == DocumentState::Approved);
    RoomLine room = desk.room("R-401");
    CHECK(room.state == RoomState::Allocated);
    CHECK(room.heldBy.code == "U001");
    CHECK(room.useCertificate == "YP" + document.no.substr(2));
    CHECK(room.usedBy.id == 0); // nobody moved yet
    document = desk.move(kClerk1, document,
        moveOf(DocumentAction::Execute, {{0, "agreement_no", "协〔2026〕9号"}, {0, "term_from", "2026-12-01"}}));
    document = desk.move(kClerk1, document, moveOf(DocumentAction::Close, {{0, "handed_over_on", "2026-11-28"}}));
    CHECK(document.state == DocumentState::Closed);
    room = desk.room("R-401");
    CHECK(room.usedBy.code == "U001");
    const auto year = SpaceRegister(*desk.session, Scope::everything())
                          .allocations({*parseDate("2026-01-01"), *parseDate("2026-12-31"), "U001", {}});
    REQUIRE(year.size() == 1);
    CHECK(year.front().agreementNo == "协〔2026〕9号");
    CHECK(year.front().handedOverOn == parseDate("2026-11-28").value());
    CHECK(year.front().approvalNo == document.approvalNo);
}

TEST_CASE("A room that another document got is refused, and one that does not exist", "[contract][premises]")
{
    SpaceDesk desk(GENERATE("sqlite", "mariadb"));
    const Document first = desk.requested();
    const Document second = desk.requested();
    const auto unknown
        = desk.tryMove(kSpace1, first, approval({{0, "rooms", "R-999"}, {0, "approved_m2", "17.50"}}));
    CHECK(refusalOf(unknown) == "space.room_not_found R-999");
    CHECK(refusalOf(desk.tryMove(kSpace1, second, approval({{0, "rooms", "R-401;R-401"}, {0, "approved_m2", "40"}})))
        == "space.room_twice R-401");
    desk.move(kSpace1, first, approval(kRoom401));
    CHECK(refusalOf(desk.tryMove(kSpace1, second, approval(kRoom401))) == "space.room_taken R-401");
    CHECK(refusalOf(desk.tryMove(kSpace1, second, approval({{0, "rooms", "R-102"}, {0, "approved_m2", "18"}})))
        == "space.room_taken R-102");
}

TEST_CASE("Nobody gets more than the standard, nor more than was approved", "[contract][premises]")
{
    SpaceDesk desk(GENERATE("sqlite", "mariadb"));
    const Document document = desk.requested();
    CHECK(refusalOf(desk.tryMove(kSpace1, document, approval({{0, "rooms", "R-401"}, {0, "approved_m2", "17.49"}})))
        == "space.approved_below 17.50");
    Query(*desk.session).add("UPDATE unit SET posts_established = 6 WHERE id = ", std::int64_t {1}).run();
    // 39.60 now and 17.50 more, with 6 posts of 9 m2.
    CHECK(refusalOf(desk.tryMove(kSpace1, document, approval(kRoom401)))
        == "space.above_standard 57.10 > 54.00");
    CHECK(desk.room("R-401").state == RoomState::Available);
    // New for old: what is told to go makes place.
    const Document back = desk.draft(kSpace3, {DocumentKind::Space, "take_back", "U001", "", "", "超标"},
        {{0, "rooms", "R-102"}, {0, "ground", "over_standard"}});
    desk.move(kSpace2, desk.file(kSpace3, back), approval({{0, "vacate_by", "2026-12-31"}}));
    desk.move(kSpace1, document, approval(kRoom401));
    CHECK(desk.room("R-401").state == RoomState::Allocated);
}

TEST_CASE("Rooms pass from one unit to another when both have signed", "[contract][premises]")
{
    SpaceDesk desk(GENERATE("sqlite", "mariadb"));
    insertRow(*desk.session, "room_allocation",
        {{"id", std::int64_t {5003}}, {"certificate_no", std::string("凭2020-2")},
            {"unit_id", std::int64_t {2}}, {"place_id", std::int64_t {1201}},
            {"approved_m2_x100", std::int64_t {3000}}, {"approved_on", std::string("2020-05-01")}});
    const auto wish = [&](const char* rooms) {
        return desk.draft(kClerk1, {DocumentKind::Space, "adjust", "U001", "", "U002", "调剂"},
            {{0, "ground", "short"}, {0, "basis", "会议纪要"}, {0, "rooms", rooms}});
    };
    CHECK(refusalOf(desk.tryFile(kClerk1, wish("R-102"))) == "space.room_of_other R-102");
    Document document = desk.file(kClerk1, wish("R-201"));
    document = desk.move(kOfficer1, document, signature());
    document = desk.move(kOfficer2, document, signature()); // the unit that gives
    document = desk.move(kSpace1, document, approval({{0, "approved_m2", "30"}, {0, "vacate_by", "2026-12-10"}}));
    CHECK(desk.room("R-201").state == RoomState::Vacating);
    // Whoever is of the unit that gets the room sits there already, as after a reform; the others are out.
    for (const std::int64_t person : {101, 301})
        insertRow(*desk.session, "room_occupant",
            {{"id", person}, {"place_id", std::int64_t {1201}}, {"person_id", person},
                {"kind", std::string("main")}, {"from_on", std::string("2022-01-01")},
                {"open_main_id", person}});
    document = desk.move(kClerk1, document, moveOf(DocumentAction::Execute, {{0, "agreement_no", "协1"}}));
    CHECK(document.fact(kFormerUsers).empty());
    document
        = desk.move(kClerk1, document, moveOf(DocumentAction::Close, {{0, "handed_over_on", "2026-11-28"}}));
    CHECK(document.fact(kFormerUsers) == "R-201：第2局");
    const RoomLine room = desk.room("R-201");
    CHECK(room.state == RoomState::Allocated);
    CHECK(room.usedBy.code == "U001");
    CHECK(room.heldBy.code == "U001");
    REQUIRE(room.seats.size() == 1);
    CHECK(room.seats.front().person.code == "P101");
    // The one who left did so behind the approval, and is told in both ledgers.
    SpaceRegister space(*desk.session, Scope::everything());
    const Day from = *parseDate("2026-01-01");
    const Day to = *parseDate("2026-12-31");
    const auto given = space.allocations({from, to, "U001", {}});
    REQUIRE(given.size() == 1);
    CHECK(given.front().before.code == "U002");
    CHECK(given.front().vacatedOn == *parseDate("2026-11-28"));
    const auto left = space.vacated(from, to, {});
    REQUIRE(left.size() == 1);
    CHECK(left.front().unit.code == "U002");
    CHECK(left.front().room.code == "R-201");
    CHECK(left.front().next.code == "U001");
    CHECK(left.front().nextCertificateNo == given.front().certificateNo);
    CHECK(space.vacated(from, to, "U001").empty());
}

TEST_CASE("What the pool cannot answer is rented, with the approval of the government, and handed over",
    "[contract][premises]")
{
    SpaceDesk desk(GENERATE("sqlite", "mariadb"));
    std::vector<Fact> facts {{0, "ground", "short"}, {0, "basis", "怀编发〔2026〕3号"},
        {0, "wanted_m2", "20"}, {0, "address", "某路9号"}, {0, "lessor", "某公司"},
        {0, "rent_yuan", "24000"}};
    const auto draft = [&] {
        return desk.draft(kClerk1, {DocumentKind::Space, "rent", "U001", "", "", "租用"}, facts);
    };
    CHECK(refusalOf(desk.tryFile(kClerk1, draft())) == "document.fact_missing space.rent.search_answer");
    facts.push_back({0, "search_answer", "调剂库无合适用房"});
    CHECK(refusalOf(desk.tryFile(kClerk1, draft())) == "document.paper_missing space.rent.lease_draft");
    Document document = draft();
    document = desk.paper(kClerk1, document, "lease_draft");
    document = desk.move(kOfficer1, desk.file(kClerk1, document), signature());
    document = desk.move(kSpace1, document, approval({{0, "approved_m2", "20"}}));
    CHECK(document.steps.at(document.step).kind == StepKind::Government);
    DocumentMove decision = approval({});
    decision.paperNo = "怀政函〔2026〕7号";
    CHECK(refusalOf(desk.tryMove(kSpace2, document, decision)).starts_with("document."));
    document = desk.move(kBureau, document, decision);
    REQUIRE(document.state == DocumentState::Approved);
    document = desk.move(
        kClerk1, document, moveOf(DocumentAction::Execute, {{0, "agreement_no", "租〔2026〕1号"}}));

    const auto closing = [](const char* rooms) {
        return moveOf(DocumentAction::Close, {{0, "rooms", rooms}, {0, "handed_over_on", "2026-11-28"}});
    };
    CHECK(refusalOf(desk.tryMove(kClerk1, document, closing("Z-1"))) == "space.room_not_found Z-1");
    CHECK(refusalOf(desk.tryMove(kClerk1, document, closing("R-101"))) == "space.room_taken R-101");
    NewRoom room {"Z-1", "租用房间", "B-1", RoomKind::Office, {}, *Area::parse("20.50"), {}, {}, false};
    const auto enter = [&] {
        UnitOfWork work(*desk.session);
        auto entered = enterRoom(*desk.session, room);
        if (entered)
            work.commit();
        return entered;
    };
    REQUIRE(enter());
    CHECK(desk.room("Z-1").state == RoomState::Unregistered); // no proposal has it
    CHECK(refusalOf(enter()) == "space.room_exists Z-1");
    CHECK(refusalOf(desk.tryMove(kClerk1, document, closing("Z-1"))) == "space.approved_below 20.50");
    room.code = "Z-2";
    room.usable = *Area::parse("19.50");
    REQUIRE(enter());
    document = desk.move(kClerk1, document, closing("Z-2"));
    const RoomLine handed = desk.room("Z-2");
    CHECK(handed.state == RoomState::Allocated);
    CHECK(handed.usedBy.code == "U001");
    CHECK(handed.useCertificate == "YP" + document.no.substr(2));
    CHECK(handed.isRented);
    CHECK_FALSE(desk.room("R-101").isRented);
    const std::vector<RoomLine> rooms {handed, desk.room("R-101")};
    CHECK(sumUp(UnitFacts {}, rooms).rented == *Area::parse("19.50"));
    // Whoever mends it says how long the lease is: the less may decorating it cost.
    const Document mended = desk.draft(kClerk1, {DocumentKind::Repair, "repair", "U001", "", "", "陈旧"},
        {{0, "building", "B-1"}, {0, "rooms", "Z-2"}, {0, "repair_kind", "daily"}, {0, "parts", "室内"},
            {0, "area_m2", "19.50"}, {0, "estimate_yuan", "9000"}, {0, "faults", "陈旧"}});
    CHECK(refusalOf(desk.tryFile(kClerk1, mended)) == "repair.lease_years Z-2");
    // It stays rented when it goes back to the pool.
    Document back = desk.draft(kSpace1, {DocumentKind::Space, "take_back", "U001", "", "", "收回"},
        {{0, "rooms", "Z-2"}, {0, "ground", "idle"}});
    back = desk.move(kSpace2, desk.file(kSpace1, back), approval({}));
    back = desk.move(kSpace1, back, moveOf(DocumentAction::Execute));
    back = desk.move(kSpace1, back, moveOf(DocumentAction::Close, {{0, "handed_over_on", "2026-11-28"}}));
    CHECK(desk.room("Z-2").useCertificate.empty());
    CHECK(desk.room("Z-2").isRented);
    // The ledger of what was given back has it, though nobody has got it since.
    const auto left = SpaceRegister(*desk.session, Scope::everything())
                          .vacated(*parseDate("2026-11-28"), *parseDate("2026-11-28"), "U001");
    REQUIRE(left.size() == 1);
    CHECK(left.front().room.code == "Z-2");
    CHECK(left.front().next.id == 0);
}

TEST_CASE("The ledger of what was given back tells who gets it, by the certificate that stands",
    "[contract][premises]")
{
    SpaceDesk desk(GENERATE("sqlite", "mariadb"));
    const auto next = [&] {
        const auto left = SpaceRegister(*desk.session, Scope::everything())
                              .vacated(day("2022-04-01"), day("2022-04-01"), "U003");
        REQUIRE(left.size() == 1);
        return left.front().next.code + " " + left.front().nextCertificateNo;
    };
    insertRow(*desk.session, "use_certificate_reissue",
        {{"old_no", std::string("凭2022-1")}, {"new_no", std::string("凭2023-1")},
            {"issued_on", std::string("2023-01-01")}, {"current_no", std::string("凭2023-1")},
            {"current_on", std::string("2023-01-01")}, {"unit_id", std::int64_t {2}},
            {"ground", std::string("rooms_changed")}});
    CHECK(next() == "U002 凭2023-1");
    // Approved before the room was given back, and not handed over yet.
    Query(*desk.session)
        .add("UPDATE room_allocation SET approved_on = '2022-03-15' WHERE id = ", std::int64_t {5002})
        .run();
    CHECK(next() == "U002 凭2023-1");
}

TEST_CASE("Nobody rents or builds beyond the standard", "[contract][premises]")
{
    SpaceDesk desk(GENERATE("sqlite", "mariadb"));
    Query(*desk.session).add("UPDATE unit SET posts_established = 6 WHERE id = ", std::int64_t {1}).run();
    Document document = desk.draft(kClerk1, {DocumentKind::Space, "build", "U001", "", "", "新建"},
        {{0, "ground", "short"}, {0, "basis", "纪要"}, {0, "wanted_m2", "90"}, {0, "address", "某路"},
            {0, "search_answer", "无"}, {0, "investment_yuan", "900000"}});
    document = desk.paper(kClerk1, document, "project_proposal");
    document = desk.move(kOfficer1, desk.file(kClerk1, document), signature());
    document = desk.move(kSpace1, document, signature());
    // 6 posts may have 54 m2 of offices and 48 of service rooms; 39.60 are used.
    DocumentMove decision = approval({{0, "approved_m2", "63"}, {0, "project_no", "怀发改〔2026〕1号"}});
    decision.paperNo = "怀政函〔2026〕8号";
    CHECK(refusalOf(desk.tryMove(kBureau, document, decision)) == "space.above_standard 102.60 > 102.00");
    decision.facts[0].value = "62";
    CHECK(desk.move(kBureau, document, decision).state == DocumentState::Approved);
}

TEST_CASE("What is made public once a year is counted unit by unit", "[contract][premises]")
{
    SpaceDesk desk(GENERATE("sqlite", "mariadb"));
    SpaceRegister space(*desk.session, Scope::everything());
    const Day day = *parseDate("2026-11-20");
    const auto before = space.publication(day);
    REQUIRE(before.size() == 1); // of U002: what U003 had came back
    CHECK(before.front().unit.code == "U002");
    CHECK(before.front().published == 0);
    {
        UnitOfWork work(*desk.session);
        CHECK(space.publish(day) == 1);
        work.commit();
    }
    CHECK(space.publication(day).front().published == 1);
    CHECK(space.publication(day).front().publishedOn == day);
    CHECK(space.publication(*parseDate("2027-01-02")).front().published == 0); // a new year
    CHECK(SpaceRegister(*desk.session, Scope::of(Role::UnitClerk, UnitId {1}, {})).publication(day).empty());
}

TEST_CASE("Only the bureau takes back, and whoever sat there is out", "[contract][premises]")
{
    SpaceDesk desk(GENERATE("sqlite", "mariadb"));
    CHECK(refusalOf(DocumentDesk(*desk.session, kClerk1)
                        .service.create({DocumentKind::Space, "take_back", "U001", "", "", "超标"}))
              .starts_with("document.only_bureau"));
    insertRow(*desk.session, "room_occupant",
        {{"id", std::int64_t {7001}}, {"place_id", std::int64_t {1102}}, {"person_id", std::int64_t {102}},
            {"kind", std::string("main")}, {"from_on", std::string("2022-01-01")}, {"open_main_id", std::int64_t {102}}});
    const Document document = desk.file(kSpace1,
        desk.draft(kSpace1, {DocumentKind::Space, "take_back", "U001", "", "", "超标"},
            {{0, "rooms", "R-102"}, {0, "ground", "over_standard"}}));
    const RoomLine room = takenBack(desk, document, "R-102");
    CHECK(room.seats.empty());
}

TEST_CASE("What an abolished body held is taken back of its successor, who uses it", "[contract][premises]")
{
    SpaceDesk desk(GENERATE("sqlite", "mariadb"));
    const auto draft = [&] {
        return desk.draft(kSpace1, {DocumentKind::Space, "take_back", "U001", "", "", "撤销收回"},
            {{0, "rooms", "R-101"}, {0, "ground", "abolished"}});
    };
    // U001 sits in it, but it is U002 that holds it.
    REQUIRE(desk.room("R-101").usedBy.code == "U001");
    REQUIRE(desk.room("R-101").heldBy.code == "U002");
    CHECK(refusalOf(desk.tryFile(kSpace1, draft())) == "space.room_of_other R-101");

    ReformOrder order;
    order.kind = ReformKind::Abolish;
    order.unit = "U002";
    order.successor = "U001";
    order.paperNo = "怀编〔2026〕2号";
    order.on = std::chrono::year(2026) / 11 / 20;
    REQUIRE(UnitReforms(*desk.session).carryOut(order, "bureau", kDeskNow, false));
    CHECK(desk.room("R-101").heldBy.code == "U002"); // its certificate stays in its name
    const auto due = takeBacksOf(desk.room("R-101"), chinaDate(kDeskNow));
    REQUIRE(due.size() == 1);
    CHECK(due.front().ground == TakeBackGround::Abolished);
    CHECK(due.front().unit.code == "U002");

    const RoomLine room = takenBack(desk, desk.file(kSpace1, draft()), "R-101");
    CHECK(room.heldBy.id == 0);
    CHECK(takeBacksOf(room, chinaDate(kDeskNow)).empty());
}

TEST_CASE("A registration comes into the register when its document is closed", "[contract][premises]")
{
    SpaceDesk desk(GENERATE("sqlite", "mariadb"));
    const std::string old = "湘（2022）怀化市不动产权第0000001号";
    SociCardRepository cards(*desk.session, Scope::everything());
    CardService counter(cards, Scope::everything(), [] { return kDeskNow; });
    const auto house = counter.create(
        {{"unit", "U001"}, {"class_code", "A01010200"}, {"name", "办公楼"}, {"original_yuan", "500000"},
            {"fiscal_yuan", "500000"}, {"acquired_on", "2000-12-05"}, {"booked_on", "2000-12-05"},
            {"voucher_no", "记-1"}, {"acquisition_method", "donation"}, {"unit_of_measure", "栋"},
            {"place", "B-1"}, {"structure", "brick_concrete"}, {"floor_m2", "1410"}, {"area_self_m2", "1410"},
            {"right_holder", "U003"}, {"address", "某路1号"}, {"cert_no", old}},
        {"import", ""});
    INFO(refusalOf(house));
    REQUIRE(house);
    Document document = desk.file(kClerk1,
        desk.draft(kClerk1, {DocumentKind::Title, "transfer", "U001", "", "", "统一登记"},
            {{0, "basis", "怀机管〔2026〕1号"}, {0, "holder", "U001"}, {0, "former_nos", old + "；怀国用第0001号"}}));
    document = desk.move(kOfficer1, document, signature());
    document = desk.move(kSpace1, document, signature());
    REQUIRE(document.state == DocumentState::Executing);
    const auto closing = [](const std::string& no) {
        return moveOf(DocumentAction::Close,
            {{0, "new_no", no}, {0, "issuer", "怀化市自然资源和规划局"}, {0, "registered_on", "2026-11-27"},
                {0, "right_type", "t4"}, {0, "right_nature", "划拨/自建房"}, {0, "use", "机关团体用地/办公"},
                {0, "parcel_m2", "9000"}, {0, "using_units", "U002；U003"}});
    };
    CHECK(refusalOf(desk.tryMove(kClerk1, document, closing("")))
        == "document.fact_missing title.transfer.new_no");
    CHECK(refusalOf(desk.tryMove(kClerk1, document, closing(old))).starts_with("title.taken"));
    desk.move(kClerk1, document, closing("湘(2026)怀化市不动产权第0000009号"));
    TitleRegister titles(*desk.session, Scope::everything());
    const auto entered = titles.find("湘（2026）怀化市不动产权第0000009号");
    REQUIRE(entered);
    CHECK(entered->holder.code == "U001");
    CHECK(entered->formerNos.size() == 2);
    CHECK(entered->remark == document.no);
    CHECK(entered->rightType == "国有建设用地使用权/房屋（构筑物）所有权");
    CHECK(entered->rightNature == "划拨/自建房");
    CHECK(entered->use == "机关团体用地/办公");
    CHECK(entered->parcel == Area::fromHundredths(9000'00));
    CHECK(entered->users.size() == 2);
    CHECK_FALSE(titles.find(old)->isCurrent());
    CHECK(titles.find(old)->laterNo == entered->certNo); // both numbers stay linked
    // The card that named the old one names the new one and its holder, by the document.
    CHECK(entered->assets == std::vector<std::string> {house->card.assetNo});
    const auto card = cards.find(house->card.assetNo);
    REQUIRE(card);
    CHECK(card->card.building->title.certNo == entered->certNo);
    CHECK(card->card.building->title.certDate == entered->issuedOn);
    CHECK(card->rightHolder.code == "U001");
    const auto history = cards.history(card->card.id, 0, 1);
    CHECK(history.front().change == document.id.value);
    CHECK(history.front().reason.starts_with(document.no));
}

TEST_CASE("A use certificate whose rooms changed is replaced by one with a number of its own",
    "[contract][premises]")
{
    SpaceDesk desk(GENERATE("sqlite", "mariadb"));
    // U001 gets R-401, then a second certificate over R-102.
    Document document = desk.move(kSpace1, desk.requested(), approval(kRoom401));
    document = desk.move(
        kClerk1, document, moveOf(DocumentAction::Execute, {{0, "agreement_no", "协〔2026〕1号"}}));
    desk.move(kClerk1, document, moveOf(DocumentAction::Close, {{0, "handed_over_on", "2026-11-28"}}));
    const std::string first = "YP" + document.no.substr(2);
    insertRow(*desk.session, "room_allocation",
        {{"id", std::int64_t {5003}}, {"certificate_no", std::string("凭2023-9")},
            {"unit_id", std::int64_t {1}}, {"place_id", std::int64_t {1102}},
            {"approved_m2_x100", std::int64_t {1800}}, {"approved_on", std::string("2023-05-01")}});
    const auto held = [&](const std::string& no) {
        for (const UseCertificateLine& line : readUseCertificates(*desk.session, Scope::everything(), "U001"))
            if (line.no == no)
                return line;
        return UseCertificateLine {};
    };
    CHECK(held(first).rooms == 1);
    CHECK_FALSE(held(first).isChanged());

    const auto draft = [&](const std::string& numbers, const char* ground = "rooms_changed") {
        return desk.draft(kClerk1, {DocumentKind::Space, "reissue", "U001", "", "", "换发"},
            {{0, "certificates", numbers}, {0, "ground", ground}});
    };
    CHECK(refusalOf(desk.tryFile(kClerk1, draft("凭2022-1"))) == "space.no_certificate 凭2022-1"); // of U002
    CHECK(refusalOf(desk.tryFile(kClerk1, draft(first + ";" + first))) == "space.certificate_twice " + first);
    const auto reissued = [&](const std::string& numbers) {
        Document out = desk.move(kOfficer1, desk.file(kClerk1, draft(numbers)), signature());
        out = desk.move(kSpace1, out, signature());
        CHECK(out.state == DocumentState::Executing);
        CHECK(refusalOf(desk.tryMove(
                  kClerk1, out, moveOf(DocumentAction::Close, {{0, "handed_over_on", "2026-11-28"}})))
            == "document.fact_missing space.reissue.old_paper");
        out = desk.move(kClerk1, out,
            moveOf(
                DocumentAction::Close, {{0, "handed_over_on", "2026-11-28"}, {0, "old_paper", "returned"}}));
        return "YP" + out.no.substr(2);
    };
    const std::string second = reissued(first + "；凭2023-9");
    CHECK(desk.room("R-401").useCertificate == second);
    CHECK(desk.room("R-102").useCertificate == second);
    CHECK(held(second).rooms == 2);
    CHECK(held(second).replaces == std::vector<std::string> {first, "凭2023-9"});
    CHECK(held(second).ground == "rooms_changed");
    CHECK(held(first).replacedBy == second);
    CHECK_FALSE(held(first).isCurrent());
    CHECK(refusalOf(desk.tryFile(kClerk1, draft(first)))
        == "space.certificate_replaced " + first + " → " + second);

    // By which certificate a room was given once stays known; what is asked for is the one that stands.
    const auto allocations = [&](const std::string& no) {
        AllocationQuery asked;
        asked.certificateNo = no;
        return SpaceRegister(*desk.session, Scope::everything()).allocations(asked);
    };
    REQUIRE(allocations(second).size() == 2);
    CHECK(allocations(second).back().certificateNo == first);
    CHECK(allocations(first).empty());

    // What came back later makes it one to be reissued, and the chain goes on.
    Query(*desk.session)
        .add("UPDATE room_allocation SET vacated_on = '2026-11-29' WHERE id = ", std::int64_t {5003})
        .run();
    CHECK(held(second).isChanged());
    CHECK(held(second).givenBack == 1);
    const std::string third = reissued(second);
    CHECK(desk.room("R-401").useCertificate == third);
    CHECK(held(third).rooms == 1);
    CHECK(held(second).replacedBy == third);
    CHECK(held(first).replacedBy == second);
}

TEST_CASE("What was suggested for a request is what the decision begins with", "[contract][premises]")
{
    SpaceDesk desk("sqlite");
    Document document = desk.draft(kClerk1, {DocumentKind::Space, "allocate", "U001", "", "", "新增职能"},
        {{0, "ground", "change"}, {0, "basis", "怀编发〔2026〕3号"}, {0, "wanted_m2", "17.5"},
            {0, "proposed_rooms", "R-401"}});
    document = desk.move(kOfficer1, desk.file(kClerk1, document), signature());
    CHECK(document.fact("rooms") == "R-401");
    desk.move(kSpace1, document, approval({{0, "approved_m2", "17.50"}}));
    CHECK(desk.room("R-401").state == RoomState::Allocated);
}

namespace {

void sit(Session& session, std::int64_t id, std::int64_t person, std::int64_t room, const char* kind,
    const std::string& from)
{
    insertRow(session, "room_occupant",
        {{"id", id}, {"place_id", room}, {"person_id", person}, {"kind", std::string(kind)},
            {"from_on", from},
            {"open_main_id", kind == std::string_view("main") ? SqlValue(person) : SqlValue()}});
}

/// U001 gets R-401 for the people of `seats`, on the 28th of November 2026.
Document allocated(SpaceDesk& desk, const char* seats)
{
    Document document = desk.draft(kClerk1, {DocumentKind::Space, "allocate", "U001", "", "", "新增职能"},
        {{0, "ground", "change"}, {0, "basis", "怀编发〔2026〕3号"}, {0, "wanted_m2", "17.5"},
            {0, "proposed_rooms", "R-401"}, {0, kSeatsFact, seats}});
    document = desk.move(kOfficer1, desk.file(kClerk1, document), signature());
    document = desk.move(kSpace1, document, approval({{0, "approved_m2", "17.50"}}));
    return desk.move(kClerk1, document, moveOf(DocumentAction::Execute, {{0, "agreement_no", "协1"}}));
}

void handOver(SpaceDesk& desk, const Document& document)
{
    desk.move(kClerk1, document, moveOf(DocumentAction::Close, {{0, "handed_over_on", "2026-11-28"}}));
}

} // namespace

TEST_CASE("A document of one unit takes nobody of another unit out of his seat", "[contract][premises]")
{
    SpaceDesk desk(GENERATE("sqlite", "mariadb"));
    sit(*desk.session, 301, 301, 1101, "main", "2022-01-01");
    handOver(desk, allocated(desk, "R-401=P301,P101"));
    REQUIRE(desk.room("R-401").seats.size() == 1);
    CHECK(desk.room("R-401").seats.front().person.code == "P101");
    REQUIRE(desk.room("R-101").seats.size() == 1);
    CHECK(desk.room("R-101").seats.front().person.code == "P301");
}

TEST_CASE("Rooms are handed over to people who sit in them already, or began elsewhere after the day",
    "[contract][premises]")
{
    SpaceDesk desk(GENERATE("sqlite", "mariadb"));
    const Document document = allocated(desk, "R-401=P101,P102,P102");
    sit(*desk.session, 101, 101, 1401, "second", "2026-11-01");
    sit(*desk.session, 102, 102, 1102, "main", "2026-11-29");
    sit(*desk.session, 301, 301, 1401, "main", "2026-11-29");
    handOver(desk, document);
    const auto seats = desk.room("R-401").seats;
    REQUIRE(seats.size() == 2);
    CHECK(seats[0].person.code == "P101");
    CHECK(seats[0].kind == SeatKind::Second);
    CHECK(seats[1].person.code == "P102");
    CHECK(seats[1].from == day("2026-11-29")); // when he left the other
    CHECK(desk.room("R-102").seats.empty());
    Query early(*desk.session);
    early.add("SELECT id FROM room_occupant WHERE to_on < from_on");
    CHECK_FALSE(early.next(1));
}

TEST_CASE("Whoever a document seats sits there from the handover, and no longer where he sat",
    "[contract][premises]")
{
    SpaceDesk desk(GENERATE("sqlite", "mariadb"));
    sit(*desk.session, 101, 101, 1102, "main", "2022-01-01");
    Query(*desk.session).add("UPDATE person SET in_post = 0 WHERE id = ", std::int64_t {102}).run();
    const auto wish = [&](const char* seats) {
        return desk.draft(kClerk1, {DocumentKind::Space, "allocate", "U001", "", "", "新增职能"},
            {{0, "ground", "change"}, {0, "basis", "怀编发〔2026〕3号"}, {0, "wanted_m2", "17.5"},
                {0, "proposed_rooms", "R-401"}, {0, kSeatsFact, seats}});
    };
    CHECK(refusalOf(desk.tryFile(kClerk1, wish("R-401"))) == "space.seats R-401");
    CHECK(refusalOf(desk.tryFile(kClerk1, wish("R-102=P101"))) == "space.seats R-102=P101");
    // Who left meanwhile, and whom nobody knows, are not seated.
    Document document = desk.file(kClerk1, wish("R-401＝P101、P102，P999"));
    document = desk.move(
        kSpace1, desk.move(kOfficer1, document, signature()), approval({{0, "approved_m2", "17.50"}}));
    CHECK(desk.room("R-401").seats.empty());
    document = desk.move(kClerk1, document, moveOf(DocumentAction::Execute, {{0, "agreement_no", "协1"}}));
    desk.move(kClerk1, document, moveOf(DocumentAction::Close, {{0, "handed_over_on", "2026-11-28"}}));
    REQUIRE(desk.room("R-401").seats.size() == 1);
    CHECK(desk.room("R-401").seats.front().person.code == "P101");
    CHECK(desk.room("R-401").seats.front().from == day("2026-11-28"));
    CHECK(desk.room("R-102").seats.empty());
}
