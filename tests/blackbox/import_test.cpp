#include "tests/blackbox/demo_city.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>
#include <unicode/unistr.h>

using namespace guanwu::test;

namespace {

/// The text in another encoding, as a spreadsheet program saves it.
std::string encoded(const std::string& utf8, const char* encoding)
{
    const auto text = icu::UnicodeString::fromUTF8(utf8.starts_with("\xEF\xBB\xBF") ? utf8.substr(3) : utf8);
    const int32_t length = text.extract(0, text.length(), nullptr, 0, encoding);
    std::string out(static_cast<std::size_t>(length), '\0');
    text.extract(0, text.length(), out.data(), static_cast<uint32_t>(length), encoding);
    return out;
}

/// A file of so many cards of the small city's first unit.
std::string manyCards(int count)
{
    std::string text
        = "资产编号,使用单位,会计主体,资产分类代码,资产名称,数量,计量单位,原值,取得日期,取得方式,使用状况\n";
    for (int i = 0; i < count; ++i)
        text += "XN2021" + std::to_string(1'000'000 + i).substr(1)
            + ",U002,U002,A02010105,台式计算机,1,台,5000.00,2021-03-15,purchase,in_use\n";
    return text;
}

std::int64_t batchOf(const ProgramRun& run)
{
    return nlohmann::json::parse(run.out).at("batch").get<std::int64_t>();
}

} // namespace

TEST_CASE("What was exported and imported into an empty registry gives the same export")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    CAPTURE(backEnd);
    const DemoRegistry registry(backEnd);
    for (const std::string& kind : kKindsInOrder) {
        CAPTURE(kind);
        const std::string books = readFile(DemoBooks::shared().file(kind));
        REQUIRE(linesOf(books).size() > 1);
        CHECK(registry.exported(kind) == books);
    }
}

TEST_CASE("A workbook that was exported gives the same registry when it is imported")
{
    const TempFolder folder;
    const DemoRegistry registry("sqlite");
    const std::string url = "sqlite:" + (folder / "registry.db").string();
    mustRun(url, {"init"});
    for (const std::string& kind : kKindsInOrder) {
        CAPTURE(kind);
        mustRun(registry.url(), {"export", kind, (folder / "book.xlsx").string()});
        const auto run = mustRun(url, {"import", kind, (folder / "book.xlsx").string(), "--json"});
        CHECK(nlohmann::json::parse(run.out).at("warnings") == 0);
        mustRun(url, {"export", kind, (folder / "out.csv").string()});
        CHECK(readFile(folder / "out.csv") == readFile(DemoBooks::shared().file(kind)));
    }
}

TEST_CASE("A total row is passed over with a warning, and numbers may have separators of thousands")
{
    const DemoRegistry registry("sqlite");
    const auto file = registry.folder() / "totals.csv";
    writeFile(file,
        "资产编号,会计主体,资产分类代码,资产名称,数量,计量单位,原值,取得日期,取得方式,使用状况\n"
        "XN2021900001,U002,A04010101,图书,\"12,500\",册,\"1,250,000.00\",2021-03-15,purchase,in_use\n"
        "小 计,,,,12500,,1250000.00,,,\n合计,,,,12500,,1250000.00,,,\n");
    const auto run = mustRun(registry.url(), {"import", "assets", file.string(), "--json"});
    CHECK(nlohmann::json::parse(run.out).at("rows") == 1);
    CHECK(nlohmann::json::parse(run.out).at("warnings") == 2);
    CHECK_THAT(run.err, Catch::Contains("import.total_row"));
    CHECK_THAT(registry.exported("assets"), Catch::Contains(",12500,册,1250000.00,"));
}

