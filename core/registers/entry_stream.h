#pragma once

#include "core/registers/register_service.h"

#include <set>

namespace guanwu {

/// The entries of a type, one page in memory at a time; of vehicles also those in the books that the register
/// does not name, so that each vehicle comes once.
class EntryStream {
public:
    EntryStream(RegisterService& service, const RegisterType& type, RegisterFilter filter);
    /// nullptr at the end; the entry lives until the next call.
    [[nodiscard]] const ShownEntry* next();

private:
    void readPage();
    void readCards();

    RegisterService& m_service;
    const RegisterType& m_type;
    RegisterFilter m_filter;
    std::set<std::string> m_linked; ///< cards that entries are shown from
    std::vector<ShownEntry> m_page;
    std::size_t m_place = 0;
    std::int64_t m_after = 0;
    bool m_entriesOver = false;
    bool m_isOver = false;
};

} // namespace guanwu
