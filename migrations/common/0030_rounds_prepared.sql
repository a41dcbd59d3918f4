-- Rounds are prepared in the browser: what the first rounds did not have, and the version of a
-- draft (raised by each saving).
ALTER TABLE rounds ADD COLUMN design TEXT NOT NULL DEFAULT '{}';       -- JSON object
ALTER TABLE rounds ADD COLUMN design_version BIGINT NOT NULL DEFAULT 0;
-- SHA-256 of the rules without the window, since it was announced.
ALTER TABLE rounds ADD COLUMN rules_hash TEXT;

-- The windows of a round, each an edition: announced, closed before its time, opened once more.
-- Appended, never changed.
CREATE TABLE round_windows (
    round_id UUID NOT NULL REFERENCES rounds (id),
    edition BIGINT NOT NULL,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    kind TEXT NOT NULL,
    opens_at TIMESTAMPTZ NOT NULL,
    closes_at TIMESTAMPTZ NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    reason TEXT NOT NULL,
    person_id UUID REFERENCES people (id),
    PRIMARY KEY (round_id, edition)
);

-- What stood when a round that was opened once more had closed: counts and results as they could
-- be seen then.
CREATE TABLE round_snapshots (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    round_id UUID NOT NULL REFERENCES rounds (id),
    edition BIGINT NOT NULL,                    -- the window that had closed
    at TIMESTAMPTZ NOT NULL,
    document TEXT NOT NULL,                     -- JSON of domain::rounds::snapshot::Snapshot
    UNIQUE (round_id, edition)
);
