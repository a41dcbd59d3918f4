-- The frame: Ambiti, territory, people, bodies, plans, indicators.
-- One text for SQLite and PostgreSQL. Times are UTC, cut to microseconds. Codes are those of the
-- import format. Every row belongs to an Ambito.

CREATE TABLE ambiti (
    id UUID PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    region TEXT NOT NULL,
    population BIGINT NOT NULL,
    lead_authority TEXT NOT NULL,
    office TEXT NOT NULL,
    email TEXT NOT NULL,
    opening_hours TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    languages TEXT NOT NULL,                    -- JSON list
    labels TEXT NOT NULL,                       -- JSON object
    note TEXT NOT NULL,
    demonstration BOOLEAN NOT NULL,
    -- Raised by every write, in the same transaction: cached pages and the chain hang on it.
    version BIGINT NOT NULL,
    -- Length and head of the chain of events.
    chain_length BIGINT NOT NULL,
    chain_head BYTEA NOT NULL
);

-- What was imported: the same file again changes nothing, another one is refused.
CREATE TABLE imports (
    ambito_id UUID PRIMARY KEY REFERENCES ambiti (id),
    at TIMESTAMPTZ NOT NULL,
    canonical_hash BYTEA NOT NULL,
    canonical TEXT NOT NULL
);
CREATE TABLE imported_ids (
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    id UUID NOT NULL,
    PRIMARY KEY (ambito_id, code, kind)
);
CREATE INDEX imported_ids_by_id ON imported_ids (id);

CREATE TABLE municipalities (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    population BIGINT NOT NULL,
    lead BOOLEAN NOT NULL,
    mayor TEXT,
    UNIQUE (ambito_id, code)
);

CREATE TABLE organisations (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    runts TEXT,
    runts_section TEXT,
    municipality_id UUID REFERENCES municipalities (id),
    note TEXT,
    UNIQUE (ambito_id, code)
);

-- People without names: who acted, how surely known, in which role. Names are in identities.
CREATE TABLE people (
    id UUID PRIMARY KEY,
    level TEXT NOT NULL,
    language TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
-- A person within an Ambito.
CREATE TABLE residents (
    person_id UUID NOT NULL REFERENCES people (id),
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    municipality_id UUID REFERENCES municipalities (id),
    age_band TEXT,
    PRIMARY KEY (person_id, ambito_id)
);
CREATE TABLE grants (
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    person_id UUID NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    body_id UUID,
    organisation_id UUID REFERENCES organisations (id)
);
CREATE INDEX grants_by_person ON grants (person_id, ambito_id);

-- Identities: read and written by store::identity alone. Nothing here is joined to a text.
CREATE TABLE identities (
    person_id UUID PRIMARY KEY REFERENCES people (id),
    name TEXT NOT NULL,
    email TEXT UNIQUE,                          -- folded to lower case
    password_hash TEXT                          -- argon2, PHC string
);
CREATE TABLE sessions (
    token_hash BYTEA PRIMARY KEY,               -- SHA-256 of the cookie's 32 random bytes
    person_id UUID NOT NULL REFERENCES people (id),
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);
-- Whose text it is. The key can be cut (anonymisation) and the text stays.
CREATE TABLE authorships (
    subject_id UUID PRIMARY KEY,                -- contribution or comment
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    person_id UUID NOT NULL REFERENCES people (id)
);
CREATE INDEX authorships_by_person ON authorships (person_id, ambito_id);
-- Receipt codes: at least 80 random bits, only their SHA-256 kept.
CREATE TABLE receipts (
    code_hash BYTEA PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    contribution_id UUID NOT NULL UNIQUE,
    created_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE bodies (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    quorum BIGINT NOT NULL,
    seats_of BIGINT NOT NULL,
    rule TEXT NOT NULL,
    UNIQUE (ambito_id, code)
);
-- Seats are public by office, so the holder's name stands here.
CREATE TABLE seats (
    id UUID PRIMARY KEY,
    body_id UUID NOT NULL REFERENCES bodies (id),
    position BIGINT NOT NULL,
    person_id UUID REFERENCES people (id),
    person_name TEXT,
    function TEXT NOT NULL,
    municipality_id UUID REFERENCES municipalities (id),
    organisation_id UUID REFERENCES organisations (id),
    votes BOOLEAN NOT NULL
);
CREATE INDEX seats_by_body ON seats (body_id, position);
-- Names of people who act for the Ambito (facilitators, office, owners of actions): public by
-- office, kept apart from the identities of citizens.
CREATE TABLE officers (
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    person_id UUID NOT NULL REFERENCES people (id),
    name TEXT NOT NULL,
    PRIMARY KEY (ambito_id, person_id)
);

CREATE TABLE areas (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    position BIGINT NOT NULL,
    UNIQUE (ambito_id, code)
);
CREATE TABLE policies (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    area_id UUID NOT NULL REFERENCES areas (id),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    position BIGINT NOT NULL,
    UNIQUE (ambito_id, code)
);

CREATE TABLE plans (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    year_from BIGINT NOT NULL,
    year_to BIGINT NOT NULL,
    state TEXT NOT NULL,
    summary TEXT NOT NULL,
    act_body TEXT,
    act_number TEXT,
    act_date DATE,
    UNIQUE (ambito_id, code)
);
CREATE TABLE programmes (
    id UUID PRIMARY KEY,
    plan_id UUID NOT NULL REFERENCES plans (id),
    title TEXT NOT NULL,
    year BIGINT NOT NULL,
    state TEXT NOT NULL,
    act_body TEXT,
    act_number TEXT,
    act_date DATE
);

CREATE TABLE indicators (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    code TEXT NOT NULL,
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    definition TEXT NOT NULL,
    unit TEXT NOT NULL,
    direction TEXT NOT NULL,
    area_id UUID REFERENCES areas (id),
    source TEXT NOT NULL,
    baseline_value DOUBLE PRECISION NOT NULL,
    baseline_date DATE NOT NULL,
    target_value DOUBLE PRECISION,
    target_date DATE,
    attention DOUBLE PRECISION,
    alarm DOUBLE PRECISION,
    responsible_id UUID REFERENCES people (id),
    -- Part of the community profile (not made only for one action).
    profile BOOLEAN NOT NULL,
    UNIQUE (ambito_id, code)
);
-- Measurements are appended; corrections keep the old value (invariant 18).
CREATE TABLE measurements (
    indicator_id UUID NOT NULL REFERENCES indicators (id),
    position BIGINT NOT NULL,
    date DATE NOT NULL,
    value DOUBLE PRECISION NOT NULL,
    entered_by UUID REFERENCES people (id),
    note TEXT,
    PRIMARY KEY (indicator_id, position)
);
