#pragma once

#include "app/client/calls/calls.h"

#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// What a field may point at, searched as one types: assets, classes, units, departments, people, places.
class ReferenceSearch : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls MEMBER m_calls NOTIFY asked)
    /// asset, class, unit, department, person or place.
    Q_PROPERTY(QString kind MEMBER m_kind NOTIFY asked)
    /// Narrows departments (which need it), people and places.
    Q_PROPERTY(QString unit MEMBER m_unit NOTIFY asked)
    /// { value, text, detail, isUsable }.
    Q_PROPERTY(QVariantList found READ found NOTIFY changed)
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit ReferenceSearch(QObject* parent = nullptr);
    [[nodiscard]] const QVariantList& found() const { return m_found; }
    [[nodiscard]] bool hasMore() const { return m_hasMore; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString& problem() const { return m_problem; }

    Q_INVOKABLE void search(const QString& text);
    Q_INVOKABLE void clear();

Q_SIGNALS:
    void asked();
    void changed();

private:
    void take(const CallAnswer& answer);
    [[nodiscard]] QVariantMap rowOf(const QJsonObject& row) const;

    Calls* m_calls = nullptr;
    QString m_kind;
    QString m_unit;
    QVariantList m_found;
    QString m_problem;
    int m_generation = 0;
    bool m_hasMore = false;
    bool m_busy = false;
};

} // namespace guanwu
