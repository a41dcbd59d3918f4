-- Links between texts that stay apart: a row is appended, and ends by another row
-- (triggers in 0065).

CREATE TABLE links (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    number BIGINT NOT NULL,
    kind TEXT NOT NULL,
    -- The first end, and the second: each a contribution or an action, one of them a contribution.
    from_contribution_id UUID REFERENCES contributions (id),
    from_action_id UUID REFERENCES actions (id),
    to_contribution_id UUID REFERENCES contributions (id),
    to_action_id UUID REFERENCES actions (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    role TEXT NOT NULL,                           -- in which it was made
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (ambito_id, number),
    CHECK ((from_contribution_id IS NULL) <> (from_action_id IS NULL)),
    CHECK ((to_contribution_id IS NULL) <> (to_action_id IS NULL)),
    CHECK (from_action_id IS NULL OR to_action_id IS NULL),
    CHECK (from_contribution_id IS NULL OR to_contribution_id IS NULL
        OR from_contribution_id <> to_contribution_id)
);
CREATE INDEX links_by_from_contribution ON links (from_contribution_id);
CREATE INDEX links_by_to_contribution ON links (to_contribution_id);
CREATE INDEX links_by_from_action ON links (from_action_id);
CREATE INDEX links_by_to_action ON links (to_action_id);

CREATE TABLE link_ends (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    link_id UUID NOT NULL UNIQUE REFERENCES links (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    role TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL
);
