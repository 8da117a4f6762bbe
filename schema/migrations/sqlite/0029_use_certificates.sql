-- 0029_use_certificates.sql: a use certificate that another one replaced, and which one stands in its place now.
-- Reversible: yes, by dropping the table: rooms are held by their first certificates again.
-- Rows of room_allocation keep the number they were given; current_no is the end of the chain of new_no.
CREATE TABLE IF NOT EXISTS use_certificate_reissue (
    old_no TEXT NOT NULL PRIMARY KEY,
    new_no TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    current_no TEXT NOT NULL,
    current_on TEXT NOT NULL,
    unit_id INTEGER NOT NULL,
    ground TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS use_certificate_reissue_current ON use_certificate_reissue (current_no);
CREATE INDEX IF NOT EXISTS use_certificate_reissue_unit ON use_certificate_reissue (unit_id, old_no);
