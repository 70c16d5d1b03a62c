-- Answers for papers that a person prints and hands in. Encrypted; kept only while the links to the papers may be used.

CREATE TABLE prepared_papers (
    id           TEXT PRIMARY KEY,
    conversation TEXT NOT NULL,
    expires_at   INTEGER NOT NULL,  -- seconds since 1970
    content      BLOB NOT NULL      -- by ASP.NET Core Data Protection, for this conversation only
) WITHOUT ROWID;

CREATE INDEX prepared_papers_by_conversation ON prepared_papers (conversation);
CREATE INDEX prepared_papers_by_expiry ON prepared_papers (expires_at);
