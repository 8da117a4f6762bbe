#include "app/client/review/finding.h"

#include "app/client/campaign/campaign_words.h"
#include "app/client/review/finding_list.h"
#include "app/client/session/words.h"

#include <QDateTime>
#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QString text(const QJsonObject& json, QLatin1StringView key) { return json[key].toString(); }

    /// "Room 204 (C01-2-204)"; the code alone where the name is not known.
    QString named(const QString& code, const QString& name)
    {
        if (code.isEmpty() || name.isEmpty() || name == code)
            return code.isEmpty() ? name : code;
        return u"%1 (%2)"_s.arg(name, code);
    }
    QString named(const QString& code, const QJsonObject& names)
    {
        return named(code, names[code].toString());
    }

} // namespace

Finding Finding::ofLine(const QJsonObject& json)
{
    Finding out;
    out.key = text(json, "asset_no"_L1);
    out.result = text(json, "result"_L1);
    out.title = text(json, "name"_L1);
    out.detail = dotted({out.key, text(json, "place_name"_L1)});
    out.json = json;
    out.decision = json["decision"_L1].toObject();
    return out;
}

Finding Finding::ofSurplus(const QJsonObject& json, const QJsonObject& placeNames)
{
    const QJsonObject event = json["event"_L1].toObject();
    Finding out;
    out.kind = Kind::Surplus;
    out.key = text(json, "event_id"_L1);
    out.result = u"surplus"_s;
    out.title = text(event, "name"_L1);
    if (out.title.isEmpty())
        out.title = FindingList::tr("Unknown tag %1").arg(text(event, "code"_L1));
    out.detail = dotted({text(json, "surplus"_L1), named(text(event, "place"_L1), placeNames)});
    out.placeNames = placeNames;
    out.json = json;
    out.decision = json["decision"_L1].toObject();
    return out;
}

Finding Finding::ofTold(const QJsonObject& json, const QJsonObject& placeNames)
{
    Finding out;
    out.kind = Kind::Told;
    out.result = text(json, "kind"_L1);
    out.key = text(json, "event_id"_L1);
    out.title = text(json, "asset_no"_L1);
    out.detail = dotted({FindingList::tr("seen by %1").arg(text(json, "seen_by"_L1)),
        named(text(json, "place"_L1), placeNames)});
    out.placeNames = placeNames;
    out.json = json;
    return out;
}

QString Finding::decisionText() const
{
    if (!isDecided())
        return {};
    if (kind == Kind::Surplus)
        return decision["accepted"_L1].toBool()
            ? FindingList::tr("Into the books at %1 yuan").arg(text(decision, "value_yuan"_L1))
            : FindingList::tr("Dismissed");
    return resultSign(text(decision, "result"_L1)).word;
}

QVariantList comparison(const Finding& finding, const QJsonObject& placeNames, const QJsonObject& userNames)
{
    QVariantList out;
    const auto add = [&](const QString& label, const QString& book, const QString& seen, bool isKnown) {
        if (book.isEmpty() && seen.isEmpty())
            return;
        out.push_back(QVariantMap {{u"label"_s, label}, {u"book"_s, book}, {u"seen"_s, seen},
            {u"isAsked"_s, isKnown}, {u"differs"_s, isKnown && !seen.isEmpty() && seen != book}});
    };
    const QJsonObject& json = finding.json;
    if (finding.kind == Finding::Kind::Surplus) {
        const QJsonObject event = json["event"_L1].toObject();
        add(FindingList::tr("Name"), {}, text(event, "name"_L1), false);
        add(FindingList::tr("Class"), {}, text(event, "class_code"_L1), false);
        add(FindingList::tr("Tag"), {}, text(event, "code"_L1), false);
        add(FindingList::tr("Place"), {}, named(text(event, "place"_L1), placeNames), false);
        add(FindingList::tr("Quantity"), {}, QString::number(event["quantity"_L1].toInteger(1)), false);
        add(FindingList::tr("Condition"), {}, conditionWord(text(event, "condition"_L1)), false);
        add(FindingList::tr("Reason"), {}, text(event, "reason"_L1), false);
        return out;
    }
    if (finding.kind == Finding::Kind::Told) {
        add(FindingList::tr("Scanned as"), {}, text(json, "code"_L1), false);
        add(FindingList::tr("Place"), {}, named(text(json, "place"_L1), placeNames), false);
        add(FindingList::tr("Seen by"), {}, text(json, "seen_by"_L1), false);
        return out;
    }
    const bool isSeen = json["events"_L1].toInteger() > 0;
    const QString seenPlace = text(json, "seen_place"_L1);
    const QString seenUser = text(json, "seen_user"_L1);
    const QString place = named(text(json, "place"_L1), text(json, "place_name"_L1));
    add(FindingList::tr("Place"), place,
        seenPlace == text(json, "place"_L1) ? (seenPlace.isEmpty() ? QString() : place)
                                            : named(seenPlace, placeNames),
        isSeen);
    const QString user = named(text(json, "user"_L1), text(json, "user_name"_L1));
    add(FindingList::tr("User"), user,
        seenUser == text(json, "user"_L1) ? (seenUser.isEmpty() ? QString() : user)
                                          : named(seenUser, userNames),
        isSeen);
    const QString condition = text(json, "seen_condition"_L1);
    const QString state = text(json, "use_state"_L1);
    // "in use" of a card and "in use" as seen are words of two lists.
    add(FindingList::tr("Condition"), useStateWord(state),
        condition == state ? useStateWord(state) : conditionWord(condition), isSeen);
    add(FindingList::tr("Quantity"), QString::number(json["quantity"_L1].toInteger()),
        isSeen ? QString::number(json["counted_quantity"_L1].toInteger()) : QString(), isSeen);
    add(FindingList::tr("Model"), text(json, "model"_L1), {}, false);
    add(FindingList::tr("Original value"), text(json, "original_yuan"_L1), {}, false);
    return out;
}

QVariantList history(
    const std::vector<QJsonObject>& events, const QJsonObject& placeNames, const QJsonObject& userNames)
{
    QSet<QString> undone;
    for (const QJsonObject& event : events)
        if (text(event, "kind"_L1) == "undo"_L1)
            undone.insert(text(event, "corrects"_L1));
    QVariantList out;
    for (const QJsonObject& event : events) {
        const Sign sign = eventSign(text(event, "kind"_L1));
        QStringList photos;
        for (const QJsonValue& photo : event["photos"_L1].toArray())
            photos.push_back(photo.toString());
        out.push_back(QVariantMap {{u"at"_s, timeText(instantOf(text(event, "at"_L1)))},
            {u"word"_s, sign.word}, {u"icon"_s, sign.icon}, {u"tone"_s, sign.tone},
            {u"actor"_s, text(event, "actor"_L1)}, {u"entry"_s, entryWord(text(event, "entry"_L1))},
            {u"detail"_s,
                dotted({named(text(event, "place"_L1), placeNames), named(text(event, "user"_L1), userNames),
                    conditionWord(text(event, "condition"_L1)), text(event, "reason"_L1)})},
            {u"photos"_s, photos}, {u"undone"_s, undone.contains(text(event, "event_id"_L1))}});
    }
    return out;
}

QStringList photosOf(const std::vector<QJsonObject>& events)
{
    QStringList out;
    for (const QJsonObject& event : events)
        for (const QJsonValue& photo : event["photos"_L1].toArray())
            if (!out.contains(photo.toString()))
                out.push_back(photo.toString());
    return out;
}

} // namespace guanwu
