-- 0023_kept_reports.sql: the archive of reports: what was made, of whom, by whom, and its bytes by the digest of their
-- content. Rows are added and never changed. Reversible: yes, by dropping the tables, but the archive is lost.
-- reach: whose records it may hold, as those of a scope: everything, unit_and_subordinates, unit, department; unit_id and
-- department_id: 0 = none. parameters: what it was asked with, JSON. restricted_register: of which register it shows
-- what only its case readers may see, NULL = of none.
CREATE TABLE IF NOT EXISTS kept_report (
    id BIGINT NOT NULL PRIMARY KEY,
    report VARCHAR(64) NOT NULL,
    title VARCHAR(255) NOT NULL,
    format VARCHAR(8) NOT NULL,
    reach VARCHAR(32) NOT NULL,
    unit_id BIGINT NOT NULL,
    department_id BIGINT NOT NULL,
    as_of DATE NOT NULL,
    parameters TEXT NOT NULL,
    row_count BIGINT NOT NULL,
    checks_hold BIGINT NOT NULL,
    sha256 VARCHAR(64) NOT NULL,
    sm3 VARCHAR(64) NOT NULL,
    byte_count BIGINT NOT NULL,
    restricted_register VARCHAR(64) NULL,
    made_by VARCHAR(64) NOT NULL,
    made_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX IF NOT EXISTS kept_report_unit ON kept_report (unit_id, id);
CREATE INDEX IF NOT EXISTS kept_report_name ON kept_report (report, id);

CREATE TABLE IF NOT EXISTS kept_report_content (
    sha256 VARCHAR(64) NOT NULL PRIMARY KEY,
    byte_count BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS kept_report_piece (
    hash VARCHAR(64) NOT NULL,
    piece_no BIGINT NOT NULL,
    content MEDIUMTEXT NOT NULL,
    PRIMARY KEY (hash, piece_no)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
