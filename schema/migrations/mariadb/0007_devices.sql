-- 0007_devices.sql: handhelds and the offers to let one in. Reversible: no.
-- A key is never let in twice, so a handheld that was thrown out cannot come back. Only the digest of a code is stored.
-- Times in UTC milliseconds.
CREATE TABLE IF NOT EXISTS device (
    id BIGINT NOT NULL PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    public_key VARCHAR(200) NOT NULL UNIQUE,
    offered_by VARCHAR(32) NOT NULL,
    enrolled_at BIGINT NOT NULL,
    revoked_at BIGINT NULL,
    revision BIGINT NOT NULL DEFAULT 1
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS device_offer (
    code_digest VARCHAR(64) NOT NULL PRIMARY KEY,
    offered_by VARCHAR(32) NOT NULL,
    expires_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
