#include "tests/unit/exchange/tables.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using namespace std::string_literals;

namespace {

using Rows = std::vector<ReadRow>;

const Rows kExpected {{1, {"编号", "名称"}}, {2, {"1", "台式计算机"}}};

/// 编号,名称 / 1,台式计算机 in each encoding, as bytes.
const std::string kUtf8 = "编号,名称\n1,台式计算机\n";
const std::string kGb18030
    = "\xB1\xE0\xBA\xC5,\xC3\xFB\xB3\xC6\r\n1,\xCC\xA8\xCA\xBD\xBC\xC6\xCB\xE3\xBB\xFA\r\n";

/// Only of characters below U+10000.
std::string utf16(std::u16string_view text, bool bigEndian)
{
    std::string out;
    for (const char16_t unit : text) {
        const char high = static_cast<char>(unit >> 8U);
        const char low = static_cast<char>(unit & 0xFFU);
        out += bigEndian ? high : low;
        out += bigEndian ? low : high;
    }
    return out;
}

constexpr std::u16string_view kUtf16Text = u"编号,名称\r\n1,台式计算机\r\n";

} // namespace

TEST_CASE("UTF-8 is read with and without its mark", "[csv][encoding]")
{
    CHECK(readTable("t.csv", kUtf8) == kExpected);
    CHECK(readTable("t.csv", "\xEF\xBB\xBF" + kUtf8) == kExpected);
    CHECK(readTable("t.csv", "\xEF\xBB\xBF" + kUtf8, TextEncoding::Utf8) == kExpected);
    CHECK(readTable("t.csv", "\xEF\xBB\xBF\"a\",b") == Rows {{1, {"a", "b"}}});
}

TEST_CASE("GB18030 is recognised by not being UTF-8", "[csv][encoding]")
{
    CHECK(readTable("t.csv", kGb18030) == kExpected);
    CHECK(readTable("t.csv", kGb18030, TextEncoding::Gb18030) == kExpected);
    // The first Chinese character after three megabytes.
    std::string late = "a,b\n";
    for (int i = 0; i < 300'000; ++i)
        late += "123456,789\n";
    const auto table = readTable("t.csv", late + kGb18030);
    REQUIRE(table.has_value());
    CHECK(table->back() == ReadRow {300'003, {"1", "台式计算机"}});
}

TEST_CASE("GB18030 has characters of four bytes", "[csv][encoding]")
{
    // U+4E02 in two bytes; U+3400, U+20000 and U+10FFFF in four.
    CHECK(readTable("t.csv", "\x81\x40,\x81\x39\xEE\x39,\x95\x32\x82\x36,\xE3\x32\x9A\x35"s)
        == Rows {{1, {"丂", "㐀", "𠀀", "\U0010FFFF"}}});
    // The second byte of a pair may be one of ASCII: 0x7C is |, 0x5C is \ .
    CHECK(readTable("t.csv", "\x81\x7C,\x81\x5C\n"s) == Rows {{1, {"亅", "乗"}}});
}

TEST_CASE("UTF-16 is read in both byte orders, with and without its mark", "[csv][encoding]")
{
    CHECK(readTable("t.csv", "\xFF\xFE" + utf16(kUtf16Text, false)) == kExpected);
    CHECK(readTable("t.csv", "\xFE\xFF" + utf16(kUtf16Text, true)) == kExpected);
    CHECK(readTable("t.csv", utf16(kUtf16Text, false)) == kExpected);
    CHECK(readTable("t.csv", utf16(kUtf16Text, true)) == kExpected);
    CHECK(readTable("t.csv", utf16(kUtf16Text, true), TextEncoding::Utf16Be) == kExpected);
    CHECK(readTable("t.csv", "\xFF\xFE" + utf16(kUtf16Text, false), TextEncoding::Utf16Le) == kExpected);
    // 😀 as a surrogate pair.
    CHECK(readTable("t.csv", "\xFF\xFE\x3D\xD8\x00\xDE,\x00"s) == Rows {{1, {"😀", ""}}});
}

TEST_CASE(
    "bytes that are no text of the encoding are an error with their place, never replaced", "[csv][encoding]")
{
    CHECK(subjectOf(readTable("t.csv", "a,\xE7\xBC\n", TextEncoding::Utf8)) == "table.encoding");
    CHECK(subjectOf(readTable("t.csv", "a,b\xE7\xBC", TextEncoding::Utf8)) == "table.encoding");
    CHECK(subjectOf(readTable("t.csv", kGb18030, TextEncoding::Utf8)) == "table.encoding");
    CHECK(verdict(readTable("t.csv", "a,b\nc,\xFF\xFF\n")).starts_with("table.encoding "));
    CHECK(subjectOf(readTable("t.csv", "a,b\nc,\x81"s)) == "table.encoding"); // ends within a character
    CHECK(subjectOf(readTable("t.csv", "\xFF\xFE\x00\xDE,\x00"s)) == "table.encoding"); // half a pair
    CHECK(subjectOf(readTable("t.csv",
              "\xFF\xFE"
              "a\x00,"s))
        == "table.encoding"); // half a unit
}
