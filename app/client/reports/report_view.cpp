#include "app/client/reports/report_view.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QStringList textsOf(const QJsonValue& list)
    {
        QStringList out;
        for (const auto& one : list.toArray())
            out.push_back(one.toString());
        return out;
    }

} // namespace

void ReportView::show(const QString& report, const QJsonObject& parameters)
{
    if (!m_calls || report.isEmpty())
        return;
    QUrlQuery query;
    for (auto at = parameters.begin(); at != parameters.end(); ++at)
        query.addQueryItem(at.key(), at.value().toString());
    m_busy = true;
    Q_EMIT changed();
    // An answer that something newer was asked after is not shown.
    m_calls->get(callPath({u"reports"_s, report}), query)
        .then(this, [this, generation = ++m_generation](const CallAnswer& answer) {
            if (generation != m_generation)
                return;
            m_busy = false;
            m_problem = answer.problem;
            if (answer.isOk())
                take(answer.json());
            Q_EMIT changed();
        });
}

void ReportView::forget()
{
    ++m_generation;
    m_busy = false;
    m_problem.clear();
    take({});
    Q_EMIT changed();
}

QString ReportView::head() const
{
    if (!isThere())
        return {};
    QStringList out;
    const QString preparer = m_told["preparer"_L1].toString();
    if (!preparer.isEmpty())
        out.push_back(tr("Prepared by: %1").arg(preparer));
    if (const QString period = m_told["period"_L1].toString(); !period.isEmpty())
        out.push_back(period);
    out.push_back(m_told["money"_L1].toString() == "wan"_L1 ? tr("Amounts in 10,000 yuan") : tr("Amounts in yuan"));
    return (out + textsOf(m_told["notes"_L1])).join(u"　"_s);
}

QString ReportView::title() const { return m_told["title"_L1].toString(); }

int ReportView::rowCount() const { return m_told["row_count"_L1].toInt(); }

bool ReportView::checksHold() const { return m_told["checks_hold"_L1].toBool(true); }

QVariantList ReportView::checks() const { return m_told["checks"_L1].toArray().toVariantList(); }

void ReportView::take(const QJsonObject& told)
{
    m_told = told;
    m_columns.clear();
    m_groups.clear();
    m_rows.clear();
    QString above;
    for (const auto& one : told["columns"_L1].toArray()) {
        const QJsonObject column = one.toObject();
        const QString unit = column["unit"_L1].toString();
        const QString heading = column["heading"_L1].toString();
        const QString kind = column["kind"_L1].toString();
        if (const QString group = column["group"_L1].toString(); group.isEmpty() || group != above) {
            above = group;
            if (!group.isEmpty())
                m_groups.push_back(QVariantMap {{u"text"_s, group}, {u"first"_s, m_columns.size()}, {u"count"_s, 0}});
        }
        if (!above.isEmpty()) {
            QVariantMap group = m_groups.back().toMap();
            group[u"count"_s] = group[u"count"_s].toInt() + 1;
            m_groups.back() = group;
        }
        m_columns.push_back(QVariantMap {{u"heading"_s, unit.isEmpty() ? heading : heading + u"（"_s + unit + u"）"_s},
            {u"isNumber"_s, kind != "text"_L1 && kind != "date"_L1}, {u"width"_s, column["width"_L1].toDouble()}});
    }
    for (const auto& one : told["rows"_L1].toArray())
        m_rows.push_back({textsOf(one.toObject()["cells"_L1]), one.toObject()["of_which"_L1].toBool()});
    m_totals = textsOf(told["totals"_L1]);
}

} // namespace guanwu
