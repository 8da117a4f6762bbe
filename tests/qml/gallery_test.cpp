// When a page of the gallery is pictured.
#include "app/client/gallery/page_rest.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickView>
#include <QSemaphore>
#include <QtConcurrentRun>
#include <catch2/catch.hpp>

using namespace guanwu;
using namespace std::chrono_literals;

namespace {

/// A window over one piece of QML.
struct Piece {
    explicit Piece(const QByteArray& qml)
    {
        QQmlComponent component(view.engine());
        component.setData("import QtQuick\n" + qml, QUrl());
        INFO(component.errorString().toStdString());
        REQUIRE(component.isReady());
        root = qobject_cast<QQuickItem*>(component.create());
        view.setResizeMode(QQuickView::SizeRootObjectToView);
        view.setContent(QUrl(), nullptr, root);
        view.resize(100, 100);
        view.show();
    }

    QQuickView view;
    QQuickItem* root = nullptr; // the view's
};

/// Animations by a clock of their own for one case.
struct Stepped : SteppedAnimations {
    Stepped() { install(); }
    ~Stepped() override { uninstall(); }
};

} // namespace

TEST_CASE("a page rests when what moves in it has arrived", "[client][gallery]")
{
    Stepped animations;
    Piece shown("Item { Rectangle { objectName: 'box'; width: 9; height: 9; color: 'red'\n"
                "NumberAnimation on x { from: 0; to: 80; duration: 900 } } }");
    REQUIRE(comeToRest(shown.view, animations));
    CHECK(shown.root->findChild<QQuickItem*>(QStringLiteral("box"))->x() == 80);
    CHECK(shown.view.grabWindow().pixelColor(84, 4) == QColor(Qt::red));
}

TEST_CASE("a page rests although something in it turns for ever", "[client][gallery]")
{
    Stepped animations;
    Piece shown(
        "Rectangle { NumberAnimation on x { from: 0; to: 80; duration: 900; loops: Animation.Infinite } }");
    CHECK(comeToRest(shown.view, animations));
}

TEST_CASE("a page does not rest before a thread has given its answer", "[client][gallery]")
{
    Stepped animations;
    Piece shown("Rectangle { color: 'red' }");
    QSemaphore isWaitedFor;
    QtConcurrent::run([&isWaitedFor] { isWaitedFor.acquire(); }).then(shown.root, [&shown] {
        shown.root->setProperty("color", QColor(Qt::blue));
    });
    CHECK_FALSE(comeToRest(shown.view, animations, {}, 200ms));
    isWaitedFor.release();
    REQUIRE(comeToRest(shown.view, animations));
    CHECK(shown.view.grabWindow().pixelColor(50, 50) == QColor(Qt::blue));
}

TEST_CASE("a page does not rest before its pictures are there", "[client][gallery]")
{
    Stepped animations;
    Piece shown(
        "Image { source: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVQI12P4z8A"
        "AAAMBAQAY3Y2wAAAAAElFTkSuQmCC'; asynchronous: true }");
    CHECK(comeToRest(shown.view, animations));
    CHECK(shown.root->property("status").toInt() == 1); // Image.Ready
}

TEST_CASE("a page on which a clock goes rests, and one that waits for what does not come does not",
    "[client][gallery]")
{
    Stepped animations;
    Piece shown(
        "Rectangle { color: Qt.rgba(n / 200, 0, 0, 1); property int n: 0\n"
        "Timer { running: true; repeat: true; interval: 1; onTriggered: parent.n = (parent.n + 1) % 200 } }");
    CHECK(comeToRest(shown.view, animations));
    CHECK_FALSE(comeToRest(
        shown.view, animations, [] { return false; }, 100ms));
}
