-- 0003_premises.sql: rooms, their allocation, property certificates, repairs and ledger balances as registers.
-- Reversible: no.
CREATE TABLE IF NOT EXISTS room (
    place_id INTEGER NOT NULL PRIMARY KEY,
    room_kind TEXT NOT NULL,
    service_kind TEXT NULL,
    usable_m2_x100 INTEGER NOT NULL,
    floor_area_share_m2_x100 INTEGER NULL,
    state TEXT NOT NULL,
    toilet_m2_x100 INTEGER NULL,
    rest_m2_x100 INTEGER NULL,
    batch_id INTEGER NULL
) STRICT;

CREATE TABLE IF NOT EXISTS room_allocation (
    id INTEGER NOT NULL PRIMARY KEY,
    certificate_no TEXT NOT NULL,
    unit_id INTEGER NOT NULL,
    place_id INTEGER NOT NULL,
    approved_m2_x100 INTEGER NOT NULL,
    agreement_no TEXT NULL,
    term_from TEXT NULL,
    term_to TEXT NULL,
    approval_no TEXT NULL,
    approved_on TEXT NOT NULL,
    handed_over_on TEXT NULL,
    vacate_by TEXT NULL,
    vacated_on TEXT NULL,
    published_on TEXT NULL,
    remark TEXT NULL,
    batch_id INTEGER NULL,
    UNIQUE (certificate_no, place_id)
) STRICT;
CREATE INDEX IF NOT EXISTS room_allocation_unit ON room_allocation (unit_id, id);
CREATE INDEX IF NOT EXISTS room_allocation_place ON room_allocation (place_id, id);

CREATE TABLE IF NOT EXISTS certificate (
    id INTEGER NOT NULL PRIMARY KEY,
    cert_no TEXT NOT NULL UNIQUE,
    cert_kind TEXT NOT NULL,
    reg_kind TEXT NOT NULL,
    right_holder_id INTEGER NOT NULL,
    co_ownership TEXT NULL,
    location TEXT NOT NULL,
    right_type TEXT NULL,
    right_nature TEXT NULL,
    land_use TEXT NULL,
    parcel_m2_x100 INTEGER NULL,
    land_share_m2_x100 INTEGER NOT NULL,
    floor_m2_x100 INTEGER NOT NULL,
    term_from TEXT NULL,
    term_to TEXT NULL,
    issued_on TEXT NOT NULL,
    issuer TEXT NOT NULL,
    incomplete INTEGER NOT NULL,
    missing_papers TEXT NULL,
    former_cert_no TEXT NULL,
    state TEXT NOT NULL,
    remark TEXT NULL,
    batch_id INTEGER NULL
) STRICT;

CREATE TABLE IF NOT EXISTS certificate_building (
    certificate_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    place_id INTEGER NOT NULL,
    PRIMARY KEY (certificate_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS certificate_user (
    certificate_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    unit_id INTEGER NOT NULL,
    PRIMARY KEY (certificate_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS certificate_property_unit (
    certificate_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    unit_no TEXT NOT NULL,
    PRIMARY KEY (certificate_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS repair (
    id INTEGER NOT NULL PRIMARY KEY,
    application_no TEXT NOT NULL UNIQUE,
    unit_id INTEGER NOT NULL,
    place_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    area_m2_x100 INTEGER NOT NULL,
    estimate_fen INTEGER NULL,
    approved_fen INTEGER NULL,
    approval_no TEXT NULL,
    approved_on TEXT NULL,
    state TEXT NOT NULL,
    remark TEXT NULL,
    batch_id INTEGER NULL
) STRICT;

CREATE TABLE IF NOT EXISTS ledger_balance (
    id INTEGER NOT NULL PRIMARY KEY,
    unit_id INTEGER NOT NULL,
    month INTEGER NOT NULL,
    account TEXT NOT NULL,
    class_code TEXT NOT NULL,
    balance_fen INTEGER NOT NULL,
    batch_id INTEGER NULL,
    UNIQUE (unit_id, month, account, class_code)
) STRICT;
