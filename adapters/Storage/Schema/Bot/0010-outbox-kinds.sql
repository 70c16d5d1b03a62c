-- What is sent, beside submissions: documents handed in later, changes, cancellations, extensions. `submission` holds the body
-- of the request whatever its kind; `target` the filing that it is for.
ALTER TABLE filing_outbox ADD COLUMN kind TEXT NOT NULL DEFAULT 'Submission'
    CHECK (kind IN ('Submission', 'Supplement', 'Change', 'Cancellation', 'Extension'));
ALTER TABLE filing_outbox ADD COLUMN target TEXT CHECK ((kind = 'Submission') = (target IS NULL));

CREATE INDEX filing_outbox_by_number ON filing_outbox (owner, number) WHERE number IS NOT NULL;
