#include "app/client/counting/counting.h"

#include "app/client/counting/verdict_style.h"
#include "app/text/explain.h"
#include "scanner/payload.h"

#include <QLocale>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

    QString clockTime(Instant at)
    {
        return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count()).toString(u"HH:mm"_s);
    }

} // namespace

Counting::Counting(QObject* parent)
    : QObject(parent)
{
}

Counting::~Counting() { m_missing.clear(); }

void Counting::setSession(ClientSession* session)
{
    m_session = session;
    Q_EMIT detailsChanged();
    Q_EMIT changed();
}

void Counting::setCamera(LiveCamera* camera)
{
    if (camera == m_camera)
        return;
    if (m_camera)
        m_camera->disconnect(this);
    m_camera = camera;
    if (camera)
        connect(camera, &LiveCamera::aimed, this, [this](const QString& code) { scan(code, Aim::Camera); });
    Q_EMIT changed();
}

QString Counting::taskName() const { return m_sheet ? text(m_sheet->handheld->held().taskName) : QString(); }
QString Counting::unitName() const { return m_sheet ? text(m_sheet->handheld->held().unitName) : QString(); }
int Counting::lines() const { return m_sheet ? static_cast<int>(sheet().book().size()) : 0; }

int Counting::seenLines() const
{
    return m_sheet ? lines() - static_cast<int>(sheet().linesWith(LineResult::NotChecked)) : 0;
}

void Counting::open(const QString& task, const QString& unit)
{
    close();
    m_state = State::Opening;
    const quint64 opening = ++m_opening;
    Q_EMIT changed();
    QtConcurrent::run([file = m_session->storeFile().toStdString(), task = task.toStdString(),
                          unit = unit.toStdString()] { return openSheet(file, task, unit); })
        .then(this,
            [this, opening](const Result<std::shared_ptr<OpenedSheet>>& sheet) {
                if (opening != m_opening)
                    return;
                m_state = sheet ? State::Open : State::Closed;
                if (sheet)
                    takeUp(*sheet);
                else
                    m_problem = explained(sheet.error());
                Q_EMIT changed();
                if (sheet)
                    Q_EMIT opened();
            })
        .onFailed(this, [this](const std::exception&) {
            m_state = State::Closed;
            m_problem = tr("What is kept on this device cannot be read.");
            Q_EMIT changed();
        });
}

void Counting::close()
{
    ++m_opening;
    m_state = State::Closed;
    m_missing.clear();
    m_scans.clear();
    m_acts.clear();
    m_strangersSeen.clear();
    m_inRoom = m_leaving = false;
    m_room.clear();
    m_resumeRoom.clear();
    m_problem.clear();
    m_told = {};
    m_sheet.reset();
    Q_EMIT toldChanged();
    Q_EMIT changed();
}

void Counting::takeUp(std::shared_ptr<OpenedSheet> opened)
{
    m_sheet = std::move(opened);
    m_rooms.load(sheet());
    for (const ScanEvent& event : m_sheet->recent)
        recall(event);
}

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
    if (m_camera)
        m_camera->forgetCodes();
    m_told = {};
    Q_EMIT toldChanged();
    if (!next.isEmpty())
        enterRoom(next);
    Q_EMIT changed();
}

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

bool Counting::wasSeenHere(const std::string& code) const
{
    const auto line = sheet().lineOf(code);
    if (!line)
        return m_strangersSeen.contains(strangerKey(code, place()));
    const CountOutcome outcome = sheet().lineOutcome(*line, SheetPhase::Counting);
    return outcome.firstSeenAt && outcome.seenPlace == place().value_or("");
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
    if (const QString detail = detailOf(verdict); !detail.isEmpty())
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

QString Counting::detailOf(const Verdict& verdict) const
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
        return verdict.elsewhere
            ? tr("Unit %1, number %2").arg(text(verdict.elsewhere->unit), text(verdict.elsewhere->assetNo))
            : QString();
    case VerdictKind::Unknown:
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

void Counting::tell(Told told)
{
    told.serial = m_told.serial + 1;
    m_told = std::move(told);
    Q_EMIT toldChanged();
    if (m_told.key == "room"_L1)
        Q_EMIT sounded(m_told.key);
}

void Counting::say(const QString& code, const QString& word, const QString& icon, const QString& tone)
{
    if (m_camera)
        m_camera->tags()->say(code, {word, icon, tone});
}

void Counting::refuse(const QString& problem, const QString& code)
{
    Told told;
    told.key = u"refused"_s;
    told.word = tr("Not counted");
    told.icon = u"cross"_s;
    told.tone = u"bad"_s;
    told.name = code;
    told.detail = problem;
    tell(told);
    say(code, told.word, told.icon, told.tone);
    Q_EMIT sounded(told.key);
    Q_EMIT changed();
}

std::optional<ScanEvent> Counting::save(const Save& save)
{
    QString problem;
    try {
        auto event = save();
        if (event) {
            m_problem.clear();
            Q_EMIT saved();
            return std::move(*event);
        }
        problem = explained(event.error());
    } catch (const std::exception&) {
        problem = tr("NOT saved: the storage of this device is full or damaged.");
    }
    m_problem = problem;
    refuse(problem);
    return std::nullopt;
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

void Counting::forgetProblem()
{
    m_problem.clear();
    Q_EMIT changed();
}

void Counting::refresh()
{
    if (!m_sheet)
        return;
    try {
        m_sheet->handheld->refresh();
    } catch (const std::exception&) {
        m_problem = tr("What is kept on this device cannot be read.");
    }
    m_rooms.refreshAll(sheet());
    countRoom();
    Q_EMIT changed();
}

std::optional<std::string> Counting::place() const
{
    return m_room.isEmpty() ? std::optional<std::string>() : m_room.toStdString();
}

std::string Counting::strangerKey(const std::string& code, const std::optional<std::string>& place)
{
    return place.value_or("") + '\n' + code;
}

QString Counting::explained(const Error& error) const
{
    return text(explain(error, m_session ? m_session->language() : Language::ZhCn));
}

} // namespace guanwu
