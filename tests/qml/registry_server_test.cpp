// The registry of the client against a real server.
#include "app/client/records/paged_records.h"
#include "app/client/registry/batch_change.h"
#include "app/client/registry/card_form.h"
#include "app/client/registry/card_view.h"
#include "app/client/reports/report_view.h"
#include "app/client/session/client_session.h"
#include "tests/qml/client_support.h"
#include "tests/reliability/count_office.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

/// More than a preview shows.
constexpr int kMany = 60;

/// A server over an invented unit, and its clerk at a device of his.
struct RegistryDesk {
    RegistryDesk()
        : office("sqlite:" + (folder.path() / "registry.db").string(), folder.path() / "office")
    {
        office.prepare(10, 1000);
        office.setUpAccounts();
        office.startServer(0);
        const auto clerk = office.addClerk(office.units().front(), 1);
        session
            = std::make_unique<ClientSession>(folder.path() / "store.db", Language::En, DemoServer::Place {});
        done([&] { session->enrol(QString::fromStdString(office.enrolmentCode(office.port())), u"h1"_s); });
        const QString first = QString::fromStdString(clerk.password);
        done([&] { session->logIn(QString::fromStdString(clerk.login), first); });
        done([&] { session->changePassword(first, u"Clerk-of-2026!"_s); });
        REQUIRE(session->state() == ClientSession::State::Open);
    }
    template <class Work> void done(const Work& work)
    {
        work();
        REQUIRE(waitUntil([&] { return !session->isBusy(); }));
    }
    TempFolder folder;
    CountOffice office;
    std::unique_ptr<ClientSession> session;
};

} // namespace

TEST_CASE("cards are found, changed beside somebody else, and changed in many, over a real server",
    "[client][slow]")
{
    RegistryDesk desk;
    PagedRecords records;
    records.setProperty("rowsKey", u"assets"_s);
    records.setProperty("idKey", u"asset_no"_s);
    records.setPath(u"/assets"_s);
    records.setCalls(desk.session->calls());
    REQUIRE(waitUntil([&] { return records.isAnswered(); }));
    INFO(records.problem().toStdString());
    REQUIRE(records.count() > 3);
    const QString number = records.idOf(0);

    CardView view;
    view.setCalls(desk.session->calls());
    view.setNumber(number);
    REQUIRE(waitUntil([&] { return view.isThere(); }));
    CHECK(view.groups().size() >= 4);
    REQUIRE(waitUntil([&] { return !view.curve().isEmpty(); }));
    CHECK(view.curve()[0].toMap()[u"net"_s].toDouble() > 0);
    auto tag = desk.session->calls()->get(callPath({u"assets"_s, number, u"label.png"_s}));
    REQUIRE(waitUntil([&] { return tag.isFinished(); }));
    CHECK(tag.result().bytes.startsWith("\x89PNG"));

    const auto openForm = [&](CardForm& form) {
        form.setProperty("calls", QVariant::fromValue(desk.session->calls()));
        form.startChange(number);
        REQUIRE(waitUntil([&] { return form.isReady(); }));
    };
    const auto save = [&](CardForm& form) {
        form.save(u"test"_s);
        REQUIRE(waitUntil([&] { return !form.isBusy(); }));
    };
    CardForm mine;
    CardForm theirs;
    openForm(mine);
    openForm(theirs);
    theirs.set(u"remark"_s, u"他们的"_s);
    theirs.set(u"supplier"_s, u"某公司"_s);
    save(theirs);
    REQUIRE(theirs.problem() == QString());
    mine.set(u"remark"_s, u"我的"_s);
    save(mine);
    REQUIRE(mine.conflicts().size() == 1);
    CHECK(mine.fields()->value(u"supplier"_s) == u"某公司"_s);
    save(mine); // mine stands
    REQUIRE(mine.problem() == QString());
    view.reload();
    REQUIRE(waitUntil([&] { return view.history().size() >= 2; }));
    const QVariantMap newest = view.history()[0].toMap()[u"fields"_s].toList()[0].toMap();
    CHECK(newest[u"before"_s] == u"他们的"_s);
    CHECK(newest[u"after"_s] == u"我的"_s);

    BatchChange batch;
    batch.setProperty("calls", QVariant::fromValue(desk.session->calls()));
    REQUIRE(records.count() >= kMany);
    QStringList assets;
    for (int row = 0; row < kMany; ++row)
        assets.push_back(records.idOf(row));
    batch.setProperty("assets", assets);
    batch.begin();
    batch.add(u"remark"_s);
    batch.set(u"remark"_s, u"一批"_s);
    batch.preview(u"many"_s);
    REQUIRE(waitUntil([&] { return !batch.isBusy(); }));
    INFO(batch.problem().toStdString());
    REQUIRE(batch.changing() == kMany);
    CHECK(batch.shown().size() == 50);
    int undone = 0;
    QObject::connect(&batch, &BatchChange::undone, [&](int cards) { undone = cards; });
    batch.apply();
    REQUIRE(waitUntil([&] { return batch.canUndo(); }));
    batch.undo();
    REQUIRE(waitUntil([&] { return undone != 0; }));
    CHECK(undone == kMany);
    view.reload();
    REQUIRE(waitUntil([&] { return !view.isBusy(); }));
    CHECK(view.card()[u"remark"_s].toString() == u"我的"_s);
}

TEST_CASE("a report of a real server stands on the screen with its totals", "[client][slow]")
{
    RegistryDesk desk;
    ReportView view;
    view.setProperty("calls", QVariant::fromValue<Calls*>(desk.session->calls()));
    view.show(u"idle-list"_s, {});
    REQUIRE(waitUntil([&] { return view.isThere(); }));
    CHECK(view.title() == u"闲置资产明细表"_s);
    CHECK(view.totals()[0] == u"合计"_s);
    CHECK(view.totals().size() == view.columns().size());
    CHECK(view.checksHold());
}
