-- 0001_registry.sql: units, people, places and asset cards, and the batches they were imported in.
-- Reversible: no. Bulk tables (asset and what hangs on it) carry no foreign keys: the import proves the references
-- before a row is written, and InnoDB would add an index for each of them (schema/README.md).
CREATE TABLE IF NOT EXISTS import_batch (
    id BIGINT NOT NULL PRIMARY KEY,
    kind VARCHAR(24) NOT NULL,
    file_name VARCHAR(255) NOT NULL,
    state VARCHAR(16) NOT NULL,
    row_count BIGINT NOT NULL,
    warning_count BIGINT NOT NULL,
    owner VARCHAR(100) NOT NULL,
    first_id BIGINT NOT NULL,
    last_id BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    heartbeat_at BIGINT NOT NULL,
    finished_at BIGINT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Rows of a batch lie between its first and last id. While its state is 'loading' they are not there for readers:
-- one row switches the whole batch in (design decision 12).
CREATE TABLE IF NOT EXISTS unit (
    id BIGINT NOT NULL PRIMARY KEY,
    code VARCHAR(32) NOT NULL UNIQUE,
    name VARCHAR(200) NOT NULL,
    uscc VARCHAR(18) NULL UNIQUE,
    org_type VARCHAR(24) NOT NULL,
    organ_level VARCHAR(24) NOT NULL,
    parent_id BIGINT NULL,
    division VARCHAR(12) NOT NULL,
    posts_established BIGINT NOT NULL,
    posts_filled BIGINT NOT NULL,
    in_inventory BIGINT NOT NULL,
    batch_id BIGINT NULL,
    revision BIGINT NOT NULL DEFAULT 1,
    INDEX unit_parent (parent_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS department (
    id BIGINT NOT NULL PRIMARY KEY,
    unit_id BIGINT NOT NULL,
    name VARCHAR(100) NOT NULL,
    batch_id BIGINT NULL,
    UNIQUE (unit_id, name)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS place (
    id BIGINT NOT NULL PRIMARY KEY,
    code VARCHAR(64) NOT NULL UNIQUE,
    kind VARCHAR(16) NOT NULL,
    name VARCHAR(200) NOT NULL,
    parent_id BIGINT NULL,
    unit_id BIGINT NULL,
    usable_m2_x100 BIGINT NULL,
    room_kind VARCHAR(16) NULL,
    batch_id BIGINT NULL,
    revision BIGINT NOT NULL DEFAULT 1,
    INDEX place_unit (unit_id, id),
    INDEX place_parent (parent_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS person (
    id BIGINT NOT NULL PRIMARY KEY,
    code VARCHAR(32) NOT NULL UNIQUE,
    name VARCHAR(100) NOT NULL,
    unit_id BIGINT NOT NULL,
    department_id BIGINT NULL,
    grade VARCHAR(50) NOT NULL,
    post VARCHAR(100) NOT NULL,
    in_post BIGINT NOT NULL,
    batch_id BIGINT NULL,
    revision BIGINT NOT NULL DEFAULT 1,
    INDEX person_unit (unit_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS asset (
    id BIGINT NOT NULL PRIMARY KEY,
    asset_no VARCHAR(64) NOT NULL UNIQUE,
    legacy_no VARCHAR(64) NULL,
    unit_id BIGINT NOT NULL,
    using_unit_id BIGINT NOT NULL,
    right_holder_id BIGINT NULL,
    department_id BIGINT NULL,
    user_id BIGINT NULL,
    keeper_id BIGINT NULL,
    place_id BIGINT NULL,
    card_kind VARCHAR(16) NOT NULL,
    class_edition VARCHAR(8) NOT NULL,
    class_code VARCHAR(16) NOT NULL,
    name VARCHAR(200) NOT NULL,
    brand VARCHAR(100) NULL,
    model VARCHAR(200) NULL,
    serial_no VARCHAR(100) NULL,
    quantity BIGINT NOT NULL,
    unit_of_measure VARCHAR(20) NULL,
    acquired_on DATE NOT NULL,
    booked_on DATE NULL,
    acquisition_method VARCHAR(24) NOT NULL,
    use_state VARCHAR(24) NOT NULL,
    idle_since DATE NULL,
    remark VARCHAR(500) NULL,
    batch_id BIGINT NULL,
    revision BIGINT NOT NULL DEFAULT 1,
    INDEX asset_unit_class (unit_id, class_code, id),
    INDEX asset_unit_place (unit_id, place_id, id),
    INDEX asset_unit (unit_id, id),
    INDEX asset_legacy (legacy_no, unit_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What changes every month stands apart from the wide card. depreciation_*: core/rules/depreciation.h.
CREATE TABLE IF NOT EXISTS asset_value (
    asset_id BIGINT NOT NULL PRIMARY KEY,
    original_fen BIGINT NOT NULL,
    fiscal_fen BIGINT NULL,
    life_months BIGINT NOT NULL,
    given_accumulated_fen BIGINT NULL,
    given_through BIGINT NULL,
    depreciation_base_fen BIGINT NOT NULL,
    depreciation_from BIGINT NOT NULL,
    depreciation_months BIGINT NOT NULL,
    depreciation_opening_fen BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS asset_vehicle (
    asset_id BIGINT NOT NULL PRIMARY KEY,
    plate_no VARCHAR(20) NULL,
    vin VARCHAR(17) NULL,
    engine_no VARCHAR(50) NULL,
    make_model VARCHAR(100) NULL,
    displacement_l VARCHAR(20) NULL,
    origin VARCHAR(16) NULL,
    quota_state VARCHAR(16) NULL,
    official_use VARCHAR(16) NULL,
    registered_on DATE NULL,
    mileage_km BIGINT NULL,
    gps_state VARCHAR(16) NULL,
    on_platform BIGINT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Land and buildings share their title and the six-way split of their area.
CREATE TABLE IF NOT EXISTS asset_estate (
    asset_id BIGINT NOT NULL PRIMARY KEY,
    address VARCHAR(200) NULL,
    structure VARCHAR(24) NULL,
    floor_m2_x100 BIGINT NULL,
    usable_area_m2_x100 BIGINT NULL,
    basement_m2_x100 BIGINT NULL,
    land_m2_x100 BIGINT NULL,
    certified_m2_x100 BIGINT NULL,
    area_self_m2_x100 BIGINT NULL,
    area_lent_m2_x100 BIGINT NULL,
    area_leased_m2_x100 BIGINT NULL,
    area_invested_m2_x100 BIGINT NULL,
    area_pledged_m2_x100 BIGINT NULL,
    area_other_m2_x100 BIGINT NULL,
    completed_on DATE NULL,
    floors BIGINT NULL,
    building_no VARCHAR(50) NULL,
    parcel_no VARCHAR(50) NULL,
    land_nature VARCHAR(16) NULL,
    title_state VARCHAR(16) NULL,
    cert_kind VARCHAR(24) NULL,
    cert_no VARCHAR(100) NULL,
    cert_date DATE NULL,
    final_accounts VARCHAR(16) NULL,
    safety_grade VARCHAR(4) NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE OR REPLACE VIEW registered_asset AS
SELECT * FROM asset
WHERE batch_id IS NULL OR batch_id NOT IN (SELECT id FROM import_batch WHERE state = 'loading');
