#include "reports/labels/labels.h"
#include "scanner/decode.h"
#include "scanner/tag_symbol.h"
#include "tests/unit/scanner/pictures.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

RoomLabel roomLabel(const std::string& code)
{
    return {code, "资产管理科办公室", "市政府大院 1号楼 3层", "市机关事务管理局",
        placeSymbol(PlaceCode::parse(code).value())};
}

std::string pdfText(const std::filesystem::path& path)
{
    const auto bytes = readBytes(path);
    return {bytes.begin(), bytes.end()};
}

/// "/Type /Page" without the "/Pages" of the list.
int pageCount(const std::string& pdf)
{
    int count = 0;
    for (auto at = pdf.find("/Type /Page"); at != std::string::npos; at = pdf.find("/Type /Page", at + 1))
        count += pdf[at + 11] != 's';
    return count;
}

} // namespace

TEST_CASE("a label PNG has the size of its tape at 12 dots a millimetre, and says its tag", "[label]")
{
    const auto [size, width, height]
        = GENERATE(table<std::string, int, int>({{"60x40", 720, 480}, {"70x30", 840, 360}}));
    const auto picture = drawnLabel(42, labelDesign(size));
    CHECK(picture.width == width);
    CHECK(picture.height == height);
    const auto symbols = decode(picture, kPatient);
    REQUIRE(symbols.size() == 1);
    CHECK(acceptedTag(symbols.front().text) == tagOf(42));
    const auto& corners = symbols.front().corners;
    CHECK((corners[1].x - corners[0].x) / 21 >= 6); // at least half a millimetre a module
}

TEST_CASE("a room label says its place", "[label]")
{
    const std::string code = GENERATE("A-305", "dayuan-1haolou-3ceng-305-chufang");
    const TempFolder folder;
    REQUIRE(writeLabelPng(roomLabel(code), folder / "room.png", labelDesign("70x30")));
    const auto symbols = decode(loadImage(folder / "room.png").value(), kPatient);
    REQUIRE(symbols.size() == 1);
    CHECK(std::get<PlaceCode>(parsePayload(symbols.front().text)).text() == code);
}

TEST_CASE("the same labels give the same bytes", "[label]")
{
    const TempFolder folder;
    const std::vector<TagLabel> labels {tagLabel(1), tagLabel(2)};
    for (const char* name : {"1", "2"}) {
        REQUIRE(writeLabelSheet(std::span(labels), folder / (std::string(name) + ".pdf"), labelDesign("a4")));
        REQUIRE(writeLabelPng(labels[0], folder / (std::string(name) + ".png"), labelDesign("60x40")));
    }
    CHECK(readBytes(folder / "1.pdf") == readBytes(folder / "2.pdf"));
    CHECK(readBytes(folder / "1.png") == readBytes(folder / "2.png"));
    CHECK_THAT(pdfText(folder / "1.pdf"), Catch::Matchers::Contains("CreationDate (20000101000000"));
}

TEST_CASE("tape has one label a page, an A4 sheet twenty-four", "[label]")
{
    const auto [layout, pages] = GENERATE(table<std::string, int>({{"60x40", 25}, {"70x30", 25}, {"a4", 2}}));
    const TempFolder folder;
    std::vector<TagLabel> labels;
    for (int serial = 1; serial <= 25; ++serial)
        labels.push_back(tagLabel(serial));
    REQUIRE(writeLabelSheet(std::span<const TagLabel>(labels), folder / "sheet.pdf", labelDesign(layout)));
    CHECK(pageCount(pdfText(folder / "sheet.pdf")) == pages);
}

TEST_CASE("a name of any length leaves the symbol readable", "[label]")
{
    const TempFolder folder;
    auto label = tagLabel(7);
    for (auto* text : {&label.unit, &label.name, &label.department, &label.place})
        for (int i = 0; i < 60; ++i)
            *text += "极长的名称 ";
    for (const auto& size : {labelDesign("60x40"), labelDesign("70x30")}) {
        REQUIRE(writeLabelPng(label, folder / "long.png", size));
        const auto symbols = decode(loadImage(folder / "long.png").value(), kPatient);
        REQUIRE(symbols.size() == 1);
        CHECK(symbols.front().text == label.code);
    }
}

