#pragma once

#include "app/client/calls/calls.h"

#include <QDeadlineTimer>
#include <QTimer>
#include <qqmlregistration.h>

namespace guanwu {

/// Lets one handheld in: the text of its QR code, and how long it still holds. Revokes others.
class DeviceOffer : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls MEMBER m_calls NOTIFY changed)
    /// What the QR code says; empty while there is none, and after its time.
    Q_PROPERTY(QString enrolment READ enrolment NOTIFY changed)
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY changed)
    Q_PROPERTY(QString timeLeft READ timeLeft NOTIFY changed)
    Q_PROPERTY(bool isOver READ isOver NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    static constexpr int kSeconds = 15 * 60; ///< a code is good for

    explicit DeviceOffer(QObject* parent = nullptr);
    [[nodiscard]] const QString& enrolment() const { return m_enrolment; }
    [[nodiscard]] int secondsLeft() const;
    [[nodiscard]] QString timeLeft() const;
    [[nodiscard]] bool isOver() const { return m_over; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString& problem() const { return m_problem; }

    /// `address`: https://HOST:PORT, as handhelds reach the server.
    Q_INVOKABLE void offer(const QString& address);
    Q_INVOKABLE void revoke(const QString& device);
    Q_INVOKABLE void forget();

Q_SIGNALS:
    void changed();
    void revoked();

private:
    void tick();

    Calls* m_calls = nullptr;
    QString m_enrolment;
    QString m_problem;
    QDeadlineTimer m_end;
    QTimer m_clock;
    bool m_busy = false;
    bool m_over = false;
};

} // namespace guanwu
