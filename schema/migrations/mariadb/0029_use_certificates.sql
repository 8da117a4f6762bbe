-- 0029_use_certificates.sql: a use certificate that another one replaced, and which one stands in its place now.
-- Reversible: yes, by dropping the table: rooms are held by their first certificates again.
-- Rows of room_allocation keep the number they were given; current_no is the end of the chain of new_no.
CREATE TABLE IF NOT EXISTS use_certificate_reissue (
    old_no VARCHAR(64) NOT NULL PRIMARY KEY,
    new_no VARCHAR(64) NOT NULL,
    issued_on DATE NOT NULL,
    current_no VARCHAR(64) NOT NULL,
    current_on DATE NOT NULL,
    unit_id BIGINT NOT NULL,
    ground VARCHAR(32) NOT NULL,
    INDEX use_certificate_reissue_current (current_no),
    INDEX use_certificate_reissue_unit (unit_id, old_no)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
