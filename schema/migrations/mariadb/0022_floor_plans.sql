-- 0022_floor_plans.sql: the drawing of a floor, and where its rooms lie on it.
-- Reversible: yes, by dropping what it makes.
CREATE TABLE IF NOT EXISTS floor_plan (
    place_id BIGINT NOT NULL PRIMARY KEY,
    hash VARCHAR(64) NOT NULL,
    width_px BIGINT NOT NULL,
    height_px BIGINT NOT NULL,
    drawn_by VARCHAR(64) NOT NULL,
    drawn_at BIGINT NOT NULL,
    marked_by VARCHAR(64) NULL,
    marked_at BIGINT NULL,
    revision BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Corners in pixels of the picture: "x,y x,y ...".
CREATE TABLE IF NOT EXISTS floor_plan_mark (
    floor_id BIGINT NOT NULL,
    room_id BIGINT NOT NULL,
    corners VARCHAR(1000) NOT NULL,
    PRIMARY KEY (floor_id, room_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
