-- The order in which lists appear if nobody asks for another: three shelves, and a ring on each
-- (domain::ordering::mixed). The place on the ring follows from the number, and is the same
-- expression in every statement; the shelf is set when a text becomes public, and looked at again
-- by whoever asks for a list first on a new day.
ALTER TABLE contributions ADD COLUMN shelf TEXT NOT NULL DEFAULT 'nuovi';
-- The day for which shelves were last set; none: they are all to be set.
ALTER TABLE ambiti ADD COLUMN shelved_on DATE;
-- Since when a text is new on that day, and from how many supporters on it is supported.
ALTER TABLE ambiti ADD COLUMN new_from TIMESTAMPTZ;
ALTER TABLE ambiti ADD COLUMN supported_from BIGINT NOT NULL DEFAULT 5;

-- What filters ask stands at the end: a walk passes over what it does not want in the index alone.
CREATE INDEX contributions_mixed ON contributions
    (ambito_id, kind, standing, shelf, ((number * 2654435769) % 4294967296), number,
     policy_id, municipality_id, stage, round_id);
-- The least heard: supporters by their shown bands, and public comments.
CREATE INDEX contributions_heard ON contributions
    (ambito_id, kind, standing, (support_band + comments), published_at, number,
     policy_id, municipality_id, stage, round_id);
