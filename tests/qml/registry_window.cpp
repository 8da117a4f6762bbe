// Cards changed many at once, a table brought in, and a count recounted: at the desk, in a real window over a
// real server.
#include "app/client/records/paged_records.h"
#include "tests/qml/desk.h"
#include "tests/support/program.h"

using namespace guanwu;
using namespace guanwu::test;

namespace {

/// The desk with the list of cards on it.
class RegistryDesk : public Desk {
public:
    using Desk::Desk;

    void openCards()
    {
        tap(u"go-registry"_s);
        mustCome([&] { return cards() && cards()->isAnswered() && cards()->count() > 0; },
            [&] { return u"no cards; "_s + problems(); });
    }
    [[nodiscard]] PagedRecords* cards()
    {
        auto* table = item(u"cards"_s);
        return table ? table->property("records").value<PagedRecords*>() : nullptr;
    }
    /// By the box before its row.
    void pick(int row)
    {
        constexpr int kBox = 24;
        QQuickItem* line = wait(u"row-%1"_s.arg(row));
        QTest::mouseClick(
            m_window, Qt::LeftButton, {}, line->mapToScene(QPointF(kBox, line->height() / 2)).toPoint());
        mustCome([&] { return line->property("isPicked").toBool(); },
            [&] { return u"row %1 is not picked"_s.arg(row); });
    }
    void key(Qt::Key key)
    {
        m_window->requestActivate(); // there is no window manager to do it
        mustBe(QTest::qWaitForWindowActive(m_window), u"the window gets no keys"_s);
        QTest::keyClick(m_window, key);
    }
    [[nodiscard]] QString brandOf(const QString& number)
    {
        const QJsonObject json = get(u"/assets/"_s + number).json();
        return (json.contains(u"asset"_s) ? json[u"asset"_s].toObject() : json)[u"brand"_s].toString();
    }
    /// A file, as it is named in the dialog that is open.
    void chooseFile(const std::filesystem::path& file)
    {
        wait(u"fileName"_s)->setProperty("text", QString::fromStdString(file.string()));
        confirm(u"importSource"_s);
    }
    void waitForText(const QString& name, const QString& part)
    {
        mustCome([&] { return item(name) && item(name)->property("text").toString().contains(part); },
            [&] {
                return u"%1 does not say %2: %3; %4"_s.arg(name, part,
                    item(name) ? item(name)->property("text").toString() : u"it is not there"_s, problems());
            });
    }
};

} // namespace

TEST_CASE("many cards are changed as their preview shows, and are as they were with one click",
    "[window][registry]")
{
    City city(10, 300);
    RegistryDesk desk(city);
    desk.hire("bureau1", "asset_section");
    desk.sitDown(u"bureau1"_s);
    desk.hire("clerk1", "unit_clerk", desk.units().front());
    desk.sitDown(u"clerk1"_s);
    desk.openCards();
    QStringList numbers;
    QStringList before;
    for (int row = 0; row < 3; ++row) {
        numbers << desk.cards()->idOf(row);
        before << desk.brandOf(numbers.back());
        desk.pick(row);
    }
    desk.tap(u"changeMany"_s);
    desk.tap(u"addField"_s);
    desk.tap(u"choice-brand"_s);
    desk.fill(u"brand"_s, u"联想（统一换发）"_s);
    desk.wait(u"batchReason"_s)->setProperty("text", u"换发"_s);
    desk.tap(u"preview"_s);
    desk.wait(u"apply"_s);
    CHECK(desk.item(u"apply"_s)->property("text").toString().contains(u'3'));
    for (qsizetype i = 0; i < numbers.size(); ++i)
        CHECK(desk.brandOf(numbers[i]) == before[i]); // a preview changes nothing
    desk.picture(u"batch-preview"_s);
    desk.tap(u"apply"_s);
    desk.wait(u"undoLast"_s);
    for (const QString& number : numbers)
        CHECK(desk.brandOf(number) == u"联想（统一换发）"_s);
    desk.picture(u"batch-done"_s);
    desk.tap(u"undoLast"_s);
    for (qsizetype i = 0; i < numbers.size(); ++i)
        mustCome([&] { return desk.brandOf(numbers[i]) == before[i]; },
            [&] { return u"not taken back: "_s + numbers[i] + desk.problems(); });
    desk.picture(u"batch-undone"_s);
}

