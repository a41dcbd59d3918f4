-- Texts read in parts: a split is appended, and ends by another row (triggers in 0076). Words of
-- parts go with those of their text.

CREATE TABLE splits (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    contribution_id UUID NOT NULL REFERENCES contributions (id),
    revision BIGINT NOT NULL,                   -- of the text, as it was read
    reason TEXT NOT NULL CHECK (reason <> ''),
    role TEXT NOT NULL,                         -- in which it was read so
    at TIMESTAMPTZ NOT NULL,
    salt BYTEA                                  -- of the words of its parts; erased with them
);
CREATE INDEX splits_by_contribution ON splits (contribution_id, at);

CREATE TABLE parts (
    id UUID PRIMARY KEY,
    split_id UUID NOT NULL REFERENCES splits (id),
    position BIGINT NOT NULL,                   -- from 1
    title TEXT NOT NULL,
    excerpt TEXT NOT NULL,                      -- word for word
    UNIQUE (split_id, position)
);

CREATE TABLE split_ends (
    split_id UUID PRIMARY KEY REFERENCES splits (id),
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    cause TEXT NOT NULL,
    reason TEXT NOT NULL,                       -- empty where nobody decided
    role TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL
);

-- Which part of its text a source is; NULL for the whole.
ALTER TABLE cluster_sources ADD COLUMN part_id UUID REFERENCES parts (id);
CREATE INDEX cluster_sources_by_part ON cluster_sources (part_id);
