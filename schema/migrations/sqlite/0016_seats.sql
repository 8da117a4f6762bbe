-- 0016_seats.sql: who sits in which room, the posts of a unit by rank, and what was noted of rooms above the standard.
-- Reversible: yes, by dropping what it makes.
-- open_main_id holds the person of a main seat that is open, so that nobody has two of them.
CREATE TABLE IF NOT EXISTS room_occupant (
    id INTEGER NOT NULL PRIMARY KEY,
    place_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    from_on TEXT NOT NULL,
    ended_on TEXT NULL,
    end_ground TEXT NULL,
    to_on TEXT NULL,
    approval_no TEXT NULL,
    open_main_id INTEGER NULL UNIQUE,
    batch_id INTEGER NULL
) STRICT;
CREATE INDEX IF NOT EXISTS room_occupant_place ON room_occupant (place_id, id);
CREATE INDEX IF NOT EXISTS room_occupant_person ON room_occupant (person_id, id);

CREATE VIEW IF NOT EXISTS registered_occupant AS
SELECT * FROM room_occupant
WHERE batch_id IS NULL OR batch_id NOT IN (SELECT id FROM import_batch WHERE state = 'loading');

CREATE TABLE IF NOT EXISTS unit_post (
    unit_id INTEGER NOT NULL,
    grade TEXT NOT NULL,
    posts INTEGER NOT NULL,
    PRIMARY KEY (unit_id, grade)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS room_note (
    place_id INTEGER NOT NULL PRIMARY KEY,
    over_reason TEXT NULL,
    over_deadline TEXT NULL,
    revision INTEGER NOT NULL
) STRICT;