TEST_CASE("what is wrong in a table stands beside its rows; mended it is brought in, and taken back",
    "[window][registry]")
{
    City city(10, 100);
    RegistryDesk desk(city);
    desk.hire("bureau1", "asset_section");
    desk.sitDown(u"bureau1"_s);
    const std::string unit = desk.units().front().toStdString();
    const auto rows = [&](const std::string& third) {
        std::string out = "asset_no,unit,name,class_code,class_edition,quantity,original_yuan,acquired_on,"
                          "acquisition_method,use_state\n";
        for (int i = 1; i <= 40; ++i)
            out += "DR202600" + std::to_string(1000 + i) + "," + unit + ",补录办公桌 " + std::to_string(i)
                + ",A05010201,2022,1,1200.00," + (i == 3 ? third : "2026-03-15") + ",purchase,in_use\n";
        return out;
    };
    const auto wrong = city.folder.path() / "补录.csv";
    const auto right = city.folder.path() / "补录（改）.csv";
    writeFile(wrong, rows("2026-02-31"));
    writeFile(right, rows("2026-02-28"));
    desk.openCards();
    desk.tap(u"import"_s);
    desk.tap(u"chooseFile"_s);
    desk.chooseFile(wrong);
    desk.wait(u"problem-0"_s);
    CHECK(desk.wait(u"problem-0"_s)->property("subtitle").toString().contains(u"2026-02-31"_s));
    CHECK_FALSE(desk.item(u"import"_s)->isEnabled());
    CHECK(desk.item(u"importRows"_s) != nullptr); // beside
    desk.tap(u"problem-0"_s);
    mustCome([&] { return desk.item(u"problem-0"_s)->property("isCurrent").toBool(); },
        [&] { return u"its row is not marked"_s; });
    desk.picture(u"import-wrong"_s);

    desk.tap(u"chooseFile"_s);
    desk.chooseFile(right);
    mustCome([&] { return desk.item(u"import"_s) && desk.item(u"import"_s)->isEnabled(); },
        [&] { return u"not clean; "_s + desk.problems(); });
    desk.picture(u"import-right"_s);
    const QString first = u"/assets/DR2026001001"_s;
    CHECK(desk.get(first).status == 404);
    desk.tap(u"import"_s);
    desk.wait(u"undoImport"_s);
    CHECK(desk.get(first).status == 200);
    desk.picture(u"import-done"_s);
    desk.tap(u"undoImport"_s);
    mustCome([&] { return desk.item(u"undoImport"_s) == nullptr; },
        [&] { return u"not taken back; "_s + desk.problems(); });
    CHECK(desk.get(first).status == 404);
}

TEST_CASE("a random sample is recounted with one key a line, and says what it proves", "[window][registry]")
{
    City city(10, 200);
    RegistryDesk desk(city);
    desk.hire("bureau1", "asset_section");
    desk.sitDown(u"bureau1"_s);
    const QString unit = desk.units().front();
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
    task({"advance", "QC1", "--to", "unit_checked"});

    desk.tap(u"go-review"_s); // of one unit: its sheet
    desk.choose(u"sheetTabs"_s, u"recount"_s);
    desk.tap(u"emptyAction"_s);
    desk.picture(u"recount-draw"_s);
    desk.confirm(u"drawing"_s);
    const auto size = [&] { return desk.wait(u"sample"_s)->property("count").toInt(); };
    mustCome([&] { return size() > 1; }, [&] { return u"no sample is shown; "_s + desk.problems(); });
    const auto bound = [&] { return desk.wait(u"bound"_s)->property("text").toString(); };
    // As the page knows it, when it waits for nothing more.
    const auto answered = [&] {
        auto* recount = desk.wait(u"sample"_s)->property("model").value<QObject*>();
        return recount->property("busy").toBool() ? -1 : recount->property("answered").toInt();
    };
    desk.tap(u"outcome-wrong_result"_s); // one line by hand
    mustCome([&] { return answered() == 1; }, [&] { return u"not answered; "_s + desk.problems(); });
    desk.picture(u"recount-begun"_s);
    const QString begun = bound();
    for (int line = 1; line < size(); ++line) {
        desk.key(Qt::Key_1);
        mustCome([&] { return answered() == line + 1; },
            [&] { return u"no answer to a key; "_s + desk.problems(); });
    }
    mustCome([&] { return bound() != begun && bound().contains(u'%'); }, [&] { return bound(); });
    CHECK(answered() == size());
    desk.picture(u"recount-complete"_s);
}
