#pragma once

#include "app/client/calls/calls.h"
#include "app/client/wall/wall_order.h"

#include <QAbstractListModel>
#include <QPointer>
#include <QTimer>
#include <QVariantList>
#include <qqmlregistration.h>

namespace guanwu {

/// The wall of a campaign: every unit in one look, asked for anew every 20 seconds.
class WallModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(guanwu::Calls* calls READ calls WRITE setCalls NOTIFY inputChanged)
    Q_PROPERTY(QString task READ task WRITE setTask NOTIFY inputChanged)
    Q_PROPERTY(Sort sort READ sort WRITE setSort NOTIFY shownChanged)
    Q_PROPERTY(QString stateFilter READ stateFilter WRITE setStateFilter NOTIFY shownChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY shownChanged)
    Q_PROPERTY(int shown READ shown NOTIFY shownChanged)
    /// { value, text, icon } of the states there are, "stuck" among them.
    Q_PROPERTY(QVariantList states READ states NOTIFY dataRead)
    /// The same to choose from, after that of all.
    Q_PROPERTY(QVariantList choices READ choices NOTIFY dataRead)
    /// Of the whole city: see totalOf().
    Q_PROPERTY(QVariantMap total READ total NOTIFY dataRead)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY dataRead)
    Q_PROPERTY(QString problem READ problem NOTIFY dataRead)
    /// How old the figures are: "12 s ago". Older than a minute they are marked.
    Q_PROPERTY(QString age READ age NOTIFY aged)
    Q_PROPERTY(bool isOld READ isOld NOTIFY aged)

public:
    enum class Sort { ByUnit, ByProgress, StuckFirst, ByPace };
    Q_ENUM(Sort)
    enum Roles {
        UnitRole = Qt::UserRole,
        NameRole,
        ShortNameRole,
        StateRole,
        StateWordRole,
        StateIconRole,
        StateToneRole,
        StuckRole,
        ShareRole,
        FiguresRole,
        PercentRole,
        PaceRole,
        LastRole,
        SurplusRole,
        ShortageRole,
        MatchRole,
        ForecastRole,
        AlarmRole, ///< what somebody should look at, as words; empty = nothing
    };

    explicit WallModel(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] Calls* calls() const { return m_calls; }
    void setCalls(Calls* calls);
    [[nodiscard]] QString task() const { return m_task; }
    void setTask(const QString& task);
    [[nodiscard]] Sort sort() const { return static_cast<Sort>(m_sort); }
    void setSort(Sort sort);
    [[nodiscard]] QString stateFilter() const { return m_filter.state; }
    void setStateFilter(const QString& state);
    [[nodiscard]] QString search() const { return m_filter.text; }
    void setSearch(const QString& text);

    [[nodiscard]] int shown() const { return static_cast<int>(m_order.size()); }
    [[nodiscard]] QVariantList states() const;
    [[nodiscard]] QVariantList choices() const;
    [[nodiscard]] QVariantMap total() const;
    [[nodiscard]] bool isLoaded() const { return m_readAt.isValid(); }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString age() const;
    [[nodiscard]] bool isOld() const;

    Q_INVOKABLE void refresh();

Q_SIGNALS:
    void inputChanged();
    void shownChanged();
    void dataRead();
    void aged();

private:
    void take(std::vector<UnitProgress> units);
    void reorder();

    QPointer<Calls> m_calls;
    QString m_task;
    WallSort m_sort = WallSort::ByUnit;
    WallFilter m_filter;
    std::vector<UnitProgress> m_units;
    std::vector<QString> m_shortNames;
    std::vector<std::size_t> m_order;
    QDateTime m_readAt;
    QString m_problem;
    QTimer m_refresh;
    QTimer m_clock;
    quint64 m_asked = 0; ///< the answer to an older question is dropped
    bool m_waiting = false;
};

} // namespace guanwu
