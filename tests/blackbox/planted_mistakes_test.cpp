#include "tests/blackbox/demo_city.h"

#include <catch2/catch.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <xlsxwriter.h>

using namespace guanwu::test;

namespace {

using Row = std::map<std::string, std::string>;

const std::vector<std::string> kHeadings {"资产编号", "会计主体", "使用单位", "使用人", "存放地点",
    "资产分类代码", "资产名称", "规格型号", "数量", "计量单位", "原值", "财政拨款", "取得日期",
    "财务入账日期", "取得方式", "折旧年限(月)", "累计折旧", "使用状况", "闲置起始日", "备注", "车牌号",
    "车架号", "行驶里程", "坐落位置", "建筑面积", "使用面积", "地下面积", "自用面积"};

struct Mistake {
    std::string heading;
    std::string value;
    std::string code;
    Row around {}; ///< what the row needs beside, for the mistake to be the only one
};

std::string times(int count, const std::string& text)
{
    std::string out;
    for (int i = 0; i < count; ++i)
        out += text;
    return out;
}

const Row kVehicle {{"资产分类代码", "A02030501"}, {"资产名称", "轿车"}, {"车牌号", ""}};
const Row kBuilding {{"资产分类代码", "A01010100"}, {"资产名称", "办公楼"}, {"坐落位置", "河西大道1号"},
    {"建筑面积", "1000.00"}};

const Row kSplitBuilding {{"资产分类代码", "A01010100"}, {"资产名称", "办公楼"}, {"坐落位置", "河西大道1号"},
    {"自用面积", "900.00"}};

const std::vector<Mistake> kMistakes {
    {"资产编号", "", "import.empty"},
    {"资产编号", "XN2020000001", "import.twice"},
    {"资产编号", "FW2008000002", "import.exists_in"},
    {"会计主体", "U999", "import.no_unit"},
    {"会计主体", "", "import.empty"},
    {"使用单位", "某单位", "import.no_unit"},
    {"使用人", "查无此人", "import.no_person"},
    {"存放地点", "Z99", "import.no_place"},
    {"资产分类代码", "A99999999", "asset.class_unknown"},
    {"资产分类代码", "A02000000", "asset.class_too_wide"},
    {"资产分类代码", "", "import.empty"},
    {"资产名称", "", "import.empty"},
    {"资产名称", times(201, "长"), "import.too_long"},
    {"数量", "两台", "import.integer"},
    {"数量", "0", "import.range"},
    {"数量", "1.5", "import.integer"},
    {"原值", "", "import.empty"},
    {"原值", "五千元", "money.syntax"},
    {"原值", "12.345", "money.decimals"},
    {"原值", "-5", "asset.original_not_positive"},
    {"原值", "0", "asset.original_not_positive"},
    {"财政拨款", "5000.01", "asset.fiscal_above_original"},
    {"财政拨款", "全部", "money.syntax"},
    {"取得日期", "", "import.empty"},
    {"取得日期", "2021-02-30", "date.not_a_day"},
    {"取得日期", "2999-01-01", "import.in_future"},
    {"财务入账日期", "2999-01-01", "import.in_future"},
    {"财务入账日期", "昨天", "date.syntax"},
    {"取得方式", "捡来的", "import.token"},
    {"折旧年限(月)", "12", "asset.life_below_minimum"},
    {"折旧年限(月)", "六年", "import.integer"},
    {"累计折旧", "5000.01", "asset.accumulated_above_original"},
    {"使用状况", "不知道", "import.token"},
    {"闲置起始日", "2020-01-01", "import.before_start", {{"使用状况", "idle"}}},
    {"车架号", "LFV2A21K8G300000O", "vehicle.vin", kVehicle},
    {"行驶里程", "-1", "import.range", kVehicle},
    {"建筑面积", "999.00", "asset.area_split", kSplitBuilding},
    {"使用面积", "1000.00", "asset.usable_area", kBuilding},
    {"地下面积", "1000.01", "asset.basement_area", kBuilding},
    {"备注", "反向\u202E文字", "import.text"},
};

/// A hundred rows, forty of them with one mistake each; `expected` is told the row of the sheet, heading and
/// code.
std::vector<Row> rowsWithMistakes(int firstRow, std::set<std::string>& expected)
{
    std::vector<Row> rows;
    for (int i = 0; i < 100; ++i) {
        Row row {{"资产编号", "XN2020" + std::to_string(1'000'001 + i).substr(1)}, {"会计主体", "U002"},
            {"资产分类代码", "A02010105"}, {"资产名称", "台式计算机"}, {"数量", "1"}, {"计量单位", "台"},
            {"原值", "5000"}, {"取得日期", "2020-05-06"}, {"取得方式", "purchase"}, {"使用状况", "in_use"}};
        if (i % 5 >= 3) {
            const Mistake& mistake = kMistakes.at(static_cast<std::size_t>(i / 5 * 2 + i % 5 - 3));
            for (const auto& [heading, value] : mistake.around)
                row[heading] = value;
            row[mistake.heading] = mistake.value;
            expected.insert(std::to_string(firstRow + i) + ' ' + mistake.heading + ' ' + mistake.code);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string toCsv(const std::vector<Row>& rows)
{
    const auto line = [](const auto& cellOf) {
        std::string out;
        for (const std::string& heading : kHeadings)
            out += (out.empty() ? "" : ",") + ('"' + cellOf(heading) + '"');
        return out + "\r\n";
    };
    std::string text = line([](const std::string& heading) { return heading; });
    for (const Row& row : rows)
        text += line([&](const std::string& heading) {
            return row.contains(heading) ? row.at(heading) : std::string();
        });
    return text;
}

bool isNumber(const std::string& text)
{
    return !text.empty() && text.find_first_not_of("-0123456789.") == std::string::npos
        && text.find('-', 1) == std::string::npos;
}

/// As an office keeps it: a title over the whole width, block headings over the column headings, some
/// headings merged over both rows, numbers as numbers and dates as dates.
void writeXlsx(const std::filesystem::path& file, const std::vector<Row>& rows)
{
    lxw_workbook* book = workbook_new(file.c_str());
    lxw_worksheet* sheet = workbook_add_worksheet(book, "资产卡片");
    lxw_format* date = workbook_add_format(book);
    format_set_num_format(date, "yyyy-mm-dd");
    const auto last = static_cast<lxw_col_t>(kHeadings.size() - 1);
    worksheet_merge_range(sheet, 0, 0, 0, last, "固定资产卡片", nullptr);
    for (lxw_col_t column = 0; column < 8; ++column)
        worksheet_merge_range(sheet, 1, column, 2, column, kHeadings[column].c_str(), nullptr);
    worksheet_merge_range(sheet, 1, 8, 1, 18, "价值与使用", nullptr);
    worksheet_merge_range(sheet, 1, 19, 1, last, "其他", nullptr);
    for (lxw_col_t column = 8; column <= last; ++column)
        worksheet_write_string(sheet, 2, column, kHeadings[column].c_str(), nullptr);
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (lxw_col_t column = 0; column <= last; ++column) {
            const auto cell = rows[i].find(kHeadings[column]);
            if (cell == rows[i].end() || cell->second.empty())
                continue;
            const auto row = static_cast<lxw_row_t>(i + 3);
            if (cell->second == "2020-05-06") {
                lxw_datetime day {2020, 5, 6, 0, 0, 0};
                worksheet_write_datetime(sheet, row, column, &day, date);
            } else if (isNumber(cell->second)) {
                worksheet_write_number(sheet, row, column, std::stod(cell->second), nullptr);
            } else {
                worksheet_write_string(sheet, row, column, cell->second.c_str(), nullptr);
            }
        }
    REQUIRE(workbook_close(book) == LXW_NO_ERROR);
}

/// "row heading code" of every error in a file that --errors wrote.
std::set<std::string> reportedErrors(const std::filesystem::path& file)
{
    std::set<std::string> out;
    for (const std::string& line : linesOf(readFile(file))) {
        if (!line.starts_with("error,"))
            continue;
        std::istringstream cells(line);
        std::string severity, row, heading, value, code;
        std::getline(cells, severity, ',');
        std::getline(cells, row, ',');
        std::getline(cells, heading, ',');
        std::getline(cells, value, ',');
        std::getline(cells, code, ',');
        out.insert(row + ' ' + heading + ' ' + code);
    }
    return out;
}

} // namespace

TEST_CASE("Forty mistakes are each told at their cell, and nothing of the file is stored")
{
    REQUIRE(kMistakes.size() == 40);
    const std::string kind = GENERATE("csv", "xlsx");
    CAPTURE(kind);
    const DemoRegistry registry("sqlite");
    const std::string before = registry.exported("assets");
    std::set<std::string> expected;
    const auto file = registry.folder() / ("cards." + kind);
    if (kind == "csv")
        writeFile(file, toCsv(rowsWithMistakes(2, expected)));
    else
        writeXlsx(file, rowsWithMistakes(4, expected));
    REQUIRE(expected.size() == 40);

    const auto errors = registry.folder() / "errors.csv";
    const auto run = mustRun(
        registry.url(), {"import", "assets", file.string(), "--errors", errors.string(), "--json"}, 3);
    CHECK(nlohmann::json::parse(run.out).at("errors") == 40);
    CHECK(reportedErrors(errors) == expected);
    CHECK(registry.exported("assets") == before);
    const auto dry = mustRun(registry.url(), {"import", "assets", file.string(), "--dry-run", "--json"}, 1);
    CHECK(nlohmann::json::parse(dry.out).at("errors") == 40);
}
