-- What was sent after closing: kept for its author alone, neither public nor counted. Whose it is
-- stands where it stands for every text: in authorships, or behind a receipt code.
CREATE TABLE voice_drafts (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    number BIGINT NOT NULL,
    round_id UUID NOT NULL REFERENCES rounds (id),
    kind TEXT NOT NULL,
    fields TEXT NOT NULL,                       -- JSON list of names and values
    saved_at TIMESTAMPTZ NOT NULL,
    UNIQUE (ambito_id, number)
);
