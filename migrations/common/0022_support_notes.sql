-- What two people say of supports that came all together: never which supports, never whose.
CREATE TABLE support_notes (
    id UUID PRIMARY KEY,
    ambito_id UUID NOT NULL REFERENCES ambiti (id),
    contribution_id UUID NOT NULL REFERENCES contributions (id),
    begins_at TIMESTAMPTZ NOT NULL,             -- the first and the last support of the burst
    ends_at TIMESTAMPTZ NOT NULL,
    supports BIGINT NOT NULL,
    finding TEXT NOT NULL,
    note TEXT NOT NULL,                         -- what is published with the text, once confirmed
    proposed_by UUID NOT NULL REFERENCES people (id),
    proposed_at TIMESTAMPTZ NOT NULL,
    confirmed_by UUID REFERENCES people (id),
    confirmed_at TIMESTAMPTZ,
    CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by),
    UNIQUE (contribution_id, begins_at)
);
