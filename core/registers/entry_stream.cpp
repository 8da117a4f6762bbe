#include "core/registers/entry_stream.h"

namespace guanwu {

namespace {

    constexpr int kPage = 500;

} // namespace

EntryStream::EntryStream(RegisterService& service, const RegisterType& type, RegisterFilter filter)
    : m_service(service)
    , m_type(type)
    , m_filter(std::move(filter))
{
    m_filter.type = type.token;
}

const ShownEntry* EntryStream::next()
{
    while (m_place == m_page.size()) {
        if (m_isOver)
            return nullptr;
        m_place = 0;
        if (m_entriesOver)
            readCards();
        else
            readPage();
    }
    return &m_page[m_place++];
}

void EntryStream::readPage()
{
    auto page = m_service.page(m_type.kind, m_filter, m_after, kPage);
    m_page = page ? std::move(*page) : std::vector<ShownEntry>();
    m_entriesOver = m_page.size() < static_cast<std::size_t>(kPage);
    if (!m_page.empty())
        m_after = m_page.back().entry.id.value;
    const bool hasCards = m_type.token == mainType(RegisterKind::Vehicles).token;
    if (hasCards)
        for (const ShownEntry& row : m_page)
            if (const std::string card = row.entry.text("asset_no"); !card.empty() && !row.entry.isVoid())
                m_linked.insert(card);
    if (!m_entriesOver)
        return;
    m_after = 0;
    m_isOver = !hasCards;
}

void EntryStream::readCards()
{
    m_page.clear();
    std::int64_t last = m_after;
    for (ShownEntry& row : m_service.vehicleCards(m_after, kPage, last))
        if (!m_linked.contains(row.entry.entryNo)
            && (m_filter.unit.empty() || m_filter.unit == row.entry.unit.code))
            m_page.push_back(std::move(row));
    m_isOver = last == m_after;
    m_after = last;
}

} // namespace guanwu
