-- 0002_inventory.sql: inventory tasks, count sheets with their frozen books, scan events and what is folded from them.
-- Reversible: no. scan_event is append-only. sheet_result, sheet_counter, surplus_line and finding can be thrown away
-- and made again from sheet_line, scan_event and the decisions.
CREATE TABLE IF NOT EXISTS inventory_task (
    id BIGINT NOT NULL PRIMARY KEY,
    task_no VARCHAR(64) NOT NULL UNIQUE,
    name VARCHAR(200) NOT NULL,
    base_date DATE NOT NULL,
    state VARCHAR(24) NOT NULL,
    created_at BIGINT NOT NULL,
    revision BIGINT NOT NULL DEFAULT 1
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS count_sheet (
    id BIGINT NOT NULL PRIMARY KEY,
    task_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL,
    state VARCHAR(24) NOT NULL,
    freeze_cursor BIGINT NOT NULL DEFAULT 0,
    stale BIGINT NOT NULL DEFAULT 0,
    state_reason VARCHAR(500) NULL,
    revision BIGINT NOT NULL DEFAULT 1,
    UNIQUE (task_id, unit_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS sheet_line (
    sheet_id BIGINT NOT NULL,
    asset_id BIGINT NOT NULL,
    asset_no VARCHAR(64) NOT NULL,
    legacy_no VARCHAR(64) NULL,
    name VARCHAR(200) NOT NULL,
    class_code VARCHAR(16) NOT NULL,
    model VARCHAR(200) NULL,
    unit_of_measure VARCHAR(20) NULL,
    quantity BIGINT NOT NULL,
    original_fen BIGINT NOT NULL,
    depreciation_base_fen BIGINT NOT NULL,
    depreciation_from BIGINT NOT NULL,
    depreciation_months BIGINT NOT NULL,
    depreciation_opening_fen BIGINT NOT NULL,
    acquired_on DATE NOT NULL,
    department_id BIGINT NULL,
    user_id BIGINT NULL,
    place_id BIGINT NULL,
    use_state VARCHAR(24) NOT NULL,
    PRIMARY KEY (sheet_id, asset_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS scan_install (
    id BIGINT NOT NULL PRIMARY KEY,
    install_id VARCHAR(64) NOT NULL UNIQUE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Clustered by sheet: the fold reads one sheet in one sweep. at_ms: UTC milliseconds.
CREATE TABLE IF NOT EXISTS scan_event (
    sheet_id BIGINT NOT NULL,
    install_no BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    event_id VARCHAR(36) NOT NULL,
    at_ms BIGINT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    code VARCHAR(200) NULL,
    place VARCHAR(64) NULL,
    user_code VARCHAR(100) NULL,
    seen_condition VARCHAR(16) NULL,
    entry VARCHAR(16) NOT NULL,
    actor VARCHAR(64) NOT NULL,
    reason VARCHAR(500) NULL,
    name VARCHAR(200) NULL,
    class_code VARCHAR(16) NULL,
    quantity BIGINT NOT NULL,
    photos VARCHAR(2000) NULL,
    corrects VARCHAR(36) NULL,
    digest VARCHAR(32) NOT NULL,
    late BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (sheet_id, install_no, seq),
    UNIQUE (event_id),
    UNIQUE (install_no, seq)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The same identity with other content: both are kept and someone is told (security S2).
CREATE TABLE IF NOT EXISTS quarantined_event (
    event_id VARCHAR(36) NOT NULL,
    digest VARCHAR(32) NOT NULL,
    task_id BIGINT NOT NULL,
    install_id VARCHAR(64) NOT NULL,
    seq BIGINT NOT NULL,
    body VARCHAR(8000) NOT NULL,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (event_id, digest)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS sheet_result (
    sheet_id BIGINT NOT NULL,
    asset_id BIGINT NOT NULL,
    result VARCHAR(24) NOT NULL,
    seen_place VARCHAR(64) NULL,
    seen_user VARCHAR(100) NULL,
    seen_condition VARCHAR(16) NULL,
    PRIMARY KEY (sheet_id, asset_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS sheet_counter (
    sheet_id BIGINT NOT NULL,
    result VARCHAR(24) NOT NULL,
    line_count BIGINT NOT NULL,
    book_quantity BIGINT NOT NULL,
    counted_quantity BIGINT NOT NULL,
    original_fen BIGINT NOT NULL,
    idle_count BIGINT NOT NULL,
    idle_original_fen BIGINT NOT NULL,
    PRIMARY KEY (sheet_id, result)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS surplus_line (
    sheet_id BIGINT NOT NULL,
    surplus_no VARCHAR(32) NOT NULL,
    event_id VARCHAR(36) NOT NULL,
    PRIMARY KEY (sheet_id, surplus_no)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- source_sheet_id: the sheet whose events made it; sheet_id: the sheet that is told.
CREATE TABLE IF NOT EXISTS finding (
    source_sheet_id BIGINT NOT NULL,
    sheet_id BIGINT NOT NULL,
    kind VARCHAR(24) NOT NULL,
    code VARCHAR(200) NOT NULL,
    asset_no VARCHAR(64) NOT NULL,
    place VARCHAR(64) NULL,
    event_id VARCHAR(36) NOT NULL,
    events BIGINT NOT NULL,
    PRIMARY KEY (source_sheet_id, sheet_id, kind, asset_no)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS line_decision (
    sheet_id BIGINT NOT NULL,
    asset_id BIGINT NOT NULL,
    result VARCHAR(24) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    proposal VARCHAR(500) NULL,
    decided_by VARCHAR(64) NOT NULL,
    decided_at BIGINT NOT NULL,
    PRIMARY KEY (sheet_id, asset_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- event_id: the first event of the surplus line, which names it for ever.
CREATE TABLE IF NOT EXISTS surplus_decision (
    sheet_id BIGINT NOT NULL,
    event_id VARCHAR(36) NOT NULL,
    accepted BIGINT NOT NULL,
    value_fen BIGINT NULL,
    value_basis VARCHAR(100) NULL,
    months_left BIGINT NULL,
    reason VARCHAR(500) NOT NULL,
    decided_by VARCHAR(64) NOT NULL,
    decided_at BIGINT NOT NULL,
    PRIMARY KEY (sheet_id, event_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
