-- Notes between those who bring voices together: on a text, a draft, a cluster, or the round as a
-- whole. Read by them alone; in no page of the public, export or event.

CREATE TABLE bench_notes (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    number BIGINT NOT NULL,
    round_id UUID NOT NULL REFERENCES rounds (id),
    contribution_id UUID REFERENCES contributions (id),
    draft_id UUID REFERENCES cluster_drafts (id),
    cluster_id UUID REFERENCES clusters (id),
    words TEXT NOT NULL,                          -- empty once it was removed, or its text erased
    person_id UUID NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    removed_at TIMESTAMPTZ,
    UNIQUE (ambito_id, number),
    CHECK (removed_at IS NULL OR words = ''),
    CHECK ((contribution_id IS NOT NULL AND draft_id IS NULL AND cluster_id IS NULL)
        OR (contribution_id IS NULL AND (draft_id IS NULL OR cluster_id IS NULL)))
);
CREATE INDEX bench_notes_by_round ON bench_notes (round_id, number);
CREATE INDEX bench_notes_by_contribution ON bench_notes (contribution_id);
