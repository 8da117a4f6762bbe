#pragma once

#include "app/client/calls/calls.h"

#include <QPointer>
#include <QTimer>
#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// Running a campaign: making, issuing and freezing it, moving units, and what lies in quarantine. One step
/// at a time; each is sent with the version that was on the screen.
class CampaignDesk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls MEMBER m_calls NOTIFY changed)
    Q_PROPERTY(QString task READ task WRITE setTask NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    /// What goes on now, for people; empty while nothing does.
    Q_PROPERTY(QString step READ step NOTIFY changed)
    /// How far the step is: 0 to 1; -1 = it is over in a moment, or nothing is known yet.
    Q_PROPERTY(double progress READ progress NOTIFY changed)
    /// "37 %, 82 of 219 units"; empty = as above.
    Q_PROPERTY(QString progressText READ progressText NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// { value, text, icon } of the states that units can be moved to; the last is the way back.
    Q_PROPERTY(QVariantList targets READ targets CONSTANT)
    /// { eventId, unit, install, seq, received, body, stored }
    Q_PROPERTY(QVariantList quarantine READ quarantine NOTIFY changed)

public:
    explicit CampaignDesk(QObject* parent = nullptr);

    [[nodiscard]] QString task() const { return m_task; }
    void setTask(const QString& task);
    [[nodiscard]] bool isBusy() const { return !m_step.isEmpty(); }
    [[nodiscard]] QString step() const { return m_step; }
    [[nodiscard]] double progress() const
    {
        return m_unitsToMove > 0 ? 1.0 * m_unitsMoved / m_unitsToMove : -1;
    }
    [[nodiscard]] QString progressText() const;
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QVariantList quarantine() const { return m_quarantine; }

    [[nodiscard]] static QVariantList targets();

    /// Without units: all of the inventory.
    Q_INVOKABLE void create(
        const QString& task, const QString& name, const QString& baseDate, const QStringList& units);
    Q_INVOKABLE void issue();
    Q_INVOKABLE void freeze();
    /// The reason is wanted for the way back to counting.
    Q_INVOKABLE void advance(const QString& to, const QStringList& units, const QString& reason);
    Q_INVOKABLE void forgetProblem();

    /// What is wrong with what a campaign is to be made of; empty = nothing.
    Q_INVOKABLE [[nodiscard]] static QString problemOfTask(const QString& task);
    Q_INVOKABLE [[nodiscard]] static QString problemOfDate(const QString& baseDate);
    /// The end of last month: the usual base date.
    Q_INVOKABLE [[nodiscard]] static QString usualBaseDate();
    Q_INVOKABLE [[nodiscard]] static QString usualTaskNo();

Q_SIGNALS:
    void changed();
    /// A step has been done; everything shown of the campaign is old now.
    void done(const QString& message, const QString& task);

private:
    void act(const QString& action, const QJsonObject& body, const QString& step, const QString& message);
    /// Follows a step that takes the units one after the other to a state.
    void watch(const QString& to, const QStringList& units);
    void look();
    void loadQuarantine();
    void finish(const QString& problem);

    QPointer<Calls> m_calls;
    QString m_task;
    QString m_step;
    QString m_problem;
    QVariantList m_quarantine;
    QTimer m_watch;
    QString m_watchedState;
    QStringList m_watchedUnits; ///< none = all
    int m_unitsMoved = 0;
    int m_unitsToMove = 0; ///< 0 = not known
};

} // namespace guanwu
