-- 0013_dossiers.sql: the dossiers that were handed out, by the digest of their file, with what the document said and
-- had then. Reversible: no. Rows are never changed.
CREATE TABLE IF NOT EXISTS document_dossier (
    file_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    document_id BIGINT NOT NULL,
    document_digest VARCHAR(64) NOT NULL,
    made_by VARCHAR(64) NOT NULL,
    made_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS document_dossier_paper (
    file_hash VARCHAR(64) NOT NULL,
    position BIGINT NOT NULL,
    paper VARCHAR(64) NOT NULL,
    hash VARCHAR(64) NOT NULL,
    PRIMARY KEY (file_hash, position)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
