-- 0002_inventory.sql: inventory tasks, count sheets with their frozen books, scan events and what is folded from them.
-- Reversible: no. scan_event is append-only. sheet_result, sheet_counter, surplus_line and finding can be thrown away
-- and made again from sheet_line, scan_event and the decisions.
CREATE TABLE IF NOT EXISTS inventory_task (
    id INTEGER NOT NULL PRIMARY KEY,
    task_no TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    base_date TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE IF NOT EXISTS count_sheet (
    id INTEGER NOT NULL PRIMARY KEY,
    task_id INTEGER NOT NULL,
    unit_id INTEGER NOT NULL,
    state TEXT NOT NULL,
    freeze_cursor INTEGER NOT NULL DEFAULT 0,
    stale INTEGER NOT NULL DEFAULT 0,
    state_reason TEXT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    UNIQUE (task_id, unit_id)
) STRICT;

CREATE TABLE IF NOT EXISTS sheet_line (
    sheet_id INTEGER NOT NULL,
    asset_id INTEGER NOT NULL,
    asset_no TEXT NOT NULL,
    legacy_no TEXT NULL,
    name TEXT NOT NULL,
    class_code TEXT NOT NULL,
    model TEXT NULL,
    unit_of_measure TEXT NULL,
    quantity INTEGER NOT NULL,
    original_fen INTEGER NOT NULL,
    depreciation_base_fen INTEGER NOT NULL,
    depreciation_from INTEGER NOT NULL,
    depreciation_months INTEGER NOT NULL,
    depreciation_opening_fen INTEGER NOT NULL,
    acquired_on TEXT NOT NULL,
    department_id INTEGER NULL,
    user_id INTEGER NULL,
    place_id INTEGER NULL,
    use_state TEXT NOT NULL,
    PRIMARY KEY (sheet_id, asset_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS scan_install (
    id INTEGER NOT NULL PRIMARY KEY,
    install_id TEXT NOT NULL UNIQUE
) STRICT;

-- Clustered by sheet: the fold reads one sheet in one sweep. at_ms: UTC milliseconds.
CREATE TABLE IF NOT EXISTS scan_event (
    sheet_id INTEGER NOT NULL,
    install_no INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    kind TEXT NOT NULL,
    code TEXT NULL,
    place TEXT NULL,
    user_code TEXT NULL,
    seen_condition TEXT NULL,
    entry TEXT NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NULL,
    name TEXT NULL,
    class_code TEXT NULL,
    quantity INTEGER NOT NULL,
    photos TEXT NULL,
    corrects TEXT NULL,
    digest TEXT NOT NULL,
    late INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (sheet_id, install_no, seq),
    UNIQUE (event_id),
    UNIQUE (install_no, seq)
) STRICT, WITHOUT ROWID;

-- The same identity with other content: both are kept and someone is told (security S2).
CREATE TABLE IF NOT EXISTS quarantined_event (
    event_id TEXT NOT NULL,
    digest TEXT NOT NULL,
    task_id INTEGER NOT NULL,
    install_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    body TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (event_id, digest)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS sheet_result (
    sheet_id INTEGER NOT NULL,
    asset_id INTEGER NOT NULL,
    result TEXT NOT NULL,
    seen_place TEXT NULL,
    seen_user TEXT NULL,
    seen_condition TEXT NULL,
    PRIMARY KEY (sheet_id, asset_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS sheet_counter (
    sheet_id INTEGER NOT NULL,
    result TEXT NOT NULL,
    line_count INTEGER NOT NULL,
    book_quantity INTEGER NOT NULL,
    counted_quantity INTEGER NOT NULL,
    original_fen INTEGER NOT NULL,
    idle_count INTEGER NOT NULL,
    idle_original_fen INTEGER NOT NULL,
    PRIMARY KEY (sheet_id, result)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS surplus_line (
    sheet_id INTEGER NOT NULL,
    surplus_no TEXT NOT NULL,
    event_id TEXT NOT NULL,
    PRIMARY KEY (sheet_id, surplus_no)
) STRICT, WITHOUT ROWID;

-- source_sheet_id: the sheet whose events made it; sheet_id: the sheet that is told.
CREATE TABLE IF NOT EXISTS finding (
    source_sheet_id INTEGER NOT NULL,
    sheet_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    asset_no TEXT NOT NULL,
    place TEXT NULL,
    event_id TEXT NOT NULL,
    events INTEGER NOT NULL,
    PRIMARY KEY (source_sheet_id, sheet_id, kind, asset_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS line_decision (
    sheet_id INTEGER NOT NULL,
    asset_id INTEGER NOT NULL,
    result TEXT NOT NULL,
    reason TEXT NOT NULL,
    proposal TEXT NULL,
    decided_by TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    PRIMARY KEY (sheet_id, asset_id)
) STRICT, WITHOUT ROWID;

-- event_id: the first event of the surplus line, which names it for ever.
CREATE TABLE IF NOT EXISTS surplus_decision (
    sheet_id INTEGER NOT NULL,
    event_id TEXT NOT NULL,
    accepted INTEGER NOT NULL,
    value_fen INTEGER NULL,
    value_basis TEXT NULL,
    months_left INTEGER NULL,
    reason TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    PRIMARY KEY (sheet_id, event_id)
) STRICT, WITHOUT ROWID;
