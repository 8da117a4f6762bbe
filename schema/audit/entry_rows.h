#pragma once

#include "core/audit/audit_entry.h"
#include "schema/connection/column_types.h"
#include "schema/connection/stored_token.h"

namespace guanwu {

#define GUANWU_AUDIT_COLUMNS                                                                                 \
    "id, at_ms, actor, source, request_id, action, object, object_count, outcome, rule, before_digest, "     \
    "after_digest, writer, seq"
inline constexpr int kAuditColumns = 14;

/// From a row that holds the columns above, the first of them in column `first`. What a token stands for is
/// not looked up: who reads to verify must also read what somebody put there.
template <class Row, class Column> AuditEntry readAuditEntry(const Row& row, Column first, bool& isKnown)
{
    const auto text = [&](Column column) { return std::string(row.text(first + column)); };
    const auto token = [&](const auto& table, Column column, auto& value) {
        const auto found = parseToken(table, text(column), "audit.action");
        isKnown = isKnown && found && tokenRow(table, *found).token == text(column);
        if (found)
            value = *found;
    };
    AuditEntry entry;
    isKnown = true;
    entry.id = row.integer(first);
    entry.at = fromInstantColumn(row.integer(first + 1));
    entry.actor = text(2);
    entry.source = text(3);
    entry.requestId = text(4);
    token(kAuditActions, 5, entry.action);
    entry.object = text(6);
    entry.objects = row.integer(first + 7);
    token(kAuditOutcomes, 8, entry.outcome);
    entry.rule = text(9);
    entry.before = text(10);
    entry.after = text(11);
    entry.writer = row.integer(first + 12);
    entry.seq = row.integer(first + 13);
    return entry;
}

} // namespace guanwu
