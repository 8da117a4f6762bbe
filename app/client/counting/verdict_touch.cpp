#include "app/client/counting/verdict_touch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr int kOfTheEvent = -1; ///< as long as the feedback of the event itself

    /// Of the event naming specification of feedbackd: a touch, or a pattern that is felt in a pocket.
    QString eventOf(const QString& key)
    {
        return key == "here"_L1 || key == "room"_L1 || key == "already_counted"_L1 ? u"button-pressed"_s
                                                                                   : u"message-new-instant"_s;
    }

    /// Without a bus of the session Qt would start one.
    bool hasBus() { return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"); }

} // namespace

void VerdictTouch::play(const QString& key)
{
    if (!m_isThere || !hasBus())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.sigxcpu.Feedback"_s, u"/org/sigxcpu/Feedback"_s,
        u"org.sigxcpu.Feedback"_s, u"TriggerFeedback"_s);
    call << u"guanwu-app"_s << eventOf(key) << QVariantMap() << kOfTheEvent;
    auto* const watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<uint> reply = *watcher;
        m_isThere = !reply.isError() || reply.error().type() != QDBusError::ServiceUnknown;
        watcher->deleteLater();
    });
}

} // namespace guanwu

#include "moc_verdict_touch.cpp"
