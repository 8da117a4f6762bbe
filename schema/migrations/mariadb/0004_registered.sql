-- 0004_registered.sql: the registers without batches that are still loading, as registered_asset is for the cards.
-- Reversible: yes, by dropping the views.

CREATE OR REPLACE VIEW registered_unit AS
SELECT * FROM unit
WHERE batch_id IS NULL OR batch_id NOT IN (SELECT id FROM import_batch WHERE state = 'loading');

CREATE OR REPLACE VIEW registered_place AS
SELECT * FROM place
WHERE batch_id IS NULL OR batch_id NOT IN (SELECT id FROM import_batch WHERE state = 'loading');

CREATE OR REPLACE VIEW registered_person AS
SELECT * FROM person
WHERE batch_id IS NULL OR batch_id NOT IN (SELECT id FROM import_batch WHERE state = 'loading');

CREATE OR REPLACE VIEW registered_room AS
SELECT * FROM room
WHERE batch_id IS NULL OR batch_id NOT IN (SELECT id FROM import_batch WHERE state = 'loading');

CREATE OR REPLACE VIEW registered_allocation AS
SELECT * FROM room_allocation
WHERE batch_id IS NULL OR batch_id NOT IN (SELECT id FROM import_batch WHERE state = 'loading');

CREATE OR REPLACE VIEW registered_certificate AS
SELECT * FROM certificate
WHERE batch_id IS NULL OR batch_id NOT IN (SELECT id FROM import_batch WHERE state = 'loading');

CREATE OR REPLACE VIEW registered_repair AS
SELECT * FROM repair
WHERE batch_id IS NULL OR batch_id NOT IN (SELECT id FROM import_batch WHERE state = 'loading');

CREATE OR REPLACE VIEW registered_ledger AS
SELECT * FROM ledger_balance
WHERE batch_id IS NULL OR batch_id NOT IN (SELECT id FROM import_batch WHERE state = 'loading');
