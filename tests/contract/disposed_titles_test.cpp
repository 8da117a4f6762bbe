#include "core/premises/title_gaps.h"
#include "schema/premises/title_register.h"
#include "tests/contract/unit_two.h"

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// With a certificate of a building of the unit.
struct TitledUnit2 : Unit2 {
    explicit TitledUnit2(const std::string& backEndName)
        : Unit2(backEndName)
    {
        insertRow(*session, "certificate",
            {{"id", std::int64_t {6001}}, {"cert_no", certificate}, {"cert_kind", std::string("BDCQZS")},
                {"reg_kind", std::string("100")}, {"right_holder_id", std::int64_t {2}},
                {"location", std::string("某路1号")}, {"land_share_m2_x100", std::int64_t {50500}},
                {"floor_m2_x100", std::int64_t {141000}}, {"issued_on", std::string("2022-06-01")},
                {"issuer", std::string("怀化市自然资源和规划局")}, {"incomplete", std::int64_t {0}},
                {"state", std::string("current")}});
        insertRow(*session, "certificate_building",
            {{"certificate_id", std::int64_t {6001}}, {"position", std::int64_t {0}},
                {"place_id", std::int64_t {1000}}});
        insertRow(*session, "certificate_user",
            {{"certificate_id", std::int64_t {6001}}, {"position", std::int64_t {0}},
                {"unit_id", std::int64_t {2}}});
    }
    std::string addHouse(std::vector<FieldValue> more)
    {
        std::vector<FieldValue> fields {{"place", "B-1"}, {"structure", "brick_concrete"},
            {"floor_m2", "100"}, {"area_self_m2", "100"}, {"right_holder", "U002"}, {"address", "某路1号"}};
        fields.insert(fields.end(), more.begin(), more.end());
        return addCard("A01010200", "500000.00", "2000-12-05", "U002", std::move(fields));
    }
    /// To the third unit, or out of the city; to its end.
    void give(const std::string& house, bool isInside)
    {
        Document document = draft("allocate_free", {house}, {{0, "receiver", isInside ? "" : "省直某单位"}});
        if (isInside) {
            DocumentDesk desk(*session, kClerk2);
            DocumentEdit edit;
            edit.counterpart = "U003";
            document = desk.service.edit(document.no, document.revision, edit).value();
        }
        for (const char* name : {"request", "transfer_agreement"})
            document = paper(document, name);
        document = file(document).value();
        for (const DocumentActor* who : {&kOfficer2, &kOfficer3, &kOfficer1, &kBureau, &kBureau2, &kBureau3})
            if (document.state == DocumentState::InReview && (isInside || who != &kOfficer3))
                document = moved(*who, document, signature());
        document
            = moved(kClerk2, document, moveOf(DocumentAction::Execute, {{0, "executed_on", "2026-11-28"}}));
        document = paper(document, "handover_list");
        std::vector<Fact> facts {{0, "removed_on", "2026-11-28"}, {0, "voucher_no", "记-77"}};
        if (!isInside) {
            CHECK(refusal(move(kClerk2, document, moveOf(DocumentAction::Close, facts)))
                == "document.certificate_not_cancelled " + house);
            facts.push_back({1, "cert_cancel_no", "转移〔2026〕1号"});
        }
        moved(kClerk2, document, moveOf(DocumentAction::Close, facts));
    }
    [[nodiscard]] std::string users()
    {
        std::string out;
        for (const Reference& user :
            TitleRegister(*session, Scope::everything()).find(certificate).value().users)
            out.append(out.empty() ? "" : ";").append(user.code);
        return out;
    }
    [[nodiscard]] std::string certificateState()
    {
        return TitleRegister(*session, Scope::everything()).find(certificate).value().state;
    }

    const std::string certificate = "湘（2022）怀化市不动产权第0000001号";
};

} // namespace

