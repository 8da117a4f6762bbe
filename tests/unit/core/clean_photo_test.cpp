// X13: of a photo only the picture is kept.
#include "core/cards/clean_photo.h"
#include "tests/support/small_pictures.h"

#include <catch2/catch.hpp>
#include <random>

using namespace guanwu;
using namespace guanwu::test;

namespace {

std::string segment(unsigned char marker, const std::string& payload)
{
    const std::size_t length = payload.size() + 2;
    std::string out {
        '\xFF', static_cast<char>(marker), static_cast<char>(length >> 8), static_cast<char>(length & 255)};
    return out + payload;
}

/// Metadata of a telephone: which side is up, and where the picture was taken.
std::string exif(char orientation, bool isLittle)
{
    std::string out("Exif\0\0", 6);
    if (isLittle)
        out += std::string("II*\0\x08\0\0\0\x02\0\x0F\x01\x02\0\x04\0\0\0Tel\0\x12\x01\x03\0\x01\0\0\0", 30)
            + orientation + std::string(7, '\0');
    else
        out += std::string("MM\0*\0\0\0\x08\0\x02\x01\x0F\0\x02\0\0\0\x04Tel\0\x01\x12\0\x03\0\0\0\x01\0", 31)
            + orientation + std::string(6, '\0');
    return segment(0xE1, out + "N 28 33 E 109 58");
}

std::string withBehindHead(const std::string& more)
{
    std::string out = smallJpeg();
    return out.insert(20, more); // behind SOI and JFIF
}

std::string pngWith(const std::string& kind, const std::string& content)
{
    std::string chunk(3, '\0');
    chunk += static_cast<char>(content.size());
    std::string out = smallPng();
    return out.insert(33, chunk + kind + content + "crc?");
}

} // namespace

TEST_CASE("X13 a clean photo comes back as it was", "[attachment]")
{
    CHECK(cleanPhoto(smallJpeg()).value() == smallJpeg());
    CHECK(cleanPhoto(smallPng()).value() == smallPng());
}

TEST_CASE("X13 place, device, comments, thumbnails and what is behind the end go", "[attachment]")
{
    CHECK(cleanPhoto(smallJpeg() + "PK and an archive").value() == smallJpeg());
    CHECK(cleanPhoto(smallPng() + smallJpeg()).value() == smallPng());
    for (const std::string& told : {segment(0xFE, "a comment"), exif(1, false),
             segment(0xE2, "ICC_PROFILE of a device"), segment(0xE1, "http://ns.adobe.com/xap/1.0/ <x/>"),
             segment(0xED, "Photoshop 3.0"), segment(0xE0, std::string("JFXX\0\x10", 6) + smallJpeg())})
        CHECK(cleanPhoto(withBehindHead(told)).value() == smallJpeg());
    for (const char* kind : {"tEXt", "zTXt", "iTXt", "eXIf", "tIME", "juNk"})
        CHECK(cleanPhoto(pngWith(kind, "where and when")).value() == smallPng());
    CHECK(cleanPhoto(pngWith("gAMA", "four")).value() == pngWith("gAMA", "four"));
    // A thumbnail within the head.
    std::string thumbed = smallJpeg();
    thumbed.replace(2, 18, segment(0xE0, smallJpeg().substr(6, 12) + "\x01\x01" + "rgb"));
    CHECK(cleanPhoto(thumbed).value() == smallJpeg());
}

TEST_CASE("X13 nothing hides behind a marker that JPEG does not have, nor behind how colours are read", "[attachment]")
{
    const std::string end("\xFF\xD9", 2);
    const std::string picture = smallJpeg().substr(0, smallJpeg().size() - end.size());
    // Found by a fuzzer: without the comment the zero belonged to the picture, and the place behind it was bare.
    for (const unsigned char marker : std::initializer_list<unsigned char> {0x00, 0x02, 0xBF})
        CHECK_FALSE(cleanPhoto(picture + segment(0xFE, "a comment") + segment(marker, exif(1, false)) + end));
    const std::string adobe("Adobe\0\x64\0\0\0\0\x01", 12);
    CHECK(cleanPhoto(withBehindHead(segment(0xEE, adobe + "a place"))).value() == withBehindHead(segment(0xEE, adobe)));
}

TEST_CASE("X13 which side is up stays", "[attachment]")
{
    const bool isLittle = GENERATE(false, true);
    const auto clean = cleanPhoto(withBehindHead(exif(6, isLittle))).value();
    CHECK(clean.size() == smallJpeg().size() + 36);
    CHECK(clean.find("N 28") == std::string::npos);
    CHECK(clean.find("Tel") == std::string::npos);
    CHECK(cleanPhoto(clean).value() == clean);
    CHECK(cleanPhoto(withBehindHead(exif(6, isLittle) + exif(3, isLittle))).value() == clean);
    CHECK(cleanPhoto(withBehindHead(exif(9, isLittle))).value() == smallJpeg()); // there is no such side
}

TEST_CASE(
    "P8 X13 a photo that is cut off or garbled is refused or kept, and nothing else happens", "[attachment]")
{
    for (const std::string& picture : {withBehindHead(exif(6, true)), pngWith("tEXt", "x")}) {
        for (std::size_t size = 0; size < picture.size(); ++size) {
            CAPTURE(size);
            CHECK(cleanPhoto(picture.substr(0, size)).error().subject == "attachment.type");
        }
        std::mt19937 random(13);
        for (int i = 0; i < 20'000; ++i) {
            std::string garbled = picture;
            for (int k = 0; k < 3; ++k)
                garbled[random() % garbled.size()] = static_cast<char>(random());
            if (const auto clean = cleanPhoto(garbled))
                CHECK(clean->size() <= garbled.size() + 36);
        }
    }
}
