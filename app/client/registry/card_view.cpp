#include "app/client/registry/card_view.h"

#include "app/client/records/record_columns.h"
#include "app/client/registry/field_kinds.h"
#include "app/client/session/token_words.h"
#include "core/cards/card_fields.h"

#include <QDateTime>
#include <QJsonArray>
#include <map>

using namespace Qt::StringLiterals;

namespace guanwu {

void CardView::setCalls(Calls* calls)
{
    m_calls = calls;
    reload();
}

void CardView::setNumber(const QString& number)
{
    if (number == m_number)
        return;
    m_number = number;
    m_card = {};
    reload();
}

QString CardView::useStateName() const { return fieldShown("use_state", useState()); }

QString CardView::yuan(QLatin1StringView field) const { return groupedYuan(m_card[field].toString()); }

QVariantList CardView::groups() const
{
    std::map<FieldGroup, QVariantList> fields;
    for (const CardField& field : cardFields()) {
        const FieldLook* look = findFieldLook(field.token);
        const QString token = QString::fromUtf8(field.token);
        const QString value = m_card[token].toString();
        if (!look || value.isEmpty())
            continue;
        fields[look->group].push_back(QVariantMap {{u"field"_s, token}, {u"label"_s, fieldLabel(field.token)},
            {u"text"_s, fieldShown(field.token, value, m_card[token + u"_name"_s].toString())}});
    }
    QVariantList out;
    for (const auto& [group, list] : fields)
        out.push_back(QVariantMap {{u"title"_s, groupTitle(group)}, {u"fields"_s, list}});
    return out;
}

void CardView::reload()
{
    ++m_generation;
    m_problem.clear();
    m_busy = false;
    if (!m_calls || m_number.isEmpty()) {
        Q_EMIT changed();
        return;
    }
    m_busy = true;
    Q_EMIT changed();
    m_calls->get(callPath({u"assets"_s, m_number}))
        .then(this, [this, generation = m_generation](const CallAnswer& answer) {
            if (generation != m_generation)
                return;
            m_busy = false;
            m_attachments.clear();
            m_history.clear();
            m_historyNext.clear();
            m_curve.clear();
            m_curveReason.clear();
            if (!answer.isOk()) {
                m_problem = answer.problem;
                Q_EMIT changed();
                return;
            }
            m_card = answer.json();
            Q_EMIT changed();
            ask(u"attachments"_s, {}, &CardView::takeAttachments);
            ask(u"history"_s, QUrlQuery(u"limit=20"_s), &CardView::takeHistory);
            ask(u"value-curve"_s, {}, &CardView::takeCurve);
        });
}

void CardView::moreHistory()
{
    if (hasMoreHistory())
        ask(u"history"_s, QUrlQuery(u"limit=20&after="_s + m_historyNext), &CardView::takeHistory);
}

void CardView::ask(const QString& part, const QUrlQuery& query, void (CardView::*take)(const QJsonObject&))
{
    m_calls->get(callPath({u"assets"_s, m_number, part}), query)
        .then(this, [this, take, generation = m_generation](const CallAnswer& answer) {
            // What a server cannot do yet is not there, and nothing to be told of.
            if (generation != m_generation || !answer.isOk())
                return;
            (this->*take)(answer.json());
            Q_EMIT changed();
        });
}

void CardView::takeAttachments(const QJsonObject& answer)
{
    for (const auto& one : answer["attachments"_L1].toArray()) {
        const QString hash = one["hash"_L1].toString();
        m_attachments.push_back(
            QVariantMap {{u"hash"_s, hash}, {u"path"_s, callPath({u"attachments"_s, hash})},
                {u"isPhoto"_s, one["type"_L1].toString().startsWith("image/"_L1)},
                {u"kilobytes"_s, (one["bytes"_L1].toInt() + 1023) / 1024}});
    }
}

void CardView::takeHistory(const QJsonObject& answer)
{
    for (const auto& one : answer["events"_L1].toArray()) {
        QVariantList fields;
        for (const auto& field : one["fields"_L1].toArray())
            fields.push_back(differenceShown(field.toObject()));
        const auto at = static_cast<qint64>(one["at_ms"_L1].toDouble());
        m_history.push_back(
            QVariantMap {{u"when"_s, QDateTime::fromMSecsSinceEpoch(at).toString(u"yyyy-MM-dd HH:mm"_s)},
                {u"who"_s, one["actor"_L1].toString()}, {u"what"_s, tokenWord(kCardEventKinds, one["kind"_L1].toString())},
                {u"why"_s, one["reason"_L1].toString()}, {u"isBatch"_s, one["change"_L1].isString()},
                {u"fields"_s, fields}});
    }
    m_historyNext = answer["next"_L1].toString();
}

void CardView::takeCurve(const QJsonObject& answer)
{
    for (const auto& one : answer["points"_L1].toArray())
        m_curve.push_back(QVariantMap {{u"label"_s, one["month"_L1].toString()},
            {u"net"_s, one["net_yuan"_L1].toString().toDouble()}, {u"isToday"_s, one["today"_L1].toBool()}});
    m_curveReason = answer["reason"_L1].toString();
}

} // namespace guanwu

#include "moc_card_view.cpp"
