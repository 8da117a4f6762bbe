// What the store holds of an install, so that its handheld sends what is missing.
#include "schema/access/scope_condition.h"
#include "schema/connection/session.h"
#include "schema/connection/storage_error.h"
#include "schema/inventory/campaign_view.h"
#include "schema/inventory/event_digest.h"

#include <soci/soci.h>

namespace guanwu {

std::optional<std::int64_t> CampaignView::installNo(const std::string& installId)
{
    return guarded("find the install", [&]() -> std::optional<std::int64_t> {
        long long no = 0;
        m_session.sql() << "SELECT id FROM scan_install WHERE install_id = :install",
            soci::use(installId, "install"), soci::into(no);
        return m_session.sql().got_data() ? std::optional<std::int64_t>(no) : std::nullopt;
    });
}

std::string CampaignView::installId(std::int64_t installNo)
{
    return guarded("name the install", [&] {
        std::string id;
        m_session.sql() << "SELECT install_id FROM scan_install WHERE id = :id", soci::use(installNo, "id"),
            soci::into(id);
        if (!m_session.sql().got_data())
            throw CorruptData("an event names an install that is not there");
        return id;
    });
}

InstallState CampaignView::installState(const std::string& installId)
{
    InstallState state;
    state.installId = installId;
    InstallDigest digest;
    if (const auto no = installNo(installId)) {
        const ScopeCondition scope(m_scope, "s.unit_id");
        const auto rows
            = m_session.bulk().stream("SELECT e.seq, e.digest FROM scan_event e JOIN count_sheet s ON s.id = "
                                      "e.sheet_id WHERE e.install_no = ?"
                    + scope.positional() + " ORDER BY e.seq",
                scope.valuesBehind({*no}));
        for (; rows->next(); ++state.count) {
            state.held.add(rows->integer(0));
            digest.add(rows->text(1));
        }
    }
    state.digest = digest.hex();
    guarded("list the quarantined events", [&] {
        const ScopeCondition scope(m_scope, "s.unit_id");
        long long seq = 0;
        auto question
            = (m_session.sql().prepare << "SELECT DISTINCT q.seq FROM quarantined_event q JOIN "
                                          "quarantine_notice n ON n.event_id = q.event_id AND n.digest = "
                                          "q.digest JOIN count_sheet s ON s.id = n.sheet_id WHERE "
                                          "q.install_id = :install"
                        + scope.named() + " ORDER BY q.seq",
                soci::use(installId, "install"), soci::into(seq));
        scope.bindTo(question);
        soci::statement query = question;
        query.execute();
        while (query.fetch())
            state.quarantined.push_back(seq);
    });
    return state;
}

} // namespace guanwu
