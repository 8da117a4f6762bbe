-- 0022_floor_plans.sql: the drawing of a floor, and where its rooms lie on it.
-- Reversible: yes, by dropping what it makes.
CREATE TABLE IF NOT EXISTS floor_plan (
    place_id INTEGER NOT NULL PRIMARY KEY,
    hash TEXT NOT NULL,
    width_px INTEGER NOT NULL,
    height_px INTEGER NOT NULL,
    drawn_by TEXT NOT NULL,
    drawn_at INTEGER NOT NULL,
    marked_by TEXT NULL,
    marked_at INTEGER NULL,
    revision INTEGER NOT NULL
) STRICT;

-- Corners in pixels of the picture: "x,y x,y ...".
CREATE TABLE IF NOT EXISTS floor_plan_mark (
    floor_id INTEGER NOT NULL,
    room_id INTEGER NOT NULL,
    corners TEXT NOT NULL,
    PRIMARY KEY (floor_id, room_id)
) STRICT, WITHOUT ROWID;
