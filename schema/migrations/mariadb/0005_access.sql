-- 0005_access.sql: accounts, log-ins and their policy. Reversible: no.
-- A login is never given again. administrator_role repeats the role of the three exclusive administrators: one account
-- each, of no unit (security X5).
CREATE TABLE IF NOT EXISTS account (
    id BIGINT NOT NULL PRIMARY KEY,
    login VARCHAR(32) NOT NULL UNIQUE,
    name VARCHAR(100) NOT NULL,
    role VARCHAR(32) NULL,
    administrator_role VARCHAR(32) NULL UNIQUE,
    unit_id BIGINT NOT NULL DEFAULT 0,
    department_id BIGINT NOT NULL DEFAULT 0,
    disabled BIGINT NOT NULL DEFAULT 0,
    password_hash VARCHAR(255) NOT NULL,
    password_changed_at BIGINT NOT NULL,
    must_change_password BIGINT NOT NULL,
    revision BIGINT NOT NULL DEFAULT 1,
    CHECK (role IS NULL OR role NOT LIKE '%administrator' OR (administrator_role = role AND unit_id = 0)),
    CHECK (administrator_role IS NULL OR administrator_role = role)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS former_password (
    account_id BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    password_hash VARCHAR(255) NOT NULL,
    PRIMARY KEY (account_id, changed_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Failures count for one login from one source, so that a stranger cannot lock a clerk out.
CREATE TABLE IF NOT EXISTS login_failure (
    login VARCHAR(32) NOT NULL,
    source VARCHAR(64) NOT NULL,
    failures BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    PRIMARY KEY (login, source)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Only the digest of a token is stored. Times in UTC milliseconds.
CREATE TABLE IF NOT EXISTS access_session (
    token_digest VARCHAR(64) NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL,
    device_id BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    used_at BIGINT NOT NULL,
    KEY access_session_account (account_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What an administrator may change; a name that is not here has the default of the program.
CREATE TABLE IF NOT EXISTS access_policy (
    name VARCHAR(64) NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL CHECK (value > 0)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
