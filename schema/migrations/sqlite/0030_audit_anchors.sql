-- 0030_audit_anchors.sql: the anchors that the server signed (docs/audit.md). Rows are added and never changed. It is from here
-- that reports and handhelds take the newest one out of the house; what is left here proves nothing. Reversible: yes, by
-- dropping the table. entries: in the block and all before it. signed_at: UTC milliseconds.
CREATE TABLE IF NOT EXISTS audit_anchor (
    block_no INTEGER NOT NULL PRIMARY KEY,
    digest TEXT NOT NULL,
    entries INTEGER NOT NULL,
    signed_at INTEGER NOT NULL,
    public_key TEXT NOT NULL,
    signature TEXT NOT NULL
) STRICT;
