-- From which sentences of its sources each sentence of a synthesis draws: stretches of bytes of a
-- version of the synthesis and of what a source brings, no words.
CREATE TABLE synthesis_links (
    cluster_id UUID NOT NULL REFERENCES clusters (id),
    version BIGINT NOT NULL,                    -- of the synthesis
    sentence_from BIGINT NOT NULL,
    sentence_to BIGINT NOT NULL,
    contribution_id UUID NOT NULL REFERENCES contributions (id),
    source_from BIGINT NOT NULL,
    source_to BIGINT NOT NULL,
    recheck BOOLEAN NOT NULL,                   -- the sentence was changed since it was linked
    PRIMARY KEY (cluster_id, version, sentence_from, contribution_id, source_from)
);
CREATE INDEX synthesis_links_by_contribution ON synthesis_links (contribution_id);
-- Sentences of sources that a synthesis doesn't need, and why.
CREATE TABLE synthesis_skips (
    cluster_id UUID NOT NULL REFERENCES clusters (id),
    version BIGINT NOT NULL,
    contribution_id UUID NOT NULL REFERENCES contributions (id),
    source_from BIGINT NOT NULL,
    source_to BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (cluster_id, version, contribution_id, source_from)
);
CREATE INDEX synthesis_skips_by_contribution ON synthesis_skips (contribution_id);
-- When the links of a version were saved last: without a row nobody has looked at them.
CREATE TABLE synthesis_saves (
    cluster_id UUID NOT NULL REFERENCES clusters (id),
    version BIGINT NOT NULL,
    edition BIGINT NOT NULL,                    -- one more at each saving; compared before it
    at TIMESTAMPTZ NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (cluster_id, version)
);
