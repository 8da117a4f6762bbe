// A certificate that is changed at the registry office, from the register on the screen to the new
// certificate and the cards that name it. The pages of the program in a real window over a real server.
#include "tests/qml/desk.h"

#include <QUrl>

using namespace guanwu;
using namespace guanwu::test;

namespace {

QJsonObject title(Desk& desk, const QString& number)
{
    return desk.get(u"/titles/"_s + QString::fromLatin1(QUrl::toPercentEncoding(number))).json();
}

} // namespace

TEST_CASE("a certificate is changed on the screen, and both numbers stay linked", "[window][title]")
{
    City city(45, 600);
    Desk desk(city);
    desk.hire("section1", "space_section");
    desk.hire("section2", "space_section");
    desk.sitDown(u"section1"_s);
    const QJsonObject old = desk.get(u"/titles"_s).json()[u"titles"].toArray().first().toObject();
    const QString oldNo = old[u"cert_no"].toString();
    const QString unit = old[u"holder"].toObject()[u"code"].toString();
    REQUIRE_FALSE(unit.isEmpty());
    desk.hire("officer1", "asset_officer", unit);

    desk.tap(u"go-space"_s);
    desk.choose(u"spaceTabs"_s, u"titles"_s);
    desk.picture(u"title-gaps"_s);
    desk.show("titlesShown", u"register"_s);
    desk.show("certificate", oldNo);
    desk.wait(u"beginTitle-change"_s);
    desk.picture(u"title-register"_s);
    desk.tap(u"beginTitle-change"_s);
    desk.wait(u"documentForm"_s);
    desk.fill(u"basis"_s, u"怀机管〔2026〕7号"_s);
    const QString number = desk.saveDraft(u"title"_s);
    CHECK(desk.view().json()[u"facts"].toObject()[u"former_nos"].toString() == oldNo);
    desk.file();

    desk.sitDown(u"officer1"_s);
    desk.approve(number);
    desk.sitDown(u"section2"_s);
    desk.approve(number);

    // What the registry office wrote.
    const QString newNo = u"湘（%1）怀化市不动产权第0099001号"_s.arg(QDate::currentDate().year());
    desk.sitDown(u"section1"_s);
    desk.open(number);
    desk.act(u"close"_s,
        {{u"fact/new_no"_s, newNo}, {u"fact/issuer"_s, u"怀化市自然资源和规划局"_s},
            {u"fact/use"_s, u"办公"_s},
            {u"fact/registered_on"_s, QDate::currentDate().toString(Qt::ISODate)}});
    REQUIRE(desk.view().state() == u"closed"_s);
    const QJsonObject entered = title(desk, newNo);
    CHECK(entered[u"former_nos"].toArray().first().toString() == oldNo);
    CHECK(entered[u"use"].toString() == u"办公"_s);
    CHECK(entered[u"right_type"] == old[u"right_type"]);
    CHECK(entered[u"assets"] == old[u"assets"]); // the cards follow
    CHECK(title(desk, oldNo)[u"later_no"].toString() == newNo);
    desk.tap(u"go-space"_s);
    desk.choose(u"spaceTabs"_s, u"titles"_s);
    desk.show("titlesShown", u"register"_s);
    desk.show("certificate", oldNo);
    desk.picture(u"title-former"_s);
    desk.resize(800, 1100);
    desk.show("certificate", newNo);
    desk.wait(u"beginTitle-change"_s);
    desk.picture(u"title-new-tablet"_s);
}
