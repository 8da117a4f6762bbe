-- 0018_finding_documents.sql: which document was made of which finding of a count, so that none is made twice; which made a card.
-- finding: asset number of a line, event of a surplus. Reversible: yes, by dropping table and index.
CREATE TABLE IF NOT EXISTS finding_document (
    sheet_id BIGINT NOT NULL,
    finding VARCHAR(64) NOT NULL,
    document_id BIGINT NOT NULL,
    PRIMARY KEY (sheet_id, finding),
    KEY finding_document_document (document_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Which document made a card: its chain begins there.
CREATE INDEX IF NOT EXISTS document_card_asset ON document_card (asset_id);
