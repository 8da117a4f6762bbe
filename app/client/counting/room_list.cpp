#include "app/client/counting/room_list.h"

#include <algorithm>

namespace guanwu {

int RoomList::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant RoomList::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= count())
        return {};
    const Room& room = m_rooms[m_shown[static_cast<std::size_t>(index.row())]];
    switch (role) {
    case CodeRole:
        return room.code;
    case NameRole:
        return nameOf(room.code);
    case ExpectedRole:
        return static_cast<int>(room.progress.expected);
    case SeenRole:
        return static_cast<int>(room.progress.seen);
    case StraysRole:
        return static_cast<int>(room.progress.strays);
    case ClosedRole:
        return room.progress.closed;
    default:
        return {};
    }
}

QHash<int, QByteArray> RoomList::roleNames() const
{
    return {{CodeRole, "code"}, {NameRole, "name"}, {ExpectedRole, "expected"}, {SeenRole, "seen"},
        {StraysRole, "strays"}, {ClosedRole, "closed"}};
}

int RoomList::done() const
{
    return static_cast<int>(std::count_if(m_rooms.begin(), m_rooms.end(), [](const Room& room) {
        return room.progress.closed || room.progress.seen == room.progress.expected;
    }));
}

void RoomList::setSearch(const QString& search)
{
    if (search == m_search)
        return;
    m_search = search;
    filter();
}

void RoomList::load(const LiveSheet& sheet)
{
    std::unordered_map<std::string, const std::string*> names;
    for (const BookLine& line : sheet.book())
        if (const auto known = names.try_emplace(line.place, &line.placeName).first; known->second->empty())
            known->second = &line.placeName;
    m_rooms.clear();
    for (const std::string& code : sheet.rooms())
        m_rooms.push_back(
            {QString::fromStdString(code), QString::fromStdString(*names[code]), sheet.progress(code)});
    filter();
}

void RoomList::refreshAll(const LiveSheet& sheet)
{
    for (Room& room : m_rooms)
        room.progress = sheet.progress(room.code.toStdString());
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0), index(count() - 1), {ExpectedRole, SeenRole, StraysRole, ClosedRole});
    Q_EMIT changed();
}

void RoomList::refresh(const LiveSheet& sheet, const QString& code)
{
    const std::size_t at = indexOf(code);
    const RoomProgress now = sheet.progress(code.toStdString());
    if (!isAt(at, code)) {
        m_rooms.insert(m_rooms.begin() + static_cast<std::ptrdiff_t>(at), {code, {}, now});
        filter();
        return;
    }
    if (now == m_rooms[at].progress)
        return;
    m_rooms[at].progress = now;
    if (const auto row = std::find(m_shown.begin(), m_shown.end(), at); row != m_shown.end()) {
        const QModelIndex changedRow = index(static_cast<int>(row - m_shown.begin()));
        Q_EMIT dataChanged(changedRow, changedRow, {ExpectedRole, SeenRole, StraysRole, ClosedRole});
    }
    Q_EMIT changed();
}

QString RoomList::nameOf(const QString& code) const
{
    if (code.isEmpty())
        return tr("Without a room");
    const std::size_t at = indexOf(code);
    return isAt(at, code) && !m_rooms[at].name.isEmpty() ? m_rooms[at].name : code;
}

bool RoomList::matches(const Room& room) const
{
    return m_search.isEmpty() || room.code.contains(m_search, Qt::CaseInsensitive)
        || room.name.contains(m_search, Qt::CaseInsensitive);
}

void RoomList::filter()
{
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < m_rooms.size(); ++i)
        if (matches(m_rooms[i]))
            m_shown.push_back(i);
    endResetModel();
    Q_EMIT changed();
}

std::size_t RoomList::indexOf(const QString& code) const
{
    const auto at = std::lower_bound(m_rooms.begin(), m_rooms.end(), code,
        [](const Room& one, const QString& wanted) { return one.code < wanted; });
    return static_cast<std::size_t>(at - m_rooms.begin());
}

bool RoomList::isAt(std::size_t index, const QString& code) const
{
    return index < m_rooms.size() && m_rooms[index].code == code;
}

} // namespace guanwu

#include "moc_room_list.cpp"
