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

-- From here on sealed: bot_state.json, filing_outbox.submission, id_tail and receipt, webchat_activities.activity, uploads.name.
-- Rows of earlier releases are sealed at the start of the host (adapters/Privacy/ClearRows.cs).
ALTER TABLE bot_state ADD COLUMN written_at INTEGER;  -- milliseconds since 1970

CREATE INDEX bot_state_by_age ON bot_state (written_at);

-- Who did what, in a chain. No personal data.
CREATE TABLE audit_log (
    sequence INTEGER PRIMARY KEY,
    at       TEXT NOT NULL,
    actor    TEXT NOT NULL,
    action   TEXT NOT NULL,
    entity   TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash     TEXT NOT NULL
);

CREATE TRIGGER audit_log_is_not_changed BEFORE UPDATE ON audit_log
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;

CREATE TRIGGER audit_log_is_not_deleted BEFORE DELETE ON audit_log
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;

-- Also keeps INSERT OR REPLACE out, which deletes without asking the trigger above.
CREATE TRIGGER audit_log_grows_at_its_end BEFORE INSERT ON audit_log
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM audit_log)
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END;
