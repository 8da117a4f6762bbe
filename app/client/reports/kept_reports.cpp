#include "app/client/reports/kept_reports.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace guanwu {

namespace {

    QString textOf(const QJsonObject& report, QLatin1StringView key) { return report[key].toString(); }

    /// "2026-11-29 09:31" where one is.
    QString timeOf(const QString& text)
    {
        const QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
        return at.isValid() ? at.toLocalTime().toString(u"yyyy-MM-dd hh:mm"_s) : text;
    }

    QString ofWhom(const QJsonObject& report)
    {
        const QString reach = textOf(report, "reach"_L1);
        const QString unit = textOf(report, "unit_name"_L1);
        if (reach == "everything"_L1)
            return KeptReports::tr("The whole city");
        if (reach == "unit_and_subordinates"_L1)
            return KeptReports::tr("%1 and the units below it").arg(unit);
        return reach == "department"_L1 ? KeptReports::tr("A department of %1").arg(unit) : unit;
    }

    QVariantMap checkOf(bool holds)
    {
        if (holds)
            return {{u"text"_s, KeptReports::tr("As it was kept")}, {u"icon"_s, u"shield"_s},
                {u"tone"_s, u"good"_s}};
        return {{u"text"_s, KeptReports::tr("Not what was kept")}, {u"icon"_s, u"alert"_s},
            {u"tone"_s, u"bad"_s}};
    }

} // namespace

void KeptReports::setCalls(Calls* calls)
{
    if (calls == m_calls)
        return;
    m_calls = calls;
    reload();
}

void KeptReports::reload()
{
    m_reports = {};
    m_next.clear();
    ask();
}

void KeptReports::more()
{
    if (!m_busy && hasMore())
        ask();
}

void KeptReports::ask()
{
    if (!m_calls)
        return;
    m_busy = true;
    Q_EMIT changed();
    m_calls->get(u"/kept-reports"_s, callQuery(QVariantMap {{u"after"_s, m_next}}))
        .then(this, [this, generation = ++m_generation](const CallAnswer& answer) {
            if (generation != m_generation)
                return;
            m_busy = false;
            m_problem = answer.problem;
            if (answer.isOk()) {
                for (const auto& report : answer.json()["kept_reports"_L1].toArray())
                    m_reports.push_back(report);
                m_next = answer.json()["next"_L1].toString();
            }
            Q_EMIT changed();
        });
}

void KeptReports::verify(const QString& report)
{
    if (m_checks.contains(report) || m_asked.contains(report))
        return;
    m_asked.push_back(report);
    if (!m_isVerifying)
        verifyNext();
}

// One after the other: the server reads the whole of each.
void KeptReports::verifyNext()
{
    m_isVerifying = !m_asked.isEmpty();
    if (!m_isVerifying)
        return;
    const QString report = m_asked.takeFirst();
    m_calls->get(callPath({u"kept-reports"_s, report, u"verification"_s}))
        .then(this, [this, report](const CallAnswer& answer) {
            if (answer.isOk()) { // without an answer nothing is said
                m_checks[report] = checkOf(answer.json()["holds"_L1].toBool());
                Q_EMIT checked();
            }
            verifyNext();
        });
}

QVariantMap KeptReports::unchecked() const
{
    return {{u"text"_s, tr("Being checked")}, {u"icon"_s, u"clock"_s}, {u"tone"_s, u"neutral"_s}};
}

QVariantList KeptReports::rows() const
{
    QVariantList out;
    for (const auto& one : m_reports) {
        const QJsonObject report = one.toObject();
        const QString id = textOf(report, "id"_L1);
        QString made = tr("%1 by %2").arg(timeOf(textOf(report, "made_at"_L1)), textOf(report, "made_by"_L1));
        if (report["scheduled"_L1].toBool())
            made = tr("%1, on schedule").arg(made);
        out.push_back(QVariantMap {{u"id"_s, id}, {u"title"_s, textOf(report, "title"_L1)},
            {u"ofWhom"_s, ofWhom(report)}, {u"made"_s, made},
            {u"format"_s, textOf(report, "format"_L1).toUpper()},
            {u"ties"_s, report["checks_hold"_L1].toBool()}});
    }
    return out;
}

} // namespace guanwu

#include "moc_kept_reports.cpp"
