-- Who has been heard in a round, as it was published: at most once a day. Each stays, because the
-- next one depends on it (domain::coverage).
CREATE TABLE coverage (
    round_id UUID NOT NULL REFERENCES rounds (id),
    number BIGINT NOT NULL,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    at TIMESTAMPTZ NOT NULL,
    publication TEXT NOT NULL,                  -- JSON of domain::coverage::Publication
    PRIMARY KEY (round_id, number)
);
