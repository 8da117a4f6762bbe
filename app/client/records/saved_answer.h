#pragma once

#include "app/client/calls/calls.h"

#include <QUrl>
#include <qqmlregistration.h>

namespace guanwu {

/// What the server makes (a form, a dossier), written into a file of the user.
class SavedAnswer : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls MEMBER m_calls NOTIFY asked)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QUrl written READ written NOTIFY changed)
    Q_PROPERTY(QString writtenPath READ writtenPath NOTIFY changed)

public:
    using QObject::QObject;
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] const QUrl& written() const { return m_written; }
    [[nodiscard]] QString writtenPath() const { return m_written.toLocalFile(); }

    Q_INVOKABLE void save(
        const QString& method, const QStringList& parts, const QUrl& file, const QJsonObject& query = {});
    /// Something else is shown now: nothing is said of the last file, and one on its way that fails says its
    /// name.
    Q_INVOKABLE void forget();

Q_SIGNALS:
    void asked();
    void changed();

private:
    void take(const CallAnswer& answer, const QUrl& file);

    Calls* m_calls = nullptr;
    QString m_problem;
    QUrl m_written;
    bool m_busy = false;
    bool m_isForgotten = false;
};

} // namespace guanwu
