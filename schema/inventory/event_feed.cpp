// The events of a sheet for those who did not make them.
#include "schema/access/scope_condition.h"
#include "schema/connection/session.h"
#include "schema/inventory/campaign_view.h"
#include "schema/inventory/department_share.h"
#include "schema/inventory/event_cursor.h"
#include "schema/inventory/event_rows.h"

namespace guanwu {

namespace {

    /// An install may have counted other sheets for years: so many of its events are looked at for one page.
    constexpr std::int64_t kLookedAt = 5'000;

    // By the numbers of the install over all its sheets: only so is a gap that will be filled told from one
    // that never was.
    constexpr std::string_view kInGap
        = "SELECT e.sheet_id, " GUANWU_EVENT_COLUMNS
          " FROM scan_event e WHERE e.install_no = ? AND e.seq BETWEEN ? AND ? ORDER BY e.seq LIMIT ?";

} // namespace

std::vector<std::int64_t> CampaignView::installsOf(const CountSheet& sheet)
{
    // From one install to the next over the key: the sheet has few installs and many events.
    const ScopeCondition scope(m_scope, "s.unit_id");
    const std::string sql
        = "WITH RECURSIVE install (no) AS (SELECT MIN(e.install_no) FROM scan_event e JOIN count_sheet s ON s.id "
          "= e.sheet_id WHERE e.sheet_id = ?"
        + scope.positional()
        + " UNION ALL SELECT (SELECT MIN(f.install_no) FROM scan_event f WHERE f.sheet_id = ? AND f.install_no > "
          "install.no) FROM install WHERE install.no IS NOT NULL) SELECT no FROM install WHERE no IS NOT NULL";
    auto values = scope.valuesBehind({sheet.id.value});
    values.push_back(sheet.id.value);
    std::vector<std::int64_t> out;
    const auto rows = m_session.bulk().stream(sql, values);
    while (rows->next())
        out.push_back(rows->integer(0));
    return out;
}

Result<EventFeed> CampaignView::events(
    const CountSheet& sheet, std::string_view cursor, const std::string& exceptInstall, std::size_t most)
{
    auto heard = EventCursor::parse(cursor);
    if (!heard)
        return fail(heard.error());
    EventFeed feed;
    std::int64_t room = kLookedAt;
    const auto except = exceptInstall.empty() ? std::nullopt : installNo(exceptInstall);
    for (const std::int64_t install : installsOf(sheet)) {
        if (install == except)
            continue;
        SeqRanges& known = heard->of(install);
        const std::string id = installId(install);
        for (const SeqRanges::Range& gap : known.gaps()) {
            const auto rows = m_session.bulk().stream(kInGap, {install, gap.first, gap.last, room + 1});
            while (rows->next()) {
                if (room == 0 || feed.events.size() == most) {
                    feed.more = true;
                    break;
                }
                --room;
                known.add(rows->integer(1));
                if (rows->integer(0) != sheet.id.value)
                    continue;
                ScanEvent& event = feed.events.emplace_back(readEvent(*rows, 1));
                event.installId = id;
                event.unit = sheet.unitCode;
            }
            if (feed.more)
                break;
        }
        if (feed.more)
            break;
    }
    feed.next = heard->text();
    DepartmentShare(m_session, m_scope, sheet.id).keepOwn(feed.events);
    return feed;
}

} // namespace guanwu
