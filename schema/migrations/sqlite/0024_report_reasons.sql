-- 0024_report_reasons.sql: why a class moved by more than the limit over a year, and reports that are made on schedule.
-- Reversible: yes, by dropping the tables, but reasons and schedules are lost.
-- yearly_reason: unit_id 0 = of the city as a whole. class_code: of the first level, '' = cards of older editions.
CREATE TABLE IF NOT EXISTS yearly_reason (
    unit_id INTEGER NOT NULL,
    year INTEGER NOT NULL,
    class_code TEXT NOT NULL,
    reason TEXT NOT NULL,
    entered_by TEXT NOT NULL,
    entered_at INTEGER NOT NULL,
    PRIMARY KEY (unit_id, year, class_code)
) STRICT;

-- report_schedule: reach, unit_id, department_id and parameters as those of kept_report. due_month: of a year, 0 = none.
-- from_on: nothing is due before it.
CREATE TABLE IF NOT EXISTS report_schedule (
    id INTEGER NOT NULL PRIMARY KEY,
    report TEXT NOT NULL,
    format TEXT NOT NULL,
    parameters TEXT NOT NULL,
    reach TEXT NOT NULL,
    unit_id INTEGER NOT NULL,
    department_id INTEGER NOT NULL,
    period TEXT NOT NULL,
    due_month INTEGER NOT NULL,
    due_day INTEGER NOT NULL,
    from_on TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    ended_by TEXT NULL,
    ended_at INTEGER NULL
) STRICT;

-- What became of a day that was due: one row, whoever of several servers comes first. claim: of who makes it now.
-- state: running, done, failed. rule: why it could not be made, tried again later.
CREATE TABLE IF NOT EXISTS report_run (
    schedule_id INTEGER NOT NULL,
    due_on TEXT NOT NULL,
    state TEXT NOT NULL,
    claim INTEGER NOT NULL,
    claimed_at INTEGER NOT NULL,
    kept_id INTEGER NULL,
    rule TEXT NULL,
    PRIMARY KEY (schedule_id, due_on)
) STRICT;
