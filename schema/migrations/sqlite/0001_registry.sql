-- 0001_registry.sql: units, people, places and asset cards, and the batches they were imported in.
-- Reversible: no. Bulk tables (asset and what hangs on it) carry no foreign keys: the import proves the references
-- before a row is written, and InnoDB would add an index for each of them (schema/README.md).
CREATE TABLE IF NOT EXISTS import_batch (
    id INTEGER NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    file_name TEXT NOT NULL,
    state TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    warning_count INTEGER NOT NULL,
    owner TEXT NOT NULL,
    first_id INTEGER NOT NULL,
    last_id INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    heartbeat_at INTEGER NOT NULL,
    finished_at INTEGER NULL
) STRICT;

-- Rows of a batch lie between its first and last id. While its state is 'loading' they are not there for readers:
-- one row switches the whole batch in (design decision 12).
CREATE TABLE IF NOT EXISTS unit (
    id INTEGER NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    uscc TEXT NULL UNIQUE,
    org_type TEXT NOT NULL,
    organ_level TEXT NOT NULL,
    parent_id INTEGER NULL,
    division TEXT NOT NULL,
    posts_established INTEGER NOT NULL,
    posts_filled INTEGER NOT NULL,
    in_inventory INTEGER NOT NULL,
    batch_id INTEGER NULL,
    revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX IF NOT EXISTS unit_parent ON unit (parent_id, id);

CREATE TABLE IF NOT EXISTS department (
    id INTEGER NOT NULL PRIMARY KEY,
    unit_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    batch_id INTEGER NULL,
    UNIQUE (unit_id, name)
) STRICT;

CREATE TABLE IF NOT EXISTS place (
    id INTEGER NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    parent_id INTEGER NULL,
    unit_id INTEGER NULL,
    usable_m2_x100 INTEGER NULL,
    room_kind TEXT NULL,
    batch_id INTEGER NULL,
    revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX IF NOT EXISTS place_unit ON place (unit_id, id);
CREATE INDEX IF NOT EXISTS place_parent ON place (parent_id, id);

CREATE TABLE IF NOT EXISTS person (
    id INTEGER NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    unit_id INTEGER NOT NULL,
    department_id INTEGER NULL,
    grade TEXT NOT NULL,
    post TEXT NOT NULL,
    in_post INTEGER NOT NULL,
    batch_id INTEGER NULL,
    revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX IF NOT EXISTS person_unit ON person (unit_id, id);

CREATE TABLE IF NOT EXISTS asset (
    id INTEGER NOT NULL PRIMARY KEY,
    asset_no TEXT NOT NULL UNIQUE,
    legacy_no TEXT NULL,
    unit_id INTEGER NOT NULL,
    using_unit_id INTEGER NOT NULL,
    right_holder_id INTEGER NULL,
    department_id INTEGER NULL,
    user_id INTEGER NULL,
    keeper_id INTEGER NULL,
    place_id INTEGER NULL,
    card_kind TEXT NOT NULL,
    class_edition TEXT NOT NULL,
    class_code TEXT NOT NULL,
    name TEXT NOT NULL,
    brand TEXT NULL,
    model TEXT NULL,
    serial_no TEXT NULL,
    quantity INTEGER NOT NULL,
    unit_of_measure TEXT NULL,
    acquired_on TEXT NOT NULL,
    booked_on TEXT NULL,
    acquisition_method TEXT NOT NULL,
    use_state TEXT NOT NULL,
    idle_since TEXT NULL,
    remark TEXT NULL,
    batch_id INTEGER NULL,
    revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX IF NOT EXISTS asset_unit_class ON asset (unit_id, class_code, id);
CREATE INDEX IF NOT EXISTS asset_unit_place ON asset (unit_id, place_id, id);
CREATE INDEX IF NOT EXISTS asset_unit ON asset (unit_id, id);
CREATE INDEX IF NOT EXISTS asset_legacy ON asset (legacy_no, unit_id);

-- What changes every month stands apart from the wide card. depreciation_*: core/rules/depreciation.h.
CREATE TABLE IF NOT EXISTS asset_value (
    asset_id INTEGER NOT NULL PRIMARY KEY,
    original_fen INTEGER NOT NULL,
    fiscal_fen INTEGER NULL,
    life_months INTEGER NOT NULL,
    given_accumulated_fen INTEGER NULL,
    given_through INTEGER NULL,
    depreciation_base_fen INTEGER NOT NULL,
    depreciation_from INTEGER NOT NULL,
    depreciation_months INTEGER NOT NULL,
    depreciation_opening_fen INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS asset_vehicle (
    asset_id INTEGER NOT NULL PRIMARY KEY,
    plate_no TEXT NULL,
    vin TEXT NULL,
    engine_no TEXT NULL,
    make_model TEXT NULL,
    displacement_l TEXT NULL,
    origin TEXT NULL,
    quota_state TEXT NULL,
    official_use TEXT NULL,
    registered_on TEXT NULL,
    mileage_km INTEGER NULL,
    gps_state TEXT NULL,
    on_platform INTEGER NULL
) STRICT;

-- Land and buildings share their title and the six-way split of their area.
CREATE TABLE IF NOT EXISTS asset_estate (
    asset_id INTEGER NOT NULL PRIMARY KEY,
    address TEXT NULL,
    structure TEXT NULL,
    floor_m2_x100 INTEGER NULL,
    usable_area_m2_x100 INTEGER NULL,
    basement_m2_x100 INTEGER NULL,
    land_m2_x100 INTEGER NULL,
    certified_m2_x100 INTEGER NULL,
    area_self_m2_x100 INTEGER NULL,
    area_lent_m2_x100 INTEGER NULL,
    area_leased_m2_x100 INTEGER NULL,
    area_invested_m2_x100 INTEGER NULL,
    area_pledged_m2_x100 INTEGER NULL,
    area_other_m2_x100 INTEGER NULL,
    completed_on TEXT NULL,
    floors INTEGER NULL,
    building_no TEXT NULL,
    parcel_no TEXT NULL,
    land_nature TEXT NULL,
    title_state TEXT NULL,
    cert_kind TEXT NULL,
    cert_no TEXT NULL,
    cert_date TEXT NULL,
    final_accounts TEXT NULL,
    safety_grade TEXT NULL
) STRICT;

CREATE VIEW IF NOT EXISTS registered_asset AS
SELECT * FROM asset
WHERE batch_id IS NULL OR batch_id NOT IN (SELECT id FROM import_batch WHERE state = 'loading');
