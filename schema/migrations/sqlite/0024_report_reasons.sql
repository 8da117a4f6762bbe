-- 0024_report_reasons.sql: why a class moved by more than the limit over a year.
-- Reversible: yes, by dropping the table, but the reasons are lost.
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
