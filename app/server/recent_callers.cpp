#include "app/server/recent_callers.h"

namespace guanwu {

namespace {

    constexpr std::size_t kMostKept = 4096; ///< about 2 MiB; more than call within kKept

} // namespace

RecentCallers::Edition RecentCallers::edition() const
{
    const std::lock_guard lock(m_mutex);
    return m_edition;
}

std::optional<Caller> RecentCallers::find(const std::string& tokenDigest, Instant now) const
{
    const std::lock_guard lock(m_mutex);
    const auto kept = m_kept.find(tokenDigest);
    // A clock that was set back makes nothing last longer.
    if (kept == m_kept.end() || now < kept->second.at || now - kept->second.at >= kKept)
        return std::nullopt;
    return kept->second.caller;
}

void RecentCallers::keep(const Caller& caller, Instant now, Edition asOf)
{
    const std::lock_guard lock(m_mutex);
    if (m_edition != asOf)
        return;
    if (m_kept.size() >= kMostKept)
        m_kept.clear();
    m_kept.insert_or_assign(caller.session.tokenDigest, Kept {caller, now});
}

void RecentCallers::forgetAll()
{
    const std::lock_guard lock(m_mutex);
    m_kept.clear();
    ++m_edition;
}

} // namespace guanwu
