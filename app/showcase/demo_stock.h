#pragma once

#include "core/cards/card_search.h"
#include "schema/repositories/registry_index.h"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace guanwu {

/// What the documents of the demo are written about: things in use, each handed out once.
class DemoStock {
public:
    DemoStock(Session& session, Day today);

    /// The code of the n-th unit from the bureau on, around again where the city is small.
    [[nodiscard]] const std::string& unit(std::size_t n) const { return m_units[n % m_units.size()]; }
    /// Numbers of the oldest that have served longer than so many years, at most `count`.
    [[nodiscard]] std::vector<std::string> oldest(
        const std::string& unit, const char* classPrefix, std::size_t count, int years = 0);
    /// What was bought last; none where there is none.
    [[nodiscard]] std::vector<CardSummary> newest(const std::string& unit, const char* classPrefix);
    /// The same among what somebody has in use.
    [[nodiscard]] std::vector<CardSummary> held(const std::string& unit, const char* classPrefix);
    /// The code of somebody else of the unit; empty = there is nobody.
    [[nodiscard]] std::string colleague(const std::string& unit, const std::string& person) const;

private:
    [[nodiscard]] std::vector<CardSummary> take(const std::string& unit, const char* classPrefix,
        std::size_t count, CardOrder order, const std::function<bool(const CardSummary&)>& fits);

    Session& m_session;
    Day m_today;
    RegistryIndex m_index;
    std::vector<std::string> m_units;
    std::set<std::string> m_taken;
};

} // namespace guanwu
