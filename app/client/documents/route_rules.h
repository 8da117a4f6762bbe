#pragma once

#include "app/client/documents/document_kinds.h"

#include <QPointer>

namespace guanwu {

/// The route table in force, as GET /document-routes tells it, in words.
class RouteRules : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::DocumentKinds* kinds READ kinds WRITE setKinds NOTIFY changed)
    Q_PROPERTY(QVariantMap table READ table WRITE setTable NOTIFY changed)
    Q_PROPERTY(int revision READ revision NOTIFY changed) ///< counts the changes of what the functions say

public:
    using QObject::QObject;
    [[nodiscard]] DocumentKinds* kinds() const { return m_kinds; }
    void setKinds(DocumentKinds* kinds);
    [[nodiscard]] const QVariantMap& table() const { return m_table; }
    void setTable(const QVariantMap& table);
    [[nodiscard]] int revision() const { return m_revision; }

    /// The rules of a kind: { row, what, limits, source, steps: [name] }.
    Q_INVOKABLE [[nodiscard]] QVariantList of(const QString& kind) const;
    /// The methods of a kind that no rule is for; empty = there are none.
    Q_INVOKABLE [[nodiscard]] QString unrouted(const QString& kind) const;

Q_SIGNALS:
    void changed();

private:
    void tell();

    QPointer<DocumentKinds> m_kinds;
    QVariantMap m_table;
    int m_revision = 0;
};

} // namespace guanwu
