-- Co-progettazione: a shared draft in sections, consent to each, an indicative budget, reminders.
-- Every row is appended and stays as it was written (triggers in 0043).

CREATE TABLE sections (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    number BIGINT NOT NULL,
    round_id UUID NOT NULL REFERENCES rounds (id),
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (ambito_id, number)
);
CREATE INDEX sections_by_round ON sections (round_id, number);
CREATE TABLE section_versions (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    section_id UUID NOT NULL REFERENCES sections (id),
    version BIGINT NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    text TEXT NOT NULL,
    why TEXT NOT NULL CHECK (version = 1 OR why <> ''),
    organisation_id UUID REFERENCES organisations (id), -- none: the institution
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (section_id, version)
);
-- What a partner says of a version; the newest of each partner and version counts.
CREATE TABLE consents (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    section_id UUID NOT NULL REFERENCES sections (id),
    position BIGINT NOT NULL,
    version BIGINT NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    consent TEXT NOT NULL,
    reason TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (section_id, position),
    FOREIGN KEY (section_id, version) REFERENCES section_versions (section_id, version),
    CHECK (consent = 'posso_conviverci' OR reason <> '')
);
CREATE TABLE budget_lines (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    round_id UUID NOT NULL REFERENCES rounds (id),
    number BIGINT NOT NULL,
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    what TEXT NOT NULL CHECK (what <> ''),
    cents BIGINT NOT NULL CHECK (cents >= 0),
    source TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (round_id, number)
);
CREATE TABLE budget_line_ends (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    line_id UUID NOT NULL UNIQUE REFERENCES budget_lines (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    at TIMESTAMPTZ NOT NULL
);
-- Partners that were silent and were written to.
CREATE TABLE reminders (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    round_id UUID NOT NULL REFERENCES rounds (id),
    organisation_id UUID NOT NULL REFERENCES organisations (id),
    at TIMESTAMPTZ NOT NULL
);
CREATE INDEX reminders_by_round ON reminders (round_id, organisation_id, at);
