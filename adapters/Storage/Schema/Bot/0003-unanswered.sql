-- Questions that no guide answers, for the editors. Nothing says who asked: no conversation, no time of day, no numbers or names.

CREATE TABLE unanswered_questions (
    id       INTEGER PRIMARY KEY,
    asked_on TEXT NOT NULL,  -- the day in China, yyyy-MM-dd
    scheme   TEXT,
    place    TEXT,           -- code of the insured place, as far as it was known
    question TEXT NOT NULL
);

CREATE INDEX unanswered_questions_asked_on ON unanswered_questions (asked_on);
