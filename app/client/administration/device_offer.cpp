#include "app/client/administration/device_offer.h"

using namespace Qt::StringLiterals;

namespace guanwu {

DeviceOffer::DeviceOffer(QObject* parent)
    : QObject(parent)
{
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &DeviceOffer::tick);
}

int DeviceOffer::secondsLeft() const
{
    return m_enrolment.isEmpty() ? 0 : static_cast<int>((m_end.remainingTime() + 999) / 1000);
}

QString DeviceOffer::timeLeft() const
{
    return u"%1:%2"_s.arg(secondsLeft() / 60).arg(secondsLeft() % 60, 2, 10, QChar(u'0'));
}

void DeviceOffer::offer(const QString& address)
{
    if (m_busy)
        return;
    forget();
    m_busy = true;
    Q_EMIT changed();
    // The time runs from before the question, so that no code is shown that the server has forgotten.
    const QDeadlineTimer end(std::chrono::seconds {kSeconds});
    m_calls->post(u"/enrolments"_s, {{u"address"_s, address.trimmed()}})
        .then(this, [this, end](const CallAnswer& answer) {
            m_busy = false;
            m_problem = answer.problem;
            if (answer.isOk()) {
                m_enrolment = answer.json()["enrolment"_L1].toString();
                m_end = end;
                m_clock.start();
            }
            Q_EMIT changed();
        });
}

void DeviceOffer::tick()
{
    if (m_end.hasExpired()) {
        m_clock.stop();
        m_enrolment.clear();
        m_over = true;
    }
    Q_EMIT changed();
}

void DeviceOffer::revoke(const QString& device)
{
    Call call;
    call.method = "DELETE";
    call.path = callPath({u"devices"_s, device});
    m_busy = true;
    m_problem.clear();
    Q_EMIT changed();
    m_calls->send(call).then(this, [this](const CallAnswer& answer) {
        m_busy = false;
        m_problem = answer.problem;
        Q_EMIT changed();
        if (answer.isOk())
            Q_EMIT revoked();
    });
}

void DeviceOffer::forget()
{
    m_clock.stop();
    m_enrolment.clear();
    m_problem.clear();
    m_over = false;
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_device_offer.cpp"
