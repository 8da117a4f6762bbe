-- 0010_idle.sql: what is noted of idle assets, and contracts by which assets are let or lent. Reversible: no.
CREATE INDEX IF NOT EXISTS asset_idle ON asset (unit_id, idle_since, id) WHERE idle_since IS NOT NULL;

-- A row only for an asset of which something was noted; it stays when the asset is used again.
CREATE TABLE IF NOT EXISTS idle_note (
    asset_id INTEGER NOT NULL PRIMARY KEY,
    reason TEXT NOT NULL,
    idle_condition TEXT NOT NULL,
    way TEXT NOT NULL,
    expected_fen INTEGER NULL,
    measure TEXT NULL,
    responsible TEXT NULL,
    due_on TEXT NULL,
    remark TEXT NULL,
    revision INTEGER NOT NULL
) STRICT;

-- rent_fen: of one whole period; 0 for a loan.
CREATE TABLE IF NOT EXISTS lease_contract (
    id INTEGER NOT NULL PRIMARY KEY,
    contract_no TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    unit_id INTEGER NOT NULL,
    counterparty TEXT NOT NULL,
    telephone TEXT NULL,
    approval_no TEXT NOT NULL,
    approved_on TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    rent_fen INTEGER NOT NULL,
    period TEXT NOT NULL,
    due_day INTEGER NOT NULL,
    state TEXT NOT NULL,
    ended_on TEXT NULL,
    remark TEXT NULL,
    revision INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS lease_contract_unit ON lease_contract (unit_id, id);

-- before_state: what the thing goes back to. open_asset_id: the thing while the contract runs, then NULL; unique, so
-- that no second contract takes it.
CREATE TABLE IF NOT EXISTS lease_asset (
    contract_id INTEGER NOT NULL,
    asset_id INTEGER NOT NULL,
    open_asset_id INTEGER NULL UNIQUE,
    before_state TEXT NOT NULL,
    before_idle_since TEXT NULL,
    PRIMARY KEY (contract_id, asset_id)
) STRICT;

CREATE TABLE IF NOT EXISTS rent_due (
    contract_id INTEGER NOT NULL,
    period_no INTEGER NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    due_on TEXT NOT NULL,
    due_fen INTEGER NOT NULL,
    paid_fen INTEGER NOT NULL,
    paid_on TEXT NULL,
    voucher_no TEXT NULL,
    PRIMARY KEY (contract_id, period_no)
) STRICT;
