-- Ballots: what is declared before a round opens, and the votes.

CREATE TABLE ballots (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    number BIGINT NOT NULL,
    round_id UUID NOT NULL REFERENCES rounds (id),
    prepared_at TIMESTAMPTZ NOT NULL,
    -- JSON: question, rules, electorate, secrecy, rule for ties, options. Nothing of it changes
    -- once the round is open.
    declared TEXT NOT NULL,
    introduction TEXT NOT NULL,
    -- JSON: what a body decided on ties.
    decision TEXT,
    -- Shuffles the published file; it gives back nothing of when a vote was cast. From the
    -- synthesis on.
    seed BYTEA,
    UNIQUE (ambito_id, number)
);
CREATE INDEX ballots_by_round ON ballots (round_id, number);

-- What an option points at, if it isn't words of the ballot's own.
CREATE TABLE ballot_options (
    ballot_id UUID NOT NULL REFERENCES ballots (id),
    option_id TEXT NOT NULL,
    contribution_id UUID REFERENCES contributions (id),
    cluster_id UUID REFERENCES clusters (id),
    action_id UUID REFERENCES actions (id),
    PRIMARY KEY (ballot_id, option_id)
);

-- One vote a voter (invariant 1): a person, or an organisation where organisations vote. No time,
-- no channel. The choice is JSON, the same choice always the same text.
CREATE TABLE votes (
    ballot_id UUID NOT NULL REFERENCES ballots (id),
    voter_id UUID NOT NULL,
    choice TEXT NOT NULL,
    PRIMARY KEY (ballot_id, voter_id)
);
-- Votes whose key was cut when the round was given back: random ids, in their order.
CREATE TABLE cast_ballots (
    id UUID PRIMARY KEY,
    ballot_id UUID NOT NULL REFERENCES ballots (id),
    choice TEXT NOT NULL
);
CREATE INDEX cast_ballots_by_ballot ON cast_ballots (ballot_id);
