-- 0020_audit_blocks.sql: what seals the audit trail. Rows are added and never changed or deleted. Reversible: no.
-- audit_block: root over its entries, digest over all of its other columns, previous that of the block before (hex, by
-- algorithm). through_id: what is older had been looked at. audit_seal: which entries, in which order, with their leaves.
CREATE TABLE IF NOT EXISTS audit_block (
    block_no INTEGER NOT NULL PRIMARY KEY,
    algorithm TEXT NOT NULL,
    entry_count INTEGER NOT NULL,
    through_id INTEGER NOT NULL,
    root TEXT NOT NULL,
    previous TEXT NOT NULL,
    sealed_at INTEGER NOT NULL,
    digest TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS audit_seal (
    block_no INTEGER NOT NULL,
    position INTEGER NOT NULL,
    entry_id INTEGER NOT NULL,
    leaf TEXT NOT NULL,
    PRIMARY KEY (block_no, position)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS audit_seal_entry ON audit_seal (entry_id);
