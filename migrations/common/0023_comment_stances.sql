-- What a comment is, its language and the role of who speaks; edits; who agrees; why it is reported.
-- Comments from before have none of these.
ALTER TABLE comments ADD COLUMN stance TEXT;
ALTER TABLE comments ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE comments ADD COLUMN role TEXT;
ALTER TABLE comments ADD COLUMN revision BIGINT NOT NULL DEFAULT 1;
-- When it was edited after somebody had answered it: readers are told.
ALTER TABLE comments ADD COLUMN changed_at TIMESTAMPTZ;
ALTER TABLE comments ADD COLUMN agreements BIGINT NOT NULL DEFAULT 0;

-- Words that an edit replaced. The current ones stand in `comments`.
CREATE TABLE comment_revisions (
    comment_id UUID NOT NULL REFERENCES comments (id),
    revision BIGINT NOT NULL,
    body TEXT NOT NULL,
    salt BYTEA,                                 -- erased with the text
    PRIMARY KEY (comment_id, revision)
);

-- One a person and comment; the keys go with those of supports when a round is given back.
CREATE TABLE agreements (
    comment_id UUID NOT NULL REFERENCES comments (id),
    person_id UUID NOT NULL REFERENCES people (id),
    at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (comment_id, person_id)
);

-- Why a text was reported: a JSON list of codes, one a report.
ALTER TABLE moderation_cases ADD COLUMN flagged_for TEXT NOT NULL DEFAULT '[]';
