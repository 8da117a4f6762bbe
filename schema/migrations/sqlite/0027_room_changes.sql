-- 0027_room_changes.sql: what was put right of a room outside of documents, and why.
-- Reversible: yes, by dropping the table, but the reasons are lost.
-- Added to and never changed. field: state, kind, service_kind, usable_m2, toilet_m2, rest_m2.
CREATE TABLE IF NOT EXISTS room_change (
    id INTEGER NOT NULL PRIMARY KEY,
    place_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    was TEXT NOT NULL,
    became TEXT NOT NULL,
    reason TEXT NOT NULL,
    actor TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS room_change_of ON room_change (place_id, id);
