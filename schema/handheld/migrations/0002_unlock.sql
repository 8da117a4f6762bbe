-- 0002_unlock.sql: what a screen must know of who is logged in without a network: the role, and the PIN that opens it.
-- SQLite only. Reversible: yes, by dropping the table. pin_hash: argon2id, '' = no PIN was set.
CREATE TABLE IF NOT EXISTS login_screen (
    only_one INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1),
    login TEXT NOT NULL,
    role TEXT NOT NULL,
    must_change_password INTEGER NOT NULL,
    pin_hash TEXT NOT NULL DEFAULT '',
    pin_failures INTEGER NOT NULL DEFAULT 0
) STRICT;
