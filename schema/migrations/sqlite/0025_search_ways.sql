-- 0025_search_ways.sql: the ways from a word to the names that hold it, and from people and places to what they have.
-- Reversible: yes, by dropping the table and the indexes.

-- Each two characters that stand side by side in a name, or in the initials of its pinyin, so that the names which
-- hold a word are found without reading all of them. kind: whose name it is, of a card or of a holder (a person, a
-- place), since either may be many. A gram '' says that the name is known. Can be thrown away and made again, if the
-- rows of search_progress whose source begins with gram_ go with it.
CREATE TABLE IF NOT EXISTS search_gram (
    kind TEXT NOT NULL,
    gram TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (kind, gram, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS person_name ON person (name);
CREATE INDEX IF NOT EXISTS place_name ON place (name);
CREATE INDEX IF NOT EXISTS asset_user ON asset (user_id);
CREATE INDEX IF NOT EXISTS asset_keeper ON asset (keeper_id);
CREATE INDEX IF NOT EXISTS asset_place ON asset (place_id);
