-- 0020_audit_blocks.sql: what seals the audit trail. Rows are added and never changed or deleted. Reversible: no.
-- audit_block: root over its entries, digest over all of its other columns, previous that of the block before (hex, by
-- algorithm). through_id: what is older had been looked at. audit_seal: which entries, in which order, with their leaves.
CREATE TABLE IF NOT EXISTS audit_block (
    block_no BIGINT NOT NULL PRIMARY KEY,
    algorithm VARCHAR(16) NOT NULL,
    entry_count BIGINT NOT NULL,
    through_id BIGINT NOT NULL,
    root VARCHAR(64) NOT NULL,
    previous VARCHAR(64) NOT NULL,
    sealed_at BIGINT NOT NULL,
    digest VARCHAR(64) NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE TABLE IF NOT EXISTS audit_seal (
    block_no BIGINT NOT NULL,
    position BIGINT NOT NULL,
    entry_id BIGINT NOT NULL,
    leaf VARCHAR(64) NOT NULL,
    PRIMARY KEY (block_no, position),
    UNIQUE KEY audit_seal_entry (entry_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
