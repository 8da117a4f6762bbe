// What is said of the space of a unit, and of rooms proposed for it.
#include "app/client/documents/document_names.h"
#include "app/client/premises/space_names.h"
#include "app/client/premises/token_words.h"
#include "core/documents/premises_effect.h"
#include "core/registry/place.h"

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    Area areaIn(const QVariantMap& map, const QString& key)
    {
        return Area::parse(textIn(map, key).toStdString()).value_or(Area());
    }

    QString shown(Area area) { return QString::fromStdString(area.toString()); }

    /// Usable area of the rooms of a kind.
    QVariantMap ofKind(const QVariantMap& unit, const QString& kind)
    {
        for (const QVariant& one : unit[u"by_kind"_s].toList())
            if (const QVariantMap map = one.toMap(); map[u"kind"_s] == kind)
                return map;
        return {};
    }

    QString namesOf(const QVariantList& people)
    {
        QStringList out;
        for (const QVariant& one : people)
            out.push_back(textIn(one.toMap(), u"name"_s));
        return out.join(SpaceNames::tr(", "));
    }

    QString reasonOf(const QVariantMap& map)
    {
        return textIn(map, shownLanguage() == Language::ZhCn ? u"reason"_s : u"reason_en"_s);
    }

} // namespace

QVariantList SpaceNames::checkMeters(const QVariantMap& unit) const
{
    const QVariantMap limit = unit[u"limit"_s].toMap();
    if (limit.isEmpty())
        return {};
    QVariantList out;
    for (const auto& [kind, key] : {std::pair(u"office"_s, u"offices_m2"_s), std::pair(u"service"_s, u"service_m2"_s),
             std::pair(u"equipment"_s, u"equipment_m2"_s)}) {
        const Area used = areaIn(ofKind(unit, kind), u"usable_m2"_s);
        const Area most = areaIn(limit, key);
        const double part = most > Area() ? double(used.hundredths()) / double(most.hundredths()) : used > Area();
        const bool isOver = used > most;
        out.push_back(QVariantMap {{u"label"_s, tokenWord(kRoomKinds, kind)},
            {u"figures"_s,
                isOver ? tr("%1 of %2 m²: %3 above").arg(shown(used), shown(most), shown(used - most))
                       : tr("%1 of %2 m²: %3 left").arg(shown(used), shown(most), shown(most - used))},
            {u"part"_s, part}, {u"tone"_s, isOver ? u"bad"_s : u"info"_s}});
    }
    return out;
}

QVariantList SpaceNames::checkRows(const QVariantMap& unit) const
{
    QVariantList out;
    addRow(out, tr("Posts"),
        tr("%1, of them %2 filled")
            .arg(textIn(unit, u"posts_established"_s), textIn(unit, u"posts_filled"_s)));
    addRow(out, tr("Rooms"), tr("%1, %2 m²").arg(textIn(unit, u"rooms"_s), textIn(unit, u"usable_m2"_s)));
    addRow(out, tr("People with a seat"),
        tr("%1, beside them %2 seconded").arg(textIn(unit, u"seated"_s), textIn(unit, u"seconded"_s)));
    if (unit[u"rooms_over"_s].toInt() > 0)
        addRow(out, tr("Rooms above the standard"),
            tr("%1, by %2 m²").arg(textIn(unit, u"rooms_over"_s), textIn(unit, u"over_in_rooms_m2"_s)),
            u"bad"_s);
    if (unit[u"unoccupied_offices"_s].toInt() > 0)
        addRow(out, tr("Offices in which nobody is registered"), textIn(unit, u"unoccupied_offices"_s),
            u"warning"_s);
    for (const auto& [key, label] : {std::pair(u"idle_m2"_s, tr("Idle")),
             std::pair(u"leased_m2"_s, tr("Let")), std::pair(u"rented_m2"_s, tr("Rented"))})
        if (areaIn(unit, key) > Area())
            addRow(out, label, tr("%1 m²").arg(textIn(unit, key)));
    const QVariantMap limit = unit[u"limit"_s].toMap();
    if (limit.isEmpty())
        addRow(out, tr("Limit"), tr("Not known: the standard of this level was not found."), u"warning"_s);
    for (const QVariant& one : limit[u"posts"_s].toList()) {
        const QVariantMap post = one.toMap();
        if (post[u"posts"_s].toLongLong() == 0)
            continue;
        addRow(out, textIn(post, u"post"_s),
            tr("%1 × %2 = %3 m²")
                .arg(textIn(post, u"posts"_s), textIn(post, u"limit_m2"_s), textIn(post, u"area_m2"_s)));
    }
    if (!limit.isEmpty())
        addRow(out, tr("Floor area at most"),
            tr("%1 m², of it %2 m² ancillary (canteen)")
                .arg(textIn(limit, u"floor_m2"_s), textIn(limit, u"ancillary_floor_m2"_s)));
    return out;
}

