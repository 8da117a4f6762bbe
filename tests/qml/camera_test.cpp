// What a camera gives, from files: the real player, the real decoder in its child process.
#include "app/client/camera/live_camera.h"
#include "reports/labels/labels.h"
#include "scanner/photograph.h"
#include "scanner/tag_symbol.h"
#include "tests/support/motion_jpeg.h"
#include "tests/qml/wait_until.h"
#include "tests/support/temp_folder.h"

#include <QBuffer>
#include <catch2/catch.hpp>
#include <map>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

QString textOf(const std::string& number)
{
    return QString::fromStdString(AssetTag::of(AssetNo::parse(number).value()).text());
}

/// A photograph of the tag of this thing.
std::filesystem::path photographOf(const std::string& number, const std::filesystem::path& folder)
{
    const AssetTag tag = AssetTag::of(AssetNo::parse(number).value());
    const auto label = folder / (number + "-label.png");
    REQUIRE(writeLabelPng(TagLabel {tag.text(), "单位", "资产", "部门", "2022-03-15", {}, tagSymbol(tag)},
        label, labelDesign("60x40")));
    const LumImage labels[] {loadImage(label).value()};
    const auto scene = photographScene(labels, mildConditions(), 7);
    const auto file = folder / (number + ".png");
    REQUIRE(savePng(scene.picture, file));
    return file;
}

} // namespace

TEST_CASE("a video file is played as a camera, over and over, and the tags in it are read", "[camera]")
{
    const TempFolder folder;
    const std::vector<std::string> numbers {"TY2022000001", "TY2022000002", "TY2022000003", "TY2022000004"};
    const auto file = folder.path() / "camera.avi";
    {
        std::unique_ptr<MotionJpegFile> video;
        for (const std::string& number : numbers) {
            // A video has one size for all its pictures.
            const QImage frame = QImage(QString::fromStdString(photographOf(number, folder.path()).string()))
                                     .scaled(960, 720, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                     .convertToFormat(QImage::Format_RGB32);
            QByteArray jpeg;
            QBuffer buffer(&jpeg);
            REQUIRE((buffer.open(QIODevice::WriteOnly) && frame.save(&buffer, "JPG", 90)));
            if (!video)
                video = std::make_unique<MotionJpegFile>(file, frame.width(), frame.height(), 10);
            for (int i = 0; i < 12; ++i)
                video->add(jpeg.toStdString());
        }
        CHECK(video->frames() == 48);
    }
    LiveCamera camera;
    std::map<QString, int> aims;
    QObject::connect(&camera, &LiveCamera::aimed, [&](const QString& code) { ++aims[code]; });
    camera.setChoice(QString::fromStdString(file.string()));
    camera.setActive(true);
    CHECK(waitUntil([&] { return aims.size() == numbers.size(); }));
    INFO(camera.problem().toStdString());
    CHECK(camera.isLive());
    CHECK(camera.picture().size() == QSize(960, 720));
    for (const std::string& number : numbers)
        CHECK(aims[textOf(number)] >= 1);
    // Round again: what was out of view for three seconds is a new aim.
    CHECK(waitUntil([&] { return aims[textOf(numbers.front())] >= 2; }));
    CHECK_FALSE(camera.hasTorch());
    camera.setActive(false);
    CHECK_FALSE(camera.isLive());
}

TEST_CASE("a video that is none says so in words, and so does one that is not there", "[camera]")
{
    const TempFolder folder;
    const auto file = folder.path() / "none.avi";
    std::ofstream(file) << "this is no video";
    for (const auto& choice : {file, folder.path() / "missing.avi"}) {
        LiveCamera camera;
        camera.setChoice(QString::fromStdString(choice.string()));
        camera.setActive(true);
        CHECK(waitUntil([&] { return !camera.problem().isEmpty(); }, 20));
        CHECK(camera.problem().contains(QString::fromStdString(choice.filename().string())));
        CHECK_FALSE(camera.isLive());
    }
}

TEST_CASE("a folder of pictures goes on with those that are put into it later", "[camera]")
{
    const TempFolder folder;
    const auto pictures = folder.path() / "pictures";
    std::filesystem::create_directories(pictures);
    std::filesystem::rename(photographOf("TY2022000001", folder.path()), pictures / "1.png");
    LiveCamera camera;
    QStringList aims;
    QObject::connect(&camera, &LiveCamera::aimed, [&](const QString& code) { aims.push_back(code); });
    camera.setChoice(QString::fromStdString(pictures.string()));
    camera.setActive(true);
    CHECK(waitUntil([&] { return aims == QStringList {textOf("TY2022000001")}; }));
    std::filesystem::rename(photographOf("TY2022000002", folder.path()), pictures / "2.png");
    CHECK(waitUntil([&] { return aims.contains(textOf("TY2022000002")); }));
    // One picture alone is no video, whatever its name's letters; nor is a folder that a dialog names.
    std::filesystem::rename(photographOf("TY2022000003", folder.path()), folder.path() / "3.PNG");
    camera.setChoice(QString::fromStdString((folder.path() / "3.PNG").string()));
    CHECK(waitUntil([&] { return aims.contains(textOf("TY2022000003")); }));
    aims.clear();
    camera.forgetCodes();
    camera.setChoice(u"file://"_s + QString::fromStdString(pictures.string()) + u'\n');
    CHECK(waitUntil([&] { return aims.contains(textOf("TY2022000001")); }));
}
