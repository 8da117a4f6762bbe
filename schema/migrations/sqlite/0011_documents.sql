-- 0011_documents.sql: requests with their lines, steps, papers and what became of them; things that left the books;
-- route tables. Reversible: no.
CREATE TABLE IF NOT EXISTS document (
    id INTEGER NOT NULL PRIMARY KEY,
    document_no TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    method TEXT NOT NULL,
    unit_id INTEGER NOT NULL,
    department_id INTEGER NOT NULL DEFAULT 0,
    supervising_id INTEGER NOT NULL DEFAULT 0,
    counterpart_id INTEGER NOT NULL DEFAULT 0,
    applicant TEXT NOT NULL,
    applicant_name TEXT NOT NULL,
    filer TEXT NULL,
    reason TEXT NULL,
    state TEXT NOT NULL,
    open_step INTEGER NOT NULL DEFAULT 0,
    open_step_kind TEXT NULL,
    due_on TEXT NULL,
    original_fen INTEGER NOT NULL DEFAULT 0,
    rule_row TEXT NULL,
    rule_version TEXT NULL,
    rule_source TEXT NULL,
    rule_example INTEGER NOT NULL DEFAULT 0,
    approval_no TEXT NULL,
    approved_on TEXT NULL,
    created_at INTEGER NOT NULL,
    filed_at INTEGER NULL,
    revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX IF NOT EXISTS document_unit ON document (unit_id, id);
CREATE INDEX IF NOT EXISTS document_counterpart ON document (counterpart_id, id);
CREATE INDEX IF NOT EXISTS document_due ON document (due_on, id);

-- The last number given, by the letters and the year it begins with.
CREATE TABLE IF NOT EXISTS document_number (
    prefix TEXT NOT NULL PRIMARY KEY,
    last_serial INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- open_asset_id: the asset while its document is open, then NULL; unique, so that no second document takes it.
-- before_state: what the asset goes back to when the document comes to nothing.
CREATE TABLE IF NOT EXISTS document_line (
    document_id INTEGER NOT NULL,
    line_no INTEGER NOT NULL,
    asset_id INTEGER NULL,
    open_asset_id INTEGER NULL UNIQUE,
    asset_no TEXT NULL,
    name TEXT NOT NULL,
    class_code TEXT NULL,
    model TEXT NULL,
    unit_of_measure TEXT NULL,
    quantity INTEGER NOT NULL,
    original_fen INTEGER NOT NULL,
    accumulated_fen INTEGER NOT NULL,
    acquired_on TEXT NULL,
    life_months INTEGER NOT NULL,
    min_use_years INTEGER NULL,
    before_state TEXT NOT NULL,
    PRIMARY KEY (document_id, line_no)
) STRICT;
CREATE INDEX IF NOT EXISTS document_line_asset ON document_line (asset_id, document_id);

-- What is said beyond the lines, by the names of document_facts.csv. line_no 0 = of the whole document.
CREATE TABLE IF NOT EXISTS document_fact (
    document_id INTEGER NOT NULL,
    line_no INTEGER NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (document_id, line_no, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS document_step (
    document_id INTEGER NOT NULL,
    step_no INTEGER NOT NULL,
    kind TEXT NOT NULL,
    co_signers INTEGER NOT NULL,
    due_on TEXT NULL,
    signer TEXT NULL,
    signer_name TEXT NULL,
    signed_at INTEGER NULL,
    opinion TEXT NULL,
    paper_no TEXT NULL,
    meeting TEXT NULL,
    minutes_no TEXT NULL,
    PRIMARY KEY (document_id, step_no)
) STRICT, WITHOUT ROWID;

-- signed_at NULL = asked for and not given yet.
CREATE TABLE IF NOT EXISTS document_counter_signature (
    document_id INTEGER NOT NULL,
    step_no INTEGER NOT NULL,
    login TEXT NOT NULL,
    name TEXT NULL,
    signed_at INTEGER NULL,
    opinion TEXT NULL,
    PRIMARY KEY (document_id, step_no, login)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS document_paper (
    document_id INTEGER NOT NULL,
    paper TEXT NOT NULL,
    hash TEXT NOT NULL,
    title TEXT NULL,
    added_by TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (document_id, paper, hash)
) STRICT;
CREATE INDEX IF NOT EXISTS document_paper_hash ON document_paper (hash, document_id);

-- What whoever decides has to see, and who counted what the document rests on.
CREATE TABLE IF NOT EXISTS document_warning (
    document_id INTEGER NOT NULL,
    warning_no INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (document_id, warning_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS document_counter (
    document_id INTEGER NOT NULL,
    login TEXT NOT NULL,
    PRIMARY KEY (document_id, login)
) STRICT, WITHOUT ROWID;

-- Rows are added and never changed.
CREATE TABLE IF NOT EXISTS document_log (
    document_id INTEGER NOT NULL,
    entry_no INTEGER NOT NULL,
    action TEXT NOT NULL,
    actor TEXT NOT NULL,
    actor_name TEXT NULL,
    at INTEGER NOT NULL,
    step_kind TEXT NULL,
    state TEXT NOT NULL,
    text TEXT NULL,
    PRIMARY KEY (document_id, entry_no)
) STRICT, WITHOUT ROWID;

-- Cards that a document made.
CREATE TABLE IF NOT EXISTS document_card (
    document_id INTEGER NOT NULL,
    asset_id INTEGER NOT NULL,
    line_no INTEGER NOT NULL,
    PRIMARY KEY (document_id, asset_id)
) STRICT, WITHOUT ROWID;

-- Things that left the books of a unit: to_unit_id NULL = the registry as well. The month of left_on takes no
-- depreciation.
CREATE TABLE IF NOT EXISTS asset_exit (
    asset_id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    unit_id INTEGER NOT NULL,
    to_unit_id INTEGER NULL,
    left_on TEXT NOT NULL,
    way TEXT NOT NULL,
    original_fen INTEGER NOT NULL,
    accumulated_fen INTEGER NOT NULL,
    voucher_no TEXT NULL,
    PRIMARY KEY (asset_id, document_id)
) STRICT;
CREATE INDEX IF NOT EXISTS asset_exit_unit ON asset_exit (unit_id, left_on);

-- Route tables of the administrator's own, as they were imported; the rows stand in the text, and never change.
CREATE TABLE IF NOT EXISTS route_table (
    version TEXT NOT NULL PRIMARY KEY,
    effective_from TEXT NOT NULL,
    imported_by TEXT NOT NULL,
    imported_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS route_row (
    version TEXT NOT NULL,
    row_no INTEGER NOT NULL,
    route_row TEXT NOT NULL,
    kind TEXT NOT NULL,
    methods TEXT NOT NULL,
    class_prefix TEXT NULL,
    unit_types TEXT NOT NULL,
    single_from TEXT NOT NULL,
    single_below TEXT NULL,
    batch_from TEXT NOT NULL,
    batch_below TEXT NULL,
    steps TEXT NOT NULL,
    source TEXT NULL,
    PRIMARY KEY (version, row_no)
) STRICT, WITHOUT ROWID;
