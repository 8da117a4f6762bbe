#pragma once

#include "app/client/calls/calls.h"

#include <QStringList>
#include <QUrl>
#include <QVariantMap>
#include <qqmlregistration.h>

namespace guanwu {

/// Tags of cards as a PDF, saved where its user says and opened by the viewer of the system.
class TagPrint : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls MEMBER m_calls NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QUrl written READ written NOTIFY changed)

public:
    using QObject::QObject;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] const QUrl& written() const { return m_written; }

    /// `design`: a4, 60x40 or 70x30.
    Q_INVOKABLE void make(const QStringList& assets, const QString& design, const QUrl& file);
    Q_INVOKABLE void forget();

Q_SIGNALS:
    void changed();
    void saved(const QUrl& file);

private:
    void take(const CallAnswer& answer, const QUrl& file);

    Calls* m_calls = nullptr;
    QString m_problem;
    QUrl m_written;
    bool m_busy = false;
};

} // namespace guanwu
