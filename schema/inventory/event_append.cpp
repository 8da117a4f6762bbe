// Scan events on their way in: stored once, told apart from repetitions and from forgeries.
#include "schema/audit/audit_trail.h"
#include "schema/connection/chunked_lookup.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/inventory/event_digest.h"
#include "schema/inventory/event_rows.h"
#include "schema/inventory/soci_inventory_store.h"

#include <map>
#include <set>
#include <soci/soci.h>

namespace guanwu {

namespace {

    constexpr std::string_view kEventColumns = "sheet_id, install_no, seq, event_id, at_ms, kind, code, "
                                               "place, user_code, seen_condition, entry, actor, reason, "
                                               "name, class_code, quantity, photos, corrects, digest, late";

    constexpr std::string_view kTouchSheets
        = "UPDATE count_sheet SET stale = stale + 1, revision = revision + (state = 'frozen'), state = CASE "
          "state WHEN 'frozen' THEN 'counting' ELSE state END WHERE id IN (";

    // A slot of the ring that holds an earlier hour begins anew.
    constexpr std::int64_t kRingMinutes = 60;
    constexpr std::string_view kArrivals
        = "INSERT INTO sheet_arrival (sheet_id, slot, minute_no, events) VALUES ";
    constexpr std::string_view kArrivalsAddSqlite
        = " ON CONFLICT (sheet_id, slot) DO UPDATE SET events = excluded.events + CASE minute_no WHEN "
          "excluded.minute_no THEN events ELSE 0 END, minute_no = excluded.minute_no";
    constexpr std::string_view kArrivalsAddMysql
        = " ON DUPLICATE KEY UPDATE events = VALUES(events) + CASE minute_no WHEN VALUES(minute_no) THEN events "
          "ELSE 0 END, minute_no = VALUES(minute_no)";

    constexpr std::string_view kStoredEvents
        = "SELECT e.install_no, " GUANWU_EVENT_COLUMNS " FROM scan_event e WHERE e.sheet_id = ?";
    constexpr std::string_view kTakenEvents = "SELECT e.install_no, " GUANWU_EVENT_COLUMNS
                                              " FROM scan_event e WHERE e.sheet_id = ? AND e.late = 0";

    bool isWanted(EventKind, const std::optional<std::string>&) { return true; }

    std::int64_t minuteOf(Instant at)
    {
        return std::chrono::floor<std::chrono::minutes>(at).time_since_epoch().count();
    }

