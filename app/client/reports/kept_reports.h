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
    /// { id, title, ofWhom, made, format, ties }
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)
    /// What was found of those that were verified, by id: { text, icon, tone }. Apart from the rows, which
    /// stay where they are while one after the other is told.
    Q_PROPERTY(QVariantMap checks READ checks NOTIFY checked)
    /// The same of one that is not verified yet.
    Q_PROPERTY(QVariantMap unchecked READ unchecked CONSTANT)

public:
    using QObject::QObject;
    [[nodiscard]] Calls* calls() const { return m_calls; }
    void setCalls(Calls* calls);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] bool hasMore() const { return !m_next.isEmpty(); }
    [[nodiscard]] QVariantList rows() const;
    [[nodiscard]] const QVariantMap& checks() const { return m_checks; }
    [[nodiscard]] QVariantMap unchecked() const;

    Q_INVOKABLE void reload();
    Q_INVOKABLE void more();
    /// Whether it is still what was kept, unless that is known.
    Q_INVOKABLE void verify(const QString& report);

Q_SIGNALS:
    void changed();
    void checked();

private:
    void ask();
    void verifyNext();

    Calls* m_calls = nullptr;
    QJsonArray m_reports;
    QVariantMap m_checks;
    QStringList m_asked; ///< ids that are still to be verified
    QString m_next;
    QString m_problem;
    int m_generation = 0;
    bool m_busy = false;
    bool m_isVerifying = false;
};

} // namespace guanwu
