#include "app/exchange/tables/photo_reader.h"
#include "app/premises/plan_picture.h"
#include "app/reader/svg_drawing.h"
#include "core/cards/attachment.h"
#include "core/premises/floor_plan.h"
#include "tests/unit/exchange/tables.h"

#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;

namespace {

const std::string kSvgHead
    = R"x(<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50">)x";

std::string svgOf(const std::string& inside) { return kSvgHead + inside + "</svg>"; }

Result<LumImage> drawn(const std::string& svg, int side = 100)
{
    const auto tree = readSvg(svg);
    return tree ? drawSvg(*tree, side) : fail(tree.error());
}

std::string svgRefusal(const std::string& svg)
{
    const auto picture = drawn(svg);
    return picture ? "" : picture.error().subject;
}

/// How light it is there, on a picture of one pixel a unit.
int lightAt(const std::string& inside, int x, int y)
{
    const auto picture = drawn(svgOf(inside));
    INFO(inside);
    REQUIRE(picture);
    REQUIRE(picture->width == 100);
    REQUIRE(picture->height == 50);
    return picture->pixels[static_cast<std::size_t>(y * 100 + x)];
}

std::string repeated(const std::string& text, std::size_t times)
{
    std::string out;
    out.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        out += text;
    return out;
}

} // namespace

