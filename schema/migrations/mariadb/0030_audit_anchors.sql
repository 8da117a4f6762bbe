-- 0030_audit_anchors.sql: the anchors that the server signed (docs/audit.md). Rows are added and never changed. It is from here
-- that reports and handhelds take the newest one out of the house; what is left here proves nothing. Reversible: yes, by
-- dropping the table. entries: in the block and all before it. signed_at: UTC milliseconds.
CREATE TABLE IF NOT EXISTS audit_anchor (
    block_no BIGINT NOT NULL PRIMARY KEY,
    digest VARCHAR(64) NOT NULL,
    entries BIGINT NOT NULL,
    signed_at BIGINT NOT NULL,
    public_key VARCHAR(64) NOT NULL,
    signature VARCHAR(128) NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
