#pragma once

#include "app/client/calls/calls.h"

#include <QJsonArray>
#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// Which reports there are and what each asks for, as the server says it, and the counts one may name.
class ReportCatalog : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls READ calls WRITE setCalls NOTIFY changed)
    Q_PROPERTY(bool isThere READ isThere NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// Narrows `reports` to those whose title holds it.
    Q_PROPERTY(QString text MEMBER m_text NOTIFY changed)
    /// { name, title, group }, group by group
    Q_PROPERTY(QVariantList reports READ reports NOTIFY changed)

public:
    using QObject::QObject;
    [[nodiscard]] Calls* calls() const { return m_calls; }
    void setCalls(Calls* calls);
    [[nodiscard]] bool isThere() const { return !m_reports.isEmpty(); }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] QVariantList reports() const;

    Q_INVOKABLE void reload();
    Q_INVOKABLE [[nodiscard]] QString title(const QString& report) const;
    /// For AskedFields: the parameters of a report, what is usual filled in.
    Q_INVOKABLE [[nodiscard]] QVariantList fields(const QString& report) const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QJsonObject find(const QString& report) const;
    [[nodiscard]] QVariantMap fieldOf(const QJsonObject& parameter) const;

    Calls* m_calls = nullptr;
    QString m_text;
    QString m_problem;
    QJsonArray m_reports;
    QVariantList m_tasks; ///< { value, text }
};

} // namespace guanwu
