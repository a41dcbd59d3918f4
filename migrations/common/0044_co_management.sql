-- Co-gestione: activities with one responsible and a date, issues, periodic reports.
-- Every row is appended and stays as it was written (triggers in 0045).

CREATE TABLE activities (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    number BIGINT NOT NULL,
    round_id UUID NOT NULL REFERENCES rounds (id),
    action_id UUID NOT NULL REFERENCES actions (id),
    what TEXT NOT NULL CHECK (what <> ''),
    supporters TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (ambito_id, number)
);
CREATE INDEX activities_by_round ON activities (round_id, number);
CREATE INDEX activities_by_action ON activities (action_id, number);

-- Exactly one responsible and a date (invariant 7): the newest row of an activity counts.
CREATE TABLE activity_assignments (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    activity_id UUID NOT NULL REFERENCES activities (id),
    position BIGINT NOT NULL,
    person_id UUID NOT NULL REFERENCES people (id),
    due DATE NOT NULL,
    why TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (activity_id, position),
    CHECK (position = 1 OR why <> '')
);
CREATE TABLE activity_progress (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    activity_id UUID NOT NULL REFERENCES activities (id),
    position BIGINT NOT NULL,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    evidence TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (activity_id, position),
    CHECK (state <> 'fatta' OR evidence <> ''),
    CHECK (state <> 'annullata' OR note <> '')
);

CREATE TABLE issues (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    round_id UUID NOT NULL REFERENCES rounds (id),
    number BIGINT NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    activity_id UUID REFERENCES activities (id),  -- none: about the whole
    what TEXT NOT NULL CHECK (what <> ''),
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (round_id, number)
);
CREATE TABLE issue_answers (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    issue_id UUID NOT NULL REFERENCES issues (id),
    position BIGINT NOT NULL,
    state TEXT NOT NULL,
    words TEXT NOT NULL CHECK (words <> ''),
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (issue_id, position)
);

-- A correction is another version of the words; the stand is that of the first.
CREATE TABLE progress_reports (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    round_id UUID NOT NULL REFERENCES rounds (id),
    number BIGINT NOT NULL,
    version BIGINT NOT NULL,
    first_day DATE NOT NULL,
    last_day DATE NOT NULL,
    words TEXT NOT NULL CHECK (words <> ''),
    why TEXT NOT NULL,
    stand TEXT NOT NULL,                          -- JSON of domain::methods::progress::Stand
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (round_id, number, version),
    CHECK (last_day >= first_day),
    CHECK (version = 1 OR why <> '')
);
