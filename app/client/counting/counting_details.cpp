// What a clerk adds to a scan, and takes back.
#include "app/client/counting/counting.h"

#include <QBuffer>
#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr std::size_t kLikelyUsers = 3;
    constexpr int kFirstUserDigit = 7;
    constexpr int kPhotoQuality = 80;
    constexpr int kMostPeople = 50;

    QVariantMap choice(const QString& value, const QString& text, int digit = 0, bool isUser = false)
    {
        return {{u"value"_s, value}, {u"text"_s, text}, {u"digit"_s, digit}, {u"isUser"_s, isUser}};
    }

} // namespace

QVariantList Counting::details() const
{
    QVariantList out;
    for (const auto& row : kConditions) {
        const QString token = QString::fromUtf8(row.token);
        out.push_back(choice(token, conditionName(token), static_cast<int>(out.size()) + 1));
    }
    out += m_likelyUsers;
    out.push_back(choice({}, tr("Other user…"), 0, true));
    return out;
}

QVariantList Counting::reasons() const
{
    QVariantList out;
    for (const QString& text : {tr("The tag is damaged"), tr("The tag cannot be reached"),
             tr("There is no tag"), tr("The scanner fails")})
        out.push_back(choice(text, text));
    return out;
}

QString Counting::conditionName(const QString& condition) const
{
    const auto parsed = parseToken(kConditions, condition.toStdString(), "handheld.condition");
    return parsed && m_session ? QString::fromUtf8(nameOf(kConditions, *parsed, m_session->language()))
                               : QString();
}

void Counting::findLikelyUsers()
{
    std::map<std::string, int> uses;
    for (const BookLine& line : sheet().book())
        if (line.place == m_room.toStdString() && !line.user.empty())
            ++uses[line.user];
    std::vector<std::pair<std::string, int>> order(uses.begin(), uses.end());
    std::stable_sort(
        order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    order.resize(std::min(order.size(), kLikelyUsers));
    m_likelyUsers.clear();
    for (const auto& [user, count] : order)
        m_likelyUsers.push_back(choice(QString::fromStdString(user), userNameOf(user),
            kFirstUserDigit + static_cast<int>(m_likelyUsers.size()), true));
}

QVariantList Counting::people(const QString& search) const
{
    if (!m_sheet)
        return {};
    std::map<QString, QString> found; // by name, then code: who has the same name stays two
    for (const BookLine& line : sheet().book()) {
        const QString code = QString::fromStdString(line.user);
        const QString name = QString::fromStdString(line.userName);
        if (!code.isEmpty()
            && (name.contains(search, Qt::CaseInsensitive) || code.contains(search, Qt::CaseInsensitive)))
            found.try_emplace(name + u'\n' + code, code);
    }
    QVariantList out;
    for (const auto& [key, code] : found) {
        if (out.size() == kMostPeople)
            break;
        out.push_back(choice(code, userNameOf(code.toStdString())));
    }
    return out;
}

QString Counting::userNameOf(const std::string& user) const
{
    const auto& book = sheet().book();
    const auto line
        = std::find_if(book.begin(), book.end(), [&](const BookLine& one) { return one.user == user; });
    return QString::fromStdString(line != book.end() && !line->userName.empty() ? line->userName : user);
}

void Counting::setCondition(const QString& condition)
{
    const auto parsed = parseToken(kConditions, condition.toStdString(), "handheld.condition");
    if (!parsed)
        return;
    amend([&](ScanRow& row) {
        row.condition = *parsed;
        row.conditionName = conditionName(condition);
    });
}

void Counting::setUser(const QString& user)
{
    amend([&](ScanRow& row) {
        row.user = user.toStdString();
        row.userName = userNameOf(*row.user);
    });
}

void Counting::pressDigit(int digit)
{
    if (m_told.event.isEmpty())
        return;
    for (const QVariant& one : details()) {
        const QVariantMap choice = one.toMap();
        if (digit == 0 || choice[u"digit"_s].toInt() != digit)
            continue;
        const QString value = choice[u"value"_s].toString();
        choice[u"isUser"_s].toBool() ? setUser(value) : setCondition(value);
        return;
    }
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
