-- Merging, actions, reviews, outcomes; events and outbox.

CREATE TABLE clusters (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    number BIGINT NOT NULL,
    round_id UUID NOT NULL REFERENCES rounds (id),
    policy_id UUID REFERENCES policies (id),
    title TEXT NOT NULL,
    synthesis TEXT NOT NULL,
    reason TEXT NOT NULL,
    facilitator_id UUID NOT NULL REFERENCES people (id),
    state TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    applied_at TIMESTAMPTZ,
    dissolved_at TIMESTAMPTZ,
    dissolved_reason TEXT,
    -- Distinct supporters, kept as a number once the keys are cut (round given back).
    kept_supporters BIGINT,
    objections TEXT NOT NULL,                   -- JSON list, as imported
    salt BYTEA,
    UNIQUE (ambito_id, number)
);
CREATE INDEX clusters_by_round ON clusters (round_id, state, created_at);
CREATE TABLE cluster_sources (
    cluster_id UUID NOT NULL REFERENCES clusters (id),
    contribution_id UUID NOT NULL REFERENCES contributions (id),
    position BIGINT NOT NULL,
    share TEXT NOT NULL,
    excerpt TEXT,
    PRIMARY KEY (cluster_id, contribution_id)
);
CREATE INDEX cluster_sources_by_contribution ON cluster_sources (contribution_id);

CREATE TABLE actions (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    number BIGINT NOT NULL,
    plan_id UUID NOT NULL REFERENCES plans (id),
    programme_id UUID REFERENCES programmes (id),
    state TEXT NOT NULL,
    version BIGINT NOT NULL,                    -- the current one; compared before saving
    drafted_by UUID NOT NULL REFERENCES people (id),
    created_at TIMESTAMPTZ NOT NULL,
    sent_at TIMESTAMPTZ,
    changed_at TIMESTAMPTZ NOT NULL,
    -- Distinct supporters of its sources, kept once their keys are cut.
    kept_supporters BIGINT,
    UNIQUE (ambito_id, number)
);
CREATE INDEX actions_by_state ON actions (ambito_id, state, changed_at);
-- Every version stays; its hash is what the Comitato approves (invariant 8).
CREATE TABLE action_versions (
    action_id UUID NOT NULL REFERENCES actions (id),
    version BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    drafted_by UUID NOT NULL REFERENCES people (id),
    title TEXT NOT NULL,
    policy_id UUID REFERENCES policies (id),
    sheet TEXT NOT NULL,                        -- JSON of domain::actions::Sheet
    hash BYTEA NOT NULL,
    PRIMARY KEY (action_id, version)
);
CREATE TABLE action_clusters (
    action_id UUID NOT NULL REFERENCES actions (id),
    cluster_id UUID NOT NULL REFERENCES clusters (id),
    PRIMARY KEY (action_id, cluster_id)
);
CREATE INDEX action_clusters_by_cluster ON action_clusters (cluster_id);
CREATE TABLE action_contributions (
    action_id UUID NOT NULL REFERENCES actions (id),
    contribution_id UUID NOT NULL REFERENCES contributions (id),
    PRIMARY KEY (action_id, contribution_id)
);
CREATE INDEX action_contributions_by_contribution ON action_contributions (contribution_id);
CREATE TABLE action_dissents (
    action_id UUID NOT NULL REFERENCES actions (id),
    contribution_id UUID NOT NULL REFERENCES contributions (id),
    excerpt TEXT NOT NULL,
    answer TEXT,
    PRIMARY KEY (action_id, contribution_id)
);
-- States passed through, in order.
CREATE TABLE action_history (
    action_id UUID NOT NULL REFERENCES actions (id),
    position BIGINT NOT NULL,
    state TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (action_id, position)
);

CREATE TABLE reviews (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    body_id UUID NOT NULL REFERENCES bodies (id),
    action_id UUID NOT NULL REFERENCES actions (id),
    version BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    conditions TEXT NOT NULL,                   -- JSON list
    minority TEXT
);
CREATE INDEX reviews_by_action ON reviews (action_id, at);
CREATE TABLE review_members (
    review_id UUID NOT NULL REFERENCES reviews (id),
    person_id UUID NOT NULL REFERENCES people (id),
    position BIGINT NOT NULL,
    presence TEXT NOT NULL,
    interest TEXT,
    PRIMARY KEY (review_id, person_id)
);

CREATE TABLE deliberations (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    body_id UUID NOT NULL REFERENCES bodies (id),
    at TIMESTAMPTZ NOT NULL,
    act_number TEXT NOT NULL,
    act_date DATE NOT NULL,
    title TEXT NOT NULL,
    approved BOOLEAN NOT NULL,
    reason TEXT NOT NULL,
    parts TEXT NOT NULL                         -- JSON: present, absent, votes, by person id
);
CREATE TABLE deliberation_actions (
    deliberation_id UUID NOT NULL REFERENCES deliberations (id),
    action_id UUID NOT NULL REFERENCES actions (id),
    version BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (deliberation_id, action_id)
);
CREATE INDEX deliberation_actions_by_action ON deliberation_actions (action_id);

-- Direct answers to contributions, and answers kept from a round given back.
CREATE TABLE outcomes (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    contribution_id UUID NOT NULL REFERENCES contributions (id),
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    action_id UUID REFERENCES actions (id),
    addressed_to UUID REFERENCES organisations (id)
);
CREATE INDEX outcomes_by_contribution ON outcomes (contribution_id, at);
CREATE INDEX outcomes_newest ON outcomes (ambito_id, at);

-- Append-only and hash-chained, one chain an Ambito (invariant 20). Ids and classes only.
CREATE TABLE events (
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    seq BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    operation TEXT NOT NULL,
    role TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_id UUID NOT NULL,
    details TEXT NOT NULL,
    head BYTEA NOT NULL,
    PRIMARY KEY (ambito_id, seq)
);
CREATE INDEX events_by_subject ON events (subject_id, seq);

-- Messages written in the transaction of the operation that causes them; sent by a job.
CREATE TABLE outbox (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    kind TEXT NOT NULL,
    person_id UUID NOT NULL REFERENCES people (id),
    subject_id UUID NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    due_at TIMESTAMPTZ NOT NULL,
    attempts BIGINT NOT NULL,
    claimed_until TIMESTAMPTZ,
    sent_at TIMESTAMPTZ
);
CREATE INDEX outbox_due ON outbox (sent_at, due_at);
