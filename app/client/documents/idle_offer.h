#pragma once

#include "app/client/documents/document_view.h"

namespace guanwu {

/// What lies idle in the city, searched for a request: the server notes on the request what was found.
class IdleOffer : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::DocumentView* view MEMBER m_view NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(bool isAnswered READ isAnswered NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// { assetNo, title, subtitle, unit, unitName }
    Q_PROPERTY(QVariantList found READ found NOTIFY changed)

public:
    using QObject::QObject;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isAnswered() const { return m_answered; }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] const QVariantList& found() const { return m_found; }

    /// The class of the first line, which is what is looked for unless something else is said.
    Q_INVOKABLE [[nodiscard]] QString usualClass() const;
    Q_INVOKABLE void search(const QString& classCode, const QString& acquiredSince);
    Q_INVOKABLE void clear();

Q_SIGNALS:
    void changed();

private:
    DocumentView* m_view = nullptr;
    QVariantList m_found;
    QString m_problem;
    bool m_busy = false;
    bool m_answered = false;
};

} // namespace guanwu
