-- 0005_access.sql: accounts, log-ins and their policy. Reversible: no.
-- A login is never given again. administrator_role repeats the role of the three exclusive administrators: one account
-- each, of no unit (security X5).
CREATE TABLE IF NOT EXISTS account (
    id INTEGER NOT NULL PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NULL,
    administrator_role TEXT NULL UNIQUE,
    unit_id INTEGER NOT NULL DEFAULT 0,
    department_id INTEGER NOT NULL DEFAULT 0,
    disabled INTEGER NOT NULL DEFAULT 0,
    password_hash TEXT NOT NULL,
    password_changed_at INTEGER NOT NULL,
    must_change_password INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1,
    CHECK (role IS NULL OR role NOT LIKE '%administrator' OR (administrator_role = role AND unit_id = 0)),
    CHECK (administrator_role IS NULL OR administrator_role = role)
) STRICT;

CREATE TABLE IF NOT EXISTS former_password (
    account_id INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    password_hash TEXT NOT NULL,
    PRIMARY KEY (account_id, changed_at)
) STRICT, WITHOUT ROWID;

-- Failures count for one login from one source, so that a stranger cannot lock a clerk out.
CREATE TABLE IF NOT EXISTS login_failure (
    login TEXT NOT NULL,
    source TEXT NOT NULL,
    failures INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (login, source)
) STRICT, WITHOUT ROWID;

-- Only the digest of a token is stored. Times in UTC milliseconds.
CREATE TABLE IF NOT EXISTS access_session (
    token_digest TEXT NOT NULL PRIMARY KEY,
    account_id INTEGER NOT NULL,
    device_id INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS access_session_account ON access_session (account_id);

-- What an administrator may change; a name that is not here has the default of the program.
CREATE TABLE IF NOT EXISTS access_policy (
    name TEXT NOT NULL PRIMARY KEY,
    value INTEGER NOT NULL CHECK (value > 0)
) STRICT, WITHOUT ROWID;
