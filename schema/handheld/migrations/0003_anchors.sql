-- 0003_anchors.sql: what the server had sealed of its audit trail, the first of each day that this handheld synced: kept here,
-- the administrator of the database cannot reach it. SQLite only. Reversible: yes, by dropping the table. day: of the city.
CREATE TABLE IF NOT EXISTS audit_anchor (
    day TEXT NOT NULL PRIMARY KEY,
    line TEXT NOT NULL
) STRICT, WITHOUT ROWID;
