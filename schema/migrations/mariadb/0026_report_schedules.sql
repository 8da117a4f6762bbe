-- 0026_report_schedules.sql: reports that are made and kept by themselves, and what became of the days that were due.
-- Reversible: yes, by dropping the tables, but the schedules are lost; what was kept of them stays.
-- report_schedule: reach, unit_id, department_id and parameters as those of kept_report. due_month: of a year, 0 = none.
-- from_on: nothing is due before it. is_of_period: 1 = of a month or a year, so that a day that was missed is made up for.
CREATE TABLE IF NOT EXISTS report_schedule (
    id BIGINT NOT NULL PRIMARY KEY,
    report VARCHAR(64) NOT NULL,
    format VARCHAR(8) NOT NULL,
    parameters TEXT NOT NULL,
    reach VARCHAR(32) NOT NULL,
    unit_id BIGINT NOT NULL,
    department_id BIGINT NOT NULL,
    period VARCHAR(16) NOT NULL,
    due_month BIGINT NOT NULL,
    due_day BIGINT NOT NULL,
    from_on DATE NOT NULL,
    is_of_period BIGINT NOT NULL,
    made_by VARCHAR(64) NOT NULL,
    made_at BIGINT NOT NULL,
    ended_by VARCHAR(64) NULL,
    ended_at BIGINT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What became of a day that was due: one row, whoever of several servers comes first. claim: of who makes it now.
-- state: running, done, failed, missed. rule: why it could not be made, tried again later.
CREATE TABLE IF NOT EXISTS report_run (
    schedule_id BIGINT NOT NULL,
    due_on DATE NOT NULL,
    state VARCHAR(16) NOT NULL,
    claim BIGINT NOT NULL,
    claimed_at BIGINT NOT NULL,
    kept_id BIGINT NULL,
    rule VARCHAR(64) NULL,
    PRIMARY KEY (schedule_id, due_on)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX IF NOT EXISTS report_run_kept ON report_run (kept_id);
