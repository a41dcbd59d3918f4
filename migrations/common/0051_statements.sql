-- Statements of a consultation, votes on them, and what was voted once it is fixed.

CREATE TABLE statements (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    round_id UUID NOT NULL REFERENCES rounds (id),
    number BIGINT NOT NULL,                     -- in its round
    text TEXT NOT NULL,
    salt BYTEA NOT NULL,
    contribution_id UUID REFERENCES contributions (id),
    made_at TIMESTAMPTZ NOT NULL,
    withdrawn_why TEXT,
    -- How many said what: kept when the synthesis begins, empty until then.
    agree BIGINT,
    disagree BIGINT,
    pass BIGINT,
    UNIQUE (round_id, number)
);
CREATE INDEX statements_by_contribution ON statements (contribution_id);

-- One vote a person and statement. No moment: it would tell who votes next to whom. The keys are
-- cut when the round is given back.
CREATE TABLE statement_votes (
    statement_id UUID NOT NULL REFERENCES statements (id),
    person_id UUID NOT NULL REFERENCES people (id),
    stance TEXT NOT NULL,
    PRIMARY KEY (statement_id, person_id)
);
CREATE INDEX statement_votes_by_person ON statement_votes (person_id);

-- What was voted in a round, fixed when its synthesis begins: how many people, and from thirty on
-- the matrix as it is exported, in an order by chance.
CREATE TABLE opinions (
    round_id UUID PRIMARY KEY REFERENCES rounds (id),
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    participants BIGINT NOT NULL,
    matrix TEXT
);
