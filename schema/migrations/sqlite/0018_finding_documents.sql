-- 0018_finding_documents.sql: which document was made of which finding of a count, so that none is made twice.
-- finding: asset number of a line, event of a surplus. Reversible: yes, by dropping the table.
CREATE TABLE IF NOT EXISTS finding_document (
    sheet_id INTEGER NOT NULL,
    finding TEXT NOT NULL,
    document_id INTEGER NOT NULL,
    PRIMARY KEY (sheet_id, finding)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS finding_document_document ON finding_document (document_id);
