-- How controversial a text is (domain::ordering::attention): kept beside it, since lists walk it.
-- Comments have had a stance since 0023; what was said before is counted with the next one.
ALTER TABLE contributions ADD COLUMN controversy BIGINT NOT NULL DEFAULT 0;
CREATE INDEX contributions_controversial ON contributions
    (ambito_id, kind, standing, controversy, published_at, number,
     policy_id, municipality_id, stage, round_id);
