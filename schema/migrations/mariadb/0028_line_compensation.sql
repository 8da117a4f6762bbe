-- 0028_line_compensation.sql: what is paid for a loss is said of each thing, since the form of shortages has it in each line.
-- What was said of a whole document stands on its first line, so that sums stay as they are. Reversible: by setting line_no to 0.
UPDATE document_fact SET line_no = 1 WHERE name = 'compensation_yuan' AND line_no = 0;
