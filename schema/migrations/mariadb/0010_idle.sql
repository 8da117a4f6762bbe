-- 0010_idle.sql: what is noted of idle assets, and contracts by which assets are let or lent. Reversible: no.
CREATE INDEX IF NOT EXISTS asset_idle ON asset (unit_id, idle_since, id);

-- A row only for an asset of which something was noted; it stays when the asset is used again.
CREATE TABLE IF NOT EXISTS idle_note (
    asset_id BIGINT NOT NULL PRIMARY KEY,
    reason VARCHAR(32) NOT NULL,
    idle_condition VARCHAR(16) NOT NULL,
    way VARCHAR(32) NOT NULL,
    expected_fen BIGINT NULL,
    measure VARCHAR(200) NULL,
    responsible VARCHAR(200) NULL,
    due_on VARCHAR(10) NULL,
    remark VARCHAR(200) NULL,
    revision BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- rent_fen: of one whole period; 0 for a loan.
CREATE TABLE IF NOT EXISTS lease_contract (
    id BIGINT NOT NULL PRIMARY KEY,
    contract_no VARCHAR(100) NOT NULL UNIQUE,
    kind VARCHAR(16) NOT NULL,
    unit_id BIGINT NOT NULL,
    counterparty VARCHAR(100) NOT NULL,
    telephone VARCHAR(100) NULL,
    approval_no VARCHAR(100) NOT NULL,
    approved_on VARCHAR(10) NOT NULL,
    first_day VARCHAR(10) NOT NULL,
    last_day VARCHAR(10) NOT NULL,
    rent_fen BIGINT NOT NULL,
    period VARCHAR(16) NOT NULL,
    due_day BIGINT NOT NULL,
    state VARCHAR(16) NOT NULL,
    ended_on VARCHAR(10) NULL,
    remark VARCHAR(100) NULL,
    revision BIGINT NOT NULL,
    INDEX lease_contract_unit (unit_id, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- before_state: what the thing goes back to. open_asset_id: the thing while the contract runs, then NULL; unique, so
-- that no second contract takes it.
CREATE TABLE IF NOT EXISTS lease_asset (
    contract_id BIGINT NOT NULL,
    asset_id BIGINT NOT NULL,
    open_asset_id BIGINT NULL UNIQUE,
    before_state VARCHAR(32) NOT NULL,
    before_idle_since VARCHAR(10) NULL,
    PRIMARY KEY (contract_id, asset_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS rent_due (
    contract_id BIGINT NOT NULL,
    period_no BIGINT NOT NULL,
    first_day VARCHAR(10) NOT NULL,
    last_day VARCHAR(10) NOT NULL,
    due_on VARCHAR(10) NOT NULL,
    due_fen BIGINT NOT NULL,
    paid_fen BIGINT NOT NULL,
    paid_on VARCHAR(10) NULL,
    voucher_no VARCHAR(100) NULL,
    PRIMARY KEY (contract_id, period_no)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
