#include "schema/inventory/line_names.h"

#include "schema/connection/chunked_lookup.h"

namespace guanwu {

void LineNames::load(soci::session& sql, std::string_view select)
{
    std::vector<std::int64_t> ids;
    for (const auto& [id, entry] : m_byId)
        ids.push_back(id);
    chunkedLookup(
        sql, select, std::move(ids), [&](std::int64_t id, const std::string& code, const std::string& name) {
            m_byId[id] = {code, name};
        });
}

const LineNames::Entry& LineNames::entry(std::int64_t id) const
{
    static const Entry nothing;
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nothing : found->second;
}

} // namespace guanwu