TEST_CASE("the longest names of units and things are printed to their end on every design", "[label]")
{
    const TempFolder folder;
    const auto drawn = [&](const LabelDesign& design, const std::string& unit, const std::string& name) {
        auto label = tagLabel(7);
        label.unit = unit;
        label.name = name;
        if (design.code == LabelCode::Code128)
            label.symbol = barSymbol(label.code);
        REQUIRE(writeLabelPng(label, folder / "label.png", design));
        return readBytes(folder / "label.png");
    };
    // Institutions that bear two names have the longest.
    const std::string unit = "怀化市鹤城区城市管理和综合执法局园林绿化养护服务中心（市城市绿地管理所）";
    const std::string name = "双路高性能机架式服务器（含操作系统、数据库及三年原厂维保服务）";
    std::string endless;
    while (endless.size() < 499 * 3)
        endless += "局";
    for (const LabelDesign& design : labelDesigns()) {
        CAPTURE(design.token);
        const auto whole = drawn(design, unit + "甲", name + "甲");
        CHECK(drawn(design, unit + "乙", name + "甲") != whole);
        CHECK(drawn(design, unit + "甲", name + "乙") != whole);

        // 500 characters have an end that is not printed, and what is stays within the margins.
        CHECK(drawn(design, endless + "甲", endless) == drawn(design, endless + "乙", endless));
        const LumImage picture = loadImage(folder / "label.png").value();
        const int margin = static_cast<int>(design.margin * 12) - 4;
        int dark = 0;
        for (int y = 0; y < picture.height; ++y)
            for (int x = 0; x < picture.width; ++x)
                if (x >= picture.width - margin || y >= picture.height - margin || x < margin || y < margin)
                    dark += picture
                                .pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width)
                                    + static_cast<std::size_t>(x)]
                        < 128;
        CHECK(dark == 0);
    }
}

TEST_CASE("a label without a symbol or with broken text is refused and nothing is written", "[label]")
{
    const TempFolder folder;
    auto noSymbol = tagLabel(1);
    noSymbol.symbol.clear();
    CHECK(writeLabelPng(noSymbol, folder / "x.png", labelDesign("60x40")).error().subject == "label.symbol");
    auto tooFine = tagLabel(1);
    tooFine.symbol.assign(57, std::vector<bool>(57, true));
    CHECK(writeLabelPng(tooFine, folder / "x.png", labelDesign("70x30")).error().subject == "label.symbol");
    auto broken = tagLabel(1);
    broken.name = "\xFF\xFE";
    const std::vector<TagLabel> labels {tagLabel(2), broken};
    CHECK(writeLabelSheet(std::span(labels), folder / "x.pdf", labelDesign("a4")).error().subject
        == "label.text");
    CHECK(writeLabelSheet(std::span<const TagLabel>(), folder / "x.pdf", labelDesign("a4")).error().subject
        == "label.none");
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("the label of a card that keeps an imported number says that number", "[label]")
{
    const std::string number = GENERATE("ZC-2026-0001", "A02010101-22-03-15-001", "通2015-0023");
    CAPTURE(number);
    const TempFolder folder;
    auto label = tagLabel(1);
    label.code = number;
    label.symbol = legacySymbol(number);
    for (const auto& size : {labelDesign("60x40"), labelDesign("70x30")}) {
        REQUIRE(writeLabelPng(label, folder / "old.png", size));
        const auto symbols = decode(loadImage(folder / "old.png").value(), kPatient);
        REQUIRE(symbols.size() == 1);
        CHECK(symbols.front().text == number);
        CHECK_FALSE(acceptedTag(symbols.front().text));
    }
}

TEST_CASE("every design of the table gives a label that is read, also the bars for old scanners", "[label]")
{
    const TempFolder folder;
    for (const LabelDesign& design : labelDesigns()) {
        CAPTURE(design.token);
        auto label = tagLabel(7);
        if (design.code == LabelCode::Code128)
            label.symbol = barSymbol(label.code);
        const std::vector<TagLabel> labels {label};
        REQUIRE(writeLabelSheet(std::span(labels), folder / "sheet.pdf", design));
        REQUIRE(writeLabelPng(label, folder / "label.png", design));
        const auto symbols = decode(loadImage(folder / "label.png").value(), kPatient);
        REQUIRE(symbols.size() == 1);
        CHECK(symbols.front().text == label.code);
        CHECK((symbols.front().format == SymbolFormat::Code128) == (design.code == LabelCode::Code128));
    }
    CHECK(findLabelDesign("a5").error().subject == "label.layout");
    CHECK(barSymbol("通2015-0023").empty());
}
