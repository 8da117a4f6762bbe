// What the dialogs for files show of a folder, and what they make of what is written.
#include "app/client/files/folder_view.h"
#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

#include <QDir>
#include <catch2/catch.hpp>
#include <unistd.h>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

QStringList namesOf(const FolderView& view)
{
    QStringList out;
    for (int row = 0; row < view.count(); ++row)
        out << view.nameAt(row);
    return out;
}

QString shown(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

} // namespace

TEST_CASE(
    "a folder shows its folders and the files that are wanted, in the order people expect", "[client][files]")
{
    const TempFolder folder;
    std::filesystem::create_directory(folder / "往年");
    std::filesystem::create_directory(folder / ".cache");
    for (const char* name : {"表10.csv", "表9.csv", "说明.pdf", "大写.CSV", ".hidden.csv"})
        writeFile(folder / name, "x");
    FolderView::setStart(shown(folder.path()));
    FolderView view;
    view.begin();
    CHECK(view.folder() == shown(folder.path()));
    CHECK(namesOf(view).size() == 5);
    view.setFilters({u"表格 (*.csv *.xlsx)"_s});
    CHECK(namesOf(view) == QStringList {u"往年"_s, u"表9.csv"_s, u"表10.csv"_s, u"大写.CSV"_s});
    CHECK(view.data(view.index(1), FolderView::About).toString().endsWith(u" · 1 bytes"_s));
    view.setOnlyFolders(true);
    CHECK(namesOf(view) == QStringList {u"往年"_s});
    CHECK(view.isFolderAt(0));

    view.enter(view.pathOf(u"往年"_s, {}));
    CHECK(view.count() == 0);
    CHECK(view.problem().isEmpty());
    view.up();
    CHECK(view.folder() == shown(folder.path()));
    view.enter(u"/"_s);
    CHECK(view.isRoot());
    view.up();
    CHECK(view.isRoot());
}

TEST_CASE("the places are looked for anew whenever a choice begins", "[client][files]")
{
    const TempFolder home;
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", home.path().c_str());
    FolderView view;
    int told = 0;
    QObject::connect(&view, &FolderView::begun, [&] { ++told; });
    view.begin();
    const auto without = view.places().size();
    std::filesystem::create_directory(home / "Documents"); // comes later, as a stick does
    view.begin();
    qputenv("HOME", before);
    CHECK(told == 2);
    REQUIRE(view.places().size() == without + 1);
    CHECK(view.places().front().toMap()[u"value"_s] == shown(home / "Documents"));
}

TEST_CASE("what is written becomes a path with its ending", "[client][files]")
{
    const TempFolder folder;
    FolderView view;
    view.enter(shown(folder.path()));
    const QString here = shown(folder.path());
    CHECK(view.pathOf(u"  "_s, u"csv"_s).isEmpty());
    CHECK(view.pathOf(u"资产"_s, u"csv"_s) == here + u"/资产.csv"_s);
    CHECK(view.pathOf(u" 资产.CSV "_s, u"csv"_s) == here + u"/资产.CSV"_s);
    CHECK(view.pathOf(u"/srv/a.csv"_s, {}) == u"/srv/a.csv"_s);
    CHECK(view.pathOf(u"../a.csv"_s, {}) == shown(folder.path().parent_path()) + u"/a.csv"_s);
    CHECK(view.pathOf(u"~/a.csv"_s, {}) == QDir::homePath() + u"/a.csv"_s);
}

TEST_CASE("why a file cannot be written is said before it is tried", "[client][files]")
{
    const TempFolder folder;
    std::filesystem::create_directory(folder / "表.csv");
    FolderView view;
    view.enter(shown(folder.path()));
    CHECK(view.whyNotWritten(view.pathOf(u"资产"_s, u"csv"_s)).isEmpty());
    CHECK_FALSE(view.whyNotWritten(view.pathOf(u"表"_s, u"csv"_s)).isEmpty()); // a folder
    CHECK_FALSE(view.whyNotWritten(view.pathOf(u"没有/资产"_s, u"csv"_s)).isEmpty());
    if (::geteuid() != 0) // who may write everywhere
        CHECK_FALSE(view.whyNotWritten(u"/资产.csv"_s).isEmpty());

    view.remember(view.pathOf(u"资产"_s, u"csv"_s));
    FolderView next;
    next.begin();
    CHECK(next.folder() == shown(folder.path()));
    view.enter(shown(folder / "没有"));
    CHECK_FALSE(view.problem().isEmpty());
}
