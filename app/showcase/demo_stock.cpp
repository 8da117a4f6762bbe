#include "app/showcase/demo_stock.h"

#include "schema/cards/soci_card_search.h"

namespace guanwu {

namespace {

    constexpr int kLooked = 200; ///< cards of a class that are looked through for what nobody has taken yet

} // namespace

DemoStock::DemoStock(Session& session, Day today)
    : m_session(session)
    , m_today(today)
    , m_index(RegistryIndex::load(session, Scope::everything()))
{
    for (const UnitId unit : unitsInInventory(session, Scope::everything()))
        m_units.push_back(m_index.units.codeOf(unit.value));
}

std::vector<std::string> DemoStock::oldest(
    const std::string& unit, const char* classPrefix, std::size_t count, int years)
{
    std::vector<std::string> out;
    for (const CardSummary& card :
        take(unit, classPrefix, count, CardOrder::Acquired,
            [&](const CardSummary& one) { return int(one.acquiredOn.year()) + years < int(m_today.year()); }))
        out.push_back(card.assetNo);
    return out;
}

std::vector<CardSummary> DemoStock::newest(const std::string& unit, const char* classPrefix)
{
    return take(unit, classPrefix, 1, CardOrder::AcquiredDown, [](const CardSummary&) { return true; });
}

std::vector<CardSummary> DemoStock::held(const std::string& unit, const char* classPrefix)
{
    return take(unit, classPrefix, 1, CardOrder::AcquiredDown,
        [](const CardSummary& one) { return !one.user.code.empty(); });
}

std::string DemoStock::colleague(const std::string& unit, const std::string& person) const
{
    const RegistryEntry* owner = m_index.units.byCode(unit);
    for (const RegistryEntry& one : m_index.people.entries())
        if (owner && one.unit == owner->id && one.code != person)
            return one.code;
    return {};
}

std::vector<CardSummary> DemoStock::take(const std::string& unit, const char* classPrefix, std::size_t count,
    CardOrder order, const std::function<bool(const CardSummary&)>& fits)
{
    CardFilter filter;
    filter.unit = unit;
    filter.classPrefix = classPrefix;
    filter.useState = UseState::InUse;
    filter.order = order;
    std::vector<CardSummary> out;
    auto found = SociCardSearch(m_session, Scope::everything(), {}).find(filter, std::nullopt, kLooked);
    if (!found)
        return out;
    for (CardSummary& card : found->cards)
        if (out.size() < count && fits(card) && m_taken.insert(card.assetNo).second)
            out.push_back(std::move(card));
    return out;
}

} // namespace guanwu
