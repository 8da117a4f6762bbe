// Where a document stands, as a line of stations.
#include "app/client/documents/document_names.h"
#include "app/client/documents/document_view.h"
#include "app/client/records/due_words.h"
#include "app/client/session/words.h"

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    /// The last entry of the log that says so; empty = it never happened.
    QJsonObject lastOf(const QJsonObject& document, const QString& action)
    {
        const QJsonArray log = document["log"_L1].toArray();
        for (qsizetype i = log.size(); i-- > 0;)
            if (const QJsonObject entry = log[i].toObject(); entry["action"_L1].toString() == action)
                return entry;
        return {};
    }

    QString nameOr(const QJsonObject& json, QLatin1StringView name, QLatin1StringView login)
    {
        const QString out = json[name].toString();
        return out.isEmpty() ? json[login].toString() : out;
    }

} // namespace

QVariantMap DocumentView::stepNode(const QJsonObject& step, bool isOpen) const
{
    QStringList notes;
    for (const auto& one : step["counter_signatures"_L1].toArray()) {
        const QJsonObject counter = one.toObject();
        const QString who = nameOr(counter, "name"_L1, "login"_L1);
        notes.push_back(counter["signed_at"_L1].isDouble()
                ? dotted({tr("Counter-signed by %1").arg(who), momentText(counter["signed_at"_L1]),
                    counter["opinion"_L1].toString()})
                : tr("Waits for the counter-signature of %1").arg(who));
    }
    const QString paper = dotted(
        {step["meeting"_L1].toString(), step["minutes_no"_L1].toString(), step["paper_no"_L1].toString()});
    if (!paper.isEmpty())
        notes.prepend(paper);
    const QString due = step["due_on"_L1].toString();
    const bool isSigned = !step["signer"_L1].toString().isEmpty();
    const QJsonObject rejected = state() == "rejected"_L1 ? lastOf(m_json, u"reject"_s) : QJsonObject();
    const bool isStopped = !rejected.isEmpty() && rejected["step"_L1] == step["token"_L1];
    QVariantMap out {{u"name"_s, DocumentNames::stepName(step["token"_L1].toString())},
        {u"who"_s, nameOr(step, "signer_name"_L1, "signer"_L1)},
        {u"when"_s, momentText(step["signed_at"_L1])}, {u"opinion"_s, step["opinion"_L1].toString()},
        {u"note"_s, notes.join(u'\n')}, {u"state"_s, isSigned ? u"done"_s : u"ahead"_s}};
    if (isStopped) {
        out[u"state"_s] = u"stopped"_s;
        out[u"who"_s] = nameOr(rejected, "actor_name"_L1, "actor"_L1);
        out[u"when"_s] = momentText(rejected["at"_L1]);
        out[u"opinion"_s] = rejected["text"_L1].toString();
    } else if (isOpen) {
        out[u"state"_s] = dueTone(due) == "bad"_L1 ? u"late"_s : u"open"_s;
        out[u"when"_s] = dueText(due);
    }
    return out;
}

QVariantMap DocumentView::laterNode(
    const QString& name, const QString& action, const QString& reachedIn) const
{
    const QJsonObject entry = lastOf(m_json, action);
    QVariantMap out {{u"name"_s, name}, {u"state"_s, u"ahead"_s}};
    if (!entry.isEmpty()) {
        out[u"state"_s] = u"done"_s;
        out[u"who"_s] = nameOr(entry, "actor_name"_L1, "actor"_L1);
        out[u"when"_s] = momentText(entry["at"_L1]);
    } else if (reachedIn.split(u'|').contains(state()))
        out[u"state"_s] = u"open"_s;
    return out;
}

QVariantList DocumentView::route() const
{
    QVariantList out;
    if (!isThere())
        return out;
    const bool isFiled = m_json["filed_at"_L1].isDouble();
    const bool isEditable = state() == "draft"_L1 || state() == "returned"_L1;
    QVariantMap begin {{u"name"_s, tr("Application")}, {u"who"_s, m_json["applicant_name"_L1].toString()},
        {u"when"_s, momentText(m_json[isFiled ? "filed_at"_L1 : "created_at"_L1])},
        {u"state"_s, isEditable ? u"open"_s : u"done"_s}};
    if (state() == "withdrawn"_L1)
        begin[u"state"_s] = u"stopped"_s;
    if (const QJsonObject back = lastOf(m_json, u"return"_s); !back.isEmpty() && state() == "returned"_L1)
        begin[u"note"_s] = tr("Sent back by %1: %2")
                               .arg(nameOr(back, "actor_name"_L1, "actor"_L1), back["text"_L1].toString());
    out.push_back(begin);
    const QString open = m_json["step"_L1].toString();
    for (const auto& one : m_json["steps"_L1].toArray()) {
        const QJsonObject step = one.toObject();
        out.push_back(stepNode(step, !open.isEmpty() && step["token"_L1].toString() == open));
    }
    if (m_json["steps"_L1].toArray().isEmpty())
        out.push_back(QVariantMap {{u"name"_s, tr("Approvals")}, {u"state"_s, u"ahead"_s},
            {u"note"_s, tr("Which ones is known when it is filed.")}});
    bool bringsIncome = false;
    if (m_kinds)
        for (const QVariant& one : m_kinds->methodsOf(kind()))
            if (one.toMap()[u"value"_s].toString() == method())
                bringsIncome = one.toMap()[u"bringsIncome"_s].toBool();
    if (kind() != "custody"_L1)
        out.push_back(laterNode(tr("Execution"), u"execute"_s, u"approved"_s));
    if (bringsIncome)
        out.push_back(laterNode(tr("Income to the treasury"), u"settle_income"_s, u"executing"_s));
    out.push_back(laterNode(
        tr("Closing"), u"close"_s, bringsIncome ? u"income_settled"_s : u"executing|income_settled"_s));
    return out;
}

} // namespace guanwu
