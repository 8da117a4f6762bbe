#include "app/client/camera/live_camera.h"
#include "app/client/gallery/page_check.h"
#include "app/client/gallery/page_rest.h"
#include "app/client/gallery/pages.h"
#include "app/client/session/english_plurals.h"

#include <QAccessible>
#include <QCommandLineParser>
#include <QCursor>
#include <QFont>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickView>
#include <QStyleHints>
#include <QTemporaryDir>
#include <QTimer>
#include <QTranslator>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

using guanwu::GalleryPage;

constexpr int kCompact = 640; // Theme.mediumWidth
constexpr int kTyped = 400; // ms after which what is written counts as whole
constexpr QSize kSizes[] {{360, 640}, {800, 1100}, {1400, 900}};

/// What is so in the page, dialogs included; null = nothing that can be seen.
QObject* find(QObject* below, const std::function<bool(QObject*)>& isIt, QSet<QObject*>& looked)
{
    if (looked.contains(below))
        return nullptr;
    looked.insert(below);
    auto* item = qobject_cast<QQuickItem*>(below);
    if (item && !item->isVisible())
        return nullptr;
    if (isIt(below))
        return below;
    QObjectList inside = below->children();
    if (item)
        for (QQuickItem* child : item->childItems())
            inside.push_back(child);
    if (auto* content = below->property("contentItem").value<QObject*>(); content && !item)
        inside.push_back(content);
    for (QObject* one : inside)
        if (QObject* found = find(one, isIt, looked))
            return found;
    return nullptr;
}

QObject* find(QObject* below, const std::function<bool(QObject*)>& isIt)
{
    QSet<QObject*> looked;
    return find(below, isIt, looked);
}

