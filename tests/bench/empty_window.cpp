// What the client is measured beside: a window with nothing in it, of Qt Quick or of Quick Controls.
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTimer>
#include <cstdio>

int main(int argc, char** argv)
{
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    QGuiApplication app(argc, argv);
    QQmlApplicationEngine engine;
    const bool controls = argc > 1 && QByteArray(argv[1]) == "controls";
    engine.loadData(controls
            ? "import QtQuick.Controls\nApplicationWindow { width: 1280; height: 800; visible: true }"
            : "import QtQuick\nWindow { width: 1280; height: 800; visible: true }");
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().value(0));
    if (!window)
        return 1;
    QObject::connect(
        window, &QQuickWindow::frameSwapped, window,
        [] {
            std::puts("shown");
            std::fflush(stdout);
            QTimer::singleShot(500, qApp, &QCoreApplication::quit);
        },
        Qt::SingleShotConnection);
    return app.exec();
}
