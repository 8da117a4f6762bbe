// Scan events on their way in: stored once, told apart from repetitions and from forgeries.
#include "schema/connection/chunked_lookup.h"
#include "schema/connection/column_types.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/inventory/event_digest.h"
#include "schema/inventory/soci_inventory_store.h"

#include <set>
#include <soci/soci.h>

namespace guanwu {

namespace {

    std::string joined(const std::vector<std::string>& values)
    {
        std::string out;
        for (const std::string& value : values)
            out.append(out.empty() ? "" : ";").append(value);
        return out;
    }

    std::vector<std::string> split(std::string_view text)
    {
        std::vector<std::string> out;
        while (!text.empty()) {
            const auto end = text.find(';');
            out.emplace_back(text.substr(0, end));
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        }
        return out;
    }

    constexpr std::string_view kEventColumns = "sheet_id, install_no, seq, event_id, at_ms, kind, code, "
                                               "place, user_code, seen_condition, entry, actor, reason, "
                                               "name, class_code, quantity, photos, corrects, digest, late";

    void writeEvent(
        RowWriter& out, const IncomingEvent& incoming, std::int64_t installNo, const std::string& digest)
    {
        const ScanEvent& event = incoming.event;
        const std::string photos = joined(event.photos);
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
    // Two programs may bring the same event at once: the keys decide, and who lost looks again.
    for (int attempt = 0;; ++attempt) {
        try {
            return appendOnce(task, events, attempt > 0);
        } catch (const DuplicateKey&) {
            if (attempt == 5)
                throw;
        }
    }
}

std::vector<AppendOutcome> SociInventoryStore::appendOnce(
    TaskId task, std::span<const IncomingEvent> events, bool bySeq)
{
    std::vector<std::int64_t> installs;
    std::vector<std::string> digests;
    std::vector<std::string> ids;
    for (const IncomingEvent& incoming : events) {
        installs.push_back(installNo(incoming.event.installId));
        digests.push_back(eventDigest(incoming.event));
        ids.push_back(incoming.event.eventId);
    }
    std::unordered_map<std::string, std::string> known;
    chunkedLookup(m_session.sql(), "SELECT event_id, digest FROM scan_event WHERE event_id IN ", ids,
        [&](const std::string& id, const std::string& digest) { known.emplace(id, digest); });

    std::vector<AppendOutcome> outcomes;
    std::set<std::pair<std::int64_t, std::int64_t>> seqs;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const ScanEvent& event = events[i].event;
        const auto [same, fresh] = known.try_emplace(event.eventId, digests[i]);
        if (!fresh)
            outcomes.push_back(
                same->second == digests[i] ? AppendOutcome::Duplicate : AppendOutcome::Quarantined);
        else if (!seqs.insert({installs[i], event.seq}).second || (bySeq && seqTaken(installs[i], event.seq)))
            outcomes.push_back(AppendOutcome::Quarantined);
        else
            outcomes.push_back(AppendOutcome::Stored);
    }

    Bulk& bulk = m_session.bulk();
    BulkTransaction transaction(bulk);
    const auto writer = bulk.writer("scan_event", kEventColumns);
    std::set<std::int64_t> touched;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (outcomes[i] != AppendOutcome::Stored)
            continue;
        writeEvent(*writer, events[i], installs[i], digests[i]);
        if (!events[i].late)
            touched.insert(events[i].sheet.value);
    }
    writer->flush();
    for (const std::int64_t sheet : touched)
        bulk.execute("UPDATE count_sheet SET stale = stale + 1, revision = revision + (state = 'frozen'), "
                     "state = CASE state WHEN 'frozen' THEN 'counting' ELSE state END WHERE id = ?",
            {sheet});
    quarantine(task, events, outcomes, digests);
    transaction.commit();
    return outcomes;
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
    Bulk& bulk = m_session.bulk();
    std::unique_ptr<RowWriter> writer;
    std::set<std::pair<std::string, std::string>> written;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const ScanEvent& event = events[i].event;
        if (outcomes[i] != AppendOutcome::Quarantined || !written.insert({event.eventId, digests[i]}).second
            || isQuarantined(event.eventId, digests[i]))
            continue;
        if (!writer)
            writer = bulk.writer(
                "quarantined_event", "event_id, digest, task_id, install_id, seq, body, received_at");
        writer->text(event.eventId);
        writer->text(digests[i]);
        writer->integer(task.value);
        writer->text(event.installId);
        writer->integer(event.seq);
        writer->text(events[i].body);
        writer->integer(m_session.newId() >> 22);
        writer->endRow();
    }
    if (writer)
        writer->flush();
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

std::vector<ScanEvent> SociInventoryStore::events(SheetId sheet)
{
    return events(sheet, [](EventKind, const std::optional<std::string>&) { return true; });
}

std::vector<ScanEvent> SociInventoryStore::events(SheetId sheet, const EventChoice& keep)
{
    std::vector<ScanEvent> out;
    // Install numbers are resolved after the stream has ended: MariaDB takes one question at a time.
    std::vector<std::int64_t> installs;
    {
        const auto rows = m_session.bulk().stream(
            "SELECT install_no, seq, event_id, at_ms, kind, code, place, user_code, "
            "seen_condition, entry, actor, reason, name, class_code, quantity, photos, "
            "corrects FROM scan_event WHERE sheet_id = ? AND late = 0",
            {sheet.value});
        const auto optionalText = [&](int column) {
            return rows->isNull(column) ? std::optional<std::string>() : std::string(rows->text(column));
        };
        while (rows->next()) {
            ScanEvent& event = out.emplace_back();
            event.kind = storedToken(kEventKinds, rows->text(4));
            event.code = optionalText(5);
            if (!keep(event.kind, event.code)) {
                out.pop_back();
                continue;
            }
            installs.push_back(rows->integer(0));
            event.seq = rows->integer(1);
            event.eventId = rows->text(2);
            event.at = fromInstantColumn(rows->integer(3));
            event.place = optionalText(6);
            event.user = optionalText(7);
            event.condition = storedTokenOrNone(kConditions, rows->text(8));
            event.entry = storedToken(kEntryModes, rows->text(9));
            event.actor = rows->text(10);
            event.reason = rows->text(11);
            event.name = rows->text(12);
            event.classCode = rows->text(13);
            event.quantity = rows->integer(14);
            event.photos = split(rows->text(15));
            event.corrects = rows->text(16);
        }
    }
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i].installId = installId(installs[i]);
    return out;
}

} // namespace guanwu