void pass(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

/// A window with one page in it, and the world of the page.
class Shown {
public:
    /// The engine is one for all pages: it reads each QML file once.
    Shown(QQmlEngine& engine, const GalleryPage& page, QSize size, int scheme, bool largeType)
        : m_world(guanwu::worldOf(page, m_folder.path().toStdString()))
        , m_view(&engine, nullptr)
    {
        QVariantMap properties = page.prepare ? page.prepare(m_world) : QVariantMap();
        if (page.isShellPage) {
            properties[u"session"_s] = QVariant::fromValue(m_world.session.get());
            properties[u"settings"_s] = QVariant::fromValue(m_world.settings.get());
        }
        m_view.setResizeMode(QQuickView::SizeRootObjectToView);
        m_view.setInitialProperties({{u"scheme"_s, scheme}, {u"largeType"_s, largeType}});
        m_view.setSource(u"qrc:/qt/qml/Guanwu/Gallery/GalleryFrame.qml"_s);
        m_view.resize(size);
        m_view.setTitle(page.name);
        m_view.show();
        QMetaObject::invokeMethod(m_view.rootObject(), "show", Q_ARG(QUrl, QUrl(page.url)),
            Q_ARG(QVariant, properties), Q_ARG(bool, page.isShellPage));
    }
    void resize(QSize size) { m_view.resize(size); }
    [[nodiscard]] bool isThere() const
    {
        return m_view.rootObject() && m_view.rootObject()->property("page").value<QObject*>() != nullptr;
    }
    /// False: it goes on changing. A page with a camera rests when so many frames have been read since.
    [[nodiscard]] bool comeToRest(guanwu::SteppedAnimations& animations, int frames)
    {
        if (frames == 0)
            return guanwu::comeToRest(m_view, animations);
        QObject context; // ends the counting
        QPointer<guanwu::LiveCamera> camera;
        int read = 0;
        return guanwu::comeToRest(m_view, animations, [&] {
            if (!camera) {
                camera = qobject_cast<guanwu::LiveCamera*>(find(m_view.contentItem(),
                    [](QObject* one) { return qobject_cast<guanwu::LiveCamera*>(one) != nullptr; }));
                if (camera)
                    QObject::connect(camera, &guanwu::LiveCamera::decoded, &context, [&read] { ++read; });
            }
            return read >= frames;
        });
    }
    [[nodiscard]] QImage picture() { return m_view.grabWindow(); }
    [[nodiscard]] QStringList faults() { return guanwu::pageFaults(*m_view.contentItem()); }
    /// "name" presses a button or opens a row, "+name" ticks a row, "name=text" writes into a field. False:
    /// there is no such thing.
    [[nodiscard]] bool press(const QString& what)
    {
        const bool ticks = what.startsWith(u'+');
        const qsizetype written = what.indexOf(u'=');
        const QString name = what.left(written).mid(ticks ? 1 : 0);
        QObject* found
            = find(m_view.contentItem(), [&name](QObject* one) { return one->objectName() == name; });
        if (!found)
            return false;
        if (ticks)
            return QMetaObject::invokeMethod(found, "picked", Q_ARG(int, 0));
        if (written >= 0)
            return found->setProperty("text", what.mid(written + 1))
                && QMetaObject::invokeMethod(found, "edited");
        if (found->metaObject()->indexOfSignal("doubleTapped()") < 0)
            return QMetaObject::invokeMethod(found, "clicked");
        // A row of a table: opened by one tap on a handheld, by two on a desk.
        return QMetaObject::invokeMethod(found, "tapped", Q_ARG(int, 0))
            && QMetaObject::invokeMethod(found, "doubleTapped");
    }

private:
    QTemporaryDir m_folder;
    guanwu::GalleryWorld m_world; // outlives the window
    QQuickView m_view;
};

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(u"guanwu-gallery"_s);
    QQuickStyle::setStyle(u"Basic"_s);
    qputenv("QSG_RENDER_LOOP", "basic"); // the other ones drive animations themselves
    QGuiApplication app(argc, argv);
    app.setFont(QFont(u"Noto Sans CJK SC"_s));
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({
        {u"list"_s, u"Names all pages."_s},
        {u"page"_s, u"Only pages whose name begins so."_s, u"name"_s},
        {u"shots"_s,
            u"Writes pictures of the pages into this folder, says what is wrong with them, and ends."_s,
            u"folder"_s},
        {u"size"_s, u"One size only, for example 360x640."_s, u"size"_s},
        {u"scheme"_s, u"light, dark or contrast."_s, u"scheme"_s, u"light"_s},
        {u"large"_s, u"Large type."_s},
        {u"lang"_s, u"zh_CN or en."_s, u"language"_s, u"zh_CN"_s},
    });
    options.process(app);
    QTranslator translator;
    guanwu::EnglishPlurals plurals;
    if (options.value(u"lang"_s) == "en"_L1)
        QCoreApplication::installTranslator(&plurals);
    else if (translator.load(u":/i18n/guanwu-gallery_zh_CN.qm"_s))
        QCoreApplication::installTranslator(&translator);

    std::vector<GalleryPage> pages = guanwu::galleryPages();
    std::erase_if(
        pages, [&](const GalleryPage& page) { return !page.name.startsWith(options.value(u"page"_s)); });
    if (options.isSet(u"list"_s)) {
        for (const GalleryPage& page : pages)
            std::printf("%s\n", qPrintable(page.name));
        return 0;
    }
    std::vector<QSize> sizes(std::begin(kSizes), std::end(kSizes));
    if (const auto size = options.value(u"size"_s).split(u'x'); size.size() == 2)
        sizes = {{size[0].toInt(), size[1].toInt()}};
    const QString schemeName = options.value(u"scheme"_s);
    const int scheme = schemeName == "dark"_L1 ? 1 : schemeName == "contrast"_L1 ? 2 : 0;

    QQmlEngine engine;
    engine.addImportPath(u"qrc:/qt/qml"_s);
    const QString shots = options.value(u"shots"_s);
    guanwu::SteppedAnimations animations;
    if (!shots.isEmpty()) {
        animations.install();
        QGuiApplication::styleHints()->setCursorFlashTime(0); // a text cursor stands
    }
    QCursor::setPos(10'000, 10'000); // over nothing, so that nothing is hovered
    QAccessible::setActive(true); // what has no role for it is looked for
    int faults = 0;
    for (const GalleryPage& page : pages) {
        std::unique_ptr<Shown> window;
        for (const QSize size : sizes) {
            if (!page.isOnHandhelds && size.width() < kCompact)
                continue;
            // What buttons open may be another thing in another size; else the page is made once.
            if (window && page.presses.isEmpty() && !shots.isEmpty())
                window->resize(size);
            else
                window = std::make_unique<Shown>(engine, page, size, scheme, options.isSet(u"large"_s));
            Shown& shown = *window;
            bool isAtRest = shown.comeToRest(animations, page.frames);
            bool isThere = shown.isThere();
            for (const QString& press : page.presses) {
                const bool isOptional = press.endsWith(u'?');
                isThere = isThere && (shown.press(press.chopped(isOptional ? 1 : 0)) || isOptional);
                if (press.contains(u'='))
                    pass(kTyped);
                isAtRest = shown.comeToRest(animations, 0);
            }
            if (!isThere) {
                std::fprintf(stderr, "%s: cannot be shown\n", qPrintable(page.name));
                ++faults;
                continue;
            }
            if (shots.isEmpty()) {
                app.exec(); // until its window is closed
                continue;
            }
            QStringList wrong = shown.faults();
            if (!isAtRest)
                wrong << u"does not come to rest"_s;
            for (const QString& fault : wrong) {
                std::fprintf(stderr, "%s %dx%d: %s\n", qPrintable(page.name), size.width(), size.height(),
                    qPrintable(fault));
                ++faults;
            }
            const QString file = u"%1/%2-%3x%4-%5.png"_s.arg(shots, page.name)
                                     .arg(size.width())
                                     .arg(size.height())
                                     .arg(schemeName);
            if (!shown.picture().save(file)) {
                std::fprintf(stderr, "%s cannot be written\n", qPrintable(file));
                return 4;
            }
        }
    }
    return faults == 0 ? 0 : 1;
}
