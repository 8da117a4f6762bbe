#include "app/client/review/signal_list.h"

#include "app/client/campaign/campaign_words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QString figureName(const QString& name)
    {
        if (name == "tags"_L1)
            return SignalList::tr("tags");
        if (name == "rooms"_L1)
            return SignalList::tr("rooms");
        if (name == "seconds"_L1)
            return SignalList::tr("seconds");
        if (name == "changes"_L1)
            return SignalList::tr("changes of room");
        if (name == "fastest_ms"_L1)
            return SignalList::tr("ms for the fastest");
        if (name == "things"_L1)
            return SignalList::tr("things");
        if (name == "events"_L1)
            return SignalList::tr("scans");
        if (name == "jumps"_L1)
            return SignalList::tr("jumps");
        if (name == "seconds_back"_L1)
            return SignalList::tr("seconds back");
        if (name == "of"_L1)
            return SignalList::tr("of all");
        if (name == "minutes"_L1)
            return SignalList::tr("minutes");
        if (name == "handhelds"_L1)
            return SignalList::tr("handhelds");
        return name;
    }

    QVariantMap questionOf(const QJsonObject& json)
    {
        QVariantList figures;
        const QJsonObject values = json["figures"_L1].toObject();
        for (auto one = values.begin(); one != values.end(); ++one)
            figures.push_back(QVariantMap {{u"name"_s, figureName(one.key())},
                {u"value"_s, CampaignWords::count(one.value().toInteger())}});
        QVariantList evidence;
        for (const QJsonValue& one : json["evidence"_L1].toArray())
            evidence.push_back(
                QVariantMap {{u"at"_s, instantOf(one["at"_L1].toString()).toString(u"MM-dd HH:mm:ss"_s)},
                    {u"code"_s, one["code"_L1].toString()}, {u"place"_s, one["place"_L1].toString()},
                    {u"install"_s, one["install"_L1].toString().left(8)},
                    {u"actor"_s, one["actor"_L1].toString()}});
        return {{u"kind"_s, json["kind"_L1].toString()}, {u"name"_s, json["name"_L1].toString()},
            {u"question"_s, json["question"_L1].toString()}, {u"figures"_s, figures},
            {u"evidence"_s, evidence}};
    }

} // namespace

void SignalList::setSheet(SheetView* sheet)
{
    if (sheet == m_sheet)
        return;
    m_sheet = sheet;
    if (sheet)
        connect(sheet, &SheetView::inputChanged, this, &SignalList::reload);
    Q_EMIT changed();
    reload();
}

void SignalList::reload()
{
    if (!m_sheet || !m_sheet->calls() || m_sheet->task().isEmpty() || m_sheet->unit().isEmpty())
        return;
    m_sheet->calls()->get(m_sheet->path({u"signals"_s})).then(this, [this](const CallAnswer& answer) {
        m_problem = answer.problem;
        m_loaded = answer.isOk();
        m_questions.clear();
        for (const QJsonValue& one : answer.json()["signals"_L1].toArray())
            m_questions.push_back(questionOf(one.toObject()));
        Q_EMIT changed();
    });
}

} // namespace guanwu

#include "moc_signal_list.cpp"
