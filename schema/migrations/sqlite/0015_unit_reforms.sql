-- 0015_unit_reforms.sql: what became of units. A unit keeps its row and its code; one that was merged or abolished has a
-- row here that says when and who took over. Reversible: yes, by dropping the table.
CREATE TABLE IF NOT EXISTS unit_reform (
    id INTEGER NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    unit_id INTEGER NOT NULL,
    successor_id INTEGER NULL,
    old_name TEXT NOT NULL,
    new_name TEXT NULL,
    paper_no TEXT NOT NULL,
    reason TEXT NULL,
    reformed_on TEXT NOT NULL,
    done_by TEXT NOT NULL,
    done_at INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS unit_reform_unit ON unit_reform (unit_id, id);
