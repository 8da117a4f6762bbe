#include "reports/writers/csv_writer.h"

#include "tests/unit/reports/formula_payloads.h"

#include <catch2/catch.hpp>
#include <limits>

using namespace guanwu;

namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

template <class Write> std::string csvOf(Write write)
{
    std::string bytes;
    CsvWriter csv([&](std::string_view part) { bytes += part; });
    write(csv);
    csv.flush();
    REQUIRE(bytes.starts_with(kMark));
    return bytes.substr(kMark.size());
}

std::string cellOf(std::string_view text)
{
    return csvOf([&](CsvWriter& csv) { csv.appendText(text); });
}

/// What a reader by RFC 4180 makes of one cell.
std::string parsed(const std::string& cell)
{
    if (!cell.starts_with('"'))
        return cell;
    std::string text;
    for (std::size_t i = 1; i + 1 < cell.size(); ++i) {
        text += cell[i];
        if (cell[i] == '"')
            ++i;
    }
    return text;
}

} // namespace

TEST_CASE("rows end in CRLF and cells are quoted only where they must be", "[csv]")
{
    const auto bytes = csvOf([](CsvWriter& csv) {
        csv.appendText("名称");
        csv.appendText("a,b");
        csv.endRow();
        csv.appendText("say \"hi\"");
        csv.appendEmpty();
        csv.appendText("two\nlines");
        csv.endRow();
    });
    CHECK(bytes == "名称,\"a,b\"\r\n\"say \"\"hi\"\"\",,\"two\nlines\"\r\n");
}

TEST_CASE("numbers are printed as numbers, negative ones unguarded", "[csv]")
{
    const auto bytes = csvOf([](CsvWriter& csv) {
        csv.appendNumber(-7);
        for (const std::int64_t fen : {0, 5, -5, 105, -105, 123456780})
            csv.appendHundredths(fen);
        csv.appendHundredths(std::numeric_limits<std::int64_t>::min());
    });
    CHECK(bytes == "-7,0.00,0.05,-0.05,1.05,-1.05,1234567.80,-92233720368547758.08");
}

TEST_CASE("a text that a spreadsheet would calculate gets an apostrophe", "[csv][security]")
{
    for (const auto payload : test::kFormulaPayloads) {
        CAPTURE(std::string(payload));
        const std::string text = parsed(cellOf(payload));
        CHECK(text.front() == '\'');
        CHECK(text == guardedText(payload));
        // Nothing of the text is lost: without the apostrophes that were put in it is the same.
        std::string expected(payload);
        std::string bare = text;
        std::erase(expected, '\'');
        std::erase(bare, '\'');
        CHECK(bare == expected);
        // No line begins like a formula, for readers that split lines before quotes.
        for (std::size_t at = 0; at != std::string::npos; at = text.find_first_of("\r\n", at + 1)) {
            const std::size_t first = text.find_first_not_of(" \r\n", at);
            if (first != std::string::npos)
                CHECK(std::string("=+-@\t").find(text[first]) == std::string::npos);
        }
    }
}

TEST_CASE("harmless text stays as it is", "[csv][security]")
{
    for (const std::string_view text : {"台式计算机", "HP-600", "a=b", "1+1", "x@y", "（暂估）", "'quoted",
             "—", "a\nb\n\nc", "2022-09-30", "é", "ｋ", "​"}) {
        CAPTURE(std::string(text));
        CHECK(guardedText(text) == text);
        CHECK(parsed(cellOf(text)) == text);
    }
    CHECK(guardedText("first\n=1\nlast") == "'first\n'=1\nlast");
}

TEST_CASE("a file larger than the buffer arrives in order and complete", "[csv]")
{
    std::size_t parts = 0;
    std::string bytes;
    CsvWriter csv([&](std::string_view part) {
        ++parts;
        bytes += part;
    });
    std::string expected(kMark);
    for (int i = 0; i < 100'000; ++i) {
        csv.appendNumber(i);
        csv.appendText("办公室");
        csv.endRow();
        expected += std::to_string(i) + ",办公室\r\n";
    }
    csv.flush();
    CHECK(parts > 3);
    CHECK(bytes == expected);
}

TEST_CASE("a guard comes off again and other apostrophes stay", "[csv]")
{
    for (const auto& payload : test::kFormulaPayloads) {
        INFO(payload);
        CHECK(unguardedText(guardedText(payload)) == payload);
    }
    for (const char* text : {"'tis", "'", "''", "O'Brien", ""})
        CHECK(unguardedText(guardedText(text)) == text);
}
