-- 0026_report_schedules.sql: reports that are made and kept by themselves, and what became of the days that were due.
-- Reversible: yes, by dropping the tables, but the schedules are lost; what was kept of them stays.
-- report_schedule: reach, unit_id, department_id and parameters as those of kept_report. due_month: of a year, 0 = none.
-- from_on: nothing is due before it. is_of_period: 1 = of a month or a year, so that a day that was missed is made up for.
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
    is_of_period INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    ended_by TEXT NULL,
    ended_at INTEGER NULL
) STRICT;

-- What became of a day that was due: one row, whoever of several servers comes first. claim: of who makes it now.
-- state: running, done, failed, missed. rule: why it could not be made, tried again later.
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
CREATE INDEX IF NOT EXISTS report_run_kept ON report_run (kept_id);
