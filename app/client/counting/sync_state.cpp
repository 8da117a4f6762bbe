#include "app/client/counting/sync_state.h"

#include "app/handheld/open_server.h"
#include "app/system_clock.h"
#include "app/text/explain.h"

#include <QRandomGenerator>
#include <QSettings>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr int kSoonMs = 4'000; ///< after a scan: the next ones go along
    constexpr int kFirstPauseMs = 5'000;
    constexpr int kLongestPauseMs = 300'000;
    /// Nothing to send; what others counted is still worth hearing of.
    constexpr int kIdleMs = 60'000;
    constexpr LinkLimits kLimits {std::chrono::seconds(5), std::chrono::seconds(30)};
    const auto kLastSyncKey = "last_sync"_L1;

    /// Not the same on all handhelds, which would come back together.
    int jittered(int ms)
    {
        return ms / 2 + static_cast<int>(QRandomGenerator::global()->bounded(ms / 2 + 1));
    }

    QSettings settingsBeside(const ClientSession& session)
    {
        return QSettings(session.storeFile() + u".ini"_s, QSettings::IniFormat);
    }

} // namespace

SyncState::SyncState(QObject* parent)
    : QObject(parent)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &SyncState::syncNow);
}

void SyncState::setSession(ClientSession* session)
{
    if (session == m_session)
        return;
    m_session = session;
    if (session) {
        m_lastSync = settingsBeside(*session).value(kLastSyncKey).toDateTime();
        start(false);
    }
    Q_EMIT changed();
}

void SyncState::setAutomatic(bool automatic)
{
    m_automatic = automatic;
    automatic ? planNext() : m_next.stop();
    Q_EMIT changed();
}

QString SyncState::lastSync() const
{
    if (!m_lastSync.isValid())
        return tr("never");
    const bool isToday = m_lastSync.date() == QDate::currentDate();
    return m_lastSync.toString(isToday ? u"HH:mm"_s : u"MM-dd HH:mm"_s);
}

QString SyncState::line() const
{
    if (m_busy)
        return tr("Saved here: %1 · on the server: %2 · sending…").arg(savedHere()).arg(onServer());
    const QString figures = tr("Saved here: %1 · on the server: %2 · last sync: %3")
                                .arg(savedHere())
                                .arg(onServer())
                                .arg(lastSync());
    return m_offline ? tr("Offline · %1").arg(figures) : figures;
}

void SyncState::noteSaved()
{
    ++m_counts.waiting;
    ++m_savedMeanwhile;
    if (!m_busy && m_automatic && m_failures == 0 && (!m_next.isActive() || m_next.remainingTime() > kSoonMs))
        m_next.start(kSoonMs);
    Q_EMIT changed();
}

void SyncState::syncNow() { start(true); }

void SyncState::start(bool sync)
{
    if (m_busy || !m_session)
        return;
    m_busy = sync;
    m_savedMeanwhile = 0;
    m_next.stop();
    if (sync)
        Q_EMIT changed();
    QtConcurrent::run([file = std::filesystem::path(m_session->storeFile().toStdString()), sync] {
        return work(file, sync);
    }).then(this, [this](const Outcome& outcome) {
          take(outcome);
      }).onFailed(this, [this](const std::exception&) {
        m_busy = false;
        m_problem = tr("What is kept on this device cannot be read.");
        Q_EMIT changed();
    });
}

SyncState::Outcome SyncState::work(const std::filesystem::path& file, bool sync)
{
    Outcome out;
    out.wasSync = sync;
    auto store = HandheldStore::open(file);
    if (!store) {
        out.error = store.error();
        return out;
    }
    if (sync) {
        if (auto server = OpenServer::of(**store, kLimits)) {
            SyncOptions options {systemNow};
            options.retry.attempts = 2; // the next try is planned here, not waited for there
            out.report = HandheldSync(**store, *server->api, options).run();
        } else {
            out.error = server.error();
        }
    }
    out.counts = Outbox(**store, nullptr).counts();
    return out;
}

void SyncState::take(const Outcome& outcome)
{
    if (m_busy && !outcome.wasSync)
        return; // a sync began meanwhile: it knows better
    m_counts = outcome.counts;
    m_counts.waiting += m_savedMeanwhile;
    m_busy = false;
    if (outcome.wasSync) {
        const bool isPassing
            = outcome.report && outcome.report->stopped && outcome.report->stopped->isPassing();
        const bool isDone = outcome.report && !outcome.report->stopped;
        m_offline = isPassing;
        m_failures = isDone ? 0 : m_failures + 1;
        m_problem.clear();
        if (isDone) {
            m_lastSync = QDateTime::currentDateTime();
            settingsBeside(*m_session).setValue(kLastSyncKey, m_lastSync);
        } else if (!isPassing) {
            const Error& error = outcome.report ? outcome.report->stopped->error : outcome.error;
            m_problem = QString::fromStdString(explain(error, m_session->language()));
        }
    }
    planNext();
    Q_EMIT changed();
    if (outcome.wasSync)
        Q_EMIT synced();
}

void SyncState::planNext()
{
    if (!m_automatic || m_busy || !m_session)
        return;
    if (m_failures > 0)
        m_next.start(jittered(std::min(kLongestPauseMs, kFirstPauseMs << std::min(m_failures - 1, 10))));
    else
        m_next.start(m_counts.waiting > 0 ? kSoonMs : jittered(kIdleMs));
}

} // namespace guanwu

#include "moc_sync_state.cpp"
