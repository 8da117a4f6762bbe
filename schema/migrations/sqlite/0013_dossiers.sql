-- 0013_dossiers.sql: the dossiers that were handed out, by the digest of their file, with what the document said and
-- had then. Reversible: no. Rows are never changed.
CREATE TABLE IF NOT EXISTS document_dossier (
    file_hash TEXT NOT NULL PRIMARY KEY,
    document_id INTEGER NOT NULL,
    document_digest TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS document_dossier_paper (
    file_hash TEXT NOT NULL,
    position INTEGER NOT NULL,
    paper TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (file_hash, position)
) STRICT, WITHOUT ROWID;
