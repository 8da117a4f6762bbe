// What is asked for, followed on the screen to its end: a thing from its request to its disposal. The pages
// of the program in a real window over a real server, one person after the other at the same desk. Pictures
// of the stations and the PDF of every document are left in the folder it runs in.
#include "tests/qml/desk.h"
#include "tests/support/run_cases.h"

#include <QFont>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QTranslator>

using namespace guanwu;
using namespace guanwu::test;

TEST_CASE("a desk is asked for, bought, drawn and scrapped on the screen, by whoever may", "[window][desk]")
{
    City city(10, 200);
    Desk desk(city);
    desk.hire("bureau1", "asset_section");
    desk.sitDown(u"bureau1"_s);
    const QString unit = desk.units().front();
    desk.hire("clerk1", "unit_clerk", unit);

    // The request: what is needed, what lies idle in the city, its paper, and filing it.
    desk.sitDown(u"clerk1"_s);
    desk.begin(u"allocation"_s, u"purchase"_s);
    desk.fill(u"need"_s, u"新增人员办公"_s);
    desk.fill(u"idle_answer"_s, u"规格不符"_s);
    desk.tap(u"addLine"_s);
    desk.fill(u"class_code"_s, u"A05010201"_s, u"办公桌"_s);
    desk.fill(u"name"_s, u"办公桌"_s);
    desk.fill(u"unit_price_yuan"_s, u"800"_s);
    desk.fill(u"unit_of_measure"_s, u"张"_s);
    desk.confirm(u"wishDialog"_s);
    const QString request = desk.saveDraft(u"allocation"_s);
    desk.tap(u"searchIdleThings"_s);
    desk.tap(u"idleOffer-confirm"_s);
    desk.wait(u"searchIdle"_s);
    desk.confirm(u"idleOffer"_s);
    desk.attachMissing();
    desk.picture(u"request"_s);
    desk.file();
    desk.sign(request);
    desk.picture(u"approved"_s);

    // It arrives, and its card is made.
    desk.sitDown(u"clerk1"_s);
    desk.open(request);
    desk.act(u"execute"_s, {{u"fact/supplier"_s, u"某家具公司"_s}});
    desk.attachMissing();
    desk.act(u"close"_s,
        {{u"fact/accepted_by"_s, u"验收小组"_s}, {u"fact/procurement_form"_s, u"dispersed"_s},
            {u"fact/voucher_no"_s, u"记-1"_s}});
    REQUIRE(desk.view().state() == u"closed"_s);
    REQUIRE(desk.view().cards().size() == 1);
    const QString asset = desk.view().cards()[0];
    desk.picture(u"bought"_s);
    desk.saveForm();

    // Somebody draws it.
    QString person;
    for (const auto& one : desk.get(u"/people"_s).json()[u"people"].toArray())
        if (person.isEmpty())
            person = one.toObject()[u"code"].toString();
    desk.begin(u"custody"_s, u"draw"_s);
    desk.fill(u"receiver"_s, person);
    desk.addAsset(asset);
    const QString drawing = desk.saveDraft(u"custody"_s);
    desk.file();
    desk.sign(drawing);
    desk.sitDown(u"clerk1"_s);
    desk.open(drawing);
    desk.attachMissing();
    desk.act(u"close"_s);
    REQUIRE(desk.view().state() == u"closed"_s);
    CHECK(desk.get(u"/assets/"_s + asset).json()[u"user"].toString() == person);
    desk.saveForm();

    // It breaks, and is scrapped before its time.
    desk.begin(u"disposal"_s, u"scrap"_s);
    desk.addAsset(asset);
    desk.fill(u"ground"_s, u"technical"_s);
    desk.fill(u"early_reason"_s, u"broken"_s);
    const QString disposal = desk.saveDraft(u"disposal"_s);
    desk.attachMissing();
    desk.file();
    desk.sign(disposal);
    desk.sitDown(u"clerk1"_s);
    desk.open(disposal);
    desk.act(u"execute"_s);
    desk.act(u"settle_income"_s,
        {{u"fact/gross_yuan"_s, u"50"_s}, {u"fact/paid_yuan"_s, u"50"_s},
            {u"fact/paid_on"_s, QDate::currentDate().toString(Qt::ISODate)},
            {u"fact/receipt_no"_s, u"缴-1"_s}});
    desk.attachMissing();
    desk.act(u"close"_s, {{u"fact/voucher_no"_s, u"记-2"_s}});
    REQUIRE(desk.view().state() == u"closed"_s);
    desk.picture(u"scrapped"_s);
    desk.saveForm();
    CHECK(desk.forms == QStringList {request, drawing, disposal});
    CHECK(desk.get(u"/assets/"_s + asset).json()[u"use_state"].toString() == u"written_off"_s);
    desk.resize(360, 640);
    desk.picture(u"scrapped-compact"_s);
}

int main(int argc, char** argv)
{
    // Days on the screen are those of China, as the server has them, wherever the machine stands.
    qputenv("TZ", "CST-8");
    QQuickStyle::setStyle(u"Basic"_s);
    QGuiApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"guanwu"_s);
    app.setFont(QFont(u"Noto Sans CJK SC"_s));
    QTranslator translator;
    if (translator.load(u":/i18n/desk_window_zh_CN.qm"_s))
        QCoreApplication::installTranslator(&translator);
    return runCases(argc, argv);
}
