-- 0014_books.sql: the books of the units month by month: depreciation as it was posted, what changed a card's schedule
-- from a month on, and the differences between ledgers, cards, objects and certificates. Reversible: no, posted months
-- would be lost.
-- Integers alone: a month writes and changes a row a card. Months are counted from year 0, class_key is
-- core/books/class_key.h, the columns of an entry core/books/book_entry.h. 119999 = a month that never comes.
-- entry_id = unit << 40 | class << 24 | number, by the small numbers of book_unit and book_class: the entries of a
-- unit, and of a class in it, lie side by side.
CREATE TABLE IF NOT EXISTS book_entry (
    entry_id INTEGER NOT NULL PRIMARY KEY,
    asset_id INTEGER NOT NULL,
    unit_id INTEGER NOT NULL,
    class_key INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    original_fen INTEGER NOT NULL,
    life_months INTEGER NOT NULL,
    base_fen INTEGER NOT NULL,
    from_month INTEGER NOT NULL,
    months INTEGER NOT NULL,
    opening_fen INTEGER NOT NULL,
    months_before INTEGER NOT NULL,
    held_months INTEGER NOT NULL,
    stopped INTEGER NOT NULL,
    added INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    valid_until INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS book_entry_asset ON book_entry (asset_id, valid_until);
CREATE INDEX IF NOT EXISTS book_entry_from ON book_entry (unit_id, valid_from);
CREATE INDEX IF NOT EXISTS book_entry_until ON book_entry (unit_id, valid_until);

-- The value of each entry that is open, at the end of the last month posted: what every month changes, and what it
-- needs to do so. last_month takes what is left; 0 = nothing is taken.
CREATE TABLE IF NOT EXISTS asset_book (
    entry_id INTEGER NOT NULL PRIMARY KEY,
    original_fen INTEGER NOT NULL,
    accumulated_fen INTEGER NOT NULL,
    months_taken INTEGER NOT NULL,
    monthly_fen INTEGER NOT NULL,
    from_month INTEGER NOT NULL,
    last_month INTEGER NOT NULL
) STRICT;

-- A line a share, as it was posted, for ever. There for readers once depreciation_month says 'posted'.
CREATE TABLE IF NOT EXISTS depreciation_line (
    month INTEGER NOT NULL,
    entry_id INTEGER NOT NULL,
    taken_fen INTEGER NOT NULL,
    PRIMARY KEY (month, entry_id)
) STRICT, WITHOUT ROWID;

-- One row switches a month of a unit in. While it is 'posting' the cursor says how far its lines go.
CREATE TABLE IF NOT EXISTS depreciation_month (
    unit_id INTEGER NOT NULL,
    month INTEGER NOT NULL,
    state TEXT NOT NULL,
    cursor_entry INTEGER NOT NULL,
    cards INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    original_fen INTEGER NOT NULL,
    taken_fen INTEGER NOT NULL,
    accumulated_fen INTEGER NOT NULL,
    added_cards INTEGER NOT NULL,
    added_before_fen INTEGER NOT NULL,
    removed_cards INTEGER NOT NULL,
    removed_accumulated_fen INTEGER NOT NULL,
    difference_fen INTEGER NOT NULL,
    run_id INTEGER NOT NULL,
    PRIMARY KEY (unit_id, month)
) STRICT, WITHOUT ROWID;

-- Who posted months, and when.
CREATE TABLE IF NOT EXISTS book_run (
    id INTEGER NOT NULL PRIMARY KEY,
    actor TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

-- The lines of a posted month added up by class: what the voucher is made from.
CREATE TABLE IF NOT EXISTS depreciation_total (
    unit_id INTEGER NOT NULL,
    month INTEGER NOT NULL,
    class_key INTEGER NOT NULL,
    cards INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    original_fen INTEGER NOT NULL,
    taken_fen INTEGER NOT NULL,
    accumulated_fen INTEGER NOT NULL,
    added_cards INTEGER NOT NULL,
    added_before_fen INTEGER NOT NULL,
    PRIMARY KEY (unit_id, month, class_key)
) STRICT, WITHOUT ROWID;

-- A unit whose cards came onto the books, up to which card while that is under way.
CREATE TABLE IF NOT EXISTS book_unit (
    unit_id INTEGER NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL,
    first_month INTEGER NOT NULL,
    cursor_asset INTEGER NOT NULL,
    complete INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS book_unit_number ON book_unit (number);

CREATE TABLE IF NOT EXISTS book_class (
    class_key INTEGER NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS book_class_number ON book_class (number);

-- Batches of cards that the books know of, and cards that were entered or changed since.
CREATE TABLE IF NOT EXISTS book_batch (
    batch_id INTEGER NOT NULL PRIMARY KEY
) STRICT;

CREATE TABLE IF NOT EXISTS book_stale (
    asset_id INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (asset_id, revision)
) STRICT, WITHOUT ROWID;

-- What documents change in the books from a month on. NULL = stays as it is.
CREATE TABLE IF NOT EXISTS book_change (
    asset_id INTEGER NOT NULL,
    effective_month INTEGER NOT NULL,
    kind TEXT NOT NULL,
    original_fen INTEGER NULL,
    months_left INTEGER NULL,
    method TEXT NULL,
    document_no TEXT NULL,
    reason TEXT NULL,
    actor TEXT NOT NULL,
    at INTEGER NOT NULL,
    applied INTEGER NOT NULL,
    PRIMARY KEY (asset_id, effective_month, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS book_change_open ON book_change (applied, effective_month);

-- Why ledgers, cards, objects and certificates differ, item by item. amount: fen, or 0.01 square metres.
CREATE TABLE IF NOT EXISTS reconciliation_item (
    id INTEGER NOT NULL PRIMARY KEY,
    unit_id INTEGER NOT NULL,
    month INTEGER NOT NULL,
    class_code TEXT NOT NULL,
    account TEXT NOT NULL,
    side TEXT NOT NULL,
    amount INTEGER NOT NULL,
    reason TEXT NOT NULL,
    asset_no TEXT NULL,
    note TEXT NULL,
    adjustment_no TEXT NULL,
    done_on TEXT NULL,
    actor TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS reconciliation_item_month ON reconciliation_item (unit_id, month, id);
