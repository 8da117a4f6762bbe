-- 0018_finding_documents.sql: which document was made of which finding of a count, so that none is made twice.
-- finding: asset number of a line, event of a surplus. Reversible: yes, by dropping the table.
CREATE TABLE IF NOT EXISTS finding_document (
    sheet_id BIGINT NOT NULL,
    finding VARCHAR(64) NOT NULL,
    document_id BIGINT NOT NULL,
    PRIMARY KEY (sheet_id, finding),
    KEY finding_document_document (document_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
