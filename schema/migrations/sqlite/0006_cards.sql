-- 0006_cards.sql: what cards hold beyond an import, their history, the words they are searched by, attachments, and
-- the first answers to writes that carried a key. Reversible: yes, by dropping the tables, but history is lost.

-- One row for a card that was entered or changed here; an imported card has none until then.
CREATE TABLE IF NOT EXISTS asset_detail (
    asset_id INTEGER NOT NULL PRIMARY KEY,
    unit_price_fen INTEGER NULL,
    unit_price_inexact INTEGER NOT NULL,
    managing_department_id INTEGER NULL,
    public_use INTEGER NOT NULL,
    in_service_on TEXT NULL,
    booked_state TEXT NOT NULL,
    voucher_no TEXT NULL,
    value_type TEXT NOT NULL,
    budget_item_no TEXT NULL,
    procurement_form TEXT NULL,
    supplier TEXT NULL,
    contract_no TEXT NULL,
    invoice_no TEXT NULL,
    warranty_until TEXT NULL,
    depreciation_state TEXT NOT NULL,
    depreciation_method TEXT NOT NULL,
    life_approved INTEGER NOT NULL,
    use_direction TEXT NOT NULL,
    counterparty TEXT NULL,
    min_use_years INTEGER NULL,
    tag_state TEXT NOT NULL,
    office_m2_x100 INTEGER NOT NULL,
    meeting_m2_x100 INTEGER NOT NULL,
    garage_m2_x100 INTEGER NOT NULL,
    canteen_m2_x100 INTEGER NOT NULL,
    power_m2_x100 INTEGER NOT NULL,
    machine_m2_x100 INTEGER NOT NULL,
    made_by TEXT NULL,
    made_on TEXT NULL
) STRICT;

-- What happened to a card, for ever: rows are added and never changed. revision is the card's after it.
-- change_id 0 = one card by itself, else the bulk change it was part of.
CREATE TABLE IF NOT EXISTS asset_event (
    id INTEGER NOT NULL PRIMARY KEY,
    asset_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    reason TEXT NULL,
    change_id INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS asset_event_asset ON asset_event (asset_id, id);

-- Codes as they were, with the names they had then.
CREATE TABLE IF NOT EXISTS asset_event_field (
    event_id INTEGER NOT NULL,
    field TEXT NOT NULL,
    before_value TEXT NULL,
    after_value TEXT NULL,
    before_name TEXT NULL,
    after_name TEXT NULL,
    PRIMARY KEY (event_id, field)
) STRICT, WITHOUT ROWID;

-- Every name that a card, a place or a person ever bore, once, with the initials of its pinyin. Can be thrown away
-- and made again.
CREATE TABLE IF NOT EXISTS search_name (
    name TEXT NOT NULL PRIMARY KEY,
    key_text TEXT NOT NULL,
    initials TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How far names were learnt: a batch once it is applied, and the events of cards up to the last one read.
CREATE TABLE IF NOT EXISTS search_progress (
    source TEXT NOT NULL,
    id INTEGER NOT NULL,
    PRIMARY KEY (source, id)
) STRICT, WITHOUT ROWID;

-- Bytes stand in the registry, not beside it: one file to back up, and every node of a cluster has them. They are
-- text (base64) in pieces, since the ordinary road binds no bytes on MySQL and packets there have a limit.
CREATE TABLE IF NOT EXISTS attachment (
    hash TEXT NOT NULL PRIMARY KEY,
    media_type TEXT NOT NULL,
    byte_count INTEGER NOT NULL,
    stored_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS attachment_piece (
    hash TEXT NOT NULL,
    piece_no INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (hash, piece_no)
) STRICT;

-- Which units sent it: two may send the same bytes, and neither learns of the other. unit_id 0 = a section.
CREATE TABLE IF NOT EXISTS attachment_owner (
    hash TEXT NOT NULL,
    unit_id INTEGER NOT NULL,
    department_id INTEGER NOT NULL,
    stored_by TEXT NOT NULL,
    stored_at INTEGER NOT NULL,
    PRIMARY KEY (hash, unit_id, department_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS asset_attachment (
    asset_id INTEGER NOT NULL,
    hash TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    added_by TEXT NOT NULL,
    PRIMARY KEY (asset_id, hash)
) STRICT, WITHOUT ROWID;

-- The first answer to a write that carried a key. Never expires.
CREATE TABLE IF NOT EXISTS request_key (
    account_id INTEGER NOT NULL,
    request_key TEXT NOT NULL,
    digest TEXT NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (account_id, request_key)
) STRICT, WITHOUT ROWID;
