-- 0011_documents.sql: requests with their lines, steps, papers and what became of them; things that left the books;
-- route tables. Reversible: no.
CREATE TABLE IF NOT EXISTS document (
    id BIGINT NOT NULL PRIMARY KEY,
    document_no VARCHAR(32) NOT NULL UNIQUE,
    kind VARCHAR(24) NOT NULL,
    method VARCHAR(24) NOT NULL,
    unit_id BIGINT NOT NULL,
    department_id BIGINT NOT NULL DEFAULT 0,
    supervising_id BIGINT NOT NULL DEFAULT 0,
    counterpart_id BIGINT NOT NULL DEFAULT 0,
    applicant VARCHAR(64) NOT NULL,
    applicant_name VARCHAR(100) NOT NULL,
    filer VARCHAR(64) NULL,
    reason VARCHAR(1000) NULL,
    state VARCHAR(24) NOT NULL,
    open_step BIGINT NOT NULL DEFAULT 0,
    open_step_kind VARCHAR(32) NULL,
    due_on DATE NULL,
    original_fen BIGINT NOT NULL DEFAULT 0,
    rule_row VARCHAR(32) NULL,
    rule_version VARCHAR(64) NULL,
    rule_source VARCHAR(500) NULL,
    rule_example BIGINT NOT NULL DEFAULT 0,
    approval_no VARCHAR(100) NULL,
    approved_on DATE NULL,
    created_at BIGINT NOT NULL,
    filed_at BIGINT NULL,
    revision BIGINT NOT NULL DEFAULT 1,
    KEY document_unit (unit_id, id),
    KEY document_counterpart (counterpart_id, id),
    KEY document_due (due_on, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The last number given, by the letters and the year it begins with.
CREATE TABLE IF NOT EXISTS document_number (
    prefix VARCHAR(16) NOT NULL PRIMARY KEY,
    last_serial BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- open_asset_id: the asset while its document is open, then NULL; unique, so that no second document takes it.
-- before_state: what the asset goes back to when the document comes to nothing.
CREATE TABLE IF NOT EXISTS document_line (
    document_id BIGINT NOT NULL,
    line_no BIGINT NOT NULL,
    asset_id BIGINT NULL,
    open_asset_id BIGINT NULL UNIQUE,
    asset_no VARCHAR(64) NULL,
    name VARCHAR(200) NOT NULL,
    class_code VARCHAR(16) NULL,
    model VARCHAR(200) NULL,
    unit_of_measure VARCHAR(20) NULL,
    quantity BIGINT NOT NULL,
    original_fen BIGINT NOT NULL,
    accumulated_fen BIGINT NOT NULL,
    acquired_on DATE NULL,
    life_months BIGINT NOT NULL,
    min_use_years BIGINT NULL,
    before_state VARCHAR(24) NOT NULL,
    PRIMARY KEY (document_id, line_no),
    KEY document_line_asset (asset_id, document_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What is said beyond the lines, by the names of document_facts.csv. line_no 0 = of the whole document.
CREATE TABLE IF NOT EXISTS document_fact (
    document_id BIGINT NOT NULL,
    line_no BIGINT NOT NULL,
    name VARCHAR(32) NOT NULL,
    value VARCHAR(1000) NOT NULL,
    PRIMARY KEY (document_id, line_no, name)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS document_step (
    document_id BIGINT NOT NULL,
    step_no BIGINT NOT NULL,
    kind VARCHAR(32) NOT NULL,
    co_signers BIGINT NOT NULL,
    due_on DATE NULL,
    signer VARCHAR(64) NULL,
    signer_name VARCHAR(100) NULL,
    signed_at BIGINT NULL,
    opinion VARCHAR(1000) NULL,
    paper_no VARCHAR(100) NULL,
    meeting VARCHAR(200) NULL,
    minutes_no VARCHAR(100) NULL,
    PRIMARY KEY (document_id, step_no)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- signed_at NULL = asked for and not given yet.
CREATE TABLE IF NOT EXISTS document_counter_signature (
    document_id BIGINT NOT NULL,
    step_no BIGINT NOT NULL,
    login VARCHAR(64) NOT NULL,
    name VARCHAR(100) NULL,
    signed_at BIGINT NULL,
    opinion VARCHAR(1000) NULL,
    PRIMARY KEY (document_id, step_no, login)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS document_paper (
    document_id BIGINT NOT NULL,
    paper VARCHAR(64) NOT NULL,
    hash VARCHAR(64) NOT NULL,
    title VARCHAR(200) NULL,
    added_by VARCHAR(64) NOT NULL,
    added_at BIGINT NOT NULL,
    PRIMARY KEY (document_id, paper, hash),
    KEY document_paper_hash (hash, document_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What whoever decides has to see, and who counted what the document rests on.
CREATE TABLE IF NOT EXISTS document_warning (
    document_id BIGINT NOT NULL,
    warning_no BIGINT NOT NULL,
    text VARCHAR(1000) NOT NULL,
    PRIMARY KEY (document_id, warning_no)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS document_counter (
    document_id BIGINT NOT NULL,
    login VARCHAR(64) NOT NULL,
    PRIMARY KEY (document_id, login)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Rows are added and never changed.
CREATE TABLE IF NOT EXISTS document_log (
    document_id BIGINT NOT NULL,
    entry_no BIGINT NOT NULL,
    action VARCHAR(24) NOT NULL,
    actor VARCHAR(64) NOT NULL,
    actor_name VARCHAR(100) NULL,
    at BIGINT NOT NULL,
    step_kind VARCHAR(32) NULL,
    state VARCHAR(24) NOT NULL,
    text VARCHAR(1000) NULL,
    PRIMARY KEY (document_id, entry_no)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Cards that a document made.
CREATE TABLE IF NOT EXISTS document_card (
    document_id BIGINT NOT NULL,
    asset_id BIGINT NOT NULL,
    line_no BIGINT NOT NULL,
    PRIMARY KEY (document_id, asset_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Things that left the books of a unit: to_unit_id NULL = the registry as well. The month of left_on takes no
-- depreciation.
CREATE TABLE IF NOT EXISTS asset_exit (
    asset_id BIGINT NOT NULL,
    document_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL,
    to_unit_id BIGINT NULL,
    left_on DATE NOT NULL,
    way VARCHAR(24) NOT NULL,
    original_fen BIGINT NOT NULL,
    accumulated_fen BIGINT NOT NULL,
    voucher_no VARCHAR(100) NULL,
    PRIMARY KEY (asset_id, document_id),
    KEY asset_exit_unit (unit_id, left_on)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Route tables of the administrator's own, as they were imported; the rows stand in the text, and never change.
CREATE TABLE IF NOT EXISTS route_table (
    version VARCHAR(64) NOT NULL PRIMARY KEY,
    effective_from DATE NOT NULL,
    imported_by VARCHAR(64) NOT NULL,
    imported_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS route_row (
    version VARCHAR(64) NOT NULL,
    row_no BIGINT NOT NULL,
    route_row VARCHAR(32) NOT NULL,
    kind VARCHAR(24) NOT NULL,
    methods VARCHAR(500) NOT NULL,
    class_prefix VARCHAR(16) NULL,
    unit_types VARCHAR(200) NOT NULL,
    single_from VARCHAR(32) NOT NULL,
    single_below VARCHAR(32) NULL,
    batch_from VARCHAR(32) NOT NULL,
    batch_below VARCHAR(32) NULL,
    steps VARCHAR(500) NOT NULL,
    source VARCHAR(500) NULL,
    PRIMARY KEY (version, row_no)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
