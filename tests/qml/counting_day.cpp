#include "tests/qml/counting_day.h"

#include "app/exchange/events/event_json.h"
#include "reports/labels/labels.h"
#include "scanner/tag_symbol.h"

#include <QTest>
#include <set>

using namespace Qt::StringLiterals;

namespace guanwu::test {

void mustBe(bool condition, const std::string& what)
{
    if (!condition)
        throw std::runtime_error(what);
}

Window::Window(const std::filesystem::path& store, const std::filesystem::path& pictures)
    : m_session(store, Language::ZhCn, DemoServer::Place {})
    , m_settings(QString::fromStdString(store.string()) + u".ini"_s)
{
    m_settings.setCamera(QString::fromStdString(pictures.string()));
    m_engine.addImportPath(u"qrc:/qt/qml"_s);
    m_engine.setInitialProperties({{u"session"_s, QVariant::fromValue(&m_session)},
        {u"settings"_s, QVariant::fromValue(&m_settings)}, {u"width"_s, 360}, {u"height"_s, 640}});
    m_engine.load(u"qrc:/qt/qml/Guanwu/Shell/Main.qml"_s);
    mustBe(!m_engine.rootObjects().isEmpty(), "there is no window");
    m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
}

void Window::waitUntilShown()
{
    mustBe(waitUntil([&] { return page() != nullptr; }), "nobody is logged in");
    mustBe(QTest::qWaitForWindowExposed(m_window), "the window does not show");
    m_window->requestActivate(); // there is no window manager to do it
    mustBe(QTest::qWaitForWindowActive(m_window), "the window gets no keys");
}

QObject* Window::page()
{
    auto* loader = m_window->findChild<QObject*>(u"page"_s);
    return loader ? loader->property("item").value<QObject*>() : nullptr;
}

void Window::tap(const QString& name)
{
    QQuickItem* item = nullptr;
    mustBe(waitUntil([&] {
        item = visibleItem(name);
        return item && item->isEnabled() && item->height() > 0;
    }),
        "nothing to tap on: " + name.toStdString());
    QTest::mouseClick(m_window, Qt::LeftButton, {},
        item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint());
    ++taps;
}

void Window::swipe(const QString& name, int right, int down, const QString& shot)
{
    QQuickItem* item = visibleItem(name);
    mustBe(item != nullptr, "nothing to draw over: " + name.toStdString());
    const QPoint from = item->mapToScene(QPointF(item->width() / 3, item->height() / 3)).toPoint();
    QTest::mousePress(m_window, Qt::LeftButton, {}, from);
    constexpr int kSteps = 8;
    for (int step = 1; step <= kSteps; ++step)
        QTest::mouseMove(m_window, from + QPoint(right * step / kSteps, down * step / kSteps), 10);
    if (!shot.isEmpty())
        picture(shot);
    QTest::mouseRelease(m_window, Qt::LeftButton, {}, from + QPoint(right, down));
}

void Window::picture(const QString& name)
{
    QTest::qWait(50);
    mustBe(m_window->grabWindow().save(u"count-%1.png"_s.arg(name)), "no picture of the window");
}

void Window::wedge(const QString& code)
{
    for (const QChar character : code)
        QTest::keyClick(
            m_window, character.toLatin1(), character.isUpper() ? Qt::ShiftModifier : Qt::NoModifier, 1);
    QTest::keyClick(m_window, Qt::Key_Return, Qt::NoModifier, 1);
}

QQuickItem* Window::visibleBelow(QQuickItem* item, const QString& name)
{
    if (!item->isVisible())
        return nullptr;
    if (item->objectName() == name)
        return item;
    for (QQuickItem* child : item->childItems())
        if (QQuickItem* found = visibleBelow(child, name))
            return found;
    return nullptr;
}

Photographer::Photographer(const std::filesystem::path& folder)
    : m_folder(folder)
{
    std::filesystem::create_directories(m_folder / "labels");
    std::filesystem::create_directories(pictures());
}

void Photographer::showNothing()
{
    const LumImage dark {640, 480, std::vector<std::uint8_t>(std::size_t {640} * 480, 90)};
    mustBe(savePng(dark, pictures() / "000.png").has_value(), "no picture can be written");
}

void Photographer::showRoom(const std::string& code)
{
    const auto place = PlaceCode::parse(code).value();
    const auto file = m_folder / "labels" / "room.png";
    mustBe(writeLabelPng(
               RoomLabel {code, "房间", "一号楼", "单位", placeSymbol(place)}, file, labelDesign("60x40"))
               .has_value(),
        "no label can be drawn");
    take({loadImage(file).value()});
}

void Photographer::showTags(const std::vector<std::string>& numbers, std::size_t inPicture)
{
    std::vector<LumImage> labels;
    for (const std::string& number : numbers) {
        const AssetTag tag = AssetTag::of(AssetNo::parse(number).value());
        const auto file = m_folder / "labels" / (number + ".png");
        mustBe(writeLabelPng(TagLabel {tag.text(), "单位", "资产", "部门", "2022-03-15", {}, tagSymbol(tag)},
                   file, labelDesign("60x40"))
                   .has_value(),
            "no label can be drawn");
        labels.push_back(loadImage(file).value());
        if (labels.size() == inPicture || &number == &numbers.back())
            take(std::exchange(labels, {}));
    }
}

void Photographer::take(const std::vector<LumImage>& labels)
{
    const auto name = std::to_string(100 + ++m_taken) + ".png";
    const auto scene = photographScene(labels, mildConditions(), static_cast<std::uint64_t>(m_taken));
    mustBe(savePng(scene.picture, m_folder / name).has_value(), "no picture can be written");
    std::filesystem::rename(m_folder / name, pictures() / name);
}

Day::Day(int cards)
    : office("sqlite:" + (folder.path() / "registry.db").string(), folder.path() / "office")
    , store(folder.path() / "handheld" / "store.db")
{
    office.prepare(10, cards);
    office.setUpAccounts();
    office.startServer(0);
    const auto clerk = office.addClerk(office.units().front(), 1);
    ClientSession session(store, Language::ZhCn, DemoServer::Place {});
    const auto done = [&](const auto& work) {
        work();
        mustBe(waitUntil([&] { return !session.isBusy(); }) && session.problem().isEmpty(),
            session.problem().toStdString());
    };
    const QString first = QString::fromStdString(clerk.password);
    done([&] { session.enrol(QString::fromStdString(office.enrolmentCode(office.port())), u"h1"_s); });
    done([&] { session.logIn(QString::fromStdString(clerk.login), first); });
    done([&] { session.changePassword(first, u"Clerk-of-2026!"_s); });
}

void Day::findRoom(std::size_t fewest)
{
    const auto opened = std::move(*HandheldStore::open(store));
    for (const BookLine& line : opened->book(opened->sheets().front().id))
        if (!line.place.empty() && PlaceCode::parse(line.place))
            m_rooms[line.place].push_back(line.assetNo);
    for (const auto& [place, things] : m_rooms)
        if (things.size() >= fewest && (room.empty() || things.size() < m_rooms[room].size()))
            room = place;
    mustBe(!room.empty(), "no room has so many things");
}

std::string Day::stray()
{
    for (const auto& [place, things] : m_rooms)
        if (place != room)
            return things.front();
    return {};
}

std::string Day::ofAnotherUnit() const
{
    const auto opened = std::move(*HandheldStore::open(store));
    std::set<std::string> own;
    for (const BookLine& line : opened->book(opened->sheets().front().id))
        own.insert(line.assetNo);
    for (const std::string& number : own) {
        NumberRun next = runOf(AssetNo::parse(number).value());
        ++next.last;
        const auto other = AssetNo::parse(lastOf(next));
        if (other && !own.contains(other->text()) && opened->isIssued(*other))
            return other->text();
    }
    throw std::runtime_error("no number of another unit is known");
}

std::vector<ScanEvent> Day::kept() const
{
    std::vector<ScanEvent> out;
    const auto opened = std::move(*HandheldStore::open(store));
    EventDecoder decoder;
    for (const OutboxEntry& entry : Outbox(*opened, nullptr).ofSheet(opened->sheets().front().id))
        out.push_back(*decoder.decode(entry.body));
    return out;
}

void openSheet(Day& day, Window& window, std::size_t fewestThings)
{
    window.tap(u"fetch"_s);
    mustBe(waitUntil([&] { return window.visibleItem(u"count"_s) != nullptr; }), "the sheet does not come");
    day.findRoom(fewestThings);
    day.office.stopServer();
    window.tap(u"count"_s);
    mustBe(waitUntil([&] { return window.counting().state() == Counting::State::Open; }),
        "the sheet does not open");
}

QString tagOf(const std::string& number)
{
    return QString::fromStdString(AssetTag::of(AssetNo::parse(number).value()).text());
}

} // namespace guanwu::test
