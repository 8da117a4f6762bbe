-- 0007_devices.sql: handhelds and the offers to let one in. Reversible: no.
-- A key is never let in twice, so a handheld that was thrown out cannot come back. Only the digest of a code is stored.
-- Times in UTC milliseconds.
CREATE TABLE IF NOT EXISTS device (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    public_key TEXT NOT NULL UNIQUE,
    offered_by TEXT NOT NULL,
    enrolled_at INTEGER NOT NULL,
    revoked_at INTEGER NULL,
    revision INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE IF NOT EXISTS device_offer (
    code_digest TEXT NOT NULL PRIMARY KEY,
    offered_by TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
