-- 0001_handheld.sql: what a handheld keeps: its identity, the books it counts, its own events and those of others.
-- SQLite only. Reversible: no. own_event is the outbox: a row is never deleted and never changed, but for what the
-- server said of it; the body of a stored one may be emptied when it was proved twice (security S5). Times in UTC
-- milliseconds.
CREATE TABLE IF NOT EXISTS install (
    only_one INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1),
    install_id TEXT NOT NULL CHECK (length(install_id) = 32),
    made_at INTEGER NOT NULL,
    device_id TEXT NULL,
    device_name TEXT NULL,
    server_url TEXT NULL,
    ca_sha256 TEXT NULL,
    clock_behind INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Who is logged in. The token is worth nothing without the key of the device, which lies in a file of its own.
CREATE TABLE IF NOT EXISTS login (
    only_one INTEGER NOT NULL PRIMARY KEY CHECK (only_one = 1),
    login TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    token TEXT NOT NULL
) STRICT;

-- book_after: where the download of the book goes on. proved_at: when both sides first proved the same after the
-- sheet was closed. purged: its book and the bodies of its events are gone, for good.
CREATE TABLE IF NOT EXISTS sheet (
    id INTEGER NOT NULL PRIMARY KEY,
    task TEXT NOT NULL,
    task_name TEXT NOT NULL,
    unit TEXT NOT NULL,
    unit_name TEXT NOT NULL,
    state TEXT NOT NULL,
    book_after TEXT NULL,
    book_complete INTEGER NOT NULL DEFAULT 0,
    others_after TEXT NULL,
    closed_at INTEGER NULL,
    proved_at INTEGER NULL,
    purged INTEGER NOT NULL DEFAULT 0,
    UNIQUE (task, unit)
) STRICT;

CREATE TABLE IF NOT EXISTS book_line (
    sheet_id INTEGER NOT NULL REFERENCES sheet (id),
    asset_no TEXT NOT NULL,
    legacy_no TEXT NULL,
    name TEXT NOT NULL,
    class_code TEXT NOT NULL,
    model TEXT NULL,
    unit_of_measure TEXT NULL,
    quantity INTEGER NOT NULL,
    department TEXT NULL,
    user_code TEXT NULL,
    user_name TEXT NULL,
    place TEXT NULL,
    place_name TEXT NULL,
    use_state TEXT NOT NULL,
    PRIMARY KEY (sheet_id, asset_no)
) STRICT, WITHOUT ROWID;

-- arrival grows, so that a screen can ask for what is new.
CREATE TABLE IF NOT EXISTS other_event (
    arrival INTEGER NOT NULL PRIMARY KEY,
    event_id TEXT NOT NULL UNIQUE,
    sheet_id INTEGER NOT NULL REFERENCES sheet (id),
    body TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS other_event_sheet ON other_event (sheet_id, arrival);

CREATE TABLE IF NOT EXISTS own_event (
    seq INTEGER NOT NULL PRIMARY KEY CHECK (seq > 0),
    event_id TEXT NOT NULL UNIQUE,
    sheet_id INTEGER NOT NULL REFERENCES sheet (id),
    kind TEXT NOT NULL,
    corrects TEXT NULL,
    body TEXT NOT NULL,
    digest TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'stored', 'quarantined', 'rejected')),
    reason TEXT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS own_event_state ON own_event (state, seq);
CREATE INDEX IF NOT EXISTS own_event_sheet ON own_event (sheet_id, seq);
CREATE INDEX IF NOT EXISTS own_event_corrects ON own_event (corrects) WHERE corrects IS NOT NULL;

CREATE TRIGGER IF NOT EXISTS own_event_stays BEFORE DELETE ON own_event BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
CREATE TRIGGER IF NOT EXISTS own_event_is_fixed BEFORE UPDATE OF seq, event_id, sheet_id, kind, corrects, digest ON own_event BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
CREATE TRIGGER IF NOT EXISTS own_event_body_stays BEFORE UPDATE OF body ON own_event WHEN NEW.body <> '' OR OLD.state <> 'stored' BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;

-- The picture itself is a file named by its hash beside the store.
CREATE TABLE IF NOT EXISTS photo (
    hash TEXT NOT NULL PRIMARY KEY,
    taken_at INTEGER NOT NULL,
    sent INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
