#include "app/client/counting/scan_list.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace guanwu {

int ScanList::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant ScanList::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= count())
        return {};
    const ScanRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case EventRole:
        return QString::fromStdString(row.eventId);
    case CodeRole:
        return QString::fromStdString(row.code);
    case WordRole:
        return row.word;
    case IconRole:
        return row.icon;
    case ToneRole:
        return row.tone;
    case NameRole:
        return row.name;
    case DetailRole:
        return row.detail;
    case TimeRole:
        return row.time;
    case UserRole:
        return row.userName;
    case ConditionRole:
        return row.conditionName;
    case NoteRole:
        return row.note;
    case SaidRole: {
        QStringList said {row.word, row.conditionName, row.userName, row.note};
        said.removeAll(QString());
        return said.join(u" · "_s);
    }
    case PhotosRole:
        return static_cast<int>(row.photos.size());
    default:
        return {};
    }
}

QHash<int, QByteArray> ScanList::roleNames() const
{
    return {{EventRole, "event"}, {CodeRole, "code"}, {WordRole, "word"}, {IconRole, "iconName"},
        {ToneRole, "tone"}, {NameRole, "name"}, {DetailRole, "detail"}, {TimeRole, "time"},
        {UserRole, "user"}, {ConditionRole, "condition"}, {NoteRole, "note"}, {SaidRole, "said"},
        {PhotosRole, "photos"}};
}

void ScanList::add(ScanRow row)
{
    beginInsertRows({}, 0, 0);
    m_rows.push_front(std::move(row));
    endInsertRows();
    if (m_rows.size() > kMost) {
        beginRemoveRows({}, count() - 1, count() - 1);
        m_rows.pop_back();
        endRemoveRows();
    }
    Q_EMIT changed();
}

void ScanList::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
    Q_EMIT changed();
}

const ScanRow* ScanList::find(const std::string& eventId) const
{
    const int row = rowOf(eventId);
    return row < 0 ? nullptr : &m_rows[static_cast<std::size_t>(row)];
}

const ScanRow* ScanList::findCode(const std::string& code) const
{
    const auto found
        = std::find_if(m_rows.begin(), m_rows.end(), [&](const ScanRow& row) { return row.code == code; });
    return found == m_rows.end() ? nullptr : &*found;
}

void ScanList::change(const std::string& eventId, const std::function<void(ScanRow&)>& change)
{
    const int row = rowOf(eventId);
    if (row < 0)
        return;
    change(m_rows[static_cast<std::size_t>(row)]);
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT changed();
}

void ScanList::remove(const std::string& eventId)
{
    const int row = rowOf(eventId);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    Q_EMIT changed();
}

int ScanList::rowOf(const std::string& eventId) const
{
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [&](const ScanRow& row) { return row.eventId == eventId; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

} // namespace guanwu

#include "moc_scan_list.cpp"
