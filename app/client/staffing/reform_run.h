#pragma once

#include "app/client/calls/calls.h"

#include <QJsonObject>
#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// A reform of a unit: what it would move and what stands in its way, and the reform itself, of exactly the
/// order that was looked at.
class ReformRun : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls MEMBER m_calls NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(bool isThere READ isThere NOTIFY changed) ///< a preview of the present order
    Q_PROPERTY(bool isDone READ isDone NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed) ///< { label, value, tone } of what moves
    Q_PROPERTY(QStringList problems READ problems NOTIFY changed)
    Q_PROPERTY(QStringList accounts READ accounts NOTIFY changed) ///< to be granted anew
    Q_PROPERTY(bool mayRun READ mayRun NOTIFY changed)

public:
    using QObject::QObject;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isThere() const { return !m_plan.isEmpty(); }
    [[nodiscard]] bool isDone() const { return m_done; }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] QVariantList rows() const;
    [[nodiscard]] QStringList problems() const;
    [[nodiscard]] QStringList accounts() const;
    [[nodiscard]] bool mayRun() const { return isThere() && !m_done && !m_busy && problems().isEmpty(); }

    Q_INVOKABLE void preview(const QJsonObject& order);
    Q_INVOKABLE void run();
    /// The order is another: what was looked at no longer counts.
    Q_INVOKABLE void forget();

Q_SIGNALS:
    void changed();
    void done();

private:
    Calls* m_calls = nullptr;
    QJsonObject m_order;
    QJsonObject m_plan;
    QString m_problem;
    QString m_key; ///< of the reform, so that a lost answer does not make it twice
    bool m_busy = false;
    bool m_done = false;
};

} // namespace guanwu
