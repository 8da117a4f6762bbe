#include "core/audit/audit_entry.h"

namespace guanwu {

namespace {

    void add(std::string& out, std::string_view field)
    {
        out += std::to_string(field.size());
        out += ':';
        out += field;
    }

} // namespace

std::string auditBytes(const AuditEntry& entry)
{
    std::string out;
    add(out, std::to_string(entry.id));
    add(out, std::to_string(entry.at.time_since_epoch().count()));
    for (const std::string* field : {&entry.actor, &entry.source, &entry.requestId})
        add(out, *field);
    add(out, tokenRow(kAuditActions, entry.action).token);
    add(out, entry.object);
    add(out, std::to_string(entry.objects));
    add(out, tokenRow(kAuditOutcomes, entry.outcome).token);
    for (const std::string* field : {&entry.rule, &entry.before, &entry.after})
        add(out, *field);
    add(out, std::to_string(entry.writer));
    add(out, std::to_string(entry.seq));
    return out;
}

} // namespace guanwu