TEST_CASE(
    "A certificate ends with the last building that was disposed of under it", "[contract][documents][title]")
{
    TitledUnit2 unit(GENERATE("sqlite", "mariadb"));
    const std::string house = unit.addHouse({{"cert_no", unit.certificate}});
    const std::string annex = unit.addHouse({}); // known by its place only
    const auto blocked = [&] {
        return SociDocumentStore(*unit.session, Scope::everything())
            .locks(std::vector<AssetId> {unit.card(annex).card.id}, {})
            .size();
    };
    CHECK(blocked() == 0);
    Query(*unit.session)
        .add("UPDATE certificate SET state = 'sealed' WHERE id = ", std::int64_t {6001})
        .run();
    CHECK(blocked() == 1);
    Query(*unit.session)
        .add("UPDATE certificate SET state = 'current' WHERE id = ", std::int64_t {6001})
        .run();

    const auto auction = [&](const std::string& asset) {
        Document document = unit.draft("office_auction", {asset},
            {{1, "appraised_yuan", "1000"}, {0, "appraised_on", "2026-06-01"}, {0, "appraisal_no", "评 1"}});
        for (const char* name : {"request", "appraisal_report", "title_papers"})
            document = unit.paper(document, name);
        const auto filed = unit.file(document);
        INFO(refusal(filed));
        REQUIRE(filed.has_value());
        document = unit.moved(kClerk2, unit.approved(*filed),
            moveOf(DocumentAction::Execute, {{0, "executed_on", "2026-11-28"}, {0, "deal_yuan", "1000"}}));
        document = unit.moved(kClerk2, document,
            moveOf(DocumentAction::SettleIncome,
                {{0, "gross_yuan", "1000"}, {0, "paid_yuan", "1000"}, {0, "paid_on", "2026-11-28"},
                    {0, "receipt_no", "湘财 1"}}));
        for (const char* name : {"auction_record", "certificate_cancellation"})
            document = unit.paper(document, name);
        std::vector<Fact> facts {{0, "removed_on", "2026-11-28"}, {0, "voucher_no", "记-77"}};
        CHECK(refusal(unit.move(kClerk2, document, moveOf(DocumentAction::Close, facts)))
            == "document.certificate_not_cancelled " + asset);
        facts.push_back({1, "cert_cancel_no", "注销〔2026〕1号"});
        return unit.moved(kClerk2, document, moveOf(DocumentAction::Close, facts));
    };
    auction(house);
    CHECK(unit.certificateState() == "current"); // the annex still stands on it
    auction(annex);
    CHECK(unit.certificateState() == "ended");
    CHECK(TitleRegister(*unit.session, Scope::everything()).buildings().at(0).isGone);
}

TEST_CASE("A house given out of the city ends its certificate, one given to another unit keeps it",
    "[contract][documents][title]")
{
    TitledUnit2 unit(GENERATE("sqlite", "mariadb"));
    const std::string house = unit.addHouse({{"cert_no", unit.certificate}});
    const bool isInside = GENERATE(true, false);
    unit.give(house, isInside);
    CHECK(unit.certificateState() == (isInside ? "current" : "ended"));
    CHECK(unit.users() == (isInside ? "U003" : "U002"));
}

TEST_CASE(
    "A unit that receives all that stands on a certificate is its user from then on, one that receives a part of "
    "it is on the list of what is to be changed",
    "[contract][documents][title]")
{
    TitledUnit2 unit(GENERATE("sqlite", "mariadb"));
    const std::string house = unit.addHouse({}); // known by its place only
    const std::string annex = unit.addHouse({});
    const auto open = [&] {
        TitleRegister shelf(*unit.session, Scope::everything());
        std::vector<std::string> out;
        for (const TitleGap& gap :
            titleGaps(shelf.titles({}), shelf.buildings(), {}, *parseDate("2026-11-30")))
            if (gap.kind == TitleGapKind::UserNotChanged)
                out.push_back(gap.subject + " " + gap.text);
        return out;
    };
    CHECK(open().empty());
    Query(*unit.session).add("UPDATE place SET unit_id = 2 WHERE id = ", std::int64_t {1000}).run();
    const auto unitOfBuilding = [&] {
        Query query(*unit.session);
        query.add("SELECT unit_id FROM place WHERE id = ", std::int64_t {1000});
        return query.next(1) ? query.integer(0) : 0;
    };
    unit.give(house, true);
    CHECK(unit.card(house).place.code == "B-1"); // it stands where it stands
    CHECK(unitOfBuilding() == 2);
    CHECK(unit.users() == "U002");
    CHECK(
        open() == std::vector<std::string> {unit.certificate + " 卡片使用单位：第3局；证书使用单位：第2局"});
    unit.give(annex, true);
    CHECK(unitOfBuilding() == 3);
    CHECK(unit.users() == "U003");
    CHECK(open().empty());
}
