-- 0023_kept_reports.sql: the archive of reports: what was made, of whom, by whom, and its bytes by the digest of their
-- content. Rows are added and never changed. Reversible: yes, by dropping the tables, but the archive is lost.
-- reach: whose records it may hold, as those of a scope: everything, unit_and_subordinates, unit, department; unit_id and
-- department_id: 0 = none. parameters: what it was asked with, JSON. restricted_register: of which register it shows
-- what only its case readers may see, NULL = of none.
CREATE TABLE IF NOT EXISTS kept_report (
    id INTEGER NOT NULL PRIMARY KEY,
    report TEXT NOT NULL,
    title TEXT NOT NULL,
    format TEXT NOT NULL,
    reach TEXT NOT NULL,
    unit_id INTEGER NOT NULL,
    department_id INTEGER NOT NULL,
    as_of TEXT NOT NULL,
    parameters TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    checks_hold INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    sm3 TEXT NOT NULL,
    byte_count INTEGER NOT NULL,
    restricted_register TEXT NULL,
    made_by TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS kept_report_unit ON kept_report (unit_id, id);
CREATE INDEX IF NOT EXISTS kept_report_name ON kept_report (report, id);

CREATE TABLE IF NOT EXISTS kept_report_content (
    sha256 TEXT NOT NULL PRIMARY KEY,
    byte_count INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS kept_report_piece (
    hash TEXT NOT NULL,
    piece_no INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (hash, piece_no)
) STRICT;
