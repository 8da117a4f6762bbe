// A room followed on the screen from the need of a unit to who moved in: area check, proposal, request,
// decision, agreement, handover, use certificate. The pages of the program in a real window over a real
// server.
#include "tests/qml/desk.h"

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// Somebody who waits for a room, and the room of the pool that is proposed for him.
struct Wish {
    QString unit;
    QString person;
    QString room;
    QString area;
};

Wish wishIn(Desk& desk)
{
    for (const QString& unit : desk.units())
        for (const auto& one : desk.get(u"/space/units/%1/proposal"_s.arg(unit)).json()[u"rooms"].toArray())
            if (const QJsonObject room = one.toObject(); room[u"means"] == u"pool"_s)
                return {unit, room[u"people"].toArray().first().toObject()[u"code"].toString(),
                    room[u"room"].toString(), room[u"usable_m2"].toString()};
    return {};
}

} // namespace

TEST_CASE("a room is asked for, decided, handed over and moved into on the screen", "[window][room]")
{
    City city(45, 600);
    Desk desk(city);
    desk.hire("section1", "space_section");
    desk.sitDown(u"section1"_s);
    const Wish wish = wishIn(desk);
    REQUIRE_FALSE(wish.room.isEmpty()); // somebody of the city waits, and the pool has a room for him
    desk.hire("clerk1", "unit_clerk", wish.unit);
    desk.hire("officer1", "asset_officer", wish.unit);

    // The unit sees what it has beside what it may have, and asks for more.
    desk.sitDown(u"clerk1"_s);
    desk.tap(u"go-space"_s);
    desk.choose(u"spaceTabs"_s, u"requests"_s);
    desk.tap(u"newRequest"_s);
    desk.wait(u"documentForm"_s);
    desk.fill(u"ground"_s, u"short"_s);
    desk.fill(u"basis"_s, u"怀编发〔2026〕3号"_s);
    desk.fill(u"wanted_m2"_s, wish.area);
    const QString request = desk.saveDraft(u"space"_s);
    desk.picture(u"room-request"_s);
    desk.file();

    desk.sitDown(u"officer1"_s);
    desk.approve(request);
    if (desk.view().json()[u"step"].toString() == u"dept_review"_s) {
        desk.hire(
            "parent1", "asset_officer", desk.view().json()[u"supervising"].toObject()[u"code"].toString());
        desk.sitDown(u"parent1"_s);
        desk.approve(request);
    }
    // The section looks at what is proposed, and decides which room.
    desk.sitDown(u"section1"_s);
    desk.tap(u"go-space"_s);
    desk.choose(u"spaceTabs"_s, u"requests"_s);
    desk.show("unit", wish.unit);
    desk.wait(u"requestProposed"_s);
    desk.picture(u"room-proposal"_s);
    desk.approve(request, {{u"fact/rooms"_s, wish.room}, {u"fact/approved_m2"_s, wish.area}});
    REQUIRE(desk.view().state() == u"approved"_s);
    desk.picture(u"room-decided"_s);

    // Agreement, keys, and the use certificate.
    desk.sitDown(u"clerk1"_s);
    desk.open(request);
    desk.act(u"execute"_s, {{u"fact/agreement_no"_s, u"协〔2026〕9号"_s}});
    desk.act(u"close"_s, {{u"fact/handed_over_on"_s, QDate::currentDate().toString(Qt::ISODate)}});
    REQUIRE(desk.view().state() == u"closed"_s);
    desk.tap(u"go-space"_s);
    desk.choose(u"spaceTabs"_s, u"requests"_s);
    desk.wait(u"printCertificate-0"_s);
    const QString certificate = u"YP"_s + request.mid(2);
    desk.savePdf(certificate, {u"space"_s, u"use-certificates"_s, certificate, u"form.pdf"_s});

    // Who waited moves in.
    const QString building
        = desk.get(u"/space/rooms/"_s + wish.room).json()[u"building"].toObject()[u"code"].toString();
    desk.show("tab", u"picture"_s);
    desk.show("building", building);
    desk.show("room", wish.room);
    desk.tap(u"addSeat"_s);
    desk.fill(u"person"_s, wish.person);
    desk.confirm(u"seatDialog"_s);
    desk.picture(u"room-moved-in"_s);
    const QJsonObject room = desk.get(u"/space/rooms/"_s + wish.room).json();
    CHECK(room[u"held_by"].toObject()[u"code"].toString() == wish.unit);
    CHECK(room[u"used_by"].toObject()[u"code"].toString() == wish.unit);
    CHECK(room[u"use_certificate"].toString() == certificate);
    REQUIRE(room[u"seats"].toArray().size() == 1);
    CHECK(room[u"seats"].toArray().first().toObject()[u"person"].toString() == wish.person);
    CHECK_FALSE(room[u"finding"].toObject()[u"over"].toBool());
    for (const auto& one : desk.get(u"/space/units/%1/proposal"_s.arg(wish.unit)).json()[u"rooms"].toArray())
        CHECK(one.toObject()[u"people"].toArray().first().toObject()[u"code"].toString() != wish.person);
    // It is measured anew and mended; the section says so, and why.
    desk.sitDown(u"section1"_s);
    desk.tap(u"go-space"_s);
    desk.show("tab", u"picture"_s);
    desk.show("building", building);
    desk.show("room", wish.room);
    desk.tap(u"changeRoom"_s);
    desk.fill(u"state"_s, u"repair"_s, u"维修停用"_s);
    desk.fill(u"reason"_s, u"屋面漏水，维修期间停用"_s);
    desk.picture(u"room-change"_s);
    desk.confirm(u"roomChangeDialog"_s);
    const QJsonObject mended = desk.get(u"/space/rooms/"_s + wish.room).json();
    CHECK(mended[u"state"].toString() == u"repair"_s);
    CHECK(mended[u"held_by"].toObject()[u"code"].toString() == wish.unit);
    CHECK(mended[u"story"].toObject()[u"changes"].toArray().first().toObject()[u"reason"].toString()
        == u"屋面漏水，维修期间停用"_s);
    desk.resize(800, 1000);
    desk.picture(u"room-moved-in-tablet"_s);

    // The paper of the certificate is worn: one with a number of its own takes its place.
    desk.sitDown(u"clerk1"_s);
    desk.tap(u"go-space"_s);
    desk.choose(u"spaceTabs"_s, u"requests"_s);
    desk.tap(u"reissue-0"_s);
    desk.wait(u"documentForm"_s);
    desk.fill(u"ground"_s, u"worn"_s);
    const QString reissue = desk.saveDraft(u"space"_s);
    desk.file();
    desk.sitDown(u"officer1"_s);
    desk.approve(reissue);
    desk.sitDown(u"section1"_s);
    desk.approve(reissue);
    desk.sitDown(u"clerk1"_s);
    desk.open(reissue);
    desk.act(u"close"_s,
        {{u"fact/handed_over_on"_s, QDate::currentDate().toString(Qt::ISODate)},
            {u"fact/old_paper"_s, u"returned"_s}});
    const QString renewed = u"YP"_s + reissue.mid(2);
    CHECK(desk.get(u"/space/rooms/"_s + wish.room).json()[u"use_certificate"].toString() == renewed);
    desk.tap(u"go-space"_s);
    desk.choose(u"spaceTabs"_s, u"requests"_s);
    desk.wait(u"printHeld-0"_s);
    desk.savePdf(renewed, {u"space"_s, u"use-certificates"_s, renewed, u"form.pdf"_s});
    desk.resize(800, 1600);
    desk.picture(u"room-certificates-tablet"_s);
}