TEST_CASE("A sheet as an office prints it goes in: signatures below the table, amounts with their currency")
{
    const DemoRegistry registry("sqlite");
    const auto file = registry.folder() / "printed.csv";
    writeFile(file,
        "资产编号,会计主体,资产分类代码,资产名称,数量,计量单位,原值,取得日期,取得方式,使用状况\n"
        "XN2021900001,U002,A02010105,台式计算机,1,台,\"￥ 5,200.00\",2021/3/15,购置,在用\n"
        "XN2021900002,U002,A02010105,台式计算机,1,台,¥5200元,2021年3月15日,购置,在用\n"
        "制表人：李四,,,审核人：,,,,,,\n填表日期: 2026-10-08,,,,,,,,,\n");
    const auto run = mustRun(registry.url(), {"import", "assets", file.string(), "--json"});
    CHECK(nlohmann::json::parse(run.out).at("rows") == 2);
    CHECK(nlohmann::json::parse(run.out).at("warnings") == 2);
    CHECK_THAT(run.err, Catch::Contains("import.footer_row"));
    CHECK_THAT(registry.exported("assets"), Catch::Contains(",台,5200.00,"));
}

TEST_CASE("What is wrong with a file is told in its own words: no row 0, no empty quotes, no English column")
{
    const DemoRegistry registry("sqlite");
    const auto file = registry.folder() / "cars.csv";
    writeFile(file,
        "资产编号,会计主体,资产分类代码,资产名称,原值,取得日期,车牌号,颜色\n"
        "XN2021900001,U002,A02030501,轿车,150000,2021-03-15,湘N·12345,\nXN2021900002,U002,A02030501,,1,2021-03-"
        "15,,\n");
    const auto run = mustRun(registry.url(), {"import", "assets", file.string(), "--dry-run"}, 1);
    CHECK_THAT(run.err,
        Catch::Contains("第2行 发动机号 ") && Catch::Contains("第3行 资产名称 不能为空")
            && Catch::Contains("第1行 颜色 不认识") && !Catch::Contains("“”")
            && !Catch::Contains("engine_no"));
    const auto folder = mustRun(registry.url(), {"import", "assets", registry.folder().path().string()}, 3);
    CHECK_THAT(folder.err, Catch::Contains("table.folder"));
    CHECK_THAT(mustRun(registry.url(), {"import"}, 2).err, Catch::Contains("guanwu import assets"));
    CHECK_THAT(
        mustRun(registry.url(), {"import", "asset", file.string()}, 2).err, Catch::Contains("certificates"));
}

TEST_CASE("The columns of every kind are listed as export writes them, with the headings that import takes")
{
    const DemoRegistry registry("sqlite");
    for (const std::string& kind : kKindsInOrder) {
        CAPTURE(kind);
        const auto columns = nlohmann::json::parse(mustRun("", {"import", kind, "--columns", "--json"}).out);
        std::string names;
        for (const auto& column : columns)
            names += (names.empty() ? "" : ",") + column.at("column").get<std::string>();
        CHECK(linesOf(registry.exported(kind)).front() == names);
    }
    CHECK_THAT(mustRun("", {"import", "assets", "--columns"}).out,
        Catch::Contains("original_yuan\t原值、账面原值\t必填\n"));
    CHECK(runGuanwu("", {"import", "--columns"}).exitCode == 2);
}

TEST_CASE("A dry run of taking back refuses what taking back would refuse, and takes nothing back")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    CAPTURE(backEnd);
    const DemoRegistry registry(backEnd);
    writeFile(registry.folder() / "more.csv", manyCards(3));
    const auto run
        = mustRun(registry.url(), {"import", "assets", (registry.folder() / "more.csv").string(), "--json"});
    const std::string batch = std::to_string(batchOf(run));
    CHECK_THAT(mustRun(registry.url(), {"import", "--undo", "5", "--dry-run"}, 3).err,
        Catch::Contains("import.no_batch"));
    mustRun(registry.url(), {"import", "--undo", batch, "--dry-run"});
    CHECK_THAT(registry.exported("assets"), Catch::Contains("XN2021000000"));
    mustRun(registry.url(), {"import", "--undo", batch});
    CHECK_THAT(mustRun(registry.url(), {"import", "--undo", batch, "--dry-run"}, 3).err,
        Catch::Contains("import.undone_already"));
}

