#include "app/client/tuning/read_log.h"

using namespace Qt::StringLiterals;

namespace guanwu {

int ReadLog::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant ReadLog::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= count())
        return {};
    const Row& row = m_rows[index.row()];
    switch (role) {
    case TimeRole:
        return row.time.toString(u"HH:mm:ss.zzz"_s);
    case TextRole:
        return row.text;
    case FormatRole:
        return row.format;
    case StageRole:
        return row.stage;
    default:
        return {};
    }
}

QHash<int, QByteArray> ReadLog::roleNames() const
{
    return {{TimeRole, "time"}, {TextRole, "text"}, {FormatRole, "format"}, {StageRole, "stage"}};
}

void ReadLog::add(const Row& row)
{
    if (m_rows.size() == kMostRows) {
        beginRemoveRows({}, count() - 1, count() - 1);
        m_rows.removeLast();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_rows.prepend(row);
    endInsertRows();
    Q_EMIT changed();
}

void ReadLog::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_read_log.cpp"
