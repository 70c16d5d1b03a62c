CREATE TABLE bot_state (
    key  TEXT PRIMARY KEY,
    etag TEXT NOT NULL,
    json TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE uploads (
    id           TEXT PRIMARY KEY,
    owner        TEXT NOT NULL,
    name         TEXT NOT NULL,
    content_type TEXT NOT NULL,
    length       INTEGER NOT NULL,
    received_at  TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX uploads_by_owner ON uploads (owner);

-- A submission stays here from before the first call until the agency has answered; then its personal data is cleared.
CREATE TABLE filing_outbox (
    key             TEXT PRIMARY KEY,
    owner           TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN ('pending', 'accepted', 'refused')),
    fingerprint     TEXT NOT NULL,
    submission      TEXT,
    id_tail         TEXT NOT NULL,
    number          TEXT,
    receipt         TEXT,
    attempts        INTEGER NOT NULL DEFAULT 0,
    next_attempt_at INTEGER NOT NULL,
    created_at      INTEGER NOT NULL,
    CHECK (state <> 'pending' OR submission IS NOT NULL),
    CHECK (state = 'pending' OR submission IS NULL)
) WITHOUT ROWID;

CREATE INDEX filing_outbox_by_owner ON filing_outbox (owner, created_at);
CREATE INDEX filing_outbox_due ON filing_outbox (next_attempt_at) WHERE state = 'pending';
