-- Life of a merge: its objection window, what authors answered, what a mediator decided.

-- First moment after the objection window; NULL for clusters made before there was one.
ALTER TABLE clusters ADD COLUMN closes_at TIMESTAMPTZ;
CREATE INDEX clusters_by_window ON clusters (ambito_id, state, closes_at);
-- What the facilitator proposed, where an author's answer changed it.
ALTER TABLE cluster_sources ADD COLUMN proposed_share TEXT;
ALTER TABLE cluster_sources ADD COLUMN proposed_excerpt TEXT;

-- What authors of sources said, each time; the last of each source stands.
CREATE TABLE cluster_answers (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    cluster_id UUID NOT NULL REFERENCES clusters (id),
    contribution_id UUID NOT NULL REFERENCES contributions (id),
    position BIGINT NOT NULL,                   -- in its cluster, from 1
    at TIMESTAMPTZ NOT NULL,
    answer TEXT NOT NULL,
    words TEXT NOT NULL,                        -- reason of an objection, sentence of a dissent
    language TEXT NOT NULL,                     -- of the page on which it was written
    held BOOLEAN NOT NULL,                      -- the detectors found something: not public
    salt BYTEA,
    UNIQUE (cluster_id, position)
);
CREATE INDEX cluster_answers_by_contribution ON cluster_answers (contribution_id);

CREATE TABLE cluster_mediations (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    cluster_id UUID NOT NULL REFERENCES clusters (id),
    at TIMESTAMPTZ NOT NULL,
    mediator_id UUID NOT NULL REFERENCES people (id),
    decision TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX cluster_mediations_by_cluster ON cluster_mediations (cluster_id, at);

-- Texts of a cluster that a mediation replaced.
CREATE TABLE cluster_versions (
    cluster_id UUID NOT NULL REFERENCES clusters (id),
    version BIGINT NOT NULL,
    title TEXT NOT NULL,
    synthesis TEXT NOT NULL,
    reason TEXT NOT NULL,
    salt BYTEA,
    PRIMARY KEY (cluster_id, version)
);
