// What a clerk adds to a scan: condition, user, photo, note, the name of a surplus.
#include "app/client/counting/counting.h"

#include <QBuffer>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr int kPhotoQuality = 80;

} // namespace

void Counting::amend(const std::function<void(ScanRow&)>& change)
{
    const ScanRow* before = m_scans.find(m_told.event.toStdString());
    if (!before || !m_sheet)
        return;
    if (before->code.empty()) {
        m_problem = tr("This surplus has no tag: undo it and enter it again.");
        Q_EMIT changed();
        return;
    }
    ScanRow after = *before;
    change(after);
    Sighting sighting;
    sighting.code = after.code;
    sighting.place = after.place;
    sighting.condition = after.condition;
    sighting.user = after.user;
    sighting.photos = after.photos;
    sighting.entry = after.entry;
    sighting.reason = after.entry == EntryMode::Manual ? after.reason : std::string();
    const auto event = save([&]() -> Result<ScanEvent> {
        auto scanned = m_sheet->handheld->scan(sighting);
        if (!scanned)
            return fail(scanned.error());
        return scanned->event;
    });
    if (!event)
        return;
    // What was said before is taken back after, so that nothing is lost in between.
    if (!before->amendment.empty()) {
        const std::string replaced = before->amendment;
        static_cast<void>(save([&] { return m_sheet->handheld->undo(replaced); }));
        std::erase_if(m_acts, [&](const Act& act) { return act.eventId == replaced; });
    }
    after.amendment = event->eventId;
    m_scans.change(after.eventId, [&](ScanRow& row) { row = after; });
    m_acts.push_back({Act::Kind::Amendment, event->eventId, after.eventId});
    const auto line = sheet().lineOf(after.code);
    countRoom(line ? sheet().book()[*line].place : std::string());
    choose(QString::fromStdString(after.eventId));
    Q_EMIT changed();
}

void Counting::addPhoto()
{
    if (const auto photo = keepPicture())
        amend([&](ScanRow& row) { row.photos.push_back(*photo); });
}

std::optional<std::string> Counting::keepPicture()
{
    if (!m_camera || !m_sheet || m_camera->picture().isNull())
        return std::nullopt;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    m_camera->picture().save(&buffer, "JPG", kPhotoQuality);
    try {
        if (auto kept = m_sheet->handheld->keepPhoto(bytes.toStdString()))
            return std::move(*kept);
    } catch (const std::exception&) {
        // told below, like a refusal
    }
    m_problem = tr("The photo was not saved.");
    Q_EMIT changed();
    return std::nullopt;
}

void Counting::addNote(const QString& note)
{
    const ScanRow* row = m_scans.find(m_told.event.toStdString());
    if (!m_sheet || note.trimmed().isEmpty())
        return;
    const std::string code = row ? row->code : std::string();
    const auto event
        = save([&] { return m_sheet->handheld->note(note.trimmed().toStdString(), code, place()); });
    if (!event)
        return;
    m_acts.push_back({Act::Kind::Note, event->eventId, row ? row->eventId : std::string()});
    m_scans.change(m_acts.back().row, [&](ScanRow& changed) { changed.note = note.trimmed(); });
    choose(m_told.event);
    Q_EMIT changed();
}

void Counting::addSurplus(
    const QString& name, const QString& code, int quantity, const QString& remark, bool withPhoto)
{
    if (!m_sheet)
        return;
    SurplusSighting sighting;
    sighting.name = name.trimmed().toStdString();
    sighting.code = code.trimmed().toStdString();
    sighting.place = place();
    sighting.quantity = quantity;
    sighting.reason = remark.trimmed().toStdString();
    if (withPhoto)
        if (const auto photo = keepPicture())
            sighting.photos.push_back(*photo);
    const ScanRow* scanned = sighting.code.empty() ? nullptr : m_scans.findCode(sighting.code);
    const ScanRow draft = scanned && !scanned->isSurplus ? *scanned : ScanRow();
    sighting.photos.insert(sighting.photos.end(), draft.photos.begin(), draft.photos.end());
    const auto event = save([&] { return m_sheet->handheld->surplus(sighting); });
    if (!event)
        return;
    // The first event of a code names the thing: the bare scan is taken back, now that its name is kept.
    for (const std::string& replaced : {draft.amendment, draft.eventId})
        if (!replaced.empty()) {
            static_cast<void>(save([&] { return m_sheet->handheld->undo(replaced); }));
            std::erase_if(m_acts, [&](const Act& act) { return act.eventId == replaced; });
        }
    m_scans.remove(draft.eventId);
    m_scans.add(rowOf(*event));
    m_acts.push_back({Act::Kind::Scan, event->eventId, event->eventId});
    if (event->code)
        m_strangersSeen.insert(strangerKey(*event->code, event->place));
    choose(QString::fromStdString(event->eventId));
    say(m_told.code, m_told.word, m_told.icon, m_told.tone);
    countRoom();
    Q_EMIT changed();
}

} // namespace guanwu
