-- What public texts mean, as the operator's sentence model says it: worked out from the words,
-- and gone when these are not public any more.
CREATE TABLE meanings (
    contribution_id UUID PRIMARY KEY REFERENCES contributions (id),
    model TEXT NOT NULL,                        -- which model: another one's can't be compared
    revision BIGINT NOT NULL,                   -- of which words
    language TEXT NOT NULL,                     -- their own, or that of the translation
    vector BYTEA NOT NULL
);
