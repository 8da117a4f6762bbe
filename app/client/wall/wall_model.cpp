#include "app/client/wall/wall_model.h"

#include "app/client/campaign/campaign_words.h"
#include "app/client/wall/forecast.h"
#include "app/client/wall/wall_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace guanwu {

namespace {

    constexpr auto kRefresh = 20s;
    constexpr qint64 kOldAfter = 60; ///< seconds

} // namespace

WallModel::WallModel(QObject* parent)
    : QAbstractListModel(parent)
{
    m_refresh.setInterval(kRefresh);
    connect(&m_refresh, &QTimer::timeout, this, &WallModel::refresh);
    m_refresh.start();
    m_clock.setInterval(1s);
    connect(&m_clock, &QTimer::timeout, this, &WallModel::aged);
    m_clock.start();
}

int WallModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : shown(); }

QVariant WallModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::size_t place = m_order[static_cast<std::size_t>(index.row())];
    const UnitProgress& unit = m_units[place];
    const QDateTime now = QDateTime::currentDateTime();
    switch (role) {
    case UnitRole:
        return unit.unit;
    case NameRole:
        return unit.name;
    case ShortNameRole:
        return m_shortNames[place];
    case StateRole:
        return unit.state;
    case StateWordRole:
        return shortStateWord(unit.state);
    case StateIconRole:
        return stateSign(unit.state).icon;
    case StateToneRole:
        return stateSign(unit.state).tone;
    case StuckRole:
        return unit.stuck;
    case ShareRole:
        return unit.share();
    case FiguresRole:
        return u"%1 / %2"_s.arg(CampaignWords::count(unit.checked), CampaignWords::count(unit.lines));
    case PercentRole:
        return wholePercent(unit.share());
    case PaceRole:
        return paceText(unit);
    case LastRole:
        return agoText(unit.lastEventAt, now);
    case SurplusRole:
        return unit.count(u"surplus"_s);
    case ShortageRole:
        return unit.count(u"shortage"_s);
    case MatchRole:
        return matchOfSeenText(unit.count(u"match"_s), unit.checked);
    case ForecastRole:
        return unit.stuck ? QString() : forecastText(unit, now);
    case AlarmRole:
        return alarmText(unit);
    default:
        return {};
    }
}

QHash<int, QByteArray> WallModel::roleNames() const
{
    return {{UnitRole, "unit"}, {NameRole, "name"}, {ShortNameRole, "shortName"}, {StateRole, "unitState"},
        {StateWordRole, "stateWord"}, {StateIconRole, "stateIcon"}, {StateToneRole, "stateTone"},
        {StuckRole, "stuck"}, {ShareRole, "share"}, {FiguresRole, "figures"}, {PercentRole, "percent"},
        {PaceRole, "pace"}, {LastRole, "last"}, {SurplusRole, "surplus"}, {ShortageRole, "shortage"},
        {MatchRole, "match"}, {ForecastRole, "forecast"}, {AlarmRole, "alarm"}};
}

void WallModel::setCalls(Calls* calls)
{
    if (calls == m_calls)
        return;
    m_calls = calls;
    Q_EMIT inputChanged();
    refresh();
}

void WallModel::setTask(const QString& task)
{
    if (task == m_task)
        return;
    m_task = task;
    m_readAt = {};
    m_waiting = false;
    take({});
    Q_EMIT inputChanged();
    refresh();
}

void WallModel::setSort(Sort sort)
{
    m_sort = static_cast<WallSort>(sort);
    reorder();
}

void WallModel::setStateFilter(const QString& state)
{
    m_filter.state = state;
    reorder();
}

void WallModel::setSearch(const QString& text)
{
    m_filter.text = text.trimmed();
    reorder();
}

void WallModel::refresh()
{
    if (!m_calls || m_task.isEmpty() || m_waiting)
        return;
    m_waiting = true;
    m_calls->get(callPath({u"tasks"_s, m_task, u"progress"_s}))
        .then(this, [this, asked = ++m_asked](const CallAnswer& answer) {
            if (asked != m_asked)
                return;
            m_waiting = false;
            m_problem = answer.problem;
            if (answer.isOk()) {
                m_readAt = QDateTime::currentDateTime();
                take(unitsOf(answer.json()));
            }
            Q_EMIT dataRead();
            Q_EMIT aged();
        });
}

void WallModel::take(std::vector<UnitProgress> units)
{
    const bool sameUnits = std::equal(units.begin(), units.end(), m_units.begin(), m_units.end(),
        [](const UnitProgress& a, const UnitProgress& b) { return a.unit == b.unit; });
    const auto order = wallOrder(units, m_sort, m_filter);
    if (sameUnits && order.size() == m_order.size()) {
        // What is on the screen stays where it was scrolled to; a unit that has overtaken another changes
        // places with it.
        m_units = std::move(units);
        m_order = order;
        if (!m_order.empty())
            Q_EMIT dataChanged(index(0), index(shown() - 1));
        return;
    }
    beginResetModel();
    m_units = std::move(units);
    m_shortNames = shortNames(m_units);
    m_order = order;
    endResetModel();
    Q_EMIT shownChanged();
}

void WallModel::reorder()
{
    beginResetModel();
    m_order = wallOrder(m_units, m_sort, m_filter);
    endResetModel();
    Q_EMIT shownChanged();
}

QVariantList WallModel::states() const
{
    QVariantList out;
    const auto add = [&](const QString& state, const QString& word, const QString& icon, auto isOne) {
        const auto count = std::count_if(m_units.begin(), m_units.end(), isOne);
        if (count > 0)
            out.push_back(QVariantMap {
                {u"value"_s, state}, {u"icon"_s, icon}, {u"text"_s, u"%1 %2"_s.arg(word).arg(count)}});
    };
    QStringList seen;
    for (const UnitProgress& unit : m_units)
        if (!seen.contains(unit.state))
            seen.push_back(unit.state);
    std::sort(seen.begin(), seen.end(),
        [](const QString& a, const QString& b) { return stateRank(a) < stateRank(b); });
    for (const QString& state : seen)
        add(state, shortStateWord(state), stateSign(state).icon,
            [&](const UnitProgress& unit) { return unit.state == state; });
    add(u"stuck"_s, tr("Stuck"), u"alert"_s, [](const UnitProgress& unit) { return unit.stuck; });
    return out;
}

QVariantList WallModel::choices() const
{
    return QVariantList {QVariantMap {{u"value"_s, QString()}, {u"text"_s, tr("All states")}}} + states();
}

QVariantMap WallModel::total() const { return totalOf(m_units); }

QString WallModel::age() const
{
    return m_readAt.isValid() ? agoText(m_readAt, QDateTime::currentDateTime()) : QString();
}

bool WallModel::isOld() const
{
    return m_readAt.isValid() && m_readAt.secsTo(QDateTime::currentDateTime()) > kOldAfter;
}

} // namespace guanwu

#include "moc_wall_model.cpp"
