#pragma once

#include "app/client/session/client_session.h"
#include "app/handheld/sync.h"

#include <QDateTime>
#include <QPointer>
#include <QTimer>
#include <qqmlregistration.h>

namespace guanwu {

/// What is saved on this device and what has reached the server, said plainly; and the sync that brings the
/// one to the other: by itself while there is something to send, with longer pauses the longer the network is
/// away, and at once when it is asked.
class SyncState : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::ClientSession* session READ session WRITE setSession NOTIFY changed)
    Q_PROPERTY(bool automatic READ isAutomatic WRITE setAutomatic NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(bool offline READ isOffline NOTIFY changed)
    Q_PROPERTY(int savedHere READ savedHere NOTIFY changed)
    Q_PROPERTY(int onServer READ onServer NOTIFY changed)
    Q_PROPERTY(int rejected READ rejected NOTIFY changed)
    Q_PROPERTY(QString line READ line NOTIFY changed)
    Q_PROPERTY(QString lastSync READ lastSync NOTIFY changed)
    /// Why the last sync stopped, where somebody must do something; empty = nothing is to be done.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit SyncState(QObject* parent = nullptr);

    [[nodiscard]] ClientSession* session() const { return m_session; }
    void setSession(ClientSession* session);
    [[nodiscard]] bool isAutomatic() const { return m_automatic; }
    void setAutomatic(bool automatic);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isOffline() const { return m_offline; }
    [[nodiscard]] int savedHere() const { return static_cast<int>(m_counts.unacknowledged()); }
    [[nodiscard]] int onServer() const { return static_cast<int>(m_counts.stored + m_counts.quarantined); }
    [[nodiscard]] int rejected() const { return static_cast<int>(m_counts.rejected); }
    [[nodiscard]] QString line() const;
    [[nodiscard]] QString lastSync() const;
    [[nodiscard]] QString problem() const { return m_problem; }

    /// Something was saved: the figures follow, and a sync comes soon.
    Q_INVOKABLE void noteSaved();
    Q_INVOKABLE void syncNow();

Q_SIGNALS:
    void changed();
    /// A sync is over; it may have brought events of others.
    void synced();

private:
    struct Outcome {
        bool wasSync = false; ///< else it only counted
        OutboxCounts counts;
        std::optional<SyncReport> report;
        Error error; ///< why a sync has no report
    };
    [[nodiscard]] static Outcome work(const std::filesystem::path& file, bool sync);
    void start(bool sync);
    void take(const Outcome& outcome);
    void planNext();

    QPointer<ClientSession> m_session;
    bool m_automatic = true;
    bool m_busy = false;
    bool m_offline = false;
    OutboxCounts m_counts;
    std::int64_t m_savedMeanwhile = 0; ///< after the work under way began
    QDateTime m_lastSync;
    QString m_problem;
    int m_failures = 0; ///< in a row
    QTimer m_next;
};

} // namespace guanwu
