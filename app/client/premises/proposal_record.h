#pragma once

#include "app/client/calls/calls.h"

#include <QVariantMap>
#include <qqmlregistration.h>

namespace guanwu {

/// Rooms that the server proposes for a unit; a change of the unit, or of who is seated anew, asks again.
class ProposalRecord : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls READ calls WRITE setCalls NOTIFY asked)
    Q_PROPERTY(QString unit READ unit WRITE setUnit NOTIFY asked)
    Q_PROPERTY(bool everybody READ isEverybody WRITE setEverybody NOTIFY asked)
    Q_PROPERTY(QVariantMap value READ value NOTIFY changed)
    Q_PROPERTY(bool isThere READ isThere NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    using QObject::QObject;
    [[nodiscard]] Calls* calls() const { return m_calls; }
    void setCalls(Calls* calls);
    [[nodiscard]] const QString& unit() const { return m_unit; }
    void setUnit(const QString& unit);
    [[nodiscard]] bool isEverybody() const { return m_everybody; }
    void setEverybody(bool everybody);
    [[nodiscard]] const QVariantMap& value() const { return m_value; }
    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString& problem() const { return m_problem; }

    Q_INVOKABLE void reload();

Q_SIGNALS:
    void asked();
    void changed();

private:
    Calls* m_calls = nullptr;
    QString m_unit;
    QVariantMap m_value;
    QString m_problem;
    int m_generation = 0;
    bool m_everybody = false;
    bool m_isThere = false;
    bool m_busy = false;
};

} // namespace guanwu
