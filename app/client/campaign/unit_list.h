#pragma once

#include "app/client/calls/calls.h"
#include "app/client/campaign/unit_progress.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QSet>
#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// The units of a campaign as a list to choose from: found by name, filtered by state, ticked.
class UnitList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls READ calls WRITE setCalls NOTIFY inputChanged)
    Q_PROPERTY(QString task READ task WRITE setTask NOTIFY inputChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY changed)
    Q_PROPERTY(QString stateFilter READ stateFilter WRITE setStateFilter NOTIFY changed)
    /// Units with something to decide come first.
    Q_PROPERTY(bool openFirst MEMBER m_openFirst NOTIFY changed)
    Q_PROPERTY(int shown READ shown NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString onlyUnit READ onlyUnit NOTIFY changed)
    Q_PROPERTY(QStringList ticked READ ticked NOTIFY changed)
    /// { value, text, icon } of the states there are, after that of all.
    Q_PROPERTY(QVariantList states READ states NOTIFY changed)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    enum Roles { UnitRole = Qt::UserRole, NameRole, StateRole, OpenRole, FiguresRole, TickedRole, ShareRole };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] Calls* calls() const { return m_calls; }
    void setCalls(Calls* calls);
    [[nodiscard]] QString task() const { return m_task; }
    void setTask(const QString& task);
    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString& text);
    [[nodiscard]] QString stateFilter() const { return m_state; }
    void setStateFilter(const QString& state);
    [[nodiscard]] int shown() const { return static_cast<int>(m_order.size()); }
    [[nodiscard]] int count() const { return static_cast<int>(m_units.size()); }
    /// When there is no choice: the only unit there is.
    [[nodiscard]] QString onlyUnit() const { return m_units.size() == 1 ? m_units.front().unit : QString(); }
    [[nodiscard]] QStringList ticked() const;
    [[nodiscard]] QVariantList states() const;
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] QString problem() const { return m_problem; }

    Q_INVOKABLE void reload();
    Q_INVOKABLE void tick(int row);
    /// Those that are shown, or none.
    Q_INVOKABLE void tickShown(bool on);

Q_SIGNALS:
    void inputChanged();
    void changed();

private:
    void reorder();

    QPointer<Calls> m_calls;
    QString m_task;
    QString m_search;
    QString m_state;
    QString m_problem;
    bool m_openFirst = false;
    bool m_loaded = false;
    std::vector<UnitProgress> m_units;
    std::vector<std::size_t> m_order;
    QSet<QString> m_ticked;
};

/// Lines and things of a unit that somebody should look at: whatever is neither a match nor unseen.
[[nodiscard]] qint64 openFindings(const UnitProgress& unit);

} // namespace guanwu
