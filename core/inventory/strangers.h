#pragma once

#include "core/inventory/sightings.h"

#include <map>
#include <unordered_map>

namespace guanwu {

/// What was seen and stands on no line of the sheet: things without a card, and cards of elsewhere. Events
/// are handed in in the order of sightings, and must outlive it.
class Strangers {
public:
    explicit Strangers(const CodeLookup& lookup)
        : m_lookup(lookup)
    {
    }
    /// A sighting of a code that no line bears.
    void takeSeen(const ScanEvent& event);
    void takeSurplus(const ScanEvent& event);

    /// In the order of their first events.
    [[nodiscard]] std::vector<SurplusOutcome> surplus() const;
    /// By asset number.
    [[nodiscard]] std::vector<ElsewhereFinding> findings() const;

private:
    const CodeLookup& m_lookup;
    std::vector<Sightings> m_surplus;
    std::unordered_map<std::string, std::size_t> m_surplusOf;
    std::map<std::string, ElsewhereFinding> m_findings;
};

} // namespace guanwu
