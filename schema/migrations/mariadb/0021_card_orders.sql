-- 0021_card_orders.sql: the orders in which a list of cards is shown, each page of it read from where the one before ended.
-- Reversible: yes, by dropping the indexes.
CREATE INDEX IF NOT EXISTS asset_name ON asset (name, id);
CREATE INDEX IF NOT EXISTS asset_acquired ON asset (acquired_on, id);
CREATE INDEX IF NOT EXISTS asset_value_original ON asset_value (original_fen, asset_id);
