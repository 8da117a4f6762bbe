#include "app/reader/cell_text.h"

#include <catch2/catch.hpp>

using namespace guanwu;

namespace {

std::string number(std::string_view raw)
{
    const auto text = numberText(raw);
    return text ? *text : text.error().subject;
}

std::string shown(std::string_view raw, std::string_view format)
{
    const auto text = formattedNumber(raw, parseFormat(format), false);
    return text ? *text : text.error().subject;
}

} // namespace

TEST_CASE("a number becomes the shortest decimal that says the same", "[cell]")
{
    CHECK(number("1234.5") == "1234.5");
    CHECK(number("1234.0") == "1234");
    CHECK(number("1200") == "1200");
    CHECK(number("-0.05") == "-0.05");
    CHECK(number("0") == "0");
    CHECK(number("-0.0") == "0");
    CHECK(number(".5") == "0.5");
    CHECK(number("1.2345E3") == "1234.5");
    CHECK(number("5E-2") == "0.05");
    CHECK(number("1e2") == "100");
    CHECK(number("99999999999.99") == "99999999999.99");
}

TEST_CASE("the noise of binary fractions goes as it does on the screen", "[cell]")
{
    CHECK(number("1234.5600000000001") == "1234.56");
    CHECK(number("0.30000000000000004") == "0.3");
    CHECK(number("35.989999999999995") == "35.99");
    CHECK(number("9.9999999999999999") == "10");
    CHECK(number("99999999999999.99") == "100000000000000");
    CHECK(number("0.1234567890123455") == "0.123456789012346");
}

TEST_CASE("an identity number typed as a number is refused, for its end is lost", "[cell]")
{
    CHECK(number("999999999999999") == "999999999999999");
    CHECK(number("1000000000000000") == "table.number_digits");
    CHECK(number("4.30102199001011E+17") == "table.number_digits");
    CHECK(number("999999999999999.9") == "table.number_digits"); // shown as sixteen digits
}

TEST_CASE("what is no number is no number", "[cell]")
{
    for (const auto* raw :
        {"", "-", ".", "1.2.3", "1e", "1e+-3", "0x10", "nan", "inf", "12 ", "1,5", "1e999999999999"})
        CHECK(number(raw) == "table.damaged");
    CHECK(number(std::string(401, '1')) == "table.damaged");
}

TEST_CASE("format codes tell dates from numbers", "[cell]")
{
    CHECK(shown("44635", "yyyy-mm-dd") == "2022-03-15");
    CHECK(shown("44635", R"(yyyy"年"m"月"d"日";@)") == "2022-03-15");
    CHECK(shown("44635", "[$-804]yyyy/m/d") == "2022-03-15");
    CHECK(shown("44635.4375", "yyyy/m/d h:mm") == "2022-03-15 10:30:00");
    CHECK(shown("44635", "yyyy/m/d h:mm") == "2022-03-15");
    CHECK(shown("44635.9999999", "yyyy/m/d h:mm") == "2022-03-16");
    CHECK(shown("44635.75", "yyyy-mm-dd") == "2022-03-15");
    CHECK(shown("0.4375", "h:mm AM/PM") == "10:30:00");
    CHECK(shown("1.5", "[h]:mm:ss") == "36:00:00");
    CHECK(shown("44621", "yyyy\\-mm") == "2022-03");
    CHECK(shown("44635", R"(yyyy"年"m"月")") == "2022-03-15"); // the day that is not shown is not the first
    for (const auto* format : {"General", "G/通用格式", "0.00", "#,##0.00_);[Red](#,##0.00)", "0.00E+00", "@",
             "0%", R"("y"0)", R"(0\d)", "[$¥-804]#,##0", "_-* #,##0_-", "[>100]0;0"})
        CHECK(shown("44635", format) == "44635");
}

TEST_CASE("a format of zeros keeps the zeros of a code", "[cell]")
{
    CHECK(shown("123", "00000") == "00123");
    CHECK(shown("123456", "00000") == "123456");
    CHECK(shown("12.5", "00000") == "12.5");
    CHECK(shown("-12", "00000") == "-12");
    CHECK(shown("7", "0") == "7");
}

TEST_CASE("dates follow Excel's calendar with its 29 February 1900", "[cell]")
{
    const NumberFormat date = builtInFormat(14);
    CHECK(formattedNumber("1", date, false) == "1900-01-01");
    CHECK(formattedNumber("59", date, false) == "1900-02-28");
    CHECK(formattedNumber("60", date, false) == "60");
    CHECK(formattedNumber("61", date, false) == "1900-03-01");
    CHECK(formattedNumber("2958465", date, false) == "9999-12-31");
    CHECK(formattedNumber("2958466", date, false) == "2958466");
    CHECK(formattedNumber("0", date, false) == "0");
    CHECK(formattedNumber("-1", date, false) == "-1");
    CHECK(formattedNumber("0", date, true) == "1904-01-01");
    CHECK(formattedNumber("43173", date, true) == "2022-03-15");
}

TEST_CASE("formats known by number include the Chinese ones", "[cell]")
{
    for (const long id : {14, 31, 58})
        CHECK(builtInFormat(id).kind == NumberFormat::Kind::Date);
    for (const long id : {17, 27, 57})
        CHECK(builtInFormat(id).kind == NumberFormat::Kind::Month);
    for (const long id : {20, 32, 46})
        CHECK(builtInFormat(id).kind == NumberFormat::Kind::Time);
    CHECK(builtInFormat(22).kind == NumberFormat::Kind::DateTime);
    for (const long id : {0, 1, 2, 4, 9, 44, 49, -1, 1000})
        CHECK(builtInFormat(id).kind == NumberFormat::Kind::Number);
}

TEST_CASE("dates and durations of OpenDocument lose only what says nothing", "[cell]")
{
    CHECK(isoDateText("2022-03-15") == "2022-03-15");
    CHECK(isoDateText("2022-03-15T00:00:00") == "2022-03-15");
    CHECK(isoDateText("2022-03-15T00:00:00.000Z") == "2022-03-15");
    CHECK(isoDateText("2022-03-15T10:30:00.5") == "2022-03-15 10:30:00");
    CHECK(isoDurationText("PT10H30M00S") == "10:30:00");
    CHECK(isoDurationText("PT36H00M05.25S") == "36:00:05");
    CHECK(isoDurationText("P1D") == "P1D");
    CHECK(isoDurationText("PT") == "PT");
    CHECK(isoDurationText("PT1H") == "PT1H");
}