    void writeEvent(
        RowWriter& out, const IncomingEvent& incoming, std::int64_t installNo, const std::string& digest)
    {
        const ScanEvent& event = incoming.event;
        const std::string photos = joinedPhotos(event.photos);
        out.integer(incoming.sheet.value);
        out.integer(installNo);
        out.integer(event.seq);
        out.text(event.eventId);
        out.integer(toInstantColumn(event.at));
        out.text(tokenRow(kEventKinds, event.kind).token);
        out.textOrNull(event.code ? *event.code : std::string_view());
        out.textOrNull(event.place ? *event.place : std::string_view());
        out.textOrNull(event.user ? *event.user : std::string_view());
        out.textOrNull(event.condition ? tokenRow(kConditions, *event.condition).token : std::string_view());
        out.text(tokenRow(kEntryModes, event.entry).token);
        out.text(event.actor);
        out.textOrNull(event.reason);
        out.textOrNull(event.name);
        out.textOrNull(event.classCode);
        out.integer(event.quantity);
        out.textOrNull(photos);
        out.textOrNull(event.corrects);
        out.text(digest);
        out.integer(incoming.late ? 1 : 0);
        out.endRow();
    }

} // namespace

std::int64_t SociInventoryStore::installNo(const std::string& installId)
{
    if (const auto known = m_installNo.find(installId); known != m_installNo.end())
        return known->second;
    return guarded("register the install", [&] {
        soci::session& sql = m_session.sql();
        long long id = 0;
        const auto look = [&] {
            sql << "SELECT id FROM scan_install WHERE install_id = :install", soci::use(installId, "install"),
                soci::into(id);
            return sql.got_data();
        };
        if (!look()) {
            id = m_session.newId();
            try {
                sql << "INSERT INTO scan_install (id, install_id) VALUES (:id, :install)",
                    soci::use(id, "id"), soci::use(installId, "install");
            } catch (const soci::soci_error&) {
                // Another program registered it in the meantime; its number counts.
                if (!look())
                    throw;
            }
        }
        m_installId[id] = installId;
        return m_installNo[installId] = id;
    });
}

void SociInventoryStore::learnInstalls()
{
    constexpr std::int64_t kMost = 10'000;
    Query query(m_session);
    query.add("SELECT id, install_id FROM scan_install ORDER BY id DESC LIMIT ", kMost);
    while (query.next(2)) {
        m_installId[query.integer(0)] = query.text(1);
        m_installNo[query.text(1)] = query.integer(0);
    }
}

const std::string& SociInventoryStore::installId(std::int64_t installNo)
{
    if (const auto known = m_installId.find(installNo); known != m_installId.end())
        return known->second;
    return guarded("find the install", [&]() -> const std::string& {
        std::string id;
        m_session.sql() << "SELECT install_id FROM scan_install WHERE id = :id", soci::use(installNo, "id"),
            soci::into(id);
        if (!m_session.sql().got_data())
            throw CorruptData("an event names an install that is not there");
        m_installNo[id] = installNo;
        return m_installId[installNo] = id;
    });
}

std::vector<AppendOutcome> SociInventoryStore::append(TaskId task, std::span<const IncomingEvent> events)
{
    for (const IncomingEvent& incoming : events)
        requireChange(incoming.sheet);
    // As a rule every event is new, and the keys know best: only when they refuse is anything looked up. Two
    // programs may bring the same event at once; who lost looks again.
    for (int attempt = 0;; ++attempt) {
        try {
            return appendOnce(task, events,
                attempt == 0       ? LookUp::Nothing
                    : attempt == 1 ? LookUp::Ids
                                   : LookUp::IdsAndSeqs);
        } catch (const DuplicateKey&) {
            if (attempt == 6)
                throw;
        }
    }
}

std::vector<AppendOutcome> SociInventoryStore::appendOnce(
    TaskId task, std::span<const IncomingEvent> events, LookUp lookUp)
{
    std::vector<std::int64_t> installs;
    std::vector<std::string> digests;
    std::unordered_map<std::string, std::string> known;
    installs.reserve(events.size());
    digests.reserve(events.size());
    const std::string* install = nullptr;
    for (const IncomingEvent& incoming : events) {
        // A batch is of one install as a rule.
        if (install && *install == incoming.event.installId)
            installs.push_back(installs.back());
        else
            installs.push_back(installNo(incoming.event.installId));
        install = &incoming.event.installId;
        digests.push_back(eventDigest(incoming.event));
    }
    if (lookUp != LookUp::Nothing) {
        std::vector<std::string> ids;
        for (const IncomingEvent& incoming : events)
            ids.push_back(incoming.event.eventId);
        chunkedLookup(m_session.sql(), "SELECT event_id, digest FROM scan_event WHERE event_id IN ",
            std::move(ids),
            [&](const std::string& id, const std::string& digest) { known.emplace(id, digest); });
    }

    std::vector<AppendOutcome> outcomes;
    outcomes.reserve(events.size());
    std::set<std::pair<std::int64_t, std::int64_t>> seqs;
    if (lookUp == LookUp::Nothing)
        outcomes.assign(events.size(), AppendOutcome::Stored);
    for (std::size_t i = outcomes.size(); i < events.size(); ++i) {
        const ScanEvent& event = events[i].event;
        const auto [same, fresh] = known.try_emplace(event.eventId, digests[i]);
        if (!fresh)
            outcomes.push_back(
                same->second == digests[i] ? AppendOutcome::Duplicate : AppendOutcome::Quarantined);
        else if (!seqs.insert({installs[i], event.seq}).second
            || (lookUp == LookUp::IdsAndSeqs && seqTaken(installs[i], event.seq)))
            outcomes.push_back(AppendOutcome::Quarantined);
        else
            outcomes.push_back(AppendOutcome::Stored);
    }

    BulkWrites& bulk = m_session.batches();
    BulkTransaction transaction(bulk);
    const auto writer = bulk.writer("scan_event", kEventColumns);
    for (std::size_t i = 0; i < events.size(); ++i)
        if (outcomes[i] == AppendOutcome::Stored)
            writeEvent(*writer, events[i], installs[i], digests[i]);
    writer->flush();
    noteArrival(events, outcomes);
    quarantine(task, events, outcomes, digests);
    AuditTrail& audit = m_session.audit();
    const bool isAudited = audit.isDue();
    if (isAudited)
        audit.write(bulk);
    transaction.commit();
    if (isAudited)
        audit.committed();
    return outcomes;
}

void SociInventoryStore::noteArrival(
    std::span<const IncomingEvent> events, std::span<const AppendOutcome> outcomes)
{
    std::set<std::int64_t> touched; ///< in the order of ids, as everybody takes their locks
    std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> arrived; ///< by sheet and minute
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (outcomes[i] != AppendOutcome::Stored)
            continue;
        const std::int64_t sheet = events[i].sheet.value;
        if (!events[i].late)
            touched.insert(sheet);
        if (events[i].receivedAt != Instant {})
            ++arrived[{sheet, minuteOf(events[i].receivedAt)}];
    }
    BulkWrites& bulk = m_session.batches();
    if (!touched.empty()) {
        std::string sql(kTouchSheets);
        for (std::size_t i = 0; i < touched.size(); ++i)
            sql += i == 0 ? "?" : ", ?";
        bulk.execute(sql + ")", std::vector<std::int64_t>(touched.begin(), touched.end()));
    }
    if (!arrived.empty()) {
        std::string sql(kArrivals);
        std::vector<std::int64_t> values;
        for (const auto& [key, count] : arrived) {
            sql += values.empty() ? "(?, ?, ?, ?)" : ", (?, ?, ?, ?)";
            values.insert(values.end(), {key.first, key.second % kRingMinutes, key.second, count});
        }
        sql += m_session.dialect() == Dialect::Sqlite ? kArrivalsAddSqlite : kArrivalsAddMysql;
        bulk.execute(sql, values);
    }
}

