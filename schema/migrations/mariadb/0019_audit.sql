-- 0019_audit.sql: the audit trail. Rows are added and never changed or deleted. Reversible: no.
-- id: made by the program in the order of time. *_digest: SHA-256, hex. rule: what refused it, NULL when it was done.
-- writer, seq: who writes entries numbers his own without a gap.
CREATE TABLE IF NOT EXISTS audit_entry (
    id BIGINT NOT NULL PRIMARY KEY,
    at_ms BIGINT NOT NULL,
    actor VARCHAR(64) NOT NULL,
    source VARCHAR(64) NOT NULL,
    request_id VARCHAR(32) NOT NULL,
    action VARCHAR(32) NOT NULL,
    object VARCHAR(255) NOT NULL,
    object_count BIGINT NOT NULL,
    outcome VARCHAR(16) NOT NULL,
    rule VARCHAR(64) NULL,
    before_digest VARCHAR(64) NULL,
    after_digest VARCHAR(64) NULL,
    writer BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    KEY audit_entry_actor (actor, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
