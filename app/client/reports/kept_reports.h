#pragma once

#include "app/client/calls/calls.h"

#include <QJsonArray>
#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// The archive of reports, the newest first. Each that somebody sees is held against its digests and the
/// audit trail, one after the other.
class KeptReports : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls READ calls WRITE setCalls NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY changed)
    /// { id, title, ofWhom, made, format, ties, state, stateText, stateIcon, tone }
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)

public:
    using QObject::QObject;
    [[nodiscard]] Calls* calls() const { return m_calls; }
    void setCalls(Calls* calls);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] bool hasMore() const { return !m_next.isEmpty(); }
    [[nodiscard]] QVariantList rows() const;

    Q_INVOKABLE void reload();
    Q_INVOKABLE void more();
    /// Whether it is still what was kept, unless that is known.
    Q_INVOKABLE void verify(const QString& report);

Q_SIGNALS:
    void changed();

private:
    void ask();
    void verifyNext();

    Calls* m_calls = nullptr;
    QJsonArray m_reports;
    QVariantMap m_checks; ///< by id: "holds" or "broken"
    QStringList m_asked; ///< ids that are still to be verified
    QString m_next;
    QString m_problem;
    int m_generation = 0;
    bool m_busy = false;
    bool m_isVerifying = false;
};

} // namespace guanwu
