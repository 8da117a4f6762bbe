-- 0009_recounts.sql: the random samples of a count sheet that the bureau looks at. Reversible: no.
-- confidence: hundredths of a percent. open_sheet_id: the sheet while a line of the sample is left, then NULL; unique, so
-- that nobody draws again until a sample pleases him.
CREATE TABLE IF NOT EXISTS recount (
    id INTEGER NOT NULL PRIMARY KEY,
    sheet_id INTEGER NOT NULL,
    open_sheet_id INTEGER NULL UNIQUE,
    seed INTEGER NOT NULL,
    sheet_lines INTEGER NOT NULL,
    sample_size INTEGER NOT NULL,
    confidence INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS recount_sheet ON recount (sheet_id);

-- outcome: NULL = not looked at yet. answered_at: UTC milliseconds.
CREATE TABLE IF NOT EXISTS recount_line (
    recount_id INTEGER NOT NULL,
    asset_id INTEGER NOT NULL,
    outcome TEXT NULL,
    note TEXT NULL,
    answered_by TEXT NULL,
    answered_at INTEGER NULL,
    PRIMARY KEY (recount_id, asset_id)
) STRICT, WITHOUT ROWID;
