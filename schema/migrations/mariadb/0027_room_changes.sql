-- 0027_room_changes.sql: what was put right of a room outside of documents, and why.
-- Reversible: yes, by dropping the table, but the reasons are lost.
-- Added to and never changed. field: state, kind, service_kind, usable_m2, toilet_m2, rest_m2.
CREATE TABLE IF NOT EXISTS room_change (
    id BIGINT NOT NULL PRIMARY KEY,
    place_id BIGINT NOT NULL,
    field VARCHAR(16) NOT NULL,
    was VARCHAR(100) NOT NULL,
    became VARCHAR(100) NOT NULL,
    reason VARCHAR(500) NOT NULL,
    actor VARCHAR(64) NOT NULL,
    at BIGINT NOT NULL,
    INDEX room_change_of (place_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
