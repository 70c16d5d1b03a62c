-- The life of a filing after its submission. `terms` is what the policy said when it was filed (JSON); `asked` what a clerk
-- asked for (JSON, ids of requirements); `due_on` the next day on which time alone changes something.
ALTER TABLE filings ADD COLUMN terms            TEXT;
ALTER TABLE filings ADD COLUMN filed_on         TEXT;
ALTER TABLE filings ADD COLUMN waiting          TEXT DEFAULT 'Submission';
ALTER TABLE filings ADD COLUMN waiting_since    TEXT;
ALTER TABLE filings ADD COLUMN taken_by         TEXT;
ALTER TABLE filings ADD COLUMN holidays_unknown INTEGER NOT NULL DEFAULT 0;
ALTER TABLE filings ADD COLUMN new_care_place   TEXT;
ALTER TABLE filings ADD COLUMN new_starts_on    TEXT;
ALTER TABLE filings ADD COLUMN asked            TEXT NOT NULL DEFAULT '[]';
ALTER TABLE filings ADD COLUMN due_on           TEXT;

UPDATE filings SET filed_on = starts_on, waiting_since = submitted_at, due_on = date(valid_until, '+1 day');

CREATE INDEX filings_due ON filings (due_on) WHERE due_on IS NOT NULL;
CREATE INDEX filings_waiting ON filings (waiting_since) WHERE waiting IS NOT NULL;

ALTER TABLE filing_history ADD COLUMN kind TEXT NOT NULL DEFAULT 'Submitted';
ALTER TABLE filing_history ADD COLUMN cite TEXT;
ALTER TABLE filing_history ADD COLUMN clerk TEXT;

-- What a later document took the place of: the history keeps it.
CREATE TABLE filing_documents_replaced (
    id          INTEGER PRIMARY KEY,
    number      TEXT NOT NULL REFERENCES filings (number),
    requirement TEXT NOT NULL,
    document    TEXT NOT NULL,
    attachment  TEXT NOT NULL REFERENCES attachments (id)
);

CREATE INDEX filing_documents_replaced_by_number ON filing_documents_replaced (number);

-- Who may not use a commitment letter again under a policy. A keyed hash of the ID number, as in filings.id_hash: it outlives
-- the personal data.
CREATE TABLE commitment_bars (
    person_hash TEXT NOT NULL,
    policy      TEXT NOT NULL,
    number      TEXT NOT NULL,
    since       TEXT NOT NULL,
    PRIMARY KEY (person_hash, policy)
) WITHOUT ROWID;
