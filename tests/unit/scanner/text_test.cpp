#include "scanner/payload.h"
#include "scanner/symbol.h"
#include "scanner/tag_symbol.h"
#include "tests/unit/scanner/pictures.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

TEST_CASE("text of a symbol is printed in one field of one line", "[symbol]")
{
    using namespace std::string_literals;
    CHECK(escapedText("TY2022000001K") == "TY2022000001K");
    CHECK(escapedText("a\tb\nc\rd\\e") == "a\\tb\\nc\\rd\\\\e");
    CHECK(escapedText("\0\x1D\x1B\x7F"s) == "\\x00\\x1D\\x1B\\x7F");
    CHECK(escapedText("资产 é 😀") == "资产 é 😀");
    CHECK(escapedText("\xC2\x9B\xC2\xA0") == "\\xC2\\x9B\xC2\xA0"); // a terminal obeys the first
    CHECK(escapedText("\xFF\xE8\xB5") == "\\xFF\\xE8\\xB5");
    CHECK(escapedText("\xC0\xAF\xED\xA0\x80") == "\\xC0\\xAF\\xED\\xA0\\x80"); // overlong, surrogate
}

TEST_CASE("only a whole tag with a check character that holds is accepted", "[payload]")
{
    CHECK(acceptedTag("TY2022000001K").value().text() == "TY2022000001K");
    CHECK(acceptedTag("TY2022000198*").value().text() == "TY2022000198*");
    for (const char* text : {"", "TY2022000001", "TY2022000001J", "ty2022000001k", " TY2022000001K",
             "TY2022000001K\n", "TY2022000021E", "P:A-305", "6901234567892"})
        CHECK_FALSE(acceptedTag(text));
}

TEST_CASE("a text is a tag, a place or foreign, never two of them", "[payload]")
{
    CHECK(std::holds_alternative<AssetTag>(parsePayload("TY2022000001K")));
    CHECK(std::get<PlaceCode>(parsePayload("P:A-305")).text() == "A-305");
    for (const char* text :
        {"A-305", "P:", "p:A-305", "P:-A", "P:A-", "P:a b", "P:三楼", "P:A:1", "P:TY2022000001K ",
            "P:123456789012345678901234567890123", "http://example.org/", "TY2022000001"})
        CHECK(std::get<ForeignText>(parsePayload(text)).text == text);
    // A place may be called like a tag; its label still says that it is a place.
    CHECK(std::holds_alternative<PlaceCode>(parsePayload("P:TY2022000001K")));
}

TEST_CASE("X14 whatever a label says comes out as data", "[payload]")
{
    for (const char* text :
        {"<img src=\"http://example.org/x\">", "'; DROP TABLE asset; --", "=HYPERLINK(\"x\")", "\x1B]0;x\a"})
        CHECK(std::get<ForeignText>(parsePayload(text)).text == text);
}

TEST_CASE("every tag fits the smallest QR code", "[symbol]")
{
    for (const int serial : {1, 19, 198, 999'999})
        CHECK(tagSymbol(tagOf(serial)).size() == 21);
    CHECK(placeSymbol(PlaceCode::parse("A-305").value()).size() == 21);
    CHECK(placeSymbol(PlaceCode::parse(std::string(32, 'x')).value()).size() == 33);
    CHECK(PlaceCode::parse(std::string(33, 'x')).error().subject == "place_code.syntax");
}
