// What a count found becomes documents, by the clerk of the unit at the desk: the pages of the program in a
// real window over a real server.
#include "tests/qml/desk.h"
#include "tests/support/program.h"

using namespace guanwu;
using namespace guanwu::test;

TEST_CASE("what a verified count found is drafted on the screen, once", "[window][findings]")
{
    City city(10, 200);
    Desk desk(city);
    desk.hire("bureau1", "asset_section");
    desk.sitDown(u"bureau1"_s);
    const QString unit = desk.units().front();
    desk.hire("clerk1", "unit_clerk", unit);
    // Nobody saw anything: every thing of the unit is missing.
    const std::string registry = "sqlite:" + (city.folder.path() / "registry.db").string();
    const std::string today = QDate::currentDate().toString(Qt::ISODate).toStdString();
    const auto task = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "task");
        const ProgramRun run = runGuanwu(registry, arguments);
        mustBe(run.exitCode == 0, QString::fromStdString(run.err));
    };
    task({"create", "QC1", "--name", "年度清查", "--base-date", today, "--unit", unit.toStdString()});
    task({"issue", "QC1"});
    task({"freeze", "QC1"});

    desk.sitDown(u"clerk1"_s);
    const auto begin = [&] {
        desk.tap(u"go-documents"_s);
        desk.tap(u"newDocument"_s);
        desk.tap(u"fromFindings"_s);
        desk.fill(u"task"_s, u"QC1"_s, u"年度清查"_s);
    };
    const auto mayDraft = [&] { return desk.item(u"findingsDialog-confirm"_s)->isEnabled(); };
    const auto leave = [&] {
        desk.escape();
        mustCome([&] { return desk.item(u"findingsDialog-confirm"_s) == nullptr; },
            [&] { return u"still open"_s; });
    };
    const auto outcome = [&] { return desk.wait(u"findingsOutcome"_s)->property("text").toString(); };
    begin();
    // Cards change only after the count was approved: before that the page says so and offers nothing.
    mustCome([&] { return desk.problems().contains(u"核实批复"_s); }, [&] { return desk.problems(); });
    CHECK_FALSE(mayDraft());
    leave();
    for (const char* state : {"unit_checked", "dept_reviewed", "bureau_checked", "verified"})
        task({"advance", "QC1", "--to", state});

    begin();
    mustCome([&] { return mayDraft(); }, [&] { return desk.problems(); });
    desk.picture(u"findings"_s);
    desk.tap(u"findingsDialog-confirm"_s);
    mustCome([&] { return outcome().contains(u"已起草"_s); }, [&] { return desk.problems(); });
    desk.picture(u"findings-drafted"_s);
    leave();
    const QJsonArray drafted = desk.get(u"/documents"_s).json()[u"documents"].toArray();
    REQUIRE_FALSE(drafted.isEmpty());
    for (const auto& one : drafted)
        CHECK(one.toObject()[u"method"].toString() == u"write_off_loss"_s);

    // A second time there is nothing new.
    begin();
    CHECK(outcome() == u"没有需要起草的单据。"_s);
    CHECK_FALSE(mayDraft());
    CHECK(desk.get(u"/documents"_s).json()[u"documents"].toArray().size() == drafted.size());
}