TEST_CASE("An SVG is drawn as light and dark on white paper", "[svg]")
{
    CHECK(lightAt("", 50, 25) == 255);
    CHECK(lightAt(R"x(<rect x="10" y="10" width="20" height="20"/>)x", 20, 20) == 0);
    CHECK(lightAt(R"x(<rect x="10" y="10" width="20" height="20"/>)x", 35, 20) == 255);
    CHECK(lightAt(R"x(<rect width="100" height="50" fill="#fff"/><g transform="translate(50 0)"><path d="M0,0h20v20h-20z"/></g>)x", 60, 10) == 0);
    CHECK(lightAt(R"x(<path d="M10 10 L30 10 30 30 10 30 Z M15 15 25 15 25 25 15 25z" fill-rule="evenodd"/>)x", 20, 20) == 255);
    CHECK(lightAt(R"x(<circle cx="50" cy="25" r="10" fill="rgb(128,128,128)"/>)x", 50, 25) == 128);
    CHECK(lightAt(R"x(<path d="M40 25a10 10 0 0120 0a10 10 0 01-20 0z"/>)x", 50, 20) == 0);
    CHECK(lightAt(R"x(<line x1="0" y1="25.5" x2="100" y2="25.5" stroke="black"/>)x", 50, 25) == 0);
    CHECK(lightAt(R"x(<path d="M0 25.5H100" fill="none" stroke="#000" stroke-width=".001"/>)x", 50, 25) < 10); // a hair
    CHECK(lightAt(R"x(<polyline points="10,10 30,10 30,30" fill="black"/>)x", 28, 12) == 0);
    CHECK(lightAt(R"x(<style>.w{fill:#000} .w{fill:#808080}</style><rect class="a w" width="9" height="9"/>)x", 4, 4) == 128);
    CHECK(lightAt(R"x(<rect class="w" style="fill:white;opacity:1" width="9" height="9" fill="black"/>)x", 4, 4) == 255);
    CHECK(lightAt(R"x(<defs><rect id="a" width="9" height="9"/></defs>)x", 4, 4) == 255);
    CHECK(lightAt(R"x(<defs><rect id="a" width="9" height="9"/></defs><use xlink:href="#a" x="20"/>)x", 24, 4) == 0);
    CHECK(lightAt(R"x(<rect width="9" height="9" display="none"/>)x", 4, 4) == 255);
    CHECK(lightAt(R"x(<rect width="9" height="9" fill="url(#none)"/>)x", 4, 4) == 217); // light grey
    CHECK(lightAt(R"x(<g transform="rotate(90 50 25) scale(1)"><rect x="50" y="0" width="2" height="50"/></g>)x", 30, 26) == 0);
    CHECK(drawn(kSvgHead + "</svg>", 3200)->height == 1600);
    CHECK(drawn(R"x(<svg width="297mm" height="210mm"/>)x", 297)->height == 210);
}

TEST_CASE("X13: an SVG that does or fetches something is refused, whatever it hides behind", "[svg][hostile]")
{
    for (const char* inside : {"<script>1</script>", R"x(<g onclick="x"/>)x", R"x(<g ONLOAD="x"/>)x",
             R"x(<a xlink:href="#x"/>)x", R"x(<set attributeName="x"/>)x", R"x(<animate/>)x",
             R"x(<x:script xmlns:x="urn:other"/>)x", R"x(<m xmlns="urn:other"><script/></m>)x"}) {
        CAPTURE(inside);
        CHECK(svgRefusal(svgOf(inside)) == "space.svg_active");
    }
    for (const char* inside : {R"x(<image xlink:href="#x"/>)x", R"x(<use xlink:href="http://x/y#a"/>)x",
             R"x(<use href="file:///etc/passwd"/>)x", R"x(<use xlink:href="data:image/svg+xml,x"/>)x",
             R"x(<foreignObject/>)x", R"x(<rect fill="url(http://x/)"/>)x", R"x(<rect fill="URL( 'http://x/' )"/>)x",
             R"x(<rect style="fill:url(//x)"/>)x", "<style>@import 'x';</style>",
             "<style>a{b:ur\\6c(x)}</style>", "<style>@font-face{src:url(x)}</style>",
             R"x(<g xml:base="http://x/"/>)x", "<iframe/>", "<?xml-stylesheet href='x'?>"}) {
        CAPTURE(inside);
        CHECK(svgRefusal(svgOf(inside)) == "space.svg_elsewhere");
    }
    const std::string body = svgOf("<title>&a;</title>");
    CHECK(svgRefusal("<!DOCTYPE svg [<!ENTITY a 'b'>]>" + body) == "space.svg_entity");
    CHECK(
        svgRefusal("<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + body) == "space.svg_entity");
    CHECK(svgRefusal("<!DOCTYPE svg SYSTEM 'http://x/x.dtd'>" + body) == "space.svg_entity"); // never fetched
    CHECK(svgRefusal(
        "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/svg11.dtd'>" + svgOf(""))
              .empty());
    CHECK(svgRefusal(svgOf("<blink/>")) == "space.svg_element");
    CHECK(svgRefusal("<html/>") == "space.svg_element");
    for (const std::string damaged : {"<svg", "", "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", "x"}) {
        CAPTURE(damaged);
        CHECK(svgRefusal(damaged) == "space.svg_damaged");
    }
    CHECK(svgRefusal(svgOf(R"x(<g transform="spin(1)"/>)x")) == "space.svg_damaged");
    CHECK(svgRefusal(svgOf(R"x(<g transform="scale(0)"><rect width="9" height="9"/></g>)x")).empty());
    CHECK(svgRefusal(svgOf(R"x(<g transform="scale(1e7) scale(1e7) scale(1e7)"><path d="M0 0L9 9z" stroke="red"/></g>)x")) != "crashed");
    for (const char* path : {"M", "M1", "L1 1", "M0 0 A1 1 0 2 0 5 5", "M0 0 C1", "Mnan 0", "M1e99 0", "M0 0 Z 5", "zzz"})
        CHECK(svgRefusal(svgOf("<path d=\"" + std::string(path) + "\"/>")).empty()); // drawn as far as it goes
    for (const char* box : {"0 0 0 50", "0 0 -1 5", "0 0 1000 10", "0 0 nan 5", "0 0 1 1e9"})
        CHECK(svgRefusal("<svg xmlns='http://www.w3.org/2000/svg' viewBox='" + std::string(box) + "'/>") == "space.svg_no_size");
    CHECK(svgRefusal(svgOf("<g id='a'><use href='#a'/></g>")) == "space.svg_deep");
}

TEST_CASE(
    "P8: an SVG takes its most bytes, elements, depth, uses and points, and one more of each is refused",
    "[svg][limits]")
{
    const std::string padded = svgOf("");
    CHECK(svgRefusal(padded + std::string(kMostSvgBytes - padded.size(), ' ')).empty());
    CHECK(svgRefusal(padded + std::string(kMostSvgBytes - padded.size() + 1, ' ')) == "space.svg_size");
    CHECK(svgRefusal(svgOf(repeated("<g/>", kMostSvgElements - 1))).empty());
    CHECK(svgRefusal(svgOf(repeated("<g/>", kMostSvgElements))) == "space.svg_many");
    const auto nested
        = [](std::size_t depth) { return svgOf(repeated("<g>", depth - 1) + repeated("</g>", depth - 1)); };
    CHECK(svgRefusal(nested(kMostSvgDepth)).empty());
    CHECK(svgRefusal(nested(kMostSvgDepth + 1)) == "space.svg_deep");
    // 1 for the drawing, and each use counts for itself, the group and its children.
    const auto used = [](std::size_t children, std::size_t uses) {
        return svgOf("<defs><g id='a'>" + repeated("<g/>", children) + "</g></defs>"
            + repeated("<use href='#a'/>", uses));
    };
    const std::size_t uses = 8;
    CHECK(svgRefusal(used((kMostSvgDrawn - 2) / uses - 2, uses)).empty());
    CHECK(svgRefusal(used(kMostSvgDrawn / uses - 1, uses)) == "space.svg_many");
    // A path of 40,000 steps, drawn again and again.
    const auto pathUsed = [](std::size_t times) {
        return svgOf("<defs><path id='a' fill='none' d='M0 0" + repeated("h1", 39'999) + "'/></defs>"
            + repeated("<use href='#a'/>", times));
    };
    CHECK(svgRefusal(pathUsed(kMostSvgPoints / 40'000 - 1)).empty());
    CHECK(svgRefusal(pathUsed(kMostSvgPoints / 40'000 + 1)) == "space.svg_many");
}

TEST_CASE("X13: a floor plan is opened by the reader and comes back as pixels of ours", "[plan][hostile]")
{
    const auto plan
        = readPlan(svgOf(R"x(<rect width="50" height="50"/><text x="60" y="30" font-size="20">一层</text>)x"),
            readerProgram());
    REQUIRE(plan);
    CHECK(plan->width == 2400);
    CHECK(plan->height == 1200);
    CHECK(plan->pixels[0] == 0);
    CHECK(plan->pixels[2399] == 255);
    const auto png = encodePng(*plan);
    REQUIRE(png);
    CHECK(inspectAttachment(*png) == MediaType::Png);
    CHECK(readPlan(*png, readerProgram()) == *plan); // what is kept can be opened again
    LumImage wide {6400, 320, std::vector<std::uint8_t>(std::size_t {6400} * 320, 200)};
    const auto shrunk = readPlan(*encodePng(wide), readerProgram());
    REQUIRE(shrunk);
    CHECK(shrunk->width == kPlanLongestSide);
    CHECK(shrunk->height == 160);
    CHECK(shrunk->pixels[7] == 200);

    const auto refused = [](const std::string& bytes) -> Error {
        const auto taken = readPlan(bytes, readerProgram());
        return taken ? Error {} : Error(taken.error());
    };
    CHECK(refused("").subject == "attachment.empty");
    CHECK(refused(std::string(kMostAttachmentBytes + 1, 'x')).subject == "attachment.too_large");
    CHECK(refused(std::string(kMostAttachmentBytes, 'x')).subject == "space.plan_type");
    CHECK(refused("%PDF-1.4").subject == "space.plan_type");
    CHECK(refused("GIF89a").subject == "space.plan_type");
    CHECK(refused(png->substr(0, png->size() / 2)).subject.starts_with("image."));
    CHECK(refused(svgOf("<script/>")).subject == "space.svg_active");
    CHECK(refused(svgOf("<script/>")).detail == "script");
    CHECK(refused(svgOf("<\xE5\xA2\x99/>")).detail.empty()); // a name that is no plain text is not repeated
    CHECK(readPlan("x", "/nonexistent").error().subject == "table.reader");
}
