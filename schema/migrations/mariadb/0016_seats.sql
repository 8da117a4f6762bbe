-- 0016_seats.sql: who sits in which room, the posts of a unit by rank, and what was noted of rooms above the standard.
-- Reversible: yes, by dropping what it makes.
-- open_main_id holds the person of a main seat that is open, so that nobody has two of them.
CREATE TABLE IF NOT EXISTS room_occupant (
    id BIGINT NOT NULL PRIMARY KEY,
    place_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    from_on DATE NOT NULL,
    ended_on DATE NULL,
    end_ground VARCHAR(16) NULL,
    to_on DATE NULL,
    approval_no VARCHAR(64) NULL,
    open_main_id BIGINT NULL UNIQUE,
    batch_id BIGINT NULL,
    INDEX room_occupant_place (place_id, id),
    INDEX room_occupant_person (person_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE OR REPLACE VIEW registered_occupant AS
SELECT * FROM room_occupant
WHERE batch_id IS NULL OR batch_id NOT IN (SELECT id FROM import_batch WHERE state = 'loading');

CREATE TABLE IF NOT EXISTS unit_post (
    unit_id BIGINT NOT NULL,
    grade VARCHAR(50) NOT NULL,
    posts BIGINT NOT NULL,
    PRIMARY KEY (unit_id, grade)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS room_note (
    place_id BIGINT NOT NULL PRIMARY KEY,
    over_reason VARCHAR(500) NULL,
    over_deadline DATE NULL,
    revision BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
