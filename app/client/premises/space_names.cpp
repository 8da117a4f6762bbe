#include "app/client/premises/space_names.h"

#include "app/client/documents/document_names.h"
#include "app/client/premises/token_words.h"
#include "app/client/records/due_words.h"
#include "app/client/session/words.h"
#include "core/premises/room_change.h"
#include "core/premises/room_line.h"
#include "core/premises/take_back.h"
#include "core/values/ratio.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QString squareMetres(const QString& area)
    {
        return area.isEmpty() ? QString() : SpaceNames::tr("%1 m²").arg(area);
    }

    QString nameIn(const QVariantMap& map, const QString& key) { return textIn(map[key].toMap(), u"name"_s); }

    bool isNothing(const QString& area) { return area.isEmpty() || area == "0.00"_L1; }

    /// Of a share of a room: to the hundredth, half up.
    QString perPerson(const QString& area, qsizetype people)
    {
        const auto whole = Area::parse(area.toStdString());
        if (!whole || people <= 0)
            return {};
        return QString::fromStdString(
            Area::fromHundredths(roundedHalfUp(Int128 {whole->hundredths()}, people)).toString());
    }

    QString stateTone(const QString& state)
    {
        static const QVariantMap tones {{u"available"_s, u"good"_s}, {u"allocated"_s, u"info"_s},
            {u"vacating"_s, u"warning"_s}, {u"repair"_s, u"warning"_s}, {u"idle"_s, u"warning"_s},
            {u"unsafe"_s, u"bad"_s}, {u"leased"_s, u"foreign"_s}};
        return tones.value(state, u"neutral"_s).toString();
    }

    QString stateIcon(const QString& state)
    {
        static const QVariantMap icons {{u"available"_s, u"door"_s}, {u"allocated"_s, u"check"_s},
            {u"vacating"_s, u"clock"_s}, {u"repair"_s, u"settings"_s}, {u"idle"_s, u"archive"_s},
            {u"unsafe"_s, u"alert"_s}, {u"leased"_s, u"key"_s}, {u"removed"_s, u"trash"_s}};
        return icons.value(state, u"info"_s).toString();
    }

    QVariantMap chip(const QString& words, const QString& icon, const QString& tone)
    {
        return {{u"text"_s, words}, {u"icon"_s, icon}, {u"tone"_s, tone}};
    }

    /// What was put right of a room, by the field that the server names.
    QString changedField(const QString& field)
    {
        const std::map<QString, QString> names {{u"state"_s, SpaceNames::tr("State")},
            {u"kind"_s, SpaceNames::tr("Kind")}, {u"service_kind"_s, SpaceNames::tr("Kind of service room")},
            {u"usable_m2"_s, SpaceNames::tr("Usable area")}, {u"toilet_m2"_s, SpaceNames::tr("Toilet")},
            {u"rest_m2"_s, SpaceNames::tr("Rest room")}};
        const auto found = names.find(field);
        return found == names.end() ? field : found->second;
    }

    QString changedValue(const QString& field, const QString& value)
    {
        if (field == u"state"_s)
            return tokenWord(kRoomStates, value);
        if (field == u"kind"_s)
            return tokenWord(kRoomKinds, value);
        if (field.endsWith(u"_m2"_s))
            return squareMetres(value);
        return value.isEmpty() ? u"–"_s : value;
    }

} // namespace

QVariantList SpaceNames::seatKinds() const { return tokenChoices(kSeatKinds); }
QVariantList SpaceNames::seatEnds() const { return tokenChoices(kSeatEnds); }

QVariantList SpaceNames::buildingColumns() const
{
    QVariantMap rooms = columnOf(u"rooms"_s, tr("Rooms"), 80, u"number"_s);
    rooms[u"brief"_s] = tr("%1 rooms");
    QVariantMap area = columnOf(u"usable_m2"_s, tr("Usable area, m²"), 130, u"area"_s);
    area[u"brief"_s] = tr("%1 m²");
    QVariantMap units = columnOf(u"units"_s, tr("Units"), 80, u"number"_s);
    units[u"brief"_s] = tr("%1 units");
    QVariantMap free = columnOf(u"available"_s, tr("To be had"), 80, u"number"_s);
    free[u"brief"_s] = tr("%1 to be had");
    return {columnOf(u"name"_s, tr("Building"), 240), columnOf(u"building"_s, tr("Code"), 110), rooms, area,
        units, free};
}

