#pragma once

#include "app/client/calls/calls.h"

#include <QUrl>
#include <QVariantMap>
#include <qqmlregistration.h>

namespace guanwu {

/// A route table on its way in: the file is proved by the server first, and entered only as it was proved.
class NewRouteTable : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls MEMBER m_calls NOTIFY changed)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    /// The server's proof: { version, effective_from, rows, unrouted }; empty = there is none.
    Q_PROPERTY(QVariantMap proof READ proof NOTIFY changed)
    Q_PROPERTY(QStringList gaps READ gaps NOTIFY changed) ///< what the proof found wrong
    Q_PROPERTY(bool isSound READ isSound NOTIFY changed)

public:
    static constexpr qint64 kMostBytes = 1 << 20; ///< as the server takes

    using QObject::QObject;
    [[nodiscard]] const QString& fileName() const { return m_fileName; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] const QVariantMap& proof() const { return m_proof; }
    [[nodiscard]] QStringList gaps() const;
    [[nodiscard]] bool isSound() const { return !m_proof.isEmpty() && gaps().isEmpty(); }

    Q_INVOKABLE void choose(const QUrl& file);
    Q_INVOKABLE void enter();
    Q_INVOKABLE void forget();

Q_SIGNALS:
    void changed();
    void entered();

private:
    void send(bool isDryRun);

    Calls* m_calls = nullptr;
    QString m_fileName;
    QString m_problem;
    QString m_requestKey;
    QByteArray m_bytes;
    QVariantMap m_proof;
    bool m_busy = false;
};

} // namespace guanwu
