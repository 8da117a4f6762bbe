#include "app/client/campaign/unit_list.h"

#include "app/client/campaign/campaign_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace guanwu {

qint64 openFindings(const UnitProgress& unit)
{
    qint64 out = unit.findings;
    for (auto one = unit.results.begin(); one != unit.results.end(); ++one)
        if (one.key() != "match"_L1 && one.key() != "not_checked"_L1)
            out += one.value();
    return out;
}

int UnitList::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : shown(); }

QVariant UnitList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const UnitProgress& unit = m_units[m_order[static_cast<std::size_t>(index.row())]];
    switch (role) {
    case UnitRole:
        return unit.unit;
    case NameRole:
        return unit.name;
    case StateRole:
        return unit.state;
    case OpenRole:
        return openFindings(unit);
    case FiguresRole:
        return tr("%1 of %2 lines seen")
            .arg(CampaignWords::count(unit.checked), CampaignWords::count(unit.lines));
    case TickedRole:
        return m_ticked.contains(unit.unit);
    case ShareRole:
        return unit.share();
    default:
        return {};
    }
}

QHash<int, QByteArray> UnitList::roleNames() const
{
    return {{UnitRole, "unit"}, {NameRole, "name"}, {StateRole, "unitState"}, {OpenRole, "open"},
        {FiguresRole, "figures"}, {TickedRole, "ticked"}, {ShareRole, "share"}};
}

void UnitList::setCalls(Calls* calls)
{
    if (calls == m_calls)
        return;
    m_calls = calls;
    Q_EMIT inputChanged();
    reload();
}

void UnitList::setTask(const QString& task)
{
    if (task == m_task)
        return;
    m_task = task;
    m_loaded = false;
    m_units.clear();
    m_ticked.clear();
    reorder();
    Q_EMIT inputChanged();
    reload();
}

void UnitList::setSearch(const QString& text)
{
    m_search = text.trimmed();
    reorder();
}

void UnitList::setStateFilter(const QString& state)
{
    m_state = state;
    reorder();
}

void UnitList::reload()
{
    if (!m_calls || m_task.isEmpty())
        return;
    m_calls->get(callPath({u"tasks"_s, m_task, u"progress"_s}))
        .then(this, [this, task = m_task](const CallAnswer& answer) {
            if (task != m_task)
                return;
            m_problem = answer.problem;
            if (answer.isOk()) {
                m_units = unitsOf(answer.json());
                m_loaded = true;
            }
            reorder();
        });
}

void UnitList::reorder()
{
    beginResetModel();
    m_order.clear();
    for (std::size_t i = 0; i < m_units.size(); ++i) {
        const UnitProgress& unit = m_units[i];
        const bool found = m_search.isEmpty() || unit.name.contains(m_search, Qt::CaseInsensitive)
            || unit.unit.contains(m_search, Qt::CaseInsensitive)
            || unit.parent.contains(m_search, Qt::CaseInsensitive);
        if (found && (m_state.isEmpty() || unit.state == m_state))
            m_order.push_back(i);
    }
    if (m_openFirst)
        std::stable_sort(m_order.begin(), m_order.end(), [this](std::size_t a, std::size_t b) {
            return openFindings(m_units[a]) > openFindings(m_units[b]);
        });
    endResetModel();
    Q_EMIT changed();
}

QStringList UnitList::ticked() const
{
    QStringList out;
    for (const UnitProgress& unit : m_units)
        if (m_ticked.contains(unit.unit))
            out.push_back(unit.unit);
    return out;
}

QVariantList UnitList::states() const
{
    QVariantList out {QVariantMap {{u"value"_s, QString()}, {u"text"_s, tr("All %1 units").arg(count())}}};
    for (int rank = 0;; ++rank) {
        const auto first = std::find_if(m_units.begin(), m_units.end(),
            [&](const UnitProgress& unit) { return stateRank(unit.state) == rank; });
        if (first != m_units.end()) {
            const auto units = std::count_if(m_units.begin(), m_units.end(),
                [&](const UnitProgress& unit) { return unit.state == first->state; });
            const Sign sign = stateSign(first->state);
            out.push_back(QVariantMap {{u"value"_s, first->state}, {u"icon"_s, sign.icon},
                {u"text"_s, u"%1 %2"_s.arg(sign.word).arg(units)}});
        }
        if (rank > 20)
            return out;
    }
}

void UnitList::tick(int row)
{
    if (row < 0 || row >= shown())
        return;
    const QString unit = m_units[m_order[static_cast<std::size_t>(row)]].unit;
    if (!m_ticked.remove(unit))
        m_ticked.insert(unit);
    Q_EMIT dataChanged(index(row), index(row), {TickedRole});
    Q_EMIT changed();
}

void UnitList::tickShown(bool on)
{
    for (const std::size_t place : m_order)
        if (on)
            m_ticked.insert(m_units[place].unit);
        else
            m_ticked.remove(m_units[place].unit);
    if (shown() > 0)
        Q_EMIT dataChanged(index(0), index(shown() - 1), {TickedRole});
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_unit_list.cpp"
