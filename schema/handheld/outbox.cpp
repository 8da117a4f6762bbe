#include "schema/handheld/outbox.h"

#include "schema/connection/column_types.h"
#include "schema/connection/stored_token.h"
#include "schema/handheld/handheld_store.h"
#include "schema/handheld/write_lock.h"
#include "schema/inventory/event_digest.h"

#include <algorithm>
#include <openssl/evp.h>
#include <optional>

namespace guanwu {

namespace {

    struct EntryRow {
        long long seq = 0;
        std::string eventId;
        std::string body;
        std::string state;
        std::string reason;

        template <class Statement> auto into(Statement&& statement)
        {
            return std::forward<Statement>(statement), soci::into(seq), soci::into(eventId), soci::into(body),
                   soci::into(state), soci::into(reason);
        }
        [[nodiscard]] OutboxEntry toEntry() const
        {
            return {seq, eventId, body, storedToken(kOutboxStates, state), reason};
        }
    };

#define GUANWU_OUTBOX_COLUMNS "o.seq, o.event_id, o.body, o.state, COALESCE(o.reason, '')"

    OutboxCounts countsFrom(soci::session& sql, std::int64_t sheet)
    {
        OutboxCounts out;
        std::string state;
        long long count = 0;
        soci::statement query = (sql.prepare << "SELECT state, count(*) FROM own_event WHERE :sheet = 0 OR "
                                                "sheet_id = :sheet2 GROUP BY state",
            soci::use(sheet, "sheet"), soci::use(sheet, "sheet2"), soci::into(state), soci::into(count));
        query.execute();
        while (query.fetch()) {
            switch (storedToken(kOutboxStates, state)) {
            case OutboxState::Waiting:
                out.waiting = count;
                break;
            case OutboxState::Stored:
                out.stored = count;
                break;
            case OutboxState::Quarantined:
                out.quarantined = count;
                break;
            case OutboxState::Rejected:
                out.rejected = count;
                break;
            }
        }
        return out;
    }

    std::vector<std::string> photosFrom(soci::session& sql, std::int64_t sheet)
    {
        std::vector<std::string> out;
        std::string hash;
        soci::statement query = (sql.prepare
                << "SELECT hash FROM photo WHERE sent = 1 AND EXISTS (SELECT 1 FROM own_event WHERE "
                   "sheet_id = :sheet AND instr(body, hash) > 0) AND NOT EXISTS (SELECT 1 FROM own_event "
                   "WHERE sheet_id <> :sheet AND instr(body, hash) > 0) ORDER BY hash",
            soci::use(sheet, "sheet"), soci::into(hash));
        query.execute();
        while (query.fetch())
            out.push_back(hash);
        return out;
    }

