-- 0024_report_reasons.sql: why a class moved by more than the limit over a year.
-- Reversible: yes, by dropping the table, but the reasons are lost.
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
