// What the hand feels: a bus of the session with somebody on it who plays the feedback service.
#include "app/client/counting/verdict_touch.h"
#include "tests/qml/client_support.h"
#include "tests/support/program.h"
#include "tests/support/temp_folder.h"

#include <QDBusConnection>
#include <QStringList>
#include <QVariantMap>
#include <catch2/catch.hpp>

using namespace guanwu;
using namespace guanwu::test;
using namespace Qt::StringLiterals;

namespace {

/// feedbackd, as far as a verdict asks it.
class FeedbackService : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.sigxcpu.Feedback")

public:
    QStringList events;

public Q_SLOTS:
    uint TriggerFeedback(const QString& app, const QString& event, const QVariantMap&, int timeout)
    {
        events << app + u' ' + event + u' ' + QString::number(timeout);
        return static_cast<uint>(events.size());
    }
};

} // namespace

TEST_CASE("a verdict is felt where the session has a feedback service, and nowhere else", "[counting]")
{
    const TempFolder folder;
    const std::string address = "unix:path=" + (folder / "bus").string();
    RunningProgram bus("/usr/bin/dbus-daemon", {"--session", "--nofork", "--address=" + address});
    REQUIRE(waitUntil([&] { return std::filesystem::exists(folder / "bus"); }));
    qputenv("DBUS_SESSION_BUS_ADDRESS", QByteArray::fromStdString(address));

    VerdictTouch early;
    early.play(u"here"_s); // nobody serves it: nothing happens, and it is not asked again
    waitUntil([] { return false; }, 1);

    FeedbackService service;
    QDBusConnection hand = QDBusConnection::connectToBus(QString::fromStdString(address), u"hand"_s);
    REQUIRE(hand.registerObject(u"/org/sigxcpu/Feedback"_s, &service, QDBusConnection::ExportAllSlots));
    REQUIRE(hand.registerService(u"org.sigxcpu.Feedback"_s));
    early.play(u"here"_s);

    VerdictTouch touch;
    touch.play(u"here"_s);
    touch.play(u"other_room"_s);
    REQUIRE(waitUntil([&] { return service.events.size() >= 2; }));
    waitUntil([] { return false; }, 1);
    CHECK(service.events
        == QStringList {u"guanwu-app button-pressed -1"_s, u"guanwu-app message-new-instant -1"_s});

    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    touch.play(u"here"_s);
    waitUntil([] { return false; }, 1);
    CHECK(service.events.size() == 2);
    QDBusConnection::disconnectFromBus(u"hand"_s);
    bus.terminate();
}

#include "touch_test.moc"
