-- 0004_issued_numbers.sql: which asset numbers the registry has given, as runs, so that a tag of another unit is told from one
-- that nobody gave, without a network. Nothing of what they are or whose. SQLite only. Reversible: yes, by dropping the table.
CREATE TABLE IF NOT EXISTS issued_number (
    head   TEXT    NOT NULL,
    first  INTEGER NOT NULL,
    last   INTEGER NOT NULL,
    PRIMARY KEY (head, first)
) STRICT, WITHOUT ROWID;
