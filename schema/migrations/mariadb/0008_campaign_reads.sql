-- 0008_campaign_reads.sql: what the wall of a campaign shows of events on their way in. Reversible: yes, by dropping the
-- tables; nothing is made from them.
-- The last hour of a sheet as a ring of minutes, which never grows. minute_no: UTC minutes since 1970; slot: its
-- remainder by 60.
CREATE TABLE IF NOT EXISTS sheet_arrival (
    sheet_id BIGINT NOT NULL,
    slot BIGINT NOT NULL,
    minute_no BIGINT NOT NULL,
    events BIGINT NOT NULL,
    PRIMARY KEY (sheet_id, slot)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Who is told of a quarantined event: the sheet it names, and the sheet whose event has its identity.
CREATE TABLE IF NOT EXISTS quarantine_notice (
    sheet_id BIGINT NOT NULL,
    event_id VARCHAR(36) NOT NULL,
    digest VARCHAR(32) NOT NULL,
    PRIMARY KEY (sheet_id, event_id, digest)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
