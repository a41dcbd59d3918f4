-- Rounds and voices: what people said, where it stands, who supports it.

CREATE TABLE rounds (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    number BIGINT NOT NULL,
    plan_id UUID NOT NULL REFERENCES plans (id),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    mark TEXT NOT NULL,                         -- what people decided; the clock does the rest
    question TEXT NOT NULL,
    objective TEXT NOT NULL,
    given TEXT NOT NULL,                        -- JSON list
    open TEXT NOT NULL,                         -- JSON list
    off_limits TEXT NOT NULL,                   -- JSON list
    opens_at TIMESTAMPTZ NOT NULL,
    closes_at TIMESTAMPTZ NOT NULL,             -- first moment after the window
    returned_at TIMESTAMPTZ,
    opened TEXT NOT NULL,                       -- JSON object: what it opens -> least level
    moderation TEXT NOT NULL,
    vote_method TEXT NOT NULL,
    tie_rule TEXT NOT NULL,
    areas TEXT NOT NULL,                        -- JSON list of codes
    report TEXT,
    suspended_reason TEXT,
    notice TEXT,                                -- JSON object
    UNIQUE (ambito_id, number)
);

-- Sessions of a Community Lab: what the import brings; their own module comes later.
CREATE TABLE lab_sessions (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    round_id UUID NOT NULL REFERENCES rounds (id),
    title TEXT NOT NULL,
    held_at TIMESTAMPTZ NOT NULL,
    place TEXT NOT NULL,
    present BIGINT NOT NULL,
    document TEXT NOT NULL                      -- JSON: technique, agenda, groups as imported
);

CREATE TABLE contributions (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    number BIGINT NOT NULL,
    round_id UUID NOT NULL REFERENCES rounds (id),
    kind TEXT NOT NULL,
    policy_id UUID NOT NULL REFERENCES policies (id),
    municipality_id UUID NOT NULL REFERENCES municipalities (id),
    author_kind TEXT NOT NULL,
    organisation_id UUID REFERENCES organisations (id),
    byline TEXT,                                -- only where the author chose to be named
    channel TEXT NOT NULL,
    assisted BOOLEAN NOT NULL,
    session_id UUID REFERENCES lab_sessions (id),
    sensitive BOOLEAN NOT NULL,
    standing TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    published_at TIMESTAMPTZ,
    revision BIGINT NOT NULL,                   -- the current one
    echo_of UUID REFERENCES contributions (id),
    -- Kept in step in the same transaction; `trama check` counts them again.
    stage TEXT NOT NULL,
    outcome TEXT,
    supports BIGINT NOT NULL,
    support_band BIGINT NOT NULL,               -- 0 none, 4 fewer than five, else the count
    comments BIGINT NOT NULL,
    UNIQUE (ambito_id, number)
);
CREATE INDEX contributions_newest ON contributions (ambito_id, kind, standing, published_at, number);
CREATE INDEX contributions_supported ON contributions (ambito_id, kind, standing, support_band, published_at, number);
CREATE INDEX contributions_by_round ON contributions (round_id, standing, published_at, number, kind);
CREATE INDEX contributions_by_policy ON contributions (policy_id, kind, standing, published_at, number);
CREATE INDEX contributions_by_municipality ON contributions (municipality_id, kind, standing, published_at, number);
CREATE INDEX contributions_by_stage ON contributions (ambito_id, kind, standing, stage, published_at, number);
CREATE INDEX contributions_echoes ON contributions (echo_of);
CREATE INDEX contributions_by_organisation ON contributions (organisation_id, standing);

-- The words, one row a revision; the current one is contributions.revision.
CREATE TABLE revisions (
    contribution_id UUID NOT NULL REFERENCES contributions (id),
    revision BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    strengths TEXT NOT NULL,
    recipients TEXT NOT NULL,
    doers TEXT NOT NULL,
    resources TEXT NOT NULL,
    salt BYTEA,                                 -- erased with the text
    PRIMARY KEY (contribution_id, revision)
);
CREATE TABLE translations (
    contribution_id UUID NOT NULL REFERENCES contributions (id),
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    verified BOOLEAN NOT NULL,
    translated_by UUID REFERENCES people (id),
    PRIMARY KEY (contribution_id, language)
);
-- Needs that a proposal says it answers.
CREATE TABLE answers (
    proposal_id UUID NOT NULL REFERENCES contributions (id),
    need_id UUID NOT NULL REFERENCES contributions (id),
    PRIMARY KEY (proposal_id, need_id)
);
CREATE INDEX answers_by_need ON answers (need_id);

-- How many public contributions there are of each sort: lists show counts without counting.
CREATE TABLE contribution_counts (
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    round_id UUID NOT NULL REFERENCES rounds (id),
    kind TEXT NOT NULL,
    policy_id UUID NOT NULL REFERENCES policies (id),
    municipality_id UUID NOT NULL REFERENCES municipalities (id),
    stage TEXT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (ambito_id, round_id, kind, policy_id, municipality_id, stage)
);

-- Stems of public texts, for the same search with the same order on both databases.
CREATE TABLE search_terms (
    ambito_id UUID NOT NULL,
    term TEXT NOT NULL,
    number BIGINT NOT NULL,
    weight BIGINT NOT NULL,
    -- The weight is no part of the key; it stands in it so that a search reads the index alone.
    PRIMARY KEY (ambito_id, term, number, weight)
);
CREATE INDEX search_terms_by_number ON search_terms (ambito_id, number);

CREATE TABLE supports (
    contribution_id UUID NOT NULL REFERENCES contributions (id),
    person_id UUID NOT NULL REFERENCES people (id),
    at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (contribution_id, person_id)
);
CREATE INDEX supports_by_person ON supports (person_id);

CREATE TABLE comments (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    number BIGINT NOT NULL,
    contribution_id UUID NOT NULL REFERENCES contributions (id),
    parent_id UUID REFERENCES comments (id),
    author_kind TEXT NOT NULL,
    organisation_id UUID REFERENCES organisations (id),
    byline TEXT,
    standing TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    body TEXT NOT NULL,
    salt BYTEA,
    UNIQUE (ambito_id, number)
);
CREATE INDEX comments_by_contribution ON comments (contribution_id, at);

CREATE TABLE moderation_cases (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    number BIGINT NOT NULL,
    contribution_id UUID NOT NULL REFERENCES contributions (id),
    comment_id UUID REFERENCES comments (id),
    cause TEXT NOT NULL,
    note TEXT,
    opened_at TIMESTAMPTZ NOT NULL,
    decided_at TIMESTAMPTZ,
    decision TEXT,
    reason_class TEXT,
    reason TEXT,
    UNIQUE (ambito_id, number)
);
CREATE INDEX moderation_cases_open ON moderation_cases (ambito_id, decided_at, opened_at);
CREATE INDEX moderation_cases_by_contribution ON moderation_cases (contribution_id);

-- A double click is stopped here: SHA-256 of the form's id, and what its first sending made.
CREATE TABLE sent_forms (
    form_hash BYTEA PRIMARY KEY,
    at TIMESTAMPTZ NOT NULL,
    subject_id UUID NOT NULL
);
