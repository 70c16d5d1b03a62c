-- Accounts of the agency's staff. `stamp` changes with the password, on sign-out and when the account is disabled: sessions that
-- carry another one are over. Times are milliseconds since 1970.
CREATE TABLE staff_accounts (
    name          TEXT PRIMARY KEY COLLATE NOCASE,
    roles         TEXT NOT NULL,  -- separated by blanks
    password_hash TEXT NOT NULL,
    stamp         TEXT NOT NULL,
    disabled      INTEGER NOT NULL DEFAULT 0,
    failures      INTEGER NOT NULL DEFAULT 0,
    locked_until  INTEGER,
    created_at    INTEGER NOT NULL
) WITHOUT ROWID;
