#include "schema/audit/audit_trail.h"

#include "schema/audit/entry_rows.h"
#include "schema/bulk/bulk.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/sha256.h"
#include "schema/connection/stored_token.h"
#include "schema/connection/unit_of_work.h"

namespace guanwu {

namespace {

    /// The last character there is: what begins with a text lies between it and it with this behind.
    constexpr std::string_view kLast = "\xF4\x8F\xBF\xBF";

    constexpr std::string_view kColumns = GUANWU_AUDIT_COLUMNS;
    constexpr std::size_t kLongestObject = 200;

    /// No longer than the column, and no character of it in halves.
    std::string cut(std::string text)
    {
        if (text.size() <= kLongestObject)
            return text;
        std::size_t end = kLongestObject;
        while (end > 0 && (text[end] & 0xC0) == 0x80)
            --end;
        text.resize(end);
        return text;
    }

    /// Digest of what all notes say; empty when none says anything.
    std::string digestOf(const std::vector<AuditNote>& notes, std::string AuditNote::*side)
    {
        std::string bytes;
        bool any = false;
        for (const AuditNote& note : notes) {
            for (const std::string* text : {&note.object, &(note.*side)})
                bytes.append(std::to_string(text->size())).append(":").append(*text);
            any = any || !(note.*side).empty();
        }
        return any ? sha256Hex(bytes) : std::string();
    }

} // namespace

std::string digestOf(const AuditNote& note) { return digestOf({note}, &AuditNote::after); }

void AuditTrail::begin(std::vector<AuditAct> acts)
{
    m_acts = std::move(acts);
    m_notes.clear();
    m_isWritten = false;
}

void AuditTrail::setActor(const std::string& actor, const std::string& source)
{
    for (AuditAct& act : m_acts) {
        act.actor = actor;
        act.source = source;
    }
}

/// What the act was about, as far as it went; of something that was made, the note knows the name.
std::string AuditTrail::objectOf(const AuditAct& act) const
{
    if (m_notes.empty())
        return act.object;
    const std::string& noted = m_notes.front().object;
    if (act.action == AuditAction::Command)
        return act.object + ' ' + noted;
    return noted.starts_with(act.object + '/') ? noted : act.object;
}

AuditEntry AuditTrail::entryOf(const AuditAct& act)
{
    AuditEntry entry;
    entry.id = m_session.newId();
    entry.writer = m_writer;
    entry.seq = ++m_seq;
    entry.at = act.now();
    entry.actor = act.actor;
    entry.source = act.source;
    entry.requestId = act.requestId;
    entry.action = act.action;
    entry.object = cut(objectOf(act));
    entry.objects = static_cast<std::int64_t>(m_notes.size());
    entry.before = digestOf(m_notes, &AuditNote::before);
    entry.after = act.after.empty() ? digestOf(m_notes, &AuditNote::after) : act.after;
    return entry;
}

void AuditTrail::insert(AuditEntry entry)
{
    insertRow(m_session, "audit_entry",
        {{"id", entry.id}, {"at_ms", toInstantColumn(entry.at)}, {"actor", entry.actor},
            {"source", entry.source}, {"request_id", entry.requestId},
            {"action", tokenRow(kAuditActions, entry.action).token}, {"object", entry.object},
            {"object_count", entry.objects}, {"outcome", tokenRow(kAuditOutcomes, entry.outcome).token},
            {"rule", SqlValue::textOrNull(entry.rule)}, {"before_digest", SqlValue::textOrNull(entry.before)},
            {"after_digest", SqlValue::textOrNull(entry.after)}, {"writer", entry.writer},
            {"seq", entry.seq}});
}

/// What was written and not confirmed may be there or not: from then on it is another writer.
void AuditTrail::startWriting()
{
    if (m_writer == 0 || m_isUnconfirmed) {
        m_writer = m_session.newId();
        m_seq = 0;
    }
    m_isUnconfirmed = true;
}

void AuditTrail::write()
{
    startWriting();
    for (const AuditAct& act : m_acts)
        insert(entryOf(act));
}

void AuditTrail::write(BulkWrites& bulk)
{
    startWriting();
    const auto out = bulk.writer("audit_entry", kColumns);
    for (const AuditAct& act : m_acts) {
        const AuditEntry entry = entryOf(act);
        out->integer(entry.id);
        out->integer(toInstantColumn(entry.at));
        for (const std::string* text : {&entry.actor, &entry.source, &entry.requestId})
            out->text(*text);
        out->text(tokenRow(kAuditActions, entry.action).token);
        out->text(entry.object);
        out->integer(entry.objects);
        out->text(tokenRow(kAuditOutcomes, entry.outcome).token);
        for (const std::string* text : {&entry.rule, &entry.before, &entry.after})
            out->textOrNull(*text);
        out->integer(entry.writer);
        out->integer(entry.seq);
        out->endRow();
    }
    out->flush();
}

void AuditTrail::committed()
{
    m_isWritten = true;
    m_isUnconfirmed = false;
    m_notes.clear();
}

void AuditTrail::refuse(const std::string& rule)
{
    retrying(m_session, [&] {
        UnitOfWork work(m_session, UnitOfWork::Audit::Apart);
        startWriting();
        for (const AuditAct& act : m_acts) {
            AuditEntry entry = entryOf(act);
            entry.outcome = AuditOutcome::Refused;
            entry.rule = rule;
            insert(std::move(entry));
        }
        work.commit();
        m_isUnconfirmed = false;
    });
}

std::vector<AuditEntry> auditEntries(Session& session, const AuditFilter& filter, std::int64_t most)
{
    Query query(session);
    query.add("SELECT ").add(kColumns).add(" FROM audit_entry WHERE 1 = 1");
    if (filter.before > 0)
        query.add(" AND id < ", filter.before);
    if (!filter.actor.empty())
        query.add(" AND actor = ", filter.actor);
    if (!filter.action.empty())
        query.add(" AND action = ", filter.action);
    if (!filter.object.empty())
        query.add(" AND object >= ", filter.object).add(" AND object <= ", filter.object + std::string(kLast));
    query.add(" ORDER BY id DESC LIMIT ", most);
    std::vector<AuditEntry> out;
    while (query.next(kAuditColumns)) {
        bool isKnown = true;
        out.push_back(readAuditEntry(query, std::size_t {0}, isKnown));
        if (!isKnown)
            throw CorruptData("unknown token in the audit trail");
    }
    return out;
}

} // namespace guanwu
