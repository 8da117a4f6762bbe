-- 0014_books.sql: the books of the units month by month: depreciation as it was posted, what changed a card's schedule
-- from a month on, and the differences between ledgers, cards, objects and certificates. Reversible: no, posted months
-- would be lost.
-- Integers alone: a month writes and changes a row a card. Months are counted from year 0, class_key is
-- core/books/class_key.h, the columns of an entry core/books/book_entry.h. 119999 = a month that never comes.
-- entry_id = unit << 40 | class << 24 | number, by the small numbers of book_unit and book_class: the entries of a
-- unit, and of a class in it, lie side by side.
CREATE TABLE IF NOT EXISTS book_entry (
    entry_id BIGINT NOT NULL PRIMARY KEY,
    asset_id BIGINT NOT NULL,
    unit_id BIGINT NOT NULL,
    class_key BIGINT NOT NULL,
    quantity BIGINT NOT NULL,
    original_fen BIGINT NOT NULL,
    life_months BIGINT NOT NULL,
    base_fen BIGINT NOT NULL,
    from_month BIGINT NOT NULL,
    months BIGINT NOT NULL,
    opening_fen BIGINT NOT NULL,
    months_before BIGINT NOT NULL,
    held_months BIGINT NOT NULL,
    stopped BIGINT NOT NULL,
    added BIGINT NOT NULL,
    valid_from BIGINT NOT NULL,
    valid_until BIGINT NOT NULL,
    INDEX book_entry_asset (asset_id, valid_until),
    INDEX book_entry_from (unit_id, valid_from),
    INDEX book_entry_until (unit_id, valid_until)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The value of each entry that is open, at the end of the last month posted: what every month changes, and what it
-- needs to do so. last_month takes what is left; 0 = nothing is taken.
CREATE TABLE IF NOT EXISTS asset_book (
    entry_id BIGINT NOT NULL PRIMARY KEY,
    original_fen BIGINT NOT NULL,
    accumulated_fen BIGINT NOT NULL,
    months_taken BIGINT NOT NULL,
    monthly_fen BIGINT NOT NULL,
    from_month BIGINT NOT NULL,
    last_month BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A line a share, as it was posted, for ever. There for readers once depreciation_month says 'posted'.
CREATE TABLE IF NOT EXISTS depreciation_line (
    month BIGINT NOT NULL,
    entry_id BIGINT NOT NULL,
    taken_fen BIGINT NOT NULL,
    PRIMARY KEY (month, entry_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row switches a month of a unit in. While it is 'posting' the cursor says how far its lines go.
CREATE TABLE IF NOT EXISTS depreciation_month (
    unit_id BIGINT NOT NULL,
    month BIGINT NOT NULL,
    state VARCHAR(16) NOT NULL,
    cursor_entry BIGINT NOT NULL,
    cards BIGINT NOT NULL,
    quantity BIGINT NOT NULL,
    original_fen BIGINT NOT NULL,
    taken_fen BIGINT NOT NULL,
    accumulated_fen BIGINT NOT NULL,
    added_cards BIGINT NOT NULL,
    added_before_fen BIGINT NOT NULL,
    removed_cards BIGINT NOT NULL,
    removed_accumulated_fen BIGINT NOT NULL,
    difference_fen BIGINT NOT NULL,
    run_id BIGINT NOT NULL,
    PRIMARY KEY (unit_id, month)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Who posted months, and when.
CREATE TABLE IF NOT EXISTS book_run (
    id BIGINT NOT NULL PRIMARY KEY,
    actor VARCHAR(64) NOT NULL,
    at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The lines of a posted month added up by class: what the voucher is made from.
CREATE TABLE IF NOT EXISTS depreciation_total (
    unit_id BIGINT NOT NULL,
    month BIGINT NOT NULL,
    class_key BIGINT NOT NULL,
    cards BIGINT NOT NULL,
    quantity BIGINT NOT NULL,
    original_fen BIGINT NOT NULL,
    taken_fen BIGINT NOT NULL,
    accumulated_fen BIGINT NOT NULL,
    added_cards BIGINT NOT NULL,
    added_before_fen BIGINT NOT NULL,
    PRIMARY KEY (unit_id, month, class_key)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A unit whose cards came onto the books, up to which card while that is under way.
CREATE TABLE IF NOT EXISTS book_unit (
    unit_id BIGINT NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL,
    first_month BIGINT NOT NULL,
    cursor_asset BIGINT NOT NULL,
    complete BIGINT NOT NULL,
    UNIQUE INDEX book_unit_number (number)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS book_class (
    class_key BIGINT NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL,
    UNIQUE INDEX book_class_number (number)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Batches of cards that the books know of, and cards that were entered or changed since.
CREATE TABLE IF NOT EXISTS book_batch (
    batch_id BIGINT NOT NULL PRIMARY KEY
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS book_stale (
    asset_id BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (asset_id, revision)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What documents change in the books from a month on. NULL = stays as it is.
CREATE TABLE IF NOT EXISTS book_change (
    asset_id BIGINT NOT NULL,
    effective_month BIGINT NOT NULL,
    kind VARCHAR(24) NOT NULL,
    original_fen BIGINT NULL,
    months_left BIGINT NULL,
    method VARCHAR(32) NULL,
    document_no VARCHAR(64) NULL,
    reason VARCHAR(400) NULL,
    actor VARCHAR(64) NOT NULL,
    at BIGINT NOT NULL,
    applied BIGINT NOT NULL,
    PRIMARY KEY (asset_id, effective_month, kind),
    INDEX book_change_open (applied, effective_month)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Why ledgers, cards, objects and certificates differ, item by item. amount: fen, or 0.01 square metres.
CREATE TABLE IF NOT EXISTS reconciliation_item (
    id BIGINT NOT NULL PRIMARY KEY,
    unit_id BIGINT NOT NULL,
    month BIGINT NOT NULL,
    class_code VARCHAR(16) NOT NULL,
    account VARCHAR(16) NOT NULL,
    side VARCHAR(16) NOT NULL,
    amount BIGINT NOT NULL,
    reason VARCHAR(400) NOT NULL,
    asset_no VARCHAR(64) NULL,
    note VARCHAR(400) NULL,
    adjustment_no VARCHAR(64) NULL,
    done_on VARCHAR(10) NULL,
    actor VARCHAR(64) NOT NULL,
    at BIGINT NOT NULL,
    INDEX reconciliation_item_month (unit_id, month, id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
