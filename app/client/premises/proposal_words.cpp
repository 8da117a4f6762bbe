// What is said of the documents that a proposal leads to, and of the use certificates that documents led to.
#include "app/client/documents/document_names.h"
#include "app/client/premises/space_names.h"
#include "app/client/premises/token_words.h"
#include "app/client/records/due_words.h"
#include "app/client/session/words.h"

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    constexpr qsizetype kRoomsNamed = 6;

    QString roomsOf(const QVariantList& rooms)
    {
        QStringList out;
        for (const QVariant& one : rooms.mid(0, kRoomsNamed)) {
            const QVariantMap room = one.toMap();
            const QStringList people = room[u"people"_s].toStringList();
            out.push_back(people.isEmpty() ? textIn(room, u"room"_s)
                                           : SpaceNames::tr("%1 → %2").arg(
                                               people.join(SpaceNames::tr(", ")), textIn(room, u"room"_s)));
        }
        if (rooms.size() > kRoomsNamed)
            out.push_back(SpaceNames::tr("%1 further rooms").arg(rooms.size() - kRoomsNamed));
        return out.join(SpaceNames::tr("; "));
    }

    QVariantMap note(const QString& title, const QString& subtitle, const QString& icon, const QString& tone)
    {
        return {{u"title"_s, title}, {u"subtitle"_s, subtitle}, {u"icon"_s, icon}, {u"tone"_s, tone}};
    }

} // namespace

bool SpaceNames::leadsToDocuments(const QVariantMap& proposal) const
{
    if (!proposal[u"given_back"_s].toList().isEmpty())
        return true;
    for (const QVariant& one : proposal[u"rooms"_s].toList())
        if (const QVariantMap room = one.toMap();
            room[u"means"_s] == u"pool"_s || room[u"other_unit"_s].toBool())
            return true;
    return false;
}

QVariantList SpaceNames::draftRows(const QVariantMap& documents) const
{
    QVariantList out;
    for (const QVariant& one : documents[u"documents"_s].toList()) {
        const QVariantMap draft = one.toMap();
        const QString method
            = textIn(draft, shownLanguage() == Language::ZhCn ? u"method_name"_s : u"method_name_en"_s);
        const QVariantList rooms = draft[u"rooms"_s].toList();
        const QString other = textIn(draft, u"other_name"_s);
        out.push_back(note(dotted({method, textIn(draft, u"unit_name"_s), textIn(draft, u"no"_s)}),
            dotted({other.isEmpty() ? QString() : tr("from %1").arg(other),
                tr("%1 rooms, %2 m²").arg(rooms.size()).arg(textIn(draft, u"usable_m2"_s)), roomsOf(rooms)}),
            textIn(draft, u"method"_s) == u"take_back"_s ? u"undo"_s : u"sign"_s, u"info"_s));
    }
    if (const int within = documents[u"moves_within"_s].toInt(); within > 0)
        out.push_back(note(tr("%1 people move within their unit").arg(within),
            tr("Without a document: their seats are entered room by room."), u"swap"_s, u"neutral"_s));
    if (const int unmet = documents[u"unmet"_s].toInt(); unmet > 0)
        out.push_back(note(tr("%1 needs find no room").arg(unmet),
            tr("They go on to exchange, renting or building."), u"alert"_s, u"warning"_s));
    for (const QVariant& one : documents[u"skipped"_s].toList()) {
        const QVariantMap room = one.toMap();
        const QString document = textIn(room, u"document"_s);
        out.push_back(note(textIn(room, u"name"_s),
            document.isEmpty() ? tr("Given back: the bureau takes it.")
                               : tr("Is on document %1 already.").arg(document),
            u"info"_s, u"neutral"_s));
    }
    return out;
}

QVariantList SpaceNames::certificateRows(const QVariantMap& held) const
{
    QVariantList current;
    QVariantList past;
    for (const QVariant& one : held[u"certificates"_s].toList()) {
        const QVariantMap line = one.toMap();
        const bool isCurrent = line[u"current"_s].toBool();
        const bool isChanged = line[u"changed"_s].toBool();
        const QString replacedBy = textIn(line, u"replaced_by"_s);
        const QString back = line[u"given_back"_s].toInt() > 0
            ? tr("%1 rooms given back").arg(line[u"given_back"_s].toInt())
            : QString();
        const QString anew = line[u"remeasured"_s].toInt() > 0
            ? tr("%1 measured anew or of another kind").arg(line[u"remeasured"_s].toInt())
            : QString();
        const QStringList replaces = line[u"replaces"_s].toStringList();
        QVariantMap row = note(textIn(line, u"certificate_no"_s),
            !replacedBy.isEmpty()
                ? tr("replaced by %1 on %2, void").arg(replacedBy, textIn(line, u"replaced_on"_s))
                : !isCurrent
                ? tr("all rooms came back")
                : dotted({tr("%1 rooms, %2 m²").arg(textIn(line, u"rooms"_s), textIn(line, u"usable_m2"_s)),
                    tr("since %1").arg(textIn(line, u"from"_s)),
                    replaces.isEmpty() ? QString() : tr("replaces %1").arg(replaces.join(tr(", "))), back,
                    anew, isChanged ? tr("to be reissued") : QString()}),
            isChanged       ? u"alert"_s
                : isCurrent ? u"sign"_s
                            : u"archive"_s,
            isChanged       ? u"warning"_s
                : isCurrent ? u"good"_s
                            : u"neutral"_s);
        row[u"no"_s] = line[u"certificate_no"_s];
        row[u"isCurrent"_s] = isCurrent;
        row[u"isChanged"_s] = isChanged;
        (isCurrent ? current : past).push_back(row);
    }
    return current + past;
}

} // namespace guanwu
