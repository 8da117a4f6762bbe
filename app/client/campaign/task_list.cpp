#include "app/client/campaign/task_list.h"

#include "app/client/campaign/campaign_words.h"

#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace guanwu {

int TaskList::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant TaskList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Task& task = m_tasks[static_cast<std::size_t>(index.row())];
    switch (role) {
    case TaskRole:
        return task.task;
    case NameRole:
        return task.name;
    case BaseDateRole:
        return task.baseDate;
    case StateRole:
        return task.state;
    default:
        return {};
    }
}

QHash<int, QByteArray> TaskList::roleNames() const
{
    return {{TaskRole, "task"}, {NameRole, "name"}, {BaseDateRole, "baseDate"}, {StateRole, "state"}};
}

void TaskList::setCalls(Calls* calls)
{
    if (calls == m_calls)
        return;
    m_calls = calls;
    Q_EMIT callsChanged();
    reload();
}

void TaskList::setCurrent(const QString& task)
{
    if (task == m_current)
        return;
    m_current = task;
    Q_EMIT changed();
}

TaskList::Task TaskList::chosen() const
{
    const auto found = std::find_if(
        m_tasks.begin(), m_tasks.end(), [this](const Task& task) { return task.task == m_current; });
    return found == m_tasks.end() ? Task {} : *found;
}

void TaskList::reload()
{
    if (!m_calls)
        return;
    m_calls->get(u"/tasks"_s).then(this, [this](const CallAnswer& answer) {
        m_problem = answer.problem;
        if (answer.isOk()) {
            beginResetModel();
            m_tasks.clear();
            for (const QJsonValue& one : answer.json()["tasks"_L1].toArray())
                m_tasks.push_back(
                    {one["task"_L1].toString(), one["name"_L1].toString(), one["base_date"_L1].toString(),
                        one["state"_L1].toString(), one["revision"_L1].toInteger()});
            // The latest first: that is the one people look for.
            std::stable_sort(m_tasks.begin(), m_tasks.end(),
                [](const Task& a, const Task& b) { return a.baseDate > b.baseDate; });
            endResetModel();
            m_loaded = true;
            if (chosen().task.isEmpty() && !m_tasks.empty()) {
                const int verified = stateRank(u"verified"_s);
                const auto running = std::find_if(m_tasks.begin(), m_tasks.end(),
                    [&](const Task& task) { return stateRank(task.state) < verified; });
                m_current = (running == m_tasks.end() ? m_tasks.front() : *running).task;
            }
        }
        Q_EMIT changed();
    });
}

} // namespace guanwu

#include "moc_task_list.cpp"
