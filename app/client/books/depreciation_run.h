#pragma once

#include "app/client/calls/calls.h"

#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// Months of depreciation being posted: first which they would be, then some units at a time, so that it can
/// be seen and stopped. A posted month stays; going on posts what is missing.
class DepreciationRun : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls MEMBER m_calls NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed) ///< looking, or posting
    Q_PROPERTY(bool isThere READ isThere NOTIFY changed) ///< it is known what would be posted
    Q_PROPERTY(bool isRunning READ isRunning NOTIFY changed)
    Q_PROPERTY(bool isDone READ isDone NOTIFY changed)
    Q_PROPERTY(QVariantList plan READ plan NOTIFY changed) ///< { unit, title, months }
    Q_PROPERTY(int units READ units NOTIFY changed)
    Q_PROPERTY(int unitsDone READ unitsDone NOTIFY changed)
    Q_PROPERTY(int monthsPosted READ monthsPosted NOTIFY changed)
    Q_PROPERTY(bool ties READ ties NOTIFY changed) ///< the identity of every month that was posted
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    static constexpr int kUnitsAtOnce = 10;

    using QObject::QObject;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] bool isDone() const { return m_isThere && !m_isRunning && units() > 0 && m_unitsDone == units(); }
    [[nodiscard]] QVariantList plan() const;
    [[nodiscard]] int units() const { return static_cast<int>(m_plan.size()); }
    [[nodiscard]] int unitsDone() const { return m_unitsDone; }
    [[nodiscard]] int monthsPosted() const { return m_monthsPosted; }
    [[nodiscard]] bool ties() const { return m_ties; }
    [[nodiscard]] const QString& problem() const { return m_problem; }

    /// An empty unit = all that the caller keeps the books of; an empty opening = none opens.
    Q_INVOKABLE void preview(const QString& through, const QString& opening, const QString& unit);
    /// From the beginning, or from where it was stopped.
    Q_INVOKABLE void run();
    /// After the units that are under way.
    Q_INVOKABLE void stop();
    Q_INVOKABLE void forget();

Q_SIGNALS:
    void changed();
    void posted();

private:
    void next();
    void end();
    void take(const CallAnswer& answer, int units);

    Calls* m_calls = nullptr;
    QJsonObject m_order;
    std::vector<QJsonObject> m_plan;
    QString m_problem;
    int m_generation = 0;
    int m_unitsDone = 0;
    int m_monthsPosted = 0;
    bool m_busy = false;
    bool m_isThere = false;
    bool m_isRunning = false;
    bool m_isStopping = false;
    bool m_ties = true;
};

} // namespace guanwu
