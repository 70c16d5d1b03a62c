CREATE TABLE filings (
    number          TEXT PRIMARY KEY,
    state           TEXT NOT NULL,
    policy          TEXT NOT NULL,
    filing_type     TEXT NOT NULL,
    scheme          TEXT NOT NULL,
    insured_place   TEXT NOT NULL,
    care_place      TEXT NOT NULL,
    starts_on       TEXT NOT NULL,
    valid_until     TEXT,
    submitted_at    TEXT NOT NULL,
    review_by       TEXT,
    commitment      INTEGER NOT NULL,
    name            TEXT NOT NULL,
    id_number       TEXT NOT NULL,
    id_tail         TEXT NOT NULL,
    phone           TEXT NOT NULL,
    agent_name      TEXT,
    agent_id_number TEXT,
    agent_phone     TEXT,
    consent_version TEXT NOT NULL,
    consent_at      TEXT NOT NULL
) WITHOUT ROWID;

-- kind: 'fact' for what led to the determination, 'field' for what was filled in on the form.
CREATE TABLE filing_facts (
    number TEXT NOT NULL REFERENCES filings (number),
    kind   TEXT NOT NULL,
    name   TEXT NOT NULL,
    value  TEXT NOT NULL,
    PRIMARY KEY (number, kind, name)
) WITHOUT ROWID;

CREATE TABLE attachments (
    id           TEXT PRIMARY KEY,
    name         TEXT NOT NULL,
    content_type TEXT NOT NULL,
    length       INTEGER NOT NULL,
    received_at  TEXT NOT NULL,
    number       TEXT REFERENCES filings (number)
) WITHOUT ROWID;

CREATE TABLE filing_documents (
    number      TEXT NOT NULL REFERENCES filings (number),
    requirement TEXT NOT NULL,
    document    TEXT NOT NULL,
    attachment  TEXT NOT NULL REFERENCES attachments (id),
    PRIMARY KEY (number, requirement)
) WITHOUT ROWID;

CREATE TABLE filing_history (
    id     INTEGER PRIMARY KEY,
    number TEXT NOT NULL REFERENCES filings (number),
    at     TEXT NOT NULL,
    state  TEXT NOT NULL,
    note   TEXT
);

CREATE INDEX filing_history_by_number ON filing_history (number);

-- The answer to a repeated key is the filing itself, so its number is all that is kept of the response.
CREATE TABLE idempotency_keys (
    key          TEXT PRIMARY KEY,
    request_hash TEXT NOT NULL,
    number       TEXT NOT NULL REFERENCES filings (number)
) WITHOUT ROWID;
