-- The Community Lab: what was a line of a round's calendar becomes a session that is prepared,
-- run in a room, and written up (domain.md §5). No name stands in any of these tables: whoever
-- comes holds a numbered token; a person who registered with an account is in `authorships`.

ALTER TABLE lab_sessions ADD COLUMN number BIGINT;
UPDATE lab_sessions SET number = (
    SELECT COUNT(*) FROM lab_sessions o WHERE o.ambito_id = lab_sessions.ambito_id
        AND (o.held_at < lab_sessions.held_at
            OR (o.held_at = lab_sessions.held_at AND o.id <= lab_sessions.id)));
CREATE UNIQUE INDEX lab_sessions_by_number ON lab_sessions (ambito_id, number);
CREATE INDEX lab_sessions_by_round ON lab_sessions (round_id, held_at);
-- Sessions that a file brought are over, and given back.
ALTER TABLE lab_sessions ADD COLUMN state TEXT NOT NULL DEFAULT 'restituita';
-- Raised by each change of what is prepared: a form written on an older one is told so.
ALTER TABLE lab_sessions ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
-- Until when who was there may correct the minutes.
ALTER TABLE lab_sessions ADD COLUMN correct_until TIMESTAMPTZ;
-- Since when the wall stays as it is, for the dots.
ALTER TABLE lab_sessions ADD COLUMN frozen_at TIMESTAMPTZ;

CREATE TABLE lab_registrations (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    session_id UUID NOT NULL REFERENCES lab_sessions (id),
    number BIGINT NOT NULL,
    municipality_id UUID REFERENCES municipalities (id),
    category TEXT,
    age_band TEXT,
    access TEXT NOT NULL,                         -- JSON list of codes
    code_hash BYTEA NOT NULL UNIQUE,              -- of the code with which it is taken back
    at TIMESTAMPTZ NOT NULL,
    cancelled_at TIMESTAMPTZ,
    token BIGINT,                                 -- handed out at the door
    UNIQUE (session_id, number),
    UNIQUE (session_id, token)
);

-- Numbered tokens, printed before; each has a code on it, of which the hash stands here.
CREATE TABLE lab_tokens (
    session_id UUID NOT NULL REFERENCES lab_sessions (id),
    number BIGINT NOT NULL,
    code_hash BYTEA NOT NULL UNIQUE,
    printed_at TIMESTAMPTZ NOT NULL,
    arrived_at TIMESTAMPTZ,                       -- handed out to who came
    walk_in BOOLEAN NOT NULL,
    municipality_id UUID REFERENCES municipalities (id),
    category TEXT,
    age_band TEXT,
    PRIMARY KEY (session_id, number)
);

CREATE TABLE lab_columns (
    id UUID PRIMARY KEY,
    session_id UUID NOT NULL REFERENCES lab_sessions (id),
    position BIGINT NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    UNIQUE (session_id, position)
);

-- Words, token and how it was written stay; the place on the wall changes.
CREATE TABLE lab_cards (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    session_id UUID NOT NULL REFERENCES lab_sessions (id),
    number BIGINT NOT NULL,
    token BIGINT,
    words TEXT NOT NULL CHECK (words <> ''),
    assisted BOOLEAN NOT NULL,                    -- somebody else wrote it for them
    read_back BOOLEAN NOT NULL,                   -- read aloud, and approved
    quotable BOOLEAN NOT NULL,                    -- who said it agrees to be quoted
    at TIMESTAMPTZ NOT NULL,
    column_id UUID REFERENCES lab_columns (id),
    same_as UUID REFERENCES lab_cards (id),       -- says the same as another, which stays in front
    hidden BOOLEAN NOT NULL,
    dots BIGINT,                                  -- counted at the end
    contribution_id UUID REFERENCES contributions (id),
    UNIQUE (session_id, number)
);
CREATE INDEX lab_cards_by_contribution ON lab_cards (contribution_id);

-- The count of the dots as a whole; those of each card stand beside it.
CREATE TABLE lab_dots (
    session_id UUID PRIMARY KEY REFERENCES lab_sessions (id),
    people BIGINT NOT NULL CHECK (people > 0),
    dots_each BIGINT NOT NULL CHECK (dots_each > 0),
    blanks BIGINT NOT NULL CHECK (blanks >= 0),
    at TIMESTAMPTZ NOT NULL
);

CREATE TABLE lab_photos (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    session_id UUID NOT NULL REFERENCES lab_sessions (id),
    number BIGINT NOT NULL,
    jpeg BYTEA NOT NULL,                          -- drawn anew: no place, no device in it
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    alt TEXT NOT NULL CHECK (alt <> ''),
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (session_id, number)
);

CREATE TABLE lab_minutes (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    session_id UUID NOT NULL REFERENCES lab_sessions (id),
    version BIGINT NOT NULL,
    words TEXT NOT NULL CHECK (words <> ''),
    why TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (session_id, version)
);

CREATE TABLE lab_corrections (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    session_id UUID NOT NULL REFERENCES lab_sessions (id),
    number BIGINT NOT NULL,
    token BIGINT,                                 -- whose; none where it came by an account
    version BIGINT NOT NULL,                      -- of the minutes that were read
    words TEXT NOT NULL CHECK (words <> ''),
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (session_id, number)
);

CREATE TABLE lab_correction_answers (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    correction_id UUID NOT NULL UNIQUE REFERENCES lab_corrections (id),
    taken BOOLEAN NOT NULL,
    reason TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL
);

CREATE TABLE lab_reports (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    session_id UUID NOT NULL REFERENCES lab_sessions (id),
    version BIGINT NOT NULL,
    learned TEXT NOT NULL,                        -- what surprised
    changes TEXT NOT NULL,                        -- what will change
    at TIMESTAMPTZ NOT NULL,
    UNIQUE (session_id, version)
);

-- Cards whose words the newest report quotes; each said that it may.
CREATE TABLE lab_quotations (
    report_id UUID NOT NULL REFERENCES lab_reports (id),
    card_id UUID NOT NULL REFERENCES lab_cards (id),
    position BIGINT NOT NULL,
    PRIMARY KEY (report_id, card_id)
);
