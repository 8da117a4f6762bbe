-- 0009_recounts.sql: the random samples of a count sheet that the bureau looks at. Reversible: no.
-- confidence: hundredths of a percent. open_sheet_id: the sheet while a line of the sample is left, then NULL; unique, so
-- that nobody draws again until a sample pleases him.
CREATE TABLE IF NOT EXISTS recount (
    id BIGINT NOT NULL PRIMARY KEY,
    sheet_id BIGINT NOT NULL,
    open_sheet_id BIGINT NULL UNIQUE,
    seed BIGINT NOT NULL,
    sheet_lines BIGINT NOT NULL,
    sample_size BIGINT NOT NULL,
    confidence BIGINT NOT NULL,
    created_by VARCHAR(64) NOT NULL,
    created_at BIGINT NOT NULL,
    INDEX recount_sheet (sheet_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- outcome: NULL = not looked at yet. answered_at: UTC milliseconds.
CREATE TABLE IF NOT EXISTS recount_line (
    recount_id BIGINT NOT NULL,
    asset_id BIGINT NOT NULL,
    outcome VARCHAR(16) NULL,
    note VARCHAR(500) NULL,
    answered_by VARCHAR(64) NULL,
    answered_at BIGINT NULL,
    PRIMARY KEY (recount_id, asset_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
