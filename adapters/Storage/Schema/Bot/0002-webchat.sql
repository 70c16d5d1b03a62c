-- The web chat's conversations, as the Direct Line server (adapters/WebChat) shows them again after a reload.

CREATE TABLE webchat_conversations (
    id         TEXT PRIMARY KEY,
    user_id    TEXT NOT NULL,
    started_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE webchat_activities (
    conversation TEXT    NOT NULL REFERENCES webchat_conversations (id) ON DELETE CASCADE,
    sequence     INTEGER NOT NULL,  -- the watermark: 1, 2, 3, … with no gap
    at           INTEGER NOT NULL,  -- milliseconds since 1970; grows with the sequence, whatever the clock does
    client_id    TEXT,              -- channelData.clientActivityID of what the person sent
    activity     TEXT    NOT NULL,  -- JSON as it goes over the wire
    PRIMARY KEY (conversation, sequence)
) WITHOUT ROWID;

-- A message that a client sends again after a lost answer is found by the id that the client gave it.
CREATE UNIQUE INDEX webchat_activities_client_id ON webchat_activities (conversation, client_id) WHERE client_id IS NOT NULL;

-- Stream tokens that were used. Kept until they would have expired, so that no token opens two sockets.
CREATE TABLE webchat_stream_tokens (
    nonce      TEXT    PRIMARY KEY,
    expires_at INTEGER NOT NULL  -- seconds since 1970
) WITHOUT ROWID;