QVariantList SpaceNames::chips(const QVariantMap& room) const
{
    QVariantList out;
    const QString state = textIn(room, u"state"_s);
    out.push_back(chip(tokenWord(kRoomStates, state), stateIcon(state), stateTone(state)));
    const QVariantMap finding = room[u"finding"_s].toMap();
    if (finding[u"over"_s].toBool())
        out.push_back(
            chip(textIn(finding, shownLanguage() == Language::ZhCn ? u"grounds"_s : u"grounds_en"_s),
                u"alert"_s, u"bad"_s));
    else if (finding[u"judged"_s].toBool())
        out.push_back(chip(tr("Within the standard"), u"check"_s, u"good"_s));
    if (finding[u"unoccupied"_s].toBool())
        out.push_back(chip(tr("Nobody is registered in it"), u"question"_s, u"warning"_s));
    if (const QString day = textIn(room, u"vacate_by"_s); !day.isEmpty())
        out.push_back(chip(tr("to be vacated by %1").arg(dueText(day)), u"clock"_s,
            dueTone(day).isEmpty() ? u"info"_s : dueTone(day)));
    return out;
}

QVariantList SpaceNames::whoRows(const QVariantMap& room) const
{
    QVariantList out;
    const QString holder = nameIn(room, u"held_by"_s);
    const QString user = nameIn(room, u"used_by"_s);
    addRow(out, tr("Holds it, by use certificate"),
        holder.isEmpty()
            ? tr("nobody: no use certificate")
            : dotted({holder, textIn(room, u"use_certificate"_s), textIn(room, u"allocated_on"_s)}),
        holder.isEmpty() ? u"warning"_s : QString());
    addRow(out, tr("Uses it"), user.isEmpty() ? tr("nobody") : user,
        !holder.isEmpty() && user != holder ? u"warning"_s : QString());
    QStringList owners;
    for (const QVariant& one : room[u"on_paper"_s].toList())
        owners.push_back(textIn(one.toMap(), u"name"_s));
    addRow(out, tr("On paper, by property certificate"),
        owners.isEmpty()
            ? tr("nobody: the building has no certificate")
            : dotted({owners.join(tr(", ")), room[u"certificates"_s].toStringList().join(tr(", "))}),
        owners.isEmpty() ? u"warning"_s : QString());
    return out;
}

QVariantList SpaceNames::areaRows(const QVariantMap& room) const
{
    QVariantList out;
    const QVariantMap finding = room[u"finding"_s].toMap();
    const qsizetype people = room[u"seats"_s].toList().size();
    const QString usable = textIn(room, u"usable_m2"_s);
    addRow(out, tr("Kind"),
        dotted({tokenWord(kRoomKinds, textIn(room, u"kind"_s)), textIn(room, u"service_kind"_s)}));
    addRow(out, tr("Usable area"), squareMetres(usable));
    if (people > 0)
        addRow(out, tr("A person"), squareMetres(perPerson(usable, people)));
    if (finding[u"judged"_s].toBool())
        addRow(out, tr("Limit of those who sit here"), squareMetres(textIn(finding, u"limit_m2"_s)));
    if (const QString over = textIn(finding, u"over_m2"_s); !isNothing(over))
        addRow(out, tr("Above it"), squareMetres(over), u"bad"_s);
    for (const auto& [key, label] :
        {std::pair(u"toilet_m2"_s, tr("Toilet")), std::pair(u"rest_m2"_s, tr("Rest room"))})
        if (!isNothing(textIn(room, key)))
            addRow(out, label, squareMetres(textIn(room, key)));
    addRow(out, tr("Why it is still above"), textIn(room, u"over_reason"_s));
    const QString deadline = textIn(room, u"over_deadline"_s);
    addRow(out, tr("To be put right by"), dueText(deadline), dueTone(deadline));
    return out;
}

QVariantList SpaceNames::seatRows(const QVariantMap& room) const
{
    QVariantList out;
    for (const QVariant& one : room[u"seats"_s].toList()) {
        const QVariantMap seat = one.toMap();
        const QString ended = textIn(seat, u"ended_on"_s);
        const QString limit = textIn(seat, u"limit_m2"_s);
        const bool isGone = !ended.isEmpty() || !seat[u"in_post"_s].toBool();
        const QString end = ended.isEmpty()
            ? QString()
            : tr("%1 since %2, not given back").arg(tokenWord(kSeatEnds, textIn(seat, u"ground"_s)), ended);
        out.push_back(QVariantMap {{u"person"_s, seat[u"person"_s]}, {u"name"_s, seat[u"name"_s]},
            {u"title"_s, dotted({textIn(seat, u"name"_s), textIn(seat, u"post"_s), textIn(seat, u"rank"_s)})},
            {u"subtitle"_s,
                dotted({end, tokenWord(kSeatKinds, textIn(seat, u"kind"_s)), textIn(seat, u"department"_s),
                    tr("since %1").arg(textIn(seat, u"from"_s)),
                    isNothing(limit) ? QString() : tr("limit %1 m²").arg(limit)})},
            {u"icon"_s, isGone ? u"alert"_s : u"user"_s}, {u"tone"_s, isGone ? u"bad"_s : u"neutral"_s},
            {u"isEnded"_s, !ended.isEmpty()}, {u"kind"_s, seat[u"kind"_s]}});
    }
    return out;
}

