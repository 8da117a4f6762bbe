#pragma once

#include "app/client/calls/calls.h"

#include <QVariantMap>
#include <qqmlregistration.h>

namespace guanwu {

/// One thing that the API tells, as it told it last: for pages that show it and change it.
class OneRecord : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls READ calls WRITE setCalls NOTIFY asked)
    /// Escaped here; nothing is asked while one is empty.
    Q_PROPERTY(QStringList parts READ parts WRITE setParts NOTIFY asked)
    /// What goes behind the path; empty values do not.
    Q_PROPERTY(QVariantMap query READ query WRITE setQuery NOTIFY asked)
    Q_PROPERTY(QVariantMap value READ value NOTIFY changed)
    Q_PROPERTY(qint64 revision READ revision NOTIFY changed) ///< of its ETag; -1 = it has none
    Q_PROPERTY(bool isThere READ isThere NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    using QObject::QObject;
    [[nodiscard]] Calls* calls() const { return m_calls; }
    void setCalls(Calls* calls);
    [[nodiscard]] const QStringList& parts() const { return m_parts; }
    void setParts(const QStringList& parts);
    [[nodiscard]] const QVariantMap& query() const { return m_query; }
    void setQuery(const QVariantMap& query);
    [[nodiscard]] const QVariantMap& value() const { return m_value; }
    [[nodiscard]] qint64 revision() const { return m_revision; }
    [[nodiscard]] bool isThere() const { return m_isThere; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString& problem() const { return m_problem; }

    Q_INVOKABLE void reload();

Q_SIGNALS:
    void asked();
    void changed();

private:
    void askAnew();

    Calls* m_calls = nullptr;
    QStringList m_parts;
    QVariantMap m_query;
    QVariantMap m_value;
    QString m_problem;
    qint64 m_revision = -1;
    int m_generation = 0;
    bool m_isThere = false;
    bool m_busy = false;
};

} // namespace guanwu
