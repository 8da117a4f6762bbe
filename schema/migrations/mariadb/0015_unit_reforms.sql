-- 0015_unit_reforms.sql: what became of units. A unit keeps its row and its code; one that was merged or abolished has a
-- row here that says when and who took over. Reversible: yes, by dropping the table.
CREATE TABLE IF NOT EXISTS unit_reform (
    id BIGINT NOT NULL PRIMARY KEY,
    kind VARCHAR(24) NOT NULL,
    unit_id BIGINT NOT NULL,
    successor_id BIGINT NULL,
    old_name VARCHAR(200) NOT NULL,
    new_name VARCHAR(200) NULL,
    paper_no VARCHAR(100) NOT NULL,
    reason VARCHAR(1000) NULL,
    reformed_on DATE NOT NULL,
    done_by VARCHAR(64) NOT NULL,
    done_at BIGINT NOT NULL,
    KEY unit_reform_unit (unit_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
