-- Keys of ASP.NET Core Data Protection, each wrapped by the master key or a certificate.
CREATE TABLE protection_keys (
    name TEXT PRIMARY KEY,
    xml  TEXT NOT NULL
) WITHOUT ROWID;

-- The key of keyed hashes, sealed by the keys above.
CREATE TABLE lookup_keys (
    name   TEXT PRIMARY KEY,
    sealed TEXT NOT NULL
) WITHOUT ROWID;

-- From here on sealed: name, id_number and phone of person and agent, the values of form fields and facts, the names of
-- attachments, the notes of the history; keyed hashes: id_tail (of number and tail), id_hash, idempotency_keys.request_hash.
-- Rows of earlier releases are sealed at the start of the host (adapters/FilingService/FilingPrivacy.cs).
ALTER TABLE filings ADD COLUMN id_hash TEXT;

CREATE INDEX filings_by_person ON filings (id_hash);
