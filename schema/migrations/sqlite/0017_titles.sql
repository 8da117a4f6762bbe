-- 0017_titles.sql: what hangs on property certificates, papers of buildings, and how repairs went on.
-- Reversible: yes, by dropping what it makes.
CREATE TABLE IF NOT EXISTS title_link (
    certificate_id INTEGER NOT NULL,
    former_no TEXT NOT NULL,
    former_id INTEGER NULL,
    former_holder TEXT NULL,
    reg_kind TEXT NOT NULL,
    linked_on TEXT NOT NULL,
    PRIMARY KEY (certificate_id, former_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS title_link_former ON title_link (former_no, certificate_id);

CREATE TABLE IF NOT EXISTS title_encumbrance (
    id INTEGER NOT NULL PRIMARY KEY,
    certificate_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    paper_no TEXT NOT NULL,
    party TEXT NULL,
    from_on TEXT NOT NULL,
    released_on TEXT NULL,
    release_no TEXT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS title_encumbrance_of ON title_encumbrance (certificate_id, id);

CREATE TABLE IF NOT EXISTS title_missing_paper (
    id INTEGER NOT NULL PRIMARY KEY,
    certificate_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    owed_by TEXT NULL,
    due_on TEXT NULL,
    supplied_on TEXT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS title_missing_paper_of ON title_missing_paper (certificate_id, id);

-- Added to and never changed: who has the paper is its last row.
CREATE TABLE IF NOT EXISTS title_custody (
    id INTEGER NOT NULL PRIMARY KEY,
    certificate_id INTEGER NOT NULL,
    step TEXT NOT NULL,
    person TEXT NOT NULL,
    place TEXT NULL,
    on_day TEXT NOT NULL,
    due_on TEXT NULL,
    reason TEXT NULL,
    actor TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS title_custody_of ON title_custody (certificate_id, id);

CREATE TABLE IF NOT EXISTS building_title (
    place_id INTEGER NOT NULL PRIMARY KEY,
    situation TEXT NULL,
    filing_no TEXT NULL,
    filed_on TEXT NULL,
    filed_m2_x100 INTEGER NULL,
    remark TEXT NULL,
    revision INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS repair_work (
    repair_id INTEGER NOT NULL PRIMARY KEY,
    document_id INTEGER NULL UNIQUE,
    parts TEXT NULL,
    inspected_on TEXT NULL,
    finding TEXT NULL,
    plan_year INTEGER NULL,
    plan_rank INTEGER NULL,
    started_on TEXT NULL,
    finished_on TEXT NULL,
    accepted_on TEXT NULL,
    contractor TEXT NULL,
    settled_fen INTEGER NULL,
    capitalised TEXT NULL
) STRICT;
