-- Several moderators: who reads a case now, who decided it, what the author was asked, appeals.

-- Who has taken the case, and since when: it is free again after a while, by the clock.
ALTER TABLE moderation_cases ADD COLUMN claimed_by UUID REFERENCES people (id);
ALTER TABLE moderation_cases ADD COLUMN claimed_at TIMESTAMPTZ;
-- Who decided, so that an appeal goes to somebody else; in which roles, for the public record.
ALTER TABLE moderation_cases ADD COLUMN decided_by UUID REFERENCES people (id);
ALTER TABLE moderation_cases ADD COLUMN decided_role TEXT;
-- The decision that an appeal is against: one appeal, no more.
ALTER TABLE moderation_cases ADD COLUMN appeal_of UUID REFERENCES moderation_cases (id);
CREATE UNIQUE INDEX moderation_cases_one_appeal ON moderation_cases (appeal_of);

-- A softer wording that a moderator proposes to the author. Its words go as soon as it is
-- answered: accepted, they are a revision of the text; else they are nobody's.
CREATE TABLE softenings (
    case_id UUID NOT NULL REFERENCES moderation_cases (id),
    number BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    proposed_by UUID NOT NULL REFERENCES people (id),
    revision BIGINT NOT NULL,                   -- the revision it would take the place of
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    strengths TEXT NOT NULL,
    recipients TEXT NOT NULL,
    doers TEXT NOT NULL,
    resources TEXT NOT NULL,
    note TEXT NOT NULL,                         -- to the author: why
    answer TEXT,
    answered_at TIMESTAMPTZ,
    PRIMARY KEY (case_id, number)
);

-- Who may not comment for a while, after hate that came again. Never joined to a text.
CREATE TABLE comment_suspensions (
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    person_id UUID NOT NULL REFERENCES people (id),
    begins_at TIMESTAMPTZ NOT NULL,
    ends_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (ambito_id, person_id, begins_at)
);
