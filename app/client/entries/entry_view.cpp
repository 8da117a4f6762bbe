#include "app/client/entries/entry_view.h"

#include "app/client/session/words.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace guanwu {

void EntryView::setCalls(Calls* calls)
{
    m_calls = calls;
    Q_EMIT asked();
    reload();
}

void EntryView::setTypes(RegisterTypes* types)
{
    if (types == m_types)
        return;
    m_types = types;
    if (types)
        connect(types, &RegisterTypes::changed, this, &EntryView::changed);
    Q_EMIT asked();
}

void EntryView::setKind(const QString& kind)
{
    m_kind = kind;
    Q_EMIT asked();
    reload();
}

void EntryView::setNumber(const QString& number)
{
    if (number == m_number)
        return;
    m_number = number;
    m_entry = {};
    m_events = {};
    Q_EMIT asked();
    Q_EMIT changed();
    reload();
}

void EntryView::reload()
{
    if (!m_calls || m_kind.isEmpty() || m_number.isEmpty())
        return;
    m_calls->get(callPath({u"registers"_s, m_kind, m_number}))
        .then(this, [this, generation = ++m_generation](const CallAnswer& answer) {
            if (generation != m_generation)
                return;
            m_problem = answer.problem;
            if (answer.isOk())
                m_entry = answer.json();
            Q_EMIT changed();
            readHistory();
        });
}

void EntryView::readHistory()
{
    m_calls->get(callPath({u"registers"_s, m_kind, m_number, u"history"_s}))
        .then(this, [this, generation = m_generation](const CallAnswer& answer) {
            if (generation != m_generation || !answer.isOk())
                return;
            m_events = answer.json()["events"_L1].toArray();
            Q_EMIT changed();
        });
}

QString EntryView::title() const
{
    const QString name
        = m_types ? m_entry["fields"_L1].toObject()[m_types->titleKey(type()).mid(7)].toString() : QString();
    return name.isEmpty() ? m_number : name;
}

QString EntryView::subtitle() const
{
    return dotted({m_number, m_types ? m_types->typeName(type()) : QString(),
        m_entry["unit_name"_L1].toString(), m_entry["department"_L1].toString()});
}

QString EntryView::stateName() const
{
    return m_types ? m_types->stateName(type(), m_entry["state"_L1].toString()) : QString();
}

QVariantList EntryView::rows() const { return m_types ? m_types->rows(type(), values()) : QVariantList(); }

QStringList EntryView::findings() const
{
    QStringList out;
    for (const auto& one : m_entry["findings"_L1].toArray())
        out.push_back(one.toObject()["message"_L1].toString());
    return out;
}

QVariantList EntryView::steps() const
{
    return m_types && isThere() ? m_types->stepsFrom(type(), m_entry["state"_L1].toString()) : QVariantList();
}

QVariantList EntryView::history() const
{
    QVariantList out;
    if (!m_types)
        return out;
    for (const auto& one : m_events) {
        const QJsonObject event = one.toObject();
        const QString step = event["step"_L1].toString();
        const QString kind = event["kind"_L1].toString();
        QStringList changes;
        for (const auto& field : event["fields"_L1].toArray()) {
            const QJsonObject json = field.toObject();
            const QString name = json["field"_L1].toString();
            const QString before = m_types->shown(type(), name, json["before"_L1].toString());
            const QString after = m_types->shown(type(), name, json["after"_L1].toString());
            changes.push_back(before.isEmpty()
                    ? tr("%1: %2", "a field and what it holds now")
                          .arg(m_types->fieldName(type(), name), after)
                    : tr("%1: %2 → %3").arg(m_types->fieldName(type(), name), before, after));
        }
        const QDateTime at
            = QDateTime::fromString(event["at"_L1].toString(), Qt::ISODateWithMs).toLocalTime();
        const QString title = !step.isEmpty() ? m_types->stepName(type(), step)
            : kind == "created"_L1            ? tr("Entered")
                                              : tr("Corrected");
        out.push_back(QVariantMap {{u"title"_s, dotted({title, event["reason"_L1].toString()})},
            {u"subtitle"_s, dotted({event["actor"_L1].toString(), at.toString(u"yyyy-MM-dd HH:mm"_s)})},
            {u"changes"_s, changes.join(u'\n')}});
    }
    return out;
}

} // namespace guanwu

#include "moc_entry_view.cpp"
