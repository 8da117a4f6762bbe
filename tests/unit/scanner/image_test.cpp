#include "scanner/image.h"
#include "tests/unit/scanner/pictures.h"

#include <catch2/catch.hpp>
#include <random>
#include <sys/stat.h>

using namespace guanwu;
using namespace guanwu::test;

namespace {

std::string subjectOf(const Bytes& file)
{
    const auto image = decodeImage(file);
    return image ? "decoded" : image.error().subject;
}

Bytes shortened(Bytes file, std::size_t size)
{
    file.resize(size);
    return file;
}

} // namespace

TEST_CASE("a saved PNG comes back pixel by pixel", "[image]")
{
    const auto image = gradient(37, 21);
    CHECK(decodeImage(pngOf(image)).value() == image);
}

TEST_CASE("a JPEG comes back in its size and nearly its greys", "[image]")
{
    const auto image = gradient(64, 48);
    const auto decoded = decodeImage(jpegOf(image)).value();
    REQUIRE(decoded.width == 64);
    REQUIRE(decoded.height == 48);
    for (std::size_t i = 0; i < image.pixels.size(); ++i)
        REQUIRE(std::abs(decoded.pixels[i] - image.pixels[i]) < 12);
}

TEST_CASE("the content decides what a file is, not its name", "[image]")
{
    const TempFolder folder;
    writeBytes(folder / "photo.jpg", pngOf(gradient(8, 8)));
    CHECK(loadImage(folder / "photo.jpg").value().width == 8);
    CHECK(subjectOf({'G', 'I', 'F', '8', '9', 'a', 1, 0, 1, 0}) == "image.format");
}

TEST_CASE("X13 dimensions are refused before memory is taken for them", "[image][hostile]")
{
    CHECK(subjectOf(pngClaiming(100'000, 100'000)) == "image.pixels");
    CHECK(subjectOf(pngClaiming(40'000, 1'000)) != "image.pixels");
    CHECK(subjectOf(pngClaiming(40'001, 1'000)) == "image.pixels");
    CHECK(subjectOf(jpegClaiming(65'500, 65'500)) == "image.pixels");
    CHECK(subjectOf(pngClaiming(0, 16)) == "image.damaged");
    CHECK(subjectOf(jpegClaiming(0, 16)) == "image.empty");
}

TEST_CASE("X13 a PNG that claims more pixels than it holds is refused", "[image][hostile]")
{
    const auto subject = subjectOf(pngClaiming(6'000, 6'000));
    CAPTURE(subject);
    CHECK((subject == "image.truncated" || subject == "image.damaged"));
}

TEST_CASE(
    "X13 a PNG that inflates to the largest size allowed is read, one beyond it is not", "[image][hostile]")
{
    const LumImage bomb {8'000, 5'000, std::vector<std::uint8_t>(40'000'000)};
    const auto file = pngOf(bomb);
    CHECK(file.size() < 100'000);
    CHECK(decodeImage(file).value().pixels.size() == 40'000'000);
    CHECK(savePng({8'001, 5'000, {}}, "/dev/null").error().subject == "image.pixels");
}

TEST_CASE("X13 empty, cut and garbled files give an error that says so", "[image][hostile]")
{
    const auto png = pngOf(gradient(200, 200));
    const auto jpeg = jpegOf(gradient(200, 200));
    CHECK(subjectOf({}) == "image.empty");
    CHECK(subjectOf(shortened(png, 8)) == "image.truncated");
    CHECK(subjectOf(shortened(png, png.size() / 2)) == "image.truncated");
    CHECK(subjectOf(shortened(jpeg, 3)) != "decoded");
    CHECK(subjectOf(shortened(jpeg, jpeg.size() / 2)) == "image.truncated");
    CHECK(subjectOf(Bytes(kMaxImageBytes + 1, 0xFF)) == "image.size");
    CHECK(subjectOf(Bytes(1000, 0xAA)) == "image.format");
}

TEST_CASE("P8: a picture has its most bytes, a JPEG its most scans, and one more of each is refused",
    "[image][limits]")
{
    // kMaxImageBytes, of which all but the first few are behind the picture's end.
    Bytes file = pngOf(gradient(60, 40));
    file.resize(kMaxImageBytes);
    CHECK(subjectOf(file) == "decoded");
    const TempFolder folder;
    writeBytes(folder / "large.png", file);
    CHECK(loadImage(folder / "large.png"));
    file.push_back(0);
    CHECK(subjectOf(file) == "image.size");
    writeBytes(folder / "large.png", file);
    CHECK(loadImage(folder / "large.png").error().subject == "image.size");

    // kMaxScans: a scan for the mean of each square, and one for each finer grade of it and of what is around
    // it.
    CHECK(subjectOf(jpegOf(gradient(60, 40), 100)) == "decoded");
    CHECK(subjectOf(jpegOf(gradient(60, 40), 101)) == "image.damaged");
}

TEST_CASE("X13 no single damaged byte ends the process", "[image][hostile]")
{
    std::mt19937 random(20221);
    for (const auto& original : {pngOf(gradient(60, 40)), jpegOf(gradient(60, 40))})
        for (int round = 0; round < 1500; ++round) {
            Bytes file = original;
            for (int i = 0; i < 1 + round % 4; ++i)
                file[random() % file.size()] = static_cast<std::uint8_t>(random());
            const auto image = decodeImage(file);
            if (image)
                CHECK(image->pixels.size()
                    == static_cast<std::size_t>(image->width) * static_cast<std::size_t>(image->height));
            else
                CHECK(image.error().subject.starts_with("image."));
        }
}

TEST_CASE("what is no regular file is refused without waiting for it", "[image][hostile]")
{
    const TempFolder folder;
    REQUIRE(::mkfifo((folder / "pipe.png").c_str(), 0600) == 0);
    CHECK(loadImage(folder / "pipe.png").error().subject == "image.not_a_file");
    CHECK(loadImage(folder.path()).error().subject == "image.not_a_file");
    CHECK(loadImage(folder / "nothing.png").error().subject == "image.missing");
}
