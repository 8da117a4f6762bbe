#include "core/inventory/line_numbers.h"

#include "core/base/text.h"
#include "core/values/asset_tag.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <limits>
#include <stdexcept>

namespace guanwu {

namespace {

    constexpr std::size_t kFewestSlots = 64;

} // namespace

void LineNumbers::add(std::string_view assetNo, std::string_view legacyNo, std::size_t line)
{
    const auto position = static_cast<std::uint32_t>(line);
    spread((m_bearers.size() + 2) * 2);
    std::size_t slot = slotOf(assetNo);
    if (m_slots[slot] == 0)
        insert(slot, {keep(assetNo), {}, position});
    Bearer& own = m_bearers[m_slots[slot] - 1];
    own.legacyOf = {};
    own.line = position;
    if (legacyNo.empty())
        return;
    const Text owner = own.number;
    slot = slotOf(legacyNo);
    if (m_slots[slot] == 0)
        return insert(slot, {keep(legacyNo), owner, position});
    Bearer& known = m_bearers[m_slots[slot] - 1];
    if (known.legacyOf.size > 0 && assetNo < read(known.legacyOf)) {
        known.legacyOf = owner;
        known.line = position;
    }
}

void LineNumbers::reserve(std::size_t lines)
{
    m_bearers.reserve(lines * 2);
    spread(lines * 4);
}

std::optional<std::size_t> LineNumbers::lineOf(const std::string& code) const
{
    if (const Bearer* bearer = find(code))
        return bearer->line;
    for (const std::string& form : codeForms(code))
        if (const Bearer* bearer = find(form))
            return bearer->line;
    return std::nullopt;
}

LineNumbers::Text LineNumbers::keep(std::string_view text)
{
    if (m_text.size() + text.size() > std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("the numbers of a sheet are too many");
    const auto from = static_cast<std::uint32_t>(m_text.size());
    m_text += text;
    return {from, static_cast<std::uint32_t>(text.size())};
}

std::size_t LineNumbers::slotOf(std::string_view number) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = std::hash<std::string_view>()(number) & mask;
    while (m_slots[slot] != 0 && read(m_bearers[m_slots[slot] - 1].number) != number)
        slot = (slot + 1) & mask;
    return slot;
}

const LineNumbers::Bearer* LineNumbers::find(std::string_view number) const
{
    if (m_slots.empty())
        return nullptr;
    const std::uint32_t found = m_slots[slotOf(number)];
    return found == 0 ? nullptr : &m_bearers[found - 1];
}

void LineNumbers::insert(std::size_t slot, const Bearer& bearer)
{
    m_bearers.push_back(bearer);
    m_slots[slot] = static_cast<std::uint32_t>(m_bearers.size());
}

/// Half of the slots stay free, so that a search ends soon.
void LineNumbers::spread(std::size_t slots)
{
    if (slots <= m_slots.size())
        return;
    m_slots.assign(std::bit_ceil(std::max(slots, kFewestSlots)), 0);
    for (std::size_t i = 0; i < m_bearers.size(); ++i)
        m_slots[slotOf(read(m_bearers[i].number))] = static_cast<std::uint32_t>(i + 1);
}

std::vector<std::string> codeForms(const std::string& code)
{
    std::vector<std::string> forms {code};
    const std::string tidy = upper(normalized(code));
    if (tidy != code)
        forms.push_back(tidy);
    if (const auto tag = AssetTag::parse(tidy))
        forms.push_back(tag->assetNo().text());
    return forms;
}

} // namespace guanwu
