#include "app/client/premises/proposal_record.h"

using namespace Qt::StringLiterals;

namespace guanwu {

void ProposalRecord::setCalls(Calls* calls)
{
    m_calls = calls;
    Q_EMIT asked();
    reload();
}

void ProposalRecord::setUnit(const QString& unit)
{
    if (unit == m_unit)
        return;
    m_unit = unit;
    m_isThere = false;
    m_value = {};
    Q_EMIT asked();
    reload();
}

void ProposalRecord::setEverybody(bool everybody)
{
    if (everybody == m_everybody)
        return;
    m_everybody = everybody;
    Q_EMIT asked();
    reload();
}

void ProposalRecord::reload()
{
    const int generation = ++m_generation;
    m_problem.clear();
    m_busy = m_calls && !m_unit.isEmpty();
    Q_EMIT changed();
    if (!m_busy)
        return;
    QUrlQuery query;
    if (m_everybody)
        query.addQueryItem(u"everybody"_s, u"true"_s);
    m_calls->get(callPath({u"space"_s, u"units"_s, m_unit, u"proposal"_s}), query)
        .then(this, [this, generation](const CallAnswer& answer) {
            if (generation != m_generation)
                return;
            m_busy = false;
            m_problem = answer.problem;
            if (answer.isOk()) {
                m_value = answer.json().toVariantMap();
                m_isThere = true;
            }
            Q_EMIT changed();
        });
}

} // namespace guanwu
