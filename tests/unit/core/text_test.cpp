#include "core/base/text.h"

#include <catch2/catch.hpp>
#include <string>

using namespace guanwu;

TEST_CASE("text that may enter the registry is UTF-8 without control characters", "[text]")
{
    const auto [text, valid] = GENERATE(table<std::string, bool>({
        {"", true},
        {"台式计算机", true},
        {"a\tb\nc\r\n", true},
        {std::string("a\0b", 3), false},
        {"bell\x07", false},
        {"escape\x1b[31m", false},
        {"delete\x7f", false},
        {"C1 control \xC2\x85", false},
        {"GB18030 \xD7\xCA\xB2\xFA", false},
        {"cut off \xE5\x8F", false},
        {"overlong \xC0\xAF", false},
        {"surrogate \xED\xA0\x80", false},
        {"too large \xF4\x90\x80\x80", false},
        {"four bytes \xF0\xA0\xAE\xB7", true},
    }));
    CAPTURE(text);
    CHECK(isValidText(text) == valid);
}

TEST_CASE("marks of text direction must be paired", "[text]")
{
    CHECK(isValidText("a\u2067b\u2069c"));
    CHECK(isValidText("a\u202Eb\u202Cc"));
    CHECK_FALSE(isValidText("invoice\u202Etxt.exe"));
    CHECK_FALSE(isValidText("a\u2067b"));
    CHECK_FALSE(isValidText("a\u2069b"));
    CHECK_FALSE(isValidText("a\u202Cb"));
}

TEST_CASE("full-width forms become half-width and blanks at the ends go", "[text]")
{
    CHECK(normalized("　ＴＹ２０２２０００００１Ｋ　") == "TY2022000001K");
    CHECK(normalized("（２０２２）～") == "(2022)~");
    CHECK(normalized("鹤城　区") == "鹤城 区");
    CHECK(normalized("\xEF\xBB\xBF 1 ") == "1");
    CHECK(normalized("，。") == ",。"); // the ideographic full stop has no half-width twin
}

TEST_CASE("blanks are cut at the ends only", "[text]")
{
    CHECK(trimmed(" \t\xC2\xA0 a b \r\n") == "a b");
    CHECK(trimmed("\xE3\x80\x80\xEF\xBB\xBF") == "");
    CHECK(trimmed("台") == "台");
}

TEST_CASE("only ASCII letters have an upper case here", "[text]")
{
    CHECK(upper("cl2024é台z") == "CL2024é台Z");
}