TEST_CASE("a proposal for everybody of a unit is looked at, and taken over into drafts on the screen",
    "[window][room]")
{
    City city(45, 600);
    Desk desk(city);
    desk.hire("section1", "space_section");
    desk.sitDown(u"section1"_s);
    const Wish wish = wishIn(desk);
    REQUIRE_FALSE(wish.room.isEmpty());
    const auto drafts
        = [&] { return desk.get(u"/documents?kind=space"_s).json()[u"documents"].toArray().size(); };
    desk.tap(u"go-space"_s);
    desk.choose(u"spaceTabs"_s, u"requests"_s);
    desk.show("unit", wish.unit);
    desk.show("everybody", true);
    desk.tap(u"draftProposal"_s);
    desk.wait(u"draftsOutcome"_s);
    desk.fill(u"basis"_s, u"怀编发〔2026〕9号"_s);
    desk.picture(u"room-drafts"_s);
    CHECK(drafts() == 0); // a preview makes nothing
    desk.tap(u"draftsDialog-confirm"_s);
    mustCome([&] { return drafts() > 0; }, [] { return u"nothing was drafted"_s; });
    desk.picture(u"room-drafted"_s);
    desk.confirm(u"draftsDialog"_s);
    const qsizetype made = drafts();
    CHECK(made > 0);
    // Another time there is nothing left to be made.
    desk.tap(u"draftProposal"_s);
    desk.wait(u"draftsOutcome"_s);
    desk.picture(u"room-drafts-again"_s);
    CHECK(drafts() == made);
}
