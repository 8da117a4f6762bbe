-- 0006_cards.sql: what cards hold beyond an import, their history, the words they are searched by, attachments, and
-- the first answers to writes that carried a key. Reversible: yes, by dropping the tables, but history is lost.

-- One row for a card that was entered or changed here; an imported card has none until then.
CREATE TABLE IF NOT EXISTS asset_detail (
    asset_id BIGINT NOT NULL PRIMARY KEY,
    unit_price_fen BIGINT NULL,
    unit_price_inexact BIGINT NOT NULL,
    managing_department_id BIGINT NULL,
    public_use BIGINT NOT NULL,
    in_service_on DATE NULL,
    booked_state VARCHAR(64) NOT NULL,
    voucher_no VARCHAR(64) NULL,
    value_type VARCHAR(64) NOT NULL,
    budget_item_no VARCHAR(64) NULL,
    procurement_form VARCHAR(64) NULL,
    supplier VARCHAR(200) NULL,
    contract_no VARCHAR(64) NULL,
    invoice_no VARCHAR(64) NULL,
    warranty_until DATE NULL,
    depreciation_state VARCHAR(64) NOT NULL,
    depreciation_method VARCHAR(64) NOT NULL,
    life_approved BIGINT NOT NULL,
    use_direction VARCHAR(64) NOT NULL,
    counterparty VARCHAR(200) NULL,
    min_use_years BIGINT NULL,
    tag_state VARCHAR(64) NOT NULL,
    office_m2_x100 BIGINT NOT NULL,
    meeting_m2_x100 BIGINT NOT NULL,
    garage_m2_x100 BIGINT NOT NULL,
    canteen_m2_x100 BIGINT NOT NULL,
    power_m2_x100 BIGINT NOT NULL,
    machine_m2_x100 BIGINT NOT NULL,
    made_by VARCHAR(100) NULL,
    made_on DATE NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What happened to a card, for ever: rows are added and never changed. revision is the card's after it.
-- change_id 0 = one card by itself, else the bulk change it was part of.
CREATE TABLE IF NOT EXISTS asset_event (
    id BIGINT NOT NULL PRIMARY KEY,
    asset_id BIGINT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    at BIGINT NOT NULL,
    actor VARCHAR(32) NOT NULL,
    reason VARCHAR(500) NULL,
    change_id BIGINT NOT NULL DEFAULT 0,
    revision BIGINT NOT NULL,
    KEY asset_event_asset (asset_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Codes as they were, with the names they had then.
CREATE TABLE IF NOT EXISTS asset_event_field (
    event_id BIGINT NOT NULL,
    field VARCHAR(32) NOT NULL,
    before_value VARCHAR(1000) NULL,
    after_value VARCHAR(1000) NULL,
    before_name VARCHAR(200) NULL,
    after_name VARCHAR(200) NULL,
    PRIMARY KEY (event_id, field)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Every name that a card, a place or a person ever bore, once, with the initials of its pinyin. Can be thrown away
-- and made again.
CREATE TABLE IF NOT EXISTS search_name (
    name VARCHAR(200) NOT NULL PRIMARY KEY,
    key_text VARCHAR(255) NOT NULL,
    initials VARCHAR(255) NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How far names were learnt: a batch once it is applied, and the events of cards up to the last one read.
CREATE TABLE IF NOT EXISTS search_progress (
    source VARCHAR(16) NOT NULL,
    id BIGINT NOT NULL,
    PRIMARY KEY (source, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Bytes stand in the registry, not beside it: one file to back up, and every node of a cluster has them. They are
-- text (base64) in pieces, since the ordinary road binds no bytes on MySQL and packets there have a limit.
CREATE TABLE IF NOT EXISTS attachment (
    hash VARCHAR(64) NOT NULL PRIMARY KEY,
    media_type VARCHAR(64) NOT NULL,
    byte_count BIGINT NOT NULL,
    stored_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS attachment_piece (
    hash VARCHAR(64) NOT NULL,
    piece_no BIGINT NOT NULL,
    content MEDIUMTEXT NOT NULL,
    PRIMARY KEY (hash, piece_no)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Which units sent it: two may send the same bytes, and neither learns of the other. unit_id 0 = a section.
CREATE TABLE IF NOT EXISTS attachment_owner (
    hash VARCHAR(64) NOT NULL,
    unit_id BIGINT NOT NULL,
    department_id BIGINT NOT NULL,
    stored_by VARCHAR(32) NOT NULL,
    stored_at BIGINT NOT NULL,
    PRIMARY KEY (hash, unit_id, department_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS asset_attachment (
    asset_id BIGINT NOT NULL,
    hash VARCHAR(64) NOT NULL,
    added_at BIGINT NOT NULL,
    added_by VARCHAR(32) NOT NULL,
    PRIMARY KEY (asset_id, hash)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The first answer to a write that carried a key. Never expires.
CREATE TABLE IF NOT EXISTS request_key (
    account_id BIGINT NOT NULL,
    request_key VARCHAR(64) NOT NULL,
    digest VARCHAR(64) NOT NULL,
    status BIGINT NOT NULL,
    body MEDIUMTEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (account_id, request_key)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
