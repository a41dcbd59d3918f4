-- The workbench: drafts of clusters, texts left alone with a reason, and the acts that change them.
-- Working papers of the office: no public page reads these tables, but for the step that says a
-- text was left alone.

CREATE TABLE cluster_drafts (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    number BIGINT NOT NULL,
    round_id UUID NOT NULL REFERENCES rounds (id),
    title TEXT NOT NULL,
    synthesis TEXT NOT NULL,
    reason TEXT NOT NULL,
    version BIGINT NOT NULL,                      -- moves with what a form could overwrite
    made_at TIMESTAMPTZ NOT NULL,
    changed_at TIMESTAMPTZ NOT NULL,
    changed_by UUID NOT NULL REFERENCES people (id),
    changed_role TEXT NOT NULL,
    ended_at TIMESTAMPTZ,                         -- discarded, or proposed
    cluster_id UUID REFERENCES clusters (id),     -- as which it was proposed
    UNIQUE (ambito_id, number),
    CHECK (cluster_id IS NULL OR ended_at IS NOT NULL)
);
CREATE INDEX cluster_drafts_by_round ON cluster_drafts (round_id, ended_at);

CREATE TABLE cluster_draft_sources (
    draft_id UUID NOT NULL REFERENCES cluster_drafts (id),
    contribution_id UUID NOT NULL REFERENCES contributions (id),
    position BIGINT NOT NULL,
    share TEXT NOT NULL,
    excerpt TEXT NOT NULL,
    PRIMARY KEY (draft_id, contribution_id)
);
CREATE INDEX cluster_draft_sources_by_contribution ON cluster_draft_sources (contribution_id);

-- Texts left alone now; that they no longer are, or were, the acts say.
CREATE TABLE left_alone (
    contribution_id UUID PRIMARY KEY REFERENCES contributions (id),
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    round_id UUID NOT NULL REFERENCES rounds (id),
    class TEXT NOT NULL,
    words TEXT NOT NULL,
    person_id UUID NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL
);
CREATE INDEX left_alone_by_round ON left_alone (round_id);

-- What was done on the bench, and what is needed to undo it exactly.
CREATE TABLE bench_acts (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    round_id UUID NOT NULL REFERENCES rounds (id),
    number BIGINT NOT NULL,
    kind TEXT NOT NULL,
    person_id UUID NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    draft_id UUID REFERENCES cluster_drafts (id),    -- about which, if one
    other_draft_id UUID REFERENCES cluster_drafts (id), -- out of which texts were moved
    cluster_id UUID REFERENCES clusters (id),        -- proposed, or taken up again
    texts BIGINT NOT NULL,                           -- how many it was about
    undoes UUID REFERENCES bench_acts (id),
    UNIQUE (ambito_id, number)
);
CREATE INDEX bench_acts_by_round ON bench_acts (round_id, number);
CREATE INDEX bench_acts_by_undone ON bench_acts (undoes);

-- Before and after, as JSON (domain::merging::bench::Change); NULL once the text was erased.
CREATE TABLE bench_changes (
    act_id UUID NOT NULL REFERENCES bench_acts (id),
    position BIGINT NOT NULL,
    draft_id UUID REFERENCES cluster_drafts (id),
    contribution_id UUID REFERENCES contributions (id),
    change TEXT,
    PRIMARY KEY (act_id, position)
);
CREATE INDEX bench_changes_by_draft ON bench_changes (draft_id);
CREATE INDEX bench_changes_by_contribution ON bench_changes (contribution_id);
