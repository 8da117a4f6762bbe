#include "app/exchange/tables/sheet_protocol.h"

#include <catch2/catch.hpp>
#include <cstring>
#include <random>

using namespace guanwu;

namespace {

/// The body of the only frame.
std::string bodyOf(const std::string& frame)
{
    std::uint32_t length = 0;
    std::memcpy(&length, frame.data(), sizeof length);
    REQUIRE(frame.size() == length + sizeof length);
    return frame.substr(sizeof length);
}

std::string rowBody(std::int64_t row, const std::vector<std::string>& cells)
{
    std::string text;
    std::vector<std::uint32_t> lengths;
    for (const std::string& cell : cells) {
        text += cell;
        lengths.push_back(static_cast<std::uint32_t>(cell.size()));
    }
    std::string out;
    appendRowFrame(out, row, 1234, lengths, text);
    return bodyOf(out);
}

} // namespace

TEST_CASE("frames say what was put into them", "[protocol]")
{
    SheetFrame frame;
    const std::string row = rowBody(7, {"资产", "", "x"});
    REQUIRE(decodeSheetFrame(row, frame));
    const auto& taken = std::get<SheetRow>(frame);
    CHECK(taken.row == 7);
    CHECK(taken.bytesRead == 1234);
    CHECK(taken.cells == std::vector<std::string_view> {"资产", "", "x"});

    std::string out;
    appendErrorFrame(out, {ErrorCode::InvalidArgument, "table.formula", "Sheet1!C7"});
    REQUIRE(decodeSheetFrame(bodyOf(out), frame));
    CHECK(std::get<Error>(frame) == Error {ErrorCode::InvalidArgument, "table.formula", "Sheet1!C7"});

    out.clear();
    appendEndFrame(out, "其他");
    REQUIRE(decodeSheetFrame(bodyOf(out), frame));
    REQUIRE(std::holds_alternative<SheetEnd>(frame));
    CHECK(std::get<SheetEnd>(frame).otherSheets == "其他");
}

TEST_CASE("a frame that is cut or longer than it says is none", "[protocol]")
{
    SheetFrame frame;
    const std::string row = rowBody(7, {"ab", "c"});
    for (std::size_t size = 0; size < row.size(); ++size)
        CHECK_FALSE(decodeSheetFrame(std::string_view(row).substr(0, size), frame));
    CHECK_FALSE(decodeSheetFrame(row + "d", frame));
    CHECK_FALSE(decodeSheetFrame("d\xFF", frame)); // names that are no text
    CHECK_FALSE(decodeSheetFrame("?", frame));
}

TEST_CASE("what the child may not send is no frame", "[protocol]")
{
    SheetFrame frame;
    CHECK_FALSE(decodeSheetFrame(rowBody(1, {"\xC3\x28"}), frame));
    CHECK_FALSE(decodeSheetFrame(rowBody(1, {"\xE8\xB5", "\x84"}), frame)); // a character over two cells
    CHECK(decodeSheetFrame(rowBody(1, std::vector<std::string>(kMaxRowCells)), frame));
    CHECK_FALSE(decodeSheetFrame(rowBody(1, std::vector<std::string>(kMaxRowCells + 1)), frame));
    std::string out;
    appendErrorFrame(out, {ErrorCode::InvalidArgument, "money.range", ""});
    CHECK_FALSE(decodeSheetFrame(bodyOf(out), frame));
    out.clear();
    appendErrorFrame(out, {ErrorCode::InvalidArgument, "table." + std::string(100, 'x'), ""});
    CHECK_FALSE(decodeSheetFrame(bodyOf(out), frame));
    out.clear();
    appendErrorFrame(out, {static_cast<ErrorCode>(17), "table.formula", ""});
    CHECK_FALSE(decodeSheetFrame(bodyOf(out), frame));
}

TEST_CASE("random bodies never crash the parent", "[protocol]")
{
    std::mt19937 engine(1);
    SheetFrame frame;
    const std::string row = rowBody(7, {"ab", "c", "资产"});
    for (int i = 0; i < 100'000; ++i) {
        std::string body = row;
        for (int flips = 0; flips < 3; ++flips)
            body[engine() % body.size()] = static_cast<char>(engine());
        if (decodeSheetFrame(body, frame))
            if (const auto* taken = std::get_if<SheetRow>(&frame))
                REQUIRE(taken->cells.size() <= kMaxRowCells);
    }
}
