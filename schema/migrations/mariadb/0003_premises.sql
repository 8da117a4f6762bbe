-- 0003_premises.sql: rooms, their allocation, property certificates, repairs and ledger balances as registers.
-- Reversible: no.
CREATE TABLE IF NOT EXISTS room (
    place_id BIGINT NOT NULL PRIMARY KEY,
    room_kind VARCHAR(16) NOT NULL,
    service_kind VARCHAR(50) NULL,
    usable_m2_x100 BIGINT NOT NULL,
    floor_area_share_m2_x100 BIGINT NULL,
    state VARCHAR(16) NOT NULL,
    toilet_m2_x100 BIGINT NULL,
    rest_m2_x100 BIGINT NULL,
    batch_id BIGINT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS room_allocation (
    id BIGINT NOT NULL PRIMARY KEY,
    certificate_no VARCHAR(64) NOT NULL,
    unit_id BIGINT NOT NULL,
    place_id BIGINT NOT NULL,
    approved_m2_x100 BIGINT NOT NULL,
    agreement_no VARCHAR(64) NULL,
    term_from DATE NULL,
    term_to DATE NULL,
    approval_no VARCHAR(64) NULL,
    approved_on DATE NOT NULL,
    handed_over_on DATE NULL,
    vacate_by DATE NULL,
    vacated_on DATE NULL,
    published_on DATE NULL,
    remark VARCHAR(500) NULL,
    batch_id BIGINT NULL,
    UNIQUE (certificate_no, place_id),
    INDEX room_allocation_unit (unit_id, id),
    INDEX room_allocation_place (place_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS certificate (
    id BIGINT NOT NULL PRIMARY KEY,
    cert_no VARCHAR(100) NOT NULL UNIQUE,
    cert_kind VARCHAR(24) NOT NULL,
    reg_kind VARCHAR(24) NOT NULL,
    right_holder_id BIGINT NOT NULL,
    co_ownership VARCHAR(24) NULL,
    location VARCHAR(200) NOT NULL,
    right_type VARCHAR(100) NULL,
    right_nature VARCHAR(100) NULL,
    land_use VARCHAR(100) NULL,
    parcel_m2_x100 BIGINT NULL,
    land_share_m2_x100 BIGINT NOT NULL,
    floor_m2_x100 BIGINT NOT NULL,
    term_from DATE NULL,
    term_to DATE NULL,
    issued_on DATE NOT NULL,
    issuer VARCHAR(100) NOT NULL,
    incomplete BIGINT NOT NULL,
    missing_papers VARCHAR(500) NULL,
    former_cert_no VARCHAR(200) NULL,
    state VARCHAR(16) NOT NULL,
    remark VARCHAR(500) NULL,
    batch_id BIGINT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS certificate_building (
    certificate_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    place_id BIGINT NOT NULL,
    PRIMARY KEY (certificate_id, position)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS certificate_user (
    certificate_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    unit_id BIGINT NOT NULL,
    PRIMARY KEY (certificate_id, position)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS certificate_property_unit (
    certificate_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    unit_no VARCHAR(28) NOT NULL,
    PRIMARY KEY (certificate_id, position)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS repair (
    id BIGINT NOT NULL PRIMARY KEY,
    application_no VARCHAR(64) NOT NULL UNIQUE,
    unit_id BIGINT NOT NULL,
    place_id BIGINT NOT NULL,
    kind VARCHAR(24) NOT NULL,
    area_m2_x100 BIGINT NOT NULL,
    estimate_fen BIGINT NULL,
    approved_fen BIGINT NULL,
    approval_no VARCHAR(64) NULL,
    approved_on DATE NULL,
    state VARCHAR(16) NOT NULL,
    remark VARCHAR(500) NULL,
    batch_id BIGINT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS ledger_balance (
    id BIGINT NOT NULL PRIMARY KEY,
    unit_id BIGINT NOT NULL,
    month BIGINT NOT NULL,
    account VARCHAR(16) NOT NULL,
    class_code VARCHAR(16) NOT NULL,
    balance_fen BIGINT NOT NULL,
    batch_id BIGINT NULL,
    UNIQUE (unit_id, month, account, class_code)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
