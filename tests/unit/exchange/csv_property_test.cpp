#include "app/exchange/tables/csv_reader.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/exchange/tables.h"

#include <catch2/catch.hpp>
#include <random>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

using namespace guanwu;
using namespace guanwu::test;

namespace {

using Rows = std::vector<ReadRow>;

class Dice {
public:
    explicit Dice(unsigned seed)
        : m_engine(seed)
    {
    }
    std::size_t below(std::size_t end)
    {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(m_engine);
    }

private:
    std::mt19937 m_engine;
};

/// Characters of one to four bytes, and everything that a CSV has to quote.
const std::vector<std::string> kAlphabet {"a", "Z", "0", " ", "é", "资", "产", "㐀", "𠀀", "😀", "\"", ",",
    ";", "\t", "\n", "\r", "\r\n", "'", "=", "|", "\\"};

std::string randomCell(Dice& dice, std::size_t maxLength)
{
    std::string out;
    for (std::size_t left = dice.below(maxLength); left > 0; --left)
        out += kAlphabet[dice.below(kAlphabet.size())];
    return out;
}

Rows randomTable(Dice& dice, std::size_t rows, std::size_t maxLength)
{
    Rows out {{1, {"first", "second", "third"}}};
    for (std::size_t i = 1; i < rows; ++i) {
        ReadRow row {static_cast<std::int64_t>(i) + 1, {}};
        for (std::size_t cells = dice.below(5) + 1; cells > 0; --cells)
            row.cells.push_back(randomCell(dice, maxLength));
        out.push_back(std::move(row));
    }
    return out;
}

std::string csvOf(const Rows& rows, std::string_view lineEnd, Dice& dice)
{
    std::string out;
    for (const ReadRow& row : rows) {
        for (const std::string& cell : row.cells) {
            if (&cell != &row.cells.front())
                out += ',';
            if (cell.find_first_of("\",;\t\r\n") == std::string::npos && dice.below(3) > 0) {
                out += cell;
                continue;
            }
            out += '"';
            for (const char c : cell)
                out.append(c == '"' ? 2 : 1, c);
            out += '"';
        }
        out += lineEnd;
    }
    return out;
}

std::string encoded(const std::string& utf8, TextEncoding encoding)
{
    if (encoding == TextEncoding::Utf8)
        return utf8;
    const char* name = encoding == TextEncoding::Gb18030 ? "gb18030"
        : encoding == TextEncoding::Utf16Le              ? "UTF-16LE"
                                                         : "UTF-16BE";
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(name, &status);
    const auto text = icu::UnicodeString::fromUTF8(utf8);
    std::string out(static_cast<std::size_t>(text.length()) * 4 + 16, '\0');
    const auto size = ucnv_fromUChars(converter, out.data(), static_cast<std::int32_t>(out.size()),
        text.getBuffer(), text.length(), &status);
    ucnv_close(converter);
    REQUIRE(U_SUCCESS(status));
    out.resize(static_cast<std::size_t>(size));
    return out;
}

void checkSurvives(const Rows& table, TextEncoding encoding, std::string_view lineEnd, Dice& dice)
{
    const auto read = readTable("t.csv", encoded(csvOf(table, lineEnd, dice), encoding), encoding);
    INFO(verdict(read));
    REQUIRE(read.has_value());
    // One comparison of the whole: Catch would print megabytes.
    const bool same = *read == table;
    CHECK(same);
}

constexpr TextEncoding kEncodings[]
    = {TextEncoding::Utf8, TextEncoding::Gb18030, TextEncoding::Utf16Le, TextEncoding::Utf16Be};

} // namespace

TEST_CASE("any table that is written is read back", "[csv][property]")
{
    for (unsigned seed = 1; seed <= 200; ++seed) {
        INFO("seed " << seed);
        Dice dice(seed);
        const Rows table = randomTable(dice, 20, 12);
        const std::string_view lineEnds[] = {"\n", "\r\n", "\r"};
        checkSurvives(table, kEncodings[seed % 4], lineEnds[seed % 3], dice);
    }
}

TEST_CASE("it does not matter where a piece of the file ends", "[csv][property]")
{
    // The reader takes a mebibyte at a time. A filler moves that border over every byte of the rows after it.
    Dice dice(7);
    Rows rest = randomTable(dice, 4, 6);
    for (const TextEncoding encoding : kEncodings) {
        const std::string csv = encoded(csvOf(rest, "\r\n", dice), encoding);
        const std::size_t unit
            = encoding == TextEncoding::Utf16Le || encoding == TextEncoding::Utf16Be ? 2 : 1;
        const std::string first = encoded("x,y,z\r\n", encoding);
        for (std::size_t shift = 0; shift <= csv.size(); shift += unit) {
            const std::size_t before = (std::size_t {1} << 20U) - shift;
            const std::string filler
                = encoded(std::string((before - first.size()) / unit - 2, 'f') + "\r\n", encoding);
            const auto read = readTable("t.csv", first + filler + csv, encoding);
            INFO(tokenRow(kTextEncodings, encoding).token << " shift " << shift << ' ' << verdict(read));
            REQUIRE(read.has_value());
            REQUIRE(read->size() == rest.size() + 2);
            for (std::size_t i = 0; i < rest.size(); ++i)
                REQUIRE((*read)[i + 2].cells == rest[i].cells);
        }
    }
}

TEST_CASE("tables of several pieces are read back", "[csv][property]")
{
    for (unsigned seed = 1; seed <= 8; ++seed) {
        INFO("seed " << seed);
        Dice dice(seed);
        checkSurvives(randomTable(dice, 3000, 300), kEncodings[seed % 4], "\n", dice);
    }
}

TEST_CASE("random bytes are read or refused, nothing else", "[csv][property]")
{
    const TempFolder folder;
    const auto file = folder.path() / "t.csv";
    std::size_t refused = 0;
    for (unsigned seed = 1; seed <= 500; ++seed) {
        Dice dice(seed);
        std::string bytes;
        const std::size_t letters = dice.below(2) == 0 ? 256 : 64;
        for (std::size_t left = dice.below(400) + 1; left > 0; --left)
            bytes += dice.below(8) == 0 ? "\",\r\n;\t\xFF\x81"[dice.below(8)]
                                        : static_cast<char>(dice.below(letters));
        writeFile(file, bytes);
        const auto encoding = dice.below(2) == 0 ? std::optional(kEncodings[seed % 4]) : std::nullopt;
        const auto read = readTable(file, encoding);
        if (read)
            continue;
        ++refused;
        CHECK(read.error().subject.starts_with("table."));
    }
    CHECK(refused > 50);
    CHECK(refused < 500);
}
