#include "core/reference/admin_divisions.h"
#include "core/reference/classification.h"
#include "core/reference/embedded.h"
#include "core/reference/reference_table.h"
#include "core/reference/useful_life.h"
#include "tests/support/places.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

using namespace guanwu;

TEST_CASE("every code table of the program is its CSV, byte for byte", "[reference]")
{
    const std::string name
        = GENERATE("admin_divisions", "asset_classification", "asset_classification_legacy",
            "card_dictionaries", "certificate_types", "depreciation", "disposal_methods", "document_classes",
            "document_facts", "document_methods", "document_papers", "document_routes",
            "document_steps", "equipment_classes", "equipment_standard", "inventory_results", "office_standard", "property_dictionaries");
    CAPTURE(name);
    std::ifstream file(test::sourceFolder() / "core/reference/data" / (name + ".csv"), std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    CHECK_FALSE(text.str().empty());
    CHECK(embeddedTable(name) == text.str());
    CHECK(ReferenceTable(embeddedTable(name)).size() > 5);
}

TEST_CASE("a table that is not there is empty", "[reference]")
{
    CHECK(embeddedTable("no_such_table").empty());
    CHECK(ReferenceTable("").size() == 0);
}

TEST_CASE("reference tables are read with the quotes of RFC 4180", "[reference]")
{
    const ReferenceTable table("code,name,note\r\n1,\"a, \"\"b\"\"\",\"two\nlines\"\n2,,\n3,short\n4,x,last");
    REQUIRE(table.size() == 4);
    CHECK(table.cell(0, "name") == "a, \"b\"");
    CHECK(table.cell(0, "note") == "two\nlines");
    CHECK(table.cell(1, "name") == "");
    CHECK(table.cell(2, "note") == "");
    CHECK(table.cell(3, "note") == "last");
    CHECK(table.cell(0, "no such column") == "");
}

TEST_CASE("the classes of 2022 are 2035 codes in four levels", "[classification]")
{
    const Classification& classes = Classification::edition2022();
    CHECK(classes.size() == 2035);
    CHECK(classes.nameOf("A02010105") == "台式计算机");
    CHECK(classes.nameOf("A01010100") == "办公用房");
    CHECK(classes.nameOf("A99999999").empty());
    CHECK(classes.find("A02010105")->level == 4);
    CHECK(classes.topClassOf("A02010105")->code == "A02000000");
    CHECK(classes.topClassOf("A02000000")->code == "A02000000");
    CHECK(classes.topClassOf("A99999999") == nullptr);
}

TEST_CASE("a card bears a leaf or a class of level three or four", "[classification]")
{
    const auto [code, usable] = GENERATE(table<std::string, bool>({
        {"A02010105", true}, // level 4
        {"A01010200", true}, // level 3 with classes below it
        {"A01010100", true}, // level 3 without
        {"A03010000", true}, // level 2 without classes below it
        {"A01010000", false}, // level 2 with
        {"A02000000", false},
        {"A02010199X", false},
        {"", false},
    }));
    CAPTURE(code);
    CHECK(Classification::edition2022().isUsable(code) == usable);
}

TEST_CASE("a code has the form of its edition", "[classification]")
{
    CHECK(hasFormOf(ClassEdition::Edition2022, "A02010105"));
    CHECK_FALSE(hasFormOf(ClassEdition::Edition2022, "2010104"));
    CHECK_FALSE(hasFormOf(ClassEdition::Edition2022, "B02010105"));
    CHECK(hasFormOf(ClassEdition::Edition2010, "2010104"));
    CHECK_FALSE(hasFormOf(ClassEdition::Edition2010, "A02010105"));
}

TEST_CASE("codes of before 2022 lead to the classes of today", "[classification]")
{
    REQUIRE(findClass2010("2030102"));
    CHECK(findClass2010("2030102")->nameZh == "车辆");
    CHECK(findClass2010("2030102")->successor == "A02030000");
    CHECK(findClass2010("2010000")->successor == "A02010000");
    CHECK(findClass2010("9990000") == nullptr);
    CHECK(findClass2010("A02030102") == nullptr);
}

TEST_CASE("a code of 2013 that means something else today is known", "[classification]")
{
    REQUIRE(findClass2013("A02010104"));
    CHECK(findClass2013("A02010104")->nameZh == "台式计算机");
    CHECK(findClass2013("A02010104")->successor == "A02010105");
    CHECK(Classification::edition2022().nameOf("A02010104") == "服务器");
    CHECK(findClass2013("A02010101") == nullptr);
}

TEST_CASE("the minimum life follows the longest prefix of the class", "[life]")
{
    const auto [code, months] = GENERATE(table<std::string, int>({
        {"A02010105", 72},
        {"A02020100", 72},
        {"A02030501", 96},
        {"A02040100", 60},
        {"A02050100", 120},
        {"A02061804", 60},
        {"A05010201", 180},
        {"A05020100", 60},
        {"A05030100", 60},
        {"A01020100", 96},
        {"A02130100", 120},
        {"A02370100", 36},
    }));
    CAPTURE(code);
    const UsefulLife* life = UsefulLives::current().find(code);
    REQUIRE(life);
    CHECK(life->minMonths == months);
    CHECK_FALSE(life->neverDepreciated);
    CHECK_FALSE(life->source.empty());
}

TEST_CASE("the structure of a building sets its life", "[life]")
{
    const auto [structure, years] = GENERATE(table<std::string, int>({
        {"", 50},
        {"钢", 50},
        {"钢结构", 50},
        {"钢混", 50},
        {"钢混结构", 50},
        {"钢筋混凝土结构", 50},
        {"砖混", 30},
        {"砖混结构", 30},
        {"砖木", 30},
        {"砖木结构", 30},
        {"简易", 8},
        {"简易房", 8},
        {"其他", 30},
    }));
    CAPTURE(structure);
    const UsefulLife* life = UsefulLives::current().find("A01010100", structure);
    REQUIRE(life);
    CHECK(life->minMonths == years * 12);
}

TEST_CASE("land, relics, books, animals and plants are never depreciated", "[life]")
{
    const std::string code = GENERATE("A01030100", "A03010000", "A03020100", "A04010100", "A06010100");
    CAPTURE(code);
    const UsefulLife* life = UsefulLives::current().find(code);
    REQUIRE(life);
    CHECK(life->neverDepreciated);
    CHECK(life->minMonths == 0);
}

TEST_CASE("a class without a life in the table is left to choose by hand", "[life]")
{
    CHECK(UsefulLives::current().find("A02390100") == nullptr);
    CHECK(UsefulLives::current().find("A08060300") == nullptr);
}

TEST_CASE("a life below the minimum needs an approval and special equipment lies in its range", "[life]")
{
    const UsefulLife& desktop = *UsefulLives::current().find("A02010105");
    CHECK(lifeProblem(desktop, 71, false) == "life.below_minimum");
    CHECK(lifeProblem(desktop, 71, true).empty());
    CHECK(lifeProblem(desktop, 72, false).empty());
    CHECK(lifeProblem(desktop, 120, false).empty());

    const UsefulLife& mining = *UsefulLives::current().find("A02130100");
    CHECK(lifeProblem(mining, 119, false) == "life.below_minimum");
    CHECK(lifeProblem(mining, 180, false).empty());
    CHECK(lifeProblem(mining, 181, true) == "life.above_maximum");

    const UsefulLife& land = *UsefulLives::current().find("A01030100");
    CHECK(lifeProblem(land, 600, false) == "life.never_depreciated");
    CHECK(lifeProblem(land, 0, false).empty());
}

TEST_CASE("places of Huaihua are its districts, counties and zones", "[divisions]")
{
    CHECK(isHuaihua("怀化市"));
    CHECK(isHuaihua("鹤城区"));
    CHECK(isHuaihua("中方县"));
    CHECK(isHuaihua("洪江区"));
    CHECK_FALSE(isHuaihua("长沙市"));
    CHECK_FALSE(isHuaihua("湖南省"));
    CHECK_FALSE(isHuaihua("市辖区"));
    CHECK_FALSE(isHuaihua(""));
    CHECK(divisionName("431202") == "鹤城区");
    CHECK(divisionName("110000").empty());
    CHECK(divisionName("").empty());
}
