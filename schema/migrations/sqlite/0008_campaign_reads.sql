-- 0008_campaign_reads.sql: what the wall of a campaign shows of events on their way in. Reversible: yes, by dropping the
-- tables; nothing is made from them.
-- The last hour of a sheet as a ring of minutes, which never grows. minute_no: UTC minutes since 1970; slot: its
-- remainder by 60.
CREATE TABLE IF NOT EXISTS sheet_arrival (
    sheet_id INTEGER NOT NULL,
    slot INTEGER NOT NULL,
    minute_no INTEGER NOT NULL,
    events INTEGER NOT NULL,
    PRIMARY KEY (sheet_id, slot)
) STRICT, WITHOUT ROWID;

-- Who is told of a quarantined event: the sheet it names, and the sheet whose event has its identity.
CREATE TABLE IF NOT EXISTS quarantine_notice (
    sheet_id INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (sheet_id, event_id, digest)
) STRICT, WITHOUT ROWID;
