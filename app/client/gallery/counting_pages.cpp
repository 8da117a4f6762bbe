#include "app/client/counting/counting.h"
#include "app/client/gallery/pages.h"
#include "app/system_clock.h"
#include "reports/labels/labels.h"
#include "scanner/photograph.h"
#include "scanner/tag_symbol.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr auto kPage = "qrc:/qt/qml/Guanwu/Counting/CountingPage.qml"_L1;
    constexpr const char* kTask = "2026-A";
    constexpr const char* kUnit = "U017";
    constexpr const char* kRoom = "SHZX-01-3F-305";
    constexpr const char* kLongName
        = "多功能一体化彩色激光数码复合机（含双面自动输稿器、四纸盒、传真组件）及其配套落地工作台";

    std::string number(int index) { return "TY20220" + std::to_string(10'000 + index); }

    BookLine line(int index, const std::string& place, const std::string& placeName)
    {
        static const char* const names[] {
            "办公桌", "办公椅", "台式计算机", kLongName, "文件柜", "碎纸机", "饮水机", "会议椅"};
        static const char* const users[] {"欧阳慕容·阿不都热合曼", "王丽", "张建国", "李明"};
        BookLine out;
        out.assetNo = number(index);
        out.name = names[index % 8];
        out.classCode = "A05010201";
        out.model = index % 3 == 0 ? "Apeos C7070 / 2022 款" : "";
        out.user = "P00" + std::to_string(index % 4);
        out.userName = users[index % 4];
        out.place = place;
        out.placeName = placeName;
        out.department = "办公室";
        return out;
    }

    /// A sheet of a few hundred things in forty rooms.
    void fillStore(const std::filesystem::path& file)
    {
        auto store = std::move(*HandheldStore::open(file));
        HeldSheet sheet;
        sheet.task = kTask;
        sheet.taskName = "2026 年度全市行政事业单位国有资产清查";
        sheet.unit = kUnit;
        sheet.unitName = "市机关事务管理局后勤服务中心（市公务用车保障中心）";
        sheet.state = SheetState::Counting;
        store->putSheet(sheet, systemNow());
        std::vector<BookLine> lines;
        for (int i = 0; i < 14; ++i)
            lines.push_back(line(i, kRoom, "综合楼三层 305 资产管理科办公室"));
        for (int i = 14; i < 400; ++i)
            lines.push_back(line(i, "SHZX-01-4F-" + std::to_string(401 + i / 10),
                "综合楼四层 " + std::to_string(401 + i / 10)));
        store->addBookPage(store->sheets().front().id, lines, "");
    }

    void countSome(const std::filesystem::path& file)
    {
        auto handheld = std::move(*Handheld::open(file, systemNow));
        static_cast<void>(handheld->choose(kTask, kUnit));
        const auto scan = [&](const std::string& code, std::optional<Condition> condition = std::nullopt) {
            Sighting sighting;
            sighting.code = code;
            sighting.place = kRoom;
            sighting.condition = condition;
            static_cast<void>(handheld->scan(sighting));
        };
        for (int i = 0; i < 6; ++i)
            scan(number(i));
        scan(number(3), Condition::Damaged);
        scan(number(77));
        scan("00417-旧-2009");
    }

    /// Tags on a table: seen now, counted before, from another room, on no book.
    void photographTags(const std::filesystem::path& folder)
    {
        std::filesystem::create_directories(folder);
        std::vector<LumImage> labels;
        for (const int index : {8, 2, 120, 5000}) {
            const AssetTag tag = AssetTag::of(AssetNo::parse(number(index)).value());
            const auto file = folder.parent_path() / "label.png";
            if (writeLabelPng(TagLabel {tag.text(), "后勤服务中心", "办公桌", "办公室", "2022-03-15", {},
                                  tagSymbol(tag)},
                    file, labelDesign("60x40")))
                labels.push_back(loadImage(file).value());
        }
        static_cast<void>(savePng(photographScene(labels, mildConditions(), 7).picture, folder / "1.png"));
    }

    /// The camera is one picture of a few tags, or there is none.
    void prepareCount(GalleryWorld& world, bool hasCamera)
    {
        fillStore(world.store);
        countSome(world.store);
        world.settings->setSound(false);
        if (!hasCamera) {
            world.settings->setCamera(u"none"_s);
            return;
        }
        const auto folder = world.store.parent_path() / "pictures";
        photographTags(folder);
        world.settings->setCamera(QString::fromStdString(folder.string()));
    }

    QVariantMap begin(const QString& room)
    {
        return {{u"beginTask"_s, QString::fromLatin1(kTask)}, {u"beginUnit"_s, QString::fromLatin1(kUnit)},
            {u"beginRoom"_s, room}};
    }

    constexpr int kFrames = 10; // until all tags of a picture are read for certain

    GalleryPage page(const QString& name, std::function<QVariantMap(GalleryWorld&)> prepare, int frames = 0)
    {
        GalleryPage out {name, kPage};
        out.prepare = std::move(prepare);
        out.frames = frames;
        return out;
    }

    /// The room with a dialog over it.
    GalleryPage dialog(const QString& name, const QString& button, bool hasCamera = false)
    {
        GalleryPage out = page(
            name,
            [hasCamera](GalleryWorld& world) {
                prepareCount(world, hasCamera);
                return begin(QString::fromLatin1(kRoom));
            },
            hasCamera ? kFrames : 0);
        out.presses = {button};
        return out;
    }

    /// The reader at work on pictures of tags among other things, or on none.
    GalleryPage scannerPage(const QString& name, bool hasPictures)
    {
        GalleryPage out {name, u"qrc:/qt/qml/Guanwu/Tuning/ScannerPage.qml"_s};
        out.prepare = [hasPictures](GalleryWorld& world) {
            const auto folder = world.store.parent_path() / "pictures";
            if (hasPictures)
                photographTags(folder);
            world.settings->setCamera(QString::fromStdString(folder.string()));
            return QVariantMap();
        };
        out.frames = hasPictures ? kFrames : 0;
        return out;
    }

    QVariantMap leaving(GalleryWorld& world)
    {
        prepareCount(world, false);
        auto counting = std::make_shared<Counting>();
        counting->setSession(world.session.get());
        counting->open(QString::fromLatin1(kTask), QString::fromLatin1(kUnit));
        for (const QDeadlineTimer end(10'000);
             counting->state() != Counting::State::Open && !end.hasExpired();)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        counting->enterRoom(QString::fromLatin1(kRoom));
        counting->leaveRoom();
        world.more = counting;
        return {{u"counting"_s, QVariant::fromValue(counting.get())}};
    }

} // namespace

std::vector<GalleryPage> countingPages()
{
    GalleryPage leavingPage {u"counting-leaving"_s, u"qrc:/qt/qml/Guanwu/Counting/LeaveRoomPanel.qml"_s};
    leavingPage.prepare = leaving;
    leavingPage.isShellPage = false;
    return {
        page(u"counting-sheets"_s,
            [](GalleryWorld& world) {
                prepareCount(world, false);
                world.calls->answer("GET", u"/tasks"_s,
                    R"({"tasks":[{"task":"2026-A","name":"年度清查","state":"counting"},
                        {"task":"2026-B","name":"党政机关办公用房与公务用车专项清查（第二批）","state":"frozen"}]})");
                return QVariantMap();
            }),
        page(u"counting-sheets-none"_s,
            [](GalleryWorld& world) {
                world.calls->answer("GET", u"/tasks"_s, R"({"tasks":[]})");
                return QVariantMap();
            }),
        page(u"counting-sheets-offline"_s,
            [](GalleryWorld& world) {
                world.calls->setOffline(true);
                return QVariantMap();
            }),
        page(
            u"counting-rooms"_s,
            [](GalleryWorld& world) {
                prepareCount(world, true);
                return begin({});
            },
            kFrames),
        page(
            u"counting-room"_s,
            [](GalleryWorld& world) {
                prepareCount(world, true);
                return begin(QString::fromLatin1(kRoom));
            },
            kFrames),
        page(u"counting-room-no-camera"_s,
            [](GalleryWorld& world) {
                prepareCount(world, false);
                return begin(QString::fromLatin1(kRoom));
            }),
        leavingPage,
        scannerPage(u"scanner-at-work"_s, true),
        scannerPage(u"scanner-at-work-none"_s, false),
        dialog(u"counting-type"_s, u"type"_s),
        dialog(u"counting-surplus"_s, u"surplus"_s, true),
        dialog(u"counting-note"_s, u"note"_s),
        dialog(u"counting-user"_s, u"key-0"_s, true),
    };
}

} // namespace guanwu
