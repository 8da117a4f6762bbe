#pragma once

#include "app/client/calls/calls.h"
#include "app/client/campaign/unit_progress.h"

#include <QPointer>
#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// One count sheet as it stands: its state and version, its figures, what stands in the way of its next step.
/// What changes the sheet goes through here, one after the other, each with the version of the answer before.
class SheetView : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls READ calls WRITE setCalls NOTIFY inputChanged)
    Q_PROPERTY(QString task READ task WRITE setTask NOTIFY inputChanged)
    Q_PROPERTY(QString unit READ unit WRITE setUnit NOTIFY inputChanged)
    // What this user may do, and the unit whose he is.
    Q_PROPERTY(bool maySign MEMBER m_maySign NOTIFY changed)
    Q_PROPERTY(bool mayRunCampaign MEMBER m_mayRun NOTIFY changed)
    Q_PROPERTY(QString ownUnit MEMBER m_ownUnit NOTIFY changed)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString sheetState READ sheetState NOTIFY changed)
    Q_PROPERTY(QString recount READ recount NOTIFY changed)
    Q_PROPERTY(bool takesDecisions READ takesDecisions NOTIFY changed)
    Q_PROPERTY(bool isRecountable READ isRecountable NOTIFY changed)
    Q_PROPERTY(int lines READ lines NOTIFY changed)
    Q_PROPERTY(int checked READ checked NOTIFY changed)
    Q_PROPERTY(double share READ share NOTIFY changed)
    Q_PROPERTY(QString matchText READ matchText NOTIFY changed)
    Q_PROPERTY(bool stale READ isStale NOTIFY changed)
    /// Findings that wait for a decision; set by the page that lists them.
    Q_PROPERTY(int undecided MEMBER m_undecided NOTIFY changed)
    /// { result, word, icon, tone, count } of the results there are.
    Q_PROPERTY(QVariantList results READ results NOTIFY changed)
    /// { value, text, icon } of the same, to choose from.
    Q_PROPERTY(QVariantList kinds READ kinds NOTIFY changed)
    /// { text, hint, icon, tone, blocks } of what stands in the way of the next step, the worst first.
    Q_PROPERTY(QVariantList blockers READ blockers NOTIFY changed)
    /// The states from frozen to verified: { state, word, icon, done, current }.
    Q_PROPERTY(QVariantList steps READ steps NOTIFY changed)
    /// The state that this user may move the sheet to now; empty = none.
    Q_PROPERTY(QString nextState READ nextState NOTIFY changed)
    /// There is a next step, and nothing that the server would refuse it for.
    Q_PROPERTY(bool canSign READ canSign NOTIFY changed)
    Q_PROPERTY(bool mayReopen READ mayReopen NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] Calls* calls() const { return m_calls; }
    void setCalls(Calls* calls);
    [[nodiscard]] QString task() const { return m_task; }
    void setTask(const QString& task);
    [[nodiscard]] QString unit() const { return m_unit; }
    void setUnit(const QString& unit);
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString name() const { return m_progress.name; }
    [[nodiscard]] QString sheetState() const { return m_progress.state; }
    [[nodiscard]] QString recount() const { return m_progress.recount; }
    [[nodiscard]] bool takesDecisions() const;
    [[nodiscard]] bool isRecountable() const;
    [[nodiscard]] int lines() const { return static_cast<int>(m_progress.lines); }
    [[nodiscard]] int checked() const { return static_cast<int>(m_progress.checked); }
    [[nodiscard]] double share() const { return m_progress.share(); }
    [[nodiscard]] QString matchText() const;
    [[nodiscard]] bool isStale() const { return m_progress.stale; }
    [[nodiscard]] QVariantList results() const;
    [[nodiscard]] QVariantList kinds() const;
    [[nodiscard]] QVariantList blockers() const;
    [[nodiscard]] QVariantList steps() const;
    [[nodiscard]] QString nextState() const;
    [[nodiscard]] bool canSign() const;
    [[nodiscard]] bool mayReopen() const;
    [[nodiscard]] const UnitProgress& progress() const { return m_progress; }
    /// The path of the sheet, or of what is below it.
    [[nodiscard]] QString path(const QStringList& below = {}) const;

    /// Sends a change of the sheet with the version that is known of it, and takes the version of the answer.
    /// On 409 the sheet is read again.
    [[nodiscard]] QFuture<CallAnswer> change(const QStringList& below, const QJsonObject& body);

    Q_INVOKABLE void reload();
    /// Moves the sheet; the reason is wanted for the way back.
    Q_INVOKABLE void advance(const QString& to, const QString& reason);
    Q_INVOKABLE void forgetProblem();

Q_SIGNALS:
    void inputChanged();
    void changed();
    /// The sheet is another than it was: what is shown of its lines is old.
    void moved(const QString& message);
    /// Somebody else has changed the sheet; what was sent was refused.
    void conflicted();

private:
    void loadProgress();
    void setProblem(const QString& problem);

    QPointer<Calls> m_calls;
    QString m_task;
    QString m_unit;
    QString m_etag;
    QString m_problem;
    UnitProgress m_progress;
    QString m_ownUnit;
    bool m_maySign = false;
    bool m_mayRun = false;
    bool m_loaded = false;
    bool m_busy = false;
    int m_undecided = 0;
};

} // namespace guanwu
