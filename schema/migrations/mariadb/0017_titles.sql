-- 0017_titles.sql: what hangs on property certificates, papers of buildings, and how repairs went on.
-- Reversible: yes, by dropping what it makes.
CREATE TABLE IF NOT EXISTS title_link (
    certificate_id BIGINT NOT NULL,
    former_no VARCHAR(200) NOT NULL,
    former_id BIGINT NULL,
    former_holder VARCHAR(200) NULL,
    reg_kind VARCHAR(24) NOT NULL,
    linked_on DATE NOT NULL,
    PRIMARY KEY (certificate_id, former_no),
    INDEX title_link_former (former_no, certificate_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS title_encumbrance (
    id BIGINT NOT NULL PRIMARY KEY,
    certificate_id BIGINT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    paper_no VARCHAR(100) NOT NULL,
    party VARCHAR(200) NULL,
    from_on DATE NOT NULL,
    released_on DATE NULL,
    release_no VARCHAR(100) NULL,
    INDEX title_encumbrance_of (certificate_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS title_missing_paper (
    id BIGINT NOT NULL PRIMARY KEY,
    certificate_id BIGINT NOT NULL,
    name VARCHAR(200) NOT NULL,
    owed_by VARCHAR(200) NULL,
    due_on DATE NULL,
    supplied_on DATE NULL,
    INDEX title_missing_paper_of (certificate_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Added to and never changed: who has the paper is its last row.
CREATE TABLE IF NOT EXISTS title_custody (
    id BIGINT NOT NULL PRIMARY KEY,
    certificate_id BIGINT NOT NULL,
    step VARCHAR(16) NOT NULL,
    person VARCHAR(100) NOT NULL,
    place VARCHAR(200) NULL,
    on_day DATE NOT NULL,
    due_on DATE NULL,
    reason VARCHAR(500) NULL,
    actor VARCHAR(64) NOT NULL,
    at BIGINT NOT NULL,
    INDEX title_custody_of (certificate_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS building_title (
    place_id BIGINT NOT NULL PRIMARY KEY,
    situation VARCHAR(16) NULL,
    filing_no VARCHAR(100) NULL,
    filed_on DATE NULL,
    filed_m2_x100 BIGINT NULL,
    remark VARCHAR(500) NULL,
    revision BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS repair_work (
    repair_id BIGINT NOT NULL PRIMARY KEY,
    document_id BIGINT NULL UNIQUE,
    parts VARCHAR(500) NULL,
    inspected_on DATE NULL,
    finding VARCHAR(500) NULL,
    plan_year BIGINT NULL,
    plan_rank BIGINT NULL,
    started_on DATE NULL,
    finished_on DATE NULL,
    accepted_on DATE NULL,
    contractor VARCHAR(200) NULL,
    settled_fen BIGINT NULL,
    capitalised VARCHAR(8) NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
