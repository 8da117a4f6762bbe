-- 0012_registers.sql: the registers beside the assets (vehicles, gifts, goods handed over, housing, low-value items,
-- safety of buildings): entries with a type, a state, values by field and a log. Nothing here is an asset: no total of the
-- books reads these tables. Reversible: yes, by dropping the tables, but the registers are lost.

-- unit_id NULL = of a body outside the registry: only who sees the whole city sees it. parent_id: what it hangs on.
CREATE TABLE IF NOT EXISTS register_entry (
    id INTEGER NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    type TEXT NOT NULL,
    entry_no TEXT NOT NULL UNIQUE,
    parent_id INTEGER NULL,
    unit_id INTEGER NULL,
    department_id INTEGER NULL,
    state TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX IF NOT EXISTS register_entry_unit ON register_entry (unit_id, type, id);
CREATE INDEX IF NOT EXISTS register_entry_type ON register_entry (type, id);
CREATE INDEX IF NOT EXISTS register_entry_parent ON register_entry (parent_id, id);

-- Canonical text of a field: amounts in yuan with two decimals, days as YYYY-MM-DD. A field without a value has no row.
CREATE TABLE IF NOT EXISTS register_value (
    entry_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (entry_id, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS register_value_field ON register_value (field, value, entry_id);

-- What happened to an entry, for ever: rows are added and never changed. state and revision are those after it.
CREATE TABLE IF NOT EXISTS register_event (
    id INTEGER NOT NULL PRIMARY KEY,
    entry_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    step TEXT NULL,
    state TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NULL,
    revision INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS register_event_entry ON register_event (entry_id, id);

CREATE TABLE IF NOT EXISTS register_event_field (
    event_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    before_value TEXT NULL,
    after_value TEXT NULL,
    PRIMARY KEY (event_id, field)
) STRICT, WITHOUT ROWID;
