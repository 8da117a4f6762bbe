// One aim after the other: saved, judged, told.
#include "app/client/counting/counting.h"

#include "app/client/counting/counting_words.h"
#include "app/client/counting/verdict_style.h"
#include "core/values/asset_tag.h"
#include "scanner/payload.h"

using namespace Qt::StringLiterals;

namespace guanwu {

void Counting::scan(const QString& text, Aim aim)
{
    take(text, aim == Aim::Camera ? EntryMode::Camera : EntryMode::Wedge, {});
}

void Counting::type(const QString& text, const QString& reason) { take(text, EntryMode::Manual, reason); }

void Counting::take(const QString& read, EntryMode entry, const QString& reason)
{
    const QString code = read.trimmed();
    if (!m_sheet || code.isEmpty())
        return;
    const std::string utf8 = code.toStdString();
    if (const Payload payload = parsePayload(utf8); const auto* room = std::get_if<PlaceCode>(&payload)) {
        meetRoomLabel(text(room->text()));
        return;
    }
    if (!m_inRoom) {
        refuse(tr("Scan the label of the room first, or choose the room."), code);
        return;
    }
    // A camera that sweeps back over what was counted says so, and is no second sighting.
    if (entry == EntryMode::Camera && wasSeenHere(utf8)) {
        tellSeenBefore(code);
        return;
    }
    Sighting sighting;
    sighting.code = utf8;
    sighting.place = place();
    sighting.entry = entry;
    sighting.reason = reason.trimmed().toStdString();
    std::optional<Scanned> scanned;
    const auto event = save([&]() -> Result<ScanEvent> {
        auto done = m_sheet->handheld->scan(sighting);
        if (!done)
            return fail(done.error());
        scanned = std::move(*done);
        return scanned->event;
    });
    if (event)
        judged(*scanned);
}

bool Counting::wasSeenHere(const std::string& code) const
{
    const auto line = sheet().lineOf(code);
    if (!line)
        return m_strangersSeen.contains(strangerKey(code, place()));
    const CountOutcome outcome = sheet().lineOutcome(*line, SheetPhase::Counting);
    return outcome.firstSeenAt && outcome.seenPlace == place().value_or("");
}

std::string Counting::strangerKey(const std::string& code, const std::optional<std::string>& place)
{
    return place.value_or("") + '\n' + code;
}

void Counting::judged(const Scanned& scanned)
{
    const Verdict& verdict = scanned.verdict;
    const VerdictStyle style = styleOf(verdict.kind, m_session->language());
    ScanRow row = rowOf(scanned.event);
    row.key = style.key;
    row.word = style.word;
    row.icon = style.icon;
    row.tone = style.tone;
    if (const QString detail = detailOf(verdict, scanned.event.code.value_or("")); !detail.isEmpty())
        row.detail = detail;
    m_scans.add(row);
    m_acts.push_back({Act::Kind::Scan, row.eventId, row.eventId});
    if (!verdict.line)
        m_strangersSeen.insert(strangerKey(row.code, row.place));
    countRoom(verdict.belongsIn);
    say(text(row.code), style.word, style.icon, style.tone);
    choose(text(row.eventId));
    Q_EMIT sounded(style.key);
    Q_EMIT changed();
}

ScanRow Counting::rowOf(const ScanEvent& event) const
{
    const Language language = m_session ? m_session->language() : Language::ZhCn;
    ScanRow row;
    row.eventId = event.eventId;
    row.code = event.code.value_or("");
    row.place = event.place;
    row.condition = event.condition;
    row.user = event.user;
    row.photos = event.photos;
    row.entry = event.entry;
    row.reason = event.reason;
    row.isSurplus = event.kind == EventKind::Surplus;
    row.time = clockTime(event.at);
    if (event.condition)
        row.conditionName = QString::fromUtf8(nameOf(kConditions, *event.condition, language));
    if (event.user)
        row.userName = userNameOf(*event.user);
    // What the book says of it; judged() replaces this by the verdict.
    const auto line = event.code ? sheet().lineOf(*event.code) : std::nullopt;
    VerdictKind kind = VerdictKind::Unknown;
    if (line) {
        const BookLine& book = sheet().book()[*line];
        kind = event.place && *event.place != book.place ? VerdictKind::OtherRoom : VerdictKind::Here;
        row.name = text(book.name);
        row.detail = kind == VerdictKind::OtherRoom
            ? tr("Belongs in %1").arg(m_rooms.nameOf(text(book.place)))
            : text(book.model);
    } else {
        row.name = text(row.isSurplus ? event.name : row.code);
    }
    const VerdictStyle style = styleOf(kind, language);
    row.key = style.key;
    row.word = row.isSurplus ? tr("Surplus") : style.word;
    row.icon = row.isSurplus ? u"plus"_s : style.icon;
    row.tone = row.isSurplus ? u"info"_s : style.tone;
    return row;
}

QString Counting::detailOf(const Verdict& verdict, const std::string& code) const
{
    switch (verdict.kind) {
    case VerdictKind::OtherRoom:
        return verdict.belongsIn.empty() ? tr("The book names no room for it")
                                         : tr("Belongs in %1").arg(m_rooms.nameOf(text(verdict.belongsIn)));
    case VerdictKind::AlreadyCounted:
        return verdict.countedAt
            ? tr("Counted by %1 at %2").arg(text(verdict.countedBy), clockTime(*verdict.countedAt))
            : QString();
    case VerdictKind::OtherUnit:
        if (!verdict.elsewhere)
            return {};
        // Which unit's is for the server to know.
        if (verdict.elsewhere->unit.empty())
            return tr("Registered, but on no book here: most likely another unit's. The server will say.");
        return tr("Unit %1, number %2").arg(text(verdict.elsewhere->unit), text(verdict.elsewhere->assetNo));
    case VerdictKind::Unknown:
        // A tag of ours, whole: only the server knows the books of all units.
        if (AssetTag::parse(code))
            return tr("On no book here. The server will say whose it is.");
        return tr("Kept as a surplus. Say what it is.");
    case VerdictKind::Disposed:
        return tr("The book says it was disposed of, and it is here.");
    case VerdictKind::Doubt:
        return verdict.countedBy.empty()
            ? tr("What was said of it does not agree.")
            : tr("%1 saw it in another place or state before.").arg(text(verdict.countedBy));
    case VerdictKind::Here:
        break;
    }
    return {};
}

void Counting::tellSeenBefore(const QString& code)
{
    const VerdictStyle style = styleOf(VerdictKind::AlreadyCounted, m_session->language());
    say(code, style.word, style.icon, style.tone);
    Q_EMIT sounded(style.key);
    if (const ScanRow* row = m_scans.findCode(code.toStdString())) {
        choose(text(row->eventId));
        return;
    }
    Told told;
    told.key = style.key;
    told.word = style.word;
    told.icon = style.icon;
    told.tone = style.tone;
    told.code = code;
    if (const auto line = sheet().lineOf(code.toStdString())) {
        const CountOutcome outcome = sheet().lineOutcome(*line, SheetPhase::Counting);
        told.name = text(sheet().book()[*line].name);
        if (outcome.firstSeenAt)
            told.detail
                = tr("Counted by %1 at %2").arg(text(outcome.counter), clockTime(*outcome.firstSeenAt));
    }
    tell(told);
}

void Counting::choose(const QString& event)
{
    const ScanRow* row = m_scans.find(event.toStdString());
    if (!row)
        return;
    Told told;
    told.key = row->key;
    told.word = row->word;
    told.icon = row->icon;
    told.tone = row->tone;
    told.name = row->name;
    told.detail = row->detail;
    told.code = text(row->code);
    told.event = event;
    told.condition
        = row->condition ? QString::fromUtf8(tokenRow(kConditions, *row->condition).token) : QString();
    told.user = row->user ? text(*row->user) : QString();
    told.note = row->note;
    told.photos = static_cast<int>(row->photos.size());
    told.isSurplus = row->isSurplus;
    tell(told);
}

} // namespace guanwu