QString SpaceNames::proposalNote(const QVariantMap& proposal) const
{
    if (proposal.isEmpty())
        return {};
    const auto rooms = proposal[u"rooms"_s].toList().size();
    const auto unmet = proposal[u"unmet"_s].toList().size();
    if (rooms == 0 && unmet == 0)
        return tr("Everybody in post has a room.");
    return tr("%1 rooms, %2 m², %3 people move. As many needs as can be met, with the fewest who move, own space before the pool, then the least area.")
               .arg(rooms)
               .arg(textIn(proposal, u"usable_m2"_s), textIn(proposal, u"moves"_s))
        + (unmet > 0 ? u' ' + tr("%1 find none.").arg(unmet) : QString());
}

QVariantList SpaceNames::proposalRows(const QVariantMap& proposal) const
{
    QVariantList out;
    for (const QVariant& one : proposal[u"rooms"_s].toList()) {
        const QVariantMap room = one.toMap();
        const bool isMove = room[u"move"_s].toBool();
        out.push_back(QVariantMap {
            {u"title"_s, tr("%1 → %2").arg(namesOf(room[u"people"_s].toList()), textIn(room, u"name"_s))},
            {u"subtitle"_s, reasonOf(room)}, {u"icon"_s, isMove ? u"forward"_s : u"check"_s},
            {u"tone"_s, isMove ? u"info"_s : u"good"_s}});
    }
    for (const QVariant& one : proposal[u"unmet"_s].toList()) {
        const QVariantMap need = one.toMap();
        out.push_back(QVariantMap {{u"title"_s, namesOf(need[u"people"_s].toList())},
            {u"subtitle"_s, reasonOf(need)}, {u"icon"_s, u"alert"_s}, {u"tone"_s, u"bad"_s}});
    }
    const QVariantList back = proposal[u"given_back"_s].toList();
    if (!back.isEmpty())
        out.push_back(QVariantMap {{u"title"_s, tr("Given back: %1").arg(namesOf(back))},
            {u"subtitle"_s, tr("rooms that people have now and would have no longer")}, {u"icon"_s, u"undo"_s},
            {u"tone"_s, u"neutral"_s}});
    return out;
}

QStringList SpaceNames::poolRooms(const QVariantMap& proposal) const
{
    QStringList out;
    for (const QVariant& one : proposal[u"rooms"_s].toList())
        if (const QVariantMap room = one.toMap(); room[u"means"_s] == u"pool"_s)
            out.push_back(textIn(room, u"room"_s));
    return out;
}

QString SpaceNames::poolArea(const QVariantMap& proposal) const
{
    Area sum;
    for (const QVariant& one : proposal[u"rooms"_s].toList())
        if (const QVariantMap room = one.toMap(); room[u"means"_s] == u"pool"_s)
            sum += areaIn(room, u"usable_m2"_s);
    return shown(sum);
}

QVariantMap SpaceNames::beyondPool(const QVariantMap& proposal) const
{
    const QVariantList unmet = proposal[u"unmet"_s].toList();
    Area most;
    QStringList why;
    for (const QVariant& one : unmet) {
        if (one.toMap()[u"staying"_s].toBool()) // what they have is to be divided or shared
            continue;
        most += areaIn(one.toMap(), u"most_m2"_s);
        why.push_back(tr("%1: %2").arg(namesOf(one.toMap()[u"people"_s].toList()), reasonOf(one.toMap())));
    }
    if (why.isEmpty())
        return {};
    // A fact takes so many characters; whoever reads more opens the proposal.
    constexpr int kToldCharacters = 400;
    QString told = why.join(tr("; "));
    if (told.size() > kToldCharacters)
        told = told.left(kToldCharacters) + u'…';
    return {{u"ground"_s, u"short"_s}, {u"wanted_m2"_s, shown(most)}, {u"search_answer"_s, told}};
}

QVariantList SpaceNames::postFields(const QVariantMap& unit) const
{
    QVariantList out;
    for (const QVariant& one : unit[u"limit"_s].toMap()[u"posts"_s].toList()) {
        const QVariantMap post = one.toMap();
        out.push_back(QVariantMap {{u"token"_s, post[u"post"_s]}, {u"label"_s, post[u"post"_s]},
            {u"editing"_s, u"number"_s}, {u"value"_s, textIn(post, u"posts"_s)}, {u"isRequired"_s, true}});
    }
    return out;
}

