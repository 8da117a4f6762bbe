// X13: a photo is opened in a child process, upright and no larger than it is shown.
#include "app/client/records/call_picture.h"
#include "tests/support/small_pictures.h"

#include <QBuffer>
#include <QImage>
#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

/// Red, with its upper left quarter blue.
QByteArray photo(const QSize& size, const char* kind)
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(Qt::red);
    for (int y = 0; y < size.height() / 2; ++y)
        for (int x = 0; x < size.width() / 2; ++x)
            picture.setPixelColor(x, y, Qt::blue);
    QByteArray out;
    QBuffer file(&out);
    file.open(QIODevice::WriteOnly);
    picture.save(
        &file, kind, QByteArray(kind) == "JPEG" ? 95 : -1); // of PNG the quality is how little it is packed
    return out;
}

bool isBlue(const QImage& picture, double x, double y)
{
    const QColor colour = picture.pixelColor(int(x * picture.width()), int(y * picture.height()));
    return colour.blue() > 200 && colour.red() < 60;
}

/// With a segment of Exif that says which side is up.
QByteArray turned(const QByteArray& jpeg, char orientation)
{
    QByteArray exif("\xFF\xE1\0\x22"
                    "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0",
        29);
    exif += orientation;
    exif += QByteArray(6, '\0');
    return jpeg.left(2) + exif + jpeg.mid(2);
}

} // namespace

TEST_CASE("X13 a photo comes back in its colours, no larger than wanted", "[client][photos]")
{
    for (const char* kind : {"PNG", "JPEG"}) {
        CAPTURE(kind);
        const QImage small = callPhoto(photo({80, 60}, kind), 1600);
        CHECK(small.size() == QSize(80, 60));
        CHECK(isBlue(small, 0.2, 0.2));
        CHECK_FALSE(isBlue(small, 0.8, 0.2));
        CHECK_FALSE(isBlue(small, 0.2, 0.8));
        CHECK(callPhoto(photo({4000, 3000}, kind), 320).size() == QSize(320, 240));
        CHECK(callPhoto(photo({4000, 3000}, kind), 9000).size() == QSize(1600, 1200));
    }
}

TEST_CASE("X13 a photo that lies on its side stands upright", "[client][photos]")
{
    struct Row {
        char orientation;
        QSize size;
        double x, y; ///< where the quarter is that was kept at the upper left
    };
    for (const Row& row : {Row {1, {80, 60}, 0.2, 0.2}, {2, {80, 60}, 0.8, 0.2}, {3, {80, 60}, 0.8, 0.8},
             {4, {80, 60}, 0.2, 0.8}, {5, {60, 80}, 0.2, 0.2}, {6, {60, 80}, 0.8, 0.2},
             {7, {60, 80}, 0.8, 0.8}, {8, {60, 80}, 0.2, 0.8}}) {
        CAPTURE(int(row.orientation));
        const QImage shown = callPhoto(turned(photo({80, 60}, "JPEG"), row.orientation), 1600);
        CHECK(shown.size() == row.size);
        CHECK(isBlue(shown, row.x, row.y));
        CHECK_FALSE(isBlue(shown, 1 - row.x, 1 - row.y));
    }
}

TEST_CASE("X13 what is no photo is none, and the client goes on", "[client][photos]")
{
    CHECK(callPhoto({}, 1600).isNull());
    CHECK(callPhoto("GIF89a and more", 1600).isNull());
    CHECK(callPhoto(photo({80, 60}, "PNG").left(60), 1600).isNull());
    CHECK(callPhoto(QByteArray(11 * 1024 * 1024, 'x'), 1600).isNull());
    CHECK(callDrawing("<svg/>").isNull());
    CHECK(callDrawing(QByteArray::fromStdString(smallPng())).size() == QSize(2, 2));
}
