-- Ballots away from the web: what is handed out at a desk, and ballots of paper typed by two.

-- Something handed out: a paper ballot, or a code to vote with. Whose it is stands beside it only
-- while it keeps a person with an account from voting online too; that key is cut with the others.
CREATE TABLE ballot_tokens (
    id UUID PRIMARY KEY,
    ballot_id UUID NOT NULL REFERENCES ballots (id),
    code_hash BYTEA UNIQUE,                     -- SHA-256 of the code; none for a paper ballot
    person_id UUID REFERENCES people (id),
    UNIQUE (ballot_id, person_id)
);

-- A lot of paper ballots (their totals), or one paper ballot where totals can't stand for them.
CREATE TABLE ballot_papers (
    id UUID PRIMARY KEY,
    ballot_id UUID NOT NULL REFERENCES ballots (id),
    number BIGINT NOT NULL,
    label TEXT NOT NULL,
    done BOOLEAN NOT NULL,
    totals TEXT,                                -- JSON, once two people typed the same
    UNIQUE (ballot_id, number)
);
-- What each of those who typed it typed; gone once they agree and the round is given back.
CREATE TABLE ballot_paper_entries (
    paper_id UUID NOT NULL REFERENCES ballot_papers (id),
    person_id UUID NOT NULL REFERENCES people (id),
    content TEXT NOT NULL,
    PRIMARY KEY (paper_id, person_id)
);
