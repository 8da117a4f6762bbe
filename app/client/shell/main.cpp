#include "app/client/session/client_session.h"
#include "app/client/session/english_plurals.h"
#include "app/client/shell/app_settings.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QFont>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QTimer>
#include <QTranslator>
#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

QString besideThis(const QString& name) { return QCoreApplication::applicationDirPath() + u'/' + name; }

/// Chinese unless English was asked for, by the option or the settings; Qt's own dialogs too, where their
/// translations are installed.
void translate(QObject& owner, const QString& language)
{
    if (language == "en"_L1) {
        QCoreApplication::installTranslator(new guanwu::EnglishPlurals(&owner));
        return;
    }
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    const QString ofQt = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    for (const QString& file :
        {ofQt + u"/qtbase_zh_CN.qm"_s, ofQt + u"/qtdeclarative_zh_CN.qm"_s, u":/i18n/guanwu-app_zh_CN.qm"_s})
        if (auto* translator = new QTranslator(&owner); translator->load(file))
            QCoreApplication::installTranslator(translator);
}

/// Says so when the first picture is on the screen, and ends.
void endWhenShown(QQuickWindow& window)
{
    QObject::connect(
        &window, &QQuickWindow::frameSwapped, &window,
        [] {
            std::puts("shown");
            std::fflush(stdout);
            QTimer::singleShot(500, qApp, &QCoreApplication::quit);
        },
        Qt::SingleShotConnection);
    QTimer::singleShot(std::chrono::seconds(20), qApp, [] { QCoreApplication::exit(1); });
}

} // namespace

int main(int argc, char** argv)
{
    // Days on the screen are those of China, as the server has them, wherever the machine stands.
    qputenv("TZ", "CST-8");
    QCoreApplication::setApplicationName(u"guanwu"_s);
    QQuickStyle::setStyle(u"Basic"_s);
    std::signal(SIGPIPE, SIG_IGN);
    QGuiApplication app(argc, argv);
    app.setFont(QFont(u"Noto Sans CJK SC"_s));

    const QString home = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOptions({
        {u"store"_s, u"Where this device keeps what it scans."_s, u"file"_s, home + u"/handheld.db"_s},
        {u"demo"_s, u"Folder of the demo registry."_s, u"folder"_s, home + u"/demo"_s},
        {u"try-demo"_s, u"Starts the demo at once where this device is not enrolled."_s},
        {u"lang"_s, u"zh_CN or en."_s, u"language"_s},
        {u"camera"_s, u"default, none, or a folder of pictures or a video file that is played as one."_s,
            u"camera"_s, u"default"_s},
        {u"size"_s, u"Size of the window, for example 360x640."_s, u"size"_s},
        {u"self-test"_s, u"Shows the first page and ends."_s},
    });
    options.process(app);

    const QString store = QFileInfo(options.value(u"store"_s)).absoluteFilePath();
    guanwu::AppSettings settings(store + u".ini"_s);
    settings.setCamera(options.value(u"camera"_s));
    const QString language = options.isSet(u"lang"_s) ? options.value(u"lang"_s) : settings.language();
    translate(app, language);

    std::unique_ptr<guanwu::ClientSession> session;
    try {
        session = std::make_unique<guanwu::ClientSession>(store.toStdString(),
            language == "en"_L1 ? guanwu::Language::En : guanwu::Language::ZhCn,
            guanwu::DemoServer::Place {besideThis(u"guanwu"_s), options.value(u"demo"_s)});
    } catch (const std::exception& error) {
        std::fprintf(stderr, "guanwu-app: %s\n", error.what());
        return 4;
    }

    QQmlApplicationEngine engine;
    engine.addImportPath(u"qrc:/qt/qml"_s);
    QVariantMap properties {
        {u"session"_s, QVariant::fromValue(session.get())}, {u"settings"_s, QVariant::fromValue(&settings)}};
    if (const auto size = options.value(u"size"_s).split(u'x'); size.size() == 2) {
        properties[u"width"_s] = size[0].toInt();
        properties[u"height"_s] = size[1].toInt();
    }
    engine.setInitialProperties(properties);
    engine.load(u"qrc:/qt/qml/Guanwu/Shell/Main.qml"_s);
    if (engine.rootObjects().isEmpty())
        return 1;
    if (options.isSet(u"try-demo"_s))
        session->tryDemo();
    if (options.isSet(u"self-test"_s))
        endWhenShown(*qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst()));
    return app.exec();
}
