-- 0024_report_reasons.sql: why a class moved by more than the limit over a year, and reports that are made on schedule.
-- Reversible: yes, by dropping the tables, but reasons and schedules are lost.
-- yearly_reason: unit_id 0 = of the city as a whole. class_code: of the first level, '' = cards of older editions.
CREATE TABLE IF NOT EXISTS yearly_reason (
    unit_id BIGINT NOT NULL,
    year BIGINT NOT NULL,
    class_code VARCHAR(64) NOT NULL,
    reason TEXT NOT NULL,
    entered_by VARCHAR(64) NOT NULL,
    entered_at BIGINT NOT NULL,
    PRIMARY KEY (unit_id, year, class_code)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- report_schedule: reach, unit_id, department_id and parameters as those of kept_report. due_month: of a year, 0 = none.
-- from_on: nothing is due before it.
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
    made_by VARCHAR(64) NOT NULL,
    made_at BIGINT NOT NULL,
    ended_by VARCHAR(64) NULL,
    ended_at BIGINT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What became of a day that was due: one row, whoever of several servers comes first. claim: of who makes it now.
-- state: running, done, failed. rule: why it could not be made, tried again later.
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