    constexpr std::int64_t kEverySheet = 0;

} // namespace

ScanEvent Outbox::append(std::int64_t sheet, ScanEvent event)
{
    return guarded("save a scan", [&] {
        Session& session = m_store.session();
        WriteLock lock(session);
        {
            Query query(session);
            query.add("SELECT COALESCE(MAX(seq), 0) + 1 FROM own_event");
            event.seq = query.next(1) ? query.integer(0) : 1;
        }
        event.installId = m_store.install().installId;
        insertRow(session, "own_event",
            {{"seq", event.seq}, {"event_id", event.eventId}, {"sheet_id", sheet},
                {"kind", tokenRow(kEventKinds, event.kind).token},
                {"corrects", SqlValue::textOrNull(event.corrects)}, {"body", m_encode(event)},
                {"digest", eventDigest(event)}});
        for (const std::string& photo : event.photos)
            Query(session)
                .add("INSERT INTO photo (hash, taken_at) VALUES (", photo)
                .add(", ", toInstantColumn(event.at))
                .add(") ON CONFLICT (hash) DO NOTHING")
                .run();
        lock.commit();
        return std::move(event);
    });
}

std::string Outbox::lastUndoable(std::int64_t sheet)
{
    return guarded("look for the last scan", [&] {
        Query query(m_store.session());
        query.add("SELECT o.event_id FROM own_event o WHERE o.sheet_id = ", sheet)
            .add(" AND o.kind <> 'undo' AND NOT (o.kind = 'note' AND instr(o.body, ", kCleanedPhotoNote)
            .add(") > 0) AND NOT EXISTS (SELECT 1 FROM own_event u WHERE u.corrects = o.event_id) "
                 "ORDER BY seq DESC LIMIT 1");
        return query.next(1) ? query.text(0) : std::string();
    });
}

bool Outbox::isUndoable(std::int64_t sheet, const std::string& eventId)
{
    return guarded("look for a scan", [&] {
        Query query(m_store.session());
        query.add("SELECT 1 FROM own_event o WHERE o.sheet_id = ", sheet)
            .add(" AND o.event_id = ", eventId)
            .add(" AND o.kind <> 'undo' AND NOT EXISTS (SELECT 1 FROM own_event u WHERE u.corrects = "
                 "o.event_id)");
        return query.next(1);
    });
}

std::vector<OutboxEntry> Outbox::ofSheet(std::int64_t sheet)
{
    return guarded("read own scans", [&] {
        std::vector<OutboxEntry> out;
        EntryRow row;
        soci::statement query = row.into((sqlOf(m_store.session()).prepare
                << "SELECT " GUANWU_OUTBOX_COLUMNS " FROM own_event o WHERE o.sheet_id = :sheet ORDER BY seq",
            soci::use(sheet, "sheet")));
        query.execute();
        while (query.fetch())
            out.push_back(row.toEntry());
        return out;
    });
}

std::vector<OutboxEntry> Outbox::unacknowledged(const std::string& task, std::int64_t seq, std::size_t most)
{
    return guarded("read the outbox", [&] {
        std::vector<OutboxEntry> out;
        EntryRow row;
        const auto limit = static_cast<long long>(most);
        soci::statement query = row.into((sqlOf(m_store.session()).prepare
                << "SELECT " GUANWU_OUTBOX_COLUMNS " FROM own_event o JOIN sheet s ON s.id = o.sheet_id "
                   "WHERE s.task = :task AND o.state IN ('waiting', 'rejected') AND o.seq > :seq ORDER BY "
                   "o.seq LIMIT :limit",
            soci::use(task, "task"), soci::use(seq, "seq"), soci::use(limit, "limit")));
        query.execute();
        while (query.fetch())
            out.push_back(row.toEntry());
        return out;
    });
}

std::vector<std::string> Outbox::tasksToSend()
{
    return guarded("read the outbox", [&] {
        std::vector<std::string> out;
        std::string task;
        soci::statement query = (sqlOf(m_store.session()).prepare
                << "SELECT DISTINCT s.task FROM sheet s JOIN own_event o ON o.sheet_id = s.id WHERE o.state "
                   "IN ('waiting', 'rejected') ORDER BY s.task",
            soci::into(task));
        query.execute();
        while (query.fetch())
            out.push_back(task);
        return out;
    });
}

void Outbox::forEach(const std::string& task, const std::function<void(const OutboxEntry&)>& use)
{
    EntryRow row;
    std::optional<soci::statement> query;
    guarded("read own scans", [&] {
        query.emplace(row.into((sqlOf(m_store.session()).prepare
                << "SELECT " GUANWU_OUTBOX_COLUMNS " FROM own_event o JOIN sheet s ON s.id = o.sheet_id "
                   "WHERE s.task = :task AND o.body <> '' ORDER BY seq",
            soci::use(task, "task"))));
        query->execute();
    });
    while (guarded("read own scans", [&] { return query->fetch(); }))
        use(row.toEntry());
}

void Outbox::answer(std::span<const OutboxAnswer> answers)
{
    guarded("note what the server said", [&] {
        soci::session& sql = sqlOf(m_store.session());
        WriteLock lock(m_store.session());
        long long seq = 0;
        std::string state;
        std::string reason;
        soci::statement update = (sql.prepare
                << "UPDATE own_event SET state = :state, reason = NULLIF(:reason, '') WHERE seq = :seq",
            soci::use(state, "state"), soci::use(reason, "reason"), soci::use(seq, "seq"));
        for (const OutboxAnswer& answer : answers) {
            seq = answer.seq;
            state = tokenRow(kOutboxStates, answer.state).token;
            reason = answer.reason;
            update.execute(true);
        }
        lock.commit();
    });
}

std::int64_t Outbox::offerAgain(std::span<const SeqRange> held, std::span<const std::int64_t> quarantined)
{
    return guarded("compare with the server", [&] {
        soci::session& sql = sqlOf(m_store.session());
        WriteLock lock(m_store.session());
        std::vector<std::int64_t> lacking;
        long long seq = 0;
        {
            soci::statement query = (sql.prepare << "SELECT seq FROM own_event WHERE state IN ('stored', "
                                                    "'quarantined') AND body <> '' ORDER BY seq",
                soci::into(seq));
            query.execute();
            while (query.fetch()) {
                const bool isHeld = std::any_of(held.begin(), held.end(),
                    [&](const SeqRange& range) { return range.first <= seq && seq <= range.last; });
                if (!isHeld && std::find(quarantined.begin(), quarantined.end(), seq) == quarantined.end())
                    lacking.push_back(seq);
            }
        }
        for (const std::int64_t each : lacking)
            Query(m_store.session())
                .add("UPDATE own_event SET state = 'waiting', reason = NULL WHERE seq = ", each)
                .run();
        lock.commit();
        return static_cast<std::int64_t>(lacking.size());
    });
}

OutboxCounts Outbox::counts() { return counts(kEverySheet); }

OutboxCounts Outbox::counts(std::int64_t sheet)
{
    return guarded("count own scans", [&] { return countsFrom(sqlOf(m_store.session()), sheet); });
}

OutboxProof Outbox::proof()
{
    return guarded("digest own scans", [&] {
        OutboxProof out;
        InstallDigest whole;
        std::string digest;
        soci::statement query = (sqlOf(m_store.session()).prepare
                << "SELECT digest FROM own_event WHERE state = 'stored' ORDER BY seq",
            soci::into(digest));
        query.execute();
        while (query.fetch()) {
            whole.add(digest);
            ++out.count;
        }
        out.digest = whole.hex();
        return out;
    });
}

Result<void> Outbox::purge(std::int64_t sheet)
{
    const auto purged = guarded("forget a closed sheet", [&]() -> Result<void> {
        Session& session = m_store.session();
        WriteLock lock(session);
        const OutboxCounts counts = countsFrom(sqlOf(session), sheet);
        if (counts.unacknowledged() + counts.quarantined > 0)
            return fail(ErrorCode::RuleViolated, "handheld.unsent",
                std::to_string(counts.unacknowledged() + counts.quarantined));
        for (const std::string& photo : photosFrom(sqlOf(session), sheet))
            Query(session).add("DELETE FROM photo WHERE hash = ", photo).run();
        for (const std::string_view of : {"UPDATE own_event SET body = '' WHERE body <> '' AND sheet_id = ",
                 "DELETE FROM other_event WHERE sheet_id = ", "DELETE FROM book_line WHERE sheet_id = ",
                 "UPDATE sheet SET purged = 1 WHERE id = "})
            Query(session).add(of, sheet).run();
        lock.commit();
        return {};
    });
    if (purged)
        m_store.emptyLog();
    return purged;
}

std::vector<std::string> Outbox::photosOnlyOf(std::int64_t sheet)
{
    return guarded("read the photos", [&] { return photosFrom(sqlOf(m_store.session()), sheet); });
}

std::vector<std::string> Outbox::photosToSend()
{
    return guarded("read the photos", [&] {
        std::vector<std::string> out;
        std::string hash;
        soci::statement query = (sqlOf(m_store.session()).prepare
                << "SELECT hash FROM photo WHERE sent = 0 ORDER BY taken_at, hash",
            soci::into(hash));
        query.execute();
        while (query.fetch())
            out.push_back(hash);
        return out;
    });
}

void Outbox::photoSent(const std::string& hash)
{
    guarded("note a photo",
        [&] { Query(m_store.session()).add("UPDATE photo SET sent = 1 WHERE hash = ", hash).run(); });
}

} // namespace guanwu
