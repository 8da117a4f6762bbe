// The room that is counted: how one comes in, and what is missing before the door.
#include "app/client/counting/counting.h"

#include "app/client/counting/counting_words.h"

using namespace Qt::StringLiterals;

namespace guanwu {

void Counting::enterRoom(const QString& code)
{
    if (!m_sheet)
        return;
    m_inRoom = true;
    m_leaving = false;
    m_room = code;
    m_nextRoom.clear();
    m_resumeRoom.clear();
    if (m_camera)
        m_camera->forgetCodes();
    countRoom();
    findLikelyUsers();
    Q_EMIT detailsChanged();
    Told told;
    told.key = u"room"_s;
    told.word = m_rooms.nameOf(code);
    told.icon = u"door"_s;
    told.tone = u"info"_s;
    told.name = code;
    told.detail = m_progress.expected > 0 ? tr("%n thing(s) should be here", nullptr, expected())
                                          : tr("The book has nothing in this room");
    tell(told);
    say(u"P:"_s + code, roomName(), u"door"_s, u"info"_s);
    Q_EMIT changed();
}

void Counting::meetRoomLabel(const QString& code)
{
    if (!m_inRoom) {
        enterRoom(code);
        return;
    }
    if (code == m_room) {
        say(u"P:"_s + code, roomName(), u"door"_s, u"info"_s);
        return;
    }
    say(u"P:"_s + code, m_rooms.nameOf(code), u"door"_s, u"neutral"_s);
    // Aimed at again, the label means it.
    if (m_leaving && m_nextRoom == code && m_missing.count() > 0)
        goLeavingOpen();
    else
        leaveRoom(code);
}

void Counting::countRoom(const std::string& alsoIn)
{
    if (m_inRoom) {
        const std::string here = m_room.toStdString();
        m_rooms.refresh(sheet(), m_room);
        m_progress = sheet().progress(here);
        m_missing.show(sheet(), sheet().missingIn(here));
    }
    if (!alsoIn.empty() && text(alsoIn) != m_room)
        m_rooms.refresh(sheet(), text(alsoIn));
}

void Counting::leaveRoom(const QString& next)
{
    if (!m_inRoom)
        return;
    m_nextRoom = next;
    if (m_missing.count() > 0) {
        m_leaving = true;
        Q_EMIT changed();
        return;
    }
    if (m_progress.closed || (m_progress.expected == 0 && m_progress.strays == 0))
        leaveNow(next);
    else
        goClosing();
}

void Counting::stayInRoom()
{
    m_leaving = false;
    m_nextRoom.clear();
    Q_EMIT changed();
}

void Counting::goLeavingOpen() { leaveNow(m_nextRoom); }

void Counting::goClosing()
{
    const QString closed = roomName();
    const auto event = save([this] { return m_sheet->handheld->closeRoom(m_room.toStdString()); });
    if (!event)
        return;
    m_acts.push_back({Act::Kind::Closing, event->eventId, {}});
    m_rooms.refresh(sheet(), m_room);
    leaveNow(m_nextRoom);
    Q_EMIT happened(tr("Closed: %1").arg(closed));
}

void Counting::leaveNow(QString next)
{
    m_inRoom = m_leaving = false;
    m_room.clear();
    m_nextRoom.clear();
    m_missing.clear();
    // What is still in view on the way out is no new aim: nobody wants to hear that it is not counted.
    if (m_camera)
        m_camera->tags()->forgetSayings();
    m_told = {};
    Q_EMIT toldChanged();
    if (!next.isEmpty())
        enterRoom(next);
    Q_EMIT changed();
}

} // namespace guanwu