bool SociInventoryStore::seqTaken(std::int64_t installNo, std::int64_t seq)
{
    return guarded("look for a known event", [&] {
        long long sheet = 0;
        m_session.sql() << "SELECT sheet_id FROM scan_event WHERE install_no = :install AND seq = :seq",
            soci::use(installNo, "install"), soci::use(seq, "seq"), soci::into(sheet);
        return m_session.sql().got_data();
    });
}

void SociInventoryStore::quarantine(TaskId task, std::span<const IncomingEvent> events,
    std::span<const AppendOutcome> outcomes, std::span<const std::string> digests)
{
    std::vector<std::size_t> kept;
    std::set<std::pair<std::string, std::string>> seen;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const std::string& id = events[i].event.eventId;
        if (outcomes[i] == AppendOutcome::Quarantined && seen.insert({id, digests[i]}).second
            && !isQuarantined(id, digests[i]))
            kept.push_back(i);
    }
    if (kept.empty())
        return;
    BulkWrites& bulk = m_session.batches();
    const auto row
        = bulk.writer("quarantined_event", "event_id, digest, task_id, install_id, seq, body, received_at");
    for (const std::size_t i : kept) {
        const ScanEvent& event = events[i].event;
        row->text(event.eventId);
        row->text(digests[i]);
        row->integer(task.value);
        row->text(event.installId);
        row->integer(event.seq);
        row->text(events[i].body);
        row->integer(toInstantColumn(events[i].receivedAt));
        row->endRow();
    }
    row->flush();
    const auto notice = bulk.writer("quarantine_notice", "sheet_id, event_id, digest");
    for (const std::size_t i : kept)
        for (const std::int64_t sheet : std::set {events[i].sheet.value, sheetOfFirst(events, outcomes, i)}) {
            notice->integer(sheet);
            notice->text(events[i].event.eventId);
            notice->text(digests[i]);
            notice->endRow();
        }
    notice->flush();
}

std::int64_t SociInventoryStore::sheetOfFirst(
    std::span<const IncomingEvent> events, std::span<const AppendOutcome> outcomes, std::size_t quarantined)
{
    const ScanEvent& event = events[quarantined].event;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const ScanEvent& other = events[i].event;
        if (outcomes[i] == AppendOutcome::Stored
            && (other.eventId == event.eventId
                || (other.installId == event.installId && other.seq == event.seq)))
            return events[i].sheet.value;
    }
    return guarded("find the event that was first", [&] {
        soci::session& sql = m_session.sql();
        long long sheet = events[quarantined].sheet.value;
        sql << "SELECT sheet_id FROM scan_event WHERE event_id = :id", soci::use(event.eventId, "id"),
            soci::into(sheet);
        if (!sql.got_data()) {
            const long long install = installNo(event.installId);
            sql << "SELECT sheet_id FROM scan_event WHERE install_no = :install AND seq = :seq",
                soci::use(install, "install"), soci::use(event.seq, "seq"), soci::into(sheet);
        }
        return static_cast<std::int64_t>(sheet);
    });
}

bool SociInventoryStore::isQuarantined(const std::string& eventId, const std::string& digest)
{
    return guarded("look for a quarantined event", [&] {
        long long seq = 0;
        m_session.sql() << "SELECT seq FROM quarantined_event WHERE event_id = :id AND digest = :digest",
            soci::use(eventId, "id"), soci::use(digest, "digest"), soci::into(seq);
        return m_session.sql().got_data();
    });
}

std::vector<ScanEvent> SociInventoryStore::events(SheetId sheet) { return events(sheet, isWanted); }

std::vector<ScanEvent> SociInventoryStore::events(SheetId sheet, const EventChoice& keep)
{
    return readEvents(sheet, kTakenEvents, keep);
}

std::vector<ScanEvent> SociInventoryStore::storedEvents(SheetId sheet)
{
    return readEvents(sheet, kStoredEvents, isWanted);
}

void SociInventoryStore::passTakenEvents(SheetId sheet, const std::function<void(const RowStream&)>& visit)
{
    if (!sees(sheet))
        return;
    const auto rows = m_session.bulk().stream(kTakenEvents, {sheet.value});
    while (rows->next())
        visit(*rows);
}

std::vector<ScanEvent> SociInventoryStore::readEvents(
    SheetId sheet, std::string_view which, const EventChoice& keep)
{
    std::vector<ScanEvent> out;
    if (!sees(sheet))
        return out;
    // Install numbers are resolved after the stream has ended: MariaDB takes one question at a time.
    std::vector<std::int64_t> installs;
    {
        const auto rows = m_session.bulk().stream(which, {sheet.value});
        while (rows->next())
            if (auto event = readEvent(*rows, 1, keep)) {
                installs.push_back(rows->integer(0));
                out.push_back(std::move(*event));
            }
    }
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i].installId = installId(installs[i]);
    return out;
}

} // namespace guanwu
