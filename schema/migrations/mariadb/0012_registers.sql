-- 0012_registers.sql: the registers beside the assets (vehicles, gifts, goods handed over, housing, low-value items,
-- safety of buildings): entries with a type, a state, values by field and a log. Nothing here is an asset: no total of the
-- books reads these tables. Reversible: yes, by dropping the tables, but the registers are lost.

-- unit_id NULL = of a body outside the registry: only who sees the whole city sees it. parent_id: what it hangs on.
CREATE TABLE IF NOT EXISTS register_entry (
    id BIGINT NOT NULL PRIMARY KEY,
    kind VARCHAR(32) NOT NULL,
    type VARCHAR(32) NOT NULL,
    entry_no VARCHAR(32) NOT NULL UNIQUE,
    parent_id BIGINT NULL,
    unit_id BIGINT NULL,
    department_id BIGINT NULL,
    state VARCHAR(32) NOT NULL,
    revision BIGINT NOT NULL DEFAULT 1,
    KEY register_entry_unit (unit_id, type, id),
    KEY register_entry_type (type, id),
    KEY register_entry_parent (parent_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Canonical text of a field: amounts in yuan with two decimals, days as YYYY-MM-DD. A field without a value has no row.
CREATE TABLE IF NOT EXISTS register_value (
    entry_id BIGINT NOT NULL,
    field VARCHAR(32) NOT NULL,
    value VARCHAR(1000) NOT NULL,
    PRIMARY KEY (entry_id, field),
    KEY register_value_field (field, value(64), entry_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What happened to an entry, for ever: rows are added and never changed. state and revision are those after it.
CREATE TABLE IF NOT EXISTS register_event (
    id BIGINT NOT NULL PRIMARY KEY,
    entry_id BIGINT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    step VARCHAR(32) NULL,
    state VARCHAR(32) NOT NULL,
    at BIGINT NOT NULL,
    actor VARCHAR(64) NOT NULL,
    reason VARCHAR(500) NULL,
    revision BIGINT NOT NULL,
    KEY register_event_entry (entry_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS register_event_field (
    event_id BIGINT NOT NULL,
    field VARCHAR(32) NOT NULL,
    before_value VARCHAR(1000) NULL,
    after_value VARCHAR(1000) NULL,
    PRIMARY KEY (event_id, field)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
