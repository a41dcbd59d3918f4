-- Salts of what events seal beside texts: decisions, answers, sources of clusters, acts on rounds.
-- An event holds SHA-256(salt ‖ the row as it was written).
CREATE TABLE seals (
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    what TEXT NOT NULL,
    id UUID NOT NULL,
    salt BYTEA NOT NULL,
    PRIMARY KEY (what, id)
);