QVariantList SpaceNames::postsOf(const QJsonObject& filled) const
{
    QVariantList out;
    for (auto one = filled.begin(); one != filled.end(); ++one)
        out.push_back(QVariantMap {
            {u"rank"_s, one.key()}, {u"posts"_s, one.value().toVariant().toString().toLongLong()}});
    return out;
}

QVariantList SpaceNames::publicationRows(const QVariantMap& held) const
{
    Area area;
    qint64 rooms = 0;
    QString last;
    const QVariantList units = held[u"units"_s].toList();
    for (const QVariant& one : units) {
        const QVariantMap unit = one.toMap();
        area += areaIn(unit, u"usable_m2"_s);
        rooms += unit[u"rooms"_s].toLongLong();
        last = std::max(last, textIn(unit, u"published_on"_s));
    }
    const int open = unpublishedRooms(held);
    QVariantList out;
    addRow(out, tr("Held by use certificates"),
        tr("%1 rooms of %2 units, %3 m²").arg(rooms).arg(units.size()).arg(shown(area)));
    addRow(out, tr("Made public this year"),
        open == 0 ? tr("All of it") : tr("%1 of %2 rooms").arg(rooms - open).arg(rooms),
        open == 0 ? u"good"_s : u"warning"_s);
    addRow(out, tr("The last time"), last);
    return out;
}

QVariantList SpaceNames::unpublishedRows(const QVariantMap& held) const
{
    constexpr qsizetype kShown = 5;
    QVariantList out;
    qsizetype more = 0;
    for (const QVariant& one : held[u"units"_s].toList()) {
        const QVariantMap unit = one.toMap();
        const qint64 open = unit[u"rooms"_s].toLongLong() - unit[u"published"_s].toLongLong();
        if (open == 0 || out.size() == kShown) {
            more += open != 0;
            continue;
        }
        out.push_back(QVariantMap {{u"title"_s, textIn(unit, u"unit_name"_s)},
            {u"subtitle"_s,
                dotted({tr("%1 rooms, %2 m²").arg(textIn(unit, u"rooms"_s), textIn(unit, u"usable_m2"_s)),
                    tr("%1 not made public this year").arg(open)})},
            {u"icon"_s, u"building"_s}, {u"tone"_s, u"warning"_s}});
    }
    if (more > 0)
        out.push_back(QVariantMap {{u"title"_s, tr("%1 further units").arg(more)}, {u"subtitle"_s, QString()},
            {u"icon"_s, u"more"_s}, {u"tone"_s, u"neutral"_s}});
    return out;
}

int SpaceNames::unpublishedRooms(const QVariantMap& held) const
{
    qint64 open = 0;
    for (const QVariant& one : held[u"units"_s].toList())
        open += one.toMap()[u"rooms"_s].toLongLong() - one.toMap()[u"published"_s].toLongLong();
    return static_cast<int>(open);
}

QVariantList SpaceNames::roomKinds() const { return tokenChoices(kRoomKinds); }

QVariantList SpaceNames::newRoomStates() const
{
    return {QVariantMap {{u"value"_s, u"available"_s}, {u"text"_s, tr("in the pool")}},
        QVariantMap {{u"value"_s, u"unregistered"_s}, {u"text"_s, tr("to be handed over by a document")}}};
}

QVariantMap SpaceNames::requestRow(const QVariantMap& document, const QVariantMap& methodNames) const
{
    const QString state = textIn(document, u"state"_s);
    const QString no = textIn(document, u"no"_s);
    const QString method = textIn(document, u"method"_s);
    const bool hasCertificate = state == "closed"_L1 && method != "take_back"_L1;
    return {{u"title"_s,
                dotted({methodNames.value(method, method).toString(),
                    textIn(document[u"unit"_s].toMap(), u"name"_s)})},
        {u"subtitle"_s,
            dotted({no, DocumentNames::stateName(state),
                hasCertificate
                    ? tr("use certificate %1").arg(QString::fromStdString(useCertificateNo(no.toStdString())))
                    : QString()})},
        {u"icon"_s, DocumentNames::stateIcon(state)}, {u"tone"_s, DocumentNames::stateTone(state)},
        {u"certificate"_s,
            hasCertificate ? QString::fromStdString(useCertificateNo(no.toStdString())) : QString()}};
}

} // namespace guanwu
