// What can be taken back, also after the program was closed in between.
#include "app/client/counting/counting.h"

#include "app/client/counting/counting_words.h"

using namespace Qt::StringLiterals;

namespace guanwu {

void Counting::recall(const ScanEvent& event)
{
    const ScanRow* same = event.code ? m_scans.findCode(*event.code) : nullptr;
    const bool states = event.condition || event.user || !event.photos.empty();
    if (event.code && event.kind != EventKind::Note && !sheet().lineOf(*event.code))
        m_strangersSeen.insert(strangerKey(*event.code, event.place));
    Act act {Act::Kind::Scan, event.eventId, event.eventId};
    switch (event.kind) {
    case EventKind::Seen:
        if (same && states && same->place == event.place) {
            act = {Act::Kind::Amendment, event.eventId, same->eventId};
            m_scans.change(act.row, [&](ScanRow& row) {
                const ScanRow stated = rowOf(event);
                row.amendment = event.eventId;
                row.condition = stated.condition;
                row.conditionName = stated.conditionName;
                row.user = stated.user;
                row.userName = stated.userName;
                row.photos = stated.photos;
            });
            break;
        }
        m_scans.add(rowOf(event));
        break;
    case EventKind::Surplus:
        m_scans.add(rowOf(event));
        break;
    case EventKind::Note:
        act = {Act::Kind::Note, event.eventId, same ? same->eventId : std::string()};
        m_scans.change(act.row, [&](ScanRow& row) { row.note = text(event.reason); });
        break;
    case EventKind::RoomClosed:
        act.kind = Act::Kind::Closing;
        break;
    case EventKind::Undo:
        return;
    }
    m_acts.push_back(act);
    m_resumeRoom = event.kind == EventKind::RoomClosed ? QString() : text(event.place.value_or(""));
}

void Counting::undo()
{
    if (!m_sheet || m_acts.empty())
        return;
    const Act act = m_acts.back();
    if (!save([&] { return m_sheet->handheld->undo(act.eventId); }))
        return;
    m_acts.pop_back();
    QString what;
    std::string alsoIn;
    if (act.kind == Act::Kind::Closing) {
        what = tr("The room is open again");
        m_rooms.refreshAll(sheet());
    } else if (const ScanRow* found = m_scans.find(act.row)) {
        const ScanRow row = *found;
        what = tr("Taken back: %1").arg(row.name);
        if (const auto line = sheet().lineOf(row.code))
            alsoIn = sheet().book()[*line].place;
        if (act.kind == Act::Kind::Scan) {
            m_strangersSeen.erase(strangerKey(row.code, row.place));
            m_scans.remove(row.eventId);
            say(QString::fromStdString(row.code), {}, {}, {});
        } else {
            m_scans.change(act.row, [&](ScanRow& changed) {
                if (act.kind == Act::Kind::Note) {
                    changed.note.clear();
                    return;
                }
                changed.amendment.clear();
                changed.condition.reset();
                changed.user.reset();
                changed.photos.clear();
                changed.conditionName.clear();
                changed.userName.clear();
            });
        }
    } else {
        what = tr("Taken back");
    }
    countRoom(alsoIn);
    const ScanRow* now = m_scans.find(act.kind == Act::Kind::Scan ? std::string() : act.row);
    if (!now)
        now = m_scans.newest();
    if (now && m_inRoom) {
        choose(QString::fromStdString(now->eventId));
    } else {
        tell({});
    }
    Q_EMIT happened(what);
    Q_EMIT changed();
}

} // namespace guanwu
