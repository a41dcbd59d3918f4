-- Rounds of agreement: invitations, drafts, amendments, positions, resources, minutes.
-- Every row is appended and stays as it was written (triggers in 0041).

-- Who is invited to a round, or admitted to it: the newest row of an organisation counts.
CREATE TABLE invitations (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    round_id UUID NOT NULL REFERENCES rounds (id),
    position BIGINT NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    invited BOOLEAN NOT NULL,
    reason TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (round_id, position)
);

CREATE TABLE draft_versions (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    round_id UUID NOT NULL REFERENCES rounds (id),
    version BIGINT NOT NULL,
    text TEXT NOT NULL,                         -- JSON of domain::methods::draft::DraftText
    why TEXT NOT NULL,
    amendment_id UUID,                          -- the one that made it
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (round_id, version)
);

CREATE TABLE amendments (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    number BIGINT NOT NULL,
    round_id UUID NOT NULL REFERENCES rounds (id),
    organisation_id UUID REFERENCES organisations (id), -- none: the facilitation merges others
    kind TEXT NOT NULL,
    paragraph BIGINT NOT NULL,                  -- key of the paragraph, 0: the beginning
    base_version BIGINT NOT NULL,
    text TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (ambito_id, number)
);
CREATE INDEX amendments_by_round ON amendments (round_id, number);
-- A merge points at its sources; a source is in one merge.
CREATE TABLE amendment_sources (
    source_id UUID PRIMARY KEY REFERENCES amendments (id),
    amendment_id UUID NOT NULL REFERENCES amendments (id),
    position BIGINT NOT NULL
);
CREATE INDEX amendment_sources_by_amendment ON amendment_sources (amendment_id, position);
CREATE TABLE amendment_verdicts (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    amendment_id UUID NOT NULL UNIQUE REFERENCES amendments (id),
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    adapted TEXT,                               -- the words that went in, if not those proposed
    version BIGINT,                             -- the version it made
    at TIMESTAMPTZ NOT NULL,
    CHECK (state <> 'non_accolto' OR reason <> ''),
    CHECK (state <> 'accolto' OR version IS NOT NULL)
);

-- What people stated for organisations; domain::methods::positions says where these stand.
CREATE TABLE position_statements (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    round_id UUID NOT NULL REFERENCES rounds (id),
    position BIGINT NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    subject BIGINT NOT NULL,                    -- 0 the whole, else the key of a paragraph
    version BIGINT NOT NULL,                    -- of the draft that was read, 0: there was none
    person_id UUID NOT NULL REFERENCES people (id),
    stance TEXT,                                -- none: takes back what the person said before
    reason TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (round_id, position),
    CHECK (stance IS NULL OR reason <> '')
);
CREATE TABLE position_settlements (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    round_id UUID NOT NULL REFERENCES rounds (id),
    statement_id UUID NOT NULL REFERENCES position_statements (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    at TIMESTAMPTZ NOT NULL
);
CREATE INDEX position_settlements_by_round ON position_settlements (round_id, at);
CREATE TABLE ended_mandates (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    person_id UUID NOT NULL REFERENCES people (id),
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    at TIMESTAMPTZ NOT NULL
);
CREATE INDEX ended_mandates_by_organisation ON ended_mandates (ambito_id, organisation_id, at);

-- What organisations bring and expect. Nothing is changed: it is taken back and declared anew.
CREATE TABLE resources (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    round_id UUID NOT NULL REFERENCES rounds (id),
    number BIGINT NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    side TEXT NOT NULL,
    kind TEXT NOT NULL,
    what TEXT NOT NULL CHECK (what <> ''),
    amount BIGINT CHECK (amount >= 0),          -- hundredths of the unit
    unit TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (round_id, number)
);
CREATE TABLE resource_ends (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    resource_id UUID NOT NULL UNIQUE REFERENCES resources (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    at TIMESTAMPTZ NOT NULL
);

CREATE TABLE round_minutes (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    round_id UUID NOT NULL REFERENCES rounds (id),
    version BIGINT NOT NULL,
    ending TEXT NOT NULL,
    words TEXT NOT NULL CHECK (words <> ''),
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (round_id, version)
);
