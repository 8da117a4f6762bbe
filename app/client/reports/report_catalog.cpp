#include "app/client/reports/report_catalog.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace guanwu {

void ReportCatalog::setCalls(Calls* calls)
{
    if (calls == m_calls)
        return;
    m_calls = calls;
    reload();
}

void ReportCatalog::reload()
{
    if (!m_calls)
        return;
    m_calls->get(u"/reports"_s).then(this, [this](const CallAnswer& answer) {
        m_problem = answer.problem;
        if (answer.isOk())
            m_reports = answer.json()["reports"_L1].toArray();
        Q_EMIT changed();
    });
    // Who reads no campaign is asked for the number of a count instead.
    m_calls->get(u"/tasks"_s).then(this, [this](const CallAnswer& answer) {
        m_tasks.clear();
        for (const auto& one : answer.json()["tasks"_L1].toArray())
            m_tasks.push_back(QVariantMap {{u"value"_s, one.toObject()["task"_L1].toString()},
                {u"text"_s, one.toObject()["name"_L1].toString()}});
        Q_EMIT changed();
    });
}

QVariantList ReportCatalog::reports() const
{
    QVariantList out;
    for (const auto& one : m_reports) {
        const QJsonObject json = one.toObject();
        const QString title = json["title"_L1].toString();
        if (title.contains(m_text.trimmed(), Qt::CaseInsensitive))
            out.push_back(QVariantMap {{u"name"_s, json["name"_L1].toString()}, {u"title"_s, title},
                {u"group"_s, json["group_title"_L1].toString()}});
    }
    return out;
}

QString ReportCatalog::title(const QString& report) const { return find(report)["title"_L1].toString(); }

QVariantList ReportCatalog::fields(const QString& report) const
{
    QVariantList out;
    for (const auto& one : find(report)["parameters"_L1].toArray())
        out.push_back(fieldOf(one.toObject()));
    return out;
}

QJsonObject ReportCatalog::find(const QString& report) const
{
    for (const auto& one : m_reports)
        if (const QJsonObject json = one.toObject(); json["name"_L1].toString() == report)
            return json;
    return {};
}

QVariantMap ReportCatalog::fieldOf(const QJsonObject& parameter) const
{
    const QString name = parameter["name"_L1].toString();
    const bool isNeeded = parameter["needed"_L1].toBool();
    QVariantMap out {{u"token"_s, name}, {u"label"_s, parameter["title"_L1].toString()},
        {u"editing"_s, u"text"_s}, {u"isRequired"_s, isNeeded}};
    const QDate today = QDate::currentDate();
    if (name == "task"_L1 && !m_tasks.isEmpty()) {
        out[u"editing"_s] = u"choice"_s;
        out[u"choices"_s] = m_tasks;
        if (isNeeded) {
            out[u"value"_s] = m_tasks.front().toMap()[u"value"_s];
            out[u"shown"_s] = m_tasks.front().toMap()[u"text"_s];
        }
    } else if (name == "unit"_L1) {
        out[u"editing"_s] = u"unit"_s;
    } else if (name == "as_of"_L1) {
        out[u"editing"_s] = u"date"_s;
        out[u"value"_s] = today.toString(Qt::ISODate);
    } else if (name == "month"_L1) {
        // The month that was closed last.
        out[u"value"_s] = today.addMonths(-1).toString(u"yyyy-MM"_s);
    } else if (name == "year"_L1) {
        out[u"editing"_s] = u"number"_s;
        out[u"value"_s] = QString::number(today.year());
    } else if (name == "findings"_L1 || name == "subordinates"_L1) {
        out[u"editing"_s] = u"flag"_s;
    }
    return out;
}

} // namespace guanwu

#include "moc_report_catalog.cpp"
