// The reports of the client on what the gallery answers.
#include "app/client/forms/asked_fields.h"
#include "app/client/gallery/pages.h"
#include "app/client/reports/kept_reports.h"
#include "app/client/reports/report_catalog.h"
#include "app/client/reports/report_view.h"
#include "tests/qml/client_support.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

/// The page of the gallery with this name, and its calls.
struct Shown {
    explicit Shown(const QString& name)
    {
        for (const GalleryPage& page : reportPages())
            if (page.name == name) {
                world = worldOf(page, folder.path());
                page.prepare(world);
            }
        REQUIRE(world.calls);
    }
    TempFolder folder;
    GalleryWorld world;
};

} // namespace

TEST_CASE("a report asks for what it needs, with what is usual filled in", "[client][reports]")
{
    Shown shown(u"reports"_s);
    ReportCatalog catalog;
    catalog.setCalls(shown.world.calls);
    REQUIRE(waitUntil([&] { return catalog.isThere() && !catalog.fields(u"surplus"_s).isEmpty(); }));
    AskedFields asked;
    REQUIRE(waitUntil([&] { return catalog.fields(u"surplus"_s)[0].toMap()[u"editing"_s] == u"choice"_s; }));
    asked.setSpec(catalog.fields(u"surplus"_s));
    CHECK(asked.isFilled());
    CHECK(asked.filled() == QJsonObject {{u"task"_s, u"QC2026"_s}});

    asked.setSpec(catalog.fields(u"card"_s));
    CHECK_FALSE(asked.isFilled());
    asked.setSpec(catalog.fields(u"movements"_s));
    CHECK(asked.filled().keys() == QStringList {u"month"_s});
    CHECK(asked.value(u"month"_s).size() == 7);

    catalog.setProperty("text", u"盘盈"_s);
    CHECK(catalog.reports().size() == 1);
}

TEST_CASE("a report on the screen has its headings, its rows, and what does not tie", "[client][reports]")
{
    Shown shown(u"report-does-not-tie"_s);
    ReportView view;
    view.setProperty("calls", QVariant::fromValue<Calls*>(shown.world.calls));
    view.show(u"inventory-summary"_s, {{u"task"_s, u"QC2026"_s}, {u"unit"_s, u"U017"_s}});
    REQUIRE(waitUntil([&] { return view.isThere(); }));
    CHECK(shown.world.calls->sent().back().query.toString() == u"task=QC2026&unit=U017"_s);
    CHECK(view.columns().size() == 7);
    REQUIRE(view.groups().size() == 3);
    CHECK(view.groups()[0].toMap()[u"first"_s] == 1);
    CHECK(view.groups()[0].toMap()[u"count"_s] == 2);
    CHECK(view.groups()[2].toMap()[u"first"_s] == 4);
    CHECK(view.row(0)[0] == u"房屋和构筑物"_s);
    CHECK(view.isPart(1));
    CHECK(view.totals()[2] == u"1,415,932,889.90"_s);
    CHECK(view.rowCount() == 219);
    CHECK(view.shownRows() == 46);
    CHECK_FALSE(view.checksHold());
    CHECK(view.head().startsWith(u"Prepared by: 市机关事务管理局　基准日：2026-09-30"_s));

    // What was asked for last is what is shown, and a refusal leaves it standing.
    view.show(u"depreciation"_s, {{u"month"_s, u"2026-10"_s}});
    REQUIRE(waitUntil([&] { return !view.isBusy(); }));
    CHECK_FALSE(view.problem().isEmpty());
    CHECK(view.rowCount() == 219);
    view.forget();
    CHECK_FALSE(view.isThere());
    CHECK(view.problem().isEmpty());
}

TEST_CASE("A figure of a report opens its lines, and back is the report again", "[client][reports]")
{
    Shown shown(u"report"_s);
    ReportView view;
    view.setProperty("calls", QVariant::fromValue<Calls*>(shown.world.calls));
    view.show(u"inventory-summary"_s, {{u"task"_s, u"QC2026"_s}});
    REQUIRE(waitUntil([&] { return view.isThere(); }));
    CHECK(view.cellAt(0, 0).isEmpty()); // a name
    CHECK(view.cellAt(2, 5) == u"设备@6"_s);
    CHECK(view.cellAt(-1, 5) == u"total@6"_s);
    view.open(view.cellAt(2, 5));
    REQUIRE(waitUntil([&] { return view.isInside(); }));
    CHECK(
        shown.world.calls->sent().back().query.queryItemValue(u"cell"_s, QUrl::FullyDecoded) == u"设备@6"_s);
    CHECK(view.rowCount() == 12);
    CHECK(view.cell() == u"设备@6"_s);
    CHECK(view.cellAt(0, 5).isEmpty()); // a line opens no further
    view.back();
    CHECK(view.rowCount() == 219);
    CHECK_FALSE(view.isInside());
    CHECK(view.cell().isEmpty());

    view.show(u"idle-disposal"_s, {});
    REQUIRE(waitUntil([&] { return !view.sections().isEmpty(); }));
    const auto paragraph = view.sections()[0].toMap()[u"paragraphs"_s].toList()[0].toMap();
    CHECK(paragraph[u"figures"_s].toList()[1].toMap()[u"cell"_s] == u"total@6"_s);
}

TEST_CASE("Kept reports say whose they are and who made them, and each is compared with its digest",
    "[client][reports]")
{
    Shown shown(u"reports-archive"_s);
    KeptReports kept;
    kept.setCalls(shown.world.calls);
    const auto row = [&](qsizetype index) { return kept.rows().value(index).toMap(); };
    REQUIRE(waitUntil([&] { return kept.rows().size() == 4; }));
    CHECK(kept.checks().isEmpty()); // until somebody sees it
    int told = 0;
    QObject::connect(&kept, &KeptReports::changed, [&] { ++told; });
    for (const QString& id : {u"1"_s, u"3"_s, u"4"_s})
        kept.verify(id);
    REQUIRE(waitUntil([&] { return kept.checks().size() == 3; }));
    CHECK(told == 0); // the rows stay as they are: a list made anew would jump back to its beginning
    const auto tone = [&](const QString& id) { return kept.checks()[id].toMap()[u"tone"_s]; };
    CHECK(row(0)[u"ofWhom"_s] == u"The whole city"_s);
    CHECK(row(0)[u"made"_s].toString().endsWith(u"by zhangsan"_s));
    CHECK(tone(u"1"_s) == u"good"_s);
    CHECK(row(2)[u"made"_s].toString().endsWith(u"on schedule"_s));
    CHECK_FALSE(row(2)[u"ties"_s].toBool());
    CHECK(tone(u"4"_s) == u"bad"_s);
    CHECK_FALSE(kept.hasMore());

    // Without a server it says so, and what was there is gone.
    shown.world.calls->setOffline(true);
    kept.reload();
    REQUIRE(waitUntil([&] { return !kept.isBusy(); }));
    CHECK_FALSE(kept.problem().isEmpty());
}
