#pragma once

#include "app/client/session/client_session.h"
#include "schema/handheld/handheld_store.h"

#include <QAbstractListModel>
#include <QFutureWatcher>
#include <QPointer>
#include <QTimer>
#include <qqmlregistration.h>

namespace guanwu {

/// The sheets that are on this device with how far each is, then the tasks of the server that are not; and
/// their download.
class MySheets : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::ClientSession* session READ session WRITE setSession NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// What is here was not read yet.
    Q_PROPERTY(bool loading READ isLoading NOTIFY changed)
    /// The server was asked for its tasks and did not answer.
    Q_PROPERTY(bool offline READ isOffline NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString fetching READ fetching NOTIFY changed)
    Q_PROPERTY(int fetchedLines READ fetchedLines NOTIFY changed)
    /// 0 = not known
    Q_PROPERTY(int wantedLines READ wantedLines NOTIFY changed)

public:
    enum Role {
        TaskRole = Qt::UserRole + 1,
        TaskNameRole,
        UnitRole,
        UnitNameRole,
        StateRole,
        HereRole,
        CompleteRole,
        LinesRole,
        CountedRole
    };

    explicit MySheets(QObject* parent = nullptr);
    ~MySheets() override;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] ClientSession* session() const { return m_session; }
    void setSession(ClientSession* session);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    [[nodiscard]] bool isOffline() const { return m_offline; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString fetching() const { return m_fetching; }
    [[nodiscard]] int fetchedLines() const { return m_fetchedLines; }
    [[nodiscard]] int wantedLines() const { return m_wantedLines; }

    /// Reads what is here, then asks the server what else there is.
    Q_INVOKABLE void refresh();
    /// Downloads the books of a task, going on where it stopped.
    Q_INVOKABLE void fetch(const QString& task);
    Q_INVOKABLE void forgetProblem();

Q_SIGNALS:
    void changed();

private:
    struct Row {
        HeldSheet sheet;
        bool isHere = false;
        std::int64_t lines = 0;
        std::int64_t counted = -1; ///< -1 = not known yet
    };
    struct ServerTask {
        QString task;
        QString name;
        QString state;
    };
    /// How far one sheet is.
    struct Counted {
        std::int64_t sheet = 0; ///< HeldSheet::id
        std::int64_t lines = 0;
    };
    [[nodiscard]] static std::vector<Row> rowsOf(const std::filesystem::path& file);
    void askServer();
    void countSheets();
    void takeCounted(int first, int last);
    void show();
    void askHowMany(const QString& task);
    void watchFetch();

    QPointer<ClientSession> m_session;
    std::vector<Row> m_rows;
    std::vector<Row> m_here;
    std::vector<ServerTask> m_tasks;
    bool m_loading = true;
    bool m_offline = false;
    QString m_problem;
    QString m_fetching;
    int m_fetchedLines = 0;
    int m_wantedLines = 0;
    QTimer m_watch;
    QFutureWatcher<Counted> m_counted;
};

} // namespace guanwu
