#include "app/client/books/depreciation_run.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace guanwu {

QVariantList DepreciationRun::plan() const
{
    QVariantList out;
    for (const QJsonObject& unit : m_plan) {
        const QString from = unit["from"_L1].toString();
        const QString through = unit["through"_L1].toString();
        QString months = from == through ? from : tr("%1 to %2").arg(from, through);
        if (unit["opens"_L1].toBool())
            months = tr("%1, opens its books").arg(months);
        out.push_back(QVariantMap {{u"unit"_s, unit["unit"_L1].toString()},
            {u"title"_s, unit["name"_L1].toString()}, {u"months"_s, months}});
    }
    return out;
}

void DepreciationRun::preview(const QString& through, const QString& opening, const QString& unit)
{
    if (!m_calls || m_isRunning)
        return;
    forget();
    m_order = {{u"through"_s, through}};
    if (!opening.isEmpty())
        m_order[u"opening"_s] = opening;
    QJsonObject asked = m_order;
    if (!unit.isEmpty())
        asked[u"units"_s] = QJsonArray {unit};
    m_busy = true;
    Q_EMIT changed();
    m_calls->post(u"/depreciation/preview"_s, asked)
        .then(this, [this, generation = m_generation](const CallAnswer& answer) {
            if (generation != m_generation)
                return;
            m_busy = false;
            m_problem = answer.problem;
            m_isThere = answer.isOk();
            for (const auto& one : answer.json()["units"_L1].toArray())
                m_plan.push_back(one.toObject());
            Q_EMIT changed();
        });
}

void DepreciationRun::run()
{
    if (!m_isThere || m_isRunning || m_busy || m_unitsDone == units())
        return;
    m_isRunning = true;
    m_isStopping = false;
    m_problem.clear();
    next();
}

void DepreciationRun::next()
{
    if (m_isStopping || m_unitsDone == units())
        return end();
    const int until = std::min(units(), m_unitsDone + kUnitsAtOnce);
    QJsonArray codes;
    for (int i = m_unitsDone; i < until; ++i)
        codes.push_back(m_plan[static_cast<std::size_t>(i)]["unit"_L1].toString());
    QJsonObject order = m_order;
    order[u"units"_s] = codes;
    m_busy = true;
    Q_EMIT changed();
    m_calls->post(u"/depreciation"_s, order)
        .then(this, [this, count = until - m_unitsDone](const CallAnswer& answer) { take(answer, count); });
}

void DepreciationRun::end()
{
    m_isRunning = false;
    m_busy = false;
    Q_EMIT changed();
    Q_EMIT posted();
}

void DepreciationRun::take(const CallAnswer& answer, int units)
{
    if (!answer.isOk()) {
        m_problem = answer.problem;
        return end();
    }
    const QJsonObject json = answer.json();
    m_monthsPosted += json["posted"_L1].toInt();
    m_ties = m_ties && json["ties"_L1].toBool(true);
    if (json["stopped_by"_L1].isString()) {
        m_problem = tr("Somebody else posts the same months. Go on when that is done: nothing is posted twice.");
        m_isStopping = true;
    } else {
        m_unitsDone += units;
    }
    Q_EMIT changed(); // somebody may stop it here
    next();
}

void DepreciationRun::stop()
{
    if (!m_isRunning || m_isStopping)
        return;
    m_isStopping = true;
    Q_EMIT changed();
}

void DepreciationRun::forget()
{
    if (m_isRunning)
        return;
    ++m_generation;
    m_plan.clear();
    m_problem.clear();
    m_unitsDone = 0;
    m_monthsPosted = 0;
    m_ties = true;
    m_busy = false;
    m_isThere = false;
    Q_EMIT changed();
}

} // namespace guanwu

#include "moc_depreciation_run.cpp"
