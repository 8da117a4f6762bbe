#include <QQmlEngine>
#include <QQuickStyle>
#include <QtQuickTest>

/// What all tests in QML stand on.
class Setup : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void applicationAvailable() { QQuickStyle::setStyle(QStringLiteral("Basic")); }
    void qmlEngineAvailable(QQmlEngine* engine) { engine->addImportPath(QStringLiteral("qrc:/qt/qml")); }
};

QUICK_TEST_MAIN_WITH_SETUP(guanwu, Setup)

#include "qml_main.moc"