QVariantList SpaceNames::statesByHand(const QVariantMap& room) const
{
    const QString now = textIn(room, u"state"_s);
    const bool isHad = !room[u"used_by"_s].toMap().isEmpty() || !room[u"held_by"_s].toMap().isEmpty();
    const bool isSeated = !room[u"seats"_s].toList().isEmpty();
    QVariantList out;
    for (const QVariant& one : tokenChoices(kRoomStates)) {
        const QString value = textIn(one.toMap(), u"value"_s);
        const auto state = parseToken(kRoomStates, value.toStdString(), "space.state");
        if (value == now || (state && stateObstacle(*state, isHad, isSeated).empty()))
            out.push_back(one);
    }
    return out;
}

QVariantList SpaceNames::historyRows(const QVariantMap& room) const
{
    const QVariantMap story = room[u"story"_s].toMap();
    std::vector<std::pair<QString, QVariantMap>> dated;
    for (const QVariant& one : story[u"holds"_s].toList()) {
        const QVariantMap hold = one.toMap();
        const QString to = textIn(hold, u"vacated_on"_s);
        const QString from = textIn(hold, u"handed_over_on"_s);
        dated.emplace_back(textIn(hold, u"approved_on"_s),
            QVariantMap {{u"icon"_s, u"building"_s}, {u"title"_s, nameIn(hold, u"unit"_s)},
                {u"subtitle"_s,
                    dotted({tr("approved %1").arg(textIn(hold, u"approved_on"_s)),
                        from.isEmpty() ? QString() : tr("handed over %1").arg(from),
                        to.isEmpty() ? tr("holds it now") : tr("left %1").arg(to),
                        textIn(hold, u"certificate_no"_s),
                        textIn(hold, u"current_no"_s) == textIn(hold, u"certificate_no"_s)
                            ? QString()
                            : tr("now %1").arg(textIn(hold, u"current_no"_s))})}});
    }
    for (const QVariant& one : story[u"past_seats"_s].toList()) {
        const QVariantMap seat = one.toMap();
        dated.emplace_back(textIn(seat, u"from"_s),
            QVariantMap {{u"icon"_s, u"user"_s}, {u"title"_s, nameIn(seat, u"person"_s)},
                {u"subtitle"_s,
                    dotted({tr("%1 to %2").arg(textIn(seat, u"from"_s), textIn(seat, u"to"_s)),
                        tokenWord(kSeatKinds, textIn(seat, u"kind"_s))})}});
    }
    for (const QVariant& one : story[u"changes"_s].toList()) {
        const QVariantMap change = one.toMap();
        const QString field = textIn(change, u"field"_s);
        dated.emplace_back(textIn(change, u"on"_s),
            QVariantMap {{u"icon"_s, u"edit"_s},
                {u"title"_s,
                    tr("%1: %2 → %3")
                        .arg(changedField(field), changedValue(field, textIn(change, u"was"_s)),
                            changedValue(field, textIn(change, u"became"_s)))},
                {u"subtitle"_s,
                    dotted({textIn(change, u"on"_s), textIn(change, u"reason"_s),
                        textIn(change, u"actor"_s)})}});
    }
    std::stable_sort(
        dated.begin(), dated.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    QVariantList out;
    for (const auto& [day, row] : dated)
        out.push_back(row);
    return out;
}

QVariantList SpaceNames::documentRows(const QVariantMap& room) const
{
    static const QVariantMap methods {{u"allocate"_s, tr("Allocation")}, {u"adjust"_s, tr("Adjustment")},
        {u"exchange"_s, tr("Exchange")}, {u"rent"_s, tr("Renting")}, {u"build"_s, tr("Building it")},
        {u"take_back"_s, tr("Taking back")}, {u"repair"_s, tr("Repair")}};
    QVariantList out;
    for (const QVariant& one : room[u"story"_s].toMap()[u"documents"_s].toList()) {
        const QVariantMap document = one.toMap();
        const QString state = textIn(document, u"state"_s);
        out.push_back(QVariantMap {{u"no"_s, document[u"document_no"_s]},
            {u"title"_s,
                dotted(
                    {methods.value(textIn(document, u"method"_s)).toString(), nameIn(document, u"unit"_s)})},
            {u"subtitle"_s, dotted({textIn(document, u"document_no"_s), DocumentNames::stateName(state)})},
            {u"icon"_s, DocumentNames::stateIcon(state)}, {u"tone"_s, DocumentNames::stateTone(state)}});
    }
    return out;
}

} // namespace guanwu

#include "moc_space_names.cpp"