TEST_CASE("A file may be GB18030, UTF-16 or UTF-8 and gives the same registry")
{
    const char* encoding = GENERATE("gb18030", "utf-16le", "utf-16be", "utf-8");
    CAPTURE(encoding);
    const TempFolder folder;
    const std::string url = "sqlite:" + (folder / "registry.db").string();
    mustRun(url, {"init"});
    for (const std::string& kind : kKindsInOrder) {
        const std::string books = readFile(DemoBooks::shared().file(kind));
        writeFile(folder / "in.csv", encoded(books, encoding));
        mustRun(url, {"import", kind, (folder / "in.csv").string()});
        mustRun(url, {"export", kind, (folder / "out.csv").string()});
        CHECK(readFile(folder / "out.csv") == books);
    }
}

TEST_CASE("A dry run says what would happen and stores nothing")
{
    const DemoRegistry registry("sqlite");
    writeFile(registry.folder() / "more.csv", manyCards(30));
    const auto run = mustRun(registry.url(),
        {"import", "assets", (registry.folder() / "more.csv").string(), "--dry-run", "--json"});
    CHECK(nlohmann::json::parse(run.out).at("rows") == 30);
    CHECK(nlohmann::json::parse(run.out).at("batch").is_null());
    CHECK(registry.exported("assets") == readFile(DemoBooks::shared().file("assets")));
}

TEST_CASE("Taking a batch back leaves the registry as if it had not been")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    CAPTURE(backEnd);
    const DemoRegistry registry(backEnd);
    writeFile(registry.folder() / "more.csv", manyCards(7000)); // more than one piece
    const auto run
        = mustRun(registry.url(), {"import", "assets", (registry.folder() / "more.csv").string(), "--json"});
    CHECK(linesOf(registry.exported("assets")).size() == 1500 + 7000 + 1);
    const std::string batch = std::to_string(batchOf(run));
    mustRun(registry.url(), {"import", "--undo", batch});
    CHECK(registry.exported("assets") == readFile(DemoBooks::shared().file("assets")));
    mustRun(registry.url(), {"import", "--undo", batch}, 3);
    mustRun(registry.url(), {"import", "assets", (registry.folder() / "more.csv").string()});
}

TEST_CASE("A batch that others stand on cannot be taken back")
{
    const TempFolder folder;
    const std::string url = "sqlite:" + (folder / "registry.db").string();
    mustRun(url, {"init"});
    const auto units
        = mustRun(url, {"import", "units", DemoBooks::shared().file("units").string(), "--json"});
    mustRun(url, {"import", "places", DemoBooks::shared().file("places").string()});
    const auto refused = mustRun(url, {"import", "--undo", std::to_string(batchOf(units))}, 3);
    CHECK_THAT(refused.err, Catch::Contains("import.undo_in_use"));
}

TEST_CASE("An import that is killed leaves nothing or everything, and the next one is not in its way")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    CAPTURE(backEnd);
    const DemoRegistry registry(backEnd);
    const auto file = registry.folder() / "many.csv";
    writeFile(file, manyCards(120'000));
    const std::string books = readFile(DemoBooks::shared().file("assets"));
    const auto start = std::chrono::steady_clock::now();
    bool cutOff = false;
    // Kill it at other moments until it was caught at work at least once past the check.
    for (int milliseconds : {150, 400, 700, 1000, 1500}) {
        RunningProgram import(guanwuProgram(), {"--db", registry.url(), "import", "assets", file.string()});
        std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds));
        if (!import.isRunning())
            break;
        import.kill();
        static_cast<void>(import.finish());
        const std::string left = registry.exported("assets");
        if (linesOf(left).size() == 1500 + 120'000 + 1)
            break; // killed on its way out
        cutOff = true;
        CHECK(left.size() == books.size());
        CHECK((left == books));
    }
    INFO("took " << std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now() - start)
                        .count());
    REQUIRE(cutOff);
    const DemoRegistry again(backEnd);
    mustRun(again.url(), {"import", "assets", file.string()});
    CHECK(linesOf(again.exported("assets")).size() == 1500 + 120'000 + 1);
}

