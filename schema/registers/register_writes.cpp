#include "schema/registers/register_writes.h"

#include "schema/audit/audit_trail.h"
#include "schema/connection/column_types.h"
#include "schema/connection/query.h"
#include "schema/connection/session.h"
#include "schema/connection/stored_token.h"
#include "schema/connection/unit_of_work.h"

namespace guanwu {

namespace {

    SqlValue idOrNull(std::int64_t id) { return id == 0 ? SqlValue() : SqlValue(id); }

    void storeValues(Session& session, const RegisterEntry& entry)
    {
        if (entry.values.empty())
            return;
        Query insert(session);
        insert.add("INSERT INTO register_value (entry_id, field, value) VALUES ");
        std::string_view separator = "(";
        for (const auto& [field, value] : entry.values) {
            insert.add(separator, entry.id.value).add(", ", field).add(", ", value).add(")");
            separator = ", (";
        }
        insert.run();
    }

    void insertEntry(Session& session, const RegisterEntry& entry)
    {
        insertRow(session, "register_entry",
            {{"id", entry.id.value}, {"kind", tokenRow(kRegisterKinds, entry.kind).token},
                {"type", entry.type}, {"entry_no", entry.entryNo},
                {"parent_id", idOrNull(entry.parent.value)}, {"unit_id", idOrNull(entry.unit.id)},
                {"department_id", idOrNull(entry.department.id)}, {"state", entry.state},
                {"revision", entry.revision}});
        storeValues(session, entry);
    }

    /// False when the entry is no longer of the revision.
    bool updateEntry(Session& session, const RegisterEntry& entry)
    {
        Query update(session);
        update.add("UPDATE register_entry SET state = ", entry.state);
        update.add(", revision = revision + 1 WHERE id = ", entry.id.value);
        update.add(" AND revision = ", entry.revision);
        if (update.run() != 1)
            return false;
        Query(session).add("DELETE FROM register_value WHERE entry_id = ", entry.id.value).run();
        storeValues(session, entry);
        return true;
    }

    void note(AuditTrail& audit, const RegisterWrite& write)
    {
        AuditNote note;
        note.object.append("registers/").append(tokenRow(kRegisterKinds, write.entry.kind).token);
        note.object.append("/").append(write.entry.entryNo);
        for (const FieldDifference& field : write.event.fields) {
            note.before.append(field.field).append("=").append(field.before).append("\n");
            note.after.append(field.field).append("=").append(field.after).append("\n");
        }
        note.after.append("state=").append(write.event.state);
        audit.note(std::move(note));
    }

} // namespace

void storeRegisterEvent(Session& session, RegisterEntryId entry, const RegisterEvent& event)
{
    insertRow(session, "register_event",
        {{"id", event.id}, {"entry_id", entry.value},
            {"kind", tokenRow(kRegisterEventKinds, event.kind).token},
            {"step", SqlValue::textOrNull(event.step)}, {"state", event.state},
            {"at", toInstantColumn(event.at)}, {"actor", event.actor},
            {"reason", SqlValue::textOrNull(event.reason)}, {"revision", event.revision}});
    if (event.fields.empty())
        return;
    Query insert(session);
    insert.add("INSERT INTO register_event_field (event_id, field, before_value, after_value) VALUES ");
    std::string_view separator = "(";
    for (const FieldDifference& field : event.fields) {
        insert.add(separator, event.id).add(", ", field.field);
        insert.add(", ", SqlValue::textOrNull(field.before)).add(", ", SqlValue::textOrNull(field.after));
        insert.add(")");
        separator = ", (";
    }
    insert.run();
}

Result<void> storeRegisterWrites(Session& session, std::span<const RegisterWrite> writes)
{
    try {
        return retrying(session, [&]() -> Result<void> {
            UnitOfWork work(session);
            for (const RegisterWrite& write : writes) {
                if (write.isNew)
                    insertEntry(session, write.entry);
                else if (!updateEntry(session, write.entry))
                    return fail(ErrorCode::StaleRevision, "register.changed", write.entry.entryNo);
                storeRegisterEvent(session, write.entry.id, write.event);
                note(session.audit(), write);
            }
            work.commit();
            return {};
        });
    } catch (const DuplicateKey&) {
        return fail(ErrorCode::Conflict, "register.number_taken");
    }
}

std::vector<RegisterEvent> readRegisterEvents(
    Session& session, RegisterEntryId entry, std::int64_t before, int limit)
{
    std::vector<RegisterEvent> events;
    {
        Query query(session);
        query.add("SELECT id, kind, step, state, at, actor, reason, revision FROM register_event WHERE "
                  "entry_id = ",
            entry.value);
        // Ids come from the clocks of many servers; only the revisions are in the order of the commits.
        if (before > 0)
            query.add(" AND (revision, id) < (SELECT revision, id FROM register_event WHERE id = ", before)
                .add(")");
        query.add(" ORDER BY revision DESC, id DESC LIMIT ", std::int64_t {limit});
        while (query.next(8))
            events.push_back({query.integer(0), storedToken(kRegisterEventKinds, query.text(1)),
                query.text(2), query.text(3), fromInstantColumn(query.integer(4)), query.text(5),
                query.text(6), query.integer(7), {}});
    }
    for (RegisterEvent& event : events) {
        Query query(session);
        query.add(
            "SELECT field, before_value, after_value FROM register_event_field WHERE event_id = ", event.id);
        query.add(" ORDER BY field");
        while (query.next(3))
            event.fields.push_back({query.text(0), query.text(1), query.text(2), {}, {}});
    }
    return events;
}

} // namespace guanwu
