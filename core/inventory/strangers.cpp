#include "core/inventory/strangers.h"

namespace guanwu {

void Strangers::takeSeen(const ScanEvent& event)
{
    const auto card = m_lookup(*event.code);
    if (!card) {
        takeSurplus(event);
        return;
    }
    ElsewhereFinding& finding = m_findings[card->assetNo];
    if (finding.events++ == 0) {
        finding.card = *card;
        finding.code = *event.code;
        finding.place = event.place.value_or("");
        finding.eventId = event.eventId;
    }
}

void Strangers::takeSurplus(const ScanEvent& event)
{
    // Rule 7: the same code is one object however often it is scanned; without a code each is its own.
    std::size_t index = m_surplus.size();
    if (event.code && !event.code->empty())
        index = m_surplusOf.try_emplace(*event.code, index).first->second;
    if (index == m_surplus.size())
        m_surplus.emplace_back();
    ++m_surplus[index].events;
    m_surplus[index].see(event);
}

std::vector<SurplusOutcome> Strangers::surplus() const
{
    std::vector<SurplusOutcome> out;
    out.reserve(m_surplus.size());
    for (const Sightings& seen : m_surplus)
        out.push_back(surplusOf(seen));
    return out;
}

std::vector<ElsewhereFinding> Strangers::findings() const
{
    std::vector<ElsewhereFinding> out;
    out.reserve(m_findings.size());
    for (const auto& [assetNo, finding] : m_findings)
        out.push_back(finding);
    return out;
}

} // namespace guanwu