TEST_CASE(
    "P11: a first load that is killed while it has no indexes leaves nothing, and the next one ends with all")
{
    const BackEnd backEnd("sqlite");
    mustRun(backEnd.url(), {"init"});
    mustRun(backEnd.url(), {"import", "units", DemoBooks::shared().file("units").string()});
    const TempFolder folder;
    const auto file = folder / "many.csv";
    writeFile(file, manyCards(120'000));
    const auto session = backEnd.connect();
    const auto indexes = [&session] {
        const auto rows
            = session->bulk().stream("SELECT sql FROM sqlite_master WHERE type = 'index' ORDER BY name", {});
        std::vector<std::string> out;
        while (rows->next())
            out.emplace_back(rows->text(0));
        return out;
    };
    const auto all = indexes();
    {
        RunningProgram import(guanwuProgram(), {"--db", backEnd.url(), "import", "assets", file.string()});
        while (import.isRunning() && indexes().size() == all.size())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        import.kill();
        static_cast<void>(import.finish());
    }
    REQUIRE(indexes().size() < all.size());
    mustRun(backEnd.url(), {"export", "assets", (folder / "left.csv").string()});
    CHECK(linesOf(readFile(folder / "left.csv")).size() == 1);
    mustRun(backEnd.url(), {"import", "assets", file.string()});
    mustRun(backEnd.url(), {"export", "assets", (folder / "all.csv").string()});
    CHECK(linesOf(readFile(folder / "all.csv")).size() == 120'000 + 1);
    CHECK(indexes() == all);
}

TEST_CASE("Units that number their books alike keep their numbers as legacy numbers")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    CAPTURE(backEnd);
    const DemoRegistry registry(backEnd);
    const auto file = registry.folder() / "book.csv";
    const std::string head = "资产编号,会计主体,资产分类代码,资产名称,原值,取得日期\n";
    const auto cards = [](const std::string& unit) {
        std::string text;
        for (const char* number : {"0001", "0002", "XN2021000007"})
            text += std::string(number) + ',' + unit + ",A02010105,电脑,5000.00,2021-03-15\n";
        return text;
    };
    const auto import = [&](const std::string& text, int exitCode) {
        writeFile(file, head + text);
        const auto run = mustRun(registry.url(), {"import", "assets", file.string(), "--json"}, exitCode);
        return nlohmann::json::parse(run.out);
    };
    // In one file, and against the registry.
    CHECK(import(cards("U002") + cards("U003"), 0).at("warnings") == 3);
    CHECK(import(cards("U004"), 0).at("warnings") == 3);
    const std::string exported = registry.exported("assets");
    const std::string year = "ZC"
        + std::to_string(int(std::chrono::year_month_day(
            std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now() + std::chrono::hours(8)))
                                 .year()));
    for (const std::string& row :
        {std::string("0001,,U002,"), std::string("XN2021000007,,U002,"), year + "000001,0001,U003,",
            year + "000002,0002,U003,", std::string("XN2021000008,XN2021000007,U003,"),
            year + "000003,0001,U004,", std::string("XN2021000009,XN2021000007,U004,")})
        CHECK_THAT(exported, Catch::Contains("\n" + row));

    // The same book again is told, not doubled.
    CHECK(import(cards("U004"), 3).at("errors") == 3);
    CHECK(import(cards("U002"), 3).at("errors") == 3);
    CHECK(import(
              "0009,U005,A02010105,电脑,5000.00,2021-03-15\n0009,U005,A02010105,电脑,5000.00,2021-03-15\n", 3)
              .at("errors")
        == 1);
    CHECK(registry.exported("assets") == exported);
}

TEST_CASE("Rows of an import that is still loading are there for nobody")
{
    const std::string backEnd = GENERATE("sqlite", "mariadb");
    CAPTURE(backEnd);
    const DemoRegistry registry(backEnd);
    {
        guanwu::Session session(*guanwu::parseDatabaseUrl(registry.url()), "");
        session.bulk().execute("UPDATE import_batch SET state = 'loading'", {});
    }
    for (const std::string& kind : kKindsInOrder) {
        CAPTURE(kind);
        CHECK(linesOf(registry.exported(kind)).size() == 1);
    }
    mustRun(registry.url(), {"label", "--unit", "U001", "--out", (registry.folder() / "x.pdf").string()}, 3);
    mustRun(registry.url(), {"task", "create", "T", "--name", "T", "--base-date", "2022-12-31"}, 3);
}

TEST_CASE("A file that calls its columns otherwise is read with a map of headings")
{
    const DemoRegistry registry("sqlite");
    const auto file = registry.folder() / "other.csv";
    writeFile(file,
        "编码,归属,类别,品名,件数,单位,价钱,买入日,来源,现状,颜色\n"
        "XN2021900001,U002,A02010105,台式计算机,1,台,5000.00,2021-03-15,purchase,in_use,黑\n");
    mustRun(registry.url(), {"import", "assets", file.string()}, 3);
    const auto map = registry.folder() / "map.csv";
    writeFile(map,
        "heading,column\n编码,asset_no\n归属,unit\n类别,class_code\n品名,name\n件数,quantity\n单位,unit_of_"
        "measure\n"
        "价钱,original_yuan\n买入日,acquired_on\n来源,acquisition_method\n现状,use_state\n颜色,\n");
    const auto run
        = mustRun(registry.url(), {"import", "assets", file.string(), "--map", map.string(), "--json"});
    CHECK(nlohmann::json::parse(run.out).at("rows") == 1);
    CHECK(nlohmann::json::parse(run.out).at("errors") == 0);
    CHECK_THAT(registry.exported("assets"), Catch::Contains("XN2021900001"));

    writeFile(map, "编码,number\n");
    const auto wrong = mustRun(registry.url(), {"import", "assets", file.string(), "--map", map.string()}, 3);
    CHECK_THAT(wrong.err, Catch::Contains("import.map_column"));
}

TEST_CASE("Text that looks like a formula is guarded in the file and the same text again after import")
{
    const DemoRegistry registry("sqlite");
    const auto file = registry.folder() / "formula.csv";
    writeFile(file,
        "asset_no,unit,class_code,name,quantity,unit_of_measure,original_yuan,acquired_on,acquisition_method,"
        "use_state,remark\n"
        "XN2021900001,U002,A02010105,=1+1,1,台,5000.00,2021-03-15,purchase,in_use,-无\n");
    mustRun(registry.url(), {"import", "assets", file.string()});
    const std::string exported = registry.exported("assets");
    CHECK_THAT(exported, Catch::Contains("'=1+1") && Catch::Contains("'-无"));
    const DemoRegistry other("sqlite");
    const auto card = exported.find("XN2021900001");
    writeFile(other.folder() / "card.csv",
        exported.substr(0, exported.find('\n') + 1)
            + exported.substr(card, exported.find('\n', card) + 1 - card));
    mustRun(other.url(), {"import", "assets", (other.folder() / "card.csv").string()});
    CHECK(other.exported("assets") == exported);
}

TEST_CASE("P8: as many cards of a file as want another number get one, and with one more nothing is imported",
    "[.limits]")
{ // 600,000 rows: before a version, not with every change
    const DemoRegistry registry("sqlite");
    const auto file = registry.folder() / "book.csv";
    const auto import = [&](const std::string& unit, int count, int exitCode) {
        std::string text = "资产编号,会计主体,资产分类代码,资产名称,原值,取得日期\n";
        for (int i = 1; i <= count; ++i)
            text += "B" + std::to_string(1'000'000 + i) + ',' + unit + ",A02010105,电脑,5000.00,2021-03-15\n";
        writeFile(file, text);
        return mustRun(registry.url(), {"import", "assets", file.string(), "--json"}, exitCode);
    };
    const auto warnings
        = [](const ProgramRun& run) { return nlohmann::json::parse(run.out).at("warnings").get<int>(); };
    constexpr int kMost = 200'000;
    CHECK(warnings(import("U002", kMost + 1, 0)) == 0);
    const auto lines = linesOf(registry.exported("assets")).size();
    CHECK_THAT(import("U003", kMost + 1, 3).err, Catch::Contains("import.too_many_clashes"));
    CHECK(linesOf(registry.exported("assets")).size() == lines);
    CHECK(warnings(import("U003", kMost, 0)) == kMost);
    CHECK(linesOf(registry.exported("assets")).size() == lines + kMost);
}
