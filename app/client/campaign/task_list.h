#pragma once

#include "app/client/calls/calls.h"

#include <QAbstractListModel>
#include <QPointer>
#include <qqmlregistration.h>
#include <vector>

namespace guanwu {

/// The campaigns of the server, and the one that is looked at.
class TaskList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls READ calls WRITE setCalls NOTIFY callsChanged)
    Q_PROPERTY(QString current READ current WRITE setCurrent NOTIFY changed)
    Q_PROPERTY(QString currentName READ currentName NOTIFY changed)
    Q_PROPERTY(QString currentState READ currentState NOTIFY changed)
    Q_PROPERTY(QString currentBaseDate READ currentBaseDate NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    using QAbstractListModel::QAbstractListModel;

    enum Roles { TaskRole = Qt::UserRole, NameRole, BaseDateRole, StateRole };

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] Calls* calls() const { return m_calls; }
    void setCalls(Calls* calls);
    [[nodiscard]] QString current() const { return m_current; }
    void setCurrent(const QString& task);
    [[nodiscard]] QString currentName() const { return chosen().name; }
    [[nodiscard]] QString currentState() const { return chosen().state; }
    [[nodiscard]] QString currentBaseDate() const { return chosen().baseDate; }
    [[nodiscard]] int count() const { return static_cast<int>(m_tasks.size()); }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] QString problem() const { return m_problem; }

    Q_INVOKABLE void reload();

Q_SIGNALS:
    void callsChanged();
    void changed();

private:
    struct Task {
        QString task;
        QString name;
        QString baseDate;
        QString state;
        qint64 revision = 0;
    };
    [[nodiscard]] Task chosen() const;

    QPointer<Calls> m_calls;
    std::vector<Task> m_tasks;
    QString m_current;
    QString m_problem;
    bool m_loaded = false;
};

} // namespace guanwu
