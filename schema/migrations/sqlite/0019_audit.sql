-- 0019_audit.sql: the audit trail. Rows are added and never changed or deleted. Reversible: no.
-- id: made by the program in the order of time. *_digest: SHA-256, hex. rule: what refused it, NULL when it was done.
-- writer, seq: who writes entries numbers his own without a gap.
CREATE TABLE IF NOT EXISTS audit_entry (
    id INTEGER NOT NULL PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    actor TEXT NOT NULL,
    source TEXT NOT NULL,
    request_id TEXT NOT NULL,
    action TEXT NOT NULL,
    object TEXT NOT NULL,
    object_count INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    rule TEXT NULL,
    before_digest TEXT NULL,
    after_digest TEXT NULL,
    writer INTEGER NOT NULL,
    seq INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS audit_entry_actor ON audit_entry (actor, id);
